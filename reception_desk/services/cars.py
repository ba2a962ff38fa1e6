"""Cars and drivers: chosen for a booking by plate and name, known from then on (A6.4b)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reception_desk.domain.booking import Car, CarBooking, Driver
from reception_desk.exchange.phones import cut_phone
from reception_desk.repository.database import Database
from reception_desk.services import booking_gate as gate
from reception_desk.services.house_facts import plain_plate
from reception_desk.services.visits import changed_in


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
        """Say which car goes, by its plate; one that is not known yet is from now on; `because`: why it goes twice."""
        said = changed_in(0, "car_booking", "car_id")
        with self._database.unit_of_work(said, now) as work:
            booking = work.get(CarBooking, booking_id)
            said.visit_id = booking.visit_id
            plate = plain_plate(plate)
            car = (work.cars.with_plate(plate) or work.add(Car(plate=plate))) if plate else None
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
