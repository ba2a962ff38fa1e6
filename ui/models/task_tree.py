"""The tasks of all visits as a tree: headings, and under each what is to be done; many are done at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.tasks import Task, TaskGroup
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, current_language
from reception_desk.services.preparation import ItemKey
from ui.clock import Clock
from ui.icons import icon
from ui.models.item_acts import (
    ASSIGNEE,
    ITEM,
    NOTE,
    PHASE,
    REASON,
    TICK,
    WRITTEN,
    meant,
    said,
    stored,
    written,
)
from ui.models.two_levels import Index, TwoLevels
from ui.theme import face, theme
from ui.widgets.moment_text import WEEKDAYS

SPOKEN: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


class Column(IntEnum):
    """The columns, left to right."""

    WHAT = 0
    VISIT = 1
    DUE = 2
    OWNER = 3


class TaskTree(TwoLevels):
    """What was done stays in its row until the tasks are read again, so that nothing jumps under the hand.

    Signals:
        settled(sentence): something was stored.
        refused(sentence): something was not, and why.
    """

    settled = Signal(str)
    refused = Signal(str)

    heading_words = (N_("What is to be done"), N_("Visit"), N_("Due"), N_("Whose work"))

    def __init__(self, desk: ReceptionDesk, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self._groups: list[TaskGroup] = []
        self._shown: list[list[Task]] = []
        self._visits: dict[int, str] = {}
        self._places: dict[ItemKey, tuple[int, int]] = {}
        self._here = datetime.now(UTC)

    def show_groups(self, groups: Sequence[TaskGroup], here: datetime) -> None:
        """Show these as seen at `here`, now on the company's clock; where the rows are the same ones, nothing jumps."""
        same = _keys(groups) == _keys(self._groups) and [len(rows) for rows in self._shown] == [
            len(group.tasks) for group in groups
        ]
        if not same:
            self.beginResetModel()
        self._groups, self._shown = list(groups), [list(group.tasks) for group in groups]
        self._here, self._visits = here, {}
        self._places = {
            task.key: (row, place)
            for row, tasks in enumerate(self._shown)
            for place, task in enumerate(tasks)
        }
        if same:
            self.tell_all()
        else:
            self.endResetModel()

    def task(self, index: Index) -> Task | None:
        """The task behind an index; none behind a heading."""
        found: Task | None = self.row(index)
        return found

    def index_of(self, key: ItemKey) -> QModelIndex:
        """Where a task stands."""
        row, place = self._places.get(key, (-1, -1))
        return self.index(place, 0, self.index(row, 0)) if row >= 0 else QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        task = self.task(index)
        if task is None:
            return _of_heading(self._groups[index.row()], index.column(), role)
        if role == ITEM:
            return task.planned
        if role in (NOTE, REASON, ASSIGNEE):
            return written(task.planned, role)
        return self._of_task(task, Column(index.column()), role)

    def _of_task(self, task: Task, column: Column, role: int) -> Any:
        if role == TICK and column is Column.WHAT:
            done = task.planned.state is ItemState.DONE
            return Qt.CheckState.Checked if done else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.WHAT:
            return " · ".join(part for one in Column if (part := self._words(task, one)))
        if role in SPOKEN:
            return self._words(task, column)
        return self._look(task, column, role)

    def _words(self, task: Task, column: Column) -> str:
        match column:
            case Column.WHAT:
                return f"{task.planned.code} {task.planned.text(current_language())}"
            case Column.VISIT:
                return self._visit(task)
            case Column.DUE:
                return self._due(task)
            case Column.OWNER:
                return task.planned.whose()

    def _visit(self, task: Task) -> str:
        if task.visit.id not in self._visits:
            company = task.visit.company.name_in(current_language()) if task.visit.company else ""
            self._visits[task.visit.id] = f"{task.visit.number} {company}".strip()
        return self._visits[task.visit.id]

    def _due(self, task: Task) -> str:
        if task.planned.due is None:
            return _("Time open")
        local = task.planned.due.astimezone(self._here.tzinfo)
        if local.date() == self._here.date():
            return f"{local:%H:%M}"
        return f"{local:%m-%d} {_(WEEKDAYS[local.weekday()])} {local:%H:%M}"

    def _look(self, task: Task, column: Column, role: int) -> Any:
        is_late = task.planned.is_late(self._here)
        if role == Qt.ItemDataRole.ForegroundRole:
            if not task.planned.is_open:
                return theme().colour("muted")
            return theme().colour("late" if column is Column.DUE and is_late else "text")
        if role == Qt.ItemDataRole.DecorationRole and column is Column.DUE and is_late:
            return icon("warning", "late")
        if role == Qt.ItemDataRole.DecorationRole and column is Column.OWNER and task.planned.assignee:
            return icon("person", "muted")
        if role == Qt.ItemDataRole.FontRole and column is Column.DUE:
            return face(tabular=True)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        return role in WRITTEN and self.change([index], value, role)

    def change(self, indexes: Sequence[Index], value: Any, role: int) -> bool:
        """Do one thing with all of these tasks, in one step."""
        found = [task for index in indexes if (task := self.task(index)) is not None]
        chosen = meant([(task.key, task.planned) for task in found], role)
        if not chosen:
            return False
        try:
            kept = stored(self._desk.preparation, chosen, value, role, self._clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return False
        self._keep(kept)
        self.settled.emit(said(chosen, value, role))
        return True

    def _keep(self, kept: dict[ItemKey, PlannedItem]) -> None:
        self._shown = [
            [replace(task, planned=kept[task.key]) if task.key in kept else task for task in tasks]
            for tasks in self._shown
        ]
        self.tell_all()

    def toggle(self, index: Index) -> bool:
        """Tick what is open; open again what is settled."""
        return self.change([index], None, TICK)


def _of_heading(group: TaskGroup, column: int, role: int) -> Any:
    if role == PHASE:
        return group
    if column == 0 and role in SPOKEN:
        return f"{group.words} {len(group.tasks)}"
    return None


def _keys(groups: Sequence[TaskGroup]) -> list[tuple[str, list[ItemKey]]]:
    return [(group.words, [task.key for task in group.tasks]) for group in groups]
