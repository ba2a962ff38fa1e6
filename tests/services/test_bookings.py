"""Bookings: nothing is booked twice in silence, seats are counted, states go forward, proposals overwrite nothing."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from reception_desk.domain.booking import Car, CarBooking, HotelBooking
from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.occupancy import Resource
from reception_desk.domain.room import Room
from reception_desk.domain.ticket import Ticket, TicketState
from reception_desk.errors import ReceptionError
from reception_desk.services.booking_gate import OverlapError
from tests.desk import ARRIVAL, DEPARTURE, NOW, plain_visit

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def visit_id(desk):
    """The visit whose bookings are made."""
    return plain_visit(desk)


@pytest.fixture
def other_id(desk):
    """Another visit at the same time."""
    return desk.visits.new(
        NOW, company="晟川电子", main_guest="陆闻", arrival_at=ARRIVAL, departure_at=DEPARTURE
    ).id


def car(desk, visit_id, start=ARRIVAL, hours=2, plate="苏E12345", because="", **facts):
    booking = desk.parts.add(
        CarBooking, visit_id, NOW, starts_at=start, ends_at=start + hours * HOUR, **facts
    )
    desk.cars.take_car(booking, plate, NOW, because=because)
    return booking


def meeting(desk, visit_id, start=ARRIVAL, hours=2, room="一号会议室"):
    booking = desk.parts.add(
        Meeting, visit_id, NOW, starts_at=start, ends_at=start + hours * HOUR, topic="年度合作"
    )
    desk.bookings.take_room(Meeting, booking, room, NOW)
    return booking


def test_B2a_a_car_that_is_booked_already_names_the_other_booking(desk, visit_id, other_id):
    car(desk, other_id, purpose="接站")

    with pytest.raises(OverlapError) as refusal:
        car(desk, visit_id, ARRIVAL + HOUR)

    assert all(word in str(refusal.value) for word in ("苏E12345", "晟川电子", "接站"))
    assert desk.visits.get(visit_id).car_bookings[0].car is None


def test_B2a_a_car_may_be_booked_from_the_moment_it_is_back(desk, visit_id, other_id):
    car(desk, other_id)

    booking = car(desk, visit_id, ARRIVAL + 2 * HOUR)

    assert desk.visits.get(visit_id).car_bookings[0].id == booking


def test_a_reason_lets_an_overlap_stand_and_the_list_shows_it(desk, visit_id, other_id):
    car(desk, other_id)

    car(desk, visit_id, ARRIVAL + HOUR, because="两家同车")

    lines = [line for line in desk.bookings.between(ARRIVAL, ARRIVAL + DAY) if line.visit.id == visit_id]
    assert [other.number for other in lines[0].overlaps] == [desk.visits.get(other_id).number]


def test_a_reason_for_one_overlap_is_none_for_another_time(desk, visit_id, other_id):
    car(desk, other_id)
    booking = desk.parts.add(CarBooking, visit_id, NOW, starts_at=ARRIVAL + HOUR, ends_at=ARRIVAL + 2 * HOUR)
    with pytest.raises(OverlapError):
        desk.cars.take_car(booking, "苏E12345", NOW)
    desk.cars.take_car(booking, "苏E12345", NOW, because="两家同车")

    with pytest.raises(OverlapError):
        desk.parts.change(CarBooking, booking, NOW, ends_at=ARRIVAL + 5 * HOUR)


def test_moving_a_booking_onto_another_is_refused_and_nothing_is_changed(desk, visit_id, other_id):
    car(desk, other_id)
    booking = car(desk, visit_id, ARRIVAL + DAY)

    with pytest.raises(OverlapError):
        desk.parts.change(CarBooking, booking, NOW, starts_at=ARRIVAL + HOUR)

    assert desk.visits.get(visit_id).car_bookings[0].starts_at == ARRIVAL + DAY


def test_a_driver_drives_one_car_at_a_time(desk, visit_id, other_id):
    first = car(desk, other_id)
    desk.cars.take_driver(first, "王师傅", NOW)
    second = car(desk, visit_id, plate="苏E99999")

    with pytest.raises(OverlapError, match="王师傅"):
        desk.cars.take_driver(second, "王师傅", NOW)


def test_a_cancelled_visit_frees_its_car(desk, visit_id, other_id):
    car(desk, other_id)
    desk.visits.cancel(other_id, NOW)

    car(desk, visit_id)

    assert desk.visits.get(visit_id).car_bookings[0].car.plate == "苏E12345"


def test_A6_3a_a_room_that_is_booked_names_the_other_booking(desk, visit_id, other_id):
    desk.house.add(Room, NOW, name="一号会议室", seats=12)
    meeting(desk, other_id)

    with pytest.raises(OverlapError, match="晟川电子"):
        meeting(desk, visit_id, ARRIVAL + HOUR)


def test_A6_3a_more_people_than_the_room_has_seats_is_said(desk, visit_id):
    desk.house.add(Room, NOW, name="一号会议室", seats=6)
    desk.visits.change(visit_id, NOW, heads=5)
    booking = meeting(desk, visit_id)
    desk.parts.change(Meeting, booking, NOW, our_heads=4)

    assert desk.bookings.warnings(Meeting, booking) == ["9 人，但只有 6 个座位。"]


def test_a_meal_and_a_meeting_do_not_share_a_room(desk, visit_id, other_id):
    desk.house.add(Room, NOW, name="一号会议室")
    meeting(desk, other_id)
    meal = desk.parts.add(Meal, visit_id, NOW, starts_at=ARRIVAL + HOUR)

    with pytest.raises(OverlapError):
        desk.bookings.take_room(Meal, meal, "一号会议室", NOW)


def test_the_refusal_names_who_is_free_instead(desk, visit_id, other_id):
    desk.house.add(Car, NOW, plate="苏E77777", seats=7)
    car(desk, other_id)

    with pytest.raises(OverlapError) as refusal:
        car(desk, visit_id)

    assert [one.name for one in refusal.value.free] == ["苏E77777"]
    assert "苏E77777" in str(refusal.value)


def test_who_is_free_says_until_when(desk, other_id):
    car(desk, other_id, ARRIVAL + 3 * HOUR)

    (free,) = desk.bookings.free(Resource.CAR, ARRIVAL, ARRIVAL + HOUR)

    assert (free.name, free.until) == ("苏E12345", ARRIVAL + 3 * HOUR)


def test_who_is_free_for_longest_comes_first(desk, other_id):
    for plate, hours in (("苏E11111", 5), ("苏E22222", 9)):
        car(desk, other_id, ARRIVAL + hours * HOUR, plate=plate)
    desk.house.add(Car, NOW, plate="苏E33333")

    free = desk.bookings.free(Resource.CAR, ARRIVAL, ARRIVAL + HOUR)

    assert [one.name for one in free] == ["苏E33333", "苏E22222", "苏E11111"]


def test_the_list_asks_for_what_is_taken_once_however_long_it_is(desk, visit_id, other_id):
    for hour in range(8):
        car(desk, visit_id, ARRIVAL + 3 * hour * HOUR, plate=f"苏E7000{hour}")
    asked = []
    with desk.database.connection() as connection:
        event.listen(connection.engine, "before_cursor_execute", lambda *sent: asked.append(sent[2]))

    desk.bookings.between(ARRIVAL, ARRIVAL + DAY)
    for_eight = len(asked)
    car(desk, other_id, plate="苏E70009")
    asked.clear()
    desk.bookings.between(ARRIVAL, ARRIVAL + DAY)

    assert len(asked) == for_eight


def test_the_driver_has_a_seat_too(desk, visit_id):
    desk.house.add(Car, NOW, plate="苏E12345", seats=5)
    desk.visits.change(visit_id, NOW, heads=5)

    booking = car(desk, visit_id)

    assert desk.bookings.warnings(CarBooking, booking) == ["5 人，但只有 4 个座位。"]


def test_B1_fewer_beds_than_guests_is_said(desk, visit_id):
    desk.visits.change(visit_id, NOW, heads=5)
    stay = desk.parts.add(HotelBooking, visit_id, NOW, rooms=3, beds=4)

    assert desk.bookings.warnings(HotelBooking, stay) == ["5 位来宾，但只有 4 张床。"]


def test_B1_a_price_above_the_standard_wants_a_reason(desk, visit_id):
    desk.company.change(NOW, hotel_standards={"1": 600})
    stay = desk.parts.add(HotelBooking, visit_id, NOW, price=680)
    assert "680" in desk.bookings.warnings(HotelBooking, stay)[0]

    desk.parts.change(HotelBooking, stay, NOW, price_reason="会展期间涨价")

    assert desk.bookings.warnings(HotelBooking, stay) == []


def test_states_go_forward_one_by_one_and_undo_takes_one_back(desk, visit_id):
    booking = car(desk, visit_id)
    desk.bookings.advance(CarBooking, booking, NOW)
    desk.bookings.advance(CarBooking, booking, NOW)
    assert desk.visits.get(visit_id).car_bookings[0].state is BookingState.CONFIRMED
    with pytest.raises(ReceptionError):
        desk.bookings.advance(CarBooking, booking, NOW)

    desk.history.undo(NOW)

    assert desk.visits.get(visit_id).car_bookings[0].state is BookingState.BOOKED


def test_B12_a_ticket_goes_from_wanted_to_handed_over(desk, visit_id):
    ticket = desk.parts.add(Ticket, visit_id, NOW, number="G7012")

    desk.bookings.advance(Ticket, ticket, NOW)
    desk.bookings.advance(Ticket, ticket, NOW)

    assert desk.visits.get(visit_id).tickets[0].state is TicketState.HANDED_OVER


def test_A6_4b_a_car_is_ready_with_all_three_checks(desk, visit_id):
    booking = car(desk, visit_id)
    desk.bookings.check(booking, "is_clean", NOW, done=True)
    desk.bookings.check(booking, "is_reliable", NOW, done=True)
    assert not desk.visits.get(visit_id).car_bookings[0].is_ready

    desk.bookings.check(booking, "is_fuelled", NOW, done=True)

    assert desk.visits.get(visit_id).car_bookings[0].is_ready


def test_proposals_put_in_what_is_wanted_and_overwrite_nothing(desk, visit_id):
    desk.visits.change(visit_id, NOW, pick_up=Answer.YES, hotel=Answer.YES, ticket=Answer.YES, heads=3)
    for direction, at in ((Direction.ARRIVAL, ARRIVAL), (Direction.DEPARTURE, DEPARTURE)):
        desk.parts.add(Leg, visit_id, NOW, direction=direction, carrier=Carrier.TRAIN, number="G7012", at=at)

    assert desk.bookings.propose(visit_id, NOW) == 4
    assert desk.bookings.propose(visit_id, NOW) == 0

    visit = desk.visits.get(visit_id)
    assert [booking.purpose for booking in visit.car_bookings] == ["接站", "送站"]
    assert [stay.beds for stay in visit.hotel_bookings] == [3]
    assert [ticket.number for ticket in visit.tickets] == ["G7012"]


def test_a_booking_without_a_time_stands_at_the_end_of_the_list(desk, visit_id):
    car(desk, visit_id)
    desk.parts.add(Ticket, visit_id, NOW, number="G7012")

    lines = desk.bookings.between(ARRIVAL, ARRIVAL + DAY)

    assert [type(line.booking) for line in lines] == [CarBooking, Ticket]


def test_B2a_a_booking_that_is_too_long_to_be_seen_by_others_is_refused(desk, visit_id):
    with pytest.raises(ReceptionError, match="62"):
        car(desk, visit_id, hours=24 * 62 + 1)

    assert car(desk, visit_id, hours=24 * 62)


def _car_is_removed(desk, visit_id, booking):
    desk.parts.remove(CarBooking, booking, NOW)


def _visit_moves(desk, visit_id, booking):
    desk.rescheduling.reschedule(visit_id, ARRIVAL + DAY, NOW)


def _visit_is_cancelled(desk, visit_id, booking):
    desk.visits.cancel(visit_id, NOW)


def _visit_is_deleted(desk, visit_id, booking):
    desk.bin.delete(visit_id, NOW)


@pytest.mark.parametrize("act", [_car_is_removed, _visit_moves, _visit_is_cancelled, _visit_is_deleted])
def test_B2a_undo_brings_no_booking_back_over_one_made_since(desk, visit_id, other_id, act):
    act(desk, visit_id, car(desk, visit_id))
    freed = desk.history.undoable()
    car(desk, other_id)

    with pytest.raises(ReceptionError, match="晟川电子"):
        desk.history.undo_step(freed.id, NOW)

    assert [line.overlaps for line in desk.bookings.between(ARRIVAL, ARRIVAL + HOUR)] == [()]


def test_undo_brings_an_overlap_back_together_with_its_reason(desk, visit_id, other_id):
    car(desk, other_id)
    booking = car(desk, visit_id, because="两家同车")
    desk.parts.change(CarBooking, booking, NOW, starts_at=ARRIVAL + DAY, ends_at=ARRIVAL + DAY + HOUR)

    desk.history.undo(NOW)

    assert desk.visits.get(visit_id).car_bookings[0].overlap_reason == "两家同车"


def test_a_stay_is_not_listed_on_the_day_before_it_begins(desk, visit_id):
    desk.parts.add(HotelBooking, visit_id, NOW, hotel="湖畔云庭", check_in=ARRIVAL.date())
    midnight = ARRIVAL.replace(hour=0, minute=0)

    assert desk.bookings.between(midnight - DAY, midnight) == []
    assert len(desk.bookings.between(midnight, midnight + DAY)) == 1
