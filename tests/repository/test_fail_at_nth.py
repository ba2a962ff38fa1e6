"""Every piece of work fails at its first, second, … statement: nothing of it is kept, and it works again after."""

from __future__ import annotations

import itertools
import sqlite3

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from reception_desk.domain.meeting import Meeting
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, NOW, new_desk, plain_visit
from tests.services.test_history import facts_of

WORK = {
    "new": lambda desk, _visit: desk.visits.new(
        NOW, company="乙公司", main_guest="欧阳喆", arrival_at=ARRIVAL
    ),
    "change": lambda desk, visit: desk.visits.change(visit, NOW, purpose="洽谈"),
    "company": lambda desk, visit: desk.visits.name_company(visit, "丙公司", NOW),
    "guest": lambda desk, visit: desk.guests.add(visit, "马珺", NOW, title="采购总监"),
    "tick": lambda desk, visit: desk.preparation.check_off(visit, "103", "", NOW),
    "meeting": lambda desk, visit: desk.parts.add(Meeting, visit, NOW, starts_at=ARRIVAL),
    "undo": lambda desk, _visit: desk.history.undo(NOW),
    "settings": lambda desk, _visit: desk.company.change(NOW, company_name="某某机床有限公司"),
}


class Saboteur:
    """Raises a disk error at the nth statement from now on."""

    def __init__(self, engine, nth):
        self._engine, self._left = engine, nth

    def __enter__(self):
        event.listen(self._engine, "before_cursor_execute", self._count)
        return self

    def __exit__(self, *_):
        event.remove(self._engine, "before_cursor_execute", self._count)

    def _count(self, *_):
        self._left -= 1
        if self._left == 0:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorname = "SQLITE_IOERR_WRITE"
            raise OperationalError("", {}, error)


@pytest.mark.parametrize("name", WORK)
def test_work_that_fails_anywhere_is_done_whole_or_not_at_all(desk, tmp_path, name):
    visit_id = plain_visit(desk)
    before, done = facts_of(desk), _facts_when_done(tmp_path / "twin", name)

    for nth in itertools.count(1):
        with Saboteur(desk.database._engine, nth):
            try:
                WORK[name](desk, visit_id)
                break
            except ReceptionError:
                if facts_of(desk) != before:
                    break  # it was saved; what failed was reading it again

    assert facts_of(desk) == done
    assert nth > 2
    assert desk.backups.check() == []


def _facts_when_done(folder, name):
    twin = new_desk(folder)
    WORK[name](twin, plain_visit(twin))
    facts = facts_of(twin)
    twin.close()
    return facts
