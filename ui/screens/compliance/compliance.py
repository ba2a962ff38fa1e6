"""The compliance report: a month's clauses or a visit's, and below them the rows behind the chosen one (5.22)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.documents.compliance import counts_said, month_sheet, visit_sheet
from reception_desk.documents.list_sheet import ListSheet
from reception_desk.documents.moments import month
from reception_desk.domain.compliance import KeptClause, MonthCompliance, VisitCompliance
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language
from reception_desk.services.compliance import agreement_said, month_after
from ui.models.compliance import MonthColumn, MonthModel, VisitColumn, VisitModel
from ui.screens.compliance.head import ComplianceHead
from ui.screens.compliance.rows import ENTER, RowsBehind
from ui.screens.screen import Clock, Screen
from ui.theme import SPACE
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import Table

MONTH: Final = "month"
VISIT: Final = "visit:"


class ComplianceScreen(Screen):
    """The places are `month`, which shows the month looked at last, and `visit:ID`.

    Signals:
        went_back(visit_id, place): back to the visit whose report was shown, perhaps to an item of it.
    """

    went_back = Signal(int, str)

    name, within = "compliance", "visits"

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.head = ComplianceHead()
        self.month, self.of_visit = MonthModel(self), VisitModel(self)
        self.months, self.clauses, self.rows = Table(), Table(), RowsBehind()
        self._nothing, self._stack = EmptyState("check-circle", ""), QStackedWidget()
        self._first: date | None = None
        self._visit_id = 0
        self._report: MonthCompliance | VisitCompliance | None = None
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.months.setModel(self.month)
        self.clauses.setModel(self.of_visit)
        for widget in (self.months, self.clauses, self._nothing):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.large)
        column.setSpacing(SPACE.medium)
        column.addWidget(self.head)
        column.addWidget(self._stack, 3)
        column.addWidget(self.rows, 2)

    def _connect(self) -> None:
        self.head.moved.connect(self.go_on)
        self.head.changed.connect(self.refresh)
        self.head.went_back.connect(partial(self._go_back, "preparation"))
        self.head.print_wanted.connect(self.print_report)
        for table in (self.months, self.clauses):
            table.selectionModel().currentRowChanged.connect(lambda *_: self._show_rows())
            table.doubleClicked.connect(self.rows.take_hand)
            table.installEventFilter(self)
        self.rows.wanted.connect(self._open)
        for keys, do in (
            ("Alt+Left", partial(self._alt, -1)),
            ("Alt+Right", partial(self._alt, 1)),
            ("Alt+Home", partial(self._alt, 0)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def title(self) -> str:
        """What stands above the screen."""
        return _("Compliance of the visit") if self._visit_id else _("Compliance of the month")

    def visit_at_hand(self) -> int | None:
        """The visit whose report is shown."""
        return self._visit_id or None

    def open_place(self, place: str) -> None:
        """Show the month, or a visit."""
        self._visit_id = int(place.removeprefix(VISIT)) if place.startswith(VISIT) else 0

    def _here(self) -> datetime:
        return self.clock().astimezone(ZoneInfo(self.desk.company.settings().zone))

    def first(self) -> date:
        """The first day of the month that is shown: this one, until another is chosen."""
        return self._first or self._here().date().replace(day=1)

    def go_on(self, by: int) -> None:
        """Show the month before or after; 0 is this one."""
        now, first = self._here().date().replace(day=1), self.first()
        before = (first - timedelta(days=1)).replace(day=1)
        wanted = {-1: before, 0: now, 1: month_after(first)}[by]
        self._first = None if wanted == now else wanted
        self.refresh()

    def _alt(self, by: int) -> None:
        if not self._visit_id:
            self.go_on(by)
        elif by < 0:
            self._go_back("preparation")

    def refresh(self) -> None:
        """Read again; what was chosen stays chosen, and where one was."""
        chosen, row = self._chosen_clause(), self.rows.chosen()
        tables = (self.months, self.clauses, self.rows.table)
        where = [table.verticalScrollBar().value() for table in tables]
        had_hand = any(table.hasFocus() for table in tables)
        shown = self._read_visit() if self._visit_id else self._read_month()
        self._show_state(is_filled=bool(shown))
        if shown:
            self._table().selectRow(shown.index(chosen) if chosen in shown else 0)
        self._show_rows()
        if chosen in shown:
            self.rows.choose(row)
            for table, value in zip(tables, where, strict=True):
                table.verticalScrollBar().setValue(value)
        if had_hand and not any(table.hasFocus() for table in tables):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self, *, is_filled: bool) -> None:
        """The tables, or the words for empty ones; the hand is where something can be done."""
        table = self._table() if is_filled else None
        self.setFocusProxy(table or (self.head.back if self._visit_id else self.head.before))
        self._stack.setCurrentWidget(table or self._nothing)
        self.rows.setVisible(is_filled)
        self.rows.name_visits(wanted=not self._visit_id)

    def _read_month(self) -> list[str]:
        """Show the month; the clauses that are shown then."""
        report = self._report = self.desk.compliance.of_month(self.first(), self.clock())
        self.month.show_report(report, deviating=self.head.is_deviating())
        name, has_visits = month(self.first(), current_language()), bool(report.visits)
        said = counts_said(report) if has_visits else ""
        self.head.show_what(name, said, is_visit=False, is_now=self._first is None)
        self.head.print.setEnabled(has_visits)
        if has_visits:
            self._nothing.say(_("No clause was late or skipped"), icon_name="check-circle")
        else:
            hint = _("A visit belongs to the month in which its guests arrive; cancelled ones do not count.")
            self._nothing.say(_("No visits in this month"), hint=hint, icon_name="calendar")
        return [kept.clause for kept in self.month.clauses]

    def _read_visit(self) -> list[str]:
        """Show the visit; the clauses that are shown then."""
        try:
            report = self.desk.compliance.of_visit(self._visit_id, self.clock())
        except ReceptionError:
            self._visit_id = 0  # it is gone: whoever comes back finds the month
            raise
        self._report = report
        self.of_visit.show_clauses(report.clauses, deviating=self.head.is_deviating())
        said = " · ".join((report.visit.number, counts_said(report), self._journal_words()))
        self.head.show_what(report.visit.heading(current_language()), said, is_visit=True, is_now=True)
        self.head.print.setEnabled(True)
        self._nothing.say(_("No clause was late or skipped"), icon_name="check-circle")
        return [kept.clause for kept in self.of_visit.clauses]

    def _journal_words(self) -> str:
        """Whether what is told here is what the history says."""
        return agreement_said(self.desk.compliance.disagreements(self._visit_id, self.clock()))

    def _table(self) -> Table:
        return self.clauses if self._visit_id else self.months

    def _chosen_clause(self) -> str:
        clauses = self.of_visit.clauses if self._visit_id else self.month.clauses
        row = self._table().currentIndex().row()
        return clauses[row].clause if 0 <= row < len(clauses) else ""

    def _kept(self) -> list[tuple[Visit, KeptClause]]:
        """The chosen clause in each of the visits that the report is about."""
        clause, report = self._chosen_clause(), self._report
        if isinstance(report, VisitCompliance):
            return [(report.visit, kept) for kept in report.clauses if kept.clause == clause]
        return [row for kept in self.month.clauses if kept.clause == clause for row in kept.rows]

    def _show_rows(self) -> None:
        self.rows.show_rows(self._chosen_clause(), self._kept(), deviating=self.head.is_deviating())

    def _open(self, visit_id: int, place: str) -> None:
        """The item of a row in its visit: back to it where one came from it."""
        if self._visit_id:
            self._go_back(place)
        else:
            self.visit_wanted.emit(visit_id, place)

    def _go_back(self, place: str) -> None:
        visit_id, self._visit_id = self._visit_id, 0
        self.went_back.emit(visit_id, place)

    def sheet(self) -> ListSheet:
        """The report on paper, in the language of the screen."""
        language = current_language()
        if isinstance(self._report, VisitCompliance):
            return visit_sheet(self._report, language, self._here(), self._journal_words())
        assert self._report is not None
        return month_sheet(self._report, language, self._here())

    def print_report(self) -> None:
        """Print it where there is a printer, else save it as a PDF."""
        from ui.screens.visit_list.list_paper import put_out

        try:
            if done := put_out(self.sheet(), self):
                self.said.emit(done)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.head.retranslate()
        for table in (self.months, self.clauses):
            table.setAccessibleName(_("Clauses of the procedure"))
        self.rows.retranslate()
        self.months.stretch(MonthColumn.WHAT)
        self.clauses.stretch(VisitColumn.WHAT)
        self.clauses.horizontalHeader().setSectionResizeMode(
            VisitColumn.STANDING, QHeaderView.ResizeMode.Stretch
        )
        self.refresh()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter goes from a clause to its rows."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            self.rows.take_hand()
            return True
        return False
