"""Editions: whatever left the desk, as it was, and whether it would still come out the same."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity

Content = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What was chosen when a hand-out was made: the edition is compared under the same choice for ever.

    `guest_id`, `leg_id`, `meal_id`, `meeting_id`, `car_booking_id`, `hotel_booking_id`, `message_id` name whom or
    what it is about where a hand-out has one for each; `edition_id` the edition whose change was told; `fact` the
    one fact that was read back, such as `leg:3:number`; `round` the round of
    the second confirmation; `with_date` asks for the day on a sign that has none.
    """

    language: str = "zh"
    recipient: str = ""
    guest_id: int | None = None
    leg_id: int | None = None
    meal_id: int | None = None
    car_booking_id: int | None = None
    hotel_booking_id: int | None = None
    message_id: int | None = None
    with_date: bool | None = None
    meeting_id: int | None = None
    edition_id: int | None = None
    fact: str = ""
    round: int | None = None
    paper: str = "A4"

    def as_json(self) -> dict[str, Any]:
        """The parts that were chosen, for the store."""
        return {key: value for key, value in self.__dict__.items() if value not in (None, "")}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Choice:
        """The choice that was stored."""
        return cls(**stored)


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """What is drawn beside the content and is no part of it (5.4). `printed` is local time.

    `unread`: the values on the sheet that nobody has confirmed to us, each with the msgid of what it is (A1.5).
    """

    document: str
    revision: int
    visit_number: str
    printed: datetime
    code: str = field(default="")
    unread: tuple[tuple[str, str], ...] = ()


def fingerprint(content: Content) -> str:
    """SHA-256 over the ordered (field, value) pairs."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


class Medium(StrEnum):
    """How an edition left the desk: as paper, or told."""

    PRINTER = "printer"
    PDF = "pdf"
    PHONE = "phone"
    MESSAGE = "message"
    MAIL = "mail"
    IN_PERSON = "in_person"


class EditionState(StrEnum):
    """Derived: what an edition is worth now."""

    CURRENT = "current"
    STALE = "stale"
    REPLACED = "replaced"
    RECALLED = "recalled"
    WITHDRAWN = "withdrawn"


class Edition(Entity, kw_only=True, eq=False):
    """One thing that left the desk. History: never changed but by the acts recorded on it, never deleted.

    `reason`: why it was made although the program advised against it.
    """

    __tablename__ = "edition"
    __table_args__ = (NO_REUSE,)
    journalled: ClassVar[bool] = False

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    document: Mapped[str]
    choice: Mapped[dict[str, Any]] = mapped_column(JSON)
    content: Mapped[list[Any]] = mapped_column(JSON)
    fingerprint: Mapped[str]
    template_version: Mapped[str] = mapped_column(default="")
    revision: Mapped[int] = mapped_column(default=1)
    code: Mapped[str] = mapped_column(default="", index=True)
    medium: Mapped[str] = mapped_column(default=Medium.PDF.value)
    copies: Mapped[int] = mapped_column(default=1)
    holder: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime]
    made_by: Mapped[str]
    replaced_by_id: Mapped[int | None] = mapped_column(PK, ForeignKey("edition.id"), default=None)
    recalled_at: Mapped[datetime | None] = mapped_column(default=None)
    recalled_by: Mapped[str] = mapped_column(default="")
    withdrawn_at: Mapped[datetime | None] = mapped_column(default=None)
    withdrawn_by: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")

    def state(self, now_content: Content | None) -> EditionState:
        """What it is worth beside the content made today; `None` where it can no longer be made."""
        if self.withdrawn_at is not None:
            return EditionState.WITHDRAWN
        if self.recalled_at is not None:
            return EditionState.RECALLED
        if self.replaced_by_id is not None:
            return EditionState.REPLACED
        if now_content is None or fingerprint(now_content) != self.fingerprint:
            return EditionState.STALE
        return EditionState.CURRENT


@dataclass(frozen=True, kw_only=True)
class EditionNow:
    """An edition and what it is worth at this moment; `newer_wording`: today it would be worded otherwise.

    `content_now` is what the same paper would tell today; `None` where it can no longer be made.
    """

    edition: Edition
    state: EditionState
    newer_wording: bool = False
    content_now: Content | None = None

    @property
    def content_then(self) -> Content:
        """What it told its reader."""
        return tuple((str(name), str(value)) for name, value in self.edition.content)

    @property
    def is_about(self) -> bool:
        """Whether copies of it may still be in somebody's hands."""
        return self.state in (EditionState.CURRENT, EditionState.STALE, EditionState.REPLACED)

    @property
    def is_to_collect(self) -> bool:
        """Whether copies on paper are about that tell what is no longer so."""
        is_on_paper = self.edition.medium == Medium.PRINTER.value
        return self.is_about and is_on_paper and self.content_then != self.content_now
