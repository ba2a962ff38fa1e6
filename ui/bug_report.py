"""What the program says when something happened that nobody foresaw: sorry, nothing is lost, here is a report."""

from __future__ import annotations

import platform
import sys
from importlib import metadata

from PySide6.QtCore import qVersion
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reception_desk.i18n import _, ngettext
from reception_desk.log import places
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.text import Text


def report_of(trouble: BaseException) -> str:
    """A report to send to whoever looks after the program; it holds no facts of any visit."""
    head = (
        f"reception_desk {_version()}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        f"platform {QGuiApplication.platformName()}, frozen {getattr(sys, 'frozen', False)}",
    )
    return "\n".join((*head, "", places(trouble)))


def _version() -> str:
    try:
        return metadata.version("reception-desk")
    except metadata.PackageNotFoundError:  # a checkout that nobody has installed
        return "?"


class BugReport(QDialog):
    """A window beside the others that blocks nothing; what happens again is counted, not shown again."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reports = [report]
        self._times = 1
        self._sorry = Text("", "lead")
        self._comfort = Text("", "body", wrap=True)
        self._again = Text("", "muted")
        self._text = QPlainTextEdit(report)
        self._text.setReadOnly(True)
        self._copy, self._close = Button("", kind="primary", icon_name="copy"), Button("")
        self._copy.clicked.connect(self.copy_report)
        self._close.clicked.connect(self.close)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._again, 1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.wide, SPACE.wide, SPACE.wide)
        column.setSpacing(SPACE.medium)
        for widget in (self._sorry, self._comfort, self._text):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.resize(SIZE.prose + 2 * SPACE.wide, SIZE.prose)

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        self.setWindowTitle(_("Something went wrong"))
        self._sorry.setText(_("Sorry, the program has made a mistake."))
        self._comfort.setText(
            _(
                "What was saved is safe. You can go on working; if the screen looks wrong, close the program and "
                "start it again. Please copy the report below and send it to your IT. It contains no guest's data."
            )
        )
        self._text.setAccessibleName(_("Report"))
        self._copy.setText(_("Copy the report"))
        self._close.setText(_("Go on"))

    def add(self, report: str) -> None:
        """Something more went wrong while this one is still open."""
        self._times += 1
        self._again.setText(
            ngettext("It happened {count} time.", "It happened {count} times.", self._times).format(
                count=self._times
            )
        )
        if report not in self._reports:
            self._reports.append(report)
            self._text.setPlainText("\n\n".join(self._reports))

    def text(self) -> str:
        """The report as it will be copied."""
        return self._text.toPlainText()

    def copy_report(self) -> None:
        """Put the report into the clipboard."""
        QGuiApplication.clipboard().setText(self.text())
        self._copy.setText(_("Copied"))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.deleteLater()
