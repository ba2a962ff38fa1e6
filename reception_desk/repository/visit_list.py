"""The list of visits by pages: what is found, in the order of arrival, narrowed; fast whatever the store holds.

The ids of a page are found by an index alone (the list's, or the search index, whose rows stand in the same order);
only then the rows of that one page are looked at.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, Final, cast

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    bindparam,
    column,
    func,
    or_,
    select,
    table,
    text,
    true,
    union_all,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session, aliased

from reception_desk.domain.company import Company
from reception_desk.domain.entity import Answer
from reception_desk.domain.guest import Guest
from reception_desk.domain.person import Person
from reception_desk.domain.visit import Visit, VisitState
from reception_desk.domain.visit_filter import EVERYTHING, UNTOLD_STAY, Period, VisitFilter, VisitStanding
from reception_desk.domain.visit_line import VisitLine
from reception_desk.repository import search

NEWEST_FIRST: Final = (Visit.arrival_at.desc().nulls_first(), Visit.id.desc())
UNDONE: Final = frozenset({VisitStanding.HERE, VisitStanding.DRAFT, VisitStanding.SUBMITTED})
STATES: Final = {state.value: state for state in VisitState}
ANSWERS: Final = {answer.value: answer for answer in Answer}
Values = dict[str, Any]
Row = tuple[Any, ...]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is asked for at a moment: words, filter, and the zone whose days count."""

    asked: str = ""
    chosen: VisitFilter = EVERYTHING
    now: datetime = search.EPOCH
    zone: str = "UTC"


EVERY_VISIT: Final = Wanted()


@dataclass(frozen=True, kw_only=True)
class _Shape:
    """What a question is made of; questions of one shape are built and compiled once."""

    searches: bool
    starts: bool
    ends: bool
    coming: bool
    standing: VisitStanding | None
    level: bool
    department: bool


def page(session: Session, wanted: Wanted, limit: int, offset: int) -> list[VisitLine]:
    """The lines of one page, newest first, those without an arrival before them."""
    shape, values = _shape(session, wanted)
    rows = _lines(shape).rows(session, values | {"limit": limit, "offset": offset})
    rows.sort(key=_order, reverse=True)  # the page is the right one already, its rows need not be in order
    return [_line(row) for row in rows]


def count(session: Session, wanted: Wanted, up_to: int = -1) -> int:
    """How many there are; no more than `up_to` are counted, if that is given."""
    shape, values = _shape(session, wanted)
    if not wanted.chosen and not shape.searches:
        query = (
            "SELECT (SELECT count(*) FROM visit) - (SELECT count(*) FROM visit WHERE deleted_at IS NOT NULL)"
        )
        return int(session.connection().execute(text(query)).scalar_one())
    ((counted,),) = _counted(shape).rows(session, values | {"limit": up_to, "offset": 0})
    return int(counted)


class _Question:
    """A query compiled once and asked past SQLAlchemy's rows: those would cost more than the search itself."""

    def __init__(self, query: Select[Any]) -> None:
        compiled = query.compile(dialect=sqlite.dialect(paramstyle="named"))
        self._sql, self._fixed = (
            str(compiled),
            {name: _stored(value) for name, value in compiled.params.items()},
        )

    def rows(self, session: Session, values: Values) -> list[Row]:
        """What the store answers, as it keeps it."""
        given = {name: _stored(values[name]) for name in self._fixed if name in values}
        raw = cast("sqlite3.Connection", session.connection().connection.driver_connection)
        return raw.execute(self._sql, self._fixed | given).fetchall()


def _stored(value: object) -> object:
    """A value as the store keeps it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    return value.value if isinstance(value, Enum) else value


def _order(row: Row) -> tuple[bool, str, int]:
    """As `NEWEST_FIRST`, seen from the other end."""
    return row[3] is None, row[3] or "", row[0]


def _line(row: Row) -> VisitLine:
    """A row as a line; written out, for a page is made of fifty at every key."""
    visit_id, number, state, arrival, departure, came, went, *rest, pick_up, hotel = row
    moment = datetime.fromisoformat
    line = (
        visit_id,
        number,
        STATES[state],
        moment(arrival + "+00:00") if arrival else None,
        moment(departure + "+00:00") if departure else None,
        moment(came + "+00:00") if came else None,
        moment(went + "+00:00") if went else None,
        *rest,
        ANSWERS[pick_up],
        ANSWERS[hotel],
    )
    return VisitLine._make(line)


def _shape(session: Session, wanted: Wanted) -> tuple[_Shape, Values]:
    chosen, expression = wanted.chosen, search.match_expression(wanted.asked)
    start, end = chosen.span(wanted.now, wanted.zone)
    shape = _Shape(
        searches=expression is not None,
        starts=start is not None,
        ends=end is not None,
        coming=chosen.period is Period.COMING,
        standing=chosen.standing,
        level=chosen.level is not None,
        department=bool(chosen.department),
    )
    low = None if start is None or shape.coming else _earliest_here(session, start)
    values = {
        "asked": expression,
        "start": start,
        "end": end,
        "low": low,
        "low_place": low and search.first_place(low),
        "end_place": end and search.first_place(end) + search.SPILLED,
        "since": _since(session, wanted),
        "now": wanted.now,
        "untold": wanted.now - UNTOLD_STAY,
        "level": chosen.level,
        "department": chosen.department,
    }
    return shape, values


def _since(session: Session, wanted: Wanted) -> datetime:
    """Before this came nobody who is here, or still to come."""
    if wanted.chosen.standing is VisitStanding.HERE:
        return min(_earliest_here(session, wanted.now), wanted.now - UNTOLD_STAY)
    return wanted.now


def _earliest_here(session: Session, start: datetime) -> datetime:
    """When those came who are still here at `start`; nobody who came before need be looked at."""
    still = select(func.min(Visit.arrival_at)).where(Visit.departure_at >= start)
    earliest = session.connection().execute(still).scalar_one()
    return min(earliest, start) if earliest else start


@lru_cache(maxsize=64)
def _lines(shape: _Shape) -> _Question:
    ids = _ids(shape).subquery("found")
    caller, called = aliased(Guest), aliased(Person)
    contact = (
        select(called.phone)
        .join(caller, caller.person_id == called.id)
        .where(caller.visit_id == Visit.id, caller.is_contact)
        .limit(1)
        .scalar_subquery()
    )
    lines = (
        select(
            Visit.id,
            Visit.number,
            Visit.state,
            Visit.arrival_at,
            Visit.departure_at,
            Visit.actual_arrival_at,
            Visit.actual_departure_at,
            Visit.zone,
            func.coalesce(func.nullif(Company.name, ""), Company.name_latin, "").label("company"),
            func.coalesce(func.nullif(Person.name, ""), Person.name_latin, "").label("main_guest"),
            func.coalesce(Guest.title, "").label("title"),
            Visit.heads,
            Visit.level,
            Visit.owner_department,
            Visit.applicant,
            Visit.applicant_phone,
            func.coalesce(func.nullif(contact, ""), Person.phone, "").label("contact"),
            Visit.purpose,
            Visit.pick_up,
            Visit.hotel,
        )
        .join(ids, ids.c.id == Visit.id)
        .outerjoin(Company, Company.id == Visit.company_id)
        .outerjoin(Guest, (Guest.visit_id == Visit.id) & Guest.is_main)
        .outerjoin(Person, Person.id == Guest.person_id)
    )
    return _Question(cast("Select[Any]", lines))


@lru_cache(maxsize=64)
def _counted(shape: _Shape) -> _Question:
    return _Question(select(func.count()).select_from(_ids(shape).subquery("found")))


def _ids(shape: _Shape) -> Select[Any]:
    query = select(Visit.id).where(Visit.deleted_at.is_(None), *_conditions(shape))
    if shape.searches:
        index = table("visit_search", column("visit_search"), column("rowid"))
        words = table("visit_search_words", column("place"), column("visit_id"))
        found, place = index.c.visit_search.op("MATCH")(bindparam("asked")), index.c.rowid
        query = query.select_from(
            index.join(words, words.c.place == place).join(Visit, Visit.id == words.c.visit_id)
        ).where(found, *_places(shape, place))
        query = query.order_by(place.desc())
    else:
        query = query.order_by(*NEWEST_FIRST)
    return query.limit(bindparam("limit")).offset(bindparam("offset"))


def _places(shape: _Shape, place: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    """The stretch of the search index that need be looked at."""
    limits = []
    if shape.starts and not shape.coming:
        limits.append(place >= bindparam("low_place"))
    if shape.ends:
        limits.append(place < bindparam("end_place"))
    return limits


def _conditions(shape: _Shape) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if shape.coming:
        conditions.append(or_(Visit.arrival_at >= bindparam("start"), Visit.arrival_at.is_(None)))
    elif shape.starts:
        here = or_(Visit.arrival_at >= bindparam("start"), Visit.departure_at >= bindparam("start"))
        conditions += [Visit.arrival_at >= bindparam("low"), here]
    if shape.ends:
        conditions.append(Visit.arrival_at < bindparam("end"))
    if shape.level:
        conditions.append(Visit.level == bindparam("level"))
    if shape.department:
        conditions.append(Visit.owner_department == bindparam("department"))
    if shape.standing is not None:
        conditions.append(_standing(shape.standing))
    if shape.standing in UNDONE:
        conditions.append(Visit.id.in_(_not_long_ago()))
    return conditions


def _not_long_ago() -> CompoundSelect[Any]:
    """The few visits that may be here or still come: two short stretches of the index instead of all of it."""
    known = select(Visit.id).where(Visit.deleted_at.is_(None), Visit.arrival_at >= bindparam("since"))
    return union_all(known, select(Visit.id).where(Visit.deleted_at.is_(None), Visit.arrival_at.is_(None)))


def _standing(standing: VisitStanding) -> ColumnElement[bool]:
    """The same as `domain.visit_filter.standing_of`, in SQL."""
    if standing is VisitStanding.CANCELLED:
        return Visit.state == VisitState.CANCELLED
    over = or_(
        Visit.actual_departure_at.is_not(None),
        Visit.departure_at < bindparam("now"),
        and_(Visit.departure_at.is_(None), func.coalesce(Visit.arrival_at < bindparam("untold"), False)),
    )
    begun = or_(Visit.actual_arrival_at.is_not(None), Visit.arrival_at <= bindparam("now"))
    conditions = {
        VisitStanding.OVER: over,
        VisitStanding.HERE: and_(_not(over), begun),
        VisitStanding.DRAFT: and_(_not(over), _not(begun), Visit.state == VisitState.DRAFT),
        VisitStanding.SUBMITTED: and_(_not(over), _not(begun), Visit.state == VisitState.SUBMITTED),
    }
    return and_(Visit.state != VisitState.CANCELLED, conditions[standing])


def _not(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Not so, or not known."""
    return func.coalesce(condition, False).is_not(true())
