"""The search index: a cache over names, companies, pinyin, initials, phones; rebuilt from the facts at will."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Final

from sqlalchemy import Connection, event, select, text
from sqlalchemy.orm import Session, selectinload

from reception_desk.domain.company import Company
from reception_desk.domain.entity import Entity
from reception_desk.domain.guest import Guest
from reception_desk.domain.person import Person
from reception_desk.domain.visit import Visit

HAN: Final = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
WORD: Final = re.compile(r"[^\W_]+")
MOST_READINGS: Final = 16
LONGEST_NAME: Final = 4
SHORTEST_PHONE_PART: Final = 4


def create(connection: Connection) -> None:
    """Make the index table."""
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE visit_search USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    )


def normal(words: str) -> str:
    """The form in which words are indexed and asked for: full width made half, case folded."""
    return unicodedata.normalize("NFKC", words).casefold()


def tokens(words: str) -> Iterator[str]:
    """Every token of a text: words, and for Chinese each pair of neighbours and each single character."""
    for run in WORD.findall(normal(words)):
        position = 0
        for han in HAN.finditer(run):
            if han.start() > position:
                yield run[position : han.start()]
            characters = han.group()
            yield from (characters[i : i + 2] for i in range(len(characters)))
            position = han.end()
        if position < len(run):
            yield run[position:]


def readings(name: str) -> Iterator[str]:
    """Pinyin and initials of Chinese text, from every syllable on: `gu chong`, `chong`, `gc`, `c`.

    A short text is a person's name: every reading of its characters counts (单: shan, dan, chan).
    """
    from pypinyin import Style, pinyin

    for han in HAN.findall(normal(name)):
        short = len(han) <= LONGEST_NAME
        spelled = pinyin(han, style=Style.NORMAL, heteronym=short, errors="ignore")
        for syllables in islice(product(*spelled), MOST_READINGS):
            for start in range(len(syllables)):
                yield "".join(syllables[start:])
                yield "".join(syllable[0] for syllable in syllables[start:] if syllable)


def phone_parts(phone: str) -> Iterator[str]:
    """A phone number from every digit on, so that any end of it is found."""
    digits = re.sub(r"\D", "", phone.removeprefix("+86"))
    yield from (digits[start:] for start in range(max(len(digits) - SHORTEST_PHONE_PART + 1, 0)))


def index_words(visit: Visit) -> str:
    """All tokens of a visit, sorted, each once."""
    names = [visit.number, visit.purpose, visit.owner_department, visit.applicant]
    spoken: list[str] = []
    phones: list[str] = []
    if visit.company is not None:
        spoken += [visit.company.name, visit.company.aliases]
        names.append(visit.company.name_latin)
    for guest in visit.guests:
        spoken.append(guest.person.name)
        names += [guest.person.name_latin, guest.title]
        phones.append(guest.person.phone)
    found = {token for name in (*names, *spoken) for token in tokens(name)}
    found |= {reading for name in spoken for reading in readings(name)}
    found |= {part for phone in phones for part in phone_parts(phone)}
    found.add(re.sub(r"\W", "", normal(visit.number)))
    return " ".join(sorted(found))


def match_expression(asked: str) -> str | None:
    """What to ask the index for what somebody typed; `None` for nothing worth asking."""
    parts = [
        f'"{token}"' if HAN.match(token) and len(token) > 1 else f'"{token}"*'
        for run in WORD.findall(normal(asked))
        for token in _asked_tokens(run)
    ]
    return " AND ".join(parts) or None


def _asked_tokens(run: str) -> Iterator[str]:
    pieces = [piece for piece in re.split(f"({HAN.pattern})", run) if piece]
    for piece in pieces:
        if HAN.match(piece) and len(piece) > 1:
            yield from (piece[i : i + 2] for i in range(len(piece) - 1))
        else:
            yield piece


class Touched:
    """The visits whose index a unit of work has made old."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._visits: set[int] = set()
        self._people: set[int] = set()
        self._companies: set[int] = set()
        event.listen(session, "after_flush", self._note)

    def _note(self, session: Session, _context: object) -> None:
        changed: Iterable[Entity] = (*session.new, *session.dirty, *session.deleted)
        for entity in changed:
            if isinstance(entity, Visit):
                self._visits.add(entity.id)
            elif isinstance(entity, Guest):
                self._visits.add(entity.visit_id)
            elif isinstance(entity, Person):
                self._people.add(entity.id)
            elif isinstance(entity, Company):
                self._companies.add(entity.id)

    def index_again(self) -> None:
        """Write the index of those visits anew, in the same transaction."""
        if self._people:
            rows = self._session.execute(select(Guest.visit_id).where(Guest.person_id.in_(self._people)))
            self._visits.update(rows.scalars())
        if self._companies:
            rows = self._session.execute(select(Visit.id).where(Visit.company_id.in_(self._companies)))
            self._visits.update(rows.scalars())
        if self._visits:
            write(self._session, self._visits)


def write(session: Session, visit_ids: Iterable[int]) -> None:
    """Index these visits; one that is gone leaves the index."""
    connection = session.connection()
    for visit_id in visit_ids:
        connection.execute(text("DELETE FROM visit_search WHERE rowid = :id"), {"id": visit_id})
    for visit in _loaded(session, visit_ids):
        connection.execute(
            text("INSERT INTO visit_search (rowid, words) VALUES (:id, :words)"),
            {"id": visit.id, "words": index_words(visit)},
        )


def _loaded(session: Session, visit_ids: Iterable[int]) -> list[Visit]:
    query = (
        select(Visit)
        .where(Visit.id.in_(list(visit_ids)))
        .options(selectinload(Visit.company), selectinload(Visit.guests).selectinload(Guest.person))
        .execution_options(populate_existing=True)
    )
    return list(session.execute(query).scalars())


def rebuild(session: Session) -> int:
    """Make the whole index anew from the facts; how many visits it holds."""
    session.connection().execute(text("DELETE FROM visit_search"))
    ids = list(session.execute(select(Visit.id)).scalars())
    write(session, ids)
    return len(ids)


def differing(session: Session) -> list[str]:
    """Numbers of the visits whose index is not what the facts say."""
    stored = {row.rowid: row.words for row in session.execute(text("SELECT rowid, words FROM visit_search"))}
    visits = _loaded(session, session.execute(select(Visit.id)).scalars().all())
    wrong = [visit.number for visit in visits if stored.pop(visit.id, None) != index_words(visit)]
    return [*wrong, *(f"#{identity}" for identity in stored)]
