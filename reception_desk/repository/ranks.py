"""Who holds a rank of the company's scale."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from reception_desk.domain.employee import Employee
from reception_desk.domain.guest import Guest
from reception_desk.domain.host import Host
from reception_desk.domain.visit import Visit


@dataclass(frozen=True, kw_only=True)
class Holders:
    """How many hold a rank: guests of visits, hosts written down for one visit, our own people."""

    guests: int
    hosts: int
    employees: int

    def __bool__(self) -> bool:
        return bool(self.guests or self.hosts or self.employees)


class Ranks:
    """Queries over the ranks that are held."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def holders(self, number: int) -> Holders:
        """Who holds the rank of that number; visits in the bin count, for they may come back."""
        guests = select(func.count(Guest.id)).join(Visit, Visit.id == Guest.visit_id)
        hosts = select(func.count(Host.id))
        employees = select(func.count(Employee.id))
        return Holders(
            guests=self._session.execute(guests.where(Guest.rank == number)).scalar_one(),
            hosts=self._session.execute(hosts.where(Host.rank == number)).scalar_one(),
            employees=self._session.execute(employees.where(Employee.rank == number)).scalar_one(),
        )
