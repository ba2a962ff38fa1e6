"""The search index: a cache over names, companies, pinyin, initials, phones, plates; rebuilt from the facts at will.

Its rows stand in the order of the list (`place` grows with the arrival), so that the first page of what was found is
read from the end of the index, and the size of the store does not matter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice, product
from typing import Final

from sqlalchemy import Connection, Engine, event, select
from sqlalchemy.orm import Session, joinedload, selectinload

from reception_desk.domain.booking import Car, CarBooking
from reception_desk.domain.company import Company
from reception_desk.domain.entity import Entity
from reception_desk.domain.guest import Guest
from reception_desk.domain.journey import Leg
from reception_desk.domain.person import Person
from reception_desk.domain.visit import Visit

HAN: Final = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
WORD: Final = re.compile(r"[^\W_]+")
MOST_READINGS: Final = 16
LONGEST_NAME: Final = 4
SHORTEST_PHONE_PART: Final = 4
SHORTEST_PLATE_PART: Final = 3
LONGEST_TOKEN: Final = 16
FORM: Final = re.compile("(?:集团)?(?:股份)?(?:有限(?:责任)?)?公司$")
"""What most companies are called at their end; nobody looks for one by it, so no reading begins there."""
MARKS: Final = re.compile(r"[\u0300-\u036f]")

VERSION: Final = (
    2  # raise it where `index_words` or the tables change: the index is made anew when next opened
)
WORDS_TABLE: Final = (
    "CREATE TABLE visit_search_words"
    " (place INTEGER PRIMARY KEY, visit_id INTEGER NOT NULL UNIQUE, words TEXT NOT NULL)"
)
# The words come ready made, so the simplest tokenizer does; nobody asks for where in a line they stand.
INDEX_TABLE: Final = (
    "CREATE VIRTUAL TABLE visit_search USING fts5(words, content='visit_search_words', content_rowid='place',"
    " tokenize='ascii', prefix='1 2 3', detail='none', columnsize=0)"
)
BATCH: Final = 500
EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
SLOTS: Final = 256
"""How many visits have a place of their own within a minute; more than that spill into the next."""
SPILLED: Final = 60 * SLOTS
"""How far behind its place a visit is looked for."""
UNKNOWN: Final = 2**40
"""Where the visits stand that have no arrival yet: before all others, for the list is read from its end."""


def create(connection: Connection) -> None:
    """Make the index, empty."""
    connection.exec_driver_sql(WORDS_TABLE)
    connection.exec_driver_sql(INDEX_TABLE)
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def bring_up_to_date(engine: Engine) -> None:
    """Make the index anew where an older program has made it; a look at the head of the file else."""
    with engine.connect() as connection:
        if connection.exec_driver_sql("PRAGMA user_version").scalar_one() == VERSION:
            return
    with Session(engine) as session:
        connection = session.connection()
        connection.exec_driver_sql("DROP TABLE IF EXISTS visit_search")
        connection.exec_driver_sql("DROP TABLE IF EXISTS visit_search_words")
        create(connection)
        rebuild(session)
        session.commit()


def normal(words: str) -> str:
    """The form in which words are indexed and asked for: full width made half, case folded, accents dropped."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return unicodedata.normalize("NFC", MARKS.sub("", apart)).casefold()


def place(arrival_at: datetime | None, visit_id: int) -> int:
    """Where a visit stands in the index, if the place is free."""
    if arrival_at is None:
        return UNKNOWN + visit_id
    return first_place(arrival_at) + visit_id % SLOTS


def first_place(moment: datetime) -> int:
    """The first place of the visits that arrive in this minute or later."""
    return int((moment - EPOCH).total_seconds() // 60) * SLOTS


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
        starts = len(FORM.sub("", han)) or len(han)
        spelled = pinyin(han, style=Style.NORMAL, heteronym=short, errors="ignore")
        for syllables in islice(product(*spelled), MOST_READINGS):
            for start in range(starts):
                yield "".join(syllables[start:])[:LONGEST_TOKEN]
                yield "".join(syllable[0] for syllable in syllables[start:] if syllable)[:LONGEST_TOKEN]


def phone_parts(phone: str) -> Iterator[str]:
    """A phone number from every digit on, so that any end of it is found."""
    digits = re.sub(r"\D", "", phone.removeprefix("+86"))
    yield from (digits[start:] for start in range(max(len(digits) - SHORTEST_PHONE_PART + 1, 0)))


def plate_parts(plate: str) -> Iterator[str]:
    """A number plate without its dots and spaces: the character of the province, then the rest from every sign on."""
    for part in tokens(re.sub(r"[\W_]", "", plate)):
        yield part
        yield from (part[start:] for start in range(1, len(part) - SHORTEST_PLATE_PART + 1))


def index_words(visit: Visit) -> str:
    """All tokens of a visit, sorted, each once."""
    names = [visit.number, visit.purpose, visit.owner_department, visit.applicant]
    spoken: list[str] = []
    phones: list[str] = [visit.applicant_phone]
    plates = {leg.plate for leg in visit.legs}
    plates |= {booking.car.plate for booking in visit.car_bookings if booking.car is not None}
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
    found |= {part for plate in plates for part in plate_parts(plate)}
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
            yield piece[:LONGEST_TOKEN]


class Touched:
    """The visits whose index a unit of work has made old."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._visits: set[int] = set()
        self._people: set[int] = set()
        self._companies: set[int] = set()
        self._cars: set[int] = set()
        event.listen(session, "after_flush", self._note)

    def _note(self, session: Session, _context: object) -> None:
        changed: Iterable[Entity] = (*session.new, *session.dirty, *session.deleted)
        for entity in changed:
            if isinstance(entity, Visit):
                self._visits.add(entity.id)
            elif isinstance(entity, Guest | Leg | CarBooking):
                self._visits.add(entity.visit_id)
            elif isinstance(entity, Person):
                self._people.add(entity.id)
            elif isinstance(entity, Company):
                self._companies.add(entity.id)
            elif isinstance(entity, Car):
                self._cars.add(entity.id)

    def index_again(self) -> None:
        """Write the index of those visits anew, in the same transaction."""
        if self._people:
            rows = self._session.execute(select(Guest.visit_id).where(Guest.person_id.in_(self._people)))
            self._visits.update(rows.scalars())
        if self._companies:
            rows = self._session.execute(select(Visit.id).where(Visit.company_id.in_(self._companies)))
            self._visits.update(rows.scalars())
        if self._cars:
            rows = self._session.execute(
                select(CarBooking.visit_id).where(CarBooking.car_id.in_(self._cars)).distinct()
            )
            self._visits.update(rows.scalars())
        if self._visits:
            write(self._session, self._visits)


def write(session: Session, visit_ids: Iterable[int]) -> None:
    """Index these visits where something in it has changed; one that is gone or in the bin leaves the index."""
    connection = session.connection()
    for some in _batched(visit_ids):
        visits = {visit.id: visit for visit in _loaded(session, some)}
        for visit_id in some:
            words = index_words(visits[visit_id]) if visit_id in visits else None
            arrival = visits[visit_id].arrival_at if visit_id in visits else None
            _write_one(connection, visit_id, words, arrival)


def forget(connection: Connection, visit_id: int) -> None:
    """Take a visit out of the index."""
    _write_one(connection, visit_id, None, None)


def _write_one(connection: Connection, visit_id: int, words: str | None, arrival: datetime | None) -> None:
    query = "SELECT place, words FROM visit_search_words WHERE visit_id = ?"
    stored = connection.exec_driver_sql(query, (visit_id,)).one_or_none()
    if stored is not None:
        if stored.words == words and stored.place == place(arrival, visit_id):
            return
        gone = "INSERT INTO visit_search (visit_search, rowid, words) VALUES ('delete', ?, ?)"
        connection.exec_driver_sql(gone, (stored.place, stored.words))
        connection.exec_driver_sql("DELETE FROM visit_search_words WHERE place = ?", (stored.place,))
    if words is not None:
        taken = _put(connection, visit_id, words, arrival)
        connection.exec_driver_sql("INSERT INTO visit_search (rowid, words) VALUES (?, ?)", (taken, words))


def _stands_right(stored: int, arrival: datetime | None, visit_id: int) -> bool:
    """Whether a visit stands where it belongs, or spilled over from there."""
    wanted = place(arrival, visit_id)
    return stored == wanted or (arrival is not None and wanted < stored < wanted + SPILLED)


def _put(connection: Connection, visit_id: int, words: str, arrival: datetime | None) -> int:
    """Write the words at the first free place from the visit's own on; the place."""
    wanted = place(arrival, visit_id)
    put = "INSERT OR IGNORE INTO visit_search_words (place, visit_id, words) VALUES (?, ?, ?)"
    while connection.exec_driver_sql(put, (wanted, visit_id, words)).rowcount == 0:
        wanted += 1
    return wanted


def _loaded(session: Session, visit_ids: Iterable[int]) -> list[Visit]:
    """Those of the visits that may be found, with what they are found by."""
    query = (
        select(Visit)
        .where(Visit.id.in_(list(visit_ids)), Visit.deleted_at.is_(None))
        .options(
            joinedload(Visit.company),
            selectinload(Visit.guests).joinedload(Guest.person),
            selectinload(Visit.legs),
            selectinload(Visit.car_bookings).joinedload(CarBooking.car),
        )
        .execution_options(populate_existing=True)
    )
    return list(session.execute(query).scalars())


def rebuild(session: Session) -> int:
    """Make the whole index anew from the facts; how many visits it holds."""
    connection = session.connection()
    connection.exec_driver_sql("DELETE FROM visit_search_words")
    count = 0
    for some in _batched(_all_ids(session)):
        for visit in _loaded(session, some):
            _put(connection, visit.id, index_words(visit), visit.arrival_at)
            count += 1
        session.expunge_all()
    connection.exec_driver_sql("INSERT INTO visit_search (visit_search) VALUES ('rebuild')")
    return count


def _batched(ids: Iterable[int]) -> Iterator[tuple[int, ...]]:
    left = iter(ids)
    while some := tuple(islice(left, BATCH)):
        yield some


def _all_ids(session: Session) -> list[int]:
    return list(
        session.execute(select(Visit.id).where(Visit.deleted_at.is_(None)).order_by(Visit.id)).scalars()
    )


def differing(session: Session) -> list[str]:
    """Numbers of the visits whose index is not what the facts say."""
    wrong: list[str] = []
    ids = _all_ids(session)
    for some in _batched(ids):
        for visit in _loaded(session, some):
            query = "SELECT place, words FROM visit_search_words WHERE visit_id = ?"
            stored = session.connection().exec_driver_sql(query, (visit.id,)).one_or_none()
            right = stored is not None and stored.words == index_words(visit)
            if stored is None or not right or not _stands_right(stored.place, visit.arrival_at, visit.id):
                wrong.append(visit.number)
        session.expunge_all()
    too_many = (
        "SELECT visit_id FROM visit_search_words"
        " WHERE visit_id NOT IN (SELECT id FROM visit WHERE deleted_at IS NULL)"
    )
    return [
        *wrong,
        *(f"#{identity}" for identity in session.connection().exec_driver_sql(too_many).scalars()),
    ]
