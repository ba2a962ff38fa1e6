"""The tour: which products and places, what is said there, by whom, for how long (A4.3)."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity


class TourStop(Entity, kw_only=True, eq=False):
    """One stop; `minutes` is how long it takes, `interests` the words by which stops are found (A2.2)."""

    __tablename__ = "tour_stop"
    __table_args__ = (
        CheckConstraint("position >= 1", name="position"),
        CheckConstraint("minutes IS NULL OR minutes BETWEEN 1 AND 1440", name="minutes"),
        NO_REUSE,
    )

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    position: Mapped[int] = mapped_column(default=1)
    place: Mapped[str] = mapped_column(default="")
    product: Mapped[str] = mapped_column(default="")
    talking_point: Mapped[str] = mapped_column(default="")
    interests: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
