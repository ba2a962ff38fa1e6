"""The list of visits as a table: windows on the store, read a page at a time and let go again; searched there too."""

from __future__ import annotations

from collections import OrderedDict, deque
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.plan import Progress
from reception_desk.domain.visit import VisitState
from reception_desk.domain.visit_filter import EVERYTHING, VisitFilter
from reception_desk.domain.visit_line import VisitLine
from reception_desk.i18n import _
from ui.clock import Clock
from ui.icons import icon
from ui.models.standing import Standing, progress_of, standing
from ui.models.visit_columns import HEADINGS, Column, Columns
from ui.models.visit_words import colour_of, words_of
from ui.theme import face, theme

PAGE: Final = 100
PAGES_KEPT: Final = 12
COUNTED: Final = 10_000
"""So far is counted what was searched or filtered; further on only when somebody scrolls there."""
ROWS_AT_ONCE: Final = 100_000
"""So many rows a view is told of; the next ones when it comes to their end: a row costs a view some bytes."""
QUIET_MS: Final = 60
MOST_WAITING: Final = 60
VISIT_ID: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class VisitsModel(QAbstractTableModel):
    """Lines as they are wanted; how far each visit's preparation is, is filled in after the lines stand."""

    def __init__(
        self, desk: ReceptionDesk, clock: Clock, parent: QObject | None = None, *, page: int = PAGE
    ) -> None:
        super().__init__(parent)
        self._desk, self._clock, self._page = desk, clock, page
        self._asked, self._chosen, self._columns = "", EVERYTHING, Columns()
        self._pages: OrderedDict[int, list[VisitLine]] = OrderedDict()
        self._total = self._rows = 0
        self._is_all_counted = True
        self._progress: dict[int, Progress | None] = {}
        self._waiting: deque[int] = deque()
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._fill_in_one)
        self._levels = desk.procedure.levels()
        self._count()

    def search(self, asked: str) -> None:
        """Show the visits that fit what was typed."""
        self._asked = asked
        self._read(0)

    def choose(self, chosen: VisitFilter) -> None:
        """Show the visits that fit the filter."""
        self._chosen = chosen
        self._read(0)

    def refresh(self) -> None:
        """Read again what is shown, as far as the view was told of."""
        self._read(self._rows)

    def _read(self, rows: int) -> None:
        self.beginResetModel()
        self._levels = self._desk.procedure.levels()
        for forgotten in (self._pages, self._progress, self._waiting):
            forgotten.clear()
        self._count(rows)
        self.endResetModel()

    def _count(self, at_least: int = 0) -> None:
        """Count what fits; a short first page has told it already."""
        first = self._page_at(0)
        if len(first) < self._page:
            self._total, self._is_all_counted = len(first), True
        else:
            self._count_up_to(max(COUNTED, at_least))
        self._rows = min(self._total, max(ROWS_AT_ONCE, at_least))

    def _count_up_to(self, most: int) -> None:
        self._total = self._desk.visits.count(self._asked, chosen=self._chosen, now=self._clock(), up_to=most)
        self._is_all_counted = self._total != most or not (self._asked or self._chosen)

    def _page_at(self, number: int) -> list[VisitLine]:
        """A page, kept as long as it is among those last looked at."""
        if number not in self._pages:
            self._pages[number] = self._desk.visits.page(
                self._asked,
                limit=self._page,
                offset=number * self._page,
                chosen=self._chosen,
                now=self._clock(),
            )
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number]

    def line(self, row: int) -> VisitLine | None:
        """A line; none where the store has lost it since it was counted."""
        page = self._page_at(row // self._page)
        at = row % self._page
        return page[at] if at < len(page) else None

    @property
    def pages_held(self) -> int:
        """How many pages are in memory."""
        return len(self._pages)

    @property
    def asked(self) -> str:
        """What is searched for."""
        return self._asked

    @property
    def chosen(self) -> VisitFilter:
        """What the list is narrowed to."""
        return self._chosen

    @property
    def total(self) -> int:
        """How many visits fit, read or not, as far as they were counted."""
        return self._total

    @property
    def is_all_counted(self) -> bool:
        """Whether there are no more than `total`."""
        return self._is_all_counted

    @property
    def columns(self) -> Columns:
        """Which columns are shown."""
        return self._columns

    def show_columns(self, columns: Columns) -> None:
        """Show other columns."""
        if columns.shown == self._columns.shown:
            self._columns = columns
            return
        self.beginResetModel()
        self._columns = columns
        self.endResetModel()

    def column_at(self, section: int) -> Column:
        """Which column stands there."""
        return self._columns.shown[section]

    def section_of(self, column: Column) -> int | None:
        """Where a column stands, if it is shown."""
        return self._columns.shown.index(column) if column in self._columns.shown else None

    def visit_id(self, row: int) -> int:
        """Whose line it is; 0 where there is none any more."""
        line = self.line(row)
        return line.id if line else 0

    def row_near(self, visit_id: int, row: int) -> int | None:
        """Where a visit stands that stood at `row` before, if it has not moved far."""
        number = row // self._page
        for near in (number, number - 1, number + 1):
            if 0 <= near * self._page < self._rows:
                self._page_at(near)
        return self.row_of(visit_id)

    def row_of(self, visit_id: int) -> int | None:
        """Where a visit stands among the lines in memory."""
        for number, lines in self._pages.items():
            for at, line in enumerate(lines):
                if line.id == visit_id:
                    return number * self._page + at
        return None

    def row_to_start_at(self) -> int:
        """The line of the next visit to come, nearest ahead; the first line if none is."""
        now = self._clock()
        low, high = 0, self._rows  # the list falls with the arrival: halve it
        while low < high:
            middle = (low + high) // 2
            line = self.line(middle)
            if line is not None and (line.departure_at or line.arrival_at or now) >= now:
                low = middle + 1
            else:
                high = middle
        return max(low - 1, 0)

    def standing(self, row: int) -> Standing:
        """How a visit stands, as a word with icon and colour."""
        line = self.line(row)
        return standing(line, self._progress_of(line), self._clock()) if line else Standing("")

    def _progress_of(self, line: VisitLine) -> Progress | None:
        if line.id not in self._progress and line.state is not VisitState.CANCELLED:
            self._progress[line.id] = None
            self._waiting.append(line.id)
            if len(self._waiting) > MOST_WAITING:  # scrolled past: asked again when it comes to the eye
                del self._progress[self._waiting.popleft()]
            self._idle.start(QUIET_MS)
        return self._progress.get(line.id)

    def _fill_in_one(self) -> None:
        """Work one plan out, between two events and not while lines fly by; those last seen first."""
        self._idle.setInterval(0)
        if not self._waiting:
            self._idle.stop()
            return
        visit_id = self._waiting.pop()
        row = self.row_of(visit_id)
        line = None if row is None else self.line(row)
        if row is None or line is None:
            self._progress.pop(visit_id, None)
            return
        self._progress[visit_id] = progress_of(line, self._desk.preparation.of(visit_id), self._clock())
        if len(self._progress) > PAGES_KEPT * self._page:
            del self._progress[next(iter(self._progress))]
        if (section := self.section_of(Column.STANDING)) is not None:
            index = self.index(row, section)
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns.shown)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and (self._rows < self._total or not self._is_all_counted)

    def fetchMore(self, parent: Index) -> None:
        """Tell the view of more rows; what has not been counted yet is counted further."""
        if self._rows >= self._total and not self._is_all_counted:
            self._count_up_to(self._total + COUNTED)
        rows = min(self._total, self._rows + ROWS_AT_ONCE)
        if rows > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, QAbstractTableModel.CheckIndexOption.IndexIsValid):
            return None
        row, column = index.row(), self.column_at(index.column())
        line = self.line(row)
        if line is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (
                self.standing(row).words
                if column is Column.STANDING
                else words_of(line, column, self._levels)
            )
        if role == VISIT_ID:
            return line.id
        return self._look(row, line, column, role)

    def _look(self, row: int, line: VisitLine, column: Column, role: int) -> object:
        if role == Qt.ItemDataRole.FontRole and column is Column.ARRIVAL:
            return face(strong=True, tabular=True)
        if role == Qt.ItemDataRole.ForegroundRole:
            tone = self.standing(row).tone if column is Column.STANDING else colour_of(line, column)
            return theme().colour(tone)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.STANDING:
            mark = self.standing(row)
            return icon(mark.icon, mark.tone) if mark.icon else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(HEADINGS[self.column_at(section)])
        return None
