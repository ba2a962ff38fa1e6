"""Orders that overrule a sign's queue for a while: show this now, or go dark (led 6, rule 3)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity, choice_of
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _


class OrderKind(StrEnum):
    """What is ordered."""

    SHOW_NOW = "show_now"
    TEST = "test"
    BLANK = "blank"


class SignOrder(Entity, kw_only=True, eq=False):
    """Show a message now, a test pattern, or nothing: [starts_at, ends_at), or until it is lifted; blank beats all."""

    __tablename__ = "sign_order"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="window"),
        CheckConstraint("kind <> 'show_now' OR message_id IS NOT NULL", name="message"),
        NO_REUSE,
    )

    sign_id: Mapped[int] = mapped_column(PK, ForeignKey("sign.id", ondelete="RESTRICT"), index=True)
    kind: Mapped[OrderKind] = mapped_column(choice_of(OrderKind, "kind"))
    message_id: Mapped[int | None] = mapped_column(
        PK, ForeignKey("welcome_message.id", ondelete="RESTRICT"), default=None
    )
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    ordered_by: Mapped[str] = mapped_column(default="")
    lifted_at: Mapped[datetime | None] = mapped_column(default=None)
    lifted_by: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Refuse an order without an end after its start."""
        if self.ends_at <= self.starts_at:
            raise ReceptionError(_("The order for the sign would end before it starts."))
