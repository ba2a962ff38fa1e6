"""What the list of visits is narrowed to: a stretch of time, how they stand, their level, their department."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from reception_desk.domain.visit import VisitState

UNTOLD_STAY: Final = timedelta(days=1)
"""How long guests are thought to be here where nobody said when they leave."""


class Period(StrEnum):
    """The stretches of time that are asked for by name; `BETWEEN` has its own two days."""

    ALL = "all"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    COMING = "coming"
    BETWEEN = "between"


class VisitStanding(StrEnum):
    """How a visit stands at a moment: what was decided about it, and its times."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    HERE = "here"
    OVER = "over"
    CANCELLED = "cancelled"


@dataclass(frozen=True, kw_only=True)
class VisitFilter:
    """What is wanted; the default is every visit. `first` and `last` are local days, both included."""

    period: Period = Period.ALL
    first: date | None = None
    last: date | None = None
    standing: VisitStanding | None = None
    level: int | None = None
    department: str = ""

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return self != EVERYTHING

    def span(self, now: datetime, zone: str) -> tuple[datetime | None, datetime | None]:
        """From when to when (excluded) a visit must be here at some moment, on the clock of `zone`."""
        if self.period is Period.ALL:
            return None, None
        if self.period is Period.COMING:
            return now, None
        first, last = self._days(now.astimezone(ZoneInfo(zone)).date())
        if first and last and last < first:
            first, last = last, first
        return (
            _midnight(first, zone) if first else None,
            _midnight(last + timedelta(days=1), zone) if last else None,
        )

    def _days(self, today: date) -> tuple[date | None, date | None]:
        monday = today - timedelta(days=today.weekday())
        of_month = today.replace(day=1)
        return {
            Period.TODAY: (today, today),
            Period.WEEK: (monday, monday + timedelta(days=6)),
            Period.MONTH: (of_month, (of_month + timedelta(days=31)).replace(day=1) - timedelta(days=1)),
            Period.YEAR: (today - timedelta(days=365), today),
            Period.BETWEEN: (self.first, self.last),
        }.get(self.period, (None, None))


EVERYTHING: Final = VisitFilter()


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone))


class Timed(Protocol):
    """What is needed of a visit, whole or a line of the list."""

    @property
    def state(self) -> VisitState:
        """What people decided."""

    @property
    def arrival_at(self) -> datetime | None:
        """When they come."""

    @property
    def departure_at(self) -> datetime | None:
        """When they leave."""

    @property
    def actual_arrival_at(self) -> datetime | None:
        """When they came."""

    @property
    def actual_departure_at(self) -> datetime | None:
        """When they left."""


def standing_of(visit: Timed, now: datetime) -> VisitStanding:
    """How a visit stands; the list's filter says the same in SQL."""
    if visit.state is VisitState.CANCELLED:
        return VisitStanding.CANCELLED
    ends = visit.departure_at or (visit.arrival_at and visit.arrival_at + UNTOLD_STAY)
    if visit.actual_departure_at is not None or (ends is not None and ends < now):
        return VisitStanding.OVER
    if visit.actual_arrival_at is not None or (visit.arrival_at is not None and visit.arrival_at <= now):
        return VisitStanding.HERE
    return VisitStanding.DRAFT if visit.state is VisitState.DRAFT else VisitStanding.SUBMITTED
