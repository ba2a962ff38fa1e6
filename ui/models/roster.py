"""A list of people beside ours: a row each, with what it would change, or why it cannot be taken."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QObject, Qt

from reception_desk.domain.employee import Employee
from reception_desk.domain.field_words import field_word
from reception_desk.domain.phone_words import phone_words
from reception_desk.i18n import N_, _, current_language
from reception_desk.services.rosters import HEADED, Compared, Comparison, Standing, status_word
from ui.icons import icon
from ui.models.flat_table import FlatTable, Index
from ui.theme import face, theme

TABLE: Final = Employee.__tablename__
NOTHING: Final = "–"
WORDS: Final = {
    Standing.NEW: N_("New"),
    Standing.CHANGED: N_("Changed"),
    Standing.SAME: N_("Unchanged"),
    Standing.NOT_UNDERSTOOD: N_("Not understood"),
}
LOOKS: Final = {
    Standing.NEW: ("add", "done"),
    Standing.CHANGED: ("edit", "primary"),
    Standing.SAME: ("check", "muted"),
    Standing.NOT_UNDERSTOOD: ("warning", "late"),
}


class Column(IntEnum):
    """The columns, left to right."""

    PLACE = 0
    NAME = 1
    STANDING = 2
    WHAT = 3


HEADINGS: Final = {
    Column.PLACE: N_("Row"),
    Column.NAME: N_("Name"),
    Column.STANDING: N_("Standing"),
    Column.WHAT: N_("What would be written"),
}


class RosterModel(FlatTable):
    """Shows a comparison, all of it or the rows of one standing."""

    heading_words = tuple(HEADINGS[column] for column in Column)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Compared, ...] = ()
        self._rows: list[Compared] = []
        self._only: Standing | None = None

    def show_comparison(self, comparison: Comparison) -> None:
        """Show this list."""
        self._all = comparison.rows
        self.show_only(self._only)

    def show_only(self, standing: Standing | None) -> None:
        """Show the rows of this standing; None: all."""
        self.beginResetModel()
        self._only = standing
        self._rows = [row for row in self._all if standing in (None, row.standing)]
        self.endResetModel()

    def count(self) -> int:
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _shown(row, column)
        if role == Qt.ItemDataRole.FontRole:
            return face(strong=column is Column.NAME, tabular=column is Column.PLACE)
        look, tone = LOOKS[row.standing]
        if role == Qt.ItemDataRole.DecorationRole and column is Column.STANDING:
            return icon(look, tone)
        if role == Qt.ItemDataRole.ForegroundRole and column is not Column.NAME:
            return theme().colour(tone if column is Column.STANDING else "muted")
        return None


def _shown(row: Compared, column: Column) -> str:
    match column:
        case Column.PLACE:
            return str(row.place)
        case Column.NAME:
            return row.name
        case Column.STANDING:
            return _(WORDS[row.standing])
        case _:
            return row.reason or what_changes(row)


def what_changes(row: Compared) -> str:
    """What would be written: every fact of somebody new, each changed one as it is and as it would be."""
    if row.standing is Standing.NEW:
        return " · ".join(
            f"{_(field_word(TABLE, 'rank'))} {value}" if field == "rank" else _said(field, value)
            for field, value in row.facts.items()
            if field != "name" and value not in ("", None, True)
        )
    return _("; ").join(
        f"{_(HEADED.get(field, field_word(TABLE, field)))} {_said(field, ours)} → {_said(field, theirs)}"
        for field, (ours, theirs) in row.changes.items()
    )


def _said(field: str, value: Any) -> str:
    if isinstance(value, bool):
        return status_word(is_active=value)
    if field == "phone" and value:
        return phone_words(str(value), current_language())
    return str(value) if value not in ("", None) else NOTHING
