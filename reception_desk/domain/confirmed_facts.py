"""What the second confirmation is about: who comes and receives, where, with which cars (A8).

A fact that concerns more than one of the three is in each of them: when the guests come, and how many they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Final, TypeVar

from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.edition import Content
from reception_desk.domain.entity import Answer, Entity
from reception_desk.domain.guest import Guest
from reception_desk.domain.host import Host
from reception_desk.domain.journey import Leg
from reception_desk.domain.visit import Visit

Pairs = Iterator[tuple[str, str]]
Part = TypeVar("Part", bound=Entity)
DUTIES: Final = ("is_lead", "is_escort", "is_welcomer", "sees_off", "introduces", "is_interpreter")


class Aspect(StrEnum):
    """人员 / 地点 / 车辆."""

    PEOPLE = "people"
    PLACE = "place"
    VEHICLE = "vehicle"


def facts_of(visit: Visit, aspect: Aspect) -> Content:
    """The facts that one of the three confirms; in which order people stand is none of them."""
    found = {Aspect.PEOPLE: _people, Aspect.PLACE: _place, Aspect.VEHICLE: _vehicle}[aspect]
    return (*_times(visit), *found(visit))


def _times(visit: Visit) -> Pairs:
    """Another day or hour has to be confirmed with everybody."""
    yield "visit/arrival", _moment(visit.local(visit.arrival_at))
    yield "visit/departure", _moment(visit.local(visit.departure_at))


def _people(visit: Visit) -> Pairs:
    yield "company/zh", visit.company.name if visit.company else ""
    yield "company/en", visit.company.name_latin if visit.company else ""
    yield "visit/heads", _number(visit.head_count)
    yield "visit/send-off by", visit.station_send_off_by if visit.station_send_off is Answer.YES else ""
    for guest in _by_age(visit.guests):
        yield from _guest(guest)
    for host in _by_age(visit.hosts):
        yield from _host(host)


def _guest(guest: Guest) -> Pairs:
    """Of the guests only the one whom we call has a phone that must be right."""
    about, person = f"guest {guest.id}", guest.person
    yield f"{about}/name/zh", person.name
    yield f"{about}/name/en", person.name_latin
    yield f"{about}/title/zh", guest.title
    yield f"{about}/title/en", guest.title_latin
    for role in ("is_main", "is_contact", "is_interpreter", "is_agent"):
        yield f"{about}/{role}", _yes(getattr(guest, role))
    yield f"{about}/phone", _phone(guest) if guest.is_contact else ""


def _phone(guest: Guest) -> str:
    return "-".join(filter(None, (guest.person.phone, guest.person.phone_extension)))


def _host(host: Host) -> Pairs:
    about = f"host {host.id}"
    yield f"{about}/name/zh", host.name_in("zh")
    yield f"{about}/title/zh", host.title_in("zh")
    yield f"{about}/phone", host.who.phone
    for duty in DUTIES:
        yield f"{about}/{duty}", _yes(getattr(host, duty))


def _place(visit: Visit) -> Pairs:
    yield "visit/drop-off", visit.drop_off
    yield "visit/parking", visit.parking
    for meeting in _by_age(visit.meetings):
        about = f"meeting {meeting.id}"
        yield f"{about}/room", meeting.room
        yield f"{about}/starts", _moment(visit.local(meeting.starts_at))
        yield f"{about}/ends", _moment(visit.local(meeting.ends_at))
        yield f"{about}/topic", meeting.topic
    for meal in _by_age(visit.meals):
        about = f"meal {meal.id}"
        yield f"{about}/place", meal.place
        yield f"{about}/starts", _moment(visit.local(meal.starts_at))
        yield f"{about}/heads", _number(meal.heads if meal.heads is not None else visit.head_count)
    for booking in _by_age(visit.hotel_bookings):
        yield from _stay(booking, visit)
    for row in _by_age(visit.itinerary):
        about = f"entry {row.id}"
        yield f"{about}/activity", row.activity
        yield f"{about}/place", row.place
        yield f"{about}/starts", _moment(visit.local(row.starts_at))
        yield f"{about}/ends", _moment(visit.local(row.ends_at))
    for stop in _by_age(visit.tour_stops):
        yield f"stop {stop.id}/place", stop.place


def _stay(booking: HotelBooking, visit: Visit) -> Pairs:
    about = f"stay {booking.id}"
    yield f"{about}/hotel", booking.hotel
    yield f"{about}/in", _day(booking.check_in)
    yield f"{about}/out", _day(booking.check_out)
    yield f"{about}/at", _moment(visit.local(booking.check_in_at))
    yield f"{about}/rooms", _number(booking.rooms)


def _vehicle(visit: Visit) -> Pairs:
    yield "visit/pick_up", _yes(visit.pick_up is Answer.YES)
    for leg in _by_age(visit.legs):
        yield from _leg(leg)
    for booking in _by_age(visit.car_bookings):
        yield from _trip(booking, visit)


def _leg(leg: Leg) -> Pairs:
    about = f"leg {leg.id}"
    yield f"{about}/carrier", leg.carrier.value
    yield f"{about}/number", leg.number
    yield f"{about}/at", _moment(leg.local_at)
    yield f"{about}/from", leg.from_place
    yield f"{about}/to", leg.to_place
    yield f"{about}/terminal", leg.terminal
    yield f"{about}/plate", leg.plate


def _trip(booking: CarBooking, visit: Visit) -> Pairs:
    """Who rides in it is all of the visit, unless somebody says otherwise: then their number counts."""
    about, car, driver = f"trip {booking.id}", booking.car, booking.driver
    yield f"{about}/purpose", booking.purpose
    yield f"{about}/starts", _moment(visit.local(booking.starts_at))
    yield f"{about}/back", _moment(visit.local(booking.ends_at))
    yield f"{about}/plate", car.plate if car else ""
    yield f"{about}/model", car.model if car else ""
    yield f"{about}/driver", driver.name if driver else ""
    yield f"{about}/phone", driver.phone if driver else ""
    yield f"{about}/heads", _number(booking.heads if booking.heads is not None else visit.head_count)


def _by_age(parts: Sequence[Part]) -> list[Part]:
    """In the order in which they were written down, which nothing changes."""
    return sorted(parts, key=lambda part: part.id)


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else moment.strftime("%Y-%m-%dT%H:%M")


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _yes(holds: bool) -> str:  # noqa: FBT001 - it is the value itself
    return "yes" if holds else ""
