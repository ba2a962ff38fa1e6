"""What is to be done now, as Qt wants a list: a tick is a piece of work of the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.tasks import Task
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language
from ui.clock import Clock

Index = QModelIndex | QPersistentModelIndex
TASK = Qt.ItemDataRole.UserRole


class TaskModel(QAbstractListModel):
    """Tasks in their order; a ticked one stays until the day is read again, so that nothing jumps under the hand.

    Signals:
        ticked(sentence): an item was ticked off, or opened again.
        refused(sentence): it was not, and why.
    """

    ticked = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._tasks: list[Task] = []

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Show these tasks; the same ones again keep their selection."""
        if [task.key for task in tasks] == [task.key for task in self._tasks]:
            self._tasks = list(tasks)
            if tasks:
                self.dataChanged.emit(self.index(0), self.index(len(tasks) - 1))
            return
        self.beginResetModel()
        self._tasks = list(tasks)
        self.endResetModel()

    def task(self, row: int) -> Task:
        """The task of a row."""
        return self._tasks[row]

    def open_count(self) -> int:
        """How many are still to be done."""
        return sum(task.planned.is_open for task in self._tasks)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._tasks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        task = self._tasks[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return task.planned.text(current_language())
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Unchecked if task.planned.is_open else Qt.CheckState.Checked
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._spoken(task)
            case _:
                return task if role == TASK else None

    @staticmethod
    def _spoken(task: Task) -> str:
        language = current_language()
        sentence = _("{item} – {visit}").format(
            item=task.planned.text(language), visit=task.visit.heading(language)
        )
        return _("Late: {item}").format(item=sentence) if task.is_late else sentence

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        task = self._tasks[index.row()]
        tick = Qt.CheckState(value) is Qt.CheckState.Checked
        act = self._desk.preparation.check_off if tick else self._desk.preparation.reopen
        try:
            planned = act(*task.key, self._clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return False
        self._tasks[index.row()] = replace(task, planned=planned, is_late=planned.is_late(self._clock()))
        self.dataChanged.emit(index, index)
        words = _("Ticked off “{item}”") if tick else _("Opened “{item}” again")
        self.ticked.emit(words.format(item=planned.text(current_language())))
        return True

    def toggle(self, index: Index) -> None:
        """Tick what is open, open what is ticked."""
        is_open = self._tasks[index.row()].planned.is_open
        state = Qt.CheckState.Checked if is_open else Qt.CheckState.Unchecked
        self.setData(index, state, Qt.ItemDataRole.CheckStateRole)
