"""Queries over the stops of tours: those of earlier visits are the catalogue of what can be shown (A4.3)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from reception_desk.domain.tour import TourStop
from reception_desk.domain.visit import Visit


class Tours:
    """What was shown before."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def stops_of_others(self, visit_id: int) -> list[TourStop]:
        """The stops of every other visit that is not in the bin, the newest first."""
        query = (
            select(TourStop)
            .join(Visit, Visit.id == TourStop.visit_id)
            .where(TourStop.visit_id != visit_id, Visit.deleted_at.is_(None))
            .order_by(TourStop.visit_id.desc(), TourStop.position)
        )
        return list(self._session.execute(query).scalars())
