"""Cards side by side: as many columns as there is room for, each card in the column that was meant for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import SIZE, SPACE

COLUMN = SIZE.sheet


class Columns(QScrollArea):
    """`arrangements` says for each number of columns which cards stand in which; the widest that fits is taken."""

    def __init__(
        self, arrangements: Sequence[Sequence[Sequence[QWidget]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._arrangements = {len(columns): columns for columns in arrangements}
        self._count = 0
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, SPACE.hair, SPACE.large)
        self._row.setSpacing(SPACE.large)
        self._columns = [QVBoxLayout() for _number in range(max(self._arrangements))]
        for column in self._columns:
            column.setSpacing(SPACE.large)
            column.addStretch(1)
            self._row.addLayout(column, 1)
        self.setWidget(self._inside)
        self._arrange(min(self._arrangements))

    def count(self) -> int:
        """How many columns there are now."""
        return self._count

    def bring_up(self, widget: QWidget) -> None:
        """Scroll until a widget is seen."""
        self.ensureWidgetVisible(widget, 0, SPACE.wide)

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for columns in self._arrangements.values():
            for card in (card for cards in columns for card in cards):
                for column in self._columns:
                    column.removeWidget(card)
        for number, column in enumerate(self._columns):
            cards = self._arrangements[count][number] if number < count else ()
            for card in cards:
                column.insertWidget(column.count() - 1, card)
            self._row.setStretch(number, 1 if cards else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        fitting = [n for n in self._arrangements if n * COLUMN + (n - 1) * SPACE.large <= room]
        self._arrange(max(fitting, default=min(self._arrangements)))
