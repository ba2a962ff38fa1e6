"""The meeting rooms on the page Supplies: measured and looked at, each by itself saved (C1, C3)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reception_desk.domain.room_ready import RoomCheck
from tests.ui.sample_desk import filled_desk
from tests.ui.sample_screens import visit_screen


@pytest.fixture
def desk(tmp_path):
    opened, _visit_id = filled_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def section(qtbot, desk):
    return visit_screen(qtbot, desk, desk.visits.numbered("2026-0001").id, "supplies/rooms").section()


@pytest.fixture
def room(section):
    return next(iter(section.rooms.rooms.values()))


def write(qtbot, room, text):
    line = room.temperature._line
    line.setFocus()
    line.clear()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def stored(desk, section):
    return desk.rooms_ready.of(desk.visits.get(section.visit_id))[0]


def test_a_temperature_is_noted_with_enter(qtbot, desk, section, room):
    write(qtbot, room, "25")

    assert stored(desk, section).ticks[RoomCheck.TEMPERATURE].value == "25"


def test_one_out_of_the_range_says_why_it_is_refused_beside_the_line(qtbot, desk, section, room):
    write(qtbot, room, "21")

    assert RoomCheck.TEMPERATURE in stored(desk, section).lacking
    assert room.temperature._line.text() == "21"


def test_boxes_are_saved_by_themselves_and_the_room_is_ready_in_the_end(qtbot, desk, section, room):
    write(qtbot, room, "25")
    for box in room.boxes.values():
        box.click()

    assert stored(desk, section).is_ready
    assert room._lacking.text() == "会议室就绪"


def test_what_is_lacking_is_named(room):
    assert room._lacking.text() == "还缺：室温、灯光、对口部门已检查、人事行政已检查"
