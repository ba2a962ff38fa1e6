"""How far a booking is, whatever is booked."""

from __future__ import annotations

from enum import StrEnum


class BookingState(StrEnum):
    """待订 / 已订 / 已确认."""

    WANTED = "wanted"
    BOOKED = "booked"
    CONFIRMED = "confirmed"
