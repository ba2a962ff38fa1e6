"""What the company has set, one value a row."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, Entity


class Setting(Entity, kw_only=True, eq=False):
    """One setting of the company, its value as JSON."""

    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("key"), NO_REUSE)

    key: Mapped[str]
    value: Mapped[str] = mapped_column(Text)


class Preference(Entity, kw_only=True, eq=False):
    """One preference of this desk (language, theme, who is here): no fact, so neither journalled nor undone."""

    __tablename__ = "preference"
    __table_args__ = (UniqueConstraint("key"), NO_REUSE)
    journalled: ClassVar[bool] = False

    key: Mapped[str]
    value: Mapped[str] = mapped_column(Text)
