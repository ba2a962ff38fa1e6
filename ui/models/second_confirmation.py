"""What is confirmed a second time, as rows to be read out: who, where, which car, each with its phone (A8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from itertools import groupby
from typing import Any, Final
from zoneinfo import ZoneInfo

from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.confirmed_facts import Aspect
from reception_desk.domain.guest import Guest
from reception_desk.domain.host import Host
from reception_desk.domain.journey import Leg
from reception_desk.domain.phone_words import phone_words
from reception_desk.domain.second_confirmation import WORDS, Confirmation, Standing
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _, current_language, ngettext
from reception_desk.services.second_confirmation import Round
from ui.models.hosts import duty_words
from ui.models.itinerary import CARRIERS, ROOM
from ui.models.read_back import when
from ui.models.rows import Row
from ui.screens.visit.part_rows import short_day, short_moment

Timed = tuple[datetime | None, Row]
TONES: Final = {
    Standing.OPEN: ("plain", "circle"),
    Standing.CONFIRMED: ("done", "check-circle"),
    Standing.FELL: ("soon", "warning"),
}
WHAT: Final = {
    Aspect.PEOPLE: N_("Who comes, and who of us receives them"),
    Aspect.PLACE: N_("Where they are received, in the order of the day"),
    Aspect.VEHICLE: N_("How they travel, and who drives them"),
}


def standing_words(one: Confirmation, visit: Visit) -> str:
    """How one of the three stands: by whom and when, or what is to be done."""
    if one.edition is None:
        return _("to be confirmed")
    if one.standing is Standing.FELL:
        return _("changed since, confirm again")
    local = visit.local(one.edition.made_at)
    return " ".join(filter(None, (one.edition.made_by, when(local) if local else "")))


def round_words(found: Round) -> str:
    """Which round it is, and until when it is made."""
    due = found.visit.local(found.due)
    until = _("until {time}").format(time=short_moment(due)) if due else ""
    which = _("Round {number} of {count}").format(number=found.number, count=found.rounds)
    return " · ".join(filter(None, (which if found.rounds > 1 else "", until)))


def rows_of(visit: Visit, aspect: Aspect) -> list[Row]:
    """The facts of one of the three."""
    found = {Aspect.PEOPLE: _people, Aspect.PLACE: _place, Aspect.VEHICLE: _vehicle}[aspect](visit)
    return [_numbered(key, row) for key, row in enumerate(found)]


def left_words(found: Round) -> str:
    """What to say when the walk is over."""
    if found.is_made:
        return _("People, place and vehicle are confirmed.")
    what = _(", ").join(_(WORDS[aspect]) for aspect in found.open)
    return _("Still to be confirmed: {what}").format(what=what)


def _numbered(key: int, row: Row) -> Row:
    return Row(**{**row.__dict__, "key": key})


def _people(visit: Visit) -> Iterator[Row]:
    heads = visit.head_count
    words = ngettext("{count} person", "{count} people", heads).format(count=heads) if heads else ""
    company = visit.company.name_in(current_language()) if visit.company else ""
    yield Row(key=0, icon="company", first=company or _("Visiting company"), end=words)
    yield from (_guest(guest) for guest in visit.guests)
    yield from (_host(host, visit) for host in visit.hosts)


def _guest(guest: Guest) -> Row:
    language, phone = current_language(), guest.person.phone if guest.is_contact else ""
    roles = ((guest.is_main, _("Main guest"), "primary"), (guest.is_contact, _("Contact"), "plain"))
    return Row(
        key=0,
        icon="person",
        first=guest.person.name_in(language),
        second=guest.title_in(language),
        marks=tuple((words, kind) for holds, words, kind in roles if holds),
        end=phone_words(phone) if phone else "",
    )


def _host(host: Host, visit: Visit) -> Row:
    language, who = current_language(), host.who
    return Row(
        key=0,
        icon="badge",
        first=host.name_in(language),
        second=host.title_in(language),
        below=duty_words(host, visit),
        end=phone_words(who.phone) if who.phone else "",
    )


def _place(visit: Visit) -> Iterator[Row]:
    for words, what in ((visit.drop_off, _("Guests get out at")), (visit.parking, _("Parking place"))):
        if words:
            yield Row(key=0, icon="place", first=words, end=what)
    yield from _by_day([*_rooms(visit), *_rows(visit), *_hotels(visit)])
    for stop in visit.tour_stops:
        yield Row(key=0, icon="tour", first=stop.place, second=stop.product, end=_("Tour stop"))


def _rooms(visit: Visit) -> Iterator[Timed]:
    for meeting in visit.meetings:
        room = meeting.room or _("Room open")
        yield _timed(visit, meeting, Row(key=0, icon="meeting", first=room, second=meeting.topic))
    for meal in visit.meals:
        place, heads = meal.place or _("Place open"), meal.heads or visit.head_count
        end = ngettext("{count} person", "{count} people", heads).format(count=heads) if heads else ""
        row = Row(key=0, icon="restaurant", first=place, second=choice_word(meal.kind), end=end)
        yield _timed(visit, meal, row)


def _rows(visit: Visit) -> Iterator[Timed]:
    for row in visit.itinerary:
        yield _timed(visit, row, Row(key=0, icon="place", first=row.place or "—", second=row.activity))


def _hotels(visit: Visit) -> Iterator[Timed]:
    for booking in visit.hotel_bookings:
        yield visit.local(booking.check_in_at) or _evening(booking, visit), _hotel(booking, visit)


def _evening(booking: HotelBooking, visit: Visit) -> datetime | None:
    """The end of the day of a check-in whose hour nobody knows."""
    day = booking.check_in
    return None if day is None else datetime.combine(day, time.max, ZoneInfo(visit.zone))


def _hotel(booking: HotelBooking, visit: Visit) -> Row:
    stay = "–".join(short_day(day) for day in (booking.check_in, booking.check_out) if day)
    rooms = ngettext("{count} room", "{count} rooms", booking.rooms or 0).format(count=booking.rooms)
    at = visit.local(booking.check_in_at)
    return Row(
        key=0,
        icon="hotel",
        lead=f"{at:%H:%M}" if at else "",
        lead_room=ROOM[:5],
        first=booking.hotel or _("Hotel open"),
        second=stay,
        end=rooms if booking.rooms else "",
    )


def _vehicle(visit: Visit) -> Iterator[Row]:
    legs = [(leg.at_in(visit.zone), _leg(leg, visit)) for leg in visit.legs]
    cars = [_timed(visit, booking, _car(booking, visit)) for booking in visit.car_bookings]
    yield from _by_day([*legs, *cars])


def _leg(leg: Leg, visit: Visit) -> Row:
    at = leg.at_in(visit.zone)
    way = " → ".join(filter(None, (leg.from_place, leg.to_place)))
    return Row(
        key=0,
        icon=CARRIERS.get(leg.carrier, "car"),
        lead=f"{at:%H:%M}" if at else "",
        lead_room=ROOM[:5],
        first=leg.number or leg.plate or choice_word(leg.carrier),
        second=" ".join(filter(None, (way, leg.terminal))),
        end=choice_word(leg.direction),
    )


def _car(booking: CarBooking, visit: Visit) -> Row:
    car, driver = booking.car, booking.driver
    heads = booking.heads if booking.heads is not None else visit.head_count
    riders = ngettext("{count} person", "{count} people", heads).format(count=heads) if heads else ""
    return Row(
        key=0,
        icon="car",
        first=" ".join(filter(None, (car.plate, car.model))) if car else _("Car open"),
        second=driver.name if driver else _("Driver open"),
        below=" · ".join(filter(None, (booking.purpose, riders))),
        end=phone_words(driver.phone) if driver and driver.phone else "",
    )


def _timed(visit: Visit, part: Any, row: Row) -> Timed:
    """A part beside its time on the clock of the company, which stands before it."""
    at = visit.local(part.starts_at)
    return at, Row(**{**row.__dict__, "lead": f"{at:%H:%M}" if at else "", "lead_room": ROOM[:5]})


def _by_day(timed: Sequence[Timed]) -> Iterator[Row]:
    """What has a time minute by minute, a heading for each day; then what has none."""
    ordered = sorted(timed, key=lambda one: (one[0] is None, one[0].timestamp() if one[0] else 0.0))
    for day, rows in groupby(ordered, key=lambda one: one[0].date() if one[0] else None):
        yield Row(key=0, icon="calendar", first=_("Time open") if day is None else short_day(day))
        yield from (row for _at, row in rows)
