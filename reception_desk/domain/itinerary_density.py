"""How dense an itinerary is: guests from abroad are not left waiting (A4.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final

from reception_desk.domain.timetable import Entry, Kind, timetable
from reception_desk.domain.visit import Visit

_MOMENTS: Final = (Kind.ARRIVAL, Kind.ARRIVING, Kind.DEPARTURE, Kind.LEAVING)
"""What takes no time of its own; of anything else without an end nobody knows how long it takes."""


@dataclass(frozen=True, kw_only=True)
class Hole:
    """A stretch of a day in which nothing is planned, on the clock of the company."""

    starts: datetime
    ends: datetime

    @property
    def minutes(self) -> int:
        """How long it is."""
        return int((self.ends - self.starts) / timedelta(minutes=1))


def holes(visit: Visit, minutes: int) -> list[Hole]:
    """Where more than so many minutes lie between two entries of a day, from the arrival to the departure.

    None for a visit without guests from abroad.
    """
    if not visit.is_foreign:
        return []
    entries = [entry for entry in timetable(visit) if _is_during(entry, visit)]
    days = groupby(entries, key=lambda entry: entry.starts.date() if entry.starts else None)
    return [hole for _day, of_day in days for hole in _between(of_day, timedelta(minutes=minutes))]


def _is_during(entry: Entry, visit: Visit) -> bool:
    if entry.starts is None:
        return False
    is_too_early = visit.arrival_at is not None and entry.starts < visit.arrival_at
    is_too_late = visit.departure_at is not None and entry.starts > visit.departure_at
    return not (is_too_early or is_too_late)


def _between(entries: Iterator[Entry], longest: timedelta) -> Iterator[Hole]:
    busy: datetime | None = None
    for entry in entries:
        assert entry.starts is not None
        if busy is not None and entry.starts - busy > longest:
            yield Hole(starts=busy, ends=entry.starts)
        ends = entry.ends or (entry.starts if entry.kind in _MOMENTS else None)
        busy = ends if busy is None or ends is None else max(busy, ends)
