"""The bookings that a visit's answers call for (A3.2): all of them wanted, none over one that is there."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.journey import Carrier, Direction
from reception_desk.domain.ticket import Ticket
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _

LEAD: Final = timedelta(minutes=90)
"""How long before an arrival a proposed car leaves, and before a departure it picks the guests up."""
BACK: Final = timedelta(hours=1)


def proposals(visit: Visit) -> list[CarBooking | HotelBooking | Ticket]:
    """A car to each station we go to, rooms for the nights, a ticket for each way back."""
    return [*_cars(visit), *_hotels(visit), *_tickets(visit)]


def _cars(visit: Visit) -> list[CarBooking]:
    if not visit.pick_up.counts or visit.car_bookings:
        return []
    made: list[CarBooking] = []
    words: dict[Direction, str] = {
        Direction.ARRIVAL: _("Pick-up"),
        Direction.DEPARTURE: _("Send-off"),
    }
    for leg in visit.legs:
        if leg.carrier in (Carrier.FLIGHT, Carrier.TRAIN) and leg.direction in words and leg.at:
            starts = leg.at - LEAD
            ends = leg.at + BACK
            made.append(
                CarBooking(visit_id=visit.id, purpose=words[leg.direction], starts_at=starts, ends_at=ends)
            )
    return made


def _hotels(visit: Visit) -> list[HotelBooking]:
    arrival, departure = visit.local(visit.arrival_at), visit.local(visit.departure_at)
    stays = arrival and departure and departure.date() > arrival.date()
    if not visit.hotel.counts or visit.hotel_bookings or not stays or arrival is None or departure is None:
        return []
    return [
        HotelBooking(
            visit_id=visit.id,
            check_in=arrival.date(),
            check_out=departure.date(),
            rooms=visit.head_count,
            beds=visit.head_count,
        )
    ]


def _tickets(visit: Visit) -> list[Ticket]:
    if not visit.ticket.counts or visit.tickets:
        return []
    return [
        Ticket(visit_id=visit.id, leg_id=leg.id, number=leg.number, leaves_at=leg.at)
        for leg in visit.legs
        if leg.direction is Direction.DEPARTURE and leg.carrier in (Carrier.FLIGHT, Carrier.TRAIN)
    ]
