"""Departments that are told of a visit, and what each says to it (A4.2, A6.7)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity, choice_of
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _


class NoticeState(StrEnum):
    """What a department said: nothing yet (未读), taken note (已知悉), objects (有异议)."""

    UNREAD = "unread"
    NOTED = "noted"
    OBJECTS = "objects"


class DepartmentNotice(Entity, kw_only=True, eq=False):
    """One department of one visit: its tasks beside those of the checklist (one a line), and its answer."""

    __tablename__ = "department_notice"
    __table_args__ = (UniqueConstraint("visit_id", "department"), NO_REUSE)

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    department: Mapped[str]
    tasks: Mapped[str] = mapped_column(default="")
    told_at: Mapped[datetime | None] = mapped_column(default=None)
    told_by: Mapped[str] = mapped_column(default="")
    state: Mapped[NoticeState] = mapped_column(choice_of(NoticeState, "state"), default=NoticeState.UNREAD)
    objection: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
    answered_by: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Refuse a notice to nobody, and an objection without words."""
        if not self.department.strip():
            raise ReceptionError(_("Say which department."))
        if self.state is NoticeState.OBJECTS and not self.objection.strip():
            raise ReceptionError(_("Write what the department objects to."))
