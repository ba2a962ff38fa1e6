"""What stands below the clauses: the rows behind the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from reception_desk.domain.compliance import KeptClause
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _, ngettext
from ui.models.compliance import RowColumn, RowsModel
from ui.theme import SPACE
from ui.widgets.table import Table
from ui.widgets.text import Text

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowsBehind(QWidget):
    """Every item of a clause, visit by visit.

    Signals:
        wanted(visit_id, place): somebody wants to see the item of a row in its visit.
    """

    wanted = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.model, self.table, self._title = RowsModel(self), Table(), Text("", "strong")
        self.table.setModel(self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addWidget(self._title)
        column.addWidget(self.table, 1)
        self.table.doubleClicked.connect(self.open_chosen)
        self.table.installEventFilter(self)

    def show_rows(self, clause: str, kept: Sequence[tuple[Visit, KeptClause]], *, deviating: bool) -> None:
        """Show the items of a clause, or only what was late or skipped."""
        self.model.show_rows(kept, deviating=deviating)
        rows = self.model.rowCount()
        counted = ngettext("{count} row", "{count} rows", rows).format(count=rows)
        self._title.setText(f"{clause} · {counted}")

    def name_visits(self, *, wanted: bool) -> None:
        """Whether each row says which visit it is of."""
        self.table.setColumnHidden(RowColumn.VISIT, not wanted)

    def chosen(self) -> int:
        """Which row is chosen; -1 for none."""
        return self.table.currentIndex().row()

    def choose(self, row: int) -> None:
        """Choose a row again, if it is still there."""
        if self.model.row(row):
            self.table.selectRow(row)

    def take_hand(self) -> None:
        """Go on with the keys here."""
        if self.model.rowCount():
            self.choose(max(self.chosen(), 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_chosen(self) -> None:
        """Enter on a row: the item in its visit."""
        if row := self.model.row(self.chosen()):
            self.wanted.emit(row.visit.id, row.place)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.table.setAccessibleName(_("Rows behind the clause"))
        self.table.stretch(RowColumn.WHAT)
        for column in (RowColumn.VISIT, RowColumn.STANDING):
            self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter opens."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            self.open_chosen()
            return True
        return False
