"""A list of the house: found while one types, added with a key, written beside the list."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import _, ngettext
from ui.clock import Clock
from ui.models.house import HouseModel
from ui.screens.settings.house_kinds import CARS, DEPARTMENTS, DRIVERS, HOTELS, ROOMS, ListKind
from ui.screens.settings.house_panel import HousePanel
from ui.screens.settings.settings_section import SettingsSection
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table
from ui.widgets.text import Text
from ui.widgets.type_to_search import TypeToSearch

FIRST_ORDER = -1


class HouseSection(SettingsSection):
    """Table and panel of one list; a subclass names it in `listed`."""

    listed: ClassVar[ListKind]
    panel_kind: ClassVar[type[HousePanel]] = HousePanel

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.model = HouseModel(self.listed.columns, desk.house.words_of, self)
        self.search, self.table = SearchField(), Table()
        self.heading, self.count = Text("", "lead"), Text("", "muted")
        self.add = Button("", kind="primary", icon_name="add")
        self.panel = self.panel_kind(desk, clock, self.listed)
        self.none, self.not_found = EmptyState(self.listed.icon, ""), EmptyState("search", "")
        self.pages, self.stack, self.head = QStackedWidget(), QStackedWidget(), QHBoxLayout()
        self._is_warned = False
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.head.setSpacing(SPACE.medium)
        self.search.setMinimumWidth(0)
        self.head.addWidget(self.heading)
        self.head.addWidget(self.count)
        self.head.addStretch(1)
        self.head.addWidget(self.search)
        self.head.addWidget(self.add)
        self.table.setModel(self.model)
        for state in (self.table, self.none, self.not_found):
            self.stack.addWidget(state)
        body = QHBoxLayout()
        body.setSpacing(SPACE.large)
        body.addWidget(self.stack, 1)
        body.addWidget(self.panel)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        column.addLayout(self.head)
        column.addLayout(body, 1)
        self.pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, SPACE.large, SPACE.wide, SPACE.large)
        whole.addWidget(self.pages)
        self.panel.hide()
        self._arrange_columns()

    def _arrange_columns(self) -> None:
        header = self.table.horizontalHeader()
        self.table.setSortingEnabled(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(FIRST_ORDER, Qt.SortOrder.AscendingOrder)
        for column in self.listed.stretch:
            if column == self.listed.stretch[0]:
                self.table.stretch(column)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.typing = TypeToSearch(self.search, self.table, self)
        self.search.entered.connect(self.typing.go_to_table)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.activated.connect(self._write)
        self.table.doubleClicked.connect(self._write)
        self.table.installEventFilter(self)
        self.add.clicked.connect(self.begin)
        self.none.acted.connect(self.begin)
        self.not_found.acted.connect(self.search.clear)
        self.panel.changed.connect(self._on_changed)
        self.panel.closed.connect(self._on_panel_closed)
        for key, do in (("Ins", self.begin), ("Ctrl+F", self.typing.go_to_search)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def begin(self) -> None:
        """Add an entry: its facts come up empty."""
        self.flush()
        self._is_warned = False
        self.table.setCurrentIndex(QModelIndex())
        self.panel.show()
        self.panel.begin()

    def refresh(self) -> None:
        chosen = self.panel.entry_id
        entries = self._read()
        entry = next((entry for entry in entries if entry.id == chosen), None)
        if entry is not None:  # perhaps no longer among what was searched for, but still being written
            row = self.model.row_of(chosen)
            if row is not None:
                self._select(row)
            self.panel.show_entry(entry)
        elif chosen:
            self.panel.give_up()
            self.panel.entry = None
            self.panel.hide()

    def _read(self) -> list[Any]:
        entries: list[Any] = list(self.desk.house.all(self.listed.kind))
        self.table.selectionModel().blockSignals(True)
        self.model.show_entries(entries)
        self.table.selectionModel().blockSignals(False)
        self._show_state()
        return entries

    def _select(self, row: int) -> None:
        """Mark a row; the panel shows it already."""
        self.table.selectionModel().blockSignals(True)
        self.table.selectRow(row)
        self.table.selectionModel().blockSignals(False)
        self.table.viewport().update()

    def retranslate(self) -> None:
        title = _(self.listed.title)
        self.heading.setText(title)
        self.table.setAccessibleName(title)
        self.search.set_prompt(_("Find in the list"), _("Show all"))
        self.add.setText(_("Add"))
        self.add.setToolTip(f"{_(self.listed.add)} (Ins)")
        self.add.setAccessibleName(_(self.listed.add))
        self.none.say(_("The list is empty"), hint=_(self.listed.none), action=_(self.listed.add))
        self.panel.retranslate()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.model.columnCount() - 1)
        self._show_state()

    def flush(self) -> None:
        self.panel.flush()

    def go_to(self, place: str) -> None:
        """`new`, or the id of an entry."""
        if place == "new":
            self.begin()
        elif place.isdecimal():
            self._read()
            row = self.model.row_of(int(place))
            if row is not None:
                self.table.selectRow(row)
                self.panel.go_to()

    def _show_state(self) -> None:
        total, found = self.model.total, self.model.rowCount()
        words = ngettext("{count} entry", "{count} entries", total).format(count=total)
        if self.model.asked:
            words = _("{found} of {count}").format(found=found, count=total)
        self.count.setText(words if total else "")
        self._hide_empty_last_column()
        self.search.setVisible(bool(total))
        self.add.set_kind("primary" if total else "quiet")
        sentence = _("Nothing found for “{words}”").format(words=self.model.asked)
        self.not_found.say(sentence, action=_("Show all"))
        page = self.table if found else self.not_found if total else self.none
        self.stack.setCurrentWidget(page)

    def _hide_empty_last_column(self) -> None:
        """Give the room to the others where no entry has anything to say there."""
        last = self.model.columnCount() - 1
        rows = range(self.model.rowCount())
        self.table.setColumnHidden(last, not any(self.model.index(row, last).data() for row in rows))

    def _on_searched(self, asked: str) -> None:
        self.flush()
        self.model.search(asked)
        self._show_state()
        row = self.model.row_of(self.panel.entry_id)
        if row is not None:
            self._select(row)

    def _on_row(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            entry = self.model.entry_at(index.row())
            if entry.id != self.panel.entry_id:
                self.flush()
            self.panel.show_entry(entry)
            self.panel.show()

    def _on_changed(self, entry_id: int) -> None:
        row = self.table.currentIndex().row()
        self.refresh()
        if not entry_id:
            self._after_removal(row)
        self.changed.emit()

    def _after_removal(self, row: int) -> None:
        """The next entry comes up where the removed one stood."""
        self.panel.hide()
        if self.model.rowCount():
            self.table.selectRow(min(max(row, 0), self.model.rowCount() - 1))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.none.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_panel_closed(self) -> None:
        self.flush()
        if self.panel.is_unfinished() and not self._is_warned:
            self._is_warned = True
            self.panel.go_to()
            return
        self.panel.give_up()
        self.panel.hide()
        self.panel.entry = None
        self.table.setCurrentIndex(QModelIndex())
        (self.table if self.model.rowCount() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, index: QModelIndex | None = None) -> None:
        if (index or self.table.currentIndex()).isValid():
            self.panel.go_to()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the table F2 writes and Delete removes."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._table_key(event)
        return super().eventFilter(watched, event)

    def _table_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._write()
        elif event.key() == Qt.Key.Key_Delete:
            self.panel.take_out()
        else:
            return False
        return True


class DepartmentsSection(HouseSection):
    """The departments."""

    listed = DEPARTMENTS


class CarsSection(HouseSection):
    """The cars."""

    listed = CARS


class DriversSection(HouseSection):
    """The drivers."""

    listed = DRIVERS


class HotelsSection(HouseSection):
    """The hotels."""

    listed = HOTELS


class RoomsSection(HouseSection):
    """The rooms for talks and meals."""

    listed = ROOMS
