"""Qt's application under our name, and its own words in the language of the moment."""

from __future__ import annotations

import logging
import sys
from typing import cast

from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QtMsgType, QTranslator, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reception_desk.i18n import current_language
from reception_desk.resources import resource

log = logging.getLogger(__name__)
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_what_qt_says() -> None:
    """Send Qt's own messages to the log, not to the terminal."""
    log.addHandler(logging.NullHandler())  # without a log file there is nobody to tell
    qInstallMessageHandler(_on_message)


def _on_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    log.log(LEVELS[kind], "Qt: %s", message)


def make_application() -> QApplication:
    """Qt's application; the one that is there already where there is one."""
    app = cast("QApplication", QApplication.instance() or QApplication(sys.argv[:1]))
    app.setApplicationName("reception_desk")
    app.setDesktopFileName("reception-desk")
    app.setWindowIcon(QIcon(str(resource("program", "program.png"))))
    return app


def the_application() -> QApplication:
    """The application that runs."""
    return cast("QApplication", QApplication.instance())


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
