"""The history of the whole desk: every step of everybody, newest first."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import _
from ui.clock import Clock
from ui.screens.history_pane import HistoryPane
from ui.screens.screen import Screen
from ui.theme import SPACE


class HistoryScreen(Screen):
    """What was done at this desk, all visits and everything else."""

    name, within = "history", "visits"

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.pane = HistoryPane(desk, clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.large)
        column.addWidget(self.pane)
        self.pane.visit_wanted.connect(lambda visit_id: self.visit_wanted.emit(visit_id, "history"))
        self.pane.refused.connect(self.refused)
        self.pane.undone.connect(self._on_undone)
        self.setFocusProxy(self.pane.list)

    def title(self) -> str:
        return _("History of the desk")

    def refresh(self) -> None:
        self.pane.show_all()

    def _on_undone(self, sentence: str) -> None:
        self.refresh()
        self.changed.emit()
        self.said.emit(sentence)

    def retranslate(self) -> None:
        self.pane.retranslate()
        self.pane.show_all()
