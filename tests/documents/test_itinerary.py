from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from reception_desk.documents.hand_out import House
from reception_desk.documents.itinerary import Itinerary
from reception_desk.domain.booking import Car, CarBooking, Driver, HotelBooking
from reception_desk.domain.edition import Choice
from reception_desk.domain.entity import Answer
from reception_desk.domain.host import Host
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.meal import Meal, MealKind
from reception_desk.domain.timetable import timetable
from reception_desk.domain.tour import TourStop
from reception_desk.errors import ReceptionError
from tests.documents.paper_facts import (
    FLIGHT,
    HOUSE,
    PHONE,
    SHANGHAI,
    bare,
    facts_of,
    pages_of,
    sample_visit,
    stamp_of,
)

paper = Itinerary()
OURS = House(name=HOUSE.name, name_en=HOUSE.name_en, contact="李静", phone="+862155550100")


def at(day, hour, minute=0):
    return datetime(2026, 12, day, hour, minute, tzinfo=SHANGHAI)


def row(starts, ends=None, activity="参观车间", **more):
    return ItineraryRow(visit_id=1, starts_at=starts, ends_at=ends, activity=activity, **more)


def made(visit, language="zh", house=OURS):
    facts, choice = facts_of(visit, house), Choice(language=language)
    return pages_of(paper.draw(paper.content(facts, choice), choice, house, stamp_of("D4"), {}))


def told(visit):
    """Each entry as its time and what it is, in their order."""
    return [
        (f"{e.starts:%d %H:%M}" if e.starts else "", e.activity or e.kind.value) for e in timetable(visit)
    ]


def test_everything_of_the_visit_stands_in_one_order():
    visit = sample_visit()
    visit.legs[0].at = at(8, 9, 42)
    visit.meetings = visit.meetings[:1]
    visit.meetings[0].starts_at = at(8, 14)
    visit.meals = [Meal(visit_id=1, kind=MealKind.WORKING, starts_at=at(8, 12))]
    visit.itinerary = [row(at(9, 9)), row(None, activity="自由活动")]
    assert told(visit) == [
        ("08 09:42", FLIGHT),
        ("08 10:30", "arrival"),
        ("08 12:00", "working meal"),
        ("08 14:00", "技术交流"),
        ("09 09:00", "参观车间"),
        ("09 16:00", "departure"),
        ("", "自由活动"),
    ]


def test_what_a_row_tells_of_does_not_stand_twice():
    visit = sample_visit()
    visit.legs = []
    visit.meetings = visit.meetings[:1]
    visit.meetings[0].starts_at = at(8, 13, 30)
    visit.meals = [Meal(visit_id=1, starts_at=at(8, 12, 10))]
    visit.itinerary = [
        row(at(8, 10, 30), activity="欢迎"),
        row(at(8, 12), at(8, 13), activity="午餐"),
        row(at(8, 13, 30), at(8, 16), activity="会谈"),
        row(at(9, 16), activity="送行"),
    ]
    assert [what for _time, what in told(visit)] == ["欢迎", "午餐", "会谈", "送行"]


def test_a_journey_is_told_although_a_longer_row_has_begun():
    visit = sample_visit()
    visit.legs[0].at = at(8, 9, 42)
    visit.meetings, visit.itinerary = [], [row(at(8, 9), at(8, 11), activity="接站")]
    assert ("08 09:42", FLIGHT) in told(visit)


def test_a_row_takes_the_place_and_the_end_that_only_the_meeting_knows():
    visit = sample_visit()
    visit.meetings[0].room, visit.meetings[0].ends_at = "第一会议室", at(8, 12)
    visit.itinerary = [row(at(8, 10, 30), activity="会谈")]
    [entry] = [entry for entry in timetable(visit) if entry.activity == "会谈"]
    assert (entry.place, entry.ends) == ("第一会议室", at(8, 12))


def test_an_arrival_that_is_the_flights_own_is_told_once():
    visit = sample_visit()
    visit.meetings = []
    assert told(visit) == [("08 10:30", FLIGHT), ("09 16:00", "departure")]


def test_a_flight_stands_at_the_time_of_its_place():
    visit = sample_visit()
    visit.legs.append(Leg(visit_id=1, direction=Direction.DEPARTURE, carrier=Carrier.FLIGHT, number="JL082"))
    visit.legs[-1].at, visit.legs[-1].zone = (
        datetime(2026, 12, 10, 9, 0, tzinfo=ZoneInfo("Asia/Tokyo")),
        "Asia/Tokyo",
    )
    assert ("10 09:00", "JL082") in told(visit)


def test_each_day_is_a_heading_and_what_has_no_time_comes_last():
    visit = sample_visit()
    visit.itinerary = [row(None, activity="自由活动")]
    [page] = made(visit)
    places = [
        page.index(words) for words in ("2026年12月8日(周二)", "2026年12月9日(周三)", "时间待定", "自由活动")
    ]
    assert places == sorted(places)


def test_in_both_languages_each_thing_is_said_twice():
    visit = sample_visit()
    visit.pick_up = Answer.YES
    visit.meals = [Meal(visit_id=1, kind=MealKind.BANQUET, starts_at=at(8, 18, 30))]
    [page] = made(visit, "both")
    for words in (
        "行程表",
        "Visit itinerary",
        "宴请",
        "Banquet",
        "我方接站",
        "We meet you there",
        "Tue 8 Dec 2026",
    ):
        assert words in page


def test_a_pick_up_is_promised_only_where_it_is_settled():
    visit = sample_visit()
    visit.pick_up = Answer.UNCONFIRMED
    assert "接站" not in made(visit)[0]


def test_our_contact_stands_at_the_foot():
    assert bare("李静021 5555 0100") in bare(made(sample_visit())[0]).replace("电话", "")
    assert "+86 21 5555 0100" in made(sample_visit(), "en")[0]


def test_a_contact_who_is_not_set_is_room_to_write():
    page = made(sample_visit(), house=HOUSE)[0]
    assert "我方联系人" in page
    assert "None" not in page


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_neither_notes_nor_phones_nor_drivers_nor_needs_are_on_it(language):
    visit = sample_visit()
    visit.note = "机密备注"
    visit.guests[0].note = visit.guests[0].diet = visit.guests[0].lodging = "机密备注"
    visit.legs[0].note = visit.meetings[0].needs = "机密备注"
    visit.meals = [Meal(visit_id=1, starts_at=at(8, 12), note="机密备注 120元/人")]
    visit.itinerary = [row(at(8, 15), note="机密备注")]
    booking = CarBooking(visit_id=1, starts_at=at(8, 9), note="机密备注", purpose="机密备注")
    booking.car, booking.driver = Car(plate="沪A12345"), Driver(name="王师傅", phone=PHONE)
    visit.car_bookings = [booking]
    visit.hotel_bookings = [
        HotelBooking(visit_id=1, hotel="和平饭店", check_in_at=at(8, 20), note="机密备注")
    ]
    text = bare("".join(made(visit, language)))
    for secret in ("机密", "120", "沪A", "王师傅", PHONE[3:], "139", "内部资料", "Internal"):
        assert secret not in text
    assert "和平饭店" in text


def test_a_timetable_of_several_pages_repeats_its_heads():
    visit = sample_visit("䶮𬭊")
    visit.itinerary = [row(at(8, 9) + timedelta(minutes=20 * n), activity=f"活动{n}") for n in range(90)]
    pages = made(visit)
    assert len(pages) > 1
    assert all("地点" in page and "D4 行程表" in page for page in pages)


def test_without_any_time_there_is_no_itinerary():
    visit = sample_visit()
    visit.legs, visit.meetings, visit.arrival_at, visit.departure_at = [], [], None, None
    with pytest.raises(ReceptionError):
        made(visit)


def test_it_is_needed_as_soon_as_there_is_a_programme():
    visit = sample_visit()
    assert paper.is_needed(facts_of(visit))
    visit.legs, visit.meetings = [], []
    assert not paper.is_needed(facts_of(visit))


def test_guests_from_abroad_read_it_in_both_languages():
    assert paper.usual_choice(facts_of(sample_visit(nationality="DE")), "zh").language == "both"
    assert paper.usual_choice(facts_of(sample_visit()), "en").language == "zh"


def test_a_host_stands_there_with_the_title_a_hint_below_what_happens_and_the_note_at_the_foot():
    visit = sample_visit()
    host = Host(visit_id=1, name="周砺", name_latin="Zhou Li", title="总工", title_latin="Chief Engineer")
    visit.hosts = [host]
    visit.itinerary = [row(at(8, 15), host="周砺、前台", hint="请穿平底鞋")]
    visit.guest_hint = "近日有雨"
    page = bare("".join(made(visit, "both")))
    for words in ("周砺总工、前台", "ZhouLi,ChiefEngineer", "请穿平底鞋", "近日有雨"):
        assert words in page


def test_nothing_of_cost_budget_tour_notes_or_our_phones_is_told_to_guests():
    visit = sample_visit()
    secret = "机密备注 4321"
    visit.budget = visit.contingency = visit.notice_reason = visit.relation_reason = secret
    visit.hosts = [Host(visit_id=1, name="周砺", phone=PHONE, note=secret)]
    visit.tour_stops = [TourStop(visit_id=1, talking_point=secret, note=secret, minutes=20)]
    visit.meals = [Meal(visit_id=1, starts_at=at(8, 12), standard=4321, standard_reason=secret, payer=secret)]
    visit.itinerary = [row(at(8, 15), host="周砺", note=secret)]
    page = bare("".join(made(visit, "both")))
    for words in ("机密", "4321", "139"):
        assert words not in page
