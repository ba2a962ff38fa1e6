"""What nobody foresaw: written into the log, apologised for, and survived."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reception_desk.log import end_log, keep_log

if TYPE_CHECKING:
    from ui.bug_report import BugReport

log = logging.getLogger(__name__)


class Watch(QObject):
    """Keeps the log of one program; `window` is the one that is shown at the moment."""

    _broke = Signal(object)

    def __init__(self, window: Callable[[], QWidget], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._report: BugReport | None = None
        self._crash_file: IO[str] | None = None
        self._broke.connect(self._apologise)

    def begin(self) -> None:
        """From now on nothing goes wrong unseen."""
        sys.excepthook = self._on_unforeseen
        threading.excepthook = self._on_unforeseen_in_thread

    def keep_log(self, folder: Path) -> None:
        """Have a log file in the data folder, and a trace of hard crashes in it."""
        try:
            file = keep_log(folder)
            self._crash_file = file.with_name("crash.log").open("a", encoding="utf-8")
        except OSError:
            log.warning("there is no log: the folder cannot be written")
        else:
            faulthandler.enable(self._crash_file)

    def end_log(self) -> None:
        """Let go of the files."""
        end_log()
        if self._crash_file is not None:
            faulthandler.disable()
            self._crash_file.close()
            self._crash_file = None

    def _on_unforeseen(
        self, kind: type[BaseException], trouble: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._window().close()
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
            self._report = BugReport(report, self._window())
            self._report.destroyed.connect(self._forget_report)
            self._report.show()
        else:
            self._report.add(report)

    def _forget_report(self) -> None:
        self._report = None
