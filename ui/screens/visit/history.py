"""The history of a visit: what was done, when, by whom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import N_, _
from ui.models.history import Column, HistoryModel
from ui.screens.screen import Clock
from ui.screens.visit.section import Section
from ui.theme import SPACE
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import Table


class HistorySection(Section):
    """Steps in sentences, newest first."""

    name, word = "history", N_("History")

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.model = HistoryModel(self)
        self.table, self._nothing = Table(), EmptyState("history", "")
        self.table.setModel(self.model)
        self.table.stretch(Column.WHAT)
        self._layers = QStackedLayout(self)
        self._layers.setContentsMargins(0, SPACE.hair, 0, 0)
        self._layers.addWidget(self.table)
        self._layers.addWidget(self._nothing)
        self.retranslate()

    def show_visit(self, visit_id: int) -> None:
        """Read what was done about this visit."""
        self.visit_id = visit_id
        self.model.show_steps(self.desk.history.of_visit(visit_id), self.read(visit_id).zone)
        self._layers.setCurrentWidget(self.table if self.model.rowCount() else self._nothing)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.table.setAccessibleName(_("History"))
        self._nothing.say(_("Nothing was done yet"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
