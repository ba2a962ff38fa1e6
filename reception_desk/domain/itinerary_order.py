"""What does not fit together in an itinerary: said, never refused, for people know why."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from reception_desk.domain.timetable import Entry, Kind, programme, rows_of
from reception_desk.domain.visit import Visit


@dataclass(frozen=True, kw_only=True)
class Clash:
    """Two entries at the same time, the earlier one first; or one alone on a day before or after the visit."""

    first: Entry
    second: Entry | None = None


def clashes(visit: Visit) -> list[Clash]:
    """What cannot be as it is written, in the order of time."""
    rows = rows_of(visit)
    found = [
        Clash(first=min(pair, key=_begin), second=max(pair, key=_begin))
        for pair in combinations((*rows, *programme(visit)), 2)
        if _overlap(*pair)
    ]
    found += [Clash(first=row) for row in rows if _is_on_another_day(row, visit)]
    return sorted(found, key=lambda clash: _begin(clash.first))


def _begin(entry: Entry) -> str:
    return "" if entry.starts is None else entry.starts.isoformat()


def _overlap(one: Entry, other: Entry) -> bool:
    """Whether both go on at the same time; a row that tells of talks or of a meal as well is no clash."""
    if not (one.starts and one.ends and other.starts and other.ends):
        return False
    if not (one.starts < other.ends and other.starts < one.ends):
        return False
    written = [entry for entry in (one, other) if entry.kind is Kind.ROW]
    return len(written) != 1 or not _tells_of(written[0], other if written[0] is one else one)


def _tells_of(row: Entry, other: Entry) -> bool:
    assert row.ends is not None
    assert other.ends is not None
    return row.covers(other) and other.ends <= row.ends


def _is_on_another_day(row: Entry, visit: Visit) -> bool:
    come, go = visit.local(visit.arrival_at), visit.local(visit.departure_at)
    if row.starts is None:
        return False
    day = row.starts.date()
    return (come is not None and day < come.date()) or (go is not None and day > go.date())
