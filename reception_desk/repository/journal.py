"""The journal hangs on the session: no screen and no service can forget it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final, NoReturn

from sqlalchemy import Column, Date, Enum, event, insert, inspect, update
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, UOWTransaction

from reception_desk.domain.entity import Entity, Moment
from reception_desk.domain.journal import JournalRow, RowKind, Step, StepKind

STEP: Final = "step"
STEP_ID: Final = "step_id"
AS_BEGUN: Final = "as_begun"


class Said:
    """The sentence of a step: a msgid with details; a detail called `…_word` is itself a msgid."""

    def __init__(self, sentence: str, *, visit_id: int | None = None, **details: str) -> None:
        self.sentence, self.visit_id, self.details = sentence, visit_id, details


@dataclass(frozen=True, kw_only=True)
class Gesture:
    """Who does what now: all that a step needs besides its rows."""

    said: Said
    person: str
    desk: str
    at: datetime
    kind: StepKind = StepKind.DO
    of_step_id: int | None = None


class FactSession(Session):
    """A session in which every change is made entity by entity, so that the journal sees it."""

    def bulk_save_objects(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse: it would go past the journal."""
        raise PastTheJournalError

    def bulk_insert_mappings(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse: it would go past the journal."""
        raise PastTheJournalError

    def bulk_update_mappings(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse: it would go past the journal."""
        raise PastTheJournalError


class PastTheJournalError(Exception):
    """A bulk statement on facts: a bug, never shown as a sentence."""

    def __init__(self) -> None:
        super().__init__("bulk statements on facts go past the journal")


def encoded(value: Any) -> Any:
    """A column's value as JSON can hold it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, enum.Enum):
        return value.value
    return value


def decoded(column: Column[Any], value: Any) -> Any:
    """The value that `encoded` made, for this column."""
    if value is None:
        return None
    if isinstance(column.type, Moment):
        return datetime.fromisoformat(value)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    if isinstance(column.type, Enum) and column.type.enum_class is not None:
        return column.type.enum_class(value)
    return value


@event.listens_for(Entity, "mapper_configured", propagate=True)
def _keep_old_values(mapper: Mapper[Any], kind: type[Entity]) -> None:
    # Without active history the old value of an expired attribute is recorded as None.
    for attribute in mapper.column_attrs:
        event.listen(getattr(kind, attribute.key), "set", _nothing, active_history=True)


def _nothing(*_arguments: object) -> None:
    """Exist, so that old values are loaded."""


@event.listens_for(FactSession, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    if state.is_update or state.is_delete or state.is_insert:
        raise PastTheJournalError


@event.listens_for(FactSession, "before_flush")
def _check_and_load(session: Session, _context: UOWTransaction, _instances: object) -> None:
    for entity in (*session.new, *session.dirty):
        entity.check()
    for entity in session.deleted:
        for attribute in inspect(type(entity)).column_attrs:
            getattr(entity, attribute.key)


@event.listens_for(FactSession, "after_flush")
def _write_rows(session: Session, _context: UOWTransaction) -> None:
    rows = [
        *(row for entity in session.new for row in _inserted(entity)),
        *(row for entity in session.dirty for row in _updated(entity)),
        *(row for entity in session.deleted for row in _deleted(entity)),
    ]
    if rows:
        step_id = _step_id(session)
        session.connection().execute(insert(JournalRow), [{"step_id": step_id, **row} for row in rows])


def _step_id(session: Session) -> int:
    if STEP_ID not in session.info:
        gesture: Gesture | None = session.info.get(STEP)
        if gesture is None:
            msg = "facts were changed in a unit of work without a sentence"
            raise AssertionError(msg)
        values = {
            "at": gesture.at,
            "person": gesture.person,
            "desk": gesture.desk,
            "sentence": gesture.said.sentence,
            "details": gesture.said.details,
            "kind": gesture.kind,
            "of_step_id": gesture.of_step_id,
            "visit_id": gesture.said.visit_id,
        }
        result = session.connection().execute(insert(Step).returning(Step.id), values)
        session.info[STEP_ID] = result.scalar_one()
        session.info[AS_BEGUN] = (gesture.said.visit_id, dict(gesture.said.details))
    return int(session.info[STEP_ID])


def note(session: Session) -> None:
    """Write the step down without any row; nothing of it can be undone."""
    _step_id(session)


def complete(session: Session) -> None:
    """Write down what the sentence has learned since its step began, such as the id of a visit that was new."""
    if STEP_ID not in session.info:
        return
    said = session.info[STEP].said
    if session.info[AS_BEGUN] != (said.visit_id, said.details):
        learned = update(Step).where(Step.id == session.info[STEP_ID])
        session.connection().execute(learned.values(visit_id=said.visit_id, details=said.details))


def _row(entity: Entity, kind: RowKind, field: str, old: Any, new: Any) -> dict[str, Any]:
    return {
        "kind": kind,
        "entity": type(entity).__tablename__,
        "entity_id": entity.id,
        "field": field,
        "old": encoded(old),
        "new": encoded(new),
    }


def _fields(entity: Entity) -> list[str]:
    if not entity.journalled:
        return []
    return [attribute.key for attribute in inspect(type(entity)).column_attrs if attribute.key != "id"]


def _inserted(entity: Entity) -> list[dict[str, Any]]:
    return [_row(entity, RowKind.INSERT, field, None, getattr(entity, field)) for field in _fields(entity)]


def _deleted(entity: Entity) -> list[dict[str, Any]]:
    return [_row(entity, RowKind.DELETE, field, getattr(entity, field), None) for field in _fields(entity)]


def _updated(entity: Entity) -> list[dict[str, Any]]:
    rows = []
    for field in _fields(entity):
        history = inspect(entity).attrs[field].history
        if history.has_changes():
            old = history.deleted[0] if history.deleted else None
            new = history.added[0] if history.added else None
            if encoded(old) != encoded(new):
                rows.append(_row(entity, RowKind.UPDATE, field, old, new))
    return rows
