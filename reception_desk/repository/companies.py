"""Companies and people that came before, found again."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, selectinload

from reception_desk.domain.company import Company
from reception_desk.domain.employee import Employee
from reception_desk.domain.person import Person


class Companies:
    """Queries over companies, people, and our own."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def named(self, name: str) -> Company | None:
        """The company of that name, Chinese or Latin, as written."""
        query = (
            select(Company).where(or_(Company.name == name, Company.name_latin == name)).order_by(Company.id)
        )
        return self._session.execute(query).scalars().first() if name else None

    def beginning(self, name: str, limit: int = 8) -> list[Company]:
        """Companies whose name holds these words, for choosing while typing."""
        query = (
            select(Company)
            .where(
                or_(
                    Company.name.contains(name, autoescape=True),
                    Company.name_latin.icontains(name, autoescape=True),
                )
            )
            .order_by(Company.name)
            .limit(limit)
        )
        return list(self._session.execute(query).scalars())

    def person(self, name: str, company_id: int | None, phone: str = "") -> Person | None:
        """The person of that name at that company; where phones are known they must agree."""
        query = (
            select(Person)
            .where(or_(Person.name == name, Person.name_latin == name), Person.company_id == company_id)
            .options(selectinload(Person.company))
            .order_by(Person.id)
        )
        people = self._session.execute(query).scalars().all() if name else ()
        return next(
            (person for person in people if not (phone and person.phone and person.phone != phone)), None
        )

    def employees(self) -> list[Employee]:
        """Our own people, by rank and name."""
        query = select(Employee).order_by(Employee.rank.is_(None), Employee.rank, Employee.name)
        return list(self._session.execute(query).scalars())

    def attendants(self) -> list[str]:
        """The names of those of us who are at the desk at times, by rank and name."""
        query = (
            select(Employee.name)
            .where(Employee.at_desk, Employee.is_active)
            .order_by(Employee.rank.is_(None), Employee.rank, Employee.name)
        )
        return list(self._session.execute(query).scalars())
