"""The gift ledger (礼品台账): what was given to whom and when, found while one types, printed (A6.6, G3)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.documents.list_sheet import ListSheet
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language, ngettext
from reception_desk.services.gifts import LedgerLine, sum_of
from ui.models.gifts import HEADINGS, Column, GiftsModel, cell_words
from ui.screens.screen import Clock, Screen
from ui.screens.visit_list.list_paper import put_out
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button, IconButton
from ui.widgets.day_field import DayField
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table
from ui.widgets.text import Text

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DAYS_BACK, DAYS_AHEAD = 365, 90
SHARES: Final = (11, 24, 13, 24, 8, 9, 16)


class GiftsScreen(Screen):
    """A year back and what is planned, unless other days are chosen; Enter opens the visit, Space hands out."""

    name, within = "gifts", "visits"
    keys = ("F3",)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.model = GiftsModel(self)
        self.search, self.table = SearchField(), Table()
        self.first, self.last = DayField(), DayField()
        today = clock().date()
        self.first.set_day(today - timedelta(days=DAYS_BACK))
        self.last.set_day(today + timedelta(days=DAYS_AHEAD))
        self._to, self._count = Text("", "muted"), Text("", "muted")
        self.issue, self.print = Button("", icon_name="check"), IconButton("print", "")
        self._none, self._stack = EmptyState("gift", ""), QStackedWidget()
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE.small)
        self.search.setMinimumWidth(SIZE.sheet)
        for widget in (self.search, self.first, self._to, self.last, self._count):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.issue)
        head.addWidget(self.print)
        self.table.setModel(self.model)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.wide)
        column.setSpacing(SPACE.medium)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.search)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _words: self.refresh())
        self.search.moved_down.connect(self.table.setFocus)
        for day in (self.first, self.last):
            day.dateChanged.connect(lambda _day: self.refresh())
        self.issue.clicked.connect(self.hand_out)
        self.print.clicked.connect(self.print_list)
        self._none.acted.connect(self.search.clear)
        self.table.doubleClicked.connect(lambda _index: self.open_visit())
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.installEventFilter(self)
        for keys in ("F3", "Ctrl+F"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.search.setFocus)

    def title(self) -> str:
        """What stands above the screen."""
        return _("Gift ledger")

    def open_place(self, place: str) -> None:
        """Look for what stands after the slash, such as a guest's name."""
        self.search.setText(place)

    def _period(self) -> tuple[date, date]:
        """The days that are chosen, the earlier one first."""
        first, last = sorted((self.first.day(), self.last.day()))
        return first, last

    def _lines(self) -> list[LedgerLine]:
        return self.desk.gifts.ledger(*self._period(), self.search.text())

    def refresh(self) -> None:
        """Read again; what was chosen stays chosen."""
        chosen, lines = self.chosen(), self._lines()
        self.model.show_lines(lines)
        self._count.setText(self._count_words(lines) if lines else "")
        self.print.setEnabled(bool(lines))
        self._show_state(bool(lines))
        row = self.model.row_of(chosen.gift.id) if chosen else None
        if lines:
            self.table.selectRow(row or 0)
        self._show_issue()

    def _count_words(self, lines: list[LedgerLine]) -> str:
        count = ngettext("{count} gift", "{count} gifts", len(lines)).format(count=len(lines))
        return _("{count} · {sum} yuan").format(count=count, sum=f"{sum_of(lines):,}")

    def _show_state(self, has_lines: bool) -> None:
        self._stack.setCurrentWidget(self.table if has_lines else self._none)
        asked = self.search.text().strip()
        if asked:
            self._none.say(_("Nothing found for “{words}”").format(words=asked), action=_("Show all"))
        else:
            hint = _("Gifts are written down at the guest: visit, overview, the guest's name.")
            self._none.say(_("No gift in these days"), hint=hint)

    def chosen(self) -> LedgerLine | None:
        """The line of the row that is chosen."""
        return self.model.line(self.table.currentIndex().row())

    def visit_at_hand(self) -> int | None:
        """The visit of the line that is chosen."""
        line = self.chosen()
        return line.visit.id if line else None

    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_issue()

    def _show_issue(self) -> None:
        line = self.chosen()
        self.issue.setVisible(line is not None)
        is_issued = line is not None and line.gift.issued_at is not None
        self.issue.setText(_("Not handed out after all") if is_issued else _("Handed out  Space"))

    def hand_out(self) -> None:
        """Space: the gift that is chosen was handed out now; once more, it was not."""
        line = self.chosen()
        if line is None:
            return
        try:
            self.desk.gifts.issue(line.gift.id, self.clock(), issued=line.gift.issued_at is None)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
        self.refresh()
        self.changed.emit()

    def open_visit(self) -> None:
        """Enter: go to the guest who was given it."""
        if (line := self.chosen()) is not None:
            guest = self.desk.gifts.guest_of(line)
            self.visit_wanted.emit(line.visit.id, f"overview/guest:{guest.id}:name" if guest else "overview")

    def print_list(self) -> None:
        """Put the ledger on paper as it is seen."""
        try:
            if done := put_out(self.sheet(), self):
                self.said.emit(done)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))

    def sheet(self) -> ListSheet:
        """The ledger as a list to print."""
        first, last = self._period()
        asked = self.search.text().strip()
        narrowed = (
            f"{first:%Y-%m-%d} – {last:%Y-%m-%d}",
            _("Search: {words}").format(words=asked) if asked else "",
            self._count.text(),
        )
        return ListSheet(
            title=_("Gift ledger"),
            headings=[_(HEADINGS[column]) for column in Column],
            lines=[[cell_words(line, column) for column in Column] for line in self._lines()],
            shares=SHARES,
            narrowed=" · ".join(filter(None, narrowed)),
            language=current_language(),
            printed=self.clock().astimezone(ZoneInfo(self.desk.company.settings().zone)),
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.search.set_prompt(_("Gift, receiver, company or visit number"), _("Show all"))
        self.table.setAccessibleName(_("Gift ledger"))
        self.first.setAccessibleName(_("First day"))
        self.last.setAccessibleName(_("Last day"))
        self._to.setText(_("to"))
        self.print.set_words(_("Print the list as it is seen"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self.table.stretch(Column.GIFT)
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the table Enter opens and Space hands out."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER:
                self.open_visit()
                return True
            if event.key() == Qt.Key.Key_Space:
                self.hand_out()
                return True
        return False
