"""Welcome messages: stored are the words, the window and the acts of people; all else is derived (A6.2)."""

from __future__ import annotations

import hashlib
import json
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
    """Words for a sign. `starts_at` and `ends_at` are what somebody set by hand; else they follow the visit.

    `text` and `text_en` are being written; a sign shows only what somebody has checked, `checked_text` and
    `checked_text_en`. `told_it_of` is the fingerprint of what IT was told, so a later change shows by itself;
    `told_it_how`: where the pictures and texts were put for them, if they were.
    """

    __tablename__ = "welcome_message"
    __table_args__ = (
        CheckConstraint("ends_at IS NULL OR starts_at IS NULL OR ends_at > starts_at", name="window"),
        CheckConstraint(
            "visit_id IS NOT NULL OR (starts_at IS NOT NULL AND ends_at IS NOT NULL)", name="window_or_visit"
        ),
        NO_REUSE,
    )

    visit_id: Mapped[int | None] = mapped_column(
        PK, ForeignKey("visit.id", ondelete="RESTRICT"), default=None, index=True
    )
    sign_id: Mapped[int] = mapped_column(PK, ForeignKey("sign.id", ondelete="RESTRICT"), index=True)
    text: Mapped[str] = mapped_column(default="")
    text_en: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime | None] = mapped_column(default=None)
    ends_at: Mapped[datetime | None] = mapped_column(default=None)
    zone: Mapped[str] = mapped_column(default="Asia/Shanghai")
    priority: Mapped[int] = mapped_column(default=0)
    effect: Mapped[Effect] = mapped_column(choice_of(Effect, "effect"), default=Effect.AUTO)
    checked_at: Mapped[datetime | None] = mapped_column(default=None)
    checked_by: Mapped[str] = mapped_column(default="")
    checked_text: Mapped[str] = mapped_column(default="")
    checked_text_en: Mapped[str] = mapped_column(default="")
    told_it_at: Mapped[datetime | None] = mapped_column(default=None)
    told_it_by: Mapped[str] = mapped_column(default="")
    told_it_of: Mapped[str] = mapped_column(default="")
    told_it_how: Mapped[str] = mapped_column(default="")
    seen_at: Mapped[datetime | None] = mapped_column(default=None)
    seen_by: Mapped[str] = mapped_column(default="")
    taken_down_at: Mapped[datetime | None] = mapped_column(default=None)
    taken_down_by: Mapped[str] = mapped_column(default="")
    cancelled_at: Mapped[datetime | None] = mapped_column(default=None)
    cancelled_by: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Refuse an empty text or a window without length."""
        if not (self.text.strip() or self.text_en.strip()):
            raise ReceptionError(_("The welcome message has no words yet."))
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ReceptionError(_("The welcome message would end before it starts."))
        if self.visit_id is None and not (self.starts_at and self.ends_at):
            raise ReceptionError(_("A welcome message without a visit needs a start and an end."))

    @property
    def words(self) -> str:
        """All its words on one line, for lists and sentences."""
        return " ".join(f"{self.text} {self.text_en}".split())

    @property
    def is_over(self) -> bool:
        """Whether somebody has ended it: cancelled, or taken off the sign."""
        return self.cancelled_at is not None or self.taken_down_at is not None

    @property
    def is_checked(self) -> bool:
        """Whether somebody has read words of it and found them right: those may be shown."""
        return self.checked_at is not None

    @property
    def has_new_words(self) -> bool:
        """Whether the words were changed since they were checked: the sign goes on with the checked ones."""
        return self.is_checked and (self.text, self.text_en) != (self.checked_text, self.checked_text_en)

    def mark_checked(self, by: str, now: datetime) -> None:
        """Note who has read the words and found them right; from then on they may be shown."""
        self.refuse_if_over()
        if self.is_checked and not self.has_new_words:
            raise ReceptionError(
                _("{person} has already checked these words.").format(person=self.checked_by)
            )
        self.checked_at, self.checked_by = now, by
        self.checked_text, self.checked_text_en = self.text, self.text_en

    def refuse_to_tell(self) -> None:
        """Refuse to tell IT what nobody has read, or what is over."""
        self.refuse_if_over()
        if not self.is_checked or self.has_new_words:
            raise ReceptionError(_("Have these words checked before IT is told."))

    def tell_it(self, by: str, now: datetime, told: str, how: str = "") -> None:
        """Note that IT was told (A6.2b); `told` is the fingerprint of what they were told."""
        self.refuse_to_tell()
        self.told_it_how = how
        self.told_it_at, self.told_it_by, self.told_it_of = now, by, told

    def mark_seen(self, by: str, now: datetime) -> None:
        """Note the first time that it stood on the sign, and who says so: a person, or the sign itself."""
        if self.seen_at is None:
            self.seen_at, self.seen_by = now, by

    def take_down(self, by: str, now: datetime) -> None:
        """Take it off the sign, whatever its window says; what was called off may still stand there."""
        if self.cancelled_at is None or self.seen_at is None:
            self.refuse_if_over()
        self.taken_down_at, self.taken_down_by = now, by

    def cancel(self, by: str, now: datetime) -> None:
        """Call it off; it is never shown again."""
        self.refuse_if_over()
        self.cancelled_at, self.cancelled_by = now, by

    def refuse_if_over(self) -> None:
        """Refuse any further act on words that somebody has ended."""
        if self.cancelled_at is not None:
            raise ReceptionError(_("This welcome message is cancelled."))
        if self.taken_down_at is not None:
            raise ReceptionError(_("This welcome message has been taken down."))


def digest(*facts: str) -> str:
    """A short fingerprint of facts, to tell later whether they are still the same."""
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()
