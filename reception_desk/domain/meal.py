"""Meals of a visit (E1)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.entity import NO_REUSE, PK, Entity, choice_of


class MealKind(StrEnum):
    """How formal a meal is."""

    WORKING = "working"
    BANQUET = "banquet"
    OTHER = "other"


class Meal(Entity, kw_only=True, eq=False):
    """A meal: when, where, for how many heads in all, `our_heads` of them ours; `standard` in yuan a head."""

    __tablename__ = "meal"
    __table_args__ = (
        CheckConstraint("heads IS NULL OR heads >= 0", name="heads"),
        CheckConstraint("our_heads IS NULL OR our_heads >= 0", name="our_heads"),
        CheckConstraint("standard IS NULL OR standard >= 0", name="standard"),
        NO_REUSE,
    )

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    kind: Mapped[MealKind] = mapped_column(choice_of(MealKind, "kind"), default=MealKind.OTHER)
    starts_at: Mapped[datetime | None] = mapped_column(default=None)
    ends_at: Mapped[datetime | None] = mapped_column(default=None)
    room_id: Mapped[int | None] = mapped_column(
        PK, ForeignKey("room.id", ondelete="RESTRICT"), default=None, index=True
    )
    place: Mapped[str] = mapped_column(default="")
    state: Mapped[BookingState] = mapped_column(choice_of(BookingState, "state"), default=BookingState.WANTED)
    overlap_reason: Mapped[str] = mapped_column(default="")
    heads: Mapped[int | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    our_heads: Mapped[int | None] = mapped_column(default=None)
    standard: Mapped[int | None] = mapped_column(default=None)
    standard_reason: Mapped[str] = mapped_column(default="")
    payer: Mapped[str] = mapped_column(default="")
    menu: Mapped[str] = mapped_column(default="")
