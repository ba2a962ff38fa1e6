"""Data that a company edits: checklists, levels, wording, lead times, as stored versions."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, Entity, choice_of


class TemplateKind(StrEnum):
    """What a template is about."""

    CHECKLIST = "checklist"
    LEVELS = "levels"
    WORDING = "wording"
    LEAD_TIMES = "lead_times"
    RANKS = "ranks"
    CUSTOMS = "customs"
    LISTS = "lists"


class Template(Entity, kw_only=True, eq=False):
    """One version of a template, as TOML; versions are added, never changed, so a running visit keeps its own."""

    __tablename__ = "template"
    __table_args__ = (UniqueConstraint("kind", "name", "version"), NO_REUSE)
    journalled: ClassVar[bool] = False  # versions are a history of their own

    kind: Mapped[TemplateKind] = mapped_column(choice_of(TemplateKind, "kind"))
    name: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    text: Mapped[str]
    since: Mapped[datetime]
    saved_by: Mapped[str] = mapped_column(default="")
