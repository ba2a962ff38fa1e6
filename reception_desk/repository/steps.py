"""The journal, read: what can be undone, and how."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, func, inspect, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, selectinload

from reception_desk.domain.entity import Entity
from reception_desk.domain.journal import JournalRow, RowKind, Step, StepKind
from reception_desk.domain.preparation import PreparationItem
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.repository.journal import decoded, encoded

FAR_ENOUGH_BACK = 500
AT_ONCE: Final = 500
NAMED_BY: Final = {  # the field that a fact is known by; one that ends in _id leads to the fact that has the name
    "guest": "person_id",
    "car": "plate",
    "car_booking": "car_id",
    "hotel_booking": "hotel",
    "meeting": "topic",
    "meal": "place",
    "itinerary_row": "activity",
    "leg": "number",
    "visit": "number",
    "preparation_item": "code",
    "welcome_message": "text",
    "host": "name",
    "tour_stop": "place",
    "question": "question",
    "briefing": "leader",
    "department_notice": "department",
    "gift": "name",
    "material": "name",
    "passport": "person_id",
}
ELSE_BY: Final = {"host": "employee_id"}  # by this where that is blank
_KINDS: dict[str, type[Entity]] = {}


def kind_of(table: str) -> type[Entity]:
    """The entity that is stored in a table."""
    if not _KINDS:
        _KINDS.update({mapper.class_.__tablename__: mapper.class_ for mapper in Entity.registry.mappers})
    return _KINDS[table]


def _did_something_with_items(visit_id: int) -> ColumnElement[bool]:
    items = select(PreparationItem.id).where(PreparationItem.visit_id == visit_id)
    return (
        select(JournalRow.id)
        .where(
            JournalRow.step_id == Step.id,
            JournalRow.entity == PreparationItem.__tablename__,
            JournalRow.entity_id.in_(items),
        )
        .exists()
    )


class Steps:
    """Queries over steps, and the inverse of one."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._names: dict[tuple[str, int], str] = {}

    def get(self, step_id: int) -> Step:
        """One step with its rows."""
        query = select(Step).where(Step.id == step_id).options(selectinload(Step.rows))
        return self._session.execute(query).scalar_one()

    def newest_id(self) -> int:
        """The number of the last step: another one means that somebody changed something."""
        return self._session.execute(select(func.coalesce(func.max(Step.id), 0))).scalar_one()

    def listed(
        self, limit: int, *, before: int | None = None, visit_id: int | None = None, person: str = ""
    ) -> list[Step]:
        """Steps with their rows, newest first: those older than `before`, of one visit, of one person.

        Of a visit are also those that did something with items of several visits at once.
        """
        query = select(Step).order_by(Step.id.desc()).limit(limit).options(selectinload(Step.rows))
        if before is not None:
            query = query.where(Step.id < before)
        if visit_id is not None:
            several = and_(Step.visit_id.is_(None), _did_something_with_items(visit_id))
            query = query.where(or_(Step.visit_id == visit_id, several))
        if person:
            query = query.where(Step.person == person)
        return list(self._session.execute(query).scalars())

    def taken_back(self, step_ids: Collection[int]) -> set[int]:
        """Which of these steps somebody has undone, or done again: each counts no more, what undid it does."""
        query = select(Step.of_step_id).where(Step.of_step_id.is_not(None), Step.of_step_id.in_(step_ids))
        return {step_id for step_id in self._session.execute(query).scalars() if step_id is not None}

    def written_at(self, visit_id: int, fields: Collection[str]) -> dict[tuple[str, int, str], datetime]:
        """When each of these fields of a visit and of its parts got its value, by entity, id and field."""
        query = (
            select(JournalRow.entity, JournalRow.entity_id, JournalRow.field, func.max(Step.at))
            .join(Step, JournalRow.step_id == Step.id)
            .where(Step.visit_id == visit_id, JournalRow.field.in_(fields))
            .group_by(JournalRow.entity, JournalRow.entity_id, JournalRow.field)
        )
        return {(entity, one, field): at for entity, one, field, at in self._session.execute(query)}

    def last_words(self, visit_id: int, table: str) -> dict[int, dict[str, Any]]:
        """What the steps about a visit say last of each fact of a table, by field; of a deleted one nothing."""
        query = (
            select(JournalRow)
            .join(Step, Step.id == JournalRow.step_id)
            .where(Step.visit_id == visit_id, JournalRow.entity == table)
            .order_by(JournalRow.id)
        )
        told: dict[int, dict[str, Any]] = {}
        for row in self._session.execute(query).scalars():
            if row.kind is RowKind.DELETE:
                told.pop(row.entity_id, None)
            else:
                told.setdefault(row.entity_id, {})[row.field] = self.typed(row, row.new)
        return told

    def typed(self, row: JournalRow, value: Any) -> Any:
        """A value of a row as its column has it."""
        column = inspect(kind_of(row.entity)).columns.get(row.field)
        return value if column is None else decoded(column, value)

    def leads_to(self, row: JournalRow) -> str:
        """The table that a field's number belongs to, or nothing."""
        column = inspect(kind_of(row.entity)).columns.get(row.field)
        keys = () if column is None else column.foreign_keys
        return next((key.column.table.name for key in keys), "")

    def name_of(self, table: str, identity: int) -> str:
        """What a fact is called, also one that is gone by now."""
        if (table, identity) not in self._names:
            self._names[table, identity] = self._name_of(table, identity)
        return self._names[table, identity]

    def _name_of(self, table: str, identity: int) -> str:
        named = self._named_by(table, identity, NAMED_BY.get(table, "name"))
        return named or (self._named_by(table, identity, ELSE_BY[table]) if table in ELSE_BY else "")

    def _named_by(self, table: str, identity: int, field: str) -> str:
        columns = inspect(kind_of(table)).columns
        if field not in columns:
            return ""
        found = self._session.execute(select(columns[field]).where(columns["id"] == identity)).first()
        value: Any = self._last_value(table, identity, field) if found is None else found[0]
        if field.endswith("_id"):
            return self.name_of(field.removesuffix("_id"), value) if value else ""
        return str(value or "")

    def _last_value(self, table: str, identity: int, field: str) -> Any:
        # Read backwards from the newest row: who asks shows steps near it.
        query = (
            select(JournalRow)
            .where(JournalRow.entity == table, JournalRow.entity_id == identity, JournalRow.field == field)
            .order_by(JournalRow.id.desc())
            .limit(1)
        )
        row = self._session.execute(query).scalars().first()
        return None if row is None else (row.new if row.new is not None else row.old)

    def stacks(self, person: str, desk: str) -> tuple[list[Step], list[Step]]:
        """This person's steps at this desk that can be undone and redone, the next one last."""
        changed = select(JournalRow.id).where(JournalRow.step_id == Step.id).exists()
        query = (
            select(Step)
            .where(Step.person == person, Step.desk == desk, or_(Step.kind != StepKind.DO, changed))
            .order_by(Step.id.desc())
            .limit(FAR_ENOUGH_BACK)
        )
        undoable: list[Step] = []
        redoable: list[Step] = []
        by_id: dict[int, Step] = {}
        for step in reversed(self._session.execute(query).scalars().all()):
            by_id[step.id] = step
            if step.kind is StepKind.DO:
                undoable.append(step)
                redoable.clear()
            elif step.kind is StepKind.UNDO:
                undoable = [kept for kept in undoable if kept.id != step.of_step_id]
                redoable.append(step)
            else:
                undone = by_id.get(step.of_step_id or 0)
                redoable = [kept for kept in redoable if kept.id != step.of_step_id]
                if undone is not None:
                    undoable.append(step)
        # Somebody else may have taken a step back out of the history.
        gone = self.taken_back([step.id for step in (*undoable, *redoable)])
        return (
            [step for step in undoable if step.id not in gone],
            [step for step in redoable if step.id not in gone],
        )

    def apply_inverse(self, step: Step) -> None:
        """Do the opposite of a step, newest row first; refused where a value is no longer what it left."""
        rows = sorted(step.rows, key=lambda row: row.id, reverse=True)
        for (kind, entity), of_kind in groupby(rows, key=lambda row: (row.kind, row.entity)):
            alike = list(of_kind)
            known = self._loaded(kind_of(entity), {row.entity_id for row in alike})  # held until the flush
            for identity, group in groupby(alike, key=lambda row: row.entity_id):
                self._invert(kind, kind_of(entity), identity, list(group))
                if kind is RowKind.UPDATE:  # one by one: two may have changed places
                    self._flush()
            self._flush()
            known.clear()

    def _loaded(self, entity: type[Entity], identities: Collection[int]) -> list[Entity]:
        """The entities of a step at once: thousands of people may have been taken over in it."""
        found: list[Entity] = []
        ordered = sorted(identities)
        for start in range(0, len(ordered), AT_ONCE):
            query = select(entity).where(inspect(entity).columns["id"].in_(ordered[start : start + AT_ONCE]))
            found += self._session.execute(query).scalars()
        return found

    def _flush(self) -> None:
        try:
            self._session.flush()
        except IntegrityError as trouble:
            raise ReceptionError(
                _("This cannot be undone by itself: something that was done later rests on it.")
            ) from trouble

    def _invert(self, kind: RowKind, entity: type[Entity], identity: int, rows: list[JournalRow]) -> None:
        if kind is RowKind.DELETE:
            self._bring_back(entity, identity, rows)
            return
        found = self._session.get(entity, identity)
        if found is None:
            raise ReceptionError(_("This cannot be undone: the entry has been deleted since."))
        for row in rows:
            self._refuse_if_changed(found, row)
        if kind is RowKind.INSERT:
            self._session.delete(found)
            return
        for row in rows:
            setattr(found, row.field, decoded(inspect(entity).columns[row.field], row.old))

    def _bring_back(self, entity: type[Entity], identity: int, rows: list[JournalRow]) -> None:
        mapper = inspect(entity)
        # Not through __init__: defaults must not stand in for what was there.
        restored: Any = mapper.class_manager.new_instance()
        restored.id = identity
        for row in rows:
            setattr(restored, row.field, decoded(mapper.columns[row.field], row.old))
        self._session.add(restored)

    def _refuse_if_changed(self, found: Entity, row: JournalRow) -> None:
        if encoded(getattr(found, row.field)) == row.new:
            return
        later = self._session.execute(
            select(Step)
            .join(JournalRow, JournalRow.step_id == Step.id)
            .where(
                JournalRow.entity == row.entity,
                JournalRow.entity_id == row.entity_id,
                JournalRow.field == row.field,
            )
            .order_by(JournalRow.id.desc())
            .limit(1)
        ).scalar_one()
        raise ReceptionError(
            _("This cannot be undone: {person} has changed it since ({what}).").format(
                person=later.person, what=later.said
            )
        )
