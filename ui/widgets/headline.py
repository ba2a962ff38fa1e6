"""The head of a screen: its title, a line below it, pills and actions at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.buttons import IconButton
from ui.widgets.text import Text


class Headline(QFrame):
    """Title, subtitle, an optional way back (`went_back`); `add` places pills and buttons at the right."""

    went_back = Signal()

    def __init__(
        self, title: str = "", subtitle: str = "", *, back: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._back = IconButton("back", back, parent=self)
        self._back.clicked.connect(self.went_back)
        self._back.setVisible(bool(back))
        self._title, self._subtitle = Text(title, "title"), Text(subtitle, "muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE.small)
        self._row.addWidget(self._back)
        self._row.addLayout(words)
        self._row.addStretch(1)
        self.set_title(title)
        self.set_subtitle(subtitle)

    def set_title(self, title: str) -> None:
        """The title of the screen."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_subtitle(self, subtitle: str) -> None:
        """The line below it; none hides it."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_back(self, words: str) -> None:
        """Name the way back, or take it away (`""`)."""
        self._back.set_words(words)
        self._back.setVisible(bool(words))

    def add(self, widget: QWidget) -> None:
        """Place a pill or a button at the right."""
        self._row.addWidget(widget)
