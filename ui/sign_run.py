"""`sign run`: drives the signs of a data folder without the main window, or beside it: the lock decides who."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from reception_desk.desk import ReceptionDesk, open_desk
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.signs.reconciler import SignStatus
from ui.clock import Clock
from ui.sign_keeper import SignKeeper, state_words


def run_signs(folder: Path, clock: Clock) -> int:
    """Drive the signs until it is told to stop (Ctrl+C, SIGTERM); says on a line whenever a sign changes."""
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    QGuiApplication.setApplicationName("reception_desk")
    QGuiApplication.setQuitOnLastWindowClosed(False)  # a sign goes with its monitor and comes back
    desk = open_desk(folder, clock())
    try:
        if not desk.signs.all():
            raise ReceptionError(_("No sign is set up yet. Set one up in the window first."))
        for number in (signal.SIGINT, signal.SIGTERM):
            # Heard at the next tick. Not quit(): that takes the windows away first, while they may still be painting.
            signal.signal(number, lambda *_: app.exit(0))
        keeper = SignKeeper(desk, clock)
        teller = Teller(desk, keeper)
        keeper.changed.connect(teller.tell)
        code = app.exec()
        keeper.close()
    finally:
        desk.close()
    return code


class Teller(QObject):
    """Writes on standard output what the signs do."""

    def __init__(self, desk: ReceptionDesk, keeper: SignKeeper) -> None:
        super().__init__(keeper)
        self._keeper = keeper
        self._told: dict[int, str] = {}

    def tell(self) -> None:
        """Say what is news."""
        for sign in self._keeper.signs:
            line = f"{sign.name}: {sentence(self._keeper.status(sign.id))}"
            if self._told.get(sign.id) != line:
                self._told[sign.id] = line
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()


def sentence(status: SignStatus) -> str:
    """How a sign is, why, and what it shows."""
    pages = status.acknowledged.pages if status.acknowledged else ()
    words = " / ".join(" ".join(f"{page.text} {page.text_en}".split()) for page in pages)
    return " · ".join(part for part in (state_words(status.state), status.reason, words) if part)
