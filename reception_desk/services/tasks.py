"""What is still to be done, over all visits under way and coming: read at once, asked by owner and by words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from reception_desk.domain.department import Department
from reception_desk.domain.employee import Employee
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.tasks import Task, in_order
from reception_desk.domain.visit import Visit
from reception_desk.i18n import LANGUAGES, words
from reception_desk.repository.database import Database
from reception_desk.repository.search import normal
from reception_desk.repository.visit_list import Wanted
from reception_desk.services.house import House
from reception_desk.services.preparation import Preparation
from reception_desk.services.today import REMEMBERED, followed_up
from reception_desk.settings import Settings

MOST_VISITS: Final = 1_000


@dataclass(frozen=True, kw_only=True)
class _Read:
    """What was read, and of which state of the store; `followed_up` is when a visit is done with.

    `open` are the open items in their order; `known` is by what each is found, worked out when it is first asked.
    """

    step: int
    settings: Settings
    open: list[tuple[Visit, PlannedItem]]
    followed_up: dict[int, datetime]
    known: dict[tuple[int, str, str], str] = field(default_factory=dict)


class Tasks:
    """The open items of all visits; those of a visit that is over for some days are told of on the first screen."""

    def __init__(self, database: Database, preparation: Preparation, house: House) -> None:
        self._database, self._preparation, self._house = database, preparation, house
        self._last: _Read | None = None

    def at(self, now: datetime) -> list[Task]:
        """Every open item, the first due first; read anew only where something was changed since it was asked last."""
        read = self._read_at(now)
        over = {visit_id for visit_id, moment in read.followed_up.items() if moment < now}
        return [
            Task(visit=visit, planned=item, is_late=item.is_late(now))
            for visit, item in read.open
            if visit.id not in over
        ]

    def here(self, now: datetime) -> datetime:
        """The moment on the company's clock."""
        return now.astimezone(ZoneInfo(self._read_at(now).settings.zone))

    def _read_at(self, now: datetime) -> _Read:
        with self._database.reading() as work:
            step, settings = work.steps.newest_id(), work.settings.read()
            if self._last and (self._last.step, self._last.settings) == (step, settings):
                return self._last
            visits = work.visits.to_prepare(now - REMEMBERED)
            plans = {visit.id: self._preparation.plan(visit, work) for visit in visits}
        self._last = _Read(
            step=step,
            settings=settings,
            open=in_order((visit, item) for visit in visits for item in plans[visit.id] if item.is_open),
            followed_up=followed_up(visits, plans),
        )
        return self._last

    def found(self, tasks: Iterable[Task], asked: str, owner: str = "") -> list[Task]:
        """Those that hold every word of what was asked, in either language, and are this owner's or delegate's.

        A word may also be one by which the visit is found in its list: pinyin, initials, the end of a phone number.
        """
        theirs = [task for task in tasks if not owner or owner in _whose(task.planned)]
        parts = normal(asked).split()
        if not parts:
            return theirs
        with self._database.reading() as work:
            visits = [
                {line.id for line in work.visits.page(Wanted(asked=part), limit=MOST_VISITS)}
                for part in parts
            ]
        return [
            task
            for task in theirs
            if all(
                part in self._known(task) or task.visit.id in ids
                for part, ids in zip(parts, visits, strict=True)
            )
        ]

    def _known(self, task: Task) -> str:
        known = self._last.known if self._last else {}
        if task.key not in known:
            known[task.key] = _known(task)
        return known[task.key]

    def people_like(self, asked: str) -> Sequence[tuple[str, str]]:
        """To whom one can delegate, as (name, department): our people and departments, by writing or by sound."""
        if not asked.strip():
            people, departments = self._house.offered(Employee), self._house.offered(Department)
        else:
            people, departments = self._house.find(Employee, asked), self._house.find(Department, asked)
        found = [(one.name, one.department) for one in people]
        return list(dict.fromkeys([*found, *((one.name, "") for one in departments)]))


def _whose(planned: PlannedItem) -> set[str]:
    return {planned.whose(words(language)) for language in LANGUAGES}


def _known(task: Task) -> str:
    """All by which a task is found."""
    said = [task.planned.code, task.visit.number, *_whose(task.planned)]
    said += [task.planned.text(language) for language in LANGUAGES]
    said += [task.visit.heading(language) for language in LANGUAGES]
    if task.planned.item:
        said.append(task.planned.item.note)
    return " ".join(map(_normal, said))


@lru_cache(maxsize=4096)
def _normal(said: str) -> str:
    """The same words stand in the lists of all visits."""
    return normal(said)
