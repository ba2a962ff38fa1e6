"""Talks: when, where, with how many of us (A6.3a)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.entity import NO_REUSE, PK, Entity, choice_of
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _


class Meeting(Entity, kw_only=True, eq=False):
    """A meeting of a visit, in a room."""

    __tablename__ = "meeting"
    __table_args__ = (
        CheckConstraint("ends_at IS NULL OR starts_at IS NULL OR ends_at >= starts_at", name="order"),
        CheckConstraint("our_heads IS NULL OR our_heads >= 0", name="our_heads"),
        NO_REUSE,
    )

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    starts_at: Mapped[datetime | None] = mapped_column(default=None)
    ends_at: Mapped[datetime | None] = mapped_column(default=None)
    room_id: Mapped[int | None] = mapped_column(
        PK, ForeignKey("room.id", ondelete="RESTRICT"), default=None, index=True
    )
    room: Mapped[str] = mapped_column(default="")
    state: Mapped[BookingState] = mapped_column(choice_of(BookingState, "state"), default=BookingState.WANTED)
    overlap_reason: Mapped[str] = mapped_column(default="")
    topic: Mapped[str] = mapped_column(default="")
    our_heads: Mapped[int | None] = mapped_column(default=None)
    needs: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Refuse a meeting that ends before it starts."""
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ReceptionError(_("The meeting would end before it starts."))
