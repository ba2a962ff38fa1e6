"""What can be chosen for a booking while one types: cars, drivers, rooms and hotels, those that are free first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.booking import Car, CarBooking, Driver, Hotel, HotelBooking
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.occupancy import Free, Resource, Taken
from reception_desk.domain.room import Room
from reception_desk.i18n import _
from reception_desk.services.house_facts import Thing
from reception_desk.services.parts import Part
from ui.screens.visit.fact_suggest import Suggest, Suggestion

Stretch = Callable[[], tuple[datetime, datetime | None] | None]
KINDS: Final[dict[Resource, type[Thing]]] = {
    Resource.CAR: Car,
    Resource.DRIVER: Driver,
    Resource.ROOM: Room,
}


class BookingOffers:
    """Asks the desk for what fits the words, and says of each whether it is free at the booking's time."""

    def __init__(self, desk: ReceptionDesk, stretch: Stretch, own: Callable[[], tuple[str, int]]) -> None:
        self._desk, self._stretch, self._own = desk, stretch, own

    def by_field(self, kind: type[Part]) -> dict[str, Suggest]:
        """What to offer for which fact of a kind of booking."""
        offers: dict[type[Part], dict[str, Suggest]] = {
            CarBooking: {
                "car_id": lambda words: self._of(Resource.CAR, words),
                "driver_id": lambda words: self._of(Resource.DRIVER, words),
            },
            Meeting: {"room": lambda words: self._of(Resource.ROOM, words)},
            Meal: {"place": lambda words: self._of(Resource.ROOM, words)},
            HotelBooking: {"hotel": self._hotels},
        }
        return offers.get(kind, {})

    def _of(self, resource: Resource, words: str) -> list[Suggestion]:
        things = [thing for thing in self._desk.house.offered(KINDS[resource]) if self._fits(thing, words)]
        names = {thing.id: _name(thing) for thing in things}
        stretch = self._stretch()
        if stretch is None:
            return [(name, "") for name in names.values()]
        free = [one for one in self._desk.bookings.free(resource, *stretch) if one.id in names]
        taken = self._desk.bookings.taken(resource, *stretch)
        return [
            *((names[one.id], self._beside(one)) for one in free),
            *((name, self._taken(taken[key])) for key, name in names.items() if key in taken),
        ]

    def _taken(self, one: Taken) -> str:
        if one.is_of(*self._own()):
            return _("chosen here")
        until = self._clock(one.stretch.end)
        return _("taken by {whose} until {time}").format(whose=one.company or one.number, time=until)

    def _clock(self, moment: datetime) -> str:
        zone = ZoneInfo(self._desk.company.settings().zone)
        return f"{moment.astimezone(zone):%m-%d %H:%M}"

    def _fits(self, thing: Thing, words: str) -> bool:
        return not words or words.casefold() in self._desk.house.words_of(thing)

    def _beside(self, one: Free) -> str:
        seats = _("{count} seats").format(count=one.seats) if one.seats else ""
        until = _("free") if one.until is None else _("free until {time}").format(time=self._clock(one.until))
        return " · ".join(part for part in (seats, until) if part)

    def _hotels(self, words: str) -> list[Suggestion]:
        found = [hotel for hotel in self._desk.house.offered(Hotel) if self._fits(hotel, words)]
        return [
            (hotel.name, _("{price} yuan").format(price=hotel.price) if hotel.price else "")
            for hotel in found
        ]


def _name(thing: Thing) -> str:
    if isinstance(thing, Car):
        return thing.plate
    if isinstance(thing, Driver):
        return f"{thing.name} {thing.phone}".strip()
    return thing.name if isinstance(thing, Room) else ""
