"""What was done about a visit, newest first: when, who, what."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reception_desk.domain.journal import Step, StepKind
from reception_desk.i18n import N_, _
from ui.theme import face, theme
from ui.widgets.moment_text import moment_words

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, left to right."""

    WHEN = 0
    WHO = 1
    WHAT = 2


HEADINGS: Final = {Column.WHEN: N_("When"), Column.WHO: N_("Who"), Column.WHAT: N_("What was done")}


class HistoryModel(QAbstractTableModel):
    """Steps of the journal, in sentences."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Step] = []
        self._zone = ZoneInfo("Asia/Shanghai")

    def show_steps(self, steps: Sequence[Step], zone: str) -> None:
        """Show these steps on the clock of `zone`."""
        self.beginResetModel()
        self._steps, self._zone = list(steps), ZoneInfo(zone)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._steps)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        step, column = self._steps[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(step, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour("muted" if column is Column.WHO or step.kind is StepKind.UNDO else "text")
        if role == Qt.ItemDataRole.FontRole and column is Column.WHEN:
            return face(strong=True, tabular=True)
        return None

    def _words(self, step: Step, column: Column) -> str:
        match column:
            case Column.WHEN:
                return moment_words(step.at.astimezone(self._zone))
            case Column.WHO:
                return step.person
            case Column.WHAT:
                return step_words(step)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(HEADINGS[Column(section)])
        return None


def step_words(step: Step) -> str:
    """What was done; of an undo or redo, what was taken back or done again."""
    if step.kind is StepKind.UNDO:
        return _("Undone: {sentence}").format(sentence=step.said)
    if step.kind is StepKind.REDO:
        return _("Done again: {sentence}").format(sentence=step.said)
    return step.said
