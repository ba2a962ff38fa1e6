"""What those who approve an application said of it (接待申请表: 意见)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity, choice_of


class Office(StrEnum):
    """Who gives an opinion, in the order of the form (2.5 a)."""

    DEPARTMENT = "department"
    HR_ADMIN = "hr_admin"
    LEADER = "leader"
    TOP = "top"


class Verdict(StrEnum):
    """What an opinion comes to."""

    AGREES = "agrees"
    AGREES_IF = "agrees_if"
    DECLINES = "declines"


class Opinion(Entity, kw_only=True, eq=False):
    """An opinion as it was given, on paper or by word: by whom, when, in which words."""

    __tablename__ = "opinion"
    __table_args__ = (NO_REUSE,)

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    office: Mapped[Office] = mapped_column(choice_of(Office, "office"), default=Office.DEPARTMENT)
    verdict: Mapped[Verdict] = mapped_column(choice_of(Verdict, "verdict"), default=Verdict.AGREES)
    person: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="")
    given_on: Mapped[date | None] = mapped_column(default=None)
