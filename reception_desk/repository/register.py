"""The register of visitors without a plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from reception_desk.domain.walk_in import WalkIn

MOST: Final = 200


class Register:
    """Queries over entries."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def in_house(self) -> Sequence[WalkIn]:
        """Who has come and not left, whenever that was, the first to come first."""
        query = select(WalkIn).where(WalkIn.left_at.is_(None)).order_by(WalkIn.arrived_at, WalkIn.id)
        return self._session.execute(query).scalars().all()

    def count_in_house(self) -> int:
        """How many heads have come and not left."""
        query = select(func.coalesce(func.sum(WalkIn.heads), 0)).where(WalkIn.left_at.is_(None))
        return int(self._session.execute(query).scalar_one())

    def between(self, start: datetime, end: datetime) -> Sequence[WalkIn]:
        """Who came in [start, end), the latest first."""
        query = (
            select(WalkIn)
            .where(WalkIn.arrived_at >= start, WalkIn.arrived_at < end)
            .order_by(WalkIn.arrived_at.desc(), WalkIn.id.desc())
        )
        return self._session.execute(query).scalars().all()

    def holding(self, words: str) -> Sequence[WalkIn]:
        """Entries of any day whose name, company, phone, plate, card or host holds these words, the latest first."""
        fields = (WalkIn.name, WalkIn.company, WalkIn.phone, WalkIn.plate, WalkIn.card, WalkIn.host)
        query = (
            select(WalkIn)
            .where(or_(*(field.icontains(words, autoescape=True) for field in fields)))
            .order_by(WalkIn.arrived_at.desc(), WalkIn.id.desc())
            .limit(MOST)
        )
        return self._session.execute(query).scalars().all()

    def out_with(self, card: str) -> WalkIn | None:
        """Who has the card of that number and has not given it back."""
        query = (
            select(WalkIn)
            .where(WalkIn.card == card, WalkIn.card_returned.is_(False))
            .order_by(WalkIn.arrived_at.desc())
        )
        return self._session.execute(query).scalars().first()
