"""What was said when a car, rooms or a meal was booked: without paper, an edition all the same (5.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, ClassVar, Final, TypeVar

from reception_desk.documents.dispatch_slip import journey_of
from reception_desk.documents.hand_out import PaperFacts
from reception_desk.documents.telling import Telling
from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.edition import Choice, Content
from reception_desk.domain.journey import Direction, Leg
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.visit import Visit, VisitState
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _

Pairs = Iterator[tuple[str, str]]
Part = TypeVar("Part", CarBooking, HotelBooking, Meeting, Meal)


class CarTold(Telling):
    """A car and its driver; `leg_id` is the journey that it was booked for, followed wherever it moves."""

    number = "booked-car"
    title = N_("Car booking")
    about: ClassVar[str] = "car_booking_id"

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """When, what for, which car and driver, the journey it goes to, how many, whom to call."""
        visit = facts.visit
        booking = _part(visit.car_bookings, choice.car_booking_id)
        leg = next((leg for leg in visit.legs if leg.id == choice.leg_id), None)
        heads = booking.heads if booking.heads is not None else visit.head_count
        return (
            ("booking/purpose", booking.purpose),
            ("booking/out", stored(visit.local(booking.starts_at))),
            ("booking/back", stored(visit.local(booking.ends_at))),
            ("booking/plate", booking.car.plate if booking.car else ""),
            ("booking/driver", booking.driver.name if booking.driver else ""),
            *_journey(leg),
            ("booking/heads", "" if heads is None else str(heads)),
            *_contact(visit),
            *_called_off(visit),
        )


class HotelTold(Telling):
    """Rooms at a hotel."""

    number = "booked-hotel"
    title = N_("Hotel booking")
    about: ClassVar[str] = "hotel_booking_id"

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """From when to when, how many rooms of which kind, beds, the names."""
        visit = facts.visit
        stay = _part(visit.hotel_bookings, choice.hotel_booking_id)
        arrives = stored(visit.local(stay.check_in_at))
        names = [guest.person.name_in("zh") for guest in visit.guests if not guest.is_agent]
        return (
            ("booking/hotel", stay.hotel),
            ("booking/in", arrives or (stay.check_in.isoformat() if stay.check_in else "")),
            ("booking/check-out", stay.check_out.isoformat() if stay.check_out else ""),
            ("booking/rooms", _number(stay.rooms)),
            ("booking/room kind", stay.room_kind),
            ("booking/beds", _number(stay.beds)),
            *((f"guest {number}/name", name) for number, name in enumerate(names, 1)),
            *_called_off(visit),
        )


class RoomTold(Telling):
    """A room for a talk."""

    number = "booked-room"
    title = N_("Meeting room")
    about: ClassVar[str] = "meeting_id"

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """Which room, from when to when, how many of both sides, what is needed in it."""
        visit = facts.visit
        meeting = _part(visit.meetings, choice.meeting_id)
        return (
            ("booking/room", meeting.room),
            ("booking/starts", stored(visit.local(meeting.starts_at))),
            ("booking/ends", stored(visit.local(meeting.ends_at))),
            ("booking/guests", _number(visit.head_count)),
            ("booking/our people", _number(meeting.our_heads)),
            ("booking/needs", meeting.needs),
            *_called_off(visit),
        )


class MealTold(Telling):
    """A meal."""

    number = "booked-meal"
    title = N_("Meal")
    about: ClassVar[str] = "meal_id"

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """Where, when, for how many, who must not eat what."""
        visit = facts.visit
        meal = _part(visit.meals, choice.meal_id)
        heads = meal.heads if meal.heads is not None else visit.head_count
        diets = [guest.diet.strip() for guest in visit.guests if guest.diet and guest.diet.strip()]
        return (
            ("booking/place", meal.place),
            ("booking/starts", stored(visit.local(meal.starts_at))),
            ("booking/heads", _number(heads)),
            ("booking/diets", "; ".join(sorted(diets))),
            *_called_off(visit),
        )


BOOKED: Final[dict[type[Any], CarTold | HotelTold | RoomTold | MealTold]] = {
    CarBooking: CarTold(),
    HotelBooking: HotelTold(),
    Meeting: RoomTold(),
    Meal: MealTold(),
}
"""What is told when such a booking is made."""


def choice_for(booking: Any, visit: Visit) -> Choice:
    """Under which choice it is told: which booking, and the journey that a car goes to."""
    about = {BOOKED[type(booking)].about: booking.id}
    leg = journey_of(booking, visit) if isinstance(booking, CarBooking) else None
    return Choice(**about, leg_id=leg.id if leg else None)


def stored(moment: datetime | None) -> str:
    """A moment as it stands in a content."""
    return "" if moment is None else moment.strftime("%Y-%m-%dT%H:%M")


def _part(parts: Sequence[Part], identity: int | None) -> Part:
    for part in parts:
        if part.id == identity:
            return part
    raise ReceptionError(_("This booking is no longer part of the visit."))


def _journey(leg: Leg | None) -> Pairs:
    yield "booking/number", leg.number if leg else ""
    arrives = leg is not None and leg.direction is Direction.ARRIVAL
    there = (leg.to_place if arrives else leg.from_place) if leg else ""
    yield "booking/where", " ".join(filter(None, (there, leg.terminal if leg else "")))
    yield "booking/at", stored(leg.local_at) if leg else ""


def _contact(visit: Visit) -> Pairs:
    contact = visit.contact or visit.main_guest
    yield "booking/contact", contact.person.name_in("zh") if contact else ""
    yield "booking/contact phone", contact.person.phone if contact else ""


def _called_off(visit: Visit) -> Pairs:
    if visit.state is VisitState.CANCELLED:
        yield "called off", "yes"


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
