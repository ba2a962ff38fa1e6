"""How guests come and go: legs with carrier, number and the time at its place (A1.2d)."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity, choice_of

FLIGHT = re.compile(r"[A-Z0-9]{2}\d{3,4}")
TRAIN = re.compile(r"[GDCKTZ]\d+")


class Direction(StrEnum):
    """Which way a leg goes, seen from us."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    BETWEEN = "between"


class Carrier(StrEnum):
    """What a leg is travelled by; `own_car` makes the visit a self-driving one (B6a)."""

    FLIGHT = "flight"
    TRAIN = "train"
    OUR_CAR = "our_car"
    OWN_CAR = "own_car"
    OTHER = "other"


class Leg(Entity, kw_only=True, eq=False):
    """One leg: an arrival's `at` is when it comes in, any other's when it leaves; `zone` is that place's."""

    __tablename__ = "leg"
    __table_args__ = (NO_REUSE,)

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    direction: Mapped[Direction] = mapped_column(choice_of(Direction, "direction"), default=Direction.ARRIVAL)
    carrier: Mapped[Carrier] = mapped_column(choice_of(Carrier, "carrier"), default=Carrier.OTHER)
    number: Mapped[str] = mapped_column(default="")
    from_place: Mapped[str] = mapped_column(default="")
    to_place: Mapped[str] = mapped_column(default="")
    terminal: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime | None] = mapped_column(default=None)
    zone: Mapped[str] = mapped_column(default="Asia/Shanghai")
    plate: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    @property
    def local_at(self) -> datetime | None:
        """The time on the clock of the place."""
        return None if self.at is None else self.at.astimezone(ZoneInfo(self.zone))

    def at_in(self, zone: str) -> datetime | None:
        """The same time on the clock of another place: the time is right, its zone was not."""
        local = self.local_at
        return None if local is None else local.replace(tzinfo=ZoneInfo(zone))

    @property
    def number_looks_wrong(self) -> bool:
        """Whether a flight or train number has an unusual form: worth a warning, never a refusal (A1.2d)."""
        pattern = {Carrier.FLIGHT: FLIGHT, Carrier.TRAIN: TRAIN}.get(self.carrier)
        return bool(self.number) and pattern is not None and pattern.fullmatch(self.number) is None
