"""Gifts: what is given to whom at which visit, so that nobody gets the same twice (A6.6)."""

from __future__ import annotations

import unicodedata

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity


class Gift(Entity, kw_only=True, eq=False):
    """A gift for one person; `price` in yuan for one piece. `repeat_reason`: why the same again."""

    __tablename__ = "gift"
    __table_args__ = (
        CheckConstraint("quantity >= 1", name="quantity"),
        CheckConstraint("price IS NULL OR price >= 0", name="price"),
        NO_REUSE,
    )

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    person_id: Mapped[int] = mapped_column(PK, ForeignKey("person.id", ondelete="RESTRICT"), index=True)
    name: Mapped[str] = mapped_column(default="")
    quantity: Mapped[int] = mapped_column(default=1)
    price: Mapped[int | None] = mapped_column(default=None)
    repeat_reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


def is_same_gift(one: str, other: str) -> bool:
    """Whether two words name the same thing: blanks, width and case apart; a blank names nothing."""
    return bool(_plain(one)) and _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
