"""What is agreed with the general manager or the chairman before the guests come (A5.4)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity


class Briefing(Entity, kw_only=True, eq=False):
    """A talk beforehand with one leader: `points` to be talked about with the guests, one a line."""

    __tablename__ = "briefing"
    __table_args__ = (NO_REUSE,)

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    leader: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime | None] = mapped_column(default=None)
    place: Mapped[str] = mapped_column(default="")
    points: Mapped[str] = mapped_column(default="")
    done_at: Mapped[datetime | None] = mapped_column(default=None)
    done_by: Mapped[str] = mapped_column(default="")
