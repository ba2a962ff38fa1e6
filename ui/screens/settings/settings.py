"""Settings: our company, this desk, the signs, the data."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import _
from ui.clock import Clock
from ui.screens.screen import Screen
from ui.screens.settings.data import Data
from ui.screens.settings.our_company import OurCompany
from ui.screens.settings.settings_card import SettingsCard
from ui.screens.settings.signs import SignsCard, SignSheets
from ui.screens.settings.this_desk import ThisDesk
from ui.theme import SIZE, SPACE
from ui.widgets.scroll import Scroll
from ui.widgets.side_sheet import SideSheet

COLUMN = SIZE.prose + 2 * SPACE.large


class SettingsScreen(Screen):
    """Facts in place, saving by themselves.

    Signals:
        language_chosen(language), theme_chosen(theme): the frame puts it on.
        backup_wanted(): make a backup now.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    backup_wanted = Signal()

    name = "settings"

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.company, self.this_desk, self.data = (
            OurCompany(desk, clock),
            ThisDesk(desk, clock),
            Data(desk, clock),
        )
        self.signs = SignsCard(desk, clock)
        self._build()
        self._sheets = SignSheets(SideSheet(self), self.signs)
        for card in self.cards():
            card.changed.connect(self.changed)
            card.refused.connect(self.refused)
        self.this_desk.language_chosen.connect(self.language_chosen)
        self.this_desk.theme_chosen.connect(self.theme_chosen)
        self.data.backup_wanted.connect(self.backup_wanted)
        self.setFocusProxy(self.company.facts["company_name"])

    def cards(self) -> tuple[SettingsCard, ...]:
        """All cards."""
        return (self.company, self.this_desk, self.signs, self.data)

    def _build(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in ((left, (self.company, self.this_desk)), (right, (self.signs, self.data))):
            column.setSpacing(SPACE.large)
            for card in cards:
                card.setMaximumWidth(COLUMN)
                column.addWidget(card)
            column.addStretch(1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.large)
        row.setSpacing(SPACE.large)
        row.addLayout(left, 8)
        row.addLayout(right, 8)
        row.addStretch(1)
        over = QVBoxLayout(self)
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(Scroll(whole))

    def title(self) -> str:
        return _("Settings")

    def refresh(self) -> None:
        settings = self.desk.company.settings()
        for card in self.cards():
            card.show_settings(settings)
        self._sheets.refresh()

    def retranslate(self) -> None:
        for card in self.cards():
            card.retranslate()
        self._sheets.retranslate()

    def flush(self) -> None:
        for card in self.cards():
            card.flush()
