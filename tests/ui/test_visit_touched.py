"""What changes touch, in the window: the list, its keys, what is said at once, F7, a sheet's short code."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reception_desk.domain.booking import CarBooking, Driver
from reception_desk.domain.edition import Medium
from reception_desk.domain.journey import Carrier, Leg
from tests.desk import ARRIVAL, NOW, plain_visit
from tests.window import press

CONTROL = Qt.KeyboardModifier.ControlModifier
LATER = timedelta(hours=3)


@pytest.fixture
def visit_id(desk):
    """A visit by flight; the car to meet it is booked, its slip printed for the driver."""
    made = plain_visit(desk)
    desk.parts.add(Leg, made, NOW, carrier=Carrier.FLIGHT, number="MU5101", at=ARRIVAL - timedelta(hours=1))
    driver = desk.house.add(Driver, NOW, name="刘师傅")
    car = desk.parts.add(
        CarBooking, made, NOW, driver_id=driver, starts_at=ARRIVAL - timedelta(hours=2), ends_at=ARRIVAL
    )
    desk.bookings.advance(CarBooking, car, NOW)
    choice = desk.papers.usual_choice(made, "D6")
    desk.papers.make(made, "D6", choice, NOW, medium=Medium.PRINTER, holder="刘师傅")
    return made


@pytest.fixture
def opened(visit_id, frame):
    """The frame with that visit on the screen."""
    frame.show_visit(visit_id)
    return frame


def fly_later(desk, frame, visit_id):
    """The flight comes later, as the overview would save it."""
    desk.parts.change(Leg, desk.visits.get(visit_id).legs[0].id, NOW, at=ARRIVAL + timedelta(hours=2))
    frame.screens["visit"].section().changed.emit()


def touched(frame):
    """The section, on the screen."""
    return frame.screens["visit"].section()


def said(frame):
    """What the bottom line says."""
    return frame.window.bottom.words()


def test_5_3_after_a_change_the_bottom_line_says_at_once_what_is_touched(desk, opened, visit_id):
    fly_later(desk, opened, visit_id)
    assert "受影响：1 项预订、1 份纸面、1 人" in said(opened)
    assert [opened.screens["visit"].tabs.tabText(place) for place in range(12)].count("联动 3") == 1


def test_5_3_ctrl_j_leads_to_the_list_with_the_keys_at_hand(qtbot, desk, opened, visit_id):
    fly_later(desk, opened, visit_id)
    press(qtbot, opened, Qt.Key.Key_J, CONTROL)
    section = touched(opened)
    assert section.name == "touched"
    assert opened.window.focusWidget() is section.list
    assert section.line().what == "用车"


def test_5_3_space_ticks_and_takes_the_tick_off_again(qtbot, desk, opened, visit_id):
    fly_later(desk, opened, visit_id)
    press(qtbot, opened, Qt.Key.Key_J, CONTROL)
    section = touched(opened)
    qtbot.keyClick(section.list, Qt.Key.Key_Space)
    assert (section.line().is_done, section.open_count()) == (True, 2)
    qtbot.keyClick(section.list, Qt.Key.Key_Space)
    assert (section.line().is_done, section.open_count()) == (False, 3)


def test_5_3_c_copies_the_message_in_the_language_that_is_chosen(qtbot, desk, opened, visit_id):
    fly_later(desk, opened, visit_id)
    press(qtbot, opened, Qt.Key.Key_J, CONTROL)
    section = touched(opened)
    qtbot.keyClick(section.list, Qt.Key.Key_C)
    assert "12月8日 09:30 → 12月8日 12:30" in QGuiApplication.clipboard().text()
    section.language.set_value("en")
    qtbot.keyClick(section.list, Qt.Key.Key_C)
    assert "8 Dec 09:30 → 8 Dec 12:30" in QGuiApplication.clipboard().text()


def test_5_3_enter_leads_to_where_it_is_put_right(qtbot, desk, opened, visit_id):
    fly_later(desk, opened, visit_id)
    press(qtbot, opened, Qt.Key.Key_J, CONTROL)
    section = touched(opened)
    section.go_to(next(line.key for line in section.lines if line.concern == "paper"))
    qtbot.keyClick(section.list, Qt.Key.Key_Return)
    assert opened.screens["visit"].section().name == "paper"


def test_5_3_a_collected_paper_leaves_the_list(qtbot, desk, opened, visit_id):
    fly_later(desk, opened, visit_id)
    press(qtbot, opened, Qt.Key.Key_J, CONTROL)
    section = touched(opened)
    section.go_to(next(line.key for line in section.lines if line.concern == "paper"))
    qtbot.keyClick(section.list, Qt.Key.Key_Space)
    assert [line.concern for line in section.lines] == ["booking", "person"]


def test_5_3_where_nothing_is_touched_the_section_says_so(opened, visit_id):
    opened.show_visit(visit_id, "touched")
    assert touched(opened).nothing.isVisible()


def test_B7_f7_moves_the_flight_and_says_what_is_touched(qtbot, desk, opened, visit_id):
    press(qtbot, opened, Qt.Key.Key_F7)
    sheet = opened.acts.of("delay")
    sheet.form.fact("minutes").changed.emit(180)
    assert "将影响：1 项预订、1 份纸面、1 人" in sheet.touched.text()
    sheet.do()
    assert desk.visits.get(visit_id).legs[0].at == ARRIVAL + timedelta(hours=2)
    assert desk.visits.get(visit_id).arrival_at == ARRIVAL + LATER
    assert "已顺延。受影响：" in said(opened)


def test_5_4_a_short_code_typed_into_the_search_says_whether_the_sheet_holds(desk, opened, visit_id):
    code = desk.papers.editions(visit_id, NOW)[0].edition.code
    assert opened._find(code)[0].words == "D6 派车单 第 1 版：有效"
    fly_later(desk, opened, visit_id)
    entry = opened._find(code)[0]
    assert "旧版" in entry.words
    entry.run()
    assert touched(opened).line().document == "D6"
