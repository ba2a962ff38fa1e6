"""The visits: all of them, found while one types, opened with Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import _, ngettext
from ui.models.visits import Column, VisitsModel
from ui.screens.screen import Clock, Screen
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table
from ui.widgets.text import Text


class VisitsScreen(Screen):
    """The list with its search field; the frame opens what `visit_wanted` names.

    Signals:
        new_visit_wanted(): somebody wants to take a visit in.
    """

    new_visit_wanted = Signal()

    name = "visits"
    keys = ("F3",)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.model = VisitsModel(desk, clock, self)
        self.search, self.table = SearchField(), Table()
        self._count, self._new = Text("", "muted"), Button("", kind="primary", icon_name="add")
        self._none, self._not_found = EmptyState("visits", ""), EmptyState("search", "")
        self._stack = QStackedWidget()
        self._was_placed = False
        self._build()
        self._connect()
        self.retranslate()
        self.refresh()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE.medium)
        self.search.setMinimumWidth(SIZE.sheet)
        head.addWidget(self.search)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._new)
        self.table.setModel(self.model)
        for widget in (self.table, self._none, self._not_found):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.wide)
        column.setSpacing(SPACE.medium)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.moved_down.connect(self._go_to_table)
        self.search.entered.connect(self._open_first)
        self.table.clicked.connect(self._on_opened)
        self.table.installEventFilter(self)
        self._new.clicked.connect(self.new_visit_wanted)
        self._none.acted.connect(self.new_visit_wanted)
        self._not_found.acted.connect(self.search.clear)
        for key in ("Ctrl+F", "F3"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._go_to_search)

    def title(self) -> str:
        """What stands above the screen and in the rail."""
        return _("Visits")

    def refresh(self) -> None:
        """Read the list again; what was chosen stays chosen."""
        chosen = self._chosen()
        self.model.refresh()
        self._show_state()
        row = self.model.row_of(chosen) if chosen else None
        if row is not None:
            self.table.selectRow(row)
        elif not self._was_placed and self.model.rowCount():
            self._was_placed = True
            self._place_at_next()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.search.set_prompt(_("Name, company, pinyin, initials, phone or number"), _("Show all"))
        self.table.setAccessibleName(_("Visits"))
        self._new.setText(_("New visit"))
        self._new.setToolTip("Ctrl+N")
        hint = _("Take one in with Ctrl+N, or drop an application form on the window.")
        self._none.say(_("No visits yet"), hint=hint, action=_("New visit"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.model.columnCount() - 1)
        self._fit_columns()
        self._show_state()

    def _fit_columns(self) -> None:
        """Company and guest share the room that is left; the others are as wide as their words."""
        self.table.stretch(Column.COMPANY)
        self.table.horizontalHeader().setSectionResizeMode(Column.MAIN_GUEST, QHeaderView.ResizeMode.Stretch)

    def _show_state(self) -> None:
        """The table, or the words for an empty one."""
        total, asked = self.model.total, self.model.asked
        self._count.setText(
            ngettext("{count} visit", "{count} visits", total).format(count=total) if total else ""
        )
        if total:
            self._stack.setCurrentWidget(self.table)
        elif asked:
            sentence = _("Nothing found for “{words}”").format(words=asked)
            hint = _("Search for a part of a name or company, pinyin or initials, the end of a phone number.")
            self._not_found.say(sentence, hint=hint, action=_("Show all visits"))
            self._stack.setCurrentWidget(self._not_found)
        else:
            self._stack.setCurrentWidget(self._none)

    def _chosen(self) -> int:
        index = self.table.currentIndex()
        return self.model.visit_id(index.row()) if index.isValid() else 0

    def _place_at_next(self) -> None:
        row = self.model.row_to_start_at()
        self.table.selectRow(row)
        self.table.scrollTo(self.model.index(row, 0), Table.ScrollHint.PositionAtCenter)
        bar = self.table.verticalScrollBar()
        bar.setValue(bar.value() // SIZE.row * SIZE.row)

    def _on_searched(self, asked: str) -> None:
        self.model.search(asked)
        self._show_state()
        if asked and self.model.rowCount():
            self.table.selectRow(0)
        elif self.model.rowCount():
            self._place_at_next()

    def _go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _go_to_table(self) -> None:
        if self.model.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_first(self) -> None:
        if chosen := self._chosen():
            self.visit_wanted.emit(chosen, "")

    def _on_opened(self, index: QModelIndex) -> None:
        self.visit_wanted.emit(self.model.visit_id(index.row()), "")

    def sizeHint(self) -> QSize:
        """As wide as the frame gives."""
        return QSize(0, 0)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """In the table Enter opens, Up on the first line goes back to the search, a letter starts a new one."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._table_key(event)
        return False

    def _table_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_first()
        elif key == Qt.Key.Key_Up and self.table.currentIndex().row() <= 0:
            self._go_to_search()
        elif event.text().isprintable() and event.text().strip() and not self._is_command(event):
            self._go_to_search()
            self.search.setText(event.text())
        else:
            return False
        return True

    @staticmethod
    def _is_command(event: QKeyEvent) -> bool:
        return bool(
            event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        )
