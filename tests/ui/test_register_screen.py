"""The register in the window: F9 from everywhere, F8 when they leave."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from tests.desk import ARRIVAL, NOW, plain_visit
from tests.window import press
from ui.models.register import Column

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def screen(frame):
    """The register."""
    frame.go("register")
    return frame.screens["register"]


def words(screen, row, column):
    """What stands in a cell."""
    return screen.model.index(row, column).data()


def test_f9_writes_a_visitor_down_from_everywhere_by_keyboard_alone(qtbot, desk, frame):
    frame.go("today")
    press(qtbot, frame, Qt.Key.Key_F9)

    for entered in ("周海", "远帆物流", "陆文昊", "送样品", "12"):
        frame.window.focusWidget().insert(entered)
        qtbot.keyClick(frame.window.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(frame.window.focusWidget(), Qt.Key.Key_Return, CONTROL)

    (entry,) = desk.register.in_house()
    assert (entry.name, entry.company, entry.host, entry.purpose, entry.card) == (
        "周海", "远帆物流", "陆文昊", "送样品", "12",
    )  # fmt: skip
    assert frame.current().name == "today"


def test_the_short_form_has_six_lines(frame):
    frame.walking_in.open_sheet()

    entry = frame.walking_in.entry.entry
    assert len(entry.short.fields()) <= 6
    assert not entry.more.isVisible()


def test_without_a_name_nothing_is_written_and_it_is_said(desk, frame):
    frame.walking_in.open_sheet()
    frame.walking_in.entry.check_in()

    assert desk.register.in_house() == []
    assert frame.walking_in.sheet.isVisible()


def test_a_returning_visitor_fills_the_form(qtbot, desk, frame):
    entry_id = desk.register.check_in("周海", NOW, company="远帆物流", plate="浙B12345", host="陆文昊")
    desk.register.check_out(entry_id, NOW)
    press(qtbot, frame, Qt.Key.Key_F9)

    frame.window.focusWidget().insert("周")
    qtbot.keyClick(frame.window.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(frame.window.focusWidget(), Qt.Key.Key_Return)

    values = frame.walking_in.entry.entry.values()
    assert (values["name"], values["company"], values["plate"], values["host"]) == (
        "周海", "远帆物流", "浙B12345", "陆文昊",
    )  # fmt: skip


def test_a_guest_of_a_visit_is_recognised_by_initials(qtbot, desk, frame):
    plain_visit(desk, arrival_at=ARRIVAL - timedelta(days=365), departure_at=None)
    press(qtbot, frame, Qt.Key.Key_F9)

    qtbot.keyClicks(frame.window.focusWidget(), "gc")
    frame.walking_in.entry.entry.short.fact("name").take(0)
    frame.walking_in.entry.check_in()

    (entry,) = desk.register.in_house()
    assert entry.name == "顾翀"
    assert entry.person_id is not None


def test_f8_lets_the_chosen_one_leave_and_undo_brings_back(qtbot, desk, frame, screen):
    entry_id = desk.register.check_in("周海", NOW, card="12")
    screen.refresh()

    press(qtbot, frame, Qt.Key.Key_F8)
    assert desk.register.get(entry_id).card_returned

    press(qtbot, frame, Qt.Key.Key_Z, CONTROL)
    assert words(screen, 0, Column.LEFT) == "在"


def test_a_card_that_is_not_back_stands_in_red_words(qtbot, desk, frame, screen):
    desk.register.check_in("周海", NOW, card="12")
    screen.refresh()

    press(qtbot, frame, Qt.Key.Key_F8, SHIFT)

    assert words(screen, 0, Column.CARD) == "12 未还"
    screen.take_card()
    assert words(screen, 0, Column.CARD) == "12"


def test_whoever_stayed_over_night_still_stands_in_todays_list(desk, screen):
    desk.register.check_in("周海", NOW - timedelta(days=1))

    screen.refresh()

    assert words(screen, 0, Column.NAME) == "周海"
    assert "11-30" in words(screen, 0, Column.CAME)


def test_past_days_are_turned_back_to(desk, screen):
    gone = desk.register.check_in("周海", NOW - timedelta(days=1))
    desk.register.check_out(gone, NOW - timedelta(hours=20))
    screen.refresh()
    assert screen.model.rowCount() == 0

    screen.go_to_day(-1)

    assert words(screen, 0, Column.NAME) == "周海"


def test_an_entry_is_corrected_in_place(desk, screen):
    entry_id = desk.register.check_in("周海", NOW)
    screen.refresh()
    screen._open()

    screen._sheet_content.entry.short.fact("company").changed.emit("远帆物流")

    assert desk.register.get(entry_id).company == "远帆物流"
    assert words(screen, 0, Column.COMPANY) == "远帆物流"


def test_today_says_how_many_came_without_a_plan_and_leads_there(desk, frame):
    desk.register.check_in("周海", NOW, heads=3)
    frame.go("today")
    card = frame.screens["today"].in_house
    assert "3" in card.register.text()

    card.register.click()

    assert frame.current().name == "register"
