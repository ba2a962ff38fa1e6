from datetime import date, datetime

import pytest

from reception_desk.documents.hand_out import House
from reception_desk.documents.rooming_list import RoomingList
from reception_desk.domain.booking import HotelBooking
from reception_desk.domain.company import Company
from reception_desk.domain.edition import Choice
from reception_desk.domain.entity import Answer
from reception_desk.domain.person import Gender
from reception_desk.errors import ReceptionError
from tests.desk import NOW, plain_visit
from tests.documents.paper_facts import (
    FLIGHT,
    HOUSE,
    PHONE,
    SHANGHAI,
    bare,
    facts_of,
    guest_of,
    pages_of,
    sample_visit,
    stamp_of,
)

paper = RoomingList()
OURS = House(name=HOUSE.name, name_en=HOUSE.name_en, contact="李静", phone="+862155550100")


def stay(hotel="和平饭店", id_=1, **more):
    booking = HotelBooking(
        visit_id=1, hotel=hotel, check_in=date(2026, 12, 8), check_out=date(2026, 12, 10), **more
    )
    booking.id = id_
    return booking


def with_a_stay(**more):
    visit = sample_visit()
    visit.heads = 1
    visit.hotel_bookings = [stay(**more)]
    return visit


def made(visit, language="zh", house=OURS, **chosen):
    facts, choice = facts_of(visit, house), Choice(language=language, **chosen)
    return pages_of(paper.draw(paper.content(facts, choice), choice, house, stamp_of("D8"), {}))


def test_the_booking_stands_above_the_guests():
    visit = with_a_stay(rooms=5, room_kind="单间", confirmation="HZ-0099", note="无烟")
    [page] = made(visit)
    for words in ("和平饭店", "HZ-0099", "单间 × 5", "无烟", "2026年12月8日(周二)", "2026年12月10日(周四)"):
        assert words in page
    assert page.index("和平饭店") < page.index("顾翀")


def test_two_nights_are_counted():
    assert dict(paper.content(facts_of(with_a_stay()), Choice()))["stay 1/nights"] == "2"


def test_the_hour_of_check_in_stands_where_it_is_known():
    visit = with_a_stay(check_in_at=datetime(2026, 12, 8, 14, 0, tzinfo=SHANGHAI))
    assert "2026年12月8日(周二) 14:00" in made(visit)[0]
    assert "Tue 8 Dec 2026, 14:00" in made(visit, "en")[0]


def test_each_guest_has_unit_name_gender_title_and_phone():
    visit = with_a_stay()
    visit.guests[0].person.gender = Gender.MALE
    visit.guests[0].person.phone_extension = "806"
    [page] = made(visit)
    assert page.index("苏州恒屹精密机械有限公司") < page.index("顾翀")
    for words in ("男", "董事长", "139 0000 1111-806"):
        assert words in page


def test_guests_of_another_company_stand_under_its_name():
    visit = with_a_stay()
    visit.company_id = 1
    agent = guest_of(visit, "仇晓", id_=2)
    agent.person.company_id, agent.person.company = 2, Company(name="上海瑞合贸易有限公司")
    [page] = made(visit)
    assert page.index("顾翀") < page.index("上海瑞合贸易有限公司") < page.index("仇晓")


def test_the_company_of_an_agent_is_loaded_with_the_visit(desk):
    visit = plain_visit(desk, hotel=Answer.YES)
    desk.guests.add(visit, "仇晓", NOW)
    assert desk.papers.make(visit, "D8", Choice(), NOW).pdf


def test_who_is_not_named_yet_has_a_row_to_write_in():
    visit = with_a_stay()
    visit.heads = 4
    content = dict(paper.content(facts_of(visit), Choice()))
    assert content["unnamed"] == "3"
    assert "姓名待定" in made(visit)[0]


def test_only_what_a_guest_needs_for_lodging_is_told():
    visit = with_a_stay()
    guest = visit.guests[0]
    guest.lodging, guest.diet, guest.customs, guest.note = "高楼层", "机密清真", "机密习俗", "机密备注"
    visit.company.background = visit.company.interests = "机密背景"
    visit.note, visit.purpose = "机密", "机密目的"
    for language in ("zh", "en", "both"):
        text = bare("".join(made(visit, language)))
        assert "高楼层" in text
        for secret in ("机密", FLIGHT, "内部资料", "Internal", "10:30"):
            assert secret not in text


def test_rooms_and_keys_are_filled_in_by_hand():
    [page] = made(with_a_stay())
    for words in ("房号", "房卡", "酒店经办人", "我方发卡人", "协议价、早餐", "付款方"):
        assert words in page


def test_two_hotels_have_a_page_each_and_one_can_be_chosen():
    visit = with_a_stay()
    visit.hotel_bookings.append(stay("锦江饭店", id_=2))
    first, second = made(visit)
    assert "和平饭店" in first
    assert "锦江饭店" not in first
    assert "锦江饭店" in second
    [only] = made(visit, hotel_booking_id=2)
    assert "锦江饭店" in only
    with pytest.raises(ReceptionError):
        made(visit, hotel_booking_id=9)


def test_without_a_booking_it_is_a_form_to_fill_in():
    visit = sample_visit()
    [page] = made(visit)
    assert "确认号" in page
    assert "顾翀" in page


def test_twelve_guests_with_long_names_are_all_on_it():
    visit = with_a_stay()
    for number in range(2, 14):
        guest_of(
            visit,
            f"阿卜杜勒·䶮𬭊{number}",
            "Wolfeschlegelsteinhausenbergerdorff",
            title="总监" * 12,
            id_=number,
        )
    text = bare("".join(made(visit, "both")))
    for number in range(2, 14):
        assert f"䶮𬭊{number}" in text
    assert PHONE[3:] in text.replace("-", "")


@pytest.mark.parametrize(
    ("answer", "needed"), [(Answer.YES, True), (Answer.UNCONFIRMED, True), (Answer.NO, False)]
)
def test_it_is_needed_while_a_hotel_counts(answer, needed):
    visit = sample_visit()
    visit.hotel = answer
    assert paper.is_needed(facts_of(visit)) is needed
