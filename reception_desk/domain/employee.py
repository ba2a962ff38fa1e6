"""Our own people: hosts, escorts, who is at the desk."""

from __future__ import annotations

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, Entity


class Employee(Entity, kw_only=True, eq=False):
    """One of us, with department, title and rank (1 highest)."""

    __tablename__ = "employee"
    __table_args__ = (CheckConstraint("rank IS NULL OR rank BETWEEN 1 AND 99", name="rank"), NO_REUSE)

    name: Mapped[str]
    name_latin: Mapped[str] = mapped_column(default="")
    department: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    title_latin: Mapped[str] = mapped_column(default="")
    rank: Mapped[int | None] = mapped_column(default=None)
    phone: Mapped[str] = mapped_column(default="")
    phone_extension: Mapped[str] = mapped_column(default="")
    at_desk: Mapped[bool] = mapped_column(default=False)
    is_active: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str] = mapped_column(default="")
