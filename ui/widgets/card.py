"""A card: a quiet frame with a heading, a place for one action, and a body."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import SPACE, restyle
from ui.widgets.text import Text


class Card(QFrame):
    """Put widgets into `body`; `add_action` places one at the right of the heading, `set_note` a quiet word there."""

    def __init__(self, title: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, card="true")
        self._title = Text(title, "strong")
        self._note = Text("", "muted")
        self._head = QHBoxLayout()
        self._head.setSpacing(SPACE.small)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._note)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE.small)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE.large, SPACE.medium, SPACE.large, SPACE.large)
        whole.setSpacing(SPACE.medium)
        whole.addLayout(self._head)
        whole.addLayout(self.body, 1)
        whole.addStretch(0)
        self.set_title(title)
        self.set_note("")

    def set_title(self, title: str) -> None:
        """The heading; none hides it."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """A quiet word at the right of the heading, such as a number."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def add_action(self, widget: QWidget) -> None:
        """Place a small button at the right of the heading."""
        self._head.addWidget(widget)
