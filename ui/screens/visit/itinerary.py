"""The itinerary of a visit: its days, how far it is with the client, the tour (A4)."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import N_
from ui.screens.screen import Clock
from ui.screens.visit.columns import Columns
from ui.screens.visit.day_card import DayCard
from ui.screens.visit.itinerary_card import ItineraryCard
from ui.screens.visit.itinerary_hint import HintCard
from ui.screens.visit.section import Section
from ui.screens.visit.tour_card import TourCard


class ItinerarySection(Section):
    """The days at the left; client, tour and hint at the right."""

    name, word, has_primary = "itinerary", N_("Itinerary"), True

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.days, self.client = DayCard(desk, clock), ItineraryCard(desk, clock)
        self.tour, self.hint = TourCard(desk, clock), HintCard(desk, clock)
        self._columns = Columns(
            (
                ((self.days,), (self.client, self.tour, self.hint)),
                ((self.days,), (self.client, self.hint), (self.tour,)),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._columns)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        for card in (self.days, self.client, self.tour, self.hint):
            card.changed.connect(self.changed)
        for card in (self.days, self.client, self.tour):
            card.refused.connect(self.refused)
            card.said.connect(self.said)
        for card in (self.days, self.tour):
            card.details_wanted.connect(self.details_wanted)
            card.details_named.connect(self.details_named)
            card.details_over.connect(self.details_over)
        self.days.place_wanted.connect(lambda place: self.visit_wanted.emit(self.visit_id, place))

    def show_visit(self, visit_id: int) -> None:
        """Read this visit and show its days."""
        self.visit_id = visit_id
        visit = self.read(visit_id)
        for card in (self.days, self.client, self.tour, self.hint):
            card.show_visit(visit)

    def go_to(self, field: str) -> None:
        """Bring `itinerary_row:3`, `tour_stop:4`, `client` or the hint to the eye."""
        what, _colon, rest = field.partition(":")
        if what in ("tour_stop", "tour"):
            self._columns.bring_up(self.tour)
            self.tour.go_to(rest)
        elif what == "client":
            self._columns.bring_up(self.client)
            self.client.act.setFocus()
        elif what == "guest_hint":
            self._columns.bring_up(self.hint)
            self.hint.form.go_to(field)
        else:
            self._columns.bring_up(self.days)
            self.days.go_to(rest)

    def flush(self) -> None:
        """Save what is half-written."""
        for card in (self.days, self.tour, self.hint):
            card.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for card in (self.days, self.client, self.tour, self.hint):
            card.retranslate()
