"""The history of a visit: what was done, by whom, when, from what to what."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import N_
from ui.screens.history_pane import HistoryPane
from ui.screens.screen import Clock
from ui.screens.visit.section import Section
from ui.theme import SPACE


class HistorySection(Section):
    """Steps in sentences, newest first."""

    name, word = "history", N_("History")

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.pane = HistoryPane(desk, clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.hair, 0, 0)
        column.addWidget(self.pane)
        self.pane.undone.connect(self._on_undone)
        self.pane.refused.connect(self.refused)

    def show_visit(self, visit_id: int) -> None:
        """Read what was done about this visit."""
        self.visit_id = visit_id
        self.pane.show_visit(visit_id)

    def _on_undone(self, sentence: str) -> None:
        self.changed.emit()
        self.said.emit(sentence)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.pane.retranslate()
        if self.visit_id:
            self.pane.show_visit(self.visit_id)
