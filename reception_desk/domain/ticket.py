"""Train and air tickets that we buy for guests (B12)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity, choice_of


class TicketState(StrEnum):
    """未买 / 已买 / 已交."""

    WANTED = "wanted"
    BOUGHT = "bought"
    HANDED_OVER = "handed_over"


class Ticket(Entity, kw_only=True, eq=False):
    """A ticket: for whom, which train or flight, what it costs (yuan), by when it must be there."""

    __tablename__ = "ticket"
    __table_args__ = (CheckConstraint("price IS NULL OR price >= 0", name="price"), NO_REUSE)

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    guest_id: Mapped[int | None] = mapped_column(
        PK, ForeignKey("guest.id", ondelete="RESTRICT"), default=None
    )
    leg_id: Mapped[int | None] = mapped_column(PK, ForeignKey("leg.id", ondelete="RESTRICT"), default=None)
    holder: Mapped[str] = mapped_column(default="")
    number: Mapped[str] = mapped_column(default="")
    leaves_at: Mapped[datetime | None] = mapped_column(default=None, index=True)
    state: Mapped[TicketState] = mapped_column(choice_of(TicketState, "state"), default=TicketState.WANTED)
    price: Mapped[int | None] = mapped_column(default=None)
    due_at: Mapped[datetime | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
