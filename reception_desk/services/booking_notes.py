"""What was said when something was booked is noted in the same step, so that a later change shows by itself (5.3)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from reception_desk.documents.booking_told import BOOKED, choice_for
from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.edition import Edition, Medium
from reception_desk.domain.meal import Meal
from reception_desk.repository.database import Database
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.tellings import not_told, noted
from reception_desk.services.visit_facts import VisitFacts

NUMBERS: Final = frozenset(told.number for told in BOOKED.values())


class BookingNotes:
    """Keeps what the other side of a booking was told in line with the booking's state."""

    def __init__(self, database: Database, facts: VisitFacts) -> None:
        self._database, self._facts = database, facts

    def follow(self, work: UnitOfWork, booking: Any, was: object, now: datetime) -> None:
        """Note what was told, once it is booked or confirmed; take that back where it is only wanted again."""
        if type(booking) not in BOOKED or booking.state == was:
            return
        if booking.state == BookingState.WANTED:
            self._take_back(work, booking, now)
        else:
            self.note(work, booking, now)

    def note(self, work: UnitOfWork, booking: Any, now: datetime) -> Edition:
        """Note that the other side knows the booking as it is now; what they knew before is replaced."""
        facts, number = self._facts.of(work, booking.visit_id), BOOKED[type(booking)].number
        older, person = told_of(work, booking), self._database.attendant.person
        choice = choice_for(booking, facts.visit)
        return noted(work, facts, number, choice, now, person, Medium.PHONE, _other_side(booking), older)

    def _take_back(self, work: UnitOfWork, booking: Any, now: datetime) -> None:
        for edition in told_of(work, booking):
            not_told(work, edition, now, self._database.attendant.person)


def told_of(work: UnitOfWork, booking: Any) -> list[Edition]:
    """What was told of a booking and still stands."""
    told = BOOKED[type(booking)]
    return [
        edition
        for edition in work.editions.of_visit(booking.visit_id)
        if edition.document == told.number
        and edition.choice.get(told.about) == booking.id
        and edition.replaced_by_id is None
        and edition.withdrawn_at is None
    ]


def _other_side(booking: Any) -> str:
    """Who was told, as far as the booking says."""
    if isinstance(booking, CarBooking):
        return booking.driver.name if booking.driver else ""
    if isinstance(booking, HotelBooking):
        return booking.hotel
    return booking.place if isinstance(booking, Meal) else ""
