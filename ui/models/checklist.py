"""The checklist as a table: a heading a phase, below it the items in their order."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from reception_desk.domain.checklist import Anchor, ChecklistLine, Phase
from reception_desk.domain.due_words import offset_words
from reception_desk.i18n import N_, _, current_language
from ui.icons import icon
from ui.models.flat_table import FlatTable, Index
from ui.theme import face, theme

MIME: Final = "application/x-reception-desk-checklist-item"


class Column(IntEnum):
    """The columns, left to right."""

    CODE = 0
    TEXT = 1
    DUE = 2
    OWNER = 3
    CONDITION = 4


HEADINGS: Final = {
    Column.CODE: N_("No."),
    Column.TEXT: N_("What is to be done"),
    Column.DUE: N_("Due"),
    Column.OWNER: N_("Responsible"),
    Column.CONDITION: N_("For which visits"),
}


SHORT: Final = {
    Anchor.NOTICE: N_("Notice"),
    Anchor.ARRIVAL: N_("Arrival"),
    Anchor.PICK_UP: N_("Pick-up"),
    Anchor.MEETING: N_("Meeting"),
    Anchor.MEAL: N_("Meal"),
    Anchor.CHECK_IN: N_("Check-in"),
    Anchor.DEPARTURE: N_("Departure"),
    Anchor.STATION: N_("Onward journey"),
}


class ChecklistModel(FlatTable):
    """Shows lines; knows nothing of where they are kept.

    Signals:
        dropped(code, to, phase): an item was dragged to a place, counted without it, below the heading of a phase.
    """

    heading_words = tuple(HEADINGS[column] for column in Column)

    dropped = Signal(str, int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Phase | ChecklistLine] = []
        self.can_move = True

    def show_lines(self, lines: Sequence[ChecklistLine], *, can_move: bool) -> None:
        """Show these, by phase; headings of all phases where items can be moved."""
        rows: list[Phase | ChecklistLine] = []
        for phase in Phase:
            within = [line for line in lines if line.phase is phase]
            rows += [phase, *within] if within or can_move else []
        self.can_move = can_move
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.beginResetModel()
        self.endResetModel()

    def line(self, row: int) -> ChecklistLine | None:
        """The item in a row, if it is one."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, ChecklistLine) else None

    def phase(self, row: int) -> Phase:
        """The phase that a row belongs to."""
        found = self._rows[row] if 0 <= row < len(self._rows) else Phase.PREPARATION
        return found.phase if isinstance(found, ChecklistLine) else found

    def headings(self) -> list[int]:
        """The rows that are headings."""
        return [row for row, found in enumerate(self._rows) if isinstance(found, Phase)]

    def row_of(self, code: str) -> int | None:
        """Where an item stands."""
        for row, found in enumerate(self._rows):
            if isinstance(found, ChecklistLine) and found.code == code:
                return row
        return None

    def count(self) -> int:
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found, column = self._rows[index.row()], Column(index.column())
        if isinstance(found, Phase):
            return _heading(found, column, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _words(found, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            quiet = found.hidden or column is not Column.TEXT
            return theme().colour("muted" if quiet else "text")
        if role == Qt.ItemDataRole.DecorationRole and column is Column.CODE and found.hidden:
            return icon("hide", "muted")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        if self.line(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.can_move else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        line = self.line(indexes[0].row()) if indexes else None
        if line is not None:
            data.setData(MIME, line.code.encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell where an item was dropped; the rows move when the store has said yes."""
        code = bytes(data.data(MIME).data()).decode()
        at = row if row >= 0 else len(self._rows)
        before = self._rows[:at]
        lines = [found for found in before if isinstance(found, ChecklistLine) and found.code != code]
        phases = [found for found in before if isinstance(found, Phase)]
        if code and phases:
            self.dropped.emit(code, len(lines), phases[-1])
        return False


def due_words(line: ChecklistLine) -> str:
    """When a line is due: the time it hangs on, and how far from it."""
    if not line.offset.amount:
        return _(SHORT[line.anchor])
    return _("{anchor}: {offset}").format(anchor=_(SHORT[line.anchor]), offset=offset_words(line.offset))


def _counted(line: ChecklistLine) -> str:
    """What is to be done, and by what rule it is counted."""
    words, rule = line.text(current_language()), line.rule
    if rule is None:
        return words
    return _("{text} · {per} × {factor}").format(
        text=words, per=rule.per.words(), factor=f"{float(rule.factor):g}"
    )


def _words(line: ChecklistLine, column: Column) -> str:
    match column:
        case Column.CODE:
            words = line.code
        case Column.TEXT:
            words = _counted(line)
            words = _("{text} (not used)").format(text=words) if line.hidden else words
        case Column.DUE:
            words = due_words(line)
        case Column.OWNER:
            words = line.owner.words()
        case Column.CONDITION:
            words = line.condition.words()
    return words


def _heading(phase: Phase, column: Column, role: int) -> object:
    if column is not Column.CODE:
        return None
    if role == Qt.ItemDataRole.DisplayRole:
        return phase.words()
    return face(strong=True) if role == Qt.ItemDataRole.FontRole else None
