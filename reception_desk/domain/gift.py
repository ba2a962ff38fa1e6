"""Gifts: what is given to whom at which visit, so that nobody gets the same twice (A6.6)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity

if TYPE_CHECKING:
    from reception_desk.domain.visit import Visit


class Gift(Entity, kw_only=True, eq=False):
    """A gift for one person; `price` in yuan for one piece. `repeat_reason`: why the same again.

    `issued_at`, `issued_by`: when it was handed out, and who of us did it; planned until then (G3).
    """

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
    issued_at: Mapped[datetime | None] = mapped_column(default=None)
    issued_by: Mapped[str] = mapped_column(default="")

    @property
    def sum(self) -> int | None:
        """What all pieces cost, in yuan; None where nobody has said."""
        return None if self.price is None else self.price * self.quantity


@dataclass(frozen=True, kw_only=True)
class GivenBefore:
    """That somebody was given the same thing at an earlier visit; `when` is that visit's local arrival."""

    gift_id: int
    visit_id: int
    number: str
    when: datetime | None
    name: str


def is_same_gift(one: str, other: str) -> bool:
    """Whether two words name the same thing: blanks, width and case apart; a blank names nothing."""
    return bool(_plain(one)) and _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def given_at(gift: Gift, visit: Visit) -> GivenBefore:
    """A gift as it is told of at a later visit."""
    return GivenBefore(
        gift_id=gift.id,
        visit_id=visit.id,
        number=visit.number,
        when=visit.local(visit.arrival_at),
        name=gift.name,
    )


def came_before(one: Visit, other: Visit) -> bool:
    """Whether a visit was before another one; by its number where nobody knows when it came."""
    if other.arrival_at is None or one.arrival_at is None:
        return one.id < other.id
    return one.arrival_at < other.arrival_at
