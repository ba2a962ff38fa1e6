"""How a booking reads in the list of all: what is booked, what for, for whom, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.occupancy import Taken
from reception_desk.domain.ticket import Ticket
from reception_desk.i18n import _, current_language, ngettext
from reception_desk.services.bookings import BookingLine


def thing_of(line: BookingLine) -> str:
    """What is booked: the car and its driver, the room, the hotel, the place, the train."""
    booking = line.booking
    if isinstance(booking, CarBooking):
        driver = booking.driver.name if booking.driver else _("Driver open")
        return f"{booking.car.plate if booking.car else _('Car open')} · {driver}"
    if isinstance(booking, HotelBooking):
        return booking.hotel or _("Hotel open")
    if isinstance(booking, Meeting):
        return booking.room or _("Room open")
    if isinstance(booking, Meal):
        return booking.place or _("Place open")
    return booking.number or _("Train or flight open")


def purpose_of(line: BookingLine) -> str:
    """What it is for."""
    booking = line.booking
    if isinstance(booking, CarBooking):
        return booking.purpose
    if isinstance(booking, HotelBooking):
        rooms = booking.rooms
        count = ngettext("{count} room", "{count} rooms", rooms).format(count=rooms) if rooms else ""
        return " · ".join(part for part in (count, booking.room_kind) if part)
    if isinstance(booking, Meeting):
        return booking.topic
    if isinstance(booking, Meal):
        return choice_word(booking.kind)
    return booking.holder or _guest_of(booking, line)


def _guest_of(ticket: Ticket, line: BookingLine) -> str:
    guest = next((guest for guest in line.visit.guests if guest.id == ticket.guest_id), None)
    return guest.person.name_in(current_language()) if guest else ""


def visit_of(line: BookingLine) -> str:
    """Whose it is: the company that comes, else the visit's number."""
    company = line.visit.company
    name = company.name_in(current_language()) if company else ""
    return name or _("Visit {number}").format(number=line.visit.number)


def heads_of(line: BookingLine, room_seats: Mapping[int, int]) -> str:
    """How many it is for, and of how many seats where both are known: `5 / 6`."""
    booking, guests = line.booking, line.visit.head_count
    if isinstance(booking, Ticket):
        return ""
    seats: int | None = None
    heads = guests
    if isinstance(booking, CarBooking):
        heads = guests if booking.heads is None else booking.heads
        seats = booking.car.guest_seats if booking.car else None
    elif isinstance(booking, HotelBooking):
        seats = booking.beds
    elif isinstance(booking, Meeting):
        heads = None if guests is None else guests + (booking.our_heads or 0)
        seats = room_seats.get(booking.room_id or 0)
    else:
        heads = booking.heads if booking.heads is not None else guests
        seats = room_seats.get(booking.room_id or 0)
    if heads is None:
        return ""
    return f"{heads} / {seats}" if seats else str(heads)


def marks_of(line: BookingLine) -> list[str]:
    """What is wrong with it, in few words: whom it overlaps, and the warnings."""
    overlaps = [_("Also booked for {whose}").format(whose=whose_of(other)) for other in line.overlaps]
    return [*overlaps, *line.warnings]


def whose_of(other: Taken) -> str:
    """Whose the other booking is."""
    return other.company or other.number


def overlap_of(other: Taken, zone: tzinfo | None) -> str:
    """The other booking, whole: what, when, whose, what for."""
    start, end = other.stretch.starts_at.astimezone(zone), other.stretch.end.astimezone(zone)
    whose = " · ".join(part for part in (other.company, other.number, other.purpose) if part)
    return _("{thing} is also booked {start}–{end}: {whose}").format(
        thing=other.name, start=f"{start:%H:%M}", end=f"{end:%H:%M}", whose=whose
    )
