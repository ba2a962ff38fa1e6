"""Orders that overrule a sign's queue for a while: show these words now, go dark, and back to the queue."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from reception_desk.domain.sign import Sign
from reception_desk.domain.sign_order import OrderKind, SignOrder
from reception_desk.domain.visit import Visit, VisitState
from reception_desk.domain.welcome import WelcomeMessage
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork

LONGEST: Final = timedelta(hours=24)
"""No order outlives a day: words that somebody forgot must not greet the next guest."""


TEST: Final = timedelta(minutes=1)


class SignOrders:
    """What is ordered of the signs, each with its end."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def holding(self, sign_id: int, now: datetime) -> list[SignOrder]:
        """The orders that hold on a sign now, the last one first."""
        with self._database.reading() as work:
            found = [order for order in work.welcome.orders(now) if order.sign_id == sign_id]
        return [order for order in reversed(found) if order.starts_at <= now]

    def show_now(self, message_id: int, until: datetime, now: datetime) -> int:
        """Show these words from now until then, whatever their window and whoever is before them."""
        said = Said(N_("Had the words of welcome shown at once"))
        with self._database.unit_of_work(said, now) as work:
            message = work.get(WelcomeMessage, message_id)
            said.visit_id = message.visit_id
            _refuse_unless_showable(work, message)
            self._lift(work, message.sign_id, now)
            return self._order(work, message.sign_id, OrderKind.SHOW_NOW, until, now, message_id)

    def blank(self, sign_id: int, until: datetime, now: datetime) -> int:
        """Make a sign dark from now until then; nothing beats that."""
        said = Said(N_("Made the sign “{sign}” dark"))
        with self._database.unit_of_work(said, now) as work:
            said.details["sign"] = work.get(Sign, sign_id).name
            return self._order(work, sign_id, OrderKind.BLANK, until, now)

    def test(self, sign_id: int, now: datetime) -> int:
        """Show the test pattern for a minute: before everything but a dark sign."""
        said = Said(N_("Tested the sign “{sign}”"))
        with self._database.unit_of_work(said, now) as work:
            sign = work.get(Sign, sign_id)
            said.details["sign"] = sign.name
            if not sign.is_on:
                raise ReceptionError(_("Switch the sign on first; nothing can be seen on it now."))
            return self._order(work, sign_id, OrderKind.TEST, now + TEST, now)

    def end_test(self, sign_id: int, now: datetime, *, seen: bool) -> None:
        """Take the test pattern away; `seen` notes who saw it, and when."""
        sentence = N_("Saw the test pattern on “{sign}”") if seen else N_("Did not see the test on “{sign}”")
        said = Said(sentence)
        with self._database.unit_of_work(said, now) as work:
            sign, person = work.get(Sign, sign_id), self._database.attendant.person
            said.details["sign"] = sign.name
            tests = [order for order in work.welcome.orders(now) if order.kind is OrderKind.TEST]
            for order in tests:
                if order.sign_id == sign_id:
                    work.change(order, lifted_at=now, lifted_by=person)
            work.change(sign, tested_at=now if seen else None, tested_by=person if seen else "")

    def lift(self, sign_id: int, now: datetime) -> None:
        """Take back whatever was ordered of a sign: the queue decides again."""
        said = Said(N_("Left the sign “{sign}” to its queue again"))
        with self._database.unit_of_work(said, now) as work:
            said.details["sign"] = work.get(Sign, sign_id).name
            if not self._lift(work, sign_id, now):
                raise ReceptionError(_("Nothing is ordered of this sign; it follows its queue."))

    def _order(
        self,
        work: UnitOfWork,
        sign_id: int,
        kind: OrderKind,
        until: datetime,
        now: datetime,
        message_id: int | None = None,
    ) -> int:
        if until - now > LONGEST:
            raise ReceptionError(_("An order for a sign ends within a day. Nothing was ordered."))
        order = SignOrder(
            sign_id=sign_id,
            kind=kind,
            message_id=message_id,
            starts_at=now,
            ends_at=until,
            ordered_by=self._database.attendant.person,
        )
        return work.add(order).id

    def _lift(self, work: UnitOfWork, sign_id: int, now: datetime) -> int:
        holding = [order for order in work.welcome.orders(now) if order.sign_id == sign_id]
        for order in holding:
            work.change(order, lifted_at=now, lifted_by=self._database.attendant.person)
        return len(holding)


def _refuse_unless_showable(work: UnitOfWork, message: WelcomeMessage) -> None:
    if message.is_over:
        raise ReceptionError(_("These words are over. Propose them again to show them."))
    if not message.is_checked:
        raise ReceptionError(_("Have these words checked before they are shown."))
    visit = work.find(Visit, message.visit_id) if message.visit_id else None
    if visit is not None and (visit.state is VisitState.CANCELLED or visit.deleted_at is not None):
        raise ReceptionError(_("This visit is cancelled; its words are not shown."))
