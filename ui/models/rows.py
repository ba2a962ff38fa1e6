"""Quiet rows: a picture, a bold word, what goes with it, marks and a word at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row.

    `lead`, in the room that the words `lead_room` take, and `icon` stand before it; `marks` are (words, kind) pills;
    `below` has a line of its own;    `end` is at the right, coloured `tone`.
    """

    key: int
    first: str
    second: str = ""
    below: str = ""
    end: str = ""
    tone: str = "muted"
    icon: str = ""
    lead: str = ""
    lead_room: str = ""
    marks: tuple[tuple[str, str], ...] = ()

    @property
    def spoken(self) -> str:
        """The whole row, for those who hear the screen."""
        return " · ".join(
            part
            for part in (
                self.lead,
                self.first,
                *(m for m, _k in self.marks),
                self.second,
                self.below,
                self.end,
            )
            if part
        )


class RowsModel(QAbstractListModel):
    """Shows the rows it is given; the row itself is behind the role `ROW`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; where only their words changed, nothing jumps."""
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        """The row behind an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def key_at(self, place: int) -> int:
        """Whose row stands there."""
        return self._rows[place].key

    def place_of(self, key: int) -> int | None:
        """Where a row stands, by its key."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return row.spoken
        return row if role == ROW else None
