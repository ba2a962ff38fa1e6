"""What trees of two levels have in common: headings, and under each its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from reception_desk.i18n import _

Index = QModelIndex | QPersistentModelIndex


class TwoLevels(QAbstractItemModel):
    """Rows in `_shown`, a list for each heading; a row may be ticked and written in at its first column."""

    heading_words: Sequence[str] = ()
    """The headings of the columns, msgids, left to right."""
    _shown: Sequence[Sequence[Any]] = ()

    def row(self, index: Index) -> Any:
        """What stands in a row; None for a heading."""
        if not index.isValid() or not index.internalId():
            return None
        return self._shown[index.internalId() - 1][index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        if not parent.isValid():
            return len(self._shown)
        return 0 if parent.internalId() or parent.column() else len(self._shown[parent.row()])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self.heading_words)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt has two of that name
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.row(index) is None:
            return (
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                if index.isValid()
                else Qt.ItemFlag.NoItemFlags
            )
        flags = super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren
        if index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(self.heading_words[section])
        return None

    def tell_all(self) -> None:
        """Say that what stands in the rows may be another thing now, though the rows are the same."""
        last = self.columnCount() - 1
        for number, rows in enumerate(self._shown):
            heading = self.index(number, 0)
            self.dataChanged.emit(heading, self.index(number, last))
            self.dataChanged.emit(self.index(0, 0, heading), self.index(len(rows) - 1, last, heading))
