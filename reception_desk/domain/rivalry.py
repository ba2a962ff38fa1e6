"""Two companies that must not read each other's name on one sign (led 2.2)."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity


class Rivalry(Entity, kw_only=True, eq=False):
    """A pair of rivals, the smaller id first."""

    __tablename__ = "rivalry"
    __table_args__ = (
        UniqueConstraint("company_id", "rival_id"),
        CheckConstraint("company_id < rival_id", name="pair"),
        NO_REUSE,
    )

    company_id: Mapped[int] = mapped_column(PK, ForeignKey("company.id", ondelete="CASCADE"))
    rival_id: Mapped[int] = mapped_column(PK, ForeignKey("company.id", ondelete="CASCADE"), index=True)
