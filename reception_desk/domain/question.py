"""Questions that the guests will likely ask, with our answers (A5.3)."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity


class Question(Entity, kw_only=True, eq=False):
    """One question; `owner` is who of us answers it."""

    __tablename__ = "question"
    __table_args__ = (CheckConstraint("position >= 1", name="position"), NO_REUSE)

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    position: Mapped[int] = mapped_column(default=1)
    question: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
