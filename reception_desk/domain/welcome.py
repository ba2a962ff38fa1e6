"""Welcome messages: stored are the words, the window and the acts of people; all else is derived (A6.2)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity, choice_of
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _


class Effect(StrEnum):
    """How a text moves; `auto` stands still where it fits and scrolls where it does not."""

    AUTO = "auto"
    STATIC = "static"
    SCROLL = "scroll"


class WelcomeMessage(Entity, kw_only=True, eq=False):
    """Words for a sign, shown from `starts_at` until just before `ends_at`."""

    __tablename__ = "welcome_message"
    __table_args__ = (CheckConstraint("ends_at > starts_at", name="window"), NO_REUSE)

    visit_id: Mapped[int | None] = mapped_column(
        PK, ForeignKey("visit.id", ondelete="RESTRICT"), default=None, index=True
    )
    sign_id: Mapped[int] = mapped_column(PK, ForeignKey("sign.id", ondelete="RESTRICT"), index=True)
    text: Mapped[str]
    text_en: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    zone: Mapped[str] = mapped_column(default="Asia/Shanghai")
    priority: Mapped[int] = mapped_column(default=0)
    effect: Mapped[Effect] = mapped_column(choice_of(Effect, "effect"), default=Effect.AUTO)
    checked_at: Mapped[datetime | None] = mapped_column(default=None)
    checked_by: Mapped[str] = mapped_column(default="")
    told_it_at: Mapped[datetime | None] = mapped_column(default=None)
    told_it_by: Mapped[str] = mapped_column(default="")
    taken_down_at: Mapped[datetime | None] = mapped_column(default=None)
    taken_down_by: Mapped[str] = mapped_column(default="")
    cancelled_at: Mapped[datetime | None] = mapped_column(default=None)
    cancelled_by: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Refuse an empty text or a window without length."""
        if not (self.text.strip() or self.text_en.strip()):
            raise ReceptionError(_("The welcome message has no words yet."))
        if self.ends_at <= self.starts_at:
            raise ReceptionError(_("The welcome message would end before it starts."))
