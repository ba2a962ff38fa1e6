"""The gift ledger as a table (A6.6, G3)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QObject, Qt

from reception_desk.i18n import N_, _, current_language
from reception_desk.services.gifts import LedgerLine
from ui.models.flat_table import FlatTable, Index
from ui.theme import face, theme


class Column(IntEnum):
    """The columns, left to right."""

    DAY = 0
    COMPANY = 1
    RECEIVER = 2
    GIFT = 3
    QUANTITY = 4
    PRICE = 5
    ISSUED = 6


HEADINGS: Final = {
    Column.DAY: N_("Date"),
    Column.COMPANY: N_("Visiting company"),
    Column.RECEIVER: N_("Receiver"),
    Column.GIFT: N_("Gift"),
    Column.QUANTITY: N_("Quantity"),
    Column.PRICE: N_("Yuan for one"),
    Column.ISSUED: N_("Issued"),
}


class GiftsModel(FlatTable):
    """Shows the lines it is given; the same to the same person again stands out until its reason is written."""

    heading_words = tuple(HEADINGS[column] for column in Column)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[LedgerLine] = []

    def show_lines(self, lines: Sequence[LedgerLine]) -> None:
        """Show these."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, row: int) -> LedgerLine | None:
        """The line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, gift_id: int) -> int | None:
        """Where a gift stands."""
        return next((row for row, line in enumerate(self._lines) if line.gift.id == gift_id), None)

    def count(self) -> int:
        return len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell_words(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.gift.repeat_reason if line.before else cell_words(line, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour(_tone(line, column))
        if role == Qt.ItemDataRole.FontRole and column is Column.GIFT:
            return face(strong=True)
        return None


def cell_words(line: LedgerLine, column: Column) -> str:
    """What stands in a cell, on the screen and on paper."""
    gift, language = line.gift, current_language()
    words = {
        Column.DAY: f"{line.day:%Y-%m-%d}" if line.day else "",
        Column.COMPANY: line.company_in(language) or line.visit.number,
        Column.RECEIVER: line.person.name_in(language),
        Column.GIFT: _gift_words(line),
        Column.QUANTITY: f"×{gift.quantity}",
        Column.PRICE: "" if gift.price is None else f"{gift.price:,}",
        Column.ISSUED: _issued_words(line),
    }
    return words[column]


def _gift_words(line: LedgerLine) -> str:
    """The gift, with when the same was given before (A6.6)."""
    name, before = line.gift.name or _("Gift without a name"), line.before
    if before is None:
        return name
    when = f"{before.when:%Y-%m-%d}" if before.when else before.number
    return _("{gift} (again, {day})").format(gift=name, day=when)


def _issued_words(line: LedgerLine) -> str:
    moment = line.visit.local(line.gift.issued_at)
    return f"{moment:%m-%d %H:%M} {line.gift.issued_by}".strip() if moment else _("Not issued yet")


def _tone(line: LedgerLine, column: Column) -> str:
    if column is Column.GIFT and line.before and not line.gift.repeat_reason:
        return "soon"
    if column is Column.ISSUED and line.gift.issued_at is None:
        return "muted"
    return "text"
