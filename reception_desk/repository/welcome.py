"""Signs and their messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from reception_desk.domain.sign import Sign
from reception_desk.domain.welcome import WelcomeMessage


class Welcome:
    """Queries over signs and welcome messages."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def signs(self) -> list[Sign]:
        """Every sign, in the order they were set up."""
        return list(self._session.execute(select(Sign).order_by(Sign.id)).scalars())

    def messages(
        self, sign_id: int | None = None, *, until_after: datetime | None = None
    ) -> Sequence[WelcomeMessage]:
        """Messages by window; of one sign, or those that end after a moment, if asked."""
        query = select(WelcomeMessage).order_by(WelcomeMessage.starts_at, WelcomeMessage.id)
        if sign_id is not None:
            query = query.where(WelcomeMessage.sign_id == sign_id)
        if until_after is not None:
            query = query.where(WelcomeMessage.ends_at > until_after)
        return self._session.execute(query).scalars().all()

    def of_visit(self, visit_id: int) -> Sequence[WelcomeMessage]:
        """The messages of one visit."""
        query = (
            select(WelcomeMessage)
            .where(WelcomeMessage.visit_id == visit_id)
            .order_by(WelcomeMessage.starts_at)
        )
        return self._session.execute(query).scalars().all()
