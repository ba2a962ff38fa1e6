"""What the sections of the settings have in common, and the column that a card is shown in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.errors import ReceptionError
from ui.clock import Clock
from ui.screens.settings.settings_card import SettingsCard
from ui.theme import SIZE, SPACE
from ui.widgets.scroll import Scroll

COLUMN = SIZE.prose + 4 * SPACE.huge


class SettingsSection(QWidget):
    """One side of the settings: shows what the desk knows, saves by itself.

    Signals:
        changed(): something was stored.
        refused(sentence): something was refused that no place in the section says better.
        said(sentence): something was done; the bottom line repeats it.
    """

    changed = Signal()
    refused = Signal(str)
    said = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self.desk, self.clock = desk, clock

    def refresh(self) -> None:
        """Read again what is shown; called when the section comes up, and after every change from elsewhere."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        raise NotImplementedError

    def flush(self) -> None:
        """Save what is half-written."""

    def go_to(self, place: str) -> None:
        """Bring something in the section to the eye and the hand; unknown places are let pass."""

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something and tell it; a refusal goes to the bottom line. Whether it was done."""
        try:
            act()
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return False
        self.changed.emit()
        return True


class CardSection(SettingsSection):
    """A card of the settings as a section: in a column that scrolls when it must."""

    def __init__(self, card: SettingsCard) -> None:
        super().__init__(card.desk, card.clock)
        self.card = card
        card.setMaximumWidth(COLUMN)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, SPACE.large, SPACE.wide, SPACE.large)
        column = QVBoxLayout()
        column.addWidget(card)
        column.addStretch(1)
        row.addLayout(column, COLUMN)
        row.addStretch(1)
        over = QVBoxLayout(self)
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(Scroll(whole))
        card.changed.connect(self.changed)
        card.refused.connect(self.refused)

    def refresh(self) -> None:
        self.card.show_settings(self.desk.company.settings())

    def retranslate(self) -> None:
        self.card.retranslate()

    def flush(self) -> None:
        self.card.flush()

    def go_to(self, place: str) -> None:
        self.card.go_to(place)
