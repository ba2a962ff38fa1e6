"""The compliance report as tables: clauses of a month, clauses of a visit, and the rows behind a clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QObject, Qt

from reception_desk.documents.compliance import COUNTED
from reception_desk.domain.compliance import (
    DEVIATIONS,
    KeptClause,
    KeptItem,
    MonthClause,
    MonthCompliance,
    Verdict,
)
from reception_desk.domain.gaps import item_field
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, current_language
from ui.icons import icon
from ui.models.flat_table import FlatTable, Index
from ui.models.standing import Standing
from ui.theme import face, theme

SPOKEN: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
NONE: Final = "–"
STANDINGS: Final = {
    Verdict.LATE: ("late", "warning"),
    Verdict.SKIPPED: ("soon", "skip"),
    Verdict.NO_TIME: ("muted", "circle"),
    Verdict.TO_COME: ("text", "circle"),
    Verdict.ON_TIME: ("done", "check-circle"),
    Verdict.NOT_APPLICABLE: ("muted", ""),
}


class MonthColumn(IntEnum):
    """The columns of a month, left to right."""

    CLAUSE = 0
    WHAT = 1
    ON_TIME = 2
    LATE = 3
    SKIPPED = 4
    OPEN = 5
    NOT_APPLICABLE = 6


class VisitColumn(IntEnum):
    """The columns of a visit, left to right."""

    CLAUSE = 0
    WHAT = 1
    STANDING = 2


class RowColumn(IntEnum):
    """The columns of the rows behind a clause, left to right."""

    VISIT = 0
    WHAT = 1
    STANDING = 2
    DUE = 3
    SETTLED = 4
    BY = 5


TONES: Final = {MonthColumn.ON_TIME: "done", MonthColumn.LATE: "late", MonthColumn.SKIPPED: "soon"}


class MonthModel(FlatTable):
    """How often each clause of a month was kept, and how."""

    heading_words = (
        N_("Clause"),
        N_("What is to be done"),
        N_("On time"),
        N_("Late"),
        N_("Skipped"),
        N_("Still open"),
        N_("Not applicable"),
    )

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clauses: Sequence[MonthClause] = ()

    def show_report(self, report: MonthCompliance, *, deviating: bool) -> None:
        """Show its clauses, or only those that were late or skipped somewhere."""
        self.beginResetModel()
        self.clauses = [kept for kept in report.clauses if not deviating or kept.count(*DEVIATIONS)]
        self.endResetModel()

    def count(self) -> int:
        return len(self.clauses)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.clauses):
            return None
        kept, column = self.clauses[index.row()], MonthColumn(index.column())
        if column in (MonthColumn.CLAUSE, MonthColumn.WHAT):
            return _clause_data(kept, column is MonthColumn.CLAUSE, role)
        counted = kept.count(*COUNTED[column - MonthColumn.ON_TIME])
        if role in SPOKEN:
            return str(counted) if counted else NONE
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour(TONES.get(column, "text") if counted else "muted")
        if role == Qt.ItemDataRole.FontRole and counted and column is MonthColumn.LATE:
            return face(strong=True)
        return None


class VisitModel(FlatTable):
    """How each clause was kept in one visit: as its worst item."""

    heading_words = (N_("Clause"), N_("What is to be done"), N_("Standing"))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clauses: Sequence[KeptClause] = ()

    def show_clauses(self, clauses: Iterable[KeptClause], *, deviating: bool) -> None:
        """Show these, or only those that were late or skipped."""
        self.beginResetModel()
        self.clauses = [kept for kept in clauses if not deviating or kept.verdict in DEVIATIONS]
        self.endResetModel()

    def count(self) -> int:
        return len(self.clauses)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.clauses):
            return None
        kept = self.clauses[index.row()]
        if index.column() == VisitColumn.STANDING:
            return _standing_data(Standing(kept.words(), *STANDINGS[kept.verdict]), role)
        return _clause_data(kept, index.column() == VisitColumn.CLAUSE, role)


@dataclass(frozen=True, kw_only=True)
class ComplianceRow:
    """One row behind a clause: the visit and its item; none where the visit did not call for any."""

    visit: Visit
    kept: KeptClause
    item: KeptItem | None

    @property
    def verdict(self) -> Verdict:
        """How it was kept."""
        return self.item.verdict if self.item else self.kept.verdict

    @property
    def place(self) -> str:
        """Where it stands in the visit."""
        return f"preparation/{item_field(self.item.planned)}" if self.item else "preparation"


class RowsModel(FlatTable):
    """The items of one clause, of one visit or of a month's."""

    heading_words = (
        N_("Visit"),
        N_("What is to be done"),
        N_("Standing"),
        N_("Due"),
        N_("Settled"),
        N_("Done by"),
    )

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[ComplianceRow] = ()

    def show_rows(self, kept: Iterable[tuple[Visit, KeptClause]], *, deviating: bool) -> None:
        """Show the items of a clause, visit by visit, or only what was late or skipped."""
        rows = [
            ComplianceRow(visit=visit, kept=clause, item=item)
            for visit, clause in kept
            for item in clause.items or (None,)
        ]
        self.beginResetModel()
        self.rows = [row for row in rows if not deviating or row.verdict in DEVIATIONS]
        self.endResetModel()

    def row(self, place: int) -> ComplianceRow | None:
        """What stands in a row of the table."""
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def count(self) -> int:
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = RowColumn(index.column())
        if column is RowColumn.STANDING:
            words = row.item.words() if row.item else row.kept.words()
            return _standing_data(Standing(words, *STANDINGS[row.verdict]), role)
        if role in SPOKEN:
            return _words(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour("text" if column in (RowColumn.VISIT, RowColumn.WHAT) else "muted")
        return None


def _words(row: ComplianceRow, column: RowColumn) -> str:
    language, item = current_language(), row.item
    if column is RowColumn.VISIT:
        return f"{row.visit.number} · {row.visit.heading(language)}"
    if column is RowColumn.WHAT:
        return item.planned.text(language) if item else row.kept.text(language)
    if item is None:
        return ""
    if column is RowColumn.BY:
        return item.done_by
    moment = item.planned.due if column is RowColumn.DUE else item.done_at
    return _short(row.visit.local(moment))


def _short(moment: datetime | None) -> str:
    return f"{moment:%m-%d %H:%M}" if moment else ""


def _clause_data(kept: KeptClause | MonthClause, is_number: bool, role: int) -> object:
    if role in SPOKEN:
        return kept.clause if is_number else kept.text(current_language())
    if role == Qt.ItemDataRole.FontRole and is_number:
        return face(strong=True)
    return None


def _standing_data(standing: Standing, role: int) -> object:
    if role in SPOKEN:
        return standing.words
    if role == Qt.ItemDataRole.ForegroundRole:
        return theme().colour(standing.tone)
    if role == Qt.ItemDataRole.DecorationRole and standing.icon:
        return icon(standing.icon, standing.tone)
    return None
