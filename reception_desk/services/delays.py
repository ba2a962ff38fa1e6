"""Something changed on the way: a journey comes later, and with it the rest of the day, in one step (B7)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reception_desk.documents.dispatch_slip import journey_of
from reception_desk.domain.consequences import Consequence
from reception_desk.domain.delay import Delay, delayed
from reception_desk.domain.reschedule import Move
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.booking_gate import ask_again, booked_alone, has_gate, overlaps_of
from reception_desk.services.consequences import Consequences


@dataclass(frozen=True, kw_only=True)
class Foreseen:
    """What a delay would move, and what would be touched by it."""

    moves: list[Move]
    touched: list[Consequence]


class Delays:
    """What is asked and done about something that comes later than planned."""

    def __init__(self, database: Database, consequences: Consequences) -> None:
        self._database, self._consequences = database, consequences

    def preview(self, visit_id: int, delay: Delay, now: datetime) -> Foreseen:
        """What would come of it; nothing is kept."""
        with self._database.reading() as work:
            made = _moves(work.visits.get(visit_id), delay)
        touched: list[Consequence] = []
        with (
            suppress(_NotKeptError),
            self._database.unit_of_work(Said(N_("Something comes later")), now) as work,
        ):
            _move(work, _moves(work.visits.get(visit_id), delay))
            touched += self._consequences.within(work, visit_id)
            raise _NotKeptError
        return Foreseen(moves=made, touched=touched)

    def delay(self, visit_id: int, delay: Delay, now: datetime, because: str = "") -> None:
        """Let it come later; a car, driver or room taken then is refused unless `because` says why it may be."""
        said = Said(N_("{what} comes {minutes} minutes later"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get(visit_id)
            made = _moves(visit, delay)
            if not made:
                raise ReceptionError(_("It has no time yet, or nothing would change. Nothing was changed."))
            leg = next((leg for leg in visit.legs if leg.id == delay.leg_id), None)
            said.details["what"] = (leg.number if leg else "") or visit.number
            said.details["minutes"] = str(round(delay.by.total_seconds() / 60))
            for booking in _move(work, made):
                if because.strip() and overlaps_of(work, booking):
                    work.change(booking, overlap_reason=because.strip())
                booked_alone(work, booking)


class _NotKeptError(Exception):
    """Takes a try back: it was only to be looked at."""


def _moves(visit: Visit, delay: Delay) -> list[Move]:
    cars = []
    for booking in visit.car_bookings:
        leg = journey_of(booking, visit)
        if leg is not None and leg.id == delay.leg_id:
            cars.append(booking.id)
    return delayed(visit, delay, cars)


def _move(work: UnitOfWork, made: list[Move]) -> list[Any]:
    """Move them; the bookings of cars, drivers and rooms among them."""
    changes: dict[int, tuple[Any, dict[str, Any]]] = {}
    for move in made:
        changes.setdefault(id(move.entity), (move.entity, {}))[1][move.field] = move.after
    for entity, values in changes.values():
        asked = ask_again(entity, values) if has_gate(type(entity)) else values
        for field, value in asked.items():
            setattr(entity, field, value)
    work.flush()
    return [entity for entity, _values in changes.values() if has_gate(type(entity))]
