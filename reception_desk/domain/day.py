"""One day of a visit: the stretches that it is made of, for a time axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from reception_desk.domain.journey import Direction
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _

HOUR: Final = timedelta(hours=1)
LONGEST_DRIVE: Final = 6 * HOUR


class StretchKind(StrEnum):
    """What a stretch is."""

    PRESENCE = "presence"
    COMING = "coming"
    PROGRAMME = "programme"
    LEAVING = "leaving"


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """From when to when, and what; the words are in the language of the screen."""

    kind: StretchKind
    starts: datetime
    ends: datetime
    words: str = ""

    def overlaps(self, other: Stretch) -> bool:
        """Whether they have a moment in common."""
        return self.starts < other.ends and other.starts < self.ends


def stretches(visit: Visit, start: datetime, end: datetime) -> list[Stretch]:
    """The stretches of a visit that touch [start, end): its presence first, the others by time upon it."""
    upon = [*_coming(visit), *_programme(visit), *_leaving(visit)]
    found = [*_presence(visit, end), *sorted(upon, key=lambda stretch: stretch.starts)]
    return [stretch for stretch in found if stretch.ends > start and stretch.starts < end]


def _presence(visit: Visit, end_of_day: datetime) -> Iterator[Stretch]:
    starts = visit.actual_arrival_at or visit.arrival_at
    if starts is not None:
        known = visit.actual_departure_at or visit.departure_at
        ends = known if known and known > starts else max(end_of_day, starts + HOUR)
        yield Stretch(kind=StretchKind.PRESENCE, starts=starts, ends=ends)


def _coming(visit: Visit) -> Iterator[Stretch]:
    words = _("Pick-up") if visit.pick_up.counts else _("On the way")
    for at in _times(visit, Direction.ARRIVAL):
        there = visit.arrival_at
        ends = there if there and at < there <= at + LONGEST_DRIVE else at + HOUR
        yield Stretch(kind=StretchKind.COMING, starts=at, ends=ends, words=words)


def _leaving(visit: Visit) -> Iterator[Stretch]:
    for at in _times(visit, Direction.DEPARTURE):
        off = visit.departure_at
        starts = off if off and at - LONGEST_DRIVE <= off < at else at - HOUR
        yield Stretch(kind=StretchKind.LEAVING, starts=starts, ends=at, words=_("Send-off"))


def _times(visit: Visit, direction: Direction) -> Iterator[datetime]:
    return (leg.at for leg in visit.legs if leg.direction is direction and leg.at is not None)


def _programme(visit: Visit) -> list[Stretch]:
    """The rows of the timetable; a meeting or meal that no row tells of stands for itself."""
    rows = list(_filled((row.starts_at, row.ends_at, row.activity) for row in visit.itinerary))
    others = [
        *_filled(
            (meeting.starts_at, meeting.ends_at, meeting.topic or _("Meeting")) for meeting in visit.meetings
        ),
        *_filled((meal.starts_at, None, _("Meal")) for meal in visit.meals),
    ]
    return rows + [other for other in others if not any(other.overlaps(row) for row in rows)]


def _filled(rows: Iterable[tuple[datetime | None, datetime | None, str]]) -> Iterator[Stretch]:
    """Rows with a beginning; without an end they last until the next one, an hour at most."""
    timed = sorted(((start, end, words) for start, end, words in rows if start), key=lambda row: row[0])
    begins = [start for start, _end, _words in timed]
    for start, end, words in timed:
        following = min((begin for begin in begins if begin > start), default=start + HOUR)
        ends = end if end and end > start else min(following, start + HOUR)
        yield Stretch(kind=StretchKind.PROGRAMME, starts=start, ends=ends, words=words)
