"""The register: who is in the house, who came that day; in with F9, out with F8."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QMenu, QStackedWidget, QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.walk_in import WalkIn
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, ngettext
from reception_desk.services.register import cards_out
from ui.models.register import Column, RegisterModel
from ui.moments import day_as_seen
from ui.screens.register.entry_form import EntrySheet
from ui.screens.screen import Clock, Screen
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button, IconButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.side_sheet import SideSheet
from ui.widgets.table import Table
from ui.widgets.text import Text

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RegisterScreen(Screen):
    """One day of the register, or what was searched for over all days.

    Signals:
        new_entry_wanted(): somebody has come.
    """

    new_entry_wanted = Signal()

    name = "register"
    keys = ("F3", "F8")

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.model = RegisterModel(self)
        self.search, self.table = SearchField(), Table()
        self.before, self.after, self.today = IconButton("back", ""), IconButton("forward", ""), Button("")
        self._day_words, self._count = Text("", "strong"), Text("", "muted")
        self.leave, self._new = Button("", icon_name="door"), Button("", kind="primary", icon_name="add")
        self._nobody, self._stack = EmptyState("badge", ""), QStackedWidget()
        self._day: date | None = None
        self._sheet_content: EntrySheet | None = None
        self._build()
        self.sheet = SideSheet(self)
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE.small)
        self.search.setMinimumWidth(SIZE.sheet * 2 // 3)
        for widget in (self.search, self.before, self._day_words, self.after, self.today, self._count):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.leave)
        head.addWidget(self._new)
        self.table.setModel(self.model)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.wide)
        column.setSpacing(SPACE.medium)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _words: self.refresh())
        self.search.moved_down.connect(self.table.setFocus)
        self.before.clicked.connect(lambda: self.go_to_day(-1))
        self.after.clicked.connect(lambda: self.go_to_day(1))
        self.today.clicked.connect(lambda: self.go_to_day(0))
        self._new.clicked.connect(self.new_entry_wanted)
        self._nobody.acted.connect(self.new_entry_wanted)
        self.leave.clicked.connect(self.check_out)
        self.table.doubleClicked.connect(self._open)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_leave())
        self.table.installEventFilter(self)
        self.sheet.closed.connect(self.flush)
        shortcuts: dict[str, Callable[[], None]] = {
            "F8": self.check_out,
            "Shift+F8": self.check_out_without_card,
            "F3": self.search.setFocus,
            "Ctrl+F": self.search.setFocus,
            "Alt+Left": lambda: self.go_to_day(-1),
            "Alt+Right": lambda: self.go_to_day(1),
        }
        for keys, do in shortcuts.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def title(self) -> str:
        """What stands above the screen and in the rail."""
        return _("Register")

    def _here(self) -> datetime:
        return self.clock().astimezone(ZoneInfo(self.desk.company.settings().zone))

    def day(self) -> date:
        """The day that is shown: today, until another is chosen."""
        return self._day or self._here().date()

    def go_to_day(self, by: int) -> None:
        """Show the day before or after; 0 is today. There is nothing to show of tomorrow."""
        today = self._here().date()
        wanted = min(self.day() + timedelta(days=by), today) if by else today
        self._day = None if wanted == today else wanted
        self.search.clear()
        self.refresh()

    def refresh(self) -> None:
        """Read again; who was chosen stays chosen."""
        chosen = self.chosen()
        entries = self._entries()
        self.model.show_entries(entries, self.desk.company.settings().zone, self.day())
        self._show_state(entries)
        row = self.model.row_of(chosen.id) if chosen else None
        if self.model.rowCount():
            self.table.selectRow(row or 0)
        self._show_leave()
        self._refresh_sheet()

    def _entries(self) -> list[WalkIn]:
        words = self.search.text().strip()
        if words:
            return self.desk.register.found(words)
        entries = self.desk.register.on_day(self.day())
        if self._day is not None:
            return entries
        known = {entry.id for entry in entries}
        return [*(entry for entry in self.desk.register.in_house() if entry.id not in known), *entries]

    def _show_state(self, entries: list[WalkIn]) -> None:
        is_today, asked = self._day is None, self.search.text().strip()
        self._day_words.setText(day_as_seen(self.day(), self._here().date()))
        self.after.setEnabled(not is_today)
        self.today.setVisible(not is_today)
        heads = self.desk.register.heads_in_house()
        words = ngettext("{count} in the house", "{count} in the house", heads).format(count=heads)
        if missing := len(cards_out(entries)):
            lacking = ngettext("{count} card missing", "{count} cards missing", missing)
            words = f"{words} · {lacking.format(count=missing)}"
        self._count.setText(words)
        if entries:
            self._stack.setCurrentWidget(self.table)
            return
        if asked:
            self._nobody.say(_("Nothing found for “{words}”").format(words=asked))
        else:
            hint = _("Press F9 wherever you are when somebody comes without a plan.")
            self._nobody.say(_("Nobody came"), hint=hint, action=_("Check in  F9") if is_today else "")
        self._stack.setCurrentWidget(self._nobody)

    def chosen(self) -> WalkIn | None:
        """The entry of the row that is chosen."""
        return self.model.entry(self.table.currentIndex().row())

    def _show_leave(self) -> None:
        entry = self.chosen()
        self.leave.setVisible(entry is not None and entry.left_at is None)

    def check_out(self) -> None:
        """F8: whoever is chosen has left, and given the card back."""
        self._check_out(card_returned=True)

    def check_out_without_card(self) -> None:
        """Shift+F8: has left, the card is not back."""
        self._check_out(card_returned=False)

    def _check_out(self, *, card_returned: bool) -> None:
        entry = self.chosen()
        if entry is None:
            self.refused.emit(_("Choose first who has left."))
            return
        out = self.desk.register.check_out
        self._do(lambda: out(entry.id, self.clock(), card_returned=card_returned))

    def take_card(self) -> None:
        """The card that was missing is back."""
        if (entry := self.chosen()) is not None:
            self._do(lambda: self.desk.register.take_card(entry.id, self.clock()))

    def remove(self) -> None:
        """Take the entry out that should not be there."""
        if (entry := self.chosen()) is not None:
            self._do(lambda: self.desk.register.remove(entry.id, self.clock()))

    def _do(self, act: Callable[[], str | None]) -> None:
        try:
            sentence = act()
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.refresh()
        self.changed.emit()
        if sentence:
            self.said.emit(sentence)

    def _open(self, _index: QModelIndex | None = None) -> None:
        entry = self.chosen()
        if entry is None:
            return
        if self._sheet_content is None:
            self._sheet_content = EntrySheet(self.desk, self.clock)
            self._sheet_content.changed.connect(self._on_changed)
        self._sheet_content.show_entry(entry)
        self.sheet.open(entry.name, self._sheet_content)
        self._sheet_content.entry.short.go_to("name")

    def _on_changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _refresh_sheet(self) -> None:
        """Show the entry of the sheet as it is now; one that is gone closes it."""
        if self._sheet_content is None or not self.sheet.isVisible():
            return
        try:
            entry = self.desk.register.get(self._sheet_content.entry_id)
        except ReceptionError:
            self.sheet.close_sheet()
            return
        self._sheet_content.show_entry(entry)

    def menu(self) -> QMenu:
        """What can be done with the entry that is chosen."""
        menu, entry = QMenu(self), self.chosen()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if entry is None:
            return menu
        if entry.left_at is None:
            menu.addAction(_("Has left, card returned") + "\tF8", self.check_out)
            if entry.card:
                menu.addAction(
                    _("Has left without the card back") + "\tShift+F8", self.check_out_without_card
                )
        elif entry.card and not entry.card_returned:
            menu.addAction(_("The card is back"), self.take_card)
        menu.addAction(_("Open"), self._open)
        menu.addSeparator()
        menu.addAction(_("Remove") + "\tDel", self.remove)
        return menu

    def _open_menu(self, place: QPoint) -> None:
        if self.chosen() is not None:
            self.menu().popup(self.table.viewport().mapToGlobal(place))

    def flush(self) -> None:
        """Save what is half-written in the sheet."""
        if self._sheet_content is not None:
            self._sheet_content.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.search.set_prompt(_("Name, company, phone, plate or card"), _("Show the day"))
        self.table.setAccessibleName(_("Register"))
        self.before.set_words(_("The day before"))
        self.after.set_words(_("The day after"))
        self.today.setText(_("Today"))
        self.leave.setText(_("Has left  F8"))
        self._new.setText(_("Check in  F9"))
        self.sheet.set_close_words(_("Close"))
        if self._sheet_content is not None:
            self._sheet_content.retranslate()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self.table.stretch(Column.COMPANY)
        self.table.horizontalHeader().setSectionResizeMode(Column.PURPOSE, QHeaderView.ResizeMode.Stretch)
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the table Enter opens and Del takes out."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER:
                self._open()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self.remove()
                return True
        return False
