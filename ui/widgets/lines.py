"""Short lines below each other, each with an icon; some can be pressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.icons import IconLabel
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.text import Text


@dataclass(frozen=True)
class Line:
    """Words behind an icon; with a `place` they can be pressed."""

    icon: str
    words: str
    colour: str = "muted"
    place: str | None = None


class Lines(QWidget):
    """Shows lines; those that were there already are left alone.

    Signals:
        chosen(place): a line was pressed.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()  # nothing to show takes no room

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these."""
        if list(lines) == self._shown:
            return
        self._shown = list(lines)
        while (old := self._column.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._column.addWidget(self._row(line))
        self.setVisible(bool(lines))

    def _row(self, line: Line) -> QWidget:
        whole = QWidget()
        whole.setMinimumHeight(SIZE.target)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small if line.place is None else SPACE.hair // 2)  # a link brings its own margin
        row.addWidget(IconLabel(line.icon, line.colour, SIZE.icon - 2))
        row.addWidget(Text(line.words) if line.place is None else self._link(line.words, line.place))
        row.addStretch(1)
        return whole

    def _link(self, words: str, place: str) -> Button:
        link = Button(words, kind="link")
        link.clicked.connect(lambda: self.chosen.emit(place))
        return link
