"""The program around the window: puts it up, opens the data behind it, catches what nobody foresaw."""

from __future__ import annotations

import faulthandler
import gc
import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from reception_desk.errors import ReceptionError
from reception_desk.i18n import current_language, use_language
from reception_desk.log import end_log, keep_log
from reception_desk.paths import refuse_unsafe
from ui.application import QtWords, log_what_qt_says, make_application
from ui.clock import Clock
from ui.last_look import LastLook, read_last_look, remember_look
from ui.main_window import MainWindow
from ui.single_instance import SingleWindow
from ui.theme import apply_theme, look

if TYPE_CHECKING:
    from ui.bug_report import BugReport

log = logging.getLogger(__name__)


def run_window(folder: Path, clock: Clock, *, smoke: bool = False) -> int:
    """Show the window and stay until it is closed; at once 0 where another window has the folder."""
    log_what_qt_says()
    app = make_application()
    seat = SingleWindow(folder, app)
    trouble = ""
    try:
        refuse_unsafe(folder)
        if not seat.claim():
            return 0
    except ReceptionError as refusal:
        trouble = str(refusal)
    program = Program(app, folder, clock, seat)
    program.show(trouble, smoke=smoke)
    return app.exec()


class Program(QObject):
    """One window on one data folder, from its first pixel to its end."""

    _broke = Signal(object)

    def __init__(self, app: QApplication, folder: Path, clock: Clock, seat: SingleWindow) -> None:
        super().__init__(app)
        self._app, self._folder, self._clock, self._seat = app, folder, clock, seat
        self._qt_words = QtWords(app)
        self._report: BugReport | None = None
        self._crash_file: IO[str] | None = None
        self._smoke = False
        self._broke.connect(self._apologise)
        before = read_last_look(folder)
        use_language(before.language)
        self._qt_words.follow()
        apply_theme(app, before.theme)
        self.window = MainWindow(clock)
        self.window.show_place(before.place)
        self.window.closing.connect(self._end)
        self.window.language_changed.connect(self._qt_words.follow)
        seat.raise_wanted.connect(self.window.come_to_front)

    def show(self, trouble: str, *, smoke: bool) -> None:
        """Show the window and open the data as soon as it is on the screen, or say what is in the way."""
        self._smoke = smoke
        if trouble:
            self.window.show_trouble(trouble)
            self.window.painted.connect(self._quit_if_smoke)
        else:
            self._watch()
            self.window.painted.connect(self._open_soon)
        self.window.show()

    def _open_soon(self) -> None:
        QTimer.singleShot(0, self, self._open)

    def _open(self) -> None:
        """Open the data: importing the store takes three times as long as the window took."""
        self._keep_log()
        self._seat.listen()
        from reception_desk.desk import open_desk
        from ui.screens import SCREENS

        try:
            desk = open_desk(self._folder, self._clock())
        except ReceptionError as refusal:
            self.window.show_trouble(str(refusal))
        else:
            apply_theme(self._app, desk.company.settings().theme)
            self.window.take_desk(desk, SCREENS)
        gc.freeze()
        gc.enable()  # `main` has stopped it for the start
        self._quit_if_smoke()

    def _quit_if_smoke(self) -> None:
        if self._smoke:
            QTimer.singleShot(0, self, self._close)

    def _close(self) -> None:
        self.window.close()

    def _end(self) -> None:
        if self.window.frame is not None:
            remember_look(
                self._folder,
                LastLook(language=current_language(), theme=look().choice, place=self.window.place()),
            )
            self.window.frame.desk.close()
        self._seat.release()
        end_log()
        self._app.quit()

    def _watch(self) -> None:
        """From now on nothing goes wrong unseen."""
        sys.excepthook = self._on_unforeseen
        threading.excepthook = self._on_unforeseen_in_thread

    def _keep_log(self) -> None:
        """Have a log file, and a trace of hard crashes in it."""
        try:
            file = keep_log(self._folder)
            self._crash_file = file.with_name("crash.log").open("a", encoding="utf-8")
        except OSError:
            log.warning("there is no log: the folder cannot be written")
        else:
            faulthandler.enable(self._crash_file)

    def _on_unforeseen(
        self, kind: type[BaseException], trouble: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self.window.close()
            return
        log.error("unforeseen", exc_info=(kind, trouble, trace))
        self._broke.emit(trouble)

    def _on_unforeseen_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._on_unforeseen(told.exc_type, told.exc_value, told.exc_traceback)

    def _apologise(self, trouble: BaseException) -> None:
        from ui.bug_report import BugReport, report_of

        report = report_of(trouble)
        if self._report is None:
            self._report = BugReport(report, self.window)
            self._report.destroyed.connect(self._forget_report)
            self._report.show()
        else:
            self._report.add(report)

    def _forget_report(self) -> None:
        self._report = None
