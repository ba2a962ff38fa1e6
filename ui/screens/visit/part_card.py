"""A card with the journeys of a visit, or its meetings, meals, itinerary, cars or hotel rooms."""

from __future__ import annotations

from typing import Final

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.ticket import Ticket
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.services.parts import Part
from ui.models.rows import RowsModel
from ui.screens.screen import Clock
from ui.screens.visit.details import DetailCard
from ui.screens.visit.part_kinds import PART_KINDS
from ui.screens.visit.part_sheet import PartSheet

ADVANCED: Final = (CarBooking, HotelBooking, Meeting, Meal, Ticket)


class PartCard(DetailCard):
    """The rows of one kind, the line that adds one, the sheet of one."""

    def __init__(self, kind: type[Part], desk: ReceptionDesk, clock: Clock) -> None:
        self._model = RowsModel()
        super().__init__(desk, clock, self._model)
        self._kind = kind
        self._sheet: PartSheet | None = None
        self.rows.has_states = kind in ADVANCED
        self.rows.advanced.connect(self.advance_one)

    @property
    def sheet(self) -> PartSheet:
        """The sheet of one, made when it is first wanted."""
        if self._sheet is None:
            self._sheet = PartSheet(self._kind, self.desk, self.clock)
            self._sheet.changed.connect(self.changed)
        return self._sheet

    def show_visit(self, visit: Visit) -> None:
        """Show the rows of a visit as read, and the one in the sheet."""
        self.visit = visit
        kind = PART_KINDS[self._kind]
        self._model.show_rows([kind.row(part, visit) for part in kind.of(visit)])
        if self._sheet is None:
            return
        if not self._sheet.show_visit(visit):
            self.details_over.emit()
        elif self._sheet.isVisible():
            self.details_named.emit(self._sheet.heading())

    def open_new(self) -> None:
        """Show an empty sheet."""
        if self.visit is not None:
            self.sheet.begin(self.visit)
            self.details_wanted.emit(self.sheet.heading(), self.sheet)
            self.sheet.go_to()

    def open_one(self, key: int, field: str = "") -> None:
        """Show the sheet of one."""
        if self.visit is not None and self.sheet.open(self.visit, key):
            self.details_wanted.emit(self.sheet.heading(), self.sheet)
            self.sheet.go_to(field)

    def remove_one(self, key: int) -> None:
        """Take one out."""
        try:
            self.desk.parts.remove(self._kind, key, self.clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.said.emit(_("Removed. Ctrl+Z brings it back."))
        self.changed.emit()

    def advance_one(self, key: int) -> None:
        """One state further: booked, then confirmed; a ticket bought, then handed over."""
        kind = next((kind for kind in ADVANCED if kind is self._kind), None)
        if kind is None:
            return
        try:
            self.desk.bookings.advance(kind, key, self.clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.changed.emit()

    def flush(self) -> None:
        """Save what is half-written in the sheet."""
        if self._sheet is not None:
            self._sheet.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        kind = PART_KINDS[self._kind]
        self.set_title(_(kind.title))
        self.rows.setAccessibleName(_(kind.title))
        self.add.setText(_(kind.add))
        if self._sheet is not None:
            self._sheet.retranslate()
