"""People and companies that came before, found while somebody types: by name, pinyin, initials or phone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from sqlalchemy import ColumnElement, and_, or_, select, text
from sqlalchemy.orm import Session, joinedload

from reception_desk.domain.acquaintance import Acquaintance
from reception_desk.domain.company import Company
from reception_desk.domain.guest import Guest
from reception_desk.domain.person import Person
from reception_desk.domain.visit import Visit, VisitState
from reception_desk.domain.walk_in import WalkIn
from reception_desk.repository import search

LATEST: Final = 200
"""Of how many of the latest visits that fit the guests are looked at: who came lately comes again."""


class Acquaintances:
    """Queries for suggestions; each answers in a few milliseconds, whatever the store holds."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def people(self, words: str, limit: int = 8) -> list[Acquaintance]:
        """People who came with a visit and fit, the one who came last first."""
        asked = list(search.tokens(words))
        if not asked:
            return []
        rows = self._session.execute(
            select(Guest, Visit.arrival_at)
            .join(Visit, Visit.id == Guest.visit_id)
            .where(
                or_(Guest.visit_id.in_(self._visits(words)), Guest.person_id.in_(self._people_named(words)))
            )
            .where(Visit.deleted_at.is_(None))
            .order_by(Visit.arrival_at.is_(None), Visit.arrival_at.desc(), Guest.id.desc())
            .options(joinedload(Guest.person).joinedload(Person.company))
        )
        found: dict[int, Acquaintance] = {}
        for guest, arrival in rows:
            if guest.person_id not in found and _fits(asked, _own_words(guest.person)):
                found[guest.person_id] = _guest_before(guest, arrival)
                if len(found) == limit:
                    break
        return list(found.values())

    def companies(self, words: str, limit: int = 8) -> list[Company]:
        """Companies that came with a visit and fit, the one that came last first."""
        asked = list(search.tokens(words))
        if not asked:
            return []
        rows = self._session.execute(
            select(Company)
            .join(Visit, Visit.company_id == Company.id)
            .where(Visit.id.in_(self._visits(words)), Visit.deleted_at.is_(None))
            .order_by(Visit.id.desc())
        ).scalars()
        fitting = (c for c in rows if _fits(asked, _words_of((c.name, c.name_latin, c.aliases), "")))
        return list({company.id: company for company in fitting}.values())[:limit]

    def from_the_register(self, words: str, limit: int = 8) -> list[Acquaintance]:
        """People of earlier register entries whose name or company holds these words, the latest first."""
        like = words.strip()
        if not like:
            return []
        query = (
            select(WalkIn)
            .where(
                or_(
                    WalkIn.name.icontains(like, autoescape=True),
                    WalkIn.company.icontains(like, autoescape=True),
                    WalkIn.phone.contains(like, autoescape=True),
                )
            )
            .order_by(WalkIn.arrived_at.desc())
            .limit(LATEST)
        )
        found: dict[tuple[str, str], Acquaintance] = {}
        for entry in self._session.execute(query).scalars():
            found.setdefault((entry.name, entry.company), _visitor_before(entry))
            if len(found) == limit:
                break
        return list(found.values())

    def parts_before(self, person_ids: Collection[int], visit: Visit) -> list[tuple[Guest, Visit]]:
        """The parts of these people in visits that were before this one, the latest first; no called-off one."""
        query = (
            select(Guest, Visit)
            .join(Visit, Visit.id == Guest.visit_id)
            .where(Guest.person_id.in_(person_ids), *_before(visit))
            .order_by(Visit.arrival_at.is_(None), Visit.arrival_at.desc(), Guest.id.desc())
            .limit(LATEST)
        )
        return [(guest, before) for guest, before in self._session.execute(query)]

    def seen_before(self, visit: Visit) -> set[int]:
        """Which people of a visit (loaded with its guests) came with an earlier one."""
        people = {guest.person_id for guest in visit.guests}
        query = (
            select(Guest.person_id)
            .distinct()
            .join(Visit, Visit.id == Guest.visit_id)
            .where(Guest.person_id.in_(people), *_before(visit))
        )
        return set(self._session.execute(query).scalars()) if people else set()

    def part_before(self, guest: Guest) -> Guest | None:
        """The part that the person behind a guest had in the visit before."""
        visit = self._session.get(Visit, guest.visit_id)
        found = self.parts_before([guest.person_id], visit) if visit else []
        return found[0][0] if found else None

    def day_of(self, guest: Guest) -> date | None:
        """The day of the visit that a guest came with: by then the needs had been asked for."""
        visit = self._session.get(Visit, guest.visit_id)
        moment = visit and (visit.local(visit.arrival_at) or visit.local(visit.received_at))
        return moment.date() if moment else None

    def is_known(self, person_id: int) -> bool:
        """Whether any visit or register entry names this person."""
        named = [
            select(Guest.id).where(Guest.person_id == person_id).limit(1),
            select(WalkIn.id).where(WalkIn.person_id == person_id).limit(1),
        ]
        return any(self._session.execute(query).first() is not None for query in named)

    def _visits(self, words: str) -> list[int]:
        """The latest visits in whose index these words stand; most of them name somebody who fits."""
        query = text(
            "SELECT visit_id FROM visit_search JOIN visit_search_words ON place = visit_search.rowid "
            "WHERE visit_search MATCH :asked ORDER BY visit_search.rowid DESC LIMIT :most"
        )
        asked = {"asked": search.match_expression(words), "most": LATEST}
        return [row.visit_id for row in self._session.execute(query, asked)]

    def _people_named(self, words: str) -> list[int]:
        """People of exactly that name, however long ago they came."""
        query = select(Person.id).where(Person.name == words.strip()).limit(LATEST)
        return list(self._session.execute(query).scalars())


def _before(visit: Visit) -> tuple[ColumnElement[bool], ...]:
    """What makes a visit an earlier one: it came before, and was neither called off nor thrown away."""
    earlier: ColumnElement[bool] = Visit.id < visit.id
    if visit.arrival_at is not None:
        earlier = or_(Visit.arrival_at < visit.arrival_at, and_(Visit.arrival_at.is_(None), earlier))
    is_there = Visit.deleted_at.is_(None)
    return (Visit.id != visit.id, earlier, is_there, Visit.state != VisitState.CANCELLED)


def _guest_before(guest: Guest, arrival: datetime | None) -> Acquaintance:
    person = guest.person
    return Acquaintance(
        name=person.name or person.name_latin,
        name_latin=person.name_latin,
        company=person.company.name or person.company.name_latin if person.company else "",
        company_id=person.company_id,
        person_id=person.id,
        phone=person.phone,
        title=guest.title or guest.title_latin,
        last_here=arrival,
        guest_id=guest.id,
    )


def _visitor_before(entry: WalkIn) -> Acquaintance:
    return Acquaintance(
        name=entry.name,
        company=entry.company,
        person_id=entry.person_id,
        phone=entry.phone,
        plate=entry.plate,
        host=entry.host,
        last_here=entry.arrived_at,
    )


def _own_words(person: Person) -> frozenset[str]:
    return _words_of((person.name, person.name_latin), person.phone)


@lru_cache(maxsize=4096)
def _words_of(names: tuple[str, ...], phone: str) -> frozenset[str]:
    found = {token for name in names for token in search.tokens(name)}
    found |= {reading for name in names for reading in search.readings(name)}
    return frozenset(found | set(search.phone_parts(phone)))


def _fits(asked: Iterable[str], own: frozenset[str]) -> bool:
    return all(any(word.startswith(token) for word in own) for token in asked)
