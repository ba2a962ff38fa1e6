"""The bookings of all visits in the window: open ones first, conflicts named, states by Space, checks by 1 to 4."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from reception_desk.domain.booking import Car, CarBooking, HotelBooking
from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.entity import Answer
from reception_desk.domain.ticket import Ticket
from tests.desk import ARRIVAL, DEPARTURE, NOW, plain_visit
from tests.window import press
from ui.models.bookings import Column

HOUR = timedelta(hours=1)


@pytest.fixture
def visit_id(desk):
    """The visit whose bookings are made."""
    return plain_visit(desk)


@pytest.fixture
def screen(frame, clock):
    """The bookings on the day of the arrival, an hour before it."""
    clock.now = ARRIVAL - HOUR
    frame.go("bookings")
    return frame.screens["bookings"]


def car(desk, visit_id, start=ARRIVAL, plate="苏E12345", **facts):
    booking = desk.parts.add(CarBooking, visit_id, NOW, starts_at=start, ends_at=start + 2 * HOUR, **facts)
    desk.cars.take_car(booking, plate, NOW, because=facts.get("overlap_reason", ""))
    return booking


def words(screen, column):
    """What stands in a column, top to bottom."""
    return [screen.model.index(row, column).data() for row in range(screen.model.rowCount())]


def test_without_bookings_it_says_where_they_are_made(screen):
    assert screen._nothing.isVisible()
    assert "安排" in screen._nothing._hint.text()


def test_what_is_still_to_be_booked_stands_first(desk, visit_id, screen):
    early = car(desk, visit_id, ARRIVAL, "苏E11111")
    car(desk, visit_id, ARRIVAL + 3 * HOUR, "苏E22222")
    desk.bookings.advance(CarBooking, early, NOW)
    screen.refresh()

    assert words(screen, Column.STATE) == ["待订", "已订"]
    assert words(screen, Column.WHEN) == ["13:30–15:30", "10:30–12:30"]


def test_an_overlap_names_the_other_visit_and_offers_what_is_free_with_one_click(desk, visit_id, screen):
    other = desk.visits.new(NOW, company="晟川电子", arrival_at=ARRIVAL, departure_at=DEPARTURE).id
    desk.house.add(Car, NOW, plate="苏E77777", seats=7)
    car(desk, other, purpose="接站")
    booking = car(desk, visit_id, ARRIVAL + HOUR, overlap_reason="两家同车")
    screen.refresh()
    screen.table.selectRow(screen.model.row_of(CarBooking, booking))

    assert "晟川电子" in words(screen, Column.MARKS)[screen.model.row_of(CarBooking, booking)]
    assert "接站" in screen.card._trouble.text()
    assert "两家同车" in screen.card._trouble.text()

    screen.card.offers[0].click()

    assert desk.visits.get(visit_id).car_bookings[0].car.plate == "苏E77777"
    assert not any("晟川" in mark for mark in words(screen, Column.MARKS))


def test_space_goes_a_state_further_and_undo_takes_it_back(qtbot, desk, visit_id, screen, frame):
    car(desk, visit_id)
    screen.refresh()
    screen.table.setFocus()

    press(qtbot, frame, Qt.Key.Key_Space)
    assert desk.visits.get(visit_id).car_bookings[0].state is BookingState.BOOKED

    press(qtbot, frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.visits.get(visit_id).car_bookings[0].state is BookingState.WANTED


def test_A6_4b_the_checks_of_a_car_are_made_by_its_numbers(qtbot, desk, visit_id, screen, frame):
    car(desk, visit_id)
    screen.refresh()
    screen.table.setFocus()

    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        press(qtbot, frame, key)
    assert desk.visits.get(visit_id).car_bookings[0].is_ready

    press(qtbot, frame, Qt.Key.Key_2)
    assert not desk.visits.get(visit_id).car_bookings[0].is_ready


def test_A6_4b_once_every_car_is_checked_the_item_is_offered_to_be_ticked(desk, visit_id, screen):
    desk.visits.change(visit_id, NOW, pick_up=Answer.YES)
    first, second = car(desk, visit_id), car(desk, visit_id, plate="苏E22222")
    for check in ("is_clean", "is_reliable", "is_fuelled"):
        desk.bookings.check(first, check, NOW, done=True)
    screen.refresh()
    screen.table.selectRow(screen.model.row_of(CarBooking, first))
    assert not screen.card.ripe.isVisible()

    for check in ("is_clean", "is_reliable", "is_fuelled"):
        desk.bookings.check(second, check, NOW, done=True)
    screen.refresh()
    screen.card.ripe.click()

    (item,) = [item for item in desk.preparation.of(visit_id) if item.code == "130"]
    assert not item.is_open
    assert not screen.card.ripe.isVisible()


def test_B2c_water_and_tissues_are_as_many_as_the_seats(desk, visit_id, screen):
    desk.house.add(Car, NOW, plate="苏E12345", seats=7)
    car(desk, visit_id)
    screen.refresh()

    assert "× 7" in screen.card.checks["is_supplied"].text()


def test_who_is_free_is_said_with_the_time_the_others_come_back(desk, visit_id, screen, clock):
    desk.house.add(Car, NOW, plate="苏E77777", seats=7)
    car(desk, visit_id)
    clock.now = ARRIVAL + HOUR
    screen.head.kinds.set_value("car")
    screen.refresh()

    said = screen.occupancy.free_words.text()
    assert "现在空闲：苏E77777（6 座）" in said
    assert "苏E12345（12:30 起空闲）" in said


def test_enter_opens_the_visit_at_its_arrangement(qtbot, desk, visit_id, screen, frame):
    booking = car(desk, visit_id)
    screen.refresh()
    screen.table.setFocus()
    with qtbot.waitSignal(screen.visit_wanted) as wanted:
        press(qtbot, frame, Qt.Key.Key_Return)

    assert wanted.args == [visit_id, f"arrangements/car_booking:{booking}"]


def test_a_kind_and_what_is_open_can_be_asked_for_alone(desk, visit_id, screen):
    booking = car(desk, visit_id)
    desk.bookings.advance(CarBooking, booking, NOW)
    desk.parts.add(Ticket, visit_id, NOW, number="G7012", leaves_at=ARRIVAL + HOUR)
    screen.head.kinds.set_value("ticket")
    screen.refresh()
    assert words(screen, Column.WHAT) == ["G7012"]

    screen.head.kinds.set_value("")
    screen.head.states.set_value("open")
    screen.refresh()
    assert words(screen, Column.STATE) == ["未买"]


def test_the_week_shows_what_the_day_does_not(desk, visit_id, screen):
    car(desk, visit_id, ARRIVAL + timedelta(days=3))
    screen.refresh()
    assert screen.model.rowCount() == 0

    screen.head.spans.set_value(7)
    screen.retranslate()
    assert words(screen, Column.WHEN) == ["12-11 周五 10:30–12:30"]


def test_a_stay_shows_its_nights_and_lacking_beds(desk, visit_id, screen):
    desk.visits.change(visit_id, NOW, heads=5)
    nights = {"check_in": ARRIVAL.date(), "check_out": DEPARTURE.date()}
    desk.parts.add(HotelBooking, visit_id, NOW, hotel="金陵饭店", beds=3, **nights)
    screen.refresh()

    assert words(screen, Column.WHEN) == ["12-08 周二 – 12-09 周三"]
    assert words(screen, Column.HEADS) == ["5 / 3"]
    assert "5 位来宾，但只有 3 张床。" in words(screen, Column.MARKS)[0]


def test_bookings_of_a_cancelled_visit_are_gone(desk, visit_id, screen):
    car(desk, visit_id)
    desk.visits.cancel(visit_id, NOW)
    screen.refresh()

    assert screen.model.rowCount() == 0
