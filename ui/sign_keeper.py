"""Keeps the signs right as long as the program runs: the loop of the welcome queue, on Qt's timers."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.sign import Sign, SignKind
from reception_desk.domain.welcome import WelcomeMessage
from reception_desk.i18n import _
from reception_desk.signs.driver import DRIVERS, SignDriver
from reception_desk.signs.lobby import Lobby
from reception_desk.signs.reconciler import SignState, SignStatus
from ui.clock import Clock

TICK_MS: Final = 1000
TONES: Final = {
    SignState.CONFIRMED: "done",
    SignState.SENT: "soon",
    SignState.WAITING: "soon",
    SignState.OFFLINE: "late",
    SignState.ELSEWHERE: "done",
    SignState.OFF: "",
}
WORST_FIRST: Final = (
    SignState.OFFLINE,
    SignState.WAITING,
    SignState.SENT,
    SignState.ELSEWHERE,
    SignState.CONFIRMED,
    SignState.OFF,
)


def _screen(sign: Sign) -> SignDriver:
    """The driver of signs on a monitor; it draws, and drawing is imported for a sign, not at every start."""
    from ui.sign_screen import ScreenDriver

    return ScreenDriver(sign)


class SignKeeper(QObject):
    """Drives the signs of a desk. `wake` after a change of facts; `close` before the desk is closed.

    Signals:
        changed(): a sign is in another state, or shows something else.
    """

    changed = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        DRIVERS[SignKind.SCREEN] = _screen
        self._lobby = Lobby(
            desk.folder,
            DRIVERS,
            read=desk.welcome.sign_queues,
            confirmed=desk.welcome.note_seen,
            books=desk.sign_books,
            clock=clock,
            monotonic=time.monotonic,
        )
        self._before: object = None
        self._app = cast("QGuiApplication", QGuiApplication.instance())
        self._app.screenAdded.connect(self.wake)
        self._app.screenRemoved.connect(self.wake)
        self._timer, self._soon = QTimer(self), QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._tick)
        self._timer.start()
        self._soon.start()

    @property
    def signs(self) -> Sequence[Sign]:
        """The signs that are kept, as they were read last."""
        return self._lobby.signs

    @property
    def trouble(self) -> str:
        """Why the queue could not be read, if it could not."""
        return self._lobby.trouble

    def status(self, sign_id: int) -> SignStatus:
        """How a sign is."""
        return self._lobby.statuses.get(sign_id, SignStatus())

    def is_on_sign(self, message: WelcomeMessage) -> bool:
        """Whether the sign of a message has confirmed that it shows it now, here or to whoever drives it."""
        status = self.status(message.sign_id)
        if status.state is SignState.ELSEWHERE:
            return message.seen_at is not None
        return status.shows(message.id)

    def wake(self) -> None:
        """Look at the queue as soon as the loop is free: something has changed."""
        self._lobby.wake()
        self._soon.start()

    def words(self) -> tuple[str, str]:
        """What the bottom line says of all signs, and in which tone; nothing where there is no sign."""
        states = {self._state_of(sign) for sign in self.signs}
        for state in WORST_FIRST:
            if state in states:
                return state_words(state), TONES[state]
        return "", ""

    def _state_of(self, sign: Sign) -> SignState:
        """What counts for the bottom line: that people have not said yet what they see is no trouble of a sign."""
        state = self.status(sign.id).state
        waits_for_people = sign.kind is SignKind.HAND_OVER and state is SignState.SENT
        return SignState.CONFIRMED if waits_for_people else state

    def close(self) -> None:
        """Let go of the signs."""
        self._timer.stop()
        self._soon.stop()
        self._app.screenAdded.disconnect(self.wake)
        self._app.screenRemoved.disconnect(self.wake)
        self._lobby.close()

    def _tick(self) -> None:
        self._lobby.tick()
        now = (self._lobby.statuses, self._lobby.trouble)
        if now != self._before:
            self._before = now
            self.changed.emit()


def state_words(state: SignState) -> str:
    """A sign's state as one says it: never more than the sign has confirmed."""
    return {
        SignState.CONFIRMED: _("Sign on"),
        SignState.SENT: _("Sign: not confirmed yet"),
        SignState.WAITING: _("Sign: starting"),
        SignState.OFFLINE: _("Sign offline"),
        SignState.ELSEWHERE: _("Sign driven elsewhere"),
        SignState.OFF: _("Sign switched off"),
    }[state]
