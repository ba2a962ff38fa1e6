"""The visits: all of them, found while one types, narrowed by a filter, opened with Enter."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.visit_filter import VisitFilter
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, ngettext
from ui.models.visit_columns import Columns
from ui.models.visits import VisitsModel
from ui.screens.screen import Clock, Screen
from ui.screens.visit_list.column_menu import ColumnMenu
from ui.screens.visit_list.filter_row import FilterRow
from ui.screens.visit_list.list_table import ListTable
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button, IconButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table
from ui.widgets.text import Text
from ui.widgets.type_to_search import TypeToSearch

SAVED_AFTER_MS: Final = 800


class VisitsScreen(Screen):
    """The list with its search field and filter; the frame opens what `visit_wanted` names.

    Signals:
        new_visit_wanted(): somebody wants to take a visit in.
        compliance_wanted(): somebody wants to see how the procedure was kept.
        menu_wanted(visit_id, where): somebody wants to know what can be done with a visit; `where` on the screen.
    """

    new_visit_wanted = Signal()
    compliance_wanted = Signal()
    menu_wanted = Signal(int, QPoint)

    name = "visits"
    keys = ("F3",)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.model = VisitsModel(desk, clock, self)
        self.search, self.table, self.filter = SearchField(), ListTable(self.model), FilterRow(clock().date())
        self.columns, self.column_menu = Button("", kind="flat"), ColumnMenu(self)
        self.compliance, self.print = IconButton("checklist", ""), IconButton("print", "")
        self._count, self._new = Text("", "muted"), Button("", kind="primary", icon_name="add")
        self._none, self._not_found = EmptyState("visits", ""), EmptyState("search", "")
        self._stack = QStackedWidget()
        self.head = QHBoxLayout()
        self._was_placed = False
        self._save = QTimer(self, singleShot=True, interval=SAVED_AFTER_MS)
        self.model.show_columns(Columns.from_text(desk.company.settings().list_columns))
        self._build()
        self._connect()
        self.retranslate()
        self.refresh()

    def _build(self) -> None:
        self.head.setSpacing(SPACE.medium)
        self.search.setMinimumWidth(SIZE.sheet)
        self.head.addWidget(self.search)
        self.head.addWidget(self._count)
        self.head.addStretch(1)
        self.head.addWidget(self.columns)
        self.head.addWidget(self.compliance)
        self.head.addWidget(self.print)
        self.head.addWidget(self._new)
        for widget in (self.table, self._none, self._not_found):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.wide)
        column.setSpacing(SPACE.medium)
        column.addLayout(self.head)
        column.addWidget(self.filter)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.entered.connect(self._open_first)
        self.filter.changed.connect(self._on_filtered)
        self.table.clicked.connect(self._on_opened)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.table.widths_changed.connect(self._save.start)
        self.typing = TypeToSearch(self.search, self.table, self)
        self.table.installEventFilter(self)
        self._new.clicked.connect(self.new_visit_wanted)
        self._none.acted.connect(self.new_visit_wanted)
        self._not_found.acted.connect(self._show_all)
        self.print.clicked.connect(self.print_list)
        self.compliance.clicked.connect(self.compliance_wanted)
        self.columns.clicked.connect(self._open_column_menu)
        self.column_menu.chosen.connect(self._on_columns)
        self._save.timeout.connect(self._save_columns)
        for key in ("Ctrl+F", "F3"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.typing.go_to_search)

    def title(self) -> str:
        """What stands above the screen and in the rail."""
        return _("Visits")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes to the screen types at once, or goes down into the list."""
        super().focusInEvent(event)
        self.search.setFocus(event.reason())

    def refresh(self) -> None:
        """Read the list again; what was chosen stays chosen, and where one was."""
        chosen, at = self.chosen_id(), self.table.currentIndex().row()
        where = self.table.verticalScrollBar().value()
        self.filter.offer(self.desk.procedure.levels(), self.desk.visits.departments())
        self.model.refresh()
        self._show_state()
        row = self.model.row_near(chosen, at) if chosen else None
        if row is not None:
            self.table.selectRow(row)
            self.table.verticalScrollBar().setValue(where)
        elif not self._was_placed and self.model.rowCount():
            self._was_placed = True
            self._place_at_next()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        prompt = _("Name, company, pinyin, initials, phone, plate or number")
        self.search.set_prompt(prompt, _("Show all"))
        self.table.setAccessibleName(_("Visits"))
        self.columns.setText(_("Columns"))
        self.compliance.set_words(_("Compliance of the month"))
        self.print.set_words(_("Print the list as it is seen"))
        self._new.setText(_("New visit"))
        self._new.setToolTip("Ctrl+N")
        hint = _("Take one in with Ctrl+N, or drop an application form on the window.")
        self._none.say(_("No visits yet"), hint=hint, action=_("New visit"))
        self.filter.retranslate()
        self.filter.offer(self.desk.procedure.levels(), self.desk.visits.departments())
        self.column_menu.show_columns(self.model.columns)
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.model.columnCount() - 1)
        self.table.fit()
        self._show_state()

    def _show_state(self) -> None:
        """The table, or the words for an empty one."""
        total = self.model.total
        self._count.setText(self._count_words() if total else "")
        self.print.setEnabled(bool(total))
        if total:
            self._stack.setCurrentWidget(self.table)
        elif self.model.asked or self.model.chosen:
            self._say_not_found()
            self._stack.setCurrentWidget(self._not_found)
        else:
            self._stack.setCurrentWidget(self._none)

    def _count_words(self) -> str:
        total = self.model.total
        if not self.model.is_all_counted:
            return _("More than {count} visits").format(count=f"{total:,}")
        return ngettext("{count} visit", "{count} visits", total).format(count=f"{total:,}")

    def _say_not_found(self) -> None:
        asked, narrowed = self.model.asked, self.filter.words()
        if asked and narrowed:
            sentence = _("Nothing found for “{words}” among: {filters}").format(words=asked, filters=narrowed)
            self._not_found.say(sentence, action=_("Search without filters"))
        elif asked:
            sentence = _("Nothing found for “{words}”").format(words=asked)
            hint = _("Search for a part of a name or company, pinyin or initials, the end of a phone number.")
            self._not_found.say(sentence, hint=hint, action=_("Show all visits"))
        else:
            sentence = _("No visit fits: {filters}").format(filters=narrowed)
            self._not_found.say(sentence, action=_("Clear filters"))

    def _show_all(self) -> None:
        """Let go of what narrows the list: the filter first, then the words."""
        if self.model.chosen:
            self.filter.clear()
        else:
            self.search.clear()

    def chosen_id(self) -> int:
        """The visit whose line is chosen; 0 if none is."""
        index = self.table.currentIndex()
        return self.model.visit_id(index.row()) if index.isValid() else 0

    def visit_at_hand(self) -> int | None:
        """The visit that keys mean which are about one."""
        return self.chosen_id() or None

    def _place_at_next(self) -> None:
        row = self.model.row_to_start_at()
        self.table.selectRow(row)
        self.table.scrollTo(self.model.index(row, 0), Table.ScrollHint.PositionAtCenter)
        bar = self.table.verticalScrollBar()
        bar.setValue(bar.value() // SIZE.row * SIZE.row)

    def _on_filtered(self, chosen: VisitFilter) -> None:
        self.model.choose(chosen)
        self._show_state()
        if self.model.rowCount():
            self._place_at_next()

    def _on_menu(self, where: QPoint) -> None:
        index = self.table.indexAt(where)
        if not index.isValid():
            return
        self.table.selectRow(index.row())
        self.menu_wanted.emit(self.chosen_id(), self.table.viewport().mapToGlobal(where))

    def _open_column_menu(self) -> None:
        self.column_menu.show_columns(self.model.columns)
        self.column_menu.popup(self.columns.mapToGlobal(QPoint(0, self.columns.height())))

    def _on_columns(self, columns: Columns) -> None:
        chosen, at = self.chosen_id(), self.table.currentIndex().row()
        where = self.table.verticalScrollBar().value()
        self.model.show_columns(columns)
        self.table.fit()
        if chosen and (row := self.model.row_near(chosen, at)) is not None:
            self.table.selectRow(row)
        self.table.verticalScrollBar().setValue(where)
        self._save.start()

    def print_list(self) -> None:
        """Put the list on paper as it is seen."""
        from ui.screens.visit_list.list_paper import list_sheet, put_out

        asked = _("Search: {words}").format(words=self.model.asked) if self.model.asked else ""
        narrowed = " · ".join(filter(None, (asked, self.filter.words(), self._count.text())))
        try:
            if done := put_out(list_sheet(self.desk, self.clock, self.table, narrowed), self):
                self.said.emit(done)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))

    def _save_columns(self) -> None:
        kept = self.model.columns.as_text()
        if kept != self.desk.company.settings().list_columns:
            self.desk.company.change(self.clock(), list_columns=kept)

    def flush(self) -> None:
        """Keep the columns that somebody has just chosen."""
        if self._save.isActive():
            self._save.stop()
            self._save_columns()

    def _on_searched(self, asked: str) -> None:
        self.model.search(asked)
        self._show_state()
        if asked and self.model.rowCount():
            self.table.selectRow(0)
        elif self.model.rowCount():
            self._place_at_next()

    def _open_first(self) -> None:
        if chosen := self.chosen_id():
            self.visit_wanted.emit(chosen, "")

    def _on_opened(self, index: QModelIndex) -> None:
        self.visit_wanted.emit(self.model.visit_id(index.row()), "")

    def sizeHint(self) -> QSize:
        """As wide as the frame gives."""
        return QSize(0, 0)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """In the table Enter opens."""
        if watched is not self.table or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self._open_first()
        return True
