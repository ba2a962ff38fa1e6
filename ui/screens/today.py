"""Today: who comes next, what is to be done now, how the day runs, what the sign shows."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import _
from ui.clock import Clock
from ui.screens.screen import Screen
from ui.theme import SPACE
from ui.widgets.empty_state import EmptyState


class TodayScreen(Screen):
    """The first screen of the day."""

    name, icon = "today", "today"

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._empty = EmptyState("today", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, 0, SPACE.wide, SPACE.wide)
        column.addWidget(self._empty)
        self.retranslate()

    def title(self) -> str:
        return _("Today")

    def refresh(self) -> None:
        """Read the day anew."""

    def retranslate(self) -> None:
        self._empty.say(
            _("No visits today"), hint=_("New visit with Ctrl+N, or drop an application form here.")
        )
