"""Records that may be one, found by the store itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload

from reception_desk.domain.company import Company
from reception_desk.domain.distinct_pair import DistinctPair
from reception_desk.domain.duplicate import Alike, Pair, plain, plain_company
from reception_desk.domain.gift import Gift
from reception_desk.domain.guest import Guest
from reception_desk.domain.person import Person
from reception_desk.domain.rivalry import Rivalry
from reception_desk.domain.visit import Visit
from reception_desk.domain.walk_in import WalkIn

MOST: Final = 100
Record = type[Company] | type[Person]


class Duplicates:
    """Queries for pairs, and for all that names a record."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def companies(self) -> list[Pair]:
        """Pairs of companies with the same name but for its legal form, the same Latin name or phone."""
        self._teach("plain_company", plain_company)
        found = [
            (Alike.NAME, self._groups(Company, func.plain_company(Company.name), Company.name)),
            (
                Alike.LATIN_NAME,
                self._groups(Company, func.plain_company(Company.name_latin), Company.name_latin),
            ),
            (Alike.PHONE, self._groups(Company, Company.phone, Company.phone)),
        ]
        return self._pairs(Company, found)

    def people(self) -> list[Pair]:
        """Pairs of people with the same phone, or the same name or Latin name at the same company."""
        self._teach("plain", plain)
        found = [
            (Alike.PHONE, self._groups(Person, Person.phone, Person.phone, Person.phone_extension)),
            (Alike.NAME, self._groups(Person, func.plain(Person.name), Person.name, Person.company_id)),
            (
                Alike.LATIN_NAME,
                self._groups(Person, func.plain(Person.name_latin), Person.name_latin, Person.company_id),
            ),
        ]
        return self._pairs(Person, found)

    def _teach(self, name: str, function: Callable[[str], str]) -> None:
        """Let the store compare names as we do."""
        raw: Any = self._session.connection().connection.driver_connection
        raw.create_function(name, 1, function, deterministic=True)

    def _groups(
        self,
        kind: Record,
        key: ColumnElement[str] | InstrumentedAttribute[str],
        field: InstrumentedAttribute[str],
        *beside: InstrumentedAttribute[Any],
    ) -> list[list[int]]:
        """Ids of the records that share the key, and what stands beside it; blanks share nothing."""
        query = (
            select(func.group_concat(kind.id))
            .where(field != "")
            .group_by(key, *beside)
            .having(func.count() > 1, key != "")
            .limit(MOST)
        )
        return [sorted(map(int, ids.split(","))) for ids in self._session.execute(query).scalars()]

    def _pairs(self, kind: Record, found: Iterable[tuple[Alike, list[list[int]]]]) -> list[Pair]:
        alike: dict[tuple[int, int], Alike] = {}
        for why, groups in found:
            for first, *others in groups:
                for other in others:
                    alike.setdefault((first, other), why)
        told = self._told_apart(kind)
        wanted = [(pair, why) for pair, why in alike.items() if pair not in told][:MOST]
        records = self._records(kind, {identity for pair, _why in wanted for identity in pair})
        counts = {identity: self._counted(kind, identity) for identity in records}
        return [
            Pair(
                one=records[one],
                other=records[other],
                alike=why,
                visits=(counts[one][0], counts[other][0]),
                last=(counts[one][1], counts[other][1]),
            )
            for (one, other), why in wanted
        ]

    def _told_apart(self, kind: Record) -> set[tuple[int, int]]:
        """The pairs of which somebody has said that they are two."""
        query = select(DistinctPair.one_id, DistinctPair.other_id)
        rows = self._session.execute(query.where(DistinctPair.kind == kind.__tablename__))
        return {(one, other) for one, other in rows}

    def _records(self, kind: Record, ids: set[int]) -> dict[int, Any]:
        query: Select[Any] = select(kind).where(kind.id.in_(ids))
        if kind is Person:
            query = query.options(joinedload(Person.company))
        return {record.id: record for record in self._session.execute(query).scalars()}

    def _counted(self, kind: Record, identity: int) -> tuple[int, datetime | None]:
        """How many visits name a record, and when the last of them was."""
        query = select(func.count(Visit.id), func.max(Visit.arrival_at))
        if kind is Company:
            query = query.where(Visit.company_id == identity)
        else:
            query = query.join(Guest, Guest.visit_id == Visit.id).where(Guest.person_id == identity)
        count, last = self._session.execute(query.where(Visit.deleted_at.is_(None))).one()
        return count, last

    def naming_company(self, company_id: int) -> Iterator[Visit | Person]:
        """Every visit and every person of a company."""
        yield from self._session.execute(select(Visit).where(Visit.company_id == company_id)).scalars()
        yield from self._session.execute(select(Person).where(Person.company_id == company_id)).scalars()

    def rivalries(self, company_id: int) -> Sequence[Rivalry]:
        """Every pair of rivals that a company is part of."""
        query = select(Rivalry).where(or_(Rivalry.company_id == company_id, Rivalry.rival_id == company_id))
        return self._session.execute(query).scalars().all()

    def naming_person(self, person_id: int) -> Iterator[Guest | WalkIn | Gift]:
        """Every part in a visit, every register entry and every gift of a person."""
        yield from self._session.execute(select(Gift).where(Gift.person_id == person_id)).scalars()
        yield from self._session.execute(select(Guest).where(Guest.person_id == person_id)).scalars()
        yield from self._session.execute(select(WalkIn).where(WalkIn.person_id == person_id)).scalars()

    def visit_of_both(self, one: int, other: int) -> Visit | None:
        """A visit on whose list both people stand; on one in the bin nobody could remove either of them."""
        theirs = select(Guest.visit_id).where(Guest.person_id == one)
        query = (
            select(Visit)
            .join(Guest, Guest.visit_id == Visit.id)
            .where(Guest.person_id == other, Visit.id.in_(theirs), Visit.deleted_at.is_(None))
        )
        return self._session.execute(query).scalars().first()
