"""Today at the desk: who comes next, who is here, what is to be done now, and noting that they come or go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from reception_desk.domain.edition import Edition, EditionState
from reception_desk.domain.gaps import Gap, Urgency, gaps
from reception_desk.domain.plan import PlannedItem, Progress, progress
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _, current_language
from reception_desk.repository.database import Database
from reception_desk.services.drawing import hand_out
from reception_desk.services.papers import Papers
from reception_desk.services.preparation import Preparation
from reception_desk.services.visits import Visits

REMEMBERED: Final = timedelta(days=30)
FORESEEN: Final = timedelta(days=120)
DAY: Final = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Task:
    """Something to be done now or later today, for one visit."""

    visit: Visit
    planned: PlannedItem
    is_late: bool

    @property
    def key(self) -> tuple[int, str, str]:
        """What the task is known by."""
        return (self.visit.id, self.planned.code, self.planned.subject)


@dataclass(frozen=True, kw_only=True)
class Coming:
    """A visit as it stands at this moment: how far its preparation is, what is lacking."""

    visit: Visit
    progress: Progress
    gaps: list[Gap]


@dataclass(frozen=True, kw_only=True)
class StalePaper:
    """A paper that went out and tells what is no longer so."""

    visit: Visit
    edition: Edition

    def name(self, language: str) -> str:
        """What the paper is called."""
        return f"{self.edition.document} {hand_out(self.edition.document).name(language)}"


@dataclass(frozen=True, kw_only=True)
class Day:
    """The day as seen at `now`, on the company's clock: `here` is now, `start` and `end` are its midnights."""

    here: datetime
    start: datetime
    end: datetime
    next: Coming | None = None
    in_house: list[Visit] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    ahead: list[Visit] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    stale_papers: list[StalePaper] = field(default_factory=list)

    @property
    def next_is_today(self) -> bool:
        """Whether the next visit is expected today, or was before."""
        arrival = self.next and self.next.visit.arrival_at
        return bool(arrival and arrival < self.end)


class Today:
    """What the first screen asks."""

    def __init__(self, database: Database, visits: Visits, preparation: Preparation, papers: Papers) -> None:
        self._database, self._visits, self._preparation = database, visits, preparation
        self._papers = papers

    def at(self, now: datetime) -> Day:
        """The day as it stands at `now`."""
        with self._database.reading() as work:
            zone = ZoneInfo(work.settings.read().zone)
            known = work.visits.unfinished(now - REMEMBERED, now + FORESEEN)
        here = now.astimezone(zone)
        start = here.replace(hour=0, minute=0, second=0, microsecond=0)
        end = start + DAY
        plans = {visit.id: self._preparation.plan(visit) for visit in known}
        following = _next(known, now, start)
        visits = [visit for visit in known if _touches(visit, start, end)]
        near = visits if following is None or following in visits else [*visits, following]
        return Day(
            here=here,
            start=start,
            end=end,
            next=None if following is None else _coming(following, plans[following.id], now),
            in_house=[visit for visit in known if _is_here(visit)],
            visits=visits,
            ahead=[visit for visit in known if visit.arrival_at and visit.arrival_at >= end],
            tasks=_tasks(known, plans, now, end),
            stale_papers=self._stale_papers(near, now),
        )

    def _stale_papers(self, visits: Sequence[Visit], now: datetime) -> list[StalePaper]:
        """Papers of these visits that somebody holds and that are no longer true."""
        with self._database.reading() as work:
            printed = [visit for visit in visits if work.editions.of_visit(visit.id)]
        return [
            StalePaper(visit=visit, edition=paper.edition)
            for visit in printed
            for paper in self._papers.editions(visit.id, now)
            if paper.state is EditionState.STALE
        ]

    def come_or_gone(self, visit_id: int, now: datetime) -> str:
        """Note that the guests of a visit are here, or, where they are, that they have left; the sentence for it."""
        visit = self._visits.get(visit_id)
        name = visit.heading(current_language())
        if visit.actual_arrival_at is None:
            self._visits.arrived(visit_id, now)
            return _("They are here: {visit}").format(visit=name)
        self._visits.left(visit_id, now)
        return _("They have left: {visit}").format(visit=name)


def _is_here(visit: Visit) -> bool:
    return visit.actual_arrival_at is not None and visit.actual_departure_at is None


def _next(known: Sequence[Visit], now: datetime, start: datetime) -> Visit | None:
    """The first that has not come yet, from this day on; one that is late is still the next while it could come."""
    return next((visit for visit in known if _is_awaited(visit, now, start)), None)


def _is_awaited(visit: Visit, now: datetime, start: datetime) -> bool:
    if visit.arrival_at is None or visit.arrival_at < start or visit.actual_arrival_at is not None:
        return False
    return visit.departure_at is None or visit.departure_at > now


def _touches(visit: Visit, start: datetime, end: datetime) -> bool:
    if visit.arrival_at is None or visit.arrival_at >= end:
        return False
    last = visit.actual_departure_at or visit.departure_at or visit.arrival_at
    return last >= start


def _coming(visit: Visit, planned: list[PlannedItem], now: datetime) -> Coming:
    lacking = [gap for gap in gaps(visit, planned, now) if gap.urgency is Urgency.SOON]
    return Coming(visit=visit, progress=progress(planned, now), gaps=lacking)


def _tasks(
    known: Sequence[Visit], plans: dict[int, list[PlannedItem]], now: datetime, end: datetime
) -> list[Task]:
    """What should be done by the end of the day: the late ones first, the longest overdue before the others."""
    due = [
        (item.due, visit, item)
        for visit in known
        for item in plans[visit.id]
        if item.is_open and item.due is not None and item.due < end
    ]
    ordered = sorted(due, key=lambda row: (row[0], row[1].id, row[2].code, row[2].subject))
    return [Task(visit=visit, planned=item, is_late=item.is_late(now)) for _due, visit, item in ordered]
