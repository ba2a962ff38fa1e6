"""Queries over the gifts of all visits: who was given what, and when (A6.6, G3)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, joinedload

from reception_desk.domain.gift import Gift
from reception_desk.domain.person import Person
from reception_desk.domain.visit import Visit, VisitState


class Gifts:
    """What was given; what stands in the bin was not, and of a visit called off only what was handed out."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def given_to(self, person_ids: Collection[int]) -> list[tuple[Gift, Visit]]:
        """All that these people were given, at the latest visit first."""
        query = (
            select(Gift, Visit)
            .join(Visit, Visit.id == Gift.visit_id)
            .where(Gift.person_id.in_(person_ids), _counts())
            .order_by(Visit.arrival_at.is_(None), Visit.arrival_at.desc(), Gift.id.desc())
        )
        return [(gift, visit) for gift, visit in self._session.execute(query)] if person_ids else []

    def between(self, start: datetime, end: datetime) -> list[tuple[Gift, Visit, Person]]:
        """What was handed out, or is planned, in [start, end), the latest first."""
        day = func.coalesce(Gift.issued_at, Visit.arrival_at, Visit.received_at)
        query = (
            select(Gift, Visit, Person)
            .join(Visit, Visit.id == Gift.visit_id)
            .join(Person, Person.id == Gift.person_id)
            .where(day >= start, day < end, _counts())
            .order_by(day.desc(), Gift.id.desc())
            .options(joinedload(Visit.company), joinedload(Person.company))
        )
        return [(gift, visit, person) for gift, visit, person in self._session.execute(query)]


def _counts() -> ColumnElement[bool]:
    held = or_(Visit.state != VisitState.CANCELLED, Gift.issued_at.is_not(None))
    return held & Visit.deleted_at.is_(None)
