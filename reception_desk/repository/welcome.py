"""Signs and their messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, selectinload

from reception_desk.domain.guest import Guest
from reception_desk.domain.rivalry import Rivalry
from reception_desk.domain.sign import Sign, SignKind
from reception_desk.domain.sign_order import SignOrder
from reception_desk.domain.visit import Visit, VisitState
from reception_desk.domain.welcome import WelcomeMessage

GRACE: Final = timedelta(days=1)
"""More than any grace after a departure: what ended longer ago is certainly over."""


class Welcome:
    """Queries over signs and welcome messages."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def signs(self) -> list[Sign]:
        """Every sign, in the order they were set up."""
        return list(self._session.execute(select(Sign).order_by(Sign.id)).scalars())

    def of_sign(self, sign_id: int) -> Sequence[WelcomeMessage]:
        """All messages that a sign ever had."""
        query = select(WelcomeMessage).where(WelcomeMessage.sign_id == sign_id).order_by(WelcomeMessage.id)
        return self._session.execute(query).scalars().all()

    def not_over(self, now: datetime) -> Sequence[WelcomeMessage]:
        """Messages whose end is not certainly past, by hand or by their visit, oldest first.

        What people have seen on a sign that is theirs stays until somebody says that it is gone.
        """
        ends = func.coalesce(WelcomeMessage.ends_at, Visit.departure_at, Visit.arrival_at)
        stands = (
            (Sign.kind == SignKind.HAND_OVER)
            & WelcomeMessage.seen_at.is_not(None)
            & WelcomeMessage.taken_down_at.is_(None)
        )
        query = (
            select(WelcomeMessage)
            .join(Sign, Sign.id == WelcomeMessage.sign_id)
            .outerjoin(Visit, Visit.id == WelcomeMessage.visit_id)
            .where(or_(ends.is_(None), ends >= now - GRACE, stands), Visit.deleted_at.is_(None))
            .order_by(WelcomeMessage.id)
        )
        return self._session.execute(query).scalars().all()

    def orders(self, now: datetime) -> Sequence[SignOrder]:
        """Orders that hold now or later, and were not lifted."""
        query = select(SignOrder).where(SignOrder.lifted_at.is_(None), SignOrder.ends_at > now)
        return self._session.execute(query.order_by(SignOrder.id)).scalars().all()

    def orders_on(self, sign_id: int) -> Sequence[SignOrder]:
        """All orders that a sign ever had."""
        query = select(SignOrder).where(SignOrder.sign_id == sign_id).order_by(SignOrder.id)
        return self._session.execute(query).scalars().all()

    def rivals(self) -> Sequence[Rivalry]:
        """Every pair of rivals."""
        return self._session.execute(select(Rivalry).order_by(Rivalry.id)).scalars().all()

    def of_visit(self, visit_id: int) -> Sequence[WelcomeMessage]:
        """The messages of one visit."""
        query = select(WelcomeMessage).where(WelcomeMessage.visit_id == visit_id).order_by(WelcomeMessage.id)
        return self._session.execute(query).scalars().all()

    def visits(self, ids: Iterable[int]) -> dict[int, Visit]:
        """Visits with company and guests, by id: what words of welcome are made of."""
        return {visit.id: visit for visit in self._session.execute(_named(Visit.id.in_(set(ids)))).scalars()}

    def coming(self, now: datetime, until: datetime) -> list[Visit]:
        """Visits, with company and guests, that are here or still to come, by arrival; cancelled ones left out."""
        leaves = func.coalesce(Visit.departure_at, Visit.arrival_at)
        here = (Visit.state != VisitState.CANCELLED, Visit.deleted_at.is_(None))
        query = _named(*here, Visit.arrival_at < until, leaves >= now)
        return list(self._session.execute(query.order_by(Visit.arrival_at, Visit.id)).scalars())


def _named(*conditions: ColumnElement[bool]) -> Select[Visit]:
    return (
        select(Visit)
        .where(*conditions)
        .options(selectinload(Visit.company), selectinload(Visit.guests).selectinload(Guest.person))
    )
