"""What was read of a form, in cards: labels and facts, nothing to fill in."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.exchange.application_text import Group
from ui.theme import SPACE
from ui.widgets.card import Card
from ui.widgets.text import Text

LABEL_WIDTH: Final = 104


class FactCards(QWidget):
    """Cards in two columns of about the same height."""

    def __init__(self) -> None:
        super().__init__()
        self._columns = QVBoxLayout(), QVBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.large)
        for column in self._columns:
            column.setSpacing(SPACE.large)
            row.addLayout(column, 1)

    def minimumSizeHint(self) -> QSize:
        """As high as its width asks for, not as its narrowest form would: else a bar scrolls over nothing."""
        return QSize(0, 0)

    def show_groups(self, groups: list[Group]) -> None:
        """Show these facts instead of those before."""
        for column in self._columns:
            while (old := column.takeAt(0)) is not None:
                if (widget := old.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        heights = [0, 0]
        for group in groups:
            place = heights.index(min(heights))
            heights[place] += len(group.lines) + 2
            self._columns[place].addWidget(_card(group))
        for column in self._columns:
            column.addStretch(1)


def _card(group: Group) -> Card:
    card = Card(group.title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE.medium)
    grid.setVerticalSpacing(SPACE.hair)
    grid.setColumnMinimumWidth(0, LABEL_WIDTH)
    grid.setColumnStretch(0, 1 if group.is_people else 0)
    grid.setColumnStretch(1, 4)
    top = Qt.AlignmentFlag.AlignTop
    for row, (label, words) in enumerate(group.lines):
        name = Text(label, "strong" if group.is_people else "muted", wrap=group.is_people)
        grid.addWidget(name, row, 0, top)
        value = Text(words, wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(value, row, 1, top)
    card.body.addLayout(grid)
    return card
