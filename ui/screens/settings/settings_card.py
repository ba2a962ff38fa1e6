"""What the cards of the settings have in common: facts that save themselves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.errors import ReceptionError
from reception_desk.settings import Settings
from ui.clock import Clock
from ui.widgets.card import Card
from ui.widgets.fact import Fact


class SettingsCard(Card):
    """A card of the settings.

    Signals:
        changed(): a setting was stored.
        refused(sentence): something was refused that belongs to no fact.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(" ")
        self.desk, self.clock = desk, clock

    def show_settings(self, settings: Settings) -> None:
        """Show what is stored."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        raise NotImplementedError

    def go_to(self, place: str) -> None:
        """Bring something on the card to the eye and the hand; unknown places are let pass."""

    def flush(self) -> None:
        """Save what is half-written."""
        for fact in self.findChildren(Fact):
            fact.flush()

    def store(self, fact: Fact, field: str, value: object) -> None:
        """Store a setting; a refusal stands beside its fact."""
        try:
            settings = self.desk.company.change(self.clock(), **{field: value})
        except ReceptionError as refusal:
            fact.show_refusal(str(refusal))
            return
        self.show_settings(settings)
        self.changed.emit()

    def attempt(self, act: Callable[[], object]) -> None:
        """Do something that belongs to no fact."""
        try:
            act()
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.show_settings(self.desk.company.settings())
        self.changed.emit()
