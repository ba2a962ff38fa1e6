"""A visit on another day, and the same visit once more: all its planned times move together."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from reception_desk.domain.guest import Guest
from reception_desk.domain.guest_memory import asked_needs
from reception_desk.domain.host import Host
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.material import Material
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.question import Question
from reception_desk.domain.reschedule import PLANNED_TIMES, Move, Shift, moves
from reception_desk.domain.tour import TourStop
from reception_desk.domain.visit import ANSWERS, Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.booking_gate import ask_again, booked_alone, has_gate, overlaps_of
from reception_desk.services.procedure import Procedure
from reception_desk.services.visits import next_number

# What a copy takes along. Left behind: what was done (ticks, papers, messages, actual times, what a form said),
# what is booked for that day alone (journeys, cars, hotel rooms, tickets), and the states of bookings.
OF_THE_VISIT: Final = (
    "company_id",
    "purpose",
    "level",
    "owner_department",
    "applicant",
    "applicant_phone",
    "applicant_phone_extension",
    "zone",
    "heads",
    "men",
    "women",
    "drop_off",
    "note",
    "is_confidential",
    "coordinator",
    "kind",
    "budget",
    "contingency",
    "parking",
    "guest_hint",
    "invitation_costs",
    "agent",
    "agent_company",
    "interpreter",
    "interpreter_language",
    "station_send_off",
    "station_send_off_by",
    "wants_quiet",
    *ANSWERS,
)
OF_A_GUEST: Final = (
    "person_id",
    "position",
    "title",
    "title_latin",
    "salutation",
    "rank",
    "is_main",
    "is_contact",
    "is_interpreter",
    "is_agent",
    "diet",
    "lodging",
    "customs",
    "drink",
    "preferences",
    "needs_as_of",
    "note",
)
OF_A_PART: Final[dict[type[Any], tuple[str, ...]]] = {
    Meeting: ("starts_at", "ends_at", "room_id", "room", "topic", "our_heads", "needs"),
    Meal: (
        "kind",
        "starts_at",
        "ends_at",
        "room_id",
        "place",
        "heads",
        "our_heads",
        "standard",
        "payer",
        "menu",
        "note",
    ),
    ItineraryRow: (
        "starts_at",
        "ends_at",
        "place",
        "activity",
        "host",
        "note",
        "hint",
        "is_fixed",
        "is_tour",
    ),
    Host: (
        "employee_id",
        "position",
        "name",
        "name_latin",
        "department",
        "title",
        "title_latin",
        "rank",
        "phone",
        "role",
        "is_lead",
        "is_escort",
        "is_welcomer",
        "sees_off",
        "introduces",
        "explains",
        "is_interpreter",
        "by_hand",
        "note",
    ),
    TourStop: ("position", "place", "product", "talking_point", "interests", "owner", "minutes", "note"),
    Question: ("position", "question", "answer", "owner"),
    Material: (
        "position",
        "kind",
        "language",
        "name",
        "place",
        "owner",
        "code",
        "quantity",
        "edition",
        "is_returned",
    ),
}


class Rescheduling:
    """What is asked and done about a visit that comes on another day, or comes again."""

    def __init__(self, database: Database, procedure: Procedure) -> None:
        self._database, self._procedure = database, procedure

    def preview(self, visit_id: int, arrival: datetime) -> list[Move]:
        """What would move if the guests came then, in the order of the day."""
        with self._database.reading() as work:
            return _moves(work.visits.get(visit_id), arrival)

    def reschedule(self, visit_id: int, arrival: datetime, now: datetime, because: str = "") -> None:
        """Let the guests come then; every planned time moves along, what was done stays done. One step.

        A car, driver or room that is taken then is refused (`OverlapError`), unless `because` says why it may.
        """
        said = Said(N_("Moved the visit to {day}"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get(visit_id)
            if visit.actual_arrival_at is not None:
                raise ReceptionError(_("The guests are here already: the visit cannot be moved any more."))
            changes: dict[int, tuple[Any, dict[str, Any]]] = {}
            for move in _moves(visit, arrival):
                changes.setdefault(id(move.entity), (move.entity, {}))[1][move.field] = move.after
            if not changes:
                raise ReceptionError(_("The visit is on that day and time already. Nothing was changed."))
            said.details["day"] = _written(arrival, visit)
            for entity, values in changes.values():
                asked = ask_again(entity, values) if has_gate(type(entity)) else values
                for field, value in asked.items():
                    setattr(entity, field, value)
            work.flush()
            for booking, _values in changes.values():
                if has_gate(type(booking)):
                    _keep_alone(work, booking, because.strip())

    def copy(self, visit_id: int, now: datetime, arrival: datetime | None = None) -> int:
        """The same visit once more, under a new number, as a draft; without an arrival its times stay open. Its id."""
        said = Said(N_("Copied from visit {number}"))
        checklist_id = self._procedure.newest_checklist_id()
        with self._database.unit_of_work(said, now) as work:
            source = work.visits.get(visit_id)
            said.details["number"] = source.number
            shift = _shift(source, arrival)
            copied = Visit(
                number=next_number(work, now),
                checklist_id=checklist_id,
                received_at=now,
                arrival_at=arrival,
                departure_at=_after(source.departure_at, shift, source.zone),
                **_facts(source, OF_THE_VISIT),
            )
            said.visit_id = made = work.add(copied).id
            for guest in source.guests:
                facts = _facts(guest, OF_A_GUEST)
                if asked_needs(guest) and guest.needs_as_of is None:
                    facts["needs_as_of"] = work.acquaintances.day_of(guest)
                work.add(Guest(visit_id=made, **facts))
            for own in (*source.hosts, *source.tour_stops, *source.questions, *source.materials):
                again: type[Any] = type(own)
                work.add(again(visit_id=made, **_facts(own, OF_A_PART[again])))
            for part in (*source.meetings, *source.meals, *source.itinerary):
                times = PLANNED_TIMES[part.__tablename__]
                facts = _facts(part, OF_A_PART[type(part)])
                facts |= {field: _after(facts[field], shift, source.zone) for field in times}
                kind: type[Any] = type(part)
                copy = work.add(kind(visit_id=made, **facts))
                if has_gate(kind) and overlaps_of(work, copy):
                    work.change(copy, room_id=None)  # the room is taken then: its name stays as a wish
        return made


def _keep_alone(work: UnitOfWork, booking: Any, because: str) -> None:
    """Refuse a booking that overlaps another one now, or write down why it may."""
    if because and overlaps_of(work, booking):
        work.change(booking, overlap_reason=because)
    booked_alone(work, booking)


def _facts(entity: object, fields: tuple[str, ...]) -> dict[str, Any]:
    return {field: getattr(entity, field) for field in fields}


def _after(moment: datetime | None, shift: Shift | None, zone: str) -> Any:
    return None if moment is None or shift is None else shift.moved(moment, zone)


def _shift(visit: Visit, arrival: datetime | None) -> Shift | None:
    if arrival is None or visit.arrival_at is None:
        return None
    return Shift.between(visit.arrival_at, arrival, visit.zone)


def _moves(visit: Visit, arrival: datetime) -> list[Move]:
    """All moves, by what they were; a visit without an arrival has nothing else to move."""
    shift = _shift(visit, arrival)
    if shift is None:
        raise ReceptionError(_("The visit has no arrival yet: write it into the overview."))
    found = [move for move in moves(visit, shift) if move.after != move.before]
    return sorted(found, key=lambda move: (str(move.before)[:10], isinstance(move.before, datetime)))


def _written(moment: datetime, visit: Visit) -> str:
    local = visit.local(moment)
    return f"{local:%Y-%m-%d %H:%M}" if local else ""
