"""Reminders in the window: a strip that says what is due and leaves the keyboard where it is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.desk import ARRIVAL, StoppedClock, plain_visit
from tests.window import open_window
from ui.models.tasks import TASK
from ui.screens.today.task_row import TaskDelegate


@pytest.fixture
def clock():
    return StoppedClock(ARRIVAL - timedelta(minutes=16))


@pytest.fixture
def visit_id(desk):
    return plain_visit(desk)


@pytest.fixture
def frame(qtbot, desk, visit_id, clock):
    opened = open_window(qtbot, desk, clock)
    yield opened
    opened.window.close()


def strip(frame):
    return frame.window.reminder


def minute_goes_by(frame, clock, **by):
    clock.forward(**(by or {"minutes": 1}))
    frame.rounds.look()


def test_nothing_is_said_while_nothing_is_due(frame):
    assert strip(frame).isHidden()


def test_what_comes_due_is_said_with_its_time_and_for_whom(frame, clock):
    minute_goes_by(frame, clock)

    assert strip(frame).isVisible()
    assert strip(frame).words() == "10:15 喷泉开启，另 1 项 — 苏州恒屹精密机械有限公司 · 顾翀 董事长"


def test_it_takes_no_keyboard_and_opens_nothing(qtbot, frame, clock, visit_id):
    frame.show_visit(visit_id, "overview/purpose")
    field = QApplication.focusWidget()

    minute_goes_by(frame, clock)

    assert QApplication.focusWidget() is field
    assert QApplication.activeModalWidget() is None
    assert {one.focusPolicy() for one in strip(frame).findChildren(QPushButton)} == {Qt.FocusPolicy.NoFocus}


def test_during_a_call_the_card_stays_as_it_is(frame, clock, visit_id):
    frame.show_visit(visit_id)
    frame.show_card()
    field = QApplication.focusWidget()

    minute_goes_by(frame, clock)

    assert (frame.current().name, QApplication.focusWidget()) == ("read_back", field)


def test_what_was_slept_through_is_said_to_be_missed(frame, clock):
    minute_goes_by(frame, clock, minutes=9)

    assert strip(frame).words().startswith("错过 10:15：喷泉开启")


def test_today_says_of_it_that_it_was_missed(frame, clock):
    minute_goes_by(frame, clock, minutes=4)
    model, delegate = frame.screens["today"].to_do.model, frame.screens["today"].to_do.list.itemDelegate()
    assert isinstance(delegate, TaskDelegate)
    tasks = [model.data(model.index(row), TASK) for row in range(model.rowCount())]

    said = {task.planned.code: delegate._due(task)[0] for task in tasks}

    assert (said["209"], said["208"]) == ("错过 10:15", "10:20")


def test_ctrl_m_leads_to_the_item_and_the_strip_goes(qtbot, frame, clock, visit_id):
    minute_goes_by(frame, clock)

    qtbot.keyClick(frame.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)

    section = frame.screens["visit"].section()
    assert section.model.item(section.items.currentIndex()).code == "209"
    assert strip(frame).isHidden()


def test_without_a_reminder_ctrl_m_says_so(qtbot, frame):
    qtbot.keyClick(frame.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)

    assert frame.window.bottom.words() == "现在没有提醒。"


def test_put_off_it_comes_again_and_put_away_it_does_not(frame, clock):
    minute_goes_by(frame, clock)
    strip(frame).later.click()
    assert strip(frame).isHidden()
    for _minute in range(10):
        minute_goes_by(frame, clock)
    assert "喷泉开启" in strip(frame).words()

    for _reminder in range(3):
        strip(frame).away.click()

    assert strip(frame).isHidden()


def test_ticking_the_items_takes_the_strip_away(frame, clock, desk, visit_id):
    minute_goes_by(frame, clock)
    for code in ("209", "210"):
        desk.preparation.check_off(visit_id, code, "", clock())

    frame.refresh()

    assert strip(frame).isHidden()


def test_two_moments_are_counted(frame, clock):
    minute_goes_by(frame, clock)
    for _minute in range(5):
        minute_goes_by(frame, clock)

    assert strip(frame)._more.text() == "另有 1 条提醒"
