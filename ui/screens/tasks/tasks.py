"""To do: the open items of all visits, by time, owner, phase or visit; many ticked, delegated or left out at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.gaps import item_field
from reception_desk.domain.tasks import Task, grouped, owners
from reception_desk.i18n import _, current_language, ngettext
from reception_desk.services.preparation import ItemKey
from ui.models.item_acts import ASSIGNEE, NOTE, REASON, TICK
from ui.models.task_tree import Column, TaskTree
from ui.screens.screen import Clock, Screen
from ui.screens.tasks.head import TasksHead
from ui.screens.tasks.heading import TaskDelegate
from ui.screens.visit.preparation_view import ItemsView, chosen_words
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import Text


class TasksScreen(Screen):
    """One list for all visits."""

    name = "tasks"

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.head, self.model = TasksHead(), TaskTree(desk, clock, self)
        self.items = ItemsView(self.model, TaskDelegate())
        self.nothing, self._stack = EmptyState("check-circle", ""), QStackedWidget()
        self.tick, self.note, self.leave_out, self.delegate, self.open = (
            Button("", kind="flat") for _number in range(5)
        )
        self._said, self._waits = Text("", "muted"), False
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.items.header().setSectionResizeMode(Column.VISIT, QHeaderView.ResizeMode.Stretch)
        self._stack.addWidget(self.items)
        self._stack.addWidget(self.nothing)
        bar = QHBoxLayout()
        bar.setSpacing(SPACE.small)
        for button, _do in self._acts():
            bar.addWidget(button)
        bar.addWidget(self._said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.large)
        column.setSpacing(SPACE.medium)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        column.addLayout(bar)
        self.setFocusProxy(self.items)

    def _acts(self) -> tuple[tuple[Button, Callable[[], None]], ...]:
        return (
            (self.tick, self._toggle),
            (self.note, self._write_note),
            (self.leave_out, self._write_reason),
            (self.delegate, self._write_name),
            (self.open, self._open),
        )

    def _connect(self) -> None:
        for button, do in self._acts():
            button.clicked.connect(do)
        self.head.changed.connect(self.start_over)
        self.head.search.moved_down.connect(self._go_to_list)
        self.head.search.entered.connect(self._go_to_list)
        self.nothing.acted.connect(self.head.show_all)
        self.model.settled.connect(self._on_settled)
        self.model.refused.connect(self.refused)
        items = self.items
        items.delegate.set_suggest(self.desk.tasks.people_like)
        items.delegate.closeEditor.connect(self._catch_up, Qt.ConnectionType.QueuedConnection)
        items.toggle_wanted.connect(self._toggle)
        items.note_wanted.connect(self._write_note)
        items.reason_wanted.connect(self._write_reason)
        items.delegate_wanted.connect(self._write_name)
        items.open_wanted.connect(self._open)
        items.doubleClicked.connect(self._open)
        items.customContextMenuRequested.connect(self._open_menu)
        items.selectionModel().selectionChanged.connect(lambda *_: self._show_acts())
        shortcut = QShortcut(QKeySequence.StandardKey.Find, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._go_to_search)

    def title(self) -> str:
        return _("To do")

    def visit_at_hand(self) -> int | None:
        """The visit of the current item."""
        task = self.model.task(self.items.currentIndex())
        return task.visit.id if task else None

    def start_over(self) -> None:
        """Show what is asked for now, from its beginning."""
        self.items.setCurrentIndex(QModelIndex())
        self.refresh()
        self.items.scrollToTop()

    def refresh(self) -> None:
        """Read again; what was chosen stays chosen, and where it is done, the next one takes its place.

        While somebody writes, it waits: rows that go would take the line with them.
        """
        self._waits = self.items.is_writing()
        if not self._waits:
            self._read()

    def _catch_up(self) -> None:
        if self._waits:
            self.refresh()

    def _read(self) -> None:
        now, language = self.clock(), current_language()
        here, tasks = self.desk.tasks.here(now), self.desk.tasks.at(now)
        self.head.offer_owners(owners(tasks, language))
        found = self.desk.tasks.found(tasks, self.head.search.text(), self.head.whose())
        before, chosen, place = self._current(), self._chosen(), self._place()
        self.model.show_groups(grouped(found, self.head.grouping(), here, language), here)
        self._choose(before, chosen, place)
        self._show_state(tasks, found)

    def _current(self) -> ItemKey | None:
        task = self.model.task(self.items.currentIndex())
        return task.key if task else None

    def _chosen(self) -> list[ItemKey]:
        return [task.key for index in self.items.chosen() if (task := self.model.task(index)) is not None]

    def _place(self) -> tuple[int, int]:
        index = self.items.currentIndex()
        return (index.parent().row(), index.row()) if index.parent().isValid() else (0, 0)

    def _choose(self, before: ItemKey | None, chosen: list[ItemKey], place: tuple[int, int]) -> None:
        """Choose the same ones again; where the current one is gone, what stands in its place now."""
        if self.model.task(self.items.currentIndex()) is not None or not self.model.rowCount():
            return
        index = self.model.index_of(before) if before else self.model.index(0, 0, self.model.index(0, 0))
        if not index.isValid():
            heading = self.model.index(min(place[0], self.model.rowCount() - 1), 0)
            index = self.model.index(min(place[1], self.model.rowCount(heading) - 1), 0, heading)
            chosen = []
        self.items.setCurrentIndex(index)
        selection = QItemSelection()
        for key in chosen:
            if (row := self.model.index_of(key)).isValid():
                selection.select(row, row)
        flags = QItemSelectionModel.SelectionFlag
        self.items.selectionModel().select(selection, flags.Select | flags.Rows)

    def _show_state(self, tasks: list[Task], found: list[Task]) -> None:
        late = sum(task.is_late for task in found)
        counted = ngettext("{count} item", "{count} items", len(found)).format(count=len(found))
        if late:
            counted += " · " + ngettext("{count} late", "{count} late", late).format(count=late)
        self.head.count.setText(counted if found else "")
        self._stack.setCurrentWidget(self.items if found else self.nothing)
        if tasks:
            self.nothing.say(_("Nothing to do of that kind"), action=_("Show everything"))
        else:
            hint = _("The open items of every visit that is under way or coming stand here.")
            self.nothing.say(_("Nothing is left to do"), hint=hint)
        self._show_acts()

    def _show_acts(self) -> None:
        """Name what Space would do, and offer only what is possible."""
        chosen = [task for index in self.items.chosen() if (task := self.model.task(index)) is not None]
        is_open = any(task.planned.is_open for task in chosen)
        self.tick.setText(_("Tick off  Space") if not chosen or is_open else _("Open again  Space"))
        self.tick.setEnabled(bool(chosen))
        for button in (self.note, self.open):
            button.setEnabled(bool(chosen))
        for button in (self.leave_out, self.delegate):
            button.setEnabled(is_open)
        self._said.setText(chosen_words(len(chosen)) if len(chosen) > 1 else "")

    def _toggle(self) -> None:
        self.model.change(self.items.chosen(), None, TICK)

    def _write_note(self) -> None:
        self.items.write(NOTE)

    def _write_reason(self) -> None:
        if self.leave_out.isEnabled():
            self.items.write(REASON)

    def _write_name(self) -> None:
        if self.delegate.isEnabled():
            self.items.write(ASSIGNEE)

    def _open(self) -> None:
        """Enter: the visit, at the item."""
        task = next((self.model.task(index) for index in self.items.chosen()), None)
        if task is not None:
            self.visit_wanted.emit(task.visit.id, f"preparation/{item_field(task.planned)}")

    def _open_menu(self, place: QPoint) -> None:
        self.items.open_menu(place, self._acts())

    def _go_to_search(self) -> None:
        self.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.search.selectAll()

    def _go_to_list(self) -> None:
        self.items.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_settled(self, sentence: str) -> None:
        self._show_acts()
        self.changed.emit()
        self.said.emit(sentence)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.head.retranslate()
        self.items.setAccessibleName(_("To do"))
        self.note.setText(_("Note  F2"))
        self.leave_out.setText(_("Does not apply  Del"))
        self.delegate.setText(_("Delegate  Ctrl+D"))
        self.open.setText(_("Open in the visit  Enter"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        roles = (_("Matching department"), _("HR and admin"))
        due = "12-28 {day} 22:58".format(day=_("Wed"))
        self.items.fit_columns(
            {Column.DUE: due, Column.OWNER: max(roles, key=len)}, pictured=(Column.DUE, Column.OWNER)
        )
        self.refresh()
