"""Something comes later: one journey, and the rest of its day along with it (B7)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from reception_desk.domain.entity import Entity
from reception_desk.domain.journey import Direction, Leg
from reception_desk.domain.reschedule import Move, Shift, moves
from reception_desk.domain.visit import Visit


@dataclass(frozen=True, kw_only=True)
class Delay:
    """Which journey (None: the arrival at our company) comes later `by` so much, or sooner where that is negative.

    `along`: the car that goes to it, and what comes after it on that day, move too; what is fixed stays.
    """

    leg_id: int | None
    by: timedelta
    along: bool = True


def delayed(visit: Visit, delay: Delay, cars: Collection[int] = ()) -> list[Move]:
    """What moves; `cars` are the bookings of the cars that go to the journey."""
    leg = next((leg for leg in visit.legs if leg.id == delay.leg_id), None)
    begins = leg.at if leg else visit.arrival_at
    if begins is None or (leg is None and delay.leg_id is not None):
        return []
    late = _Late(visit, leg, begins, frozenset(cars))
    return [
        move
        for move in moves(visit, Shift(delay.by, 0))
        if move.after != move.before and (late.is_it(move) or (delay.along and late.takes_along(move)))
    ]


@dataclass(frozen=True)
class _Late:
    """What comes later, and from when on the day is another one."""

    visit: Visit
    leg: Leg | None
    begins: datetime
    cars: frozenset[int]

    def is_it(self, move: Move) -> bool:
        """Whether this is the very thing."""
        if self.leg is not None:
            return move.entity is self.leg
        return move.entity is self.visit and move.field == "arrival_at"

    def takes_along(self, move: Move) -> bool:
        """Whether this hangs on it."""
        table, entity = move.entity.__tablename__, move.entity
        leaves = self.leg is not None and self.leg.direction is Direction.DEPARTURE
        if table == "car_booking" and entity.id in self.cars:
            return True
        if table == "visit":
            return move.field == ("departure_at" if leaves else "arrival_at") and self._is_same_day(
                move.before
            )
        if leaves or table in ("leg", "ticket", "welcome_message"):
            return False
        starts = _starts(entity)
        is_fixed = bool(getattr(entity, "is_fixed", False))
        return not is_fixed and starts is not None and starts >= self.begins and self._is_same_day(starts)

    def _is_same_day(self, moment: Any) -> bool:
        there, begins = self.visit.local(moment), self.visit.local(self.begins)
        return there is not None and begins is not None and there.date() == begins.date()


def _starts(entity: Entity) -> datetime | None:
    starts: datetime | None = getattr(entity, "starts_at", None) or getattr(entity, "check_in_at", None)
    return starts
