"""A table as ours look: calm rows of one height, whole rows chosen, no grid."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme import SIZE, SPACE, restyle

ROWS_MEASURED = 30


class Table(QTableView):
    """At most seven columns; `plain` has no frame, for a card. After the model: `stretch(column)`."""

    def __init__(self, name: str = "", *, plain: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, plain="true" if plain else "false")
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setIconSize(QSize(SIZE.icon - 2, SIZE.icon - 2))
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(SIZE.row)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setFixedHeight(SIZE.control)

    def sizeHintForColumn(self, column: int) -> int:
        """A little more than the words need: the style sheet's padding and ticks are not counted by Qt."""
        return super().sizeHintForColumn(column) + SPACE.small

    def stretch(self, column: int) -> None:
        """Let one column take the room that is left; the others are as wide as what they show."""
        columns = self.horizontalHeader()
        columns.setStretchLastSection(False)
        columns.setMinimumSectionSize(SIZE.rail_narrow)
        columns.setResizeContentsPrecision(ROWS_MEASURED)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
