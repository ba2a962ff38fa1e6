"""5.3, 5.4, B7: one change, and everything that was told and is no longer so is listed, ticked, told again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.domain.booking import Car, CarBooking, Driver, HotelBooking
from reception_desk.domain.consequences import Concern, counted, still_open
from reception_desk.domain.delay import Delay
from reception_desk.domain.edition import Choice, Medium
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.journey import Carrier, Leg
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from tests.desk import ARRIVAL, DEPARTURE, NOW, plain_visit

LATER = timedelta(hours=3)


class Planned:
    """A visit by flight, with a car booked to meet it, rooms, a talk and a meal; asked for what is touched."""

    def __init__(self, desk):
        self.desk = desk
        self.id = plain_visit(desk, heads=3)
        add = desk.parts.add
        self.leg = add(Leg, self.id, NOW, carrier=Carrier.FLIGHT, number="MU5101", to_place="虹桥",
                       at=ARRIVAL - timedelta(hours=1))  # fmt: skip
        driver, car = desk.house.add(Driver, NOW, name="刘师傅"), desk.house.add(Car, NOW, plate="沪A12345")
        self.car = add(CarBooking, self.id, NOW, purpose="接机", driver_id=driver, car_id=car,
                       starts_at=ARRIVAL - timedelta(hours=2), ends_at=ARRIVAL)  # fmt: skip
        self.hotel = add(HotelBooking, self.id, NOW, hotel="静安宾馆", rooms=3, check_in=ARRIVAL.date(),
                         check_out=DEPARTURE.date())  # fmt: skip
        self.talk = add(
            Meeting, self.id, NOW, room="302", starts_at=ARRIVAL, ends_at=ARRIVAL + timedelta(hours=2)
        )
        self.meal = add(Meal, self.id, NOW, place="小餐厅", starts_at=ARRIVAL + timedelta(hours=2))

    def book(self, kind, part_id):
        """Book it: whoever has it, is told."""
        self.desk.bookings.advance(kind, part_id, NOW)

    def printed(self, number, holder):
        """Print a paper for somebody."""
        choice = self.desk.papers.usual_choice(self.id, number)
        return self.desk.papers.make(
            self.id, number, choice, NOW, medium=Medium.PRINTER, holder=holder, reason="试印"
        ).edition

    def fly_later(self, by=LATER):
        """The flight comes later."""
        leg = next(leg for leg in self.desk.visits.get(self.id).legs if leg.id == self.leg)
        self.desk.parts.change(Leg, self.leg, NOW, at=leg.at + by)

    def touched(self, concern=None):
        """What is touched, perhaps of one kind."""
        return [line for line in self.desk.consequences.of(self.id) if concern in (None, line.concern)]


@pytest.fixture
def planned(desk):
    """A visit with something of everything."""
    return Planned(desk)


def test_5_3_what_was_booked_and_holds_is_not_listed(planned):
    planned.book(CarBooking, planned.car)
    assert planned.touched() == []


def test_5_3_a_flight_three_hours_later_touches_the_car_that_meets_it(planned):
    planned.book(CarBooking, planned.car)
    planned.fly_later()
    (line,) = planned.touched(Concern.BOOKING)
    assert line.changes == ("航班/车次时间：12月8日 09:30 → 12月8日 12:30",)
    assert (line.section, line.field) == ("arrangements", f"car_booking:{planned.car}")


def test_5_3_booking_anew_is_a_new_edition_and_nothing_is_touched_any_more(planned):
    planned.book(CarBooking, planned.car)
    planned.fly_later()
    planned.book(CarBooking, planned.car)  # confirmed
    assert planned.touched() == []


def test_5_3_a_booking_that_is_only_wanted_again_was_told_to_nobody(planned):
    planned.book(CarBooking, planned.car)
    planned.desk.parts.change(CarBooking, planned.car, NOW, state="wanted")
    planned.fly_later()
    assert planned.touched() == []


def test_5_3_a_booking_that_was_undone_was_told_to_nobody(planned):
    planned.book(CarBooking, planned.car)
    planned.desk.history.undo(NOW)
    planned.fly_later()
    assert planned.touched() == []


def test_5_3_a_booking_that_was_taken_out_must_be_called_off(planned):
    planned.book(HotelBooking, planned.hotel)
    planned.desk.parts.remove(HotelBooking, planned.hotel, NOW)
    assert [line.changes for line in planned.touched(Concern.BOOKING)] == [("已取消，不再需要。",)]


@pytest.mark.parametrize(
    ("kind", "part", "change"),
    [
        (HotelBooking, "hotel", {"rooms": 4}),
        (Meeting, "talk", {"needs": "投影"}),
        (Meal, "meal", {"place": "大餐厅"}),
        (CarBooking, "car", {"heads": 2}),
    ],
)
def test_5_3_every_booking_says_what_it_was_told_otherwise(planned, kind, part, change):
    planned.book(kind, getattr(planned, part))
    planned.desk.parts.change(kind, getattr(planned, part), NOW, **change)
    assert len(planned.touched(Concern.BOOKING)) == 1


def test_5_3_a_cancelled_visit_touches_all_that_is_booked(planned):
    planned.book(HotelBooking, planned.hotel)
    planned.book(Meal, planned.meal)
    planned.desk.visits.cancel(planned.id, NOW, "改期")
    assert len(planned.touched(Concern.BOOKING)) == 2


def test_5_3_papers_are_named_with_revision_holder_copies_and_difference(planned):
    planned.printed("D6", "刘师傅")
    planned.fly_later(timedelta(minutes=20))
    (line,) = planned.touched(Concern.PAPER)
    assert (line.what, line.who, line.copies) == ("D6 派车单 第 1 版", "刘师傅", 1)
    assert "09:30 → 12月8日 09:50" in line.changes[0]


def test_5_3_whoever_holds_several_things_is_told_once(planned):
    planned.book(CarBooking, planned.car)
    planned.printed("D6", "刘师傅")
    planned.fly_later()
    assert [line.what for line in planned.touched(Concern.PERSON)] == ["刘师傅"]


def test_5_3_the_message_is_ready_in_both_languages(planned):
    planned.book(CarBooking, planned.car)
    planned.fly_later()
    (line,) = planned.touched(Concern.PERSON)
    assert "09:30 → 12月8日 12:30" in line.texts["zh"]
    assert "8 Dec 09:30 → 8 Dec 12:30" in line.texts["en"]


def test_5_3_a_message_about_a_confidential_visit_names_nobody(planned):
    planned.book(CarBooking, planned.car)
    planned.desk.visits.change(planned.id, NOW, is_confidential=True)
    planned.fly_later()
    (line,) = planned.touched(Concern.PERSON)
    assert "恒屹" not in line.texts["zh"]


def test_B7_every_change_creates_a_list_of_whom_to_tell_with_ticks(planned):
    planned.book(CarBooking, planned.car)
    planned.book(HotelBooking, planned.hotel)
    planned.desk.visits.change(planned.id, NOW, heads=4)
    planned.desk.parts.change(HotelBooking, planned.hotel, NOW, rooms=4)
    assert {line.what: line.is_done for line in planned.touched(Concern.PERSON)} == {
        "刘师傅": False,
        "静安宾馆": False,
    }
    assert counted(planned.touched()) == "2 项预订、2 人"


def test_B7_a_tick_says_that_somebody_was_told(planned):
    planned.book(CarBooking, planned.car)
    planned.fly_later()
    (line,) = planned.touched(Concern.PERSON)
    planned.desk.consequences.tell(planned.id, line.edition_ids, NOW)
    assert still_open(planned.touched()) == []


def test_B7_a_further_change_voids_the_tick(planned):
    planned.book(CarBooking, planned.car)
    planned.fly_later()
    planned.desk.consequences.tell(planned.id, planned.touched(Concern.PERSON)[0].edition_ids, NOW)
    planned.fly_later()
    (line,) = planned.touched(Concern.PERSON)
    assert not line.is_done
    assert line.changes == ("航班/车次时间：12月8日 12:30 → 12月8日 15:30",)


def test_B7_told_and_then_changed_back_must_be_told_again(planned):
    planned.book(CarBooking, planned.car)
    planned.fly_later()
    planned.desk.consequences.tell(planned.id, planned.touched(Concern.PERSON)[0].edition_ids, NOW)
    planned.fly_later(-LATER)
    assert [line.changes for line in planned.touched(Concern.PERSON)] == [
        ("航班/车次时间：12月8日 12:30 → 12月8日 09:30",)
    ]


def test_B7_a_tick_can_be_taken_back(planned):
    planned.book(CarBooking, planned.car)
    planned.fly_later()
    ids = planned.touched(Concern.PERSON)[0].edition_ids
    planned.desk.consequences.tell(planned.id, ids, NOW)
    planned.desk.consequences.take_back(planned.id, ids, NOW)
    assert len(still_open(planned.touched(Concern.PERSON))) == 1


def test_B7_a_delay_moves_the_flight_its_car_and_the_rest_of_the_day_in_one_step(planned):
    fixed = planned.desk.parts.add(
        ItineraryRow, planned.id, NOW, activity="签约", starts_at=ARRIVAL + timedelta(hours=4), is_fixed=True
    )
    planned.desk.delays.delay(planned.id, Delay(leg_id=planned.leg, by=LATER), NOW)
    visit = planned.desk.visits.get(planned.id)
    assert visit.legs[0].at == ARRIVAL + timedelta(hours=2)
    assert visit.arrival_at == ARRIVAL + LATER
    assert visit.car_bookings[0].starts_at == ARRIVAL + timedelta(hours=1)
    assert visit.meetings[0].starts_at == ARRIVAL + LATER
    assert {row.id: row.starts_at for row in visit.itinerary}[fixed] == ARRIVAL + timedelta(hours=4)
    assert visit.departure_at == DEPARTURE


def test_B7_the_journey_alone_can_come_later(planned):
    planned.desk.delays.delay(planned.id, Delay(leg_id=planned.leg, by=LATER, along=False), NOW)
    visit = planned.desk.visits.get(planned.id)
    assert (visit.legs[0].at, visit.arrival_at) == (ARRIVAL + timedelta(hours=2), ARRIVAL)


def test_B7_what_a_delay_would_touch_is_seen_before_and_nothing_is_kept(planned):
    planned.book(CarBooking, planned.car)
    before = planned.desk.visits.get(planned.id).legs[0].at
    found = planned.desk.delays.preview(planned.id, Delay(leg_id=planned.leg, by=LATER), NOW)
    assert [line.concern for line in found.touched] == [Concern.BOOKING, Concern.PERSON]
    assert len(found.moves) >= 4
    assert planned.desk.visits.get(planned.id).legs[0].at == before
    assert planned.touched() == []


def test_5_4_the_short_code_of_a_sheet_says_whether_it_holds(planned):
    code = planned.printed("D6", "刘师傅").code
    assert planned.desk.short_codes.find(f" {code.lower()} ").words == "D6 派车单 第 1 版：有效"
    planned.fly_later(timedelta(minutes=20))
    answer = planned.desk.short_codes.find(code)
    assert not answer.is_good
    assert "旧版，有变动" in answer.words
    assert "09:50" in answer.words


def test_5_4_a_sheet_that_was_printed_again_says_so(planned):
    first = planned.printed("D6", "刘师傅").code
    planned.fly_later(timedelta(minutes=20))
    planned.printed("D6", "刘师傅")
    assert "旧版，已重新打印" in planned.desk.short_codes.find(first).words


def test_5_4_words_that_are_no_code_find_no_sheet(planned):
    assert planned.desk.short_codes.find("恒屹") is None
    assert planned.desk.short_codes.find("AAAAAA") is None


def test_B7_a_department_that_was_told_is_told_again(planned):
    notices = planned.desk.department_notices
    notices.tick(planned.id, "质量部", NOW, is_told=True)
    notices.tell_all(planned.id, NOW)
    planned.desk.visits.change(planned.id, NOW, heads=5)
    (line,) = planned.touched(Concern.PERSON)
    assert (line.what, line.section) == ("质量部", "plan")
    planned.desk.consequences.tell(planned.id, line.edition_ids, NOW)
    assert planned.touched() == []


def test_5_4_a_guests_title_flags_the_papers_that_carry_it_and_not_the_drivers_sheet(planned):
    desk = planned.desk
    guest = desk.guests.add(planned.id, "沈砚秋", NOW, title="副总经理")
    for number in ("D9", "D3", "D7"):
        planned.printed(number, f"拿着 {number} 的人")
    desk.guests.change(guest, NOW, title="总经理")
    assert [line.document for line in planned.touched(Concern.PAPER)] == ["D3", "D9"]
    assert {line.what for line in planned.touched(Concern.PERSON)} == {"拿着 D9 的人", "拿着 D3 的人"}


def test_5_3_words_on_a_sign_that_changed_since_are_listed_and_it_is_told_again(planned):
    desk = planned.desk
    sign = desk.signs.add("大堂条屏", NOW, width=192, height=32)
    message = desk.welcome.propose(planned.id, NOW, sign)
    desk.welcome.check(message, NOW)
    desk.welcome.tell_it(message, NOW)
    planned.desk.visits.change(planned.id, NOW, arrival_at=ARRIVAL + LATER)
    (line,) = planned.touched(Concern.SIGN)
    assert (line.who, line.changes) == ("IT", ("告知 IT 的内容已变。",))
    desk.welcome.tell_it(message, NOW)
    assert planned.touched(Concern.SIGN) == []


def test_5_3_a_value_that_was_read_back_and_changed_is_a_confirmation_that_fell(planned):
    desk = planned.desk
    fact = f"leg:{planned.leg}:number"
    desk.tellings.note(planned.id, "read-back", Choice(fact=fact), NOW, medium=Medium.PHONE)
    desk.parts.change(Leg, planned.leg, NOW, number="MU5103")
    (line,) = planned.touched(Concern.CONFIRMATION)
    assert "MU5101 → MU5103" in line.changes[0]
