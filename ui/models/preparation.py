"""The preparation of a visit as a tree: the five phases, and under each its items by due time (P6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.checklist import Phase
from reception_desk.domain.due import guess_note
from reception_desk.domain.gaps import item_field
from reception_desk.domain.plan import PlannedItem, Progress, progress
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, current_language
from ui.clock import Clock
from ui.icons import icon
from ui.models.item_acts import (
    ASSIGNEE,
    DUE,
    HURRY,
    ITEM,
    NOTE,
    PHASE,
    REASON,
    TICK,
    WRITTEN,
    Chosen,
    meant,
    stored,
    written,
)
from ui.models.standing import Standing
from ui.models.two_levels import Index, TwoLevels
from ui.theme import face, theme
from ui.widgets.moment_text import WEEKDAYS, understood_moment

SOON: Final = timedelta(hours=24)


class Column(IntEnum):
    """The columns, left to right."""

    WHAT = 0
    STANDING = 1
    DUE = 2
    OWNER = 3


class Show(StrEnum):
    """Which items are shown."""

    ALL = "all"
    OPEN = "open"
    LATE = "late"


HEADINGS: Final = {
    Column.WHAT: N_("What is to be done"),
    Column.STANDING: N_("Standing"),
    Column.DUE: N_("Due"),
    Column.OWNER: N_("Whose work"),
}


@dataclass(frozen=True)
class PhaseLine:
    """A phase with how far it is, of all its items, shown or not."""

    phase: Phase
    progress: Progress


class PreparationModel(TwoLevels):
    """Ticks, reasons and notes go through `setData` to the desk, and what it gives back is shown.

    What was touched stays in sight although the filter would hide it, until another filter is chosen.

    Signals:
        settled(): something was stored.
        refused(sentence): something was not.
    """

    settled = Signal()
    refused = Signal(str)

    heading_words = tuple(HEADINGS[column] for column in Column)

    def __init__(self, desk: ReceptionDesk, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self._visit: Visit | None = None
        self._items: list[PlannedItem] = []
        self._lines: list[PhaseLine] = []
        self._shown: list[list[PlannedItem]] = []
        self._show = Show.ALL
        self._touched: set[str] = set()
        self._next = ""

    def show_visit(self, visit: Visit) -> None:
        """Show the items that a visit's facts call for, as read."""
        if self._visit is None or visit.id != self._visit.id:
            self._touched.clear()
        self._visit = visit
        self._take(self._desk.preparation.with_time_left(visit))

    def show_only(self, show: Show) -> None:
        """Show all items, the open ones, or the late ones."""
        self._show = show
        self._touched.clear()
        self._take(self._items)

    def count(self, show: Show) -> int:
        """How many items a filter would show."""
        return sum(self._fits(item, show) for item in self._items)

    def _fits(self, item: PlannedItem, show: Show) -> bool:
        if show is Show.LATE:
            return item.is_late(self._clock())
        return item.is_open or show is Show.ALL

    def _take(self, items: list[PlannedItem]) -> None:
        """Show these; where the rows are the same ones, nothing jumps."""
        now = self._clock()
        lines, shown = [], []
        for phase in Phase:
            of_phase = [item for item in items if item.phase is phase]
            fitting = [i for i in of_phase if self._fits(i, self._show) or item_field(i) in self._touched]
            if fitting:
                lines.append(PhaseLine(phase, progress(of_phase, now)))
                shown.append(fitting)
        same = _keys(shown) == _keys(self._shown)
        if not same:
            self.beginResetModel()
        self._items, self._lines, self._shown = items, lines, shown
        self._next = _next_of(items, now)
        if same:
            self.tell_all()
        else:
            self.endResetModel()

    def item(self, index: Index) -> PlannedItem | None:
        """The item behind an index; none behind a phase."""
        found: PlannedItem | None = self.row(index)
        return found

    def index_of(self, field: str) -> QModelIndex:
        """Where an item stands, by its code and subject (`107/`, `306/meeting:2`)."""
        for row, items in enumerate(self._shown):
            for place, item in enumerate(items):
                if item_field(item) == field:
                    return self.index(place, 0, self.index(row, 0))
        return QModelIndex()

    def standing(self, item: PlannedItem) -> Standing:
        """Where an item stands, as a word with icon and colour."""
        if item.item is not None and item.state is ItemState.DONE:
            return Standing(_("Done · {person}").format(person=item.item.done_by), "done", "check-circle")
        if item.state is ItemState.NOT_APPLICABLE:
            return Standing(_("Not applicable"), "muted", "skip")
        if item.due is None:
            return Standing(_("Time open"), "muted", "help")
        now = self._clock()
        if item.is_late(now):
            return _late(item, now)
        if item_field(item) == self._next:
            return Standing(_("Next up"), "primary", "forward")
        return (
            Standing(_("Soon"), "soon", "clock")
            if item.due - now < SOON
            else Standing(_("To do"), "muted", "circle")
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.item(index)
        if item is None:
            return self._of_phase(self._lines[index.row()], Column(index.column()), role)
        if role == ITEM:
            return item
        if role == DUE:
            return self._visit.local(item.due) if self._visit else None
        if role in (NOTE, REASON, HURRY, ASSIGNEE):
            return written(item, role)
        return self._of_item(item, Column(index.column()), role)

    @staticmethod
    def _of_phase(line: PhaseLine, column: Column, role: int) -> Any:
        if role == PHASE:
            return line
        if column is Column.WHAT and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            done, all_ = line.progress.done, line.progress.applicable
            return f"{line.phase.words()} {done}/{all_}"
        return None

    def _of_item(self, item: PlannedItem, column: Column, role: int) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.WHAT:
            return Qt.CheckState.Checked if item.state is ItemState.DONE else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.DUE and due_note(item):
            return due_note(item)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(item, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(item) if column is Column.WHAT else self._words(item, column)
        return self._look(item, column, role)

    def _words(self, item: PlannedItem, column: Column) -> str:
        match column:
            case Column.WHAT:
                return f"{item.code} {item.text(current_language())}"
            case Column.STANDING:
                return self.standing(item).words
            case Column.DUE:
                return self._due(item)
            case Column.OWNER:
                return item.whose()

    def _due(self, item: PlannedItem) -> str:
        local = self._visit.local(item.due) if self._visit else None
        return f"{local:%m-%d} {_(WEEKDAYS[local.weekday()])} {local:%H:%M}" if local else ""

    def _spoken(self, item: PlannedItem) -> str:
        parts = (
            self._words(item, Column.WHAT),
            self.standing(item).words,
            self._due(item),
            item.whose(),
        )
        return " · ".join(part for part in parts if part)

    def _look(self, item: PlannedItem, column: Column, role: int) -> Any:
        mark = self.standing(item)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour(
                mark.tone if column is Column.STANDING else "text" if item.is_open else "muted"
            )
        if role == Qt.ItemDataRole.DecorationRole and column is Column.STANDING:
            return icon(mark.icon, mark.tone)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.DUE and item.by_hand:
            return icon("edit", "muted")
        if role == Qt.ItemDataRole.DecorationRole and column is Column.OWNER and item.assignee:
            return icon("person", "muted")
        if role == Qt.ItemDataRole.FontRole and column is Column.DUE:
            return face(tabular=True)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_due = index.column() == Column.DUE and self.item(index) is not None
        return flags | Qt.ItemFlag.ItemIsEditable if is_due else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        return role in WRITTEN and self.change([index], value, role)

    def change(self, indexes: Sequence[Index], value: Any, role: int) -> bool:
        """Do one thing with all of these items, in one step."""
        found = [item for index in indexes if (item := self.item(index)) is not None]
        if self._visit is None:
            return False
        visit_id = self._visit.id
        chosen = meant([((visit_id, item.code, item.subject), item) for item in found], role)
        return bool(chosen) and self._change(chosen, value, role)

    def _change(self, chosen: Sequence[Chosen], value: Any, role: int) -> bool:
        self._touched |= {item_field(item) for _key, item in chosen}
        try:
            meaning = self._understood(str(value), chosen[0][1]) if role == DUE else value
            kept = stored(self._desk.preparation, chosen, meaning, role, self._clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return False
        changed = {key[1:]: item.item for key, item in kept.items()}
        self._take(
            [
                replace(item, item=changed[item.code, item.subject])
                if (item.code, item.subject) in changed
                else item
                for item in self._items
            ]
        )
        self.settled.emit()
        return True

    def _understood(self, text: str, item: PlannedItem) -> datetime | None:
        if self._visit is None or not text.strip():
            return None
        now = self._visit.local(self._clock())
        return understood_moment(text, now or self._clock(), self._visit.local(item.due))

    def toggle(self, index: Index) -> bool:
        """Tick what is open; open again what is settled."""
        return self.change([index], None, TICK)


def _late(item: PlannedItem, now: datetime) -> Standing:
    if item.hurried:
        return Standing(_("Hurried"), "late", "error")
    return Standing(_("No time left") if item.has_no_time_left(now) else _("Late"), "late", "error")


def due_note(item: PlannedItem) -> str:
    """What is said of a due time: set by hand, or counted without knowing the holidays."""
    return (
        _("Set by hand; it does not move with the visit.") if item.by_hand else guess_note(item.guessed_year)
    )


def _keys(shown: Sequence[Sequence[PlannedItem]]) -> list[list[str]]:
    return [[item_field(item) for item in items] for items in shown]


def _next_of(items: Sequence[PlannedItem], now: datetime) -> str:
    """The open item that is due next."""
    ahead = [item for item in items if item.is_open and item.due is not None and item.due >= now]
    return item_field(min(ahead, key=lambda item: item.due or now)) if ahead else ""
