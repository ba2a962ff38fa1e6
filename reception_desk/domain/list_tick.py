"""Ticks on the company's lists: cleaning zones, points of the presentation, the room before a meeting (A6, C1-C4)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity


class ListTick(Entity, kw_only=True, eq=False):
    """One line of a list (`part`: zone, point, room …) that somebody has ticked at one visit.

    `subject`: the meeting or meal it is about, as of a preparation item. `value`: what was measured, such as the
    temperature; `reason`: why a value out of its range may stand (C3).
    """

    __tablename__ = "list_tick"
    __table_args__ = (UniqueConstraint("visit_id", "part", "code", "subject"), NO_REUSE)

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    part: Mapped[str]
    code: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    value: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    done_at: Mapped[datetime | None] = mapped_column(default=None)
    done_by: Mapped[str] = mapped_column(default="")
