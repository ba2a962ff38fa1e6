"""What is to be done over all visits: the open items of their lists, by time, by whose work, by phase, by visit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from reception_desk.domain.checklist import Owner, Phase
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, words

NOON: Final = 12


@dataclass(frozen=True, kw_only=True)
class Task:
    """Something to be done for one visit."""

    visit: Visit
    planned: PlannedItem
    is_late: bool

    @property
    def key(self) -> tuple[int, str, str]:
        """What the task is known by."""
        return (self.visit.id, self.planned.code, self.planned.subject)


class By(StrEnum):
    """By what tasks are put together."""

    TIME = "time"
    OWNER = "owner"
    PHASE = "phase"
    VISIT = "visit"


class When(StrEnum):
    """How soon something is due, as one says it at the desk."""

    LATE = "late"
    FORENOON = "forenoon"
    AFTERNOON = "afternoon"
    TOMORROW = "tomorrow"
    LATER = "later"
    OPEN = "open"


_WHEN: Final = {
    When.LATE: N_("Late"),
    When.FORENOON: N_("Before noon"),
    When.AFTERNOON: N_("This afternoon"),
    When.TOMORROW: N_("Tomorrow"),
    When.LATER: N_("Later"),
    When.OPEN: N_("No time yet"),
}


@dataclass(frozen=True, kw_only=True)
class TaskGroup:
    """Tasks under one heading, the first due first; `is_late`: all of them are."""

    words: str
    tasks: list[Task]
    is_late: bool = False


def when_due(task: Task, here: datetime) -> When:
    """How soon a task is due, `here` being now on the company's clock; noon itself is still before noon."""
    if task.planned.due is None:
        return When.OPEN
    if task.planned.is_late(here):
        return When.LATE
    due = task.planned.due.astimezone(here.tzinfo)
    days = (due.date() - here.date()).days
    if days == 0:
        noon = due.replace(hour=NOON, minute=0, second=0, microsecond=0)
        return When.FORENOON if due <= noon else When.AFTERNOON
    return When.TOMORROW if days == 1 else When.LATER


def grouped(tasks: Iterable[Task], by: By, here: datetime, language: str) -> list[TaskGroup]:
    """The tasks under their headings, in the order in which they come; headings without a task are left out."""
    say = words(language)
    visits: dict[int, tuple[Any, str]] = {}

    def of_visit(task: Task) -> tuple[Any, str]:
        if task.visit.id not in visits:
            visits[task.visit.id] = _by_visit(task.visit, language)
        return visits[task.visit.id]

    place: dict[By, Callable[[Task], tuple[Any, str]]] = {
        By.TIME: lambda task: _by_time(task, here, say),
        By.OWNER: lambda task: _by_owner(task, say),
        By.PHASE: lambda task: (list(Phase).index(task.planned.phase), task.planned.phase.words(say)),
        By.VISIT: of_visit,
    }
    found: dict[tuple[Any, str], list[Task]] = {}
    for task in tasks:
        found.setdefault(place[by](task), []).append(task)
    late = say(_WHEN[When.LATE]) if by is By.TIME else None
    return [
        TaskGroup(words=heading, tasks=found[order, heading], is_late=heading == late)
        for order, heading in sorted(found)
    ]


def in_order(items: Iterable[tuple[Visit, PlannedItem]]) -> list[tuple[Visit, PlannedItem]]:
    """Items of visits: the first due first, those without a time at the end."""
    return sorted(items, key=lambda one: (*_sooner(one[1].due), one[0].id, one[1].code, one[1].subject))


def owners(tasks: Iterable[Task], language: str) -> list[str]:
    """Whose work there is, in words: the owners of the checklist, then those whom something was delegated to."""
    say = words(language)
    return [name for _order, name in sorted({_by_owner(task, say) for task in tasks})]


def _sooner(due: datetime | None) -> tuple[bool, float]:
    return (due is None, 0.0 if due is None else due.timestamp())


def _by_time(task: Task, here: datetime, say: Callable[[str], str]) -> tuple[int, str]:
    when = when_due(task, here)
    return list(When).index(when), say(_WHEN[when])


def _by_owner(task: Task, say: Callable[[str], str]) -> tuple[int, str]:
    roles: Sequence[Owner] = list(Owner)
    delegated = bool(task.planned.assignee)
    return (len(roles) if delegated else roles.index(task.planned.owner)), task.planned.whose(say)


def _by_visit(visit: Visit, language: str) -> tuple[tuple[bool, float, int], str]:
    arrival = visit.arrival_at
    order = (arrival is None, 0.0 if arrival is None else arrival.timestamp(), visit.id)
    return order, f"{visit.number} {visit.heading(language)}"
