"""What is taken when: cars, drivers and rooms, each for one booking at a time (A6.3a, A6.4b, B2a)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from reception_desk.i18n import N_

UNKNOWN_END: Final = timedelta(hours=2)
"""How long something without an end is taken for."""


class Resource(StrEnum):
    """What only one booking can have at a time."""

    CAR = "car"
    DRIVER = "driver"
    ROOM = "room"


HELD: Final = {Resource.CAR: "car_id", Resource.DRIVER: "driver_id", Resource.ROOM: "room_id"}
"""Where a booking says what it has."""

RESOURCE_WORDS: Final = {
    Resource.CAR: N_("Car"),
    Resource.DRIVER: N_("Driver"),
    Resource.ROOM: N_("Room"),
}


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A stretch of time, its end not part of it: what ends when another begins does not overlap it."""

    starts_at: datetime
    ends_at: datetime | None = None

    @property
    def end(self) -> datetime:
        """Its end; an open one is taken as two hours, an empty one as nothing."""
        return self.starts_at + UNKNOWN_END if self.ends_at is None else self.ends_at

    def overlaps(self, other: Stretch) -> bool:
        """Whether both are going on at some moment."""
        return self.starts_at < other.end and other.starts_at < self.end


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A car, driver or room that a booking has: `name` of it, whose visit, what for."""

    resource: Resource
    resource_id: int
    name: str
    table: str
    booking_id: int
    visit_id: int
    number: str
    company: str
    purpose: str
    zone: str
    stretch: Stretch

    def is_of(self, table: str, booking_id: int) -> bool:
        """Whether it is that booking's own."""
        return (self.table, self.booking_id) == (table, booking_id)


@dataclass(frozen=True, kw_only=True)
class Free:
    """Something that can be had: `until` the next booking of it, where one is known."""

    resource: Resource
    id: int
    name: str
    seats: int | None = None
    until: datetime | None = None


def overlapping(wanted: Stretch, taken: Iterable[Taken]) -> list[Taken]:
    """Those that are going on at some moment of it, the earliest first."""
    found = [one for one in taken if one.stretch.overlaps(wanted)]
    return sorted(found, key=lambda one: (one.stretch.starts_at, one.booking_id))


def next_after(moment: datetime, taken: Iterable[Taken]) -> datetime | None:
    """When the next of them begins."""
    return min((one.stretch.starts_at for one in taken if one.stretch.starts_at >= moment), default=None)
