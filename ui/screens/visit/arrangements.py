"""The arrangements: meetings, meals, cars, hotel rooms and tickets as quiet rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.ticket import Ticket
from reception_desk.i18n import N_, _, ngettext
from reception_desk.services.parts import Part
from ui.screens.screen import Clock
from ui.screens.visit.columns import Columns
from ui.screens.visit.on_the_way import OnTheWay
from ui.screens.visit.part_card import PartCard
from ui.screens.visit.section import Section
from ui.widgets.buttons import Button

KINDS: tuple[type[Part], ...] = (Meeting, Meal, CarBooking, HotelBooking, Ticket)


class ArrangementsSection(Section):
    """A card for each kind."""

    name, word = "arrangements", N_("Arrangements")

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.cards = {kind: PartCard(kind, desk, clock) for kind in KINDS}
        meetings, meals, cars, hotels, tickets = self.cards.values()
        self.way = OnTheWay(desk, clock)
        self.way.changed.connect(self.changed)
        self.propose = Button("", kind="link", icon_name="bookings")
        self.propose.clicked.connect(self._propose)
        self._columns = Columns(
            (
                ((meetings, meals, tickets), (cars, self.way, hotels)),
                ((meetings, meals), (cars, self.way), (hotels, tickets)),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.propose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._columns)
        for card in self.cards.values():
            card.changed.connect(self.changed)
            card.refused.connect(self.refused)
            card.said.connect(self.said)
            card.details_wanted.connect(self.details_wanted)
            card.details_named.connect(self.details_named)
            card.details_over.connect(self.details_over)
        self.retranslate()

    def show_visit(self, visit_id: int) -> None:
        """Read this visit and show its parts."""
        self.visit_id = visit_id
        visit = self.read(visit_id)
        for card in self.cards.values():
            card.show_visit(visit)
        self.way.show_visit(visit)

    def go_to(self, field: str) -> None:
        """Bring `meal:12` to the eye, or the card of a kind."""
        what, _colon, rest = field.partition(":")
        for kind, card in self.cards.items():
            if kind.__tablename__ == what:
                self._columns.bring_up(card)
                card.go_to(rest)
        if self.way.form.go_to(field):
            self._columns.bring_up(self.way.form.fact(field))

    def _propose(self) -> None:
        """Put in what the answers call for; nothing that is there is touched."""
        count = self.desk.bookings.propose(self.visit_id, self.clock())
        if not count:
            self.said.emit(_("Nothing to propose: what is wanted is listed already, or no journey is known."))
            return
        said = ngettext("{count} booking proposed", "{count} bookings proposed", count).format(count=count)
        self.said.emit(said)
        self.changed.emit()

    def flush(self) -> None:
        """Save what is half-written."""
        for card in self.cards.values():
            card.flush()
        self.way.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.propose.setText(_("Propose cars, rooms and tickets from the visit"))
        for card in self.cards.values():
            card.retranslate()
        self.way.retranslate()
