"""What is wrong with a booking though it may stand: too few seats, too few beds, dearer than the standard."""

from __future__ import annotations

from reception_desk.domain.booking import HotelBooking
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _


def seat_warning(heads: int | None, seats: int | None) -> list[str]:
    """Too few seats for those who come; nothing where either is not known."""
    if heads is None or seats is None or heads <= seats:
        return []
    return [_("{heads} people, but only {seats} seats.").format(heads=heads, seats=seats)]


def hotel_warnings(booking: HotelBooking, visit: Visit, standard: int | None) -> list[str]:
    """Too few beds for the guests, or a price above the level's standard without a reason (B1)."""
    found = []
    wanted = visit.head_count
    beds = booking.beds if booking.beds is not None else booking.rooms
    if wanted and beds is not None and beds < wanted:
        found.append(_("{heads} guests, but only {beds} beds.").format(heads=wanted, beds=beds))
    if is_over(booking, standard) and not booking.price_reason.strip():
        found.append(
            _("{price} yuan a night is above the standard of {standard}: say why.").format(
                price=booking.price, standard=standard
            )
        )
    return found


def is_over(booking: HotelBooking, standard: int | None) -> bool:
    """Whether a room costs more than the standard of the visit's level."""
    return booking.price is not None and standard is not None and booking.price > standard
