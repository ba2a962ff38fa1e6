"""Passports, sealed as they are."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from reception_desk.domain.journal import JournalRow
from reception_desk.domain.passport import Passport


class Passports:
    """Queries over passports."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, person_ids: Iterable[int]) -> dict[int, Passport]:
        """The passports of these people, by person."""
        query = select(Passport).where(Passport.person_id.in_(list(person_ids)))
        return {passport.person_id: passport for passport in self._session.execute(query).scalars()}

    def of_person(self, person_id: int) -> Passport | None:
        """A person's passport, if it is known."""
        return self.of([person_id]).get(person_id)

    def count(self) -> int:
        """How many there are."""
        return self._session.execute(select(func.count(Passport.id))).scalar_one()

    def were_ever(self) -> bool:
        """Whether there is one, or the journal knows of one that an undo brings back."""
        known = select(JournalRow.id).where(JournalRow.entity == Passport.__tablename__).limit(1)
        return self.count() > 0 or self._session.execute(known).first() is not None
