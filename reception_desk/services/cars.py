"""Cars and drivers: chosen for a booking by plate and name, known from then on (A6.4b)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from reception_desk.domain.booking import Car, CarBooking, Driver
from reception_desk.errors import ReceptionError
from reception_desk.exchange.phones import cut_phone
from reception_desk.i18n import _
from reception_desk.repository.database import Database
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services import booking_gate as gate
from reception_desk.services.house_facts import plain_plate
from reception_desk.services.visits import changed_in

SHORTEST_PLATE: Final = 7
"""Signs on a whole plate; fewer are a part of one."""


class Cars:
    """What is asked and done about cars and drivers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def cars(self) -> Sequence[Car]:
        """The cars we know."""
        with self._database.reading() as work:
            return work.cars.cars()

    def drivers(self) -> Sequence[Driver]:
        """The drivers we know."""
        with self._database.reading() as work:
            return work.cars.drivers()

    def take_car(self, booking_id: int, plate: str, now: datetime, because: str = "") -> None:
        """Say which car goes, by its plate or a part of it; a whole plate that is not known yet is from now on.

        `because` says why it may go twice at a time.
        """
        said = changed_in(0, "car_booking", "car_id")
        with self._database.unit_of_work(said, now) as work:
            booking = work.get(CarBooking, booking_id)
            said.visit_id = booking.visit_id
            plate = plain_plate(plate)
            car = _car(work, plate) if plate else None
            gate.save(work, booking, {"car_id": car.id if car else None}, because)

    def take_driver(self, booking_id: int, words: str, now: datetime, because: str = "") -> None:
        """Say who drives: a name, perhaps with the phone behind it; a known driver keeps the phone."""
        said = changed_in(0, "car_booking", "driver_id")
        with self._database.unit_of_work(said, now) as work:
            booking = work.get(CarBooking, booking_id)
            said.visit_id = booking.visit_id
            phone, rest = cut_phone(words)
            name = rest.strip(" ,，:：()（）")
            driver = (work.cars.named(name) or work.add(Driver(name=name))) if name else None
            if driver is not None and phone.number:
                work.change(driver, phone=phone.number)
            gate.save(work, booking, {"driver_id": driver.id if driver else None}, because)


def _car(work: UnitOfWork, plate: str) -> Car:
    """The car of a plate, or the only one whose plate has this part; half a plate makes no new car."""
    if known := work.cars.with_plate(plate):
        return known
    meant = [car for car in work.cars.cars() if car.is_active and plate in car.plate]
    if len(meant) == 1:
        return meant[0]
    if meant:
        names = _(", ").join(car.plate for car in meant)
        raise ReceptionError(_("Which of them: {names}?").format(names=names))
    if len(plate) < SHORTEST_PLATE:
        raise ReceptionError(
            _("No car has “{words}” in its plate. Write a new one whole, such as 苏E12345.").format(
                words=plate
            )
        )
    return work.add(Car(plate=plate))
