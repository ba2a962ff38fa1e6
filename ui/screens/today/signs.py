"""What the signs show now, and whether they have said so: the first two, as they are on the welcome screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import _
from reception_desk.signs.reconciler import SignStatus
from ui.clock import Clock
from ui.screens.welcome.sign_now import SignNow
from ui.widgets.card import Card

if TYPE_CHECKING:
    from ui.sign_keeper import SignKeeper

MOST_SIGNS: Final = 2


class Signs(Card):
    """A picture for each of the first signs; no sign hides the card.

    Signals:
        setup_wanted(): somebody wants to change a sign.
    """

    setup_wanted = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(" ")
        self._desk, self._clock = desk, clock
        self._keeper: SignKeeper | None = None
        self.signs = [SignNow() for _number in range(MOST_SIGNS)]
        for sign in self.signs:
            sign.setup_wanted.connect(self.setup_wanted)
            self.body.addWidget(sign)

    def watch(self, keeper: SignKeeper) -> None:
        """Know from now on what the signs say of themselves."""
        self._keeper = keeper
        keeper.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask anew what must be shown, and what is."""
        now = self._clock()
        here = now.astimezone(ZoneInfo(self._desk.company.settings().zone))
        queues = self._desk.welcome.sign_queues(now)
        self.setVisible(bool(queues))
        self.set_title(_("Welcome sign now"))
        for number, sign in enumerate(self.signs):
            sign.setVisible(number < len(queues))
            if number < len(queues):
                sign.show_sign(queues[number], self._status(queues[number].sign.id), now, here)

    def _status(self, sign_id: int) -> SignStatus:
        return self._keeper.status(sign_id) if self._keeper else SignStatus()
