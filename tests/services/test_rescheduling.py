"""Moving a visit to another day, and taking it up once more."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.domain.booking import Car, CarBooking, HotelBooking
from reception_desk.domain.entity import Answer
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.journey import Direction, Leg
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.visit import VisitState
from reception_desk.errors import ReceptionError
from reception_desk.services.booking_gate import OverlapError
from tests.desk import ARRIVAL, DEPARTURE, NOW, plain_visit

DAY = timedelta(days=1)
LATER = ARRIVAL + 7 * DAY


@pytest.fixture
def visit_id(desk):
    """A visit with one part of each kind."""
    made = plain_visit(desk, meal=Answer.YES, heads=6)
    add = desk.parts.add
    add(Leg, made, NOW, direction=Direction.ARRIVAL, at=ARRIVAL - timedelta(hours=1), number="G7012")
    add(Meeting, made, NOW, starts_at=ARRIVAL, ends_at=ARRIVAL + timedelta(hours=2), room="一号会议室")
    add(Meal, made, NOW, starts_at=ARRIVAL + timedelta(hours=3), heads=10)
    add(ItineraryRow, made, NOW, starts_at=ARRIVAL, ends_at=ARRIVAL + timedelta(hours=1), activity="参观")
    add(CarBooking, made, NOW, starts_at=ARRIVAL - timedelta(hours=2), ends_at=ARRIVAL)
    add(HotelBooking, made, NOW, check_in=ARRIVAL.date(), check_out=DEPARTURE.date(), hotel="金陵饭店")
    desk.preparation.check_off(made, "101", "", NOW)
    return made


def times(visit):
    """Every planned time of a visit with a part of each kind."""
    hotel = visit.hotel_bookings[0]
    return [
        visit.arrival_at,
        visit.departure_at,
        visit.legs[0].at,
        visit.meetings[0].starts_at,
        visit.meetings[0].ends_at,
        visit.meals[0].starts_at,
        visit.itinerary[0].starts_at,
        visit.car_bookings[0].starts_at,
        hotel.check_in,
        hotel.check_out,
    ]


def test_every_planned_time_moves_by_the_same_days(desk, visit_id):
    before = times(desk.visits.get(visit_id))

    desk.rescheduling.reschedule(visit_id, LATER, NOW)

    assert times(desk.visits.get(visit_id)) == [moment + 7 * DAY for moment in before]


def test_moving_a_visit_is_one_step_that_can_be_undone(desk, visit_id):
    before = times(desk.visits.get(visit_id))
    desk.rescheduling.reschedule(visit_id, LATER, NOW)

    step = desk.history.undo(NOW)

    assert "2026-12-15 10:30" in step.said
    assert times(desk.visits.get(visit_id)) == before


def test_ticks_and_states_stay_when_a_visit_moves(desk, visit_id):
    before = desk.visits.get(visit_id)

    desk.rescheduling.reschedule(visit_id, LATER, NOW)

    after = desk.visits.get(visit_id)
    assert [(item.state, item.done_at, item.due_then) for item in after.items] == [
        (ItemState.DONE, item.done_at, item.due_then) for item in before.items
    ]
    assert after.car_bookings[0].state is before.car_bookings[0].state


def test_a_window_set_by_hand_moves_and_one_that_is_over_stays(desk, visit_id):
    sign_id = desk.signs.add("大堂屏", NOW)
    set_by_hand = {"starts_at": ARRIVAL - timedelta(hours=2), "ends_at": ARRIVAL + timedelta(hours=4)}
    kept, over = (
        desk.welcome.add(sign_id, "热烈欢迎", now=NOW, visit_id=visit_id, **set_by_hand) for _ in range(2)
    )
    desk.welcome.cancel(over, NOW)

    desk.rescheduling.reschedule(visit_id, LATER, NOW)

    starts = {message.id: message.starts_at for message in desk.visits.get(visit_id).messages}
    assert starts == {kept: set_by_hand["starts_at"] + 7 * DAY, over: set_by_hand["starts_at"]}


def test_the_preview_names_each_time_and_changes_nothing(desk, visit_id):
    before = times(desk.visits.get(visit_id))

    moves = desk.rescheduling.preview(visit_id, LATER)

    assert {move.entity.__tablename__ for move in moves} == {
        "visit", "leg", "meeting", "meal", "itinerary_row", "car_booking", "hotel_booking",
    }  # fmt: skip
    assert times(desk.visits.get(visit_id)) == before


def test_a_visit_whose_guests_are_here_is_not_moved(desk, visit_id):
    desk.visits.arrived(visit_id, ARRIVAL)

    with pytest.raises(ReceptionError, match="已"):
        desk.rescheduling.reschedule(visit_id, LATER, ARRIVAL)


def test_a_copy_has_a_number_of_its_own_and_says_whence_it_comes(desk, visit_id):
    copied = desk.visits.get(desk.rescheduling.copy(visit_id, NOW, LATER))

    assert copied.number == "2026-0002"
    assert "2026-0001" in desk.history.of_visit(copied.id)[0].said


def test_a_copy_takes_the_plan_along_and_leaves_what_was_done_behind(desk, visit_id):
    desk.visits.arrived(visit_id, ARRIVAL)
    source = desk.visits.get(visit_id)

    copied = desk.visits.get(desk.rescheduling.copy(visit_id, NOW, LATER))

    assert (copied.company_id, copied.meal, copied.heads) == (source.company_id, Answer.YES, 6)
    assert copied.main_guest.person_id == source.main_guest.person_id
    assert (copied.arrival_at, copied.departure_at) == (LATER, DEPARTURE + 7 * DAY)
    assert copied.meetings[0].starts_at == source.meetings[0].starts_at + 7 * DAY
    assert (
        copied.items == copied.messages == copied.legs == copied.car_bookings == copied.hotel_bookings == []
    )
    assert (copied.actual_arrival_at, copied.state) == (None, VisitState.DRAFT)


def test_a_copy_without_a_day_keeps_the_rows_and_leaves_their_times_open(desk, visit_id):
    copied = desk.visits.get(desk.rescheduling.copy(visit_id, NOW))

    assert (copied.arrival_at, copied.departure_at) == (None, None)
    assert [(row.activity, row.starts_at) for row in copied.itinerary] == [("参观", None)]


def test_a_copy_is_taken_back_whole(desk, visit_id):
    copied = desk.rescheduling.copy(visit_id, NOW, LATER)

    desk.history.undo(NOW)

    with pytest.raises(ReceptionError):
        desk.visits.get(copied)


def test_a_visit_is_cancelled_with_its_reason_and_taken_up_without_it(desk, visit_id):
    desk.visits.cancel(visit_id, NOW, "对方改期")
    assert "对方改期" in desk.history.of_visit(visit_id)[0].said
    assert desk.visits.get(visit_id).cancel_reason == "对方改期"

    desk.visits.take_up_again(visit_id, NOW)
    assert desk.visits.get(visit_id).cancel_reason == ""


def test_a_car_that_is_taken_then_is_refused_until_somebody_says_why(desk, visit_id):
    car = desk.house.add(Car, NOW, plate="沪A12345", seats=5)
    booking = desk.visits.get(visit_id).car_bookings[0]
    desk.parts.change(CarBooking, booking.id, NOW, car_id=car)
    other = desk.visits.new(NOW, company="别家公司", arrival_at=LATER).id
    desk.parts.add(CarBooking, other, NOW, car_id=car, starts_at=LATER - timedelta(hours=1), ends_at=LATER)

    with pytest.raises(OverlapError, match="别家公司"):
        desk.rescheduling.reschedule(visit_id, LATER, NOW)
    assert desk.visits.get(visit_id).arrival_at == ARRIVAL

    desk.rescheduling.reschedule(visit_id, LATER, NOW, "同车前往")
    assert desk.visits.get(visit_id).car_bookings[0].overlap_reason == "同车前往"
