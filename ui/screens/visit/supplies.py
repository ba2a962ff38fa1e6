"""What a visit needs in things: kit, presentation, clean zones, what is laid out, what is in the car (A6, C2, C4)."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import N_
from ui.screens.screen import Clock
from ui.screens.visit.cleaning_card import CleaningCard
from ui.screens.visit.columns import Columns
from ui.screens.visit.kit_card import KitCard
from ui.screens.visit.presentation_card import PresentationCard
from ui.screens.visit.quantities import InTheCarCard, LaidOutCard
from ui.screens.visit.room_card import RoomCard
from ui.screens.visit.section import Section


class SuppliesSection(Section):
    """Cards side by side; everything saves by itself."""

    name, word = "supplies", N_("Supplies")

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.kit, self.presentation = KitCard(desk, clock), PresentationCard(desk, clock)
        self.cleaning, self.rooms = CleaningCard(desk, clock), RoomCard(desk, clock)
        self.laid_out, self.car = LaidOutCard(desk), InTheCarCard(desk)
        self._columns = Columns(
            (
                ((self.kit, self.presentation, self.cleaning, self.rooms, self.laid_out, self.car),),
                ((self.kit, self.cleaning, self.rooms), (self.presentation, self.laid_out, self.car)),
                ((self.kit, self.rooms), (self.presentation, self.cleaning), (self.laid_out, self.car)),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._columns)
        for card in (self.kit, self.presentation, self.cleaning, self.rooms):
            card.changed.connect(self.changed)
            card.refused.connect(self.refused)
        self.kit.said.connect(self.said)
        self.kit.details_wanted.connect(self.details_wanted)
        self.kit.details_named.connect(self.details_named)
        self.kit.details_over.connect(self.details_over)
        self.retranslate()

    def show_visit(self, visit_id: int) -> None:
        """Read this visit and show what it needs."""
        if visit_id != self.visit_id:
            self.flush()
        self.visit_id = visit_id
        visit = self.read(visit_id)
        for card in (self.kit, self.presentation, self.cleaning, self.rooms, self.laid_out, self.car):
            card.show_visit(visit)

    def go_to(self, field: str) -> None:
        """Bring `material:3`, `presentation:edition`, `cleaning`, `rooms`, `laid_out` or `car` to the eye."""
        what, _colon, rest = field.partition(":")
        cards = {
            "presentation": self.presentation,
            "cleaning": self.cleaning,
            "rooms": self.rooms,
            "laid_out": self.laid_out,
            "car": self.car,
        }
        self._columns.bring_up(cards.get(what, self.kit))
        if what == "presentation":
            self.presentation.go_to(rest)
        elif what == "cleaning":
            self.cleaning.go_to()
        elif what == "rooms":
            self.rooms.go_to()
        elif what not in cards:
            self.kit.go_to(rest)

    def flush(self) -> None:
        """Save what is half-written."""
        self.kit.flush()
        self.presentation.flush()
        self.rooms.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for card in (self.kit, self.presentation, self.cleaning, self.rooms, self.laid_out, self.car):
            card.retranslate()
