"""What the program does by itself while it is open: looks at the clock, at the store, and makes backups."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.errors import ReceptionError
from ui.background import run_in_background
from ui.clock import Clock

LOOK_MS: Final = 2_000
BACKUP_MS: Final = 30 * 60_000


class Rounds(QObject):
    """The timers of one window.

    Signals:
        minute_began(): the clock shows another minute.
        changed_beside(): somebody else, or a sub-command, has changed facts.
        backup_made(moment): a backup was made at that moment (None: nothing had changed since the last one).
        backup_failed(sentence): it was not, and why.
        trouble(sentence): the store could not be looked at.
    """

    minute_began = Signal()
    changed_beside = Signal()
    backup_made = Signal(object)
    backup_failed = Signal(str)
    trouble = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self._newest = desk.history.newest()
        self._minute = clock().replace(second=0, microsecond=0)
        self._timers: list[QTimer] = []
        self._start(LOOK_MS, self.look)
        self._start(BACKUP_MS, self.back_up)

    def _start(self, milliseconds: int, do: Callable[[], None]) -> None:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(do)
        timer.start()
        self._timers.append(timer)

    def end(self) -> None:
        """Stop: the window closes."""
        for timer in self._timers:
            timer.stop()

    def note_own_change(self) -> None:
        """What was just changed was changed here: no news."""
        self._newest = self._desk.history.newest()

    def look(self) -> None:
        """See whether the minute is another, or the facts are."""
        minute = self._clock().replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self.minute_began.emit()
        try:
            newest = self._desk.history.newest()
        except ReceptionError as trouble:
            self.trouble.emit(str(trouble))
            return
        if newest != self._newest:
            self._newest = newest
            self.changed_beside.emit()

    def back_up(self) -> None:
        """In the background: empty the bin of what is old, make a backup if something was changed since the last."""
        now = self._clock()

        def work() -> object:
            self._desk.bin.empty_old(now)
            return self._desk.backups.make_if_changed(now)

        run_in_background(work, done=self._on_done, failed=self._on_failed)

    def back_up_now(self) -> None:
        """Make a backup in the background, changed or not."""
        now = self._clock()
        run_in_background(lambda: self._desk.backups.make(now), done=self._on_done, failed=self._on_failed)

    def _on_done(self, made: object) -> None:
        self.backup_made.emit(made)

    def _on_failed(self, trouble: ReceptionError) -> None:
        self.backup_failed.emit(str(trouble))
