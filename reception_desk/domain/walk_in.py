"""Visitors who come without a plan: the register at the desk (P2, practice 2.7 g)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _


class WalkIn(Entity, kw_only=True, eq=False):
    """One entry of the register: who came to whom, with which visitor card, in and out. Holds no identity number."""

    __tablename__ = "walk_in"
    __table_args__ = (
        CheckConstraint("left_at IS NULL OR left_at >= arrived_at", name="order"),
        CheckConstraint("heads >= 1", name="heads"),
        NO_REUSE,
    )

    name: Mapped[str] = mapped_column(index=True)
    company: Mapped[str] = mapped_column(default="", index=True)
    phone: Mapped[str] = mapped_column(default="")
    person_id: Mapped[int | None] = mapped_column(
        PK, ForeignKey("person.id", ondelete="RESTRICT"), default=None, index=True
    )
    heads: Mapped[int] = mapped_column(default=1)
    host: Mapped[str] = mapped_column(default="")
    department: Mapped[str] = mapped_column(default="")
    purpose: Mapped[str] = mapped_column(default="")
    plate: Mapped[str] = mapped_column(default="")
    card: Mapped[str] = mapped_column(default="")
    card_returned: Mapped[bool] = mapped_column(default=False)
    goods: Mapped[str] = mapped_column(default="")
    arrived_at: Mapped[datetime] = mapped_column(index=True)
    left_at: Mapped[datetime | None] = mapped_column(default=None, index=True)
    note: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Refuse an entry without a name, or one that leaves before it comes."""
        if not self.name.strip():
            raise ReceptionError(_("Write down the visitor's name first."))
        if self.left_at and self.left_at < self.arrived_at:
            raise ReceptionError(_("The visitor would leave before coming."))
