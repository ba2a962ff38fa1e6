"""Days that are worked or free against the calendar: holidays and shifted days by year."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, Entity


class SpecialDay(Entity, kw_only=True, eq=False):
    """One day that the company has set by hand."""

    __tablename__ = "special_day"
    __table_args__ = (UniqueConstraint("day"), NO_REUSE)

    day: Mapped[date]
    is_working: Mapped[bool]
    note: Mapped[str] = mapped_column(default="")
