"""The rows of a visit's timetable (A4.1)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _


class ItineraryRow(Entity, kw_only=True, eq=False):
    """One row: from when to when, where, what, with whom of us.

    `hint` is for the guest: dress, protective clothing. `is_fixed`: a delay does not move it. `is_tour`: the
    stops of the tour have this time (A4.3).
    """

    __tablename__ = "itinerary_row"
    __table_args__ = (
        CheckConstraint("ends_at IS NULL OR starts_at IS NULL OR ends_at >= starts_at", name="order"),
        NO_REUSE,
    )

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    starts_at: Mapped[datetime | None] = mapped_column(default=None)
    ends_at: Mapped[datetime | None] = mapped_column(default=None)
    place: Mapped[str] = mapped_column(default="")
    activity: Mapped[str] = mapped_column(default="")
    host: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    hint: Mapped[str] = mapped_column(default="")
    is_fixed: Mapped[bool] = mapped_column(default=False)
    is_tour: Mapped[bool] = mapped_column(default=False)

    def check(self) -> None:
        """Refuse a row that ends before it starts."""
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ReceptionError(_("This row of the itinerary would end before it starts."))
