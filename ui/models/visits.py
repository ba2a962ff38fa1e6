"""The list of visits as a table: read from the store a page at a time, searched there too."""

from __future__ import annotations

from collections import deque
from enum import IntEnum
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.plan import Progress
from reception_desk.domain.visit import VisitState
from reception_desk.i18n import N_, _, current_language
from ui.clock import Clock
from ui.icons import icon
from ui.models.standing import Standing, progress_of, standing
from ui.theme import face, theme
from ui.widgets.moment_text import moment_words

PAGE: Final = 100
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, left to right."""

    ARRIVAL = 0
    COMPANY = 1
    MAIN_GUEST = 2
    HEADS = 3
    LEVEL = 4
    STANDING = 5
    DEPARTMENT = 6


HEADINGS: Final = {
    Column.ARRIVAL: N_("Arrival"),
    Column.COMPANY: N_("Visiting company"),
    Column.MAIN_GUEST: N_("Main guest"),
    Column.HEADS: N_("Heads"),
    Column.LEVEL: N_("Level"),
    Column.STANDING: N_("Standing"),
    Column.DEPARTMENT: N_("Owner department"),
}
QUIET: Final = frozenset({Column.HEADS, Column.LEVEL, Column.DEPARTMENT})
VISIT_ID: Final = Qt.ItemDataRole.UserRole


class VisitsModel(QAbstractTableModel):
    """Lines as they are wanted; how far each visit's preparation is, is filled in after the lines stand."""

    def __init__(
        self, desk: ReceptionDesk, clock: Clock, parent: QObject | None = None, *, page: int = PAGE
    ) -> None:
        super().__init__(parent)
        self._desk, self._clock, self._page = desk, clock, page
        self._asked = ""
        self._lines = desk.visits.page(limit=page)
        self._total = desk.visits.count()
        self._progress: dict[int, Progress | None] = {}
        self._levels = desk.procedure.levels()
        self._waiting: deque[int] = deque()
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._fill_in_one)

    def search(self, asked: str) -> None:
        """Show the visits that fit what was typed."""
        self._asked = asked
        self._read(self._page)

    def refresh(self) -> None:
        """Read again, as far as has been read."""
        self._read(max(self._page, len(self._lines)))

    def _read(self, limit: int) -> None:
        self.beginResetModel()
        self._lines = self._desk.visits.page(self._asked, limit=limit)
        self._total = self._desk.visits.count(self._asked)
        self._levels = self._desk.procedure.levels()
        self._progress.clear()
        self._waiting.clear()
        self.endResetModel()

    @property
    def asked(self) -> str:
        """What is searched for."""
        return self._asked

    @property
    def total(self) -> int:
        """How many visits fit, read or not."""
        return self._total

    def visit_id(self, row: int) -> int:
        """Whose line it is."""
        return self._lines[row].id

    def row_of(self, visit_id: int) -> int | None:
        """Where a visit stands among the lines read so far."""
        return next((row for row, line in enumerate(self._lines) if line.id == visit_id), None)

    def row_to_start_at(self) -> int:
        """The line of the next visit to come: nearest ahead, or the first line."""
        now = self._clock()
        ahead = [
            row
            for row, line in enumerate(self._lines)
            if (line.departure_at or line.arrival_at or now) >= now
        ]
        return ahead[-1] if ahead else 0

    def standing(self, row: int) -> Standing:
        """How a visit stands, as a word with icon and colour."""
        line = self._lines[row]
        return standing(line, self._progress_of(line.id), self._clock())

    def _progress_of(self, visit_id: int) -> Progress | None:
        if visit_id not in self._progress:
            self._progress[visit_id] = None
            self._waiting.append(visit_id)
            self._idle.start()
        return self._progress[visit_id]

    def _fill_in_one(self) -> None:
        """Work one plan out, between two events: the list stands at once, its progress follows."""
        if not self._waiting:
            self._idle.stop()
            return
        visit_id = self._waiting.popleft()
        row = self.row_of(visit_id)
        if row is None or self._lines[row].state is VisitState.CANCELLED:
            return
        items = self._desk.preparation.of(visit_id)
        self._progress[visit_id] = progress_of(self._lines[row], items, self._clock())
        index = self.index(row, Column.STANDING)
        self.dataChanged.emit(index, index)

    def _words(self, row: int, column: Column) -> str:
        line = self._lines[row]
        match column:
            case Column.ARRIVAL if line.arrival_at:
                words = moment_words(line.arrival_at.astimezone(ZoneInfo(line.zone)))
            case Column.ARRIVAL:
                words = _("Not known yet")
            case Column.COMPANY:
                words = line.company or _("Visit {number}").format(number=line.number)
            case Column.MAIN_GUEST:
                words = f"{line.main_guest} {line.title}".strip()
            case Column.HEADS:
                words = "" if line.heads is None else str(line.heads)
            case Column.LEVEL:
                level = self._levels.level(line.level)
                words = level.text(current_language()) if level else ""
            case Column.STANDING:
                words = self.standing(row).words
            case Column.DEPARTMENT:
                words = line.owner_department
        return words

    def _colour(self, row: int, column: Column) -> str:
        if column is Column.STANDING:
            return self.standing(row).tone
        if self._lines[row].state is VisitState.CANCELLED:
            return "muted"
        return "muted" if column in QUIET else "text"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and len(self._lines) < self._total

    def fetchMore(self, parent: Index) -> None:
        more = self._desk.visits.page(self._asked, limit=self._page, offset=len(self._lines))
        if not more:
            self._total = len(self._lines)
            return
        self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(more) - 1)
        self._lines += more
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, QAbstractTableModel.CheckIndexOption.IndexIsValid):
            return None
        row, column = index.row(), Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(row, column)
        if role == VISIT_ID:
            return self._lines[row].id
        return self._look(row, column, role)

    def _look(self, row: int, column: Column, role: int) -> object:
        if role == Qt.ItemDataRole.FontRole and column is Column.ARRIVAL:
            return face(strong=True, tabular=True)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour(self._colour(row, column))
        if role == Qt.ItemDataRole.DecorationRole and column is Column.STANDING:
            mark = self.standing(row)
            return icon(mark.icon, mark.tone) if mark.icon else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(HEADINGS[Column(section)])
        return None
