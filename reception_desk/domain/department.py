"""The departments of the company, to choose an owner from (P1, P2)."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, Entity


class Department(Entity, kw_only=True, eq=False):
    """A department, with whom to call there."""

    __tablename__ = "department"
    __table_args__ = (UniqueConstraint("name"), NO_REUSE)

    name: Mapped[str]
    name_latin: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    is_active: Mapped[bool] = mapped_column(default=True)
