"""The welcome queue as a table: words, when, where, how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reception_desk.domain.welcome_state import MessageState, Standing
from reception_desk.i18n import N_, _, current_language
from ui.icons import icon
from ui.moments import day_as_seen
from ui.theme import face, theme

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, left to right."""

    WORDS = 0
    WINDOW = 1
    SIGN = 2
    STATE = 3
    IT = 4


HEADINGS: Final = {
    Column.WORDS: N_("Words of welcome"),
    Column.WINDOW: N_("Time on the sign"),
    Column.SIGN: N_("Sign"),
    Column.STATE: N_("Standing"),
    Column.IT: N_("IT"),
}


@dataclass(frozen=True)
class Mark:
    """A word with the colour and the icon that support it."""

    words: str
    tone: str
    icon: str


_MARKS: Final = {
    MessageState.DRAFT: Mark(N_("Draft"), "muted", "edit"),
    MessageState.CHECKED: Mark(N_("Checked"), "primary", "check"),
    MessageState.TOLD_IT: Mark(N_("IT is told"), "primary", "message"),
    MessageState.DUE: Mark(N_("To come up now"), "soon", "clock"),
    MessageState.SHOWING: Mark(N_("On the sign"), "done", "monitor"),
    MessageState.TAKE_DOWN: Mark(N_("Take down"), "soon", "stop"),
    MessageState.LATE: Mark(N_("Not on the sign"), "late", "warning"),
    MessageState.EXPIRED: Mark(N_("Over"), "muted", "check-circle"),
    MessageState.MISSED: Mark(N_("Was never shown"), "late", "error"),
    MessageState.TAKEN_DOWN: Mark(N_("Taken down"), "muted", "stop"),
    MessageState.CANCELLED: Mark(N_("Cancelled"), "muted", "close"),
}


def mark_of(entry: Standing) -> Mark:
    """How a message stands; changed words that wait for their check come first."""
    if entry.message.has_new_words and not entry.message.is_over:
        return Mark(_("Changed, to be checked"), "soon", "edit")
    mark = _MARKS[entry.state]
    return Mark(_(mark.words), mark.tone, mark.icon)


def it_mark(entry: Standing, now: datetime) -> Mark:
    """Whether IT knows, and until when it should."""
    if entry.is_told_old_words:
        return Mark(_("Tell again"), "soon", "refresh")
    if entry.knows_it:
        return Mark(_("Told"), "done", "check")
    if entry.is_telling_late(now):
        return Mark(_("Tell now"), "late", "warning")
    if entry.tell_it_by is None or entry.state not in {MessageState.DRAFT, MessageState.CHECKED}:
        return Mark("", "muted", "")
    by = entry.tell_it_by.astimezone(zone_of(entry))
    return Mark(_("by {moment}").format(moment=f"{by:%m-%d %H:%M}"), "muted", "")


def zone_of(entry: Standing) -> ZoneInfo:
    """The clock on which a message's window is said."""
    return ZoneInfo(entry.visit.zone if entry.visit else entry.message.zone)


def window_words(entry: Standing, now: datetime) -> str:
    """From when to when, as one says it: the day once, where it is the same."""
    if entry.window is None:
        return _("no arrival yet")
    zone = zone_of(entry)
    today = now.astimezone(zone).date()
    starts, ends = entry.window.starts.astimezone(zone), entry.window.ends.astimezone(zone)
    first, last = day_as_seen(starts.date(), today), day_as_seen(ends.date(), today)
    until = f"{ends:%H:%M}" if first == last else f"{last} {ends:%H:%M}"
    return f"{first} {starts:%H:%M} – {until}"


def heading_of(entry: Standing) -> str:
    """Whose words they are."""
    return entry.visit.heading(current_language()) if entry.visit else _("Without a visit")


class WelcomeModel(QAbstractTableModel):
    """Shows the entries that it is given; the chosen one is found again by its message's id."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Standing] = []
        self._now: datetime | None = None

    def show_entries(self, entries: Sequence[Standing], now: datetime) -> None:
        """Show these; where the same messages stand in the same order, nothing jumps."""
        same = [e.message.id for e in entries] == [e.message.id for e in self._entries]
        if same:
            self._entries, self._now = list(entries), now
            if entries:
                self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, Column.IT))
            return
        self.beginResetModel()
        self._entries, self._now = list(entries), now
        self.endResetModel()

    def entry(self, row: int) -> Standing | None:
        """The entry of a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, message_id: int) -> int | None:
        """Where a message stands."""
        return next((row for row, e in enumerate(self._entries) if e.message.id == message_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, QAbstractTableModel.CheckIndexOption.IndexIsValid):
            return None
        entry, column = self._entries[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(entry, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return heading_of(entry) if column is Column.WORDS else self._words(entry, column)
        return self._look(entry, column, role)

    def _mark(self, entry: Standing, column: Column) -> Mark | None:
        if column is Column.STATE:
            return mark_of(entry)
        return it_mark(entry, self._now) if column is Column.IT and self._now else None

    def _words(self, entry: Standing, column: Column) -> str:
        if column is Column.WORDS:
            return entry.message.words
        if column is Column.WINDOW:
            return window_words(entry, self._now) if self._now else ""
        if column is Column.SIGN:
            return entry.sign.name
        mark = self._mark(entry, column)
        return mark.words if mark else ""

    def _look(self, entry: Standing, column: Column, role: int) -> object:
        mark = self._mark(entry, column)
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(mark.icon, mark.tone) if mark and mark.icon else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour(mark.tone if mark else self._plain(entry, column))
        if role == Qt.ItemDataRole.FontRole and column is Column.WORDS:
            return face(strong=not entry.message.is_over)
        if role == Qt.ItemDataRole.FontRole and column is Column.WINDOW:
            return face(tabular=True)
        return None

    @staticmethod
    def _plain(entry: Standing, column: Column) -> str:
        return "muted" if entry.message.is_over or column is Column.SIGN else "text"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(HEADINGS[Column(section)])
        return None
