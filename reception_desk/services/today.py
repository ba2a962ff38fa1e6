"""Today at the desk: who comes next, who is here, what is to be done now, and noting that they come or go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Any, Final
from zoneinfo import ZoneInfo

from reception_desk.domain.edition import Edition, EditionState
from reception_desk.domain.gaps import Beside, Gap, Urgency
from reception_desk.domain.plan import PlannedItem, Progress, progress
from reception_desk.domain.tasks import Task
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _, current_language
from reception_desk.repository.database import Database
from reception_desk.services.booking_day import pressing
from reception_desk.services.bookings import BookingLine
from reception_desk.services.drawing import hand_out
from reception_desk.services.gap_finder import GapFinder
from reception_desk.services.papers import Papers
from reception_desk.services.preparation import Preparation
from reception_desk.services.visits import Visits
from reception_desk.settings import Settings

REMEMBERED: Final = timedelta(days=30)
FOLLOWED_UP: Final = timedelta(days=3)  # after the last item of a visit that is over
FORESEEN: Final = timedelta(days=120)
DAY: Final = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Coming:
    """A visit as it stands at this moment: how far its preparation is, what is lacking."""

    visit: Visit
    progress: Progress
    gaps: list[Gap]


@dataclass(frozen=True, kw_only=True)
class StalePaper:
    """A paper that went out and tells what is no longer so; `is_replaced`: the new one is printed, the old is about."""

    visit: Visit
    edition: Edition
    is_replaced: bool = False

    def name(self, language: str) -> str:
        """What the paper is called."""
        return f"{self.edition.document} {hand_out(self.edition.document).name(language)}"


@dataclass(frozen=True, kw_only=True)
class LeftOpen:
    """A visit that is over for so long that what is still open of it is told once, not item by item."""

    visit: Visit
    count: int


@dataclass(frozen=True, kw_only=True)
class _Read:
    """What was read, and of which state of the store: no journal row more, no other day, the same settings.

    `due` are the open items with a due time, the longest overdue first; `followed_up` is when a visit is done with.
    """

    step: int
    start: datetime
    settings: Settings
    visits: list[Visit]
    plans: dict[int, list[PlannedItem]]
    due: list[tuple[datetime, Visit, PlannedItem]]
    followed_up: dict[int, datetime]


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
    left_open: list[LeftOpen] = field(default_factory=list)
    stale_papers: list[StalePaper] = field(default_factory=list)
    unbooked: list[BookingLine] = field(default_factory=list)

    @property
    def next_is_today(self) -> bool:
        """Whether the next visit is expected today, or was before."""
        arrival = self.next and self.next.visit.arrival_at
        return bool(arrival and arrival < self.end)


class Today:
    """What the first screen asks."""

    def __init__(
        self, database: Database, visits: Visits, preparation: Preparation, papers: Papers, gaps: GapFinder
    ) -> None:
        self._database, self._visits, self._preparation = database, visits, preparation
        self._papers, self._gaps = papers, gaps
        self._last_read: _Read | None = None
        self._last_stale: tuple[_Read, list[Any], list[StalePaper]] | None = None
        self._last_beside: tuple[Visit, list[Any], Beside] | None = None

    def at(self, now: datetime) -> Day:
        """The day as it stands at `now`; read anew only where something was changed since it was asked last."""
        read = self._read_at(now)
        start, end = read.start, read.start + DAY
        over = {key for key, moment in read.followed_up.items() if moment < now}
        known = [visit for visit in read.visits if visit.id not in over]
        following = _next(known, now, start)
        visits = [visit for visit in known if _touches(visit, start, end)]
        near = visits if following is None or following in visits else [*visits, following]
        return Day(
            here=now.astimezone(start.tzinfo),
            start=start,
            end=end,
            next=None if following is None else self._coming(following, read.plans[following.id], now),
            in_house=[visit for visit in read.visits if _is_here(visit)],
            visits=visits,
            ahead=[visit for visit in known if visit.arrival_at and visit.arrival_at >= end],
            tasks=_tasks(read.due, over, now, end),
            left_open=_left_open([visit for visit in read.visits if visit.id in over], read.plans),
            stale_papers=self._stale_at(read, near, now),
            unbooked=pressing(known, now),
        )

    def open_items(self, now: datetime) -> list[tuple[datetime, Visit, PlannedItem]]:
        """The open items of all visits that are not over and done with, each with when it is due, the first first."""
        read = self._read_at(now)
        return [row for row in read.due if read.followed_up.get(row[1].id, now) >= now]

    def _coming(self, visit: Visit, planned: list[PlannedItem], now: datetime) -> Coming:
        found = self._gaps.of(visit, planned, now, self._beside(visit))
        lacking = [gap for gap in found if gap.urgency is Urgency.SOON]
        return Coming(visit=visit, progress=progress(planned, now), gaps=lacking)

    def _beside(self, visit: Visit) -> Beside:
        """What the finders must know beside the next visit: asked anew only where something was changed or told."""
        with self._database.reading() as work:
            marks = [_mark(edition) for edition in work.editions.of_visit(visit.id)]
        before = self._last_beside
        if before is None or before[0] is not visit or before[1] != marks:
            self._last_beside = before = (visit, marks, self._gaps.beside(visit, with_papers=False))
        return before[2]

    def _read_at(self, now: datetime) -> _Read:
        with self._database.reading() as work:
            step, settings = work.steps.newest_id(), work.settings.read()
            here = now.astimezone(ZoneInfo(settings.zone))
            start = here.replace(hour=0, minute=0, second=0, microsecond=0)
            before = self._last_read
            if before and (before.step, before.start, before.settings) == (step, start, settings):
                return before
            known = work.visits.unfinished(start - REMEMBERED, start + FORESEEN)
            plans = {visit.id: self._preparation.plan(visit, work) for visit in known}
        self._last_read = _Read(
            step=step,
            start=start,
            settings=settings,
            visits=known,
            plans=plans,
            due=_open_items(known, plans),
            followed_up=followed_up(known, plans),
        )
        return self._last_read

    def _stale_at(self, read: _Read, near: Sequence[Visit], now: datetime) -> list[StalePaper]:
        """Papers of these visits that somebody holds and that are no longer true."""
        with self._database.reading() as work:
            made = [edition for visit in near for edition in work.editions.of_visit(visit.id)]
        marks = [_mark(edition) for edition in made]
        before = self._last_stale
        if before is not None and before[0] is read and before[1] == marks:
            return before[2]
        printed = {edition.visit_id for edition in made}
        stale = [
            StalePaper(visit=visit, edition=paper.edition, is_replaced=paper.state is EditionState.REPLACED)
            for visit in near
            if visit.id in printed
            for paper in self._papers.editions(visit.id, now)
            if paper.state is EditionState.STALE
            or (paper.state is EditionState.REPLACED and paper.is_to_collect)
        ]
        self._last_stale = (read, marks, stale)
        return stale

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


def _mark(edition: Edition) -> tuple[Any, ...]:
    """What tells that an edition came, or that somebody did something with it."""
    return edition.id, edition.replaced_by_id, edition.recalled_at, edition.withdrawn_at


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


def _open_items(
    known: Sequence[Visit], plans: dict[int, list[PlannedItem]]
) -> list[tuple[datetime, Visit, PlannedItem]]:
    due = [
        (item.due, visit, item)
        for visit in known
        for item in plans[visit.id]
        if item.is_open and item.due is not None
    ]
    return sorted(due, key=lambda row: (row[0], row[1].id, row[2].code, row[2].subject))


def _tasks(
    due: Sequence[tuple[datetime, Visit, PlannedItem]], over: set[int], now: datetime, end: datetime
) -> list[Task]:
    """What should be done by the end of the day, the longest overdue first."""
    return [
        Task(visit=visit, planned=item, is_late=item.is_late(now))
        for moment, visit, item in takewhile(lambda row: row[0] < end, due)
        if visit.id not in over
    ]


def followed_up(known: Sequence[Visit], plans: dict[int, list[PlannedItem]]) -> dict[int, datetime]:
    """When the guests of each visit have been gone, and its last item has been due, for some days."""
    found = {}
    for visit in known:
        ends = visit.actual_departure_at or visit.departure_at or visit.arrival_at
        if ends is not None and not _is_here(visit):
            dues = (item.due for item in plans[visit.id] if item.due is not None)
            found[visit.id] = max([ends, *dues]) + FOLLOWED_UP
    return found


def _left_open(over: Sequence[Visit], plans: dict[int, list[PlannedItem]]) -> list[LeftOpen]:
    """How many items are still open of each of these visits, the latest visit first."""
    counted = ((visit, sum(item.is_open for item in plans[visit.id])) for visit in reversed(over))
    return [LeftOpen(visit=visit, count=count) for visit, count in counted if count]
