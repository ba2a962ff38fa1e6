"""Queries over what the house has: its people, departments, cars, drivers, hotels, rooms, places nearby."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from reception_desk.domain.booking import Car, CarBooking, Driver, Hotel, HotelBooking
from reception_desk.domain.department import Department
from reception_desk.domain.employee import Employee
from reception_desk.domain.entity import Entity
from reception_desk.domain.host import Host
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.nearby_place import NearbyPlace
from reception_desk.domain.room import Room
from reception_desk.domain.visit import Visit
from reception_desk.domain.walk_in import WalkIn

Kind = TypeVar("Kind", bound=Entity)

_ORDER: Final[dict[type[Any], tuple[Any, ...]]] = {
    Employee: (Employee.rank.is_(None), Employee.rank, Employee.department, Employee.name),
    Department: (Department.name,),
    Car: (Car.plate,),
    Driver: (Driver.name,),
    Hotel: (Hotel.name,),
    Room: (Room.kind, Room.name),
    NearbyPlace: (NearbyPlace.kind, NearbyPlace.name),
}


class House:
    """The lists that a desk chooses from, and what was chosen out of them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self, kind: type[Kind]) -> list[Kind]:
        """Every entry of a list in its order, those no longer offered at the end."""
        listed: Any = kind
        query = select(kind).order_by(listed.is_active.desc(), *_ORDER[kind], listed.id)
        return list(self._session.execute(query).scalars())

    def alike(self, kind: type[Kind], **values: object) -> list[Kind]:
        """The entries with exactly these values."""
        return list(self._session.execute(select(kind).filter_by(**values)).scalars())

    def visits_with(self, entry: Entity) -> list[str]:
        """The numbers of the visits that an entry is used in, the newest first."""
        numbers: set[str] = set()
        for used_in in _uses(entry):
            numbers.update(self._session.execute(used_in).scalars())
        return sorted(numbers, reverse=True)

    def walk_ins_with(self, entry: Entity) -> int:
        """How many lines of the register name an employee or a department."""
        column = {Employee: WalkIn.host, Department: WalkIn.department}.get(type(entry))
        if column is None:
            return 0
        query = select(func.count()).select_from(WalkIn).where(column == _name(entry))
        return self._session.execute(query).scalar_one()

    def departments_of_people(self) -> list[str]:
        """The departments that our own people are in, whether listed or not."""
        query = select(Employee.department).distinct().where(Employee.department != "", Employee.is_active)
        return list(self._session.execute(query).scalars())


def _name(entry: Any) -> str:
    return str(entry.name)


def _uses(entry: Entity) -> list[Any]:
    """The questions for the numbers of the visits that hold an entry."""
    at, name = entry.id, getattr(entry, "name", "")
    held: dict[type[Any], tuple[tuple[Any, ColumnElement[bool]], ...]] = {
        Car: ((CarBooking, CarBooking.car_id == at),),
        Driver: ((CarBooking, CarBooking.driver_id == at),),
        Hotel: ((HotelBooking, HotelBooking.hotel_id == at),),
        Room: ((Meeting, Meeting.room_id == at), (Meal, Meal.room_id == at)),
        Employee: ((ItineraryRow, ItineraryRow.host == name), (Host, Host.employee_id == at)),
        Department: (),
        NearbyPlace: (),
    }
    questions: list[Any] = [
        select(Visit.number).join(part, part.visit_id == Visit.id).where(holds)
        for part, holds in held[type(entry)]
    ]
    if isinstance(entry, Department):
        questions.append(select(Visit.number).where(Visit.owner_department == name))
    if isinstance(entry, Employee):
        questions.append(select(Visit.number).where(Visit.applicant == name))
    return questions
