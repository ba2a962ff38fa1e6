"""The parts of a visit that come in rows: journeys, meetings, meals, itinerary, bookings."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final, get_args

from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.briefing import Briefing
from reception_desk.domain.department_notice import DepartmentNotice
from reception_desk.domain.field_words import NOUNS
from reception_desk.domain.gift import Gift
from reception_desk.domain.host import Host
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.journey import Leg
from reception_desk.domain.material import Material
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.opinion import Opinion
from reception_desk.domain.question import Question
from reception_desk.domain.ticket import Ticket
from reception_desk.domain.tour import TourStop
from reception_desk.i18n import N_
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.services import booking_gate as gate
from reception_desk.services.booking_notes import BookingNotes
from reception_desk.services.department_notices import forget_untold, rename
from reception_desk.services.guests import refuse_with_ticket
from reception_desk.services.visits import changed_in

Part = (
    Leg
    | Meeting
    | Meal
    | ItineraryRow
    | CarBooking
    | HotelBooking
    | Ticket
    | Host
    | TourStop
    | Question
    | Briefing
    | Opinion
    | DepartmentNotice
    | Gift
    | Material
)
KINDS: Final[tuple[type[Part], ...]] = get_args(Part)


class Parts:
    """Rows are added, changed and removed alike, whatever they are about."""

    def __init__(self, database: Database, notes: BookingNotes) -> None:
        self._database, self._notes = database, notes

    def add(self, kind: type[Part], visit_id: int, now: datetime, /, **facts: Any) -> int:
        """Add a row to a visit, at the end where rows have an order; its id."""
        said = Said(N_("Added: {noun_word}"), visit_id=visit_id, noun_word=NOUNS[kind.__tablename__])
        with self._database.unit_of_work(said, now) as work:
            if hasattr(kind, "position"):
                facts.setdefault("position", work.visits.last_position(kind, visit_id) + 1)
            part: Any = work.add(kind(visit_id=visit_id, **facts))
            if gate.has_gate(kind):
                gate.booked_alone(work, part)
            self._notes.follow(work, part, BookingState.WANTED, now)
            return int(part.id)

    def change(self, kind: type[Part], part_id: int, now: datetime, /, **facts: Any) -> None:
        """Change fields of a row; a bad value is refused and nothing is changed."""
        said = Said(N_("Changed {field_word}"))
        with self._database.unit_of_work(said, now) as work:
            part: Any = work.get(kind, part_id)
            spoken = changed_in(part.visit_id, kind.__tablename__, next(iter(facts)))
            said.visit_id, said.details = spoken.visit_id, spoken.details
            was = getattr(part, "state", None)
            if isinstance(part, DepartmentNotice) and "department" in facts:
                facts["department"] = facts["department"].strip()
                rename(work, part, facts["department"], now, self._database.attendant.person)
            if gate.has_gate(kind):
                gate.save(work, part, facts)
            else:
                work.change(part, **facts)
            self._notes.follow(work, part, was, now)

    def remove(self, kind: type[Part], part_id: int, now: datetime) -> None:
        """Take a row out; undo brings it back."""
        said = Said(N_("Removed: {noun_word}"), noun_word=NOUNS[kind.__tablename__])
        with self._database.unit_of_work(said, now) as work:
            part: Any = work.get(kind, part_id)
            said.visit_id = part.visit_id
            if kind is Leg:
                refuse_with_ticket(work, part.visit_id, leg_id=part_id)
            if isinstance(part, DepartmentNotice):
                forget_untold(work, part, now, self._database.attendant.person)
            work.delete(part)
