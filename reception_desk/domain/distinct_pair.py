"""Two records that look alike and are two: somebody has looked and said so."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity


class DistinctPair(Entity, kw_only=True, eq=False):
    """A pair of companies or people (`kind`: their table), the smaller id first; no id ever comes twice."""

    __tablename__ = "distinct_pair"
    __table_args__ = (
        UniqueConstraint("kind", "one_id", "other_id"),
        CheckConstraint("one_id < other_id", name="pair"),
        NO_REUSE,
    )

    kind: Mapped[str]
    one_id: Mapped[int] = mapped_column(PK)
    other_id: Mapped[int] = mapped_column(PK)
