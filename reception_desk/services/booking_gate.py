"""No car, driver or room is booked twice in silence (A6.3a, B2a): the gate that every saved booking passes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final
from zoneinfo import ZoneInfo

from reception_desk.domain.booking import Car, CarBooking, Driver
from reception_desk.domain.journal import JournalRow, RowKind, Step
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.occupancy import HELD, Free, Resource, Stretch, Taken, next_after, overlapping
from reception_desk.domain.room import Room
from reception_desk.domain.visit import Visit, VisitState
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.repository.bookings import LONGEST
from reception_desk.repository.unit_of_work import UnitOfWork

MATTERS: Final = frozenset({*HELD.values(), "starts_at", "ends_at"})
WORDS: Final = {"meeting": "room", "meal": "place"}
"""Where a booking says in words which room it has; the words may name none of ours."""
KINDS: Final[dict[Resource, Any]] = {Resource.CAR: Car, Resource.DRIVER: Driver, Resource.ROOM: Room}
GATED: Final[dict[str, Any]] = {kind.__tablename__: kind for kind in (CarBooking, Meeting, Meal)}
MOST_OFFERED: Final = 4


class OverlapError(ReceptionError):
    """Something is booked already; with the other booking and what is free instead. A reason lets it be saved."""

    def __init__(self, other: Taken, free: list[Free]) -> None:
        super().__init__(_sentence(other, free))
        self.other, self.free = other, free


def save(work: UnitOfWork, booking: Any, facts: dict[str, Any], because: str = "") -> None:
    """Change a booking; refused where it then overlaps another one and nobody says why it may."""
    work.change(booking, **ask_again(booking, facts | ({"overlap_reason": because} if because else {})))
    booked_alone(work, booking)


def booked_alone(work: UnitOfWork, booking: Any) -> None:
    """Refuse a booking that overlaps another one, unless it says why; whoever changes it has flushed it."""
    _refuse_without_end(booking)
    if booking.overlap_reason.strip() or booking.starts_at is None:
        return
    if (first := next(iter(overlaps_of(work, booking)), None)) is not None:
        stretch = Stretch(starts_at=booking.starts_at, ends_at=booking.ends_at)
        raise OverlapError(first, free(work, first.resource, stretch)[:MOST_OFFERED])


def _refuse_without_end(booking: Any) -> None:
    """Refuse one that goes on for longer than `Bookings.taken` looks back: others would meet it in silence."""
    holds = any(getattr(booking, field, None) for field in HELD.values())
    if not holds or booking.starts_at is None or booking.ends_at is None:
        return
    if booking.ends_at - booking.starts_at > LONGEST:
        sentence = _(
            "A car, a driver or a room is booked for {days} days at most. Make several bookings of it."
        )
        raise ReceptionError(sentence.format(days=LONGEST.days))


def overlaps_of(work: UnitOfWork, booking: Any) -> list[Taken]:
    """The other bookings of the same car, driver or room at the same time."""
    visit = work.get(Visit, booking.visit_id)
    if booking.starts_at is None or visit.state is VisitState.CANCELLED or visit.deleted_at is not None:
        return []
    stretch = Stretch(starts_at=booking.starts_at, ends_at=booking.ends_at)
    return overlaps_among(booking, lambda resource: work.bookings.taken(stretch, resource))


def overlaps_among(booking: Any, taken: Callable[[Resource], Iterable[Taken]]) -> list[Taken]:
    """Of what is taken of each kind, the other bookings of what this one has at the same time."""
    if booking.starts_at is None:
        return []
    stretch = Stretch(starts_at=booking.starts_at, ends_at=booking.ends_at)
    found: list[Taken] = []
    for resource, field in HELD.items():
        if thing := getattr(booking, field, None):
            others = [
                one
                for one in taken(resource)
                if one.resource_id == thing and not one.is_of(booking.__tablename__, booking.id)
            ]
            found += overlapping(stretch, others)
    return found


def as_held(visit: Visit) -> dict[Any, dict[str, Any]]:
    """What the bookings of a whole visit hold now, and when: to be compared by `changed_alone`."""
    return {booking: _held(booking) for booking in _gated(visit)}


def changed_alone(work: UnitOfWork, before: dict[Any, dict[str, Any]]) -> None:
    """Refuse bookings that were changed past `save`, by a form, and now overlap another one."""
    for booking, held in before.items():
        words = WORDS.get(booking.__tablename__, "")
        changed = {field: value for field, value in _held(booking).items() if value != held[field]}
        if words in changed:
            room = room_named(work, changed[words])
            changed["room_id"] = room.id if room else None
        if changed:
            save(work, booking, {field: changed[field] for field in MATTERS & set(changed)})


def room_named(work: UnitOfWork, words: str) -> Room | None:
    """The room of the house that is meant, if it is one."""
    name = "".join(words.split()).casefold()
    found = (room for room in work.house.all(Room) if room.is_active)
    return next((room for room in found if name and "".join(room.name.split()).casefold() == name), None)


def taken_back_alone(work: UnitOfWork, step: Step) -> None:
    """Refuse to take a step back where a booking that comes back with it meets one that was made since."""
    rows = [row for row in step.rows if row.kind is not RowKind.INSERT]
    back = {
        (row.entity, row.entity_id)
        for row in rows
        if row.entity in GATED and (row.kind is RowKind.DELETE or row.field in MATTERS | {"overlap_reason"})
    }
    visits = {row.entity_id for row in rows if row.entity == "visit" and _took_away(row)}
    whole = [visit for visit_id in visits if (visit := work.visits.whole(visit_id)) is not None]
    back |= {(one.__tablename__, one.id) for visit in whole for one in _gated(visit)}
    for table, booking_id in sorted(back):
        if (booking := work.find(GATED[table], booking_id)) is None:
            continue
        try:
            booked_alone(work, booking)
        except OverlapError as overlap:
            sentence = _("This cannot be undone: {taken} Nothing was changed.")
            raise ReceptionError(sentence.format(taken=overlap)) from overlap


def _took_away(row: JournalRow) -> bool:
    """Whether a visit's bookings counted no more from then on: it was cancelled, or put into the bin."""
    if row.field == "state":
        return bool(row.new == VisitState.CANCELLED.value)
    return row.field == "deleted_at" and row.new is not None


def clashes(work: UnitOfWork, visit_id: int) -> list[str]:
    """What is taken by now of a visit that comes back, in sentences: it comes back all the same, but not in silence."""
    visit = work.visits.whole(visit_id)
    unsaid = (one for one in _gated(visit) if not one.overlap_reason.strip()) if visit else ()
    return [str(OverlapError(taken, [])) for booking in unsaid for taken in overlaps_of(work, booking)]


def free(work: UnitOfWork, resource: Resource, stretch: Stretch) -> list[Free]:
    """What of a kind can be had for all of a stretch of time, those free for longest first."""
    taken = work.bookings.taken(stretch, resource)
    busy = {one.resource_id for one in overlapping(stretch, taken)}
    found = [
        Free(
            resource=resource,
            id=thing.id,
            name=thing.plate if resource is Resource.CAR else thing.name,
            seats=thing.guest_seats if resource is Resource.CAR else getattr(thing, "seats", 0) or None,
            until=next_after(stretch.end, (one for one in taken if one.resource_id == thing.id)),
        )
        for thing in work.house.all(KINDS[resource])
        if thing.is_active and thing.id not in busy
    ]
    return sorted(found, key=_free_for_longest)


def _free_for_longest(one: Free) -> tuple[bool, float, str]:
    return (one.until is not None, -one.until.timestamp() if one.until else 0.0, one.name)


def ask_again(booking: Any, facts: dict[str, Any]) -> dict[str, Any]:
    """A reason given for one overlap is none for another: another time or car asks anew."""
    if MATTERS & set(facts) and "overlap_reason" not in facts and booking.overlap_reason:
        return facts | {"overlap_reason": ""}
    return facts


def has_gate(kind: type[Any]) -> bool:
    """Whether bookings of a kind can overlap."""
    return kind in GATED.values()


def _held(booking: Any) -> dict[str, Any]:
    fields = (*sorted(MATTERS), WORDS.get(booking.__tablename__, ""))
    return {field: getattr(booking, field) for field in fields if hasattr(booking, field)}


def _gated(visit: Visit) -> tuple[Any, ...]:
    return (*visit.car_bookings, *visit.meetings, *visit.meals)


def _sentence(other: Taken, free_ones: list[Free]) -> str:
    zone = ZoneInfo(other.zone)
    start, end = other.stretch.starts_at.astimezone(zone), other.stretch.end.astimezone(zone)
    until = f"{end:%H:%M}" if end.date() == start.date() else f"{end:%m-%d %H:%M}"
    whose = " · ".join(part for part in (other.company, other.number, other.purpose) if part)
    sentence = _("{thing} is booked already: {start}–{end}, {whose}.").format(
        thing=other.name, start=f"{start:%m-%d %H:%M}", end=until, whose=whose
    )
    if free_ones:
        names = _(", ").join(one.name for one in free_ones)
        return sentence + " " + _("Free then: {names}.").format(names=names)
    return sentence
