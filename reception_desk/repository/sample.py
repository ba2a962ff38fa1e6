"""The rows of the sample data: which they are, what hangs on them, what holds them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Table, delete, or_, select
from sqlalchemy.orm import Session

from reception_desk.domain.entity import Entity
from reception_desk.domain.journal import JournalRow, RowKind, Step
from reception_desk.domain.visit import Visit
from reception_desk.repository.steps import kind_of

BESIDE_THE_VISIT: Final = frozenset({"walk_in"})
"""Tables that name a person of a visit and are no part of it."""


class Sample:
    """Queries for putting sample data in and taking it out."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def has_visits(self) -> bool:
        """Whether any visit was ever kept here, the bin included."""
        return self._session.execute(select(Visit.id).limit(1)).first() is not None

    def inserted_since(self, step_id: int, person: str) -> dict[str, list[int]]:
        """What one put in after that step, as ids by table; settings are none of it, nor what others put in."""
        query = (
            select(JournalRow.entity, JournalRow.entity_id)
            .join(Step, Step.id == JournalRow.step_id)
            .where(
                JournalRow.step_id > step_id,
                Step.person == person,
                JournalRow.kind == RowKind.INSERT,
                JournalRow.entity != "setting",
            )
            .distinct()
            .order_by(JournalRow.entity, JournalRow.entity_id)
        )
        found: dict[str, list[int]] = {}
        for entity, identity in self._session.execute(query):
            found.setdefault(entity, []).append(identity)
        return found

    def changed_by_hand(self, table: str, identity: int, step_id: int) -> bool:
        """Whether somebody has changed this entry after that step."""
        query = select(JournalRow.id).where(
            JournalRow.entity == table,
            JournalRow.entity_id == identity,
            JournalRow.kind == RowKind.UPDATE,
            JournalRow.step_id > step_id,
        )
        return self._session.execute(query.limit(1)).first() is not None

    def is_referred_to(self, table: str, identity: int) -> bool:
        """Whether any row of the store names this one."""
        for other in Entity.metadata.sorted_tables:
            for key in other.foreign_keys:
                if key.column.table.name == table and self._has(other, key.parent.name, identity):
                    return True
        return False

    def _has(self, table: Table, column: str, identity: int) -> bool:
        query = select(table.c.id).where(table.c[column] == identity).limit(1)
        return self._session.execute(query).first() is not None

    def remove_visits(self, visit_ids: list[int]) -> int:
        """Take visits out with all that hangs on them, through the journal; how many visits there were.

        Their editions are no facts and go for good: an undo brings the visit back without them.
        """
        owned = dict(self._owned(visit_ids))
        for table in reversed(Entity.metadata.sorted_tables):
            ids = owned.get(table.name, [])
            if not ids:
                continue
            kind = kind_of(table.name)
            if not kind.journalled:
                self._session.connection().execute(delete(table).where(table.c.id.in_(ids)))
                continue
            for identity in ids:
                self.remove(table.name, identity)
        return len(owned.get("visit", []))

    def remove(self, table: str, identity: int) -> bool:
        """Take one entry out through the journal; whether it was there."""
        entity = self._session.get(kind_of(table), identity)
        if entity is None:
            return False
        self._session.delete(entity)
        self._session.flush()
        return True

    def _owned(self, visit_ids: list[int]) -> Iterator[tuple[str, list[int]]]:
        """The rows of the visits and of what hangs on them, as ids by table."""
        found: dict[str, list[int]] = {}
        for table in Entity.metadata.sorted_tables:
            if table.name == "visit":
                query = select(table.c.id).where(table.c.id.in_(visit_ids))
            else:
                refers = [
                    key.parent.in_(found[key.column.table.name])
                    for key in table.foreign_keys
                    if key.column.table.name in found
                ]
                if not refers or table.name in BESIDE_THE_VISIT:
                    continue
                query = select(table.c.id).where(or_(*refers))
            found[table.name] = list(self._session.execute(query).scalars())
            yield table.name, found[table.name]
