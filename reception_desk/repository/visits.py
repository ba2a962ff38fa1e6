"""Visits, as the screens and services ask for them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, func, or_, select, text
from sqlalchemy.orm import Session, joinedload, selectinload

from reception_desk.domain.booking import CarBooking
from reception_desk.domain.guest import Guest
from reception_desk.domain.host import Host
from reception_desk.domain.person import Person
from reception_desk.domain.visit import Visit, VisitState
from reception_desk.domain.visit_line import VisitLine
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.repository import search, visit_list
from reception_desk.repository.visit_list import EVERY_VISIT, Wanted

PLANNED = (  # what the preparation list is worked out from
    joinedload(Visit.company),
    selectinload(Visit.hosts).joinedload(Host.employee),
    selectinload(Visit.guests).joinedload(Guest.person).joinedload(Person.company),
    selectinload(Visit.legs),
    selectinload(Visit.meetings),
    selectinload(Visit.meals),
    selectinload(Visit.hotel_bookings),
    selectinload(Visit.car_bookings),
    selectinload(Visit.items),
)
SHORTLY = (  # what is told of a visit that is over
    joinedload(Visit.company),
    selectinload(Visit.guests).joinedload(Guest.person).joinedload(Person.company),
    selectinload(Visit.hosts).joinedload(Host.employee),
)
MOST_BEFORE: Final = 4
"""How many earlier visits are told of."""
WHOLE = (
    *PLANNED,
    selectinload(Visit.itinerary),
    selectinload(Visit.car_bookings).joinedload(CarBooking.car),
    selectinload(Visit.car_bookings).joinedload(CarBooking.driver),
    selectinload(Visit.tickets),
    selectinload(Visit.messages),
    selectinload(Visit.tour_stops),
    selectinload(Visit.questions),
    selectinload(Visit.briefings),
    selectinload(Visit.opinions),
    selectinload(Visit.department_notices),
    selectinload(Visit.gifts),
    selectinload(Visit.list_ticks),
    selectinload(Visit.materials),
)


class Visits:
    """Queries over visits."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def whole(self, visit_id: int) -> Visit | None:
        """A visit with everything that belongs to it, read anew; one in the bin is not there."""
        return self._one(select(Visit).where(Visit.id == visit_id))

    def get(self, visit_id: int) -> Visit:
        """The same; a ReceptionError where it is not there."""
        return _there(self.whole(visit_id))

    def get_planned(self, visit_id: int) -> Visit:
        """As `planned`; a ReceptionError where it is not there."""
        return _there(self.planned(visit_id))

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

    def arriving(self, start: datetime, end: datetime) -> list[Visit]:
        """Visits that come in [start, end), with what their lists are worked out from; cancelled ones left out."""
        query = (
            select(Visit)
            .where(
                Visit.state != VisitState.CANCELLED,
                Visit.deleted_at.is_(None),
                Visit.arrival_at >= start,
                Visit.arrival_at < end,
            )
            .order_by(Visit.arrival_at, Visit.id)
            .options(*PLANNED)
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

    def planned_among(self, visit_ids: Collection[int]) -> dict[int, Visit]:
        """Those of these visits that are there, with what their preparation lists are worked out from, read anew."""
        query = select(Visit).where(Visit.id.in_(visit_ids), Visit.deleted_at.is_(None))
        return {visit.id: visit for visit in self._planned(query)}

    def to_prepare(self, since: datetime) -> list[Visit]:
        """Visits that were not over at `since`, however far off, with what their preparation lists need, by arrival."""
        last = func.coalesce(Visit.departure_at, Visit.arrival_at, Visit.received_at)
        query = select(Visit).where(
            Visit.state != VisitState.CANCELLED, Visit.deleted_at.is_(None), last >= since
        )
        return self._planned(query.order_by(Visit.arrival_at.is_(None), Visit.arrival_at, Visit.id))

    def _planned(self, query: Select[Any]) -> list[Visit]:
        loaded = query.options(*PLANNED).execution_options(populate_existing=True)
        return list(self._session.execute(loaded).scalars())

    def page(self, wanted: Wanted = EVERY_VISIT, *, limit: int = 200, offset: int = 0) -> list[VisitLine]:
        """The newest visits that are wanted; names, companies, pinyin, initials, phones, numbers, plates."""
        return visit_list.page(self._session, wanted, limit, offset)

    def count(self, wanted: Wanted = EVERY_VISIT, up_to: int = -1) -> int:
        """How many visits are wanted, counted no further than `up_to`."""
        return visit_list.count(self._session, wanted, up_to)

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

    def before(self, visit: Visit, limit: int = MOST_BEFORE) -> list[Visit]:
        """When the company was here before this visit, the latest first, with guests and hosts; no cancelled one."""
        coming = visit.arrival_at or visit.received_at
        if visit.company_id is None or coming is None:
            return []
        query = (
            select(Visit)
            .where(
                Visit.company_id == visit.company_id,
                Visit.id != visit.id,
                Visit.deleted_at.is_(None),
                Visit.state != VisitState.CANCELLED,
                Visit.arrival_at < coming,
            )
            .order_by(Visit.arrival_at.desc(), Visit.id.desc())
            .limit(limit)
            .options(*SHORTLY)
        )
        return list(self._session.execute(query).scalars())

    def last_position(self, kind: type[Any], visit_id: int) -> int:
        """The last position that the rows of a visit have, 0 where there are none."""
        query = select(func.coalesce(func.max(kind.position), 0)).where(kind.visit_id == visit_id)
        return int(self._session.execute(query).scalar_one())

    def departments(self) -> Sequence[str]:
        """The owner departments that occur, for choosing from; the index is leapt through, not read."""
        leaps = text(
            "WITH RECURSIVE one(name) AS (SELECT min(owner_department) FROM visit WHERE owner_department > ''"
            " UNION ALL SELECT (SELECT min(owner_department) FROM visit WHERE owner_department > name) FROM one"
            " WHERE name IS NOT NULL) SELECT name FROM one WHERE name IS NOT NULL AND EXISTS"
            " (SELECT 1 FROM visit WHERE owner_department = name AND deleted_at IS NULL)"
        )
        return [str(name) for (name,) in self._session.execute(leaps)]

    def kinds(self) -> Sequence[str]:
        """The kinds of reception that occur, for choosing from (P2)."""
        query = select(Visit.kind).where(Visit.kind != "", Visit.deleted_at.is_(None)).distinct()
        return self._session.execute(query.order_by(Visit.kind)).scalars().all()

    def index_again(self) -> int:
        """Rebuild the search index from the facts."""
        return search.rebuild(self._session)

    def wrongly_indexed(self) -> list[str]:
        """Numbers of visits whose index entry is not what the facts say."""
        return search.differing(self._session)


def _there(visit: Visit | None) -> Visit:
    if visit is None:
        raise ReceptionError(_("This visit is no longer there."))
    return visit
