"""The preparation on the screen: ticked with Space, noted with F2, left out with Del and a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from reception_desk.domain.preparation import ItemState
from tests.desk import NOW
from tests.ui.sample_desk import filled_desk
from tests.ui.sample_screens import visit_screen, write
from ui.models.preparation import NOTE, Show


@pytest.fixture
def desk(tmp_path):
    opened, _visit_id = filled_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def screen(qtbot, desk):
    return visit_screen(qtbot, desk, desk.visits.numbered("2026-0001").id, "preparation/107/")


@pytest.fixture
def section(screen):
    return screen.section()


def chosen(section):
    return section.model.item(section.items.currentIndex())


def editor(section):
    return section.items.findChild(QLineEdit)


def enter(qtbot, section):
    """Press Enter in the line, and wait until it is gone."""
    qtbot.keyClick(editor(section), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor(section) is None, timeout=5000)


def test_a_place_names_an_item(section):
    assert chosen(section).code == "107"
    assert section.items.hasFocus()


def test_space_ticks_and_space_opens_again(qtbot, section):
    qtbot.keyClick(section.items, Qt.Key.Key_Space)
    assert chosen(section).state is ItemState.DONE

    qtbot.keyClick(section.items, Qt.Key.Key_Space)
    assert chosen(section).state is ItemState.OPEN


def test_after_a_tick_the_head_and_what_matters_are_read_anew(qtbot, screen, section):
    before = screen.matters.gaps()[0].sentence

    with qtbot.waitSignal(screen.changed):
        qtbot.keyClick(section.items, Qt.Key.Key_Space)

    assert screen.matters.gaps()[0].sentence != before
    assert any("准备 3/" in screen.tabs.tabText(place) for place in range(screen.tabs.count()))


def test_f2_writes_a_note_in_place(qtbot, section):
    qtbot.keyClick(section.items, Qt.Key.Key_F2)
    write(editor(section), "已打电话")
    enter(qtbot, section)

    assert section.items.currentIndex().data(NOTE) == "已打电话"


def test_del_asks_for_the_reason_in_place(qtbot, section):
    qtbot.keyClick(section.items, Qt.Key.Key_Delete)
    assert editor(section).placeholderText() == "为什么不适用？"
    write(editor(section), "老客户")
    enter(qtbot, section)

    assert chosen(section).state is ItemState.NOT_APPLICABLE


def test_an_empty_reason_changes_nothing(qtbot, section):
    qtbot.keyClick(section.items, Qt.Key.Key_Delete)
    enter(qtbot, section)

    assert chosen(section).state is ItemState.OPEN


def test_the_filter_says_how_many_and_shows_them(qtbot, section):
    late = section.model.count(Show.LATE)
    section.filter.step(1)
    section.filter.step(1)

    assert section.filter.value() == Show.LATE
    rows = sum(section.model.rowCount(section.model.index(row, 0)) for row in range(section.model.rowCount()))
    assert rows == late


def test_a_jump_to_an_item_that_the_filter_hides_shows_all(section):
    section.filter.step(1)

    section.go_to("101/")

    assert chosen(section).code == "101"
    assert section.filter.value() == Show.ALL


def test_a_click_on_the_box_ticks(qtbot, section):
    from ui.screens.visit.preparation_rows import box_of

    index = section.items.currentIndex()
    box = box_of(section.items.visualRect(index))
    qtbot.mouseClick(section.items.viewport(), Qt.MouseButton.LeftButton, pos=box.center())

    assert chosen(section).state is ItemState.DONE


def test_an_item_says_how_many(section, screen, desk):
    desk.visits.change(screen.visit_id, NOW, heads=7)
    screen.refresh()

    assert section.model.index_of("133/").data() == "133 水果/咖啡/茶/点心糖果 × 7"


def test_a_changed_checklist_is_offered_and_taken_with_one_press(section, screen, desk):
    assert section.newer.isHidden()
    desk.checklists.change("101", NOW, zh="接电话", en="Take the call")
    screen.refresh()
    assert not section.newer.isHidden()

    section.newer.click()

    assert section.newer.isHidden()
    index = section.model.index_of("101/")
    assert section.model.item(index).line.en == "Take the call"


def test_f4_sets_the_due_time_by_hand_and_an_empty_line_gives_it_back(qtbot, section):
    by_rule = chosen(section).due
    qtbot.keyClick(section.items, Qt.Key.Key_F4)
    write(editor(section), "12-20 16:00")
    enter(qtbot, section)
    assert f"{chosen(section).by_hand:%m-%d %H:%M}" == "12-20 08:00"  # UTC

    qtbot.keyClick(section.items, Qt.Key.Key_F4)
    editor(section).clear()
    enter(qtbot, section)

    assert (chosen(section).due, chosen(section).by_hand) == (by_rule, None)


def test_a_due_time_that_is_not_one_is_refused_and_stays_as_it_was(qtbot, section):
    by_rule = chosen(section).due
    qtbot.keyClick(section.items, Qt.Key.Key_F4)
    write(editor(section), "很快")

    with qtbot.waitSignal(section.refused) as refused:
        enter(qtbot, section)

    assert ("不是日期" in refused.args[0], chosen(section).due) == (True, by_rule)


def test_what_is_late_is_hurried_with_h_and_a_reason(qtbot, desk, section):
    desk.preparation.set_due(section.visit_id, "107", "", NOW - timedelta(hours=2), NOW)
    section.show_visit(section.visit_id)

    qtbot.keyClick(section.items, Qt.Key.Key_H)
    write(editor(section), "对口部门正在打电话")
    enter(qtbot, section)

    assert chosen(section).hurried == "对口部门正在打电话"
    assert section.model.standing(chosen(section)).words == "加急"


def test_what_is_not_late_is_not_hurried(qtbot, desk, section):
    desk.preparation.set_due(section.visit_id, "107", "", NOW + timedelta(days=30), NOW)
    section.show_visit(section.visit_id)

    qtbot.keyClick(section.items, Qt.Key.Key_H)

    assert (editor(section), section.hurry.isHidden()) == (None, True)
