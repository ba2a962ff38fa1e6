"""A list of the house as a table: filtered while one types, sorted by a column, those no longer offered at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt

from ui.models.flat_table import FlatTable, Index
from ui.theme import face, theme


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: the msgid above it, what it shows of an entry, and what it is sorted by where that is another."""

    heading: str
    words: Callable[[Any], str]
    sorted_by: Callable[[Any], object] | None = None
    is_number: bool = False


class HouseModel(FlatTable):
    """Shows entries that have `id` and `is_active`; the first column is the name, and bold."""

    def __init__(
        self, columns: Sequence[Column], found_by: Callable[[Any], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns, self._found_by = tuple(columns), found_by
        self.heading_words = [column.heading for column in self._columns]
        self._entries: list[Any] = []
        self._shown: list[Any] = []
        self._words: dict[int, str] = {}
        self._asked = ""
        self._sorted: tuple[int, bool] | None = None

    @property
    def total(self) -> int:
        """How many entries there are, found or not."""
        return len(self._entries)

    @property
    def asked(self) -> str:
        """What was typed."""
        return self._asked

    def show_entries(self, entries: Sequence[Any]) -> None:
        """Show these, in their order unless a column was chosen to sort by."""
        self._entries = list(entries)
        self._words.clear()
        self._arrange()

    def search(self, asked: str) -> None:
        """Show the entries that hold every word that was typed."""
        self._asked = asked
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        parts = self._asked.casefold().split()
        shown = [entry for entry in self._entries if all(part in self._said(entry) for part in parts)]
        if self._sorted is not None:
            place, is_descending = self._sorted
            shown.sort(key=lambda entry: self._key(entry, place), reverse=is_descending)
            shown.sort(key=lambda entry: not entry.is_active)
        self._shown = shown
        self.endResetModel()

    def _said(self, entry: Any) -> str:
        if entry.id not in self._words:
            self._words[entry.id] = self._found_by(entry)
        return self._words[entry.id]

    def _key(self, entry: Any, place: int) -> tuple[bool, Any]:
        """Numbers by size, Chinese by its sound as the national standard orders it; the empty last."""
        column = self._columns[place]
        value = (column.sorted_by or column.words)(entry)
        if isinstance(value, int):
            return (False, (value, b""))
        text = "" if value is None else str(value)
        return (not text, (0, text.casefold().encode("gb18030", "replace")))

    def entry_at(self, row: int) -> Any:
        """The entry in a row."""
        return self._shown[row]

    def row_of(self, entry_id: int) -> int | None:
        """Where an entry stands."""
        return next((row for row, entry in enumerate(self._shown) if entry.id == entry_id), None)

    def count(self) -> int:
        return len(self._shown)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1 is the list's own order."""
        chosen = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        if chosen != self._sorted:
            self._sorted = chosen
            self._arrange()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        entry, column = self._shown[index.row()], self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.words(entry)
        if role == Qt.ItemDataRole.FontRole:
            return face(strong=index.column() == 0 and entry.is_active, tabular=column.is_number)
        if role == Qt.ItemDataRole.ForegroundRole and (index.column() or not entry.is_active):
            return theme().colour("text" if entry.is_active and not index.column() else "muted")
        return None
