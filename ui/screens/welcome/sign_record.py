"""The record of a sign: what was sent to it, when, and what came of it; the last first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.domain.sign_lease import SignSending
from reception_desk.i18n import _
from reception_desk.signs.reconciler import SignState
from ui.icons import IconLabel
from ui.screens.welcome.sign_now import PILLS, status_words
from ui.theme import SIZE, SPACE
from ui.widgets.text import Text

MOST: Final = 60


class SignRecord(QWidget):
    """Lines by day: time, words, how it ended."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, SPACE.medium, SPACE.large)
        self._column.setSpacing(SPACE.small)
        self.lines: list[str] = []

    def show_sendings(self, sendings: Sequence[SignSending], here: datetime) -> None:
        """Show these, the last first; `here` is now on the company's clock."""
        while (old := self._column.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        self.lines, day = [], ""
        for sending in sendings[:MOST]:
            at = sending.at.astimezone(here.tzinfo)
            if f"{at:%m-%d}" != day:
                day = f"{at:%m-%d}"
                self._column.addWidget(Text(_("Today") if at.date() == here.date() else day, "strong"))
            self._column.addWidget(self._row(sending, at))
        if not sendings:
            self._column.addWidget(Text(_("Nothing was sent to this sign in the last 90 days."), wrap=True))
        self._column.addStretch(1)

    def _row(self, sending: SignSending, at: datetime) -> QWidget:
        tone, icon_name = PILLS[SignState(sending.state)]
        words = sending.words or _("The sign is dark")
        ended = sending.reason or status_words(SignState(sending.state))
        self.lines.append(f"{at:%H:%M} {words} {ended}")
        row, line = QWidget(), QHBoxLayout()
        line.setSpacing(SPACE.small)
        line.addWidget(Text(f"{at:%H:%M}", "caption"))
        line.addWidget(IconLabel(icon_name, "muted" if tone == "plain" else tone, SIZE.icon - 2))
        line.addWidget(Text(words, wrap=True), 1)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(Text(ended, "caption", wrap=True, tone="late" if sending.reason else ""))
        return row
