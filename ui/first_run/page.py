"""What the pages of the first run have in common, and the choice with an explanation that two of them are made of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from ui.theme import SIZE, SPACE
from ui.widgets.text import Text


class Page(QWidget):
    """One page: a heading, a sentence, something to answer. Enter goes on, whatever has the focus."""

    went_on = Signal()
    icon: ClassVar[str] = "info"

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE.medium)

    def title(self) -> str:
        """What is asked, in the language of the moment."""
        raise NotImplementedError

    def hint(self) -> str:
        """One sentence that helps to answer."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""

    def refusal(self) -> str:
        """Why one cannot go on, or nothing."""
        return ""


class Choices(QWidget):
    """One of a few, each with a sentence below it; the arrows choose.

    Signals:
        chosen(value): another one was chosen.
    """

    chosen = Signal(object)

    def __init__(self, values: Sequence[object]) -> None:
        super().__init__()
        self._values = list(values)
        self._group = QButtonGroup(self)
        self.buttons = [QRadioButton() for _value in values]
        self._hints = [Text("", "muted", wrap=True) for _value in values]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, (button, hint) in enumerate(zip(self.buttons, self._hints, strict=True)):
            self._group.addButton(button, number)
            hint.setContentsMargins(SIZE.target, 0, 0, SPACE.medium)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(hint)
        self.buttons[0].setChecked(True)
        self._group.idToggled.connect(self._on_toggled)

    def value(self) -> object:
        """What is chosen."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: object) -> None:
        """Choose."""
        self.buttons[self._values.index(value)].setChecked(True)

    def set_words(self, words: Sequence[tuple[str, str]]) -> None:
        """Name the choices, and say what each means."""
        for button, hint, (name, meaning) in zip(self.buttons, self._hints, words, strict=True):
            button.setText(name.replace("&", "&&"))
            button.setAccessibleDescription(meaning)
            hint.setText(meaning)
            hint.setVisible(bool(meaning))

    def go_to_chosen(self) -> None:
        """Put the hand on what is chosen."""
        self.buttons[self._group.checkedId()].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_toggled(self, number: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._values[number])
