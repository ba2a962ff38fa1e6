"""Bookings of all visits: what is taken, and what stands in the list of a stretch of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from reception_desk.domain.booking import Car, CarBooking, Driver, HotelBooking
from reception_desk.domain.company import Company
from reception_desk.domain.guest import Guest
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.occupancy import UNKNOWN_END, Resource, Stretch, Taken
from reception_desk.domain.room import Room
from reception_desk.domain.ticket import Ticket
from reception_desk.domain.visit import Visit, VisitState

LONGEST: Final = timedelta(days=62)
"""How far back a booking may have begun that still goes on."""
Booking = CarBooking | Meeting | Meal | HotelBooking | Ticket
COUNTS: Final = and_(Visit.state != VisitState.CANCELLED, Visit.deleted_at.is_(None))


class Bookings:
    """Queries over the bookings of all visits that count: neither cancelled nor in the bin."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def taken(self, wanted: Stretch, resource: Resource) -> list[Taken]:
        """What of a kind is taken at some moment of the stretch, or begins within a week after it."""
        queries: dict[Resource, Any] = {
            Resource.CAR: lambda: [self._cars(Car, CarBooking.car_id, Car.plate, resource, wanted)],
            Resource.DRIVER: lambda: [
                self._cars(Driver, CarBooking.driver_id, Driver.name, resource, wanted)
            ],
            Resource.ROOM: lambda: [
                self._rooms(Meeting, Meeting.topic, wanted),
                self._rooms(Meal, Meal.place, wanted),
            ],
        }
        return [one for rows in queries[resource]() for one in rows]

    def _cars(self, kind: Any, key: Any, name: Any, resource: Resource, wanted: Stretch) -> Iterator[Taken]:
        query = select(CarBooking, kind.id, name, *_WHOSE).join(kind, kind.id == key)
        for booking, thing, called, *whose in self._rows(query, CarBooking, wanted):
            yield _taken(booking, resource, thing, called, booking.purpose, whose)

    def _rooms(self, kind: Any, purpose: Any, wanted: Stretch) -> Iterator[Taken]:
        query = select(kind, Room.id, Room.name, purpose, *_WHOSE).join(Room, Room.id == kind.room_id)
        for booking, thing, called, what, *whose in self._rows(query, kind, wanted):
            yield _taken(booking, Resource.ROOM, thing, called, what, whose)

    def _rows(self, query: Select[Any], kind: Any, wanted: Stretch) -> Any:
        joined = (
            query.join(Visit, Visit.id == kind.visit_id)
            .outerjoin(Company, Company.id == Visit.company_id)
            .where(
                COUNTS,
                kind.starts_at >= wanted.starts_at - LONGEST,
                kind.starts_at < wanted.end + timedelta(days=7),
                func.coalesce(kind.ends_at, kind.starts_at) >= wanted.starts_at - UNKNOWN_END,
            )
        )
        return self._session.execute(joined)

    def cars(self, start: datetime, end: datetime) -> list[CarBooking]:
        """Car bookings of a stretch of time and those without one, with car and driver."""
        query = _of(CarBooking, CarBooking.starts_at, CarBooking.ends_at, start, end).options(
            joinedload(CarBooking.car), joinedload(CarBooking.driver)
        )
        return list(self._session.execute(query).scalars())

    def meetings(self, start: datetime, end: datetime) -> list[Meeting]:
        """Meetings of a stretch of time and those without one."""
        query = _of(Meeting, Meeting.starts_at, Meeting.ends_at, start, end)
        return list(self._session.execute(query).scalars())

    def meals(self, start: datetime, end: datetime) -> list[Meal]:
        """Meals of a stretch of time and those without one."""
        query = _of(Meal, Meal.starts_at, Meal.ends_at, start, end)
        return list(self._session.execute(query).scalars())

    def tickets(self, start: datetime, end: datetime) -> list[Ticket]:
        """Tickets that leave in a stretch of time and those without a time."""
        query = _of(Ticket, Ticket.leaves_at, Ticket.leaves_at, start, end)
        return list(self._session.execute(query).scalars())

    def hotels(self, start: datetime, end: datetime) -> list[HotelBooking]:
        """Stays that touch a stretch of time and those without days."""
        query = (
            select(HotelBooking)
            .join(Visit, Visit.id == HotelBooking.visit_id)
            .where(
                COUNTS,
                or_(
                    HotelBooking.check_in.is_(None),
                    HotelBooking.check_in <= (end - timedelta(microseconds=1)).date(),
                ),
                or_(
                    HotelBooking.check_in.is_(None),
                    func.coalesce(HotelBooking.check_out, HotelBooking.check_in) >= start.date(),
                ),
                or_(HotelBooking.check_in.is_not(None), _is_coming(start)),
            )
        )
        return list(self._session.execute(query).scalars())

    def visits(self, ids: set[int]) -> dict[int, Visit]:
        """Those visits with company and guests, as lists of bookings name them."""
        query = (
            select(Visit)
            .where(Visit.id.in_(ids))
            .options(joinedload(Visit.company), selectinload(Visit.guests).joinedload(Guest.person))
        )
        return {visit.id: visit for visit in self._session.execute(query).scalars()}


_WHOSE: Final = (
    Visit.id,
    Visit.number,
    func.coalesce(func.nullif(Company.name, ""), Company.name_latin, ""),
    Visit.zone,
)


def _is_coming(start: datetime) -> Any:
    """Of bookings without a time only those of visits that are not over."""
    return or_(Visit.arrival_at.is_(None), func.coalesce(Visit.departure_at, Visit.arrival_at) >= start)


def _of(kind: Any, begins: Any, ends: Any, start: datetime, end: datetime) -> Select[Any]:
    return (
        select(kind)
        .join(Visit, Visit.id == kind.visit_id)
        .where(
            COUNTS,
            or_(
                and_(begins.is_(None), _is_coming(start)),
                and_(begins < end, begins >= start - LONGEST, func.coalesce(ends, begins) >= start),
            ),
        )
    )


def _taken(booking: Any, resource: Resource, thing: int, called: str, what: str, whose: list[Any]) -> Taken:
    visit_id, number, company, zone = whose
    return Taken(
        resource=resource,
        resource_id=thing,
        name=called,
        table=booking.__tablename__,
        booking_id=booking.id,
        visit_id=visit_id,
        number=number,
        company=company,
        purpose=what,
        zone=zone,
        stretch=Stretch(starts_at=booking.starts_at, ends_at=booking.ends_at),
    )
