"""Moving, copying, calling off and deleting a visit in the window."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from reception_desk.domain.meeting import Meeting
from reception_desk.domain.visit import VisitState
from tests.desk import ARRIVAL, NOW, plain_visit
from tests.window import press
from ui.screens.acts.reschedule import RescheduleSheet
from ui.screens.settings.bin import BinSection

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def visit_id(desk):
    """A visit with a meeting, known before the window is there."""
    made = plain_visit(desk)
    desk.parts.add(
        Meeting, made, NOW, starts_at=ARRIVAL, ends_at=ARRIVAL + timedelta(hours=2), topic="二期洽谈"
    )
    return made


@pytest.fixture
def opened(visit_id, frame):
    """The frame with that visit on the screen."""
    frame.show_visit(visit_id)
    return frame


def test_the_sheet_shows_what_moves_before_it_moves(desk, opened, visit_id):
    opened.screens["visit"].act("reschedule")
    sheet = opened.acts.of("reschedule")
    assert isinstance(sheet, RescheduleSheet)

    sheet.form.fact("arrival_at").changed.emit(ARRIVAL + timedelta(days=7))

    rows = [sheet.rows.index(place).data() for place in range(sheet.rows.rowCount())]
    assert any("二期洽谈" in row and "12-08" in row and "12-15" in row for row in rows)
    assert desk.visits.get(visit_id).arrival_at == ARRIVAL


def test_a_visit_is_moved_by_keyboard_alone(qtbot, desk, opened, visit_id):
    opened.screens["visit"].act("reschedule")
    sheet = opened.acts.of("reschedule")

    line = opened.window.focusWidget()
    line.selectAll()
    qtbot.keyClicks(line, "2026-12-15 10:30")
    qtbot.keyClick(line, Qt.Key.Key_Return, CONTROL)

    assert desk.visits.get(visit_id).arrival_at == ARRIVAL + timedelta(days=7)
    assert not sheet.isVisible()
    press(qtbot, opened, Qt.Key.Key_Z, CONTROL)
    assert desk.visits.get(visit_id).arrival_at == ARRIVAL


def test_a_copy_is_shown_at_once(desk, opened, visit_id):
    opened.screens["visit"].act("copy")

    opened.acts.of("copy").do()

    assert opened.screens["visit"].visit_at_hand() != visit_id
    assert desk.visits.numbered("2026-0002").arrival_at is None


def test_the_reason_of_a_cancelled_visit_stands_below_its_name(desk, opened, visit_id):
    opened.screens["visit"].act("cancel")
    sheet = opened.acts.of("cancel")
    sheet.form.fact("cancel_reason").changed.emit("对方改期")

    sheet.do()

    assert desk.visits.get(visit_id).state is VisitState.CANCELLED
    assert "对方改期" in opened.screens["visit"].head._subtitle.text()


def test_a_deleted_visit_goes_from_the_screen_and_comes_back_from_the_bin(desk, opened, visit_id):
    opened.act("delete")
    assert opened.current().name == "visits"

    opened.go("settings/bin")
    section = opened.screens["settings"].findChild(BinSection)
    section.buttons[0].click()

    assert desk.visits.get(visit_id).deleted_at is None
    assert section.buttons == []


def test_without_a_visit_at_hand_an_act_is_refused_in_a_sentence(frame):
    frame.go("settings")

    frame.act("reschedule")

    assert not frame.acts.sheet.isVisible()


def test_what_lies_in_the_bin_too_long_goes_when_the_program_starts(qtbot, desk, visit_id, clock):
    from tests.window import open_window

    desk.bin.delete(visit_id, NOW - timedelta(days=31))
    frame = open_window(qtbot, desk, clock)

    qtbot.waitUntil(lambda: desk.bin.listed() == [], timeout=20000)
    frame.window.close()


def test_a_row_of_the_list_is_deleted_with_del_and_brought_back_with_undo(qtbot, desk, visit_id, frame):
    frame.go("visits")
    table = frame.screens["visits"].table
    table.setFocus()

    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert [deleted.visit.id for deleted in desk.bin.listed()] == [visit_id]

    press(qtbot, frame, Qt.Key.Key_Z, CONTROL)
    assert desk.bin.listed() == []


def test_the_menu_of_a_row_moves_the_visit(desk, visit_id, frame):
    frame.go("visits")

    frame.screens["visits"].menu_wanted.emit(visit_id, QPoint())
    menu = frame.acts.sheet.findChildren(QMenu)[-1]
    next(action for action in menu.actions() if "改期" in action.text()).trigger()
    menu.close()

    assert frame.acts.sheet.isVisible()
    assert frame.acts.of("reschedule").visit.id == visit_id


def test_a_cancelled_visit_is_taken_up_again_from_its_head(desk, visit_id, frame):
    desk.visits.cancel(visit_id, NOW)
    frame.show_visit(visit_id)

    frame.screens["visit"].head.primary.click()

    assert desk.visits.get(visit_id).state is VisitState.DRAFT
