"""The program around the window: puts it up, opens the data behind it, catches what nobody foresaw."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QLibraryInfo, QObject, QTimer, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from reception_desk.errors import ReceptionError
from reception_desk.i18n import current_language, use_language
from reception_desk.log import end_log, keep_log
from reception_desk.paths import refuse_unsafe
from ui.bug_report import BugReport, report_of
from ui.clock import Clock
from ui.last_look import LastLook, read_last_look, remember_look
from ui.main_window import MainWindow
from ui.single_instance import SingleWindow
from ui.theme import apply_theme, look

log = logging.getLogger(__name__)


def make_application() -> QApplication:
    """Qt's application under our name; the one that is there already where there is one."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("reception_desk")
    app.setDesktopFileName("reception-desk")
    return app


class QtWords:
    """Qt's own words (the buttons of its dialogs) in the language of the moment."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._chinese = QTranslator(app)
        self._chinese.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))

    def follow(self) -> None:
        """Speak the language the program speaks now."""
        if current_language() == "zh":
            self._app.installTranslator(self._chinese)
        else:
            self._app.removeTranslator(self._chinese)


class Program(QObject):
    """One window on one data folder, from its first pixel to its end."""

    _broke = Signal(object)

    def __init__(self, app: QApplication, folder: Path, clock: Clock, *, smoke: bool = False) -> None:
        super().__init__(app)
        self._app, self._folder, self._clock, self._smoke = app, folder, clock, smoke
        self._seat = SingleWindow(folder, self)
        self._qt_words = QtWords(app)
        self._report: BugReport | None = None
        self._crash_file: IO[str] | None = None
        self._window: MainWindow | None = None
        self._broke.connect(self._apologise)

    def run(self) -> int:
        """Show the window and stay until it is closed; at once 0 where another window has the folder."""
        trouble = ""
        try:
            refuse_unsafe(self._folder)
            if not self._seat.claim():
                return 0
            self._watch()
        except ReceptionError as refusal:
            trouble = str(refusal)
        self._show(trouble)
        return self._app.exec()

    def _show(self, trouble: str) -> None:
        before = read_last_look(self._folder)
        use_language(before.language)
        self._qt_words.follow()
        apply_theme(self._app, before.theme)
        window = self._window = MainWindow(self._clock)
        window.show_place(before.place)
        window.closing.connect(self._end)
        window.language_changed.connect(self._qt_words.follow)
        self._seat.raise_wanted.connect(window.come_to_front)
        if trouble:
            window.show_trouble(trouble)
            window.painted.connect(self._quit_if_smoke)
        else:
            window.painted.connect(self._open_soon)
        window.show()

    def _open_soon(self) -> None:
        QTimer.singleShot(0, self, self._open)

    def _open(self) -> None:
        """Open the data: importing the store takes three times as long as the window took."""
        from reception_desk.desk import open_desk
        from ui.screens import SCREENS

        assert self._window is not None
        try:
            desk = open_desk(self._folder, self._clock())
        except ReceptionError as refusal:
            self._window.show_trouble(str(refusal))
        else:
            apply_theme(self._app, desk.company.settings().theme)
            self._window.take_desk(desk, SCREENS)
        self._quit_if_smoke()

    def _quit_if_smoke(self) -> None:
        if self._smoke:
            QTimer.singleShot(0, self, self._close)

    def _close(self) -> None:
        assert self._window is not None
        self._window.close()

    def _end(self) -> None:
        window = self._window
        assert window is not None
        if window.frame is not None:
            remember_look(
                self._folder,
                LastLook(language=current_language(), theme=look().choice, place=window.place()),
            )
            window.frame.desk.close()
        self._seat.release()
        end_log()
        self._app.quit()

    def _watch(self) -> None:
        """From now on nothing goes wrong unseen: log file, hooks, a trace of hard crashes."""
        try:
            file = keep_log(self._folder)
            self._crash_file = file.with_name("crash.log").open("a", encoding="utf-8")
        except OSError:
            log.warning("there is no log: the folder cannot be written")
        else:
            faulthandler.enable(self._crash_file)
        sys.excepthook = self._on_unforeseen
        threading.excepthook = self._on_unforeseen_in_thread

    def _on_unforeseen(
        self, kind: type[BaseException], trouble: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._app.quit()
            return
        log.error("unforeseen", exc_info=(kind, trouble, trace))
        self._broke.emit(trouble)

    def _on_unforeseen_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._on_unforeseen(told.exc_type, told.exc_value, told.exc_traceback)

    def _apologise(self, trouble: BaseException) -> None:
        report = report_of(trouble)
        if self._report is None:
            self._report = BugReport(report, self._window)
            self._report.destroyed.connect(self._forget_report)
            self._report.show()
        else:
            self._report.add(report)

    def _forget_report(self) -> None:
        self._report = None


def run_window(folder: Path, clock: Clock, *, smoke: bool = False) -> int:
    """The program with its window; gives its exit code."""
    return Program(make_application(), folder, clock, smoke=smoke).run()
