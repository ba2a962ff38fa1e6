"""What the signs show now, and whether they have said so: the first two, as they are on the welcome screen."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.welcome_state import Standing
from reception_desk.i18n import _, current_language
from reception_desk.services.welcome import was_seen
from reception_desk.signs.reconciler import SignStatus
from ui.clock import Clock
from ui.models.welcome import it_mark, mark_of
from ui.screens.welcome.sign_now import SignNow
from ui.widgets.card import Card
from ui.widgets.lines import Line, Lines

if TYPE_CHECKING:
    from ui.sign_keeper import SignKeeper

MOST_SIGNS: Final = 2
MOST_ALARMS: Final = 3
LONGEST: Final = 18


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
        self.alarms = Lines()
        self.alarms.chosen.connect(lambda _place: self.setup_wanted.emit())
        self.body.addWidget(self.alarms)

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

        self.alarms.show_lines(self._alarms(now)[:MOST_ALARMS])

    def _alarms(self, now: datetime) -> list[Line]:
        on_sign = self._keeper.is_on_sign if self._keeper else was_seen
        return [_alarm(entry, now) for entry in self._desk.welcome.alarms(now, on_sign)]

    def _status(self, sign_id: int) -> SignStatus:
        return self._keeper.status(sign_id) if self._keeper else SignStatus()


def _alarm(entry: Standing, now: datetime) -> Line:
    """What is wrong in a word, and with whose words."""
    mark = it_mark(entry, now) if entry.is_telling_late(now) or entry.is_told_old_words else mark_of(entry)
    company = entry.visit.company if entry.visit else None
    whose = company.name_in(current_language()) if company else entry.message.words
    short = whose if len(whose) <= LONGEST else f"{whose[:LONGEST]}…"
    return Line(mark.icon, f"{mark.words} · {short}", mark.tone, str(entry.message.id))
