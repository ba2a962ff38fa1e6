"""Leases of signs and the record of what was sent to them: no facts of the reception, so not in the journal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from reception_desk.domain.sign_lease import SignLease, SignSending

AT_ONCE: Final = 200


class SignRecords:
    """Queries over leases and sendings."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lease(self, sign_id: int) -> SignLease | None:
        """The lease of a sign, if it ever had one."""
        return self._session.execute(
            select(SignLease).where(SignLease.sign_id == sign_id)
        ).scalar_one_or_none()

    def sendings(self, sign_id: int, limit: int) -> Sequence[SignSending]:
        """What was sent to a sign, the last first."""
        query = select(SignSending).where(SignSending.sign_id == sign_id)
        return self._session.execute(query.order_by(SignSending.id.desc()).limit(limit)).scalars().all()

    def last(self, sign_id: int, *states: str) -> SignSending | None:
        """The last sending that came to one of these ends."""
        query = select(SignSending).where(SignSending.sign_id == sign_id, SignSending.state.in_(states))
        return self._session.execute(query.order_by(SignSending.id.desc()).limit(1)).scalar_one_or_none()

    def prune(self, before: datetime) -> None:
        """Forget what is older, some of it at a time."""
        query = select(SignSending).where(SignSending.at < before).order_by(SignSending.id).limit(AT_ONCE)
        for old in self._session.execute(query).scalars():
            self._session.delete(old)
