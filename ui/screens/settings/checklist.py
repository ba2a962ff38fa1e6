"""The checklist in the settings: its items in phases, put in order by key or hand, and who would see them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLineEdit, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.checklist import ChecklistLine, Phase
from reception_desk.domain.template import TemplateKind
from reception_desk.i18n import _, current_language
from ui.clock import Clock
from ui.models.checklist import ChecklistModel, Column
from ui.screens.settings.checklist_preview import ChecklistPreview
from ui.screens.settings.checklist_sheet import ChecklistSheet
from ui.screens.settings.templates import TemplateSection
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.side_sheet import SideSheet
from ui.widgets.table import Table
from ui.widgets.text import Text


class ChecklistSection(TemplateSection):
    """Enter opens an item in the side sheet, Alt+Up and Alt+Down move it, Delete hides it."""

    kind = TemplateKind.CHECKLIST

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.model = ChecklistModel(self)
        self.table = _Items()
        self.preview = ChecklistPreview(desk)
        self.new_item, self._add, self._keys = QLineEdit(), Button("", icon_name="add"), Text("", "muted")
        self.sheet, self.item = SideSheet(self), ChecklistSheet()
        self._code = ""
        self._build_editor()
        self._connect()
        self.retranslate()

    def _build_editor(self) -> None:
        self.table.setModel(self.model)
        self.table.stretch(Column.TEXT)
        editor, bottom = QWidget(), QHBoxLayout()
        bottom.setSpacing(SPACE.small)
        bottom.addWidget(self.new_item, 1)
        bottom.addWidget(self._add)
        bottom.addWidget(self._keys)
        column = QVBoxLayout(editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addWidget(self.preview)
        column.addWidget(self.table, 1)
        column.addLayout(bottom)
        self.show_editor(editor)

    def _connect(self) -> None:
        self.model.modelReset.connect(self._span_headings)
        self.model.dropped.connect(self._on_dropped)
        self.preview.changed.connect(self.refresh_editor)
        self.table.opened.connect(self.open_item)
        self.table.moved.connect(self.shift)
        self.table.hide_wanted.connect(self.hide_or_show)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.new_item.returnPressed.connect(self.add)
        self._add.clicked.connect(self.add)
        self.item.stored.connect(self._store)
        self.item.moved.connect(self.shift)
        self.item.hide_wanted.connect(self.hide_or_show)
        self.item.copy_wanted.connect(self.copy)
        self.sheet.closed.connect(self._on_closed)

    def hint(self) -> str:
        return _(
            "Every change is a new version for the visits that come; those under way keep the list they began with."
        )

    def retranslate_editor(self) -> None:
        self.table.setAccessibleName(_("Items of the checklist"))
        self.new_item.setPlaceholderText(_("What else is to be done?"))
        self.new_item.setAccessibleName(_("New item"))
        self._add.setText(_("Add"))
        self._keys.setText(_("Enter edits · Alt+↑ Alt+↓ move · Del hides"))
        self.sheet.set_close_words(_("Close"))
        self.preview.retranslate()
        self.item.retranslate()
        self.model.retranslate()

    def refresh_editor(self) -> None:
        checklist = self.desk.checklists.in_force()
        self.preview.refresh()
        holding = self.preview.conditions()
        lines = checklist.lines if holding is None else checklist.lines_for(holding)
        self.model.show_lines(lines, can_move=holding is None)
        self.preview.show_count(len(lines), len(checklist.lines))
        self._choose(self._code)
        self._refresh_sheet()

    def current(self) -> ChecklistLine | None:
        """The item at hand."""
        return self.model.line(self.table.currentIndex().row())

    def open_item(self) -> None:
        """Show the item at hand in the side sheet."""
        line = self.current()
        if line is None:
            return
        self.item.show_line(line)
        self.sheet.open(_("Item {code}").format(code=line.code), self.item)

    def add(self) -> None:
        """Add what was written as an item of the phase at hand, and open it."""
        words = self.new_item.text().strip()
        if not words:
            self.new_item.setFocus()
            return
        phase = self.model.phase(self.table.currentIndex().row())
        self._and_open(lambda: self._added(phase, words))
        self.new_item.clear()

    def _added(self, phase: Phase, words: str) -> str:
        spoken = {"en": words, "zh": ""} if current_language() == "en" else {"zh": words}
        return self.desk.checklists.add(phase, self.clock(), **spoken)

    def copy(self) -> None:
        """Put a copy of the item at hand below it, and open it."""
        line = self.current()
        if line is not None:
            self._and_open(lambda: self.desk.checklists.double(line.code, self.clock()))

    def _and_open(self, act: Callable[[], str]) -> None:
        def made() -> None:
            self._code = act()

        if self.do(made):
            self.open_item()

    def shift(self, by: int) -> None:
        """Move the item at hand up or down within its phase."""
        line = self.current()
        if line is not None and self.model.can_move:
            self.do(lambda: self.desk.checklists.move(line.code, by, self.clock()))

    def hide_or_show(self) -> None:
        """Keep the item at hand but do not use it, or use it again."""
        line = self.current()
        if line is not None:
            self.do(lambda: self.desk.checklists.hide(line.code, self.clock(), hidden=not line.hidden))

    def go_to(self, place: str) -> None:
        """Open a view, or the item with that number."""
        super().go_to(place)
        if self.model.row_of(place) is not None:
            self._choose(place)
            self.open_item()

    def _store(self, field: str, value: object) -> None:
        fact, code = self.item.facts[field], self.item.code
        self.store(fact, lambda: self.desk.checklists.change(code, self.clock(), **{field: value}))

    def _on_dropped(self, code: str, to: int, phase: object) -> None:
        assert isinstance(phase, Phase)
        self._code = code
        self.do(lambda: self.desk.checklists.put_at(code, to, self.clock(), phase))

    def _on_row(self, row: QModelIndex) -> None:
        line = self.model.line(row.row())
        if line is None:
            return
        self._code = line.code
        if self.sheet.isVisible() and self.item.code != line.code:
            self.item.flush()
            self._refresh_sheet()

    def _refresh_sheet(self) -> None:
        if not self.sheet.isVisible():
            return
        line = self.current()
        if line is None:
            self.sheet.close_sheet()
            return
        self.item.show_line(line)
        self.sheet.set_title(_("Item {code}").format(code=line.code))

    def _on_closed(self) -> None:
        self.item.flush()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, code: str) -> None:
        row = self.model.row_of(code)
        if row is None:
            row = next((row for row in range(self.model.rowCount()) if self.model.line(row)), 0)
        self.table.setCurrentIndex(self.model.index(row, Column.TEXT))

    def _span_headings(self) -> None:
        self.table.clearSpans()
        for row in self.model.headings():
            self.table.setSpan(row, 0, 1, len(Column))


class _Items(Table):
    """The table with its keys.

    Signals:
        opened(): Enter, F2 or a double click.
        moved(by): Alt+Up (-1) or Alt+Down (1).
        hide_wanted(): Delete.
    """

    opened = Signal()
    moved = Signal(int)
    hide_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(SIZE.row)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.hide_wanted.emit()
        else:
            super().keyPressEvent(event)
