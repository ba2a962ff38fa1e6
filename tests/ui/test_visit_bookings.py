"""Bookings from the visit: who is free is offered, an overlap is refused beside the field, a reason saves it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from reception_desk.domain.booking import Car, CarBooking
from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import Carrier, Direction, Leg
from tests.desk import ARRIVAL, DEPARTURE, NOW, plain_visit
from ui.screens.visit.arrangements import ArrangementsSection
from ui.screens.visit.visit import VisitScreen

HOUR = timedelta(hours=1)
PLATE = "苏E12345"


@pytest.fixture
def visit_id(desk):
    desk.house.add(Car, NOW, plate=PLATE, seats=7)
    desk.house.add(Car, NOW, plate="苏E77777", seats=5)
    other = desk.visits.new(
        NOW, company="晟川电子", main_guest="陆闻", arrival_at=ARRIVAL, departure_at=DEPARTURE
    )
    booking = desk.parts.add(
        CarBooking, other.id, NOW, starts_at=ARRIVAL, ends_at=ARRIVAL + 2 * HOUR, purpose="接站"
    )
    desk.cars.take_car(booking, PLATE, NOW)
    return plain_visit(desk)


@pytest.fixture
def sheet(qtbot, desk, clock, visit_id):
    """The sheet of a car booking at the same time as the other visit's."""
    booking = desk.parts.add(CarBooking, visit_id, NOW, starts_at=ARRIVAL, ends_at=ARRIVAL + HOUR)
    screen = VisitScreen(desk, clock)
    qtbot.addWidget(screen)
    screen.show_visit(visit_id, f"arrangements/car_booking:{booking}")
    return arrangements(screen).cards[CarBooking].sheet


def arrangements(screen):
    section = screen.section()
    assert isinstance(section, ArrangementsSection)
    return section


def booked(desk, visit_id):
    return desk.visits.get(visit_id).car_bookings[0]


def test_the_cars_are_offered_with_who_is_free_first(sheet):
    offered = sheet.form.fact("car_id")._suggest("")

    assert offered == [("苏E77777", "可坐 4 人 · 空闲"), (PLATE, "晟川电子占用至 12-08 12:30")]


def test_its_own_car_is_not_taken_by_somebody_else(sheet):
    sheet._on_wanted("car_id", "苏E77777")

    assert ("苏E77777", "本项已选") in sheet.form.fact("car_id")._suggest("")


def test_an_overlap_is_refused_beside_the_car_and_names_the_other_visit(desk, visit_id, sheet):
    sheet._on_wanted("car_id", PLATE)

    assert "晟川电子" in sheet.form.fact("car_id").refusal()
    assert booked(desk, visit_id).car is None


def test_what_is_free_instead_is_taken_with_one_click(desk, visit_id, sheet):
    sheet._on_wanted("car_id", PLATE)

    (offer,) = sheet.offers.buttons
    offer.click()

    assert booked(desk, visit_id).car.plate == "苏E77777"
    assert sheet.offers.buttons == []


def test_a_reason_saves_what_was_refused(desk, visit_id, sheet):
    sheet._on_wanted("car_id", PLATE)

    sheet._on_wanted("overlap_reason", "两家同车")

    assert (booked(desk, visit_id).car.plate, booked(desk, visit_id).overlap_reason) == (PLATE, "两家同车")


def test_too_few_seats_are_said_above_the_facts(desk, visit_id, sheet):
    desk.visits.change(visit_id, NOW, heads=5)

    sheet._on_wanted("car_id", "苏E77777")
    sheet.show_visit(desk.visits.get(visit_id))

    assert sheet.warning.text() == "5 人，但只有 4 个座位。"


def test_a_check_of_the_car_is_one_click(desk, visit_id, sheet):
    sheet.form.fact("checks").button("is_clean").click()

    assert booked(desk, visit_id).is_clean


def test_what_is_wanted_is_proposed_with_one_click(qtbot, desk, clock, visit_id):
    desk.visits.change(visit_id, NOW, pick_up=Answer.YES, hotel=Answer.YES, heads=2)
    desk.parts.add(
        Leg,
        visit_id,
        NOW,
        direction=Direction.ARRIVAL,
        carrier=Carrier.TRAIN,
        number="G7012",
        at=ARRIVAL - HOUR,
    )
    screen = VisitScreen(desk, clock)
    qtbot.addWidget(screen)
    screen.show_visit(visit_id, "arrangements")

    arrangements(screen).propose.click()

    visit = desk.visits.get(visit_id)
    assert (len(visit.car_bookings), len(visit.hotel_bookings)) == (1, 1)


def test_space_on_a_row_books_it_and_confirms_it(qtbot, desk, clock, visit_id, sheet):
    booking = booked(desk, visit_id)
    screen = VisitScreen(desk, clock)
    qtbot.addWidget(screen)
    screen.show_visit(visit_id, "arrangements")
    rows = arrangements(screen).cards[CarBooking].rows
    rows.go_to(booking.id)

    qtbot.keyClick(rows, Qt.Key.Key_Space)
    qtbot.keyClick(rows, Qt.Key.Key_Space)

    assert booked(desk, visit_id).state is BookingState.CONFIRMED
