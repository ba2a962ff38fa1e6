"""Who drives a sign, and what was sent to it: one owner at a time, every sending on record (led 6, rules 7, 8, 14)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity


class SignLease(Entity, kw_only=True, eq=False):
    """The one owner of a sign; `token` grows with every new owner, and an older one is refused."""

    __tablename__ = "sign_lease"
    __table_args__ = (UniqueConstraint("sign_id"), NO_REUSE)
    journalled: ClassVar[bool] = False

    sign_id: Mapped[int] = mapped_column(PK, ForeignKey("sign.id", ondelete="CASCADE"))
    owner: Mapped[str] = mapped_column(default="")
    token: Mapped[int] = mapped_column(default=0)
    beat_at: Mapped[datetime | None] = mapped_column(default=None)


class SignSending(Entity, kw_only=True, eq=False):
    """One sending to a sign and what came of it; the audit of the sign, never changed but by its answer."""

    __tablename__ = "sign_sending"
    __table_args__ = (NO_REUSE,)
    journalled: ClassVar[bool] = False

    sign_id: Mapped[int] = mapped_column(PK, ForeignKey("sign.id", ondelete="CASCADE"), index=True)
    token: Mapped[int] = mapped_column(default=0)
    at: Mapped[datetime] = mapped_column(index=True)
    digest: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="")
    message_ids: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="sent")
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")
