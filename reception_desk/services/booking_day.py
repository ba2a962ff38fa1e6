"""Bookings as the desk looks at them: what presses, in which order, and who is free when (A6.3a, B2a)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from reception_desk.domain.booking import Car, Driver
from reception_desk.domain.occupancy import HELD, Resource, Stretch
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.room import Room
from reception_desk.domain.ticket import Ticket
from reception_desk.domain.visit import Visit
from reception_desk.repository.bookings import Booking
from reception_desk.services.bookings import BookingLine

SOON: Final = timedelta(days=1)
"""What is not booked so long before it begins presses."""
CAR_CHECKED, CAR_SUPPLIED = "130", "202"
"""The items of the preparation about clean, reliable, fuelled cars, and about tissues and water in them."""
FAR: Final = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class InUse:
    """A car, a driver or a room, and its bookings of a stretch of time, the earliest first."""

    resource: Resource
    id: int
    name: str
    seats: int | None
    lines: tuple[BookingLine, ...]

    def free_from(self, moment: datetime) -> datetime:
        """From when on it can be had: the moment itself where it is free."""
        for line in self.lines:
            stretch = stretch_of(line)
            if stretch is not None and stretch.starts_at <= moment < stretch.end:
                moment = stretch.end
        return moment

    def free_until(self, moment: datetime) -> datetime | None:
        """When its next booking begins; None where there is none."""
        starts = (stretch.starts_at for line in self.lines if (stretch := stretch_of(line)) is not None)
        return min((start for start in starts if start > moment), default=None)


def stretch_of(line: BookingLine) -> Stretch | None:
    """When a car, a driver or a room is taken by it; None for other bookings and without a time."""
    starts_at = getattr(line.booking, "starts_at", None)
    return Stretch(starts_at=starts_at, ends_at=getattr(line.booking, "ends_at", None)) if starts_at else None


def is_pressing(line: BookingLine, now: datetime) -> bool:
    """Whether it is still to be booked and begins within a day; a ticket: must be there within a day."""
    due = line.booking.due_at if isinstance(line.booking, Ticket) else None
    when = due or line.starts_at
    return line.is_open and when is not None and when - now <= SOON


def pressing(visits: Iterable[Visit], now: datetime) -> list[BookingLine]:
    """What these visits, loaded whole, still have to book within a day; what has begun is past booking."""
    lines = (BookingLine(booking=one, visit=visit) for visit in visits for one in _bookings_of(visit))
    found = [line for line in lines if is_pressing(line, now) and (line.starts_at or now) >= now]
    return sorted(found, key=lambda line: line.starts_at or FAR)


def _bookings_of(visit: Visit) -> Iterator[Booking]:
    """What somebody has to book: talks and meals only where they want a room of ours."""
    yield from visit.car_bookings
    yield from (meeting for meeting in visit.meetings if meeting.room_id)
    yield from (meal for meal in visit.meals if meal.room_id)
    yield from visit.hotel_bookings
    yield from visit.tickets


def ripe(visit: Visit, items: Iterable[PlannedItem]) -> list[PlannedItem]:
    """The open items of the preparation that the checks of the cars have settled: of every car of the visit."""
    cars = visit.car_bookings
    settled = {
        CAR_CHECKED: bool(cars) and all(car.is_ready for car in cars),
        CAR_SUPPLIED: bool(cars) and all(car.is_supplied for car in cars),
    }
    return [item for item in items if item.is_open and settled.get(item.code, False)]


def in_order(lines: Iterable[BookingLine]) -> list[BookingLine]:
    """What is still to be booked first, then by time; without a time last."""
    return sorted(lines, key=lambda line: (not line.is_open, line.starts_at or FAR, line.booking.id))


def in_use(
    lines: Sequence[BookingLine], resource: Resource, offered: Sequence[Car | Driver | Room]
) -> list[InUse]:
    """Everything of a kind that is offered, and what of it is booked though it is no longer offered."""
    things: dict[int, Any] = {thing.id: thing for thing in offered}
    held: dict[int, list[BookingLine]] = {key: [] for key in things}
    for line in lines:
        key = getattr(line.booking, HELD[resource], None)
        if key is None or stretch_of(line) is None:
            continue
        things.setdefault(key, getattr(line.booking, resource.value, None))
        held.setdefault(key, []).append(line)
    return [_in_use(resource, key, thing, held[key]) for key, thing in things.items()]


def _in_use(resource: Resource, key: int, thing: Any, lines: list[BookingLine]) -> InUse:
    seats = thing.guest_seats if isinstance(thing, Car) else getattr(thing, "seats", None)
    return InUse(
        resource=resource,
        id=key,
        name=_name(thing),
        seats=seats or None,
        lines=tuple(sorted(lines, key=lambda line: line.starts_at or FAR)),
    )


def _name(thing: Any) -> str:
    """Its name; a room that is no longer offered is known by the words of its booking."""
    if isinstance(thing, str):
        return thing
    return str(getattr(thing, "plate", "") or getattr(thing, "name", ""))
