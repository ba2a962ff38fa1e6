"""What is done with a booking out of the list of all; refusals are told, nothing is half done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.booking import CarBooking
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.occupancy import Free, Resource
from reception_desk.domain.plan import PlannedItem
from reception_desk.errors import ReceptionError
from reception_desk.services.booking_day import ripe, stretch_of
from reception_desk.services.bookings import BookingLine
from ui.screens.screen import Clock


class BookingActs(QObject):
    """Asks the desk.

    Signals:
        done(): something was changed.
        refused(sentence): it was not, and why.
    """

    done = Signal()
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock

    def advance(self, line: BookingLine) -> None:
        """One state further."""
        self._do(partial(self._desk.bookings.advance, type(line.booking), line.booking.id, self._clock()))

    def check(self, line: BookingLine, check: str, *, done: bool) -> None:
        """Make a check of a car, or take it back."""
        self._do(partial(self._desk.bookings.check, line.booking.id, check, self._clock(), done=done))

    def take(self, line: BookingLine, free: Free) -> None:
        """Take another car, driver or room for it."""
        booking, now = line.booking, self._clock()
        if isinstance(booking, Meeting | Meal):
            self._do(partial(self._desk.bookings.take_room, type(booking), booking.id, free.name, now))
            return
        take = self._desk.cars.take_driver if free.resource is Resource.DRIVER else self._desk.cars.take_car
        self._do(partial(take, booking.id, free.name, now))

    def ripe(self, line: BookingLine | None) -> list[PlannedItem]:
        """The items that the checks of all cars of its visit have settled."""
        booking = line.booking if line else None
        if line is None or not isinstance(booking, CarBooking):
            return []
        if not (booking.is_ready or booking.is_supplied):
            return []
        return ripe(self._desk.visits.get(line.visit.id), self._desk.preparation.of(line.visit.id))

    def tick_ripe(self, line: BookingLine) -> None:
        """Tick those items off."""
        check_off = self._desk.preparation.check_off
        for item in self.ripe(line):
            self._do(partial(check_off, line.visit.id, item.code, item.subject, self._clock()))

    def free_instead(self, line: BookingLine | None) -> list[Free]:
        """What is free at its time, of the kind that it overlaps in."""
        if line is None or not line.overlaps or (stretch := stretch_of(line)) is None:
            return []
        return self._desk.bookings.free(line.overlaps[0].resource, stretch.starts_at, stretch.end)

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.done.emit()
