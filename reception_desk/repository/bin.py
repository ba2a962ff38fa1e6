"""The bin: visits that were deleted, brought back for 30 days, then gone for good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Select, Table, delete, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from reception_desk.domain.entity import Entity
from reception_desk.domain.guest import Guest
from reception_desk.domain.journal import JournalRow, RowKind, Step
from reception_desk.domain.passport import Passport
from reception_desk.domain.visit import Visit
from reception_desk.repository import search


class Bin:
    """Queries over deleted visits, and the one act that nobody can undo."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[Visit]:
        """What lies in it, with company and guests, the latest first."""
        query = (
            select(Visit)
            .where(Visit.deleted_at.is_not(None))
            .order_by(Visit.deleted_at.desc(), Visit.id.desc())
            .options(joinedload(Visit.company), selectinload(Visit.guests).joinedload(Guest.person))
        )
        return list(self._session.execute(query).scalars())

    def older_than(self, moment: datetime) -> Sequence[int]:
        """The visits that were put in before that moment, and not put back since by an undo."""
        put_back = (
            select(JournalRow.entity_id)
            .join(Step, Step.id == JournalRow.step_id)
            .where(JournalRow.entity == "visit", JournalRow.entity_id == Visit.id, Step.at >= moment)
            .where(JournalRow.field == "deleted_at", JournalRow.kind == RowKind.UPDATE)
        )
        query = select(Visit.id).where(Visit.deleted_at < moment, ~put_back.exists())
        return self._session.execute(query).scalars().all()

    def remove_for_good(self, visit_id: int) -> None:
        """Take a visit out of the store with all that is its own: parts, papers, messages, and what the journal says.

        The people and the company stay known, for other visits name them. Past the journal on purpose: a journal
        that told what was removed would keep it.
        """
        connection = self._session.connection()
        owned = list(_owned(visit_id))
        for table, ids in owned:
            rows = select(JournalRow.id).where(
                JournalRow.entity == table.name, JournalRow.entity_id.in_(ids.scalar_subquery())
            )
            connection.execute(delete(JournalRow).where(JournalRow.id.in_(rows)))
        steps = select(Step.id).where(Step.visit_id == visit_id)
        connection.execute(delete(JournalRow).where(JournalRow.step_id.in_(steps)))
        connection.execute(delete(Step).where(Step.visit_id == visit_id))
        search.forget(connection, visit_id)
        for table, ids in reversed(owned):
            connection.execute(delete(table).where(table.c.id.in_(ids.scalar_subquery())))

    def remove_passports_of_nobodys_guests(self, moment: datetime) -> None:
        """Take the passports out of the store, past the journal and with its rows, of people without any visit left.

        Those who were taken off a visit after that moment keep theirs as long: an undo may put them back.
        """
        taken_off = (
            select(JournalRow.old)
            .join(Step, Step.id == JournalRow.step_id)
            .where(
                JournalRow.entity == Guest.__tablename__, JournalRow.field == "person_id", Step.at >= moment
            )
            .where(JournalRow.kind == RowKind.DELETE)
        )
        spared = set(self._session.execute(taken_off).scalars())
        invited = set(self._session.execute(select(Guest.person_id).distinct()).scalars())
        kept = spared | invited
        there = self._session.execute(select(Passport.id, Passport.person_id))
        ids = {passport_id for passport_id, person_id in there if person_id not in kept}
        ids |= self._passports_told_of_others(kept)
        connection = self._session.connection()
        told = (JournalRow.entity == Passport.__tablename__, JournalRow.entity_id.in_(ids))
        connection.execute(delete(JournalRow).where(*told))
        connection.execute(delete(Passport).where(Passport.id.in_(ids)))

    def _passports_told_of_others(self, kept: set[int]) -> set[int]:
        """The passports that only the journal still knows, of nobody among those kept."""
        told = select(JournalRow.entity_id, JournalRow.old, JournalRow.new).where(
            JournalRow.entity == Passport.__tablename__, JournalRow.field == "person_id"
        )
        there = set(self._session.execute(select(Passport.id)).scalars())
        owners: dict[int, set[int]] = {}
        for passport_id, *people in self._session.execute(told):
            owners.setdefault(passport_id, set()).update(one for one in people if one is not None)
        return {one for one, people in owners.items() if one not in there and not people & kept}


def _owned(visit_id: int) -> Iterator[tuple[Table, Select[tuple[int]]]]:
    """Each table with rows that belong to a visit, and the query for their ids; what is referred to comes first."""
    found: dict[str, Select[tuple[int]]] = {}
    for table in Entity.metadata.sorted_tables:
        if table.name == "visit":
            found["visit"] = select(table.c.id).where(table.c.id == visit_id)
            yield table, found["visit"]
            continue
        refers = [
            key.parent.in_(found[key.column.table.name].scalar_subquery())
            for key in table.foreign_keys
            if key.column.table.name in found
        ]
        if refers:
            found[table.name] = select(table.c.id).where(or_(*refers))
            yield table, found[table.name]
