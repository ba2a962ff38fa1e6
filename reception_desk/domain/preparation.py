"""What a receptionist has done about one item of the preparation list (P6, A7)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity, choice_of
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _


class ItemState(StrEnum):
    """Where an item stands."""

    OPEN = "open"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


class PreparationItem(Entity, kw_only=True, eq=False):
    """An item that somebody has touched; the untouched ones are derived from the checklist alone.

    `subject` names what a repeated item is about: `meeting:3`, `meal:7`, or nothing. `due_by_hand` is a due time that a
    person set: it does not move with the visit (5.1). `assignee`: to whom it was delegated. `hurry_reason`: why it is
    still to be done though its time was over when a change of the visit made it due.
    """

    __tablename__ = "preparation_item"
    __table_args__ = (
        UniqueConstraint("visit_id", "code", "subject"),
        CheckConstraint("state <> 'done' OR (done_at IS NOT NULL AND done_by <> '')", name="done"),
        CheckConstraint("state <> 'not_applicable' OR reason <> ''", name="reason"),
        NO_REUSE,
    )

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    code: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    state: Mapped[ItemState] = mapped_column(choice_of(ItemState, "state"), default=ItemState.OPEN)
    done_at: Mapped[datetime | None] = mapped_column(default=None)
    done_by: Mapped[str] = mapped_column(default="")
    due_then: Mapped[datetime | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    due_by_hand: Mapped[datetime | None] = mapped_column(default=None)
    assignee: Mapped[str] = mapped_column(default="")
    hurry_reason: Mapped[str] = mapped_column(default="")

    def check_off(self, by: str, now: datetime, due: datetime | None) -> None:
        """Note who did it and when, and the time it was due; refused where it is settled already."""
        if self.state is ItemState.DONE:
            raise ReceptionError(_("{person} has already ticked this off.").format(person=self.done_by))
        if self.state is ItemState.NOT_APPLICABLE:
            raise ReceptionError(_("This item is marked as not applicable. Open it again first."))
        self.state, self.done_at, self.done_by, self.due_then = ItemState.DONE, now, by, due

    def leave_out(self, by: str, now: datetime, due: datetime | None, reason: str) -> None:
        """Mark as not applicable; a reason is needed (5.22)."""
        if not reason.strip():
            raise ReceptionError(_("Say in a few words why this item does not apply."))
        if self.state is ItemState.DONE:
            raise ReceptionError(_("This item is done. Take the tick off first."))
        self.state, self.reason = ItemState.NOT_APPLICABLE, reason.strip()
        self.done_at, self.done_by, self.due_then = now, by, due

    def set_due(self, due: datetime | None) -> None:
        """Set the due time by hand, a fact that does not move with the visit; None: as the checklist has it (5.1)."""
        self._refuse_settled()
        self.due_by_hand = due

    def hurry(self, reason: str) -> None:
        """Keep it to be done though there is no time left, and say why (5.1)."""
        self._refuse_settled()
        if not reason.strip():
            raise ReceptionError(_("Say in a few words why this is still to be done."))
        self.hurry_reason = reason.strip()

    def _refuse_settled(self) -> None:
        if self.state is not ItemState.OPEN:
            raise ReceptionError(_("This item is settled already. Open it again first."))

    def assign(self, to: str) -> None:
        """Delegate to somebody of the house; nobody: it is its owner's again. Refused where it is settled."""
        self._refuse_settled()
        self.assignee = to.strip()

    def reopen(self) -> None:
        """Take the tick, or the 'not applicable', off again."""
        if self.state is ItemState.OPEN:
            raise ReceptionError(_("This item is open already."))
        self.state, self.reason = ItemState.OPEN, ""
        self.done_at, self.done_by, self.due_then = None, "", None
