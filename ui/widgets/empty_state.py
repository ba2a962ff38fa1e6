"""What a screen says when it has nothing to show: a picture, a sentence, one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.icons import IconLabel
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.text import Text

HINT_FIRST = 100


class EmptyState(QWidget):
    """Sentence and hint in the middle; `acted` when its one button is pressed."""

    acted = Signal()

    def __init__(
        self,
        icon_name: str,
        sentence: str,
        *,
        hint: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._icon = IconLabel(icon_name, "muted", SPACE.huge + SPACE.small)
        self._sentence = Text(sentence, "lead")
        self._hint = Text(hint, "muted", wrap=True)
        self._hint.setAlignment(middle)
        self._hint.setMaximumWidth(SIZE.prose)
        self._action = Button(action)
        self._action.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE.medium)
        column.addStretch(2)
        column.addWidget(self._icon, 0, middle)
        column.addWidget(self._sentence, 0, middle)
        line = QHBoxLayout()  # keeps the hint in the middle when it is narrower than the screen
        line.addStretch(1)
        line.addWidget(self._hint, HINT_FIRST)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self._action, 0, middle)
        column.addStretch(3)
        self.say(sentence, hint=hint, action=action)

    def say(self, sentence: str, *, hint: str = "", action: str = "", icon_name: str = "") -> None:
        """Other words (language switched, loading, offline, refused)."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        if icon_name:
            self._icon.set_icon(icon_name)
