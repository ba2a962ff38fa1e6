"""A visit's preparation worked off through the window, by keyboard; the report at its end equals its journal (5.22)."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from reception_desk.domain.compliance import Verdict
from reception_desk.domain.preparation import ItemState
from reception_desk.paths import DATABASE_NAME
from tests.desk import ARRIVAL, StoppedClock
from tests.ui.sample_desk import filled_desk
from tests.ui.sample_screens import write
from tests.window import open_window, press

LEFT_OUT = {"132", "136", "310"}
OPENED_AGAIN = "121"


@pytest.fixture
def clock():
    return StoppedClock(ARRIVAL - timedelta(days=3))


@pytest.fixture
def desk(tmp_path):
    opened, _visit_id = filled_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def frame(qtbot, desk, clock):
    opened = open_window(qtbot, desk, clock)
    yield opened
    opened.window.close()


def work_off(qtbot, frame, clock, visit_id):
    """Down the list with the keys: most are ticked, some are left out with a reason; the time goes on meanwhile."""
    frame.show_visit(visit_id, "preparation")
    section = frame.screens["visit"].section()
    for item in frame.desk.preparation.of(visit_id):
        if not item.is_open:
            continue
        section.go_to(f"{item.code}/{item.subject}")
        if item.due is not None and item.due > clock():
            clock.now = item.due + timedelta(minutes=90 if item.code.endswith("7") else -1)
        if item.code in LEFT_OUT:
            qtbot.keyClick(section.items, Qt.Key.Key_Delete)
            write(section.items.findChild(QLineEdit), "这次不需要")
            qtbot.keyClick(section.items.findChild(QLineEdit), Qt.Key.Key_Return)
        else:
            qtbot.keyClick(section.items, Qt.Key.Key_Space)
        qtbot.wait(1)


def take_one_back(qtbot, frame, visit_id):
    """Tick off by mistake: opened again, ticked again, undone with Ctrl+Z and done again with Ctrl+Y."""
    section = frame.screens["visit"].section()
    section.go_to(f"{OPENED_AGAIN}/")
    qtbot.keyClick(section.items, Qt.Key.Key_Space)
    qtbot.keyClick(section.items, Qt.Key.Key_Space)
    press(qtbot, frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, frame, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)


def in_the_journal(desk, visit_id):
    """What the rows of the journal say last of each item, read with plain SQL: (code, subject) → state, by, at."""
    query = """SELECT row.entity_id, row.kind, row.field, row.new FROM journal_row AS row
               JOIN step ON step.id = row.step_id
               WHERE row.entity = 'preparation_item' AND step.visit_id = ? ORDER BY row.id"""
    found: dict[int, dict[str, Any]] = {}
    with closing(sqlite3.connect(desk.folder / DATABASE_NAME)) as store:
        for item, kind, field, new in store.execute(query, (visit_id,)):
            if kind == "delete":
                found.pop(item, None)
            else:
                found.setdefault(item, {})[field] = json.loads(new) if isinstance(new, str) else new
    return {
        (row["code"], row["subject"]): (row["state"], row["done_by"], row["done_at"], row["reason"])
        for row in found.values()
        if row["state"] != "open"
    }


def in_the_report(desk, visit_id, now):
    """What the report says of each item, under whichever clause it stands."""
    return {
        (one.planned.code, one.planned.subject): one
        for clause in desk.compliance.of_visit(visit_id, now).clauses
        for one in clause.items
        if not one.planned.is_open
    }


@pytest.mark.timeout(180)
def test_what_was_worked_off_through_the_window_is_what_the_journal_and_the_report_say(
    qtbot, desk, frame, clock
):
    visit_id = desk.visits.numbered("2026-0001").id

    work_off(qtbot, frame, clock, visit_id)
    take_one_back(qtbot, frame, visit_id)

    items = desk.preparation.of(visit_id)
    assert [item.code for item in items if item.is_open] == []
    report, journal = in_the_report(desk, visit_id, clock()), in_the_journal(desk, visit_id)
    assert set(report) == {key for key in journal if desk.procedure.checklist(1).line(key[0])}
    for key, one in report.items():
        kept, (state, by, at, reason) = one.planned.item, journal[key]
        assert (kept.state.value, kept.done_by, kept.done_at, kept.reason) == (
            state,
            by,
            datetime.fromisoformat(at),
            reason,
        ), key
        late = one.planned.due is not None and kept.done_at > one.planned.due
        expected = Verdict.LATE if late else Verdict.ON_TIME
        assert one.verdict is (Verdict.SKIPPED if kept.state is ItemState.NOT_APPLICABLE else expected), key
    assert desk.compliance.disagreements(visit_id, clock()) == []
    assert {key[0] for key, one in report.items() if one.verdict is Verdict.SKIPPED} == LEFT_OUT
    assert {Verdict.LATE, Verdict.ON_TIME} <= {one.verdict for one in report.values()}
