"""Bookings as the desk looks at them: what presses, what the checks of the cars settle, who is free from when."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.domain.booking import Car, CarBooking
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.occupancy import Resource
from reception_desk.services.booking_day import in_use
from tests.desk import ARRIVAL, NOW, plain_visit

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def visit_id(desk):
    """A visit with a car from its arrival on."""
    made = plain_visit(desk)
    booking = desk.parts.add(CarBooking, made, NOW, starts_at=ARRIVAL, ends_at=ARRIVAL + 2 * HOUR)
    desk.cars.take_car(booking, "苏E12345", NOW)
    return made


def pressing(desk, now):
    """What Today names as still to be booked."""
    return [line.booking.id for line in desk.today.at(now).unbooked]


def test_what_is_not_booked_a_day_before_it_begins_is_named_on_today(desk, visit_id):
    assert pressing(desk, ARRIVAL - DAY - HOUR) == []
    assert len(pressing(desk, ARRIVAL - DAY + HOUR)) == 1


def test_once_booked_or_begun_it_is_no_longer_named(desk, visit_id):
    assert pressing(desk, ARRIVAL + HOUR) == []
    booking = desk.visits.get(visit_id).car_bookings[0].id

    desk.bookings.advance(CarBooking, booking, NOW)

    assert pressing(desk, ARRIVAL - HOUR) == []


def test_talks_without_a_room_of_ours_need_no_booking(desk, visit_id):
    desk.parts.add(Meeting, visit_id, NOW, starts_at=ARRIVAL, topic="年度合作")

    assert len(pressing(desk, ARRIVAL - HOUR)) == 1


def test_a_car_is_free_from_the_end_of_what_follows_without_a_gap(desk, visit_id):
    other = desk.visits.new(NOW, company="晟川电子", arrival_at=ARRIVAL).id
    booking = desk.parts.add(CarBooking, other, NOW, starts_at=ARRIVAL + 2 * HOUR, ends_at=ARRIVAL + 3 * HOUR)
    desk.cars.take_car(booking, "苏E12345", NOW)

    (used,) = in_use(desk.bookings.between(ARRIVAL, ARRIVAL + DAY), Resource.CAR, desk.house.offered(Car))

    assert used.free_from(ARRIVAL + HOUR) == ARRIVAL + 3 * HOUR
    assert used.free_from(ARRIVAL - HOUR) == ARRIVAL - HOUR
    assert used.free_until(ARRIVAL - HOUR) == ARRIVAL
