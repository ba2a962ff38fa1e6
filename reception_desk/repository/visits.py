"""Visits, as the screens and services ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Select, func, or_, select, text
from sqlalchemy.orm import Session, joinedload, selectinload

from reception_desk.domain.booking import CarBooking
from reception_desk.domain.company import Company
from reception_desk.domain.guest import Guest
from reception_desk.domain.person import Person
from reception_desk.domain.visit import Visit, VisitState
from reception_desk.domain.visit_line import VisitLine
from reception_desk.repository import search

PLANNED = (  # what the preparation list is worked out from
    joinedload(Visit.company),
    selectinload(Visit.guests).joinedload(Guest.person).joinedload(Person.company),
    selectinload(Visit.legs),
    selectinload(Visit.meetings),
    selectinload(Visit.meals),
    selectinload(Visit.hotel_bookings),
    selectinload(Visit.items),
)
WHOLE = (
    *PLANNED,
    selectinload(Visit.itinerary),
    selectinload(Visit.car_bookings).joinedload(CarBooking.car),
    selectinload(Visit.car_bookings).joinedload(CarBooking.driver),
    selectinload(Visit.tickets),
    selectinload(Visit.messages),
)


class Visits:
    """Queries over visits."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def whole(self, visit_id: int) -> Visit | None:
        """A visit with everything that belongs to it, read anew; one in the bin is not there."""
        return self._one(select(Visit).where(Visit.id == visit_id))

    def planned(self, visit_id: int) -> Visit | None:
        """A visit with what its preparation list is worked out from, read anew."""
        query = select(Visit).where(Visit.id == visit_id, Visit.deleted_at.is_(None)).options(*PLANNED)
        return self._session.execute(query.execution_options(populate_existing=True)).scalars().one_or_none()

    def by_number(self, number: str) -> Visit | None:
        """The visit of that number, whole."""
        return self._one(select(Visit).where(Visit.number == number))

    def _one(self, query: Select[Any]) -> Visit | None:
        loaded = (
            query.where(Visit.deleted_at.is_(None)).options(*WHOLE).execution_options(populate_existing=True)
        )
        return self._session.execute(loaded).scalars().one_or_none()

    def between(self, start: datetime, end: datetime) -> list[Visit]:
        """Visits, whole, that are here at some moment of [start, end), by arrival; cancelled ones left out."""
        query = (
            select(Visit)
            .where(
                Visit.state != VisitState.CANCELLED,
                Visit.deleted_at.is_(None),
                Visit.arrival_at < end,
                or_(func.coalesce(Visit.departure_at, Visit.arrival_at) >= start),
            )
            .order_by(Visit.arrival_at, Visit.id)
            .options(*WHOLE)
            .execution_options(populate_existing=True)
        )
        return list(self._session.execute(query).scalars())

    def unfinished(self, since: datetime, until: datetime) -> list[Visit]:
        """Visits, whole, that come before `until` and were not over at `since`; those without a date as well."""
        last = func.coalesce(Visit.departure_at, Visit.arrival_at, Visit.received_at)
        query = (
            select(Visit)
            .where(
                Visit.state != VisitState.CANCELLED,
                Visit.deleted_at.is_(None),
                or_(Visit.arrival_at.is_(None), Visit.arrival_at < until),
                last >= since,
            )
            .order_by(Visit.arrival_at.is_(None), Visit.arrival_at, Visit.id)
            .options(*WHOLE)
            .execution_options(populate_existing=True)
        )
        return list(self._session.execute(query).scalars())

    def page(self, asked: str = "", *, limit: int = 200, offset: int = 0) -> list[VisitLine]:
        """The newest visits that fit what was typed; names, companies, pinyin, initials, phones, numbers."""
        query = self._lines().limit(limit).offset(offset)
        return [VisitLine(**row) for row in self._session.execute(_matching(query, asked)).mappings()]

    def count(self, asked: str = "") -> int:
        """How many visits fit what was typed."""
        counted = _matching(select(func.count()).select_from(Visit), asked)
        return int(self._session.execute(counted).scalar_one())

    def _lines(self) -> Select[Any]:
        lines = (
            select(
                Visit.id,
                Visit.number,
                Visit.state,
                Visit.arrival_at,
                Visit.departure_at,
                Visit.zone,
                func.coalesce(func.nullif(Company.name, ""), Company.name_latin, "").label("company"),
                func.coalesce(func.nullif(Person.name, ""), Person.name_latin, "").label("main_guest"),
                func.coalesce(Guest.title, "").label("title"),
                Visit.heads,
                Visit.level,
                Visit.owner_department,
                Visit.applicant,
            )
            .outerjoin(Company, Company.id == Visit.company_id)
            .outerjoin(Guest, (Guest.visit_id == Visit.id) & Guest.is_main)
            .outerjoin(Person, Person.id == Guest.person_id)
            .order_by(Visit.arrival_at.is_(None).desc(), Visit.arrival_at.desc(), Visit.id.desc())
        )
        return cast("Select[Any]", lines)

    def numbers_like(self, beginning: str) -> Sequence[str]:
        """The numbers given already that begin so."""
        query = select(Visit.number).where(Visit.number.startswith(beginning, autoescape=True))
        return self._session.execute(query).scalars().all()

    def of_company(self, company_id: int) -> list[Visit]:
        """The visits of a company, whole, newest first."""
        query = (
            select(Visit)
            .where(Visit.company_id == company_id, Visit.deleted_at.is_(None))
            .order_by(Visit.arrival_at.desc())
            .options(*WHOLE)
            .execution_options(populate_existing=True)
        )
        return list(self._session.execute(query).scalars())

    def departments(self) -> Sequence[str]:
        """The owner departments that occur, for choosing from."""
        query = (
            select(Visit.owner_department)
            .where(Visit.owner_department != "", Visit.deleted_at.is_(None))
            .distinct()
        )
        return sorted(self._session.execute(query).scalars())

    def index_again(self) -> int:
        """Rebuild the search index from the facts."""
        return search.rebuild(self._session)

    def wrongly_indexed(self) -> list[str]:
        """Numbers of visits whose index entry is not what the facts say."""
        return search.differing(self._session)


def _matching(query: Select[Any], asked: str) -> Select[Any]:
    expression = search.match_expression(asked)
    if expression is None:
        return query
    found = text("SELECT rowid FROM visit_search WHERE visit_search MATCH :asked").bindparams(
        asked=expression
    )
    return query.where(Visit.id.in_(found.columns(Visit.id)))
