"""The tasks of all visits in the window: by keyboard alone, many at once, one undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from reception_desk.domain.employee import Employee
from reception_desk.domain.tasks import By
from tests.desk import ARRIVAL, NOW, plain_visit
from tests.ui.sample_screens import write
from tests.window import press
from ui.models.item_acts import NOTE, PHASE, REASON
from ui.models.task_tree import Column
from ui.screens.visit.name_line import NameLine

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def visits(desk):
    """Two visits, the first one arrives first."""
    return plain_visit(desk), plain_visit(desk, arrival_at=ARRIVAL.replace(hour=6))


@pytest.fixture
def screen(visits, frame):
    """The tasks, the first one current."""
    frame.go("tasks")
    return frame.screens["tasks"]


def tasks(screen):
    model = screen.model
    return [
        model.task(model.index(row, 0, model.index(place, 0)))
        for place in range(model.rowCount())
        for row in range(model.rowCount(model.index(place, 0)))
    ]


def headings(screen):
    return [screen.model.index(row, 0).data(PHASE).words for row in range(screen.model.rowCount())]


def current(screen):
    return screen.model.task(screen.items.currentIndex())


def chosen(screen):
    return [screen.model.task(index) for index in screen.items.chosen()]


def by(screen, grouping):
    screen.head.by.set_value(grouping)
    screen.start_over()


def editor(screen, kind=QLineEdit):
    return screen.items.findChild(kind)


def enter(qtbot, screen):
    qtbot.keyClick(editor(screen), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor(screen) is None, timeout=5000)


def choose_three(qtbot, screen):
    by(screen, By.VISIT)
    for _press in range(2):
        qtbot.keyClick(screen.items, Qt.Key.Key_Down, SHIFT)
    return [task.key for task in chosen(screen)]


def states(desk, keys):
    plans = {visit_id: desk.preparation.of(visit_id) for visit_id, *_rest in keys}
    return [
        next(item for item in plans[visit_id] if (item.code, item.subject) == (code, subject)).state.value
        for visit_id, code, subject in keys
    ]


def test_it_is_a_model_as_qt_wants_one(screen):
    tester = QAbstractItemModelTester(
        screen.model, QAbstractItemModelTester.FailureReportingMode.Fatal, screen
    )
    for grouping in By:
        by(screen, grouping)
    screen.model.toggle(screen.items.currentIndex())

    assert tester.model() is screen.model


def test_it_is_reached_with_one_press_and_from_the_palette(qtbot, frame, visits):
    press(qtbot, frame, Qt.Key.Key_2, CONTROL)
    assert frame.current().name == "tasks"

    assert any("待办" in entry.words for entry in frame._find("待办"))


def test_without_visits_it_says_what_will_stand_here(frame):
    frame.go("tasks")

    assert frame.current().nothing.isVisible()


def test_the_items_of_all_visits_stand_there_with_the_keyboard_at_the_first(screen, visits):
    assert {task.visit.id for task in tasks(screen)} == set(visits)
    assert current(screen).key == tasks(screen)[0].key
    assert screen.items.hasFocus()


@pytest.mark.parametrize("grouping", list(By))
def test_they_are_put_together_as_one_chooses(screen, grouping):
    count = len(tasks(screen))
    by(screen, grouping)

    assert len(tasks(screen)) == count
    assert len(headings(screen)) > 1


def test_space_ticks_and_says_so(qtbot, screen, desk, frame):
    key = current(screen).key
    qtbot.keyClick(screen.items, Qt.Key.Key_Space)

    assert states(desk, [key]) == ["done"]
    assert "勾选“" in frame.window.bottom.words()


def test_what_is_ticked_stays_until_the_tasks_are_read_again(qtbot, screen):
    key = current(screen).key
    qtbot.keyClick(screen.items, Qt.Key.Key_Space)
    assert key in [task.key for task in tasks(screen)]

    screen.refresh()

    assert key not in [task.key for task in tasks(screen)]
    assert current(screen) is not None


def test_space_ticks_all_that_are_chosen_and_one_undo_takes_them_back(qtbot, screen, desk, frame):
    keys = choose_three(qtbot, screen)
    qtbot.keyClick(screen.items, Qt.Key.Key_Space)
    assert states(desk, keys) == ["done"] * 3

    press(qtbot, frame, Qt.Key.Key_Z, CONTROL)

    assert states(desk, keys) == ["open"] * 3


def test_space_again_opens_all_that_are_chosen(qtbot, screen, desk):
    keys = choose_three(qtbot, screen)
    qtbot.keyClick(screen.items, Qt.Key.Key_Space)
    qtbot.keyClick(screen.items, Qt.Key.Key_Space)

    assert states(desk, keys) == ["open"] * 3


def test_space_on_a_heading_chooses_what_stands_below_it(qtbot, screen):
    screen.items.setCurrentIndex(screen.model.index(1, 0))
    qtbot.keyClick(screen.items, Qt.Key.Key_Space)

    assert len(chosen(screen)) == screen.model.rowCount(screen.model.index(1, 0))


def test_one_that_somebody_else_has_ticked_is_named_and_nothing_is_changed(qtbot, screen, desk, frame):
    keys = choose_three(qtbot, screen)
    desk.preparation.check_off(*keys[1], NOW)

    qtbot.keyClick(screen.items, Qt.Key.Key_Space)

    assert states(desk, keys) == ["open", "done", "open"]
    assert "未作更改" in frame.window.bottom.words()


def test_f2_writes_a_note_in_place(qtbot, screen):
    qtbot.keyClick(screen.items, Qt.Key.Key_F2)
    write(editor(screen), "已打电话")
    enter(qtbot, screen)

    assert screen.items.currentIndex().data(NOTE) == "已打电话"


def test_del_asks_for_one_reason_for_all_that_are_chosen(qtbot, screen, desk):
    keys = choose_three(qtbot, screen)
    qtbot.keyClick(screen.items, Qt.Key.Key_Delete)
    assert "3" in editor(screen).placeholderText()
    write(editor(screen), "老客户")
    enter(qtbot, screen)

    assert states(desk, keys) == ["not_applicable"] * 3
    assert screen.items.currentIndex().data(REASON) == "老客户"


@pytest.mark.parametrize("held", [CONTROL, Qt.KeyboardModifier.NoModifier])
def test_d_asks_to_whom_and_what_is_delegated_stands_under_that_name(qtbot, screen, desk, held):
    keys = choose_three(qtbot, screen)
    qtbot.keyClick(screen.items, Qt.Key.Key_D, held)
    write(editor(screen), "陈刚")
    enter(qtbot, screen)
    screen.refresh()
    by(screen, By.OWNER)

    assert headings(screen)[-1] == "陈刚"
    mine = [task.key for task in tasks(screen) if task.planned.assignee]
    assert sorted(mine) == sorted(keys)


def test_who_fits_stands_below_the_line_by_sound_as_well(qtbot, screen, desk):
    desk.house.add(Employee, NOW, name="陈刚", department="车队")
    qtbot.keyClick(screen.items, Qt.Key.Key_D, CONTROL)
    line = editor(screen, NameLine)
    qtbot.keyClicks(line, "chengang")
    assert line.suggestions() == ["陈刚"]

    qtbot.keyClick(line._popup, Qt.Key.Key_Down)
    qtbot.keyClick(line._popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor(screen) is None, timeout=5000)

    assert current(screen).planned.assignee == "陈刚"


def test_a_name_taken_out_gives_the_item_back_to_its_owner(qtbot, screen, desk):
    desk.preparation.delegate([current(screen).key], "陈刚", NOW)
    screen.refresh()
    qtbot.keyClick(screen.items, Qt.Key.Key_D, CONTROL)
    editor(screen).clear()
    enter(qtbot, screen)

    assert current(screen).planned.assignee == ""


def test_enter_opens_the_visit_at_the_item_and_back_leads_here(qtbot, screen, frame):
    task = current(screen)
    qtbot.keyClick(screen.items, Qt.Key.Key_Return)

    visit = frame.screens["visit"]
    assert frame.current() is visit
    section = visit.section()
    assert section.model.item(section.items.currentIndex()).code == task.planned.code

    frame.back()
    assert frame.current() is screen


def test_words_narrow_the_list_and_down_leads_into_it(qtbot, screen, visits, desk):
    number = desk.visits.get(visits[1]).number
    press_find(qtbot, screen)
    assert screen.head.search.hasFocus()
    qtbot.keyClicks(screen.head.search, number)
    assert {task.visit.id for task in tasks(screen)} == {visits[1]}

    qtbot.keyClick(screen.head.search, Qt.Key.Key_Down)
    assert screen.items.hasFocus()


def press_find(qtbot, screen):
    qtbot.keyClick(screen.items, Qt.Key.Key_F, CONTROL)


def test_what_finds_nothing_offers_everything_again(screen):
    screen.head.search.setText("没有这个")
    assert screen.nothing.isVisible()

    screen.nothing.acted.emit()

    assert len(tasks(screen)) > 0


def test_one_sees_the_work_of_one_owner_alone(screen):
    screen.head.owner.setCurrentIndex(screen.head.owner.findData("前台"))
    screen.start_over()

    assert {task.planned.whose() for task in tasks(screen)} == {"前台"}
    assert {
        screen.model.index(0, Column.OWNER, screen.model.index(row, 0)).data()
        for row in range(screen.model.rowCount())
    } == {"前台"}


def test_a_change_from_elsewhere_keeps_what_is_chosen(qtbot, screen, desk):
    keys = choose_three(qtbot, screen)
    last = tasks(screen)[-1].key
    desk.preparation.check_off(*last, NOW)
    screen.refresh()

    assert sorted(task.key for task in chosen(screen)) == sorted(keys)


def test_f8_means_the_visit_of_the_current_item(screen):
    assert screen.visit_at_hand() == current(screen).visit.id


def test_while_one_writes_nothing_is_taken_away_and_afterwards_it_is_read_again(qtbot, screen, frame, desk):
    first, second = tasks(screen)[:2]
    qtbot.keyClick(screen.items, Qt.Key.Key_Space)
    qtbot.keyClick(screen.items, Qt.Key.Key_Down)
    qtbot.keyClick(screen.items, Qt.Key.Key_F2)
    write(editor(screen), "已打")
    frame.refresh()
    write(editor(screen), "电话")
    enter(qtbot, screen)

    qtbot.waitUntil(lambda: first.key not in [task.key for task in tasks(screen)], timeout=5000)
    (noted,) = [item for item in desk.preparation.of(second.visit.id) if item.item and item.item.note]
    assert (noted.code, noted.item.note) == (second.planned.code, "已打电话")
