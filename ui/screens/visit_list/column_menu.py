"""The menu of columns: it stays open while one ticks, and says why no more fit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from reception_desk.i18n import _
from ui.models.visit_columns import ALWAYS, HEADINGS, MOST_COLUMNS, Column, Columns


class ColumnMenu(QMenu):
    """`chosen(Columns)` at every tick; `reset` puts the first choice back."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = Columns()
        self.ticks: dict[Column, QAction] = {}
        for column in Column:
            tick = self.addAction("")
            tick.setCheckable(True)
            tick.triggered.connect(self._teller(column))
            self.ticks[column] = tick
        self.addSeparator()
        self.reset = self.addAction("")
        self.reset.triggered.connect(self._put_back)
        self.setToolTipsVisible(True)

    def _teller(self, column: Column) -> Callable[[bool], None]:
        return lambda shown: self._tell(self._columns.with_column(column, shown=shown))

    def _put_back(self) -> None:
        self._tell(Columns())

    def _tell(self, columns: Columns) -> None:
        self.show_columns(columns)
        self.chosen.emit(columns)

    def show_columns(self, columns: Columns) -> None:
        """Tick those that are shown."""
        self._columns = columns
        self.setAccessibleName(_("Columns"))
        full = _("No more than {count} columns fit; take one away first.").format(count=MOST_COLUMNS)
        for column, tick in self.ticks.items():
            tick.setText(_(HEADINGS[column]))
            tick.setChecked(column in columns.shown)
            can = columns.can_show(column)
            tick.setEnabled(can and column not in ALWAYS)
            tick.setToolTip("" if can else full)
        self.reset.setText(_("The usual columns and widths"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tick leaves the menu open, for the next one."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks and stays; Enter too."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() not in keys or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    @staticmethod
    def _tick(action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True
