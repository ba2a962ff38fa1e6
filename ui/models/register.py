"""The register as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import IntEnum
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt

from reception_desk.domain.walk_in import WalkIn
from reception_desk.i18n import N_, _
from ui.models.flat_table import FlatTable, Index
from ui.theme import face, theme


class Column(IntEnum):
    """The columns, left to right."""

    CAME = 0
    NAME = 1
    COMPANY = 2
    HOST = 3
    PURPOSE = 4
    CARD = 5
    LEFT = 6


HEADINGS: Final = {
    Column.CAME: N_("Came"),
    Column.NAME: N_("Name"),
    Column.COMPANY: N_("Company"),
    Column.HOST: N_("To whom"),
    Column.PURPOSE: N_("What for"),
    Column.CARD: N_("Visitor card"),
    Column.LEFT: N_("Left"),
}


class RegisterModel(FlatTable):
    """Shows the entries it is given; those who are here are strong, a card that is missing is red."""

    heading_words = tuple(HEADINGS[column] for column in Column)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[WalkIn] = []
        self._zone, self._day = ZoneInfo("Asia/Shanghai"), date.min

    def show_entries(self, entries: Sequence[WalkIn], zone: str, day: date) -> None:
        """Show these; times of another day than `day` stand with their date."""
        self.beginResetModel()
        self._entries, self._zone, self._day = list(entries), ZoneInfo(zone), day
        self.endResetModel()

    def entry(self, row: int) -> WalkIn | None:
        """The entry of a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, entry_id: int) -> int | None:
        """Where an entry stands."""
        return next((row for row, entry in enumerate(self._entries) if entry.id == entry_id), None)

    def count(self) -> int:
        return len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        column = Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(entry, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.note or entry.goods or self._words(entry, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour(_tone(entry, column))
        if role == Qt.ItemDataRole.FontRole and column is Column.NAME and entry.left_at is None:
            return face(strong=True)
        return None

    def _words(self, entry: WalkIn, column: Column) -> str:
        if column is Column.CAME:
            return self._moment(entry.arrived_at)
        if column is Column.NAME:
            party = _("{name}, {count} people").format(name=entry.name, count=entry.heads)
            return party if entry.heads > 1 else entry.name
        if column is Column.CARD:
            missing = entry.card and entry.left_at and not entry.card_returned
            return _("{card} not returned").format(card=entry.card) if missing else entry.card
        if column is Column.LEFT:
            return self._moment(entry.left_at) if entry.left_at else _("Here")
        words = {Column.COMPANY: entry.company, Column.HOST: entry.host, Column.PURPOSE: entry.purpose}
        return words[column]

    def _moment(self, moment: datetime) -> str:
        local = moment.astimezone(self._zone)
        return f"{local:%H:%M}" if local.date() == self._day else f"{local:%m-%d %H:%M}"


def _tone(entry: WalkIn, column: Column) -> str:
    if column is Column.CARD and entry.left_at and entry.card and not entry.card_returned:
        return "late"
    if column is Column.LEFT and entry.left_at is None:
        return "primary"
    return "text" if entry.left_at is None or column is Column.NAME else "muted"
