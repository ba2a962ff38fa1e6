"""Bookings of section 6.1 and 6.2: nothing twice in silence, cars ready by their own checks, tickets handed over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.domain.booking import Car, CarBooking, HotelBooking
from reception_desk.domain.entity import Answer
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.room import Room
from reception_desk.domain.ticket import Ticket, TicketState
from reception_desk.services.booking_day import ripe
from reception_desk.services.booking_gate import OverlapError
from tests.desk import ARRIVAL, DEPARTURE, NOW

HOUR = timedelta(hours=1)
CHECKS = ("is_clean", "is_reliable", "is_fuelled")


def car(visit, plate="苏E12345", start=ARRIVAL):
    """A car booked for two hours; its booking's id."""
    booking = visit.add(CarBooking, starts_at=start, ends_at=start + 2 * HOUR, purpose="接站")
    visit.desk.cars.take_car(booking, plate, NOW)
    return booking


def another(desk):
    """Another visit at the same time."""
    return desk.visits.new(NOW, company="晟川电子", arrival_at=ARRIVAL, departure_at=DEPARTURE).id


def test_B1_every_guest_with_lodging_wanted_has_a_bed_or_it_is_said(asked):
    visit = asked(yes=["hotel"], heads=4)
    stay = visit.add(HotelBooking, rooms=3, beds=3)

    assert visit.desk.bookings.warnings(HotelBooking, stay) == ["4 位来宾，但只有 3 张床。"]

    visit.desk.parts.change(HotelBooking, stay, NOW, beds=4)
    assert visit.desk.bookings.warnings(HotelBooking, stay) == []


def test_B2a_an_overlap_names_the_other_job_and_end_is_start_is_none(asked, desk):
    visit, other = asked(), another(desk)
    booked = desk.parts.add(
        CarBooking, other, NOW, starts_at=ARRIVAL - 2 * HOUR, ends_at=ARRIVAL, purpose="送厂区"
    )
    desk.cars.take_car(booked, "苏E12345", NOW)
    first = car(visit)

    with pytest.raises(OverlapError, match="晟川电子") as refusal:
        desk.parts.change(CarBooking, first, NOW, starts_at=ARRIVAL - HOUR)
    assert "送厂区" in str(refusal.value)


def test_A6_3a_a_room_conflict_names_the_other_booking_and_seats_count_both_sides(asked, desk):
    desk.house.add(Room, NOW, name="一号会议室", seats=6)
    visit, other = asked(heads=5), another(desk)
    times = {"starts_at": ARRIVAL, "ends_at": ARRIVAL + HOUR}
    booked = desk.parts.add(Meeting, other, NOW, topic="样机评审", **times)
    desk.bookings.take_room(Meeting, booked, "一号会议室", NOW)
    meeting = visit.add(Meeting, our_heads=4, **times)

    with pytest.raises(OverlapError, match="样机评审"):
        desk.bookings.take_room(Meeting, meeting, "一号会议室", NOW)

    desk.bookings.take_room(Meeting, meeting, "一号会议室", NOW, because="隔断使用")
    assert any("9 人，但只有 6 个座位" in said for said in desk.bookings.warnings(Meeting, meeting))


def test_A6_4b_B2b_the_item_is_ripe_once_all_three_checks_of_every_car_are_made(asked, desk):
    visit = asked(yes=["pick_up"])
    cars = [car(visit), car(visit, "苏E22222")]
    for number, booking in enumerate(cars):
        for check in CHECKS:
            assert "130" not in ripe_codes(visit)
            desk.bookings.check(booking, check, NOW, done=True)
        assert ("130" in ripe_codes(visit)) == (number == len(cars) - 1)

    desk.preparation.check_off(visit.id, "130", "", NOW)
    assert visit.item("130").state is ItemState.DONE


def test_B2c_tissues_and_water_are_ticked_by_car(asked, desk):
    desk.house.add(Car, NOW, plate="苏E12345", seats=7)
    visit = asked(yes=["pick_up"])
    booking = car(visit)
    assert "202" not in ripe_codes(visit)

    desk.bookings.check(booking, "is_supplied", NOW, done=True)

    assert "202" in ripe_codes(visit)


def test_B12_the_tick_that_a_ticket_was_handed_over(asked, desk):
    visit = asked(yes=["ticket"])
    ticket = visit.add(Ticket, number="G7349", price=180)
    desk.bookings.advance(Ticket, ticket, NOW)
    desk.bookings.advance(Ticket, ticket, NOW)

    (told,) = desk.visits.get(visit.id).tickets
    assert (told.state, told.price) == (TicketState.HANDED_OVER, 180)


def test_a_visit_that_does_not_want_a_hotel_is_not_told_of_beds(asked):
    visit = asked(heads=4)

    assert visit.desk.visits.get(visit.id).hotel is Answer.NO
    assert visit.desk.bookings.propose(visit.id, NOW) == 0


def ripe_codes(visit):
    """The codes that the checks of the cars have settled."""
    return [item.code for item in ripe(visit.desk.visits.get(visit.id), visit.desk.preparation.of(visit.id))]
