"""The journal: steps that people made, and the rows that each changed."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reception_desk.domain.entity import NO_REUSE, PK, Entity, choice_of
from reception_desk.i18n import _, current_language


class StepKind(StrEnum):
    """Done first, or undone, or redone."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class RowKind(StrEnum):
    """What happened to the fact."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class Step(Entity, kw_only=True, eq=False):
    """One gesture of one person at one desk.

    `sentence` is a msgid, filled from `details` where it is read; a detail called `…_word` is a msgid too,
    and of `…_zh` and `…_en` the reader's language is taken.
    """

    __tablename__ = "step"
    __table_args__ = (
        Index("ix_step_of_step_id", "of_step_id", sqlite_where=text("of_step_id IS NOT NULL")),
        NO_REUSE,
    )
    journalled: ClassVar[bool] = False

    at: Mapped[datetime] = mapped_column(index=True)
    person: Mapped[str]
    desk: Mapped[str]
    sentence: Mapped[str]
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    kind: Mapped[StepKind] = mapped_column(choice_of(StepKind, "kind"), default=StepKind.DO)
    of_step_id: Mapped[int | None] = mapped_column(PK, ForeignKey("step.id"), default=None)
    visit_id: Mapped[int | None] = mapped_column(PK, default=None, index=True)

    rows: Mapped[list[JournalRow]] = relationship(
        lazy="raise", repr=False, init=False, order_by="JournalRow.id", viewonly=True
    )

    @property
    def said(self) -> str:
        """What was done, in the language of the screen."""
        details = {key: _(value) if key.endswith("_word") else value for key, value in self.details.items()}
        tongue = f"_{current_language()}"
        details |= {key.removesuffix(tongue): value for key, value in details.items() if key.endswith(tongue)}
        return _(self.sentence).format_map(details)


class JournalRow(Entity, kw_only=True, eq=False):
    """One field of one fact: old and new value as JSON."""

    __tablename__ = "journal_row"
    __table_args__ = (NO_REUSE,)
    journalled: ClassVar[bool] = False

    step_id: Mapped[int] = mapped_column(PK, ForeignKey("step.id"), index=True)
    kind: Mapped[RowKind] = mapped_column(choice_of(RowKind, "kind"))
    entity: Mapped[str]
    entity_id: Mapped[int] = mapped_column(PK)
    field: Mapped[str]
    old: Mapped[Any] = mapped_column(JSON, default=None)
    new: Mapped[Any] = mapped_column(JSON, default=None)
