"""The day as lanes on one axis."""

from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.looking import colours, picture, shown
from ui.theme import SIZE, THEMES
from ui.widgets.timeline import HEAD, Block, Lane, Timeline

CHINA = timezone(timedelta(hours=8))


def at(hour, minute=0):
    return datetime(2026, 11, 23, hour, minute, tzinfo=CHINA)


class Day(Timeline):
    """Two visits between eight and six, at 09:41."""

    def __init__(self):
        super().__init__("今天")
        came = [Block(at(10, 30), at(12), "到达", "primary"), Block(at(9), at(9, 30), "接站", "late")]
        self.lanes = [
            Lane("恒屹精密", came, "a"),
            Lane("市科技局", [Block(at(7), at(9), "布置", "done")], "b"),
        ]
        self.show_lanes(self.lanes, at(9, 41), at(8), at(18))


@pytest.fixture
def day(qtbot):
    return shown(qtbot, Day(), 900)


def test_a_block_lies_where_its_time_is(day):
    area = day.block_area(0, day.lanes[0].blocks[0])
    assert area.left() == pytest.approx(day.x_of(at(10, 30)), abs=2)
    assert area.right() == pytest.approx(day.x_of(at(12)), abs=2)
    assert day.x_of(at(13)) == pytest.approx((day.x_of(at(8)) + day.x_of(at(18))) / 2)


def test_a_block_that_began_before_is_cut_at_the_edge(day):
    assert day.block_area(1, day.lanes[1].blocks[0]).left() >= day.x_of(at(8))


def test_each_block_is_painted_on_the_ground_of_its_kind(day):
    image = picture(day)
    for number, lane in enumerate(day.lanes):
        for block in lane.blocks:
            found = colours(image, day.block_area(number, block).toRect().adjusted(4, 2, -2, -2))
            assert found.most_common(1)[0][0] == getattr(THEMES["light"], f"{block.kind}_soft")


def test_the_moment_is_a_line_through_all_lanes(day):
    image = picture(day)
    x = round(day.x_of(at(9, 41)) * 4)
    ys = [HEAD + 5, HEAD + SIZE.lane + 5, HEAD + 2 * SIZE.lane - 3]
    assert {image.pixelColor(x, y * 4).name() for y in ys} == {THEMES["light"].late}


def test_the_moment_outside_the_day_is_not_drawn(day):
    day.show_lanes(day.lanes[:0], at(19), at(8), at(18))
    assert THEMES["light"].late not in colours(picture(day))


def test_a_click_chooses_the_lane(day, qtbot):
    with qtbot.waitSignal(day.lane_chosen, timeout=3000) as chosen:
        QTest.mouseClick(day, Qt.MouseButton.LeftButton, pos=QPoint(300, HEAD + SIZE.lane + 10))
    assert chosen.args == ["b"]


def test_arrows_mark_a_lane_and_enter_chooses_it(day, qtbot):
    day.setFocus()
    QTest.keyClick(day, Qt.Key.Key_Down)
    with qtbot.waitSignal(day.lane_chosen, timeout=3000) as chosen:
        QTest.keyClick(day, Qt.Key.Key_Return)
    assert chosen.args == ["b"]


def test_those_who_hear_the_screen_hear_the_day(day):
    assert "恒屹精密, 10:30–12:00 到达, 09:00–09:30 接站" in day.accessibleDescription()


def test_an_empty_day_is_an_empty_axis(qtbot):
    made = Timeline("今天")
    made.show_lanes([], at(9), at(8), at(18))
    shown(qtbot, made, 600)
    assert made.height() >= HEAD + SIZE.lane
