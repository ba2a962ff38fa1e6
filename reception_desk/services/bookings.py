"""Bookings of all visits: the list of a stretch of time, who is free, states, proposals (B1, B2, A6.3a, A6.4b, B12)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from reception_desk.domain.booking import Car, CarBooking, HotelBooking
from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.booking_warnings import hotel_warnings, seat_warning
from reception_desk.domain.choice_words import choice_msgid
from reception_desk.domain.field_words import NOUNS, field_word
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.occupancy import Free, Resource, Stretch, Taken, overlapping
from reception_desk.domain.room import Room
from reception_desk.domain.ticket import Ticket, TicketState
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.bookings import Booking
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services import booking_gate as gate
from reception_desk.services.booking_notes import BookingNotes
from reception_desk.services.booking_proposals import proposals
from reception_desk.settings import Settings

CHECKS: Final = {
    "is_clean": N_("Clean"),
    "is_reliable": N_("Reliable"),
    "is_fuelled": N_("Tank full"),
    "is_supplied": N_("Tissues and water"),
}
FORWARD: Final[dict[type[Any], tuple[Any, ...]]] = {
    BookingState: tuple(BookingState),
    TicketState: tuple(TicketState),
}


@dataclass(frozen=True, kw_only=True)
class BookingLine:
    """One booking in the list of all: of which visit, when, and what is wrong with it."""

    booking: Booking
    visit: Visit
    overlaps: tuple[Taken, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def starts_at(self) -> datetime | None:
        """When it begins, a stay at its check-in."""
        if isinstance(self.booking, Ticket):
            return self.booking.leaves_at
        if isinstance(self.booking, HotelBooking):
            return self.booking.check_in_at or _noon(self.booking, self.visit)
        return self.booking.starts_at

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to book it."""
        return self.booking.state.value == BookingState.WANTED.value


class Bookings:
    """What is asked and done about bookings."""

    def __init__(self, database: Database, notes: BookingNotes) -> None:
        self._database, self._notes = database, notes

    def between(self, start: datetime, end: datetime) -> list[BookingLine]:
        """All bookings of a stretch of time, and those that have no time yet; the earliest first."""
        with self._database.reading() as work:
            found: list[Booking] = [
                *work.bookings.cars(start, end),
                *work.bookings.meetings(start, end),
                *work.bookings.meals(start, end),
                *work.bookings.hotels(start, end),
                *work.bookings.tickets(start, end),
            ]
            visits = work.bookings.visits({one.visit_id for one in found})
            taken = _taken_by(work, found)
            settings = work.settings.read()
            lines = [
                BookingLine(
                    booking=one,
                    visit=visits[one.visit_id],
                    overlaps=tuple(gate.overlaps_among(one, taken)) if gate.has_gate(type(one)) else (),
                    warnings=tuple(_warnings(work, one, visits[one.visit_id], settings)),
                )
                for one in found
            ]
        return sorted(lines, key=lambda line: (line.starts_at is None, line.starts_at or start))

    def warnings(self, kind: type[Booking], booking_id: int) -> list[str]:
        """What is wrong with one booking, in sentences: seats, beds, price, overlaps."""
        with self._database.reading() as work:
            booking = work.get(kind, booking_id)
            visit = work.bookings.visits({booking.visit_id})[booking.visit_id]
            overlaps = gate.overlaps_of(work, booking) if gate.has_gate(kind) else []
            warnings = _warnings(work, booking, visit, work.settings.read())
        return [*(str(gate.OverlapError(other, [])) for other in overlaps[:1]), *warnings]

    def free(self, resource: Resource, start: datetime, end: datetime | None = None) -> list[Free]:
        """What of a kind can be had then, those free for longest first."""
        with self._database.reading() as work:
            return gate.free(work, resource, Stretch(starts_at=start, ends_at=end))

    def taken(self, resource: Resource, start: datetime, end: datetime | None = None) -> dict[int, Taken]:
        """What of a kind is booked then, each by the first booking that has it."""
        stretch = Stretch(starts_at=start, ends_at=end)
        with self._database.reading() as work:
            found = overlapping(stretch, work.bookings.taken(stretch, resource))
        return {one.resource_id: one for one in reversed(found)}

    def hotel_standard(self, level: int | None) -> int | None:
        """What a room may cost a night at a level, in yuan (B1); None where the company has set nothing."""
        with self._database.reading() as work:
            return work.settings.read().hotel_standard(level)

    def further(self, booking: Booking) -> BookingState | TicketState | None:
        """The state that comes next; None where it is the last."""
        states = FORWARD[type(booking.state)]
        place = states.index(booking.state) + 1
        return states[place] if place < len(states) else None

    def advance(self, kind: type[Booking], booking_id: int, now: datetime) -> None:
        """One state further: wanted, booked, confirmed; a ticket wanted, bought, handed over."""
        said = Said(N_("{noun_word}: {state_word}"), noun_word=NOUNS[kind.__tablename__])
        with self._database.unit_of_work(said, now) as work:
            booking = work.get(kind, booking_id)
            further = self.further(booking)
            if further is None:
                raise ReceptionError(_("This is the last state; nothing is left to do here."))
            said.visit_id = booking.visit_id
            said.details["state_word"] = choice_msgid(further)
            was = booking.state
            work.change(booking, state=further)
            self._notes.follow(work, booking, was, now)

    def told_again(self, kind: type[Booking], booking_id: int, now: datetime) -> None:
        """Note that the other side knows the booking as it is now (5.3)."""
        said = Said(N_("Told anew: {noun_word}"), noun_word=NOUNS[kind.__tablename__])
        with self._database.unit_of_work(said, now) as work:
            booking = work.get(kind, booking_id)
            said.visit_id = booking.visit_id
            self._notes.note(work, booking, now)

    def check(self, booking_id: int, check: str, now: datetime, *, done: bool) -> None:
        """Note one of the checks of a car before it leaves (A6.4b, B2b, B2c)."""
        sentence = N_("Car checked: {check_word}") if done else N_("Car check taken back: {check_word}")
        said = Said(sentence, check_word=CHECKS[check])
        with self._database.unit_of_work(said, now) as work:
            booking = work.get(CarBooking, booking_id)
            said.visit_id = booking.visit_id
            work.change(booking, **{check: done})

    def take_room(
        self, kind: type[Meeting | Meal], booking_id: int, words: str, now: datetime, because: str = ""
    ) -> None:
        """Say where a meeting or a meal is: one of our rooms by its name, or any other place in words.

        `because` says why it may be the room of two at a time.
        """
        field = "room" if kind is Meeting else "place"
        said = Said(N_("Changed {field_word}"), field_word=field_word(kind.__tablename__, field))
        with self._database.unit_of_work(said, now) as work:
            booking = work.get(kind, booking_id)
            said.visit_id = booking.visit_id
            room = gate.room_named(work, words)
            facts: dict[str, Any] = {"room_id": room.id if room else None, field: words.strip()}
            gate.save(work, booking, facts, because)

    def propose(self, visit_id: int, now: datetime) -> int:
        """Put in what the visit's answers call for and nobody has booked yet; how many bookings that were.

        A car to each station we go to, rooms for the nights, a ticket for each way back; all of them wanted, none
        overwrites what is there.
        """
        said = Said(N_("Proposed the bookings of the visit"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get(visit_id)
            proposed = proposals(visit)
            for booking in proposed:
                work.add(booking)
        return len(proposed)


def _noon(stay: HotelBooking, visit: Visit) -> datetime | None:
    if stay.check_in is None:
        return None
    return datetime(
        stay.check_in.year, stay.check_in.month, stay.check_in.day, 14, tzinfo=ZoneInfo(visit.zone)
    )


def _taken_by(work: UnitOfWork, bookings: Sequence[Booking]) -> Callable[[Resource], list[Taken]]:
    """What is taken of each kind while any of these goes on; each kind is asked for once."""
    stretches = [
        Stretch(starts_at=one.starts_at, ends_at=one.ends_at)
        for one in bookings
        if isinstance(one, CarBooking | Meeting | Meal) and one.starts_at is not None
    ]
    if not stretches:
        return lambda _resource: []
    widest = Stretch(
        starts_at=min(one.starts_at for one in stretches), ends_at=max(one.end for one in stretches)
    )
    return {resource: work.bookings.taken(widest, resource) for resource in Resource}.__getitem__


def _warnings(work: UnitOfWork, booking: Booking, visit: Visit, settings: Settings) -> list[str]:
    checks: dict[type[Any], Callable[[], list[str]]] = {
        CarBooking: lambda: seat_warning(_heads(booking, visit), _car_seats(work, booking)),
        HotelBooking: lambda: hotel_warnings(_stay(booking), visit, settings.hotel_standard(visit.level)),
        Meeting: lambda: seat_warning(_talking(booking, visit), _room_seats(work, booking)),
        Meal: lambda: seat_warning(
            booking.heads if isinstance(booking, Meal) else None, _room_seats(work, booking)
        ),
    }
    return checks.get(type(booking), list)()


def _heads(booking: Any, visit: Visit) -> int | None:
    return int(booking.heads) if booking.heads is not None else visit.head_count


def _car_seats(work: UnitOfWork, booking: Any) -> int | None:
    car = work.find(Car, booking.car_id) if booking.car_id else None
    return car.guest_seats if car else None


def _talking(booking: Any, visit: Visit) -> int | None:
    return None if visit.head_count is None else visit.head_count + (booking.our_heads or 0)


def _room_seats(work: UnitOfWork, booking: Any) -> int | None:
    room = work.find(Room, booking.room_id) if booking.room_id else None
    return room.seats or None if room else None


def _stay(booking: Booking) -> HotelBooking:
    assert isinstance(booking, HotelBooking)
    return booking
