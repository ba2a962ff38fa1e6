"""Working the preparation off across all visits: by phase, owner, time and visit; in bulk; by keyboard (P6, A7, A8)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from reception_desk.domain.edition import Choice
from reception_desk.domain.tasks import By, When, grouped, when_due
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, NOW, plain_visit
from tests.documents.paper_facts import HOUSE, facts_of, pages_of, sample_visit, stamp_of
from tests.window import open_window, press

HOUR = timedelta(hours=1)


@pytest.fixture
def visits(desk):
    """Three visits; their items are due on different days."""
    return [
        plain_visit(desk, arrival_at=ARRIVAL + timedelta(days=day), departure_at=None) for day in range(3)
    ]


def groups(desk, by, now=NOW):
    return {group.words: group.tasks for group in grouped(desk.tasks.at(now), by, desk.tasks.here(now), "en")}


def on_the_morning(desk):
    """A moment of the day on which something is due before noon for two visits."""
    return min(
        task.planned.due - HOUR
        for task in desk.tasks.at(NOW)
        if task.planned.due
        and task.planned.due > NOW
        and when_due(task, desk.tasks.here(task.planned.due - HOUR)) is When.FORENOON
    )


def test_A7_everything_before_noon_of_all_visits_is_ticked_in_one_step(desk, visits):
    morning = on_the_morning(desk)
    noon = desk.tasks.here(morning).replace(hour=12, minute=0, second=0, microsecond=0)
    found = groups(desk, By.TIME, morning)["Before noon"]
    assert all(morning <= task.planned.due <= noon for task in found)

    step = desk.history.newest()
    desk.preparation.check_off_all([task.key for task in found], morning)

    assert "Before noon" not in groups(desk, By.TIME, morning)
    assert desk.history.newest() == step + 1


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (By.PHASE, {"Preparation", "Follow-up"}),
        (By.OWNER, {"Front desk", "HR and admin"}),
        (By.TIME, {"Late", "Later"}),
    ],
)
def test_P6_the_items_of_all_visits_stand_by_phase_by_owner_and_by_time(desk, visits, by, expected):
    found = groups(desk, by)

    assert expected <= set(found)
    assert {task.visit.id for tasks in found.values() for task in tasks} == set(visits)


def test_A7_what_one_delegates_is_that_persons_everywhere(desk, visits):
    keys = [(visit_id, "107", "") for visit_id in visits]
    desk.preparation.delegate(keys, "陈刚", NOW)

    assert [task.key for task in groups(desk, By.OWNER)["陈刚"]] == keys
    (due,) = {task.planned.due for task in desk.tasks.at(NOW) if task.key == keys[0]}
    shown = [task.planned.whose() for task in desk.today.at(due).tasks if task.key == keys[0]]
    assert shown == ["陈刚"]


def test_A7_many_are_not_applicable_for_one_reason_and_never_without(desk, visits):
    keys = [(visit_id, "103", "") for visit_id in visits]
    with pytest.raises(ReceptionError):
        desk.preparation.leave_out_all(keys, " ", NOW)

    desk.preparation.leave_out_all(keys, "老客户", NOW)

    assert "103" not in {task.planned.code for task in desk.tasks.at(NOW)}


def test_A7_A8_the_preparation_sheet_names_whom_an_item_was_delegated_to():
    from reception_desk.documents.preparation_sheet import PreparationSheet
    from reception_desk.domain.preparation import PreparationItem

    visit, sheet = sample_visit(), PreparationSheet()
    visit.items = [PreparationItem(visit_id=1, code="107", assignee="欧阳晓云")]
    facts, choice = facts_of(visit, HOUSE), Choice(language="zh")
    content = sheet.content(facts, choice)

    assert ("item 107/owner", "欧阳晓云") in content
    assert "欧阳晓云" in "".join(pages_of(sheet.draw(content, choice, HOUSE, stamp_of(), facts.marks())))


def test_A7_ticked_delegated_noted_and_left_out_with_the_keyboard_alone(qtbot, desk, visits, clock):
    frame = open_window(qtbot, desk, clock)
    press(qtbot, frame, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    screen = frame.current()
    keys = lambda *pressed: [press(qtbot, frame, key) for key in pressed]  # noqa: E731
    typed = lambda words: qtbot.keyClicks(frame.window.focusWidget(), words)  # noqa: E731
    settled = lambda: qtbot.waitUntil(screen.items.hasFocus, timeout=5000)  # noqa: E731
    keys(Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_F2)
    typed("told")
    keys(Qt.Key.Key_Return)
    settled()
    keys(Qt.Key.Key_D)
    typed("Chen")
    keys(Qt.Key.Key_Return)
    settled()
    keys(Qt.Key.Key_Down, Qt.Key.Key_Delete)
    typed("known")
    keys(Qt.Key.Key_Return)
    settled()

    items = [item.item for visit_id in visits for item in desk.preparation.of(visit_id) if item.item]
    assert sorted((item.state.value, item.note, item.assignee, item.reason) for item in items) == [
        ("done", "", "", ""),
        ("not_applicable", "", "", "known"),
        ("open", "told", "Chen", ""),
    ]
    frame.window.close()
