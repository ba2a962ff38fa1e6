"""The strip below the header that reminds of what is due: it never takes the keyboard and never stands in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.icons import IconLabel
from ui.theme import SIZE, SPACE, restyle
from ui.widgets.buttons import Button
from ui.widgets.text import Text


class ReminderStrip(QFrame):
    """One sentence and what can be done about it.

    Signals:
        show_wanted(), later_wanted(), away_wanted(): the buttons; the commands of the palette do the same.
    """

    show_wanted = Signal()
    later_wanted = Signal()
    away_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, frame="reminder")
        self._icon, self._words, self._more = (
            IconLabel("clock", "soon"),
            Text("", "strong"),
            Text("", "muted"),
        )
        self.show_it, self.later, self.away = Button(""), Button("", kind="flat"), Button("", kind="flat")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.wide, SPACE.hair, SPACE.wide, SPACE.hair)
        row.setSpacing(SPACE.small)
        for widget in (self._icon, self._words, self._more):
            row.addWidget(widget)
        row.addStretch(1)
        for button, signal in (
            (self.show_it, self.show_wanted),
            (self.later, self.later_wanted),
            (self.away, self.away_wanted),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a call goes on: the hand stays where it is
            button.clicked.connect(signal)
            row.addWidget(button)
        self.setFixedHeight(SIZE.row + SPACE.hair)
        self.hide()

    def say(self, words: str, more: str = "", *, tone: str = "soon") -> None:
        """Say what is due; nothing takes the strip away."""
        self._icon.set_icon("error" if tone == "late" else "clock", tone)
        shown = self._words.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self._room())
        self._words.setText(shown)
        self._words.setToolTip(words)
        self._more.setText(more)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def _room(self) -> int:
        window = self.window()
        return max(window.width() // 2, SIZE.sheet)

    def words(self) -> str:
        """What is being said."""
        return self._words.toolTip()

    def name_buttons(self, show: str, later: str, away: str) -> None:
        """The words of the buttons."""
        self.show_it.setText(show)
        self.later.setText(later)
        self.away.setText(away)
