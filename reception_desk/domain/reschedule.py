"""Another arrival: every time that was planned for a visit moves by the same shift, on the clock of its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from reception_desk.domain.entity import Entity
from reception_desk.domain.visit import Visit

# What is planned, by table; what people did (ticks, actual times, what was printed or shown) stays as it was.
PLANNED_TIMES: Final = {
    "visit": ("arrival_at", "departure_at"),
    "leg": ("at",),
    "meeting": ("starts_at", "ends_at"),
    "meal": ("starts_at", "ends_at"),
    "itinerary_row": ("starts_at", "ends_at"),
    "car_booking": ("starts_at", "ends_at"),
    "hotel_booking": ("check_in", "check_out", "check_in_at"),
    "ticket": ("leaves_at", "due_at"),
    "welcome_message": ("starts_at", "ends_at"),
}
When = date | datetime


@dataclass(frozen=True)
class Shift:
    """How far the plan moves: `by` on the clock on the wall, `days` for what has a date and no time.

    By whole days everything keeps its time of day, also where the clocks change in between.
    """

    by: timedelta
    days: int

    @classmethod
    def between(cls, before: datetime, after: datetime, zone: str) -> Shift:
        """The shift that brings one moment to another, on the clock of `zone`."""
        old, new = _on_the_wall(before, zone), _on_the_wall(after, zone)
        return cls(new - old, (new.date() - old.date()).days)

    def moved(self, when: When, zone: str) -> When:
        """A moment or a day after the shift; a time that the clock skips in spring is taken an hour later."""
        if not isinstance(when, datetime):
            return when + timedelta(days=self.days)
        wall = _on_the_wall(when, zone) + self.by
        return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@dataclass(frozen=True, kw_only=True)
class Move:
    """One time of one fact, before and after; `zone` is the clock that it is read on."""

    entity: Entity
    field: str
    before: When
    after: When
    zone: str


def moves(visit: Visit, shift: Shift) -> Iterator[Move]:
    """Every planned time of a whole visit that moves: welcome windows only where set by hand and not over."""
    for entity in _planned(visit):
        zone = getattr(entity, "zone", visit.zone)
        for field in PLANNED_TIMES[entity.__tablename__]:
            before = getattr(entity, field)
            if before is not None:
                yield Move(
                    entity=entity, field=field, before=before, after=shift.moved(before, zone), zone=zone
                )


def _planned(visit: Visit) -> Iterator[Any]:
    parts: Iterable[Iterable[Entity]] = (
        visit.legs,
        visit.car_bookings,
        visit.hotel_bookings,
        visit.itinerary,
        visit.meetings,
        visit.meals,
        visit.tickets,
        (message for message in visit.messages if not message.is_over),
    )
    yield visit
    for kind in parts:
        yield from kind


def _on_the_wall(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
