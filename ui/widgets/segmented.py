"""One choice of a few, side by side, such as 要 / 否 / 未确认."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.theme import SPACE, face, restyle


class Segmented(QFrame):
    """`chosen(value)` when a person chooses; Left and Right choose too. One stop for Tab."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, options: Sequence[tuple[object, str]], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, segmented="true")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._values = [value for value, _words in options]
        self._buttons = [_Segment(words, self) for _value, words in options]
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for number, button in enumerate(self._buttons):
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(self._choose)
        if self._buttons:
            self.set_value(self._values[-1])

    def value(self) -> object:
        """What is chosen."""
        return self._values[self._group.checkedId()]

    def values(self) -> list[object]:
        """What is offered."""
        return list(self._values)

    def set_value(self, value: object) -> None:
        """Choose without telling; a value that is not offered is refused."""
        number = self._values.index(value)
        self._buttons[number].setChecked(True)
        for other, button in enumerate(self._buttons):
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if other == number else Qt.FocusPolicy.ClickFocus
            )
        self.setFocusProxy(self._buttons[number])

    def set_offered(self, values: Sequence[object]) -> None:
        """Offer only these of the choices."""
        for value, button in zip(self._values, self._buttons, strict=True):
            button.setVisible(value in values)

    def set_words(self, words: Sequence[str]) -> None:
        """Name the choices anew (the language was switched)."""
        for button, text in zip(self._buttons, words, strict=True):
            button.setText(text)

    def set_name(self, name: str) -> None:
        """What is being chosen, for those who hear the screen."""
        self.setAccessibleName(name)
        for button in self._buttons:
            button.setAccessibleName(f"{name}: {button.text()}" if name else button.text())

    def step(self, by: int) -> None:
        """Choose the neighbour."""
        number = min(max(self._group.checkedId() + by, 0), len(self._buttons) - 1)
        if number != self._group.checkedId() and not self._buttons[number].isHidden():
            self._choose(number)
            self._buttons[number].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, number: int) -> None:
        self.set_value(self._values[number])
        self.chosen.emit(self._values[number])


class _Segment(QPushButton):
    """One of the choices."""

    def __init__(self, words: str, owner: Segmented) -> None:
        super().__init__(words)
        self._owner = owner
        self.setCheckable(True)
        self.setAutoDefault(False)
        restyle(self, kind="segment")

    def sizeHint(self) -> QSize:
        """Room for the words in the strong face of the chosen one, so that choosing moves and cuts nothing."""
        strong = QFontMetrics(face(strong=True)).horizontalAdvance(self.text())
        hint = super().sizeHint()
        return QSize(max(hint.width(), strong + 2 * SPACE.medium), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right choose, Enter goes on."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._owner.step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._owner.left.emit()
        else:
            super().keyPressEvent(event)
