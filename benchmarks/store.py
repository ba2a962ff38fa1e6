"""A store with as many invented visits as are wanted, filled past the program: `python -m benchmarks.store DIR COUNT`.

The rows are those that the program would have written, without their journal; the words of the search index are those
of `search.index_words`. The same count gives the same store.
"""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks import names
from reception_desk.desk import open_desk
from reception_desk.paths import DATABASE_NAME
from reception_desk.repository import search

NOW: Final = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
FIRST: Final = datetime(2016, 1, 1, tzinfo=UTC)
LATELY: Final = timedelta(days=60)
PRESENT: Final = 300
"""So many visits come within `LATELY` of now, before or after, whatever the size of the store: a desk does not get
busier because it keeps more; the others lie evenly over the years before."""
MINUTES: Final = tuple(quarter * 15 for quarter in range(40))
STAYS: Final = tuple(timedelta(hours=hours) for hours in (3, 5, 8, 28, 52))
ASKED_BEFORE: Final = timedelta(days=9)
UNKNOWN_EVERY: Final = 20
TITLES: Final = ("总经理", "副总经理", "董事长", "总监", "部长", "工程师")
DEPARTMENTS: Final = (
    "华东销售部",
    "采购部",
    "研发中心",
    "生产部",
    "质量部",
    "人力资源部",
    "财务部",
    "海外事业部",
)
PURPOSES: Final = ("考察产线", "商谈合作", "技术交流", "验收样机", "签约", "审核供应商")
STATES: Final = ("submitted",) * 8 + ("draft", "cancelled")
CHUNK: Final = 5000
MOST_PEOPLE: Final = 40_000
BIG_HASH, USUAL_HASH = 200_000_000, 1_048_576

COLUMNS: Final = {
    "company": ("id", "name", "name_latin"),
    "person": ("id", "name", "phone", "company_id"),
    "visit": (
        *("id", "number", "state", "company_id", "checklist_id", "purpose", "level", "owner_department"),
        *("applicant", "received_at", "arrival_at", "departure_at", "zone", "heads"),
    ),
    "guest": ("visit_id", "person_id", "position", "title", "is_main", "is_contact"),
    "visit_search_words": ("place", "visit_id", "words"),
}
ANSWERS: Final = (
    *("pick_up", "hotel", "ticket", "invitation", "meal"),
    *("meeting", "tour", "gift", "sign", "leadership"),
)
PLAIN: Final = {("visit", answer): "unconfirmed" for answer in ANSWERS} | {("person", "gender"): "unknown"}
INDEXES: Final = (
    "SELECT name, sql FROM sqlite_master"
    " WHERE type = 'index' AND sql > '' AND tbl_name IN ('visit', 'guest', 'visit_search_words')"
)
Row = tuple[Any, ...]


class Made(NamedTuple):
    """The rows of one visit."""

    visit: Row
    guests: list[Row]
    words: Row


def fill(folder: Path, count: int, seed: int = 1) -> None:
    """Make a store of `count` visits in an empty folder."""
    open_desk(folder, NOW).close()
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as raw:
        for pragma in ("synchronous=OFF", "journal_mode=OFF", "cache_size=-400000", "foreign_keys=OFF"):
            raw.execute(f"PRAGMA {pragma}")
        raw.execute("BEGIN")
        checklist = raw.execute("SELECT max(id) FROM template WHERE kind = 'checklist'").fetchone()[0]
        _write(raw, Invented(count, checklist, random.Random(seed)))  # noqa: S311 - invented names, no secret
        raw.execute("COMMIT")


def _write(raw: sqlite3.Connection, invented: Invented) -> None:
    """In chunks; the indexes and the search index last, for one big sort is faster than many small ones."""
    _put(raw, "company", ((at, *names) for at, names in enumerate(invented.companies, 1)))
    many = len(invented.companies)
    _put(raw, "person", ((at, *names, at % many + 1) for at, names in enumerate(invented.people, 1)))
    indexes = raw.execute(INDEXES).fetchall()
    for name, _sql in indexes:
        raw.execute(f'DROP INDEX "{name}"')
    visits = invented.visits()
    while some := list(islice(visits, CHUNK)):
        _put(raw, "visit", (made.visit for made in some))
        _put(raw, "guest", (guest for made in some for guest in made.guests))
        _put(raw, "visit_search_words", (made.words for made in some))
    for _name, sql in indexes:
        raw.execute(sql)
    raw.execute("INSERT INTO visit_search (visit_search, rank) VALUES ('hashsize', ?)", (BIG_HASH,))
    raw.execute("INSERT INTO visit_search (visit_search) VALUES ('rebuild')")
    raw.execute("INSERT INTO visit_search (visit_search, rank) VALUES ('hashsize', ?)", (USUAL_HASH,))


def _put(raw: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Insert, with what the store wants of every row and nobody said."""
    said = COLUMNS[table]
    unsaid = {
        name: PLAIN.get((table, name), 0 if name.startswith("is_") else "")
        for _at, name, _kind, required, _default, key in raw.execute(f"PRAGMA table_info({table})")
        if required and not key and name not in said
    }
    values = [*("?" * len(said)), *(repr(value) for value in unsaid.values())]
    sql = f"INSERT INTO {table} ({', '.join((*said, *unsaid))}) VALUES ({', '.join(values)})"  # noqa: S608
    raw.executemany(sql, rows)


class Invented:
    """Companies, people, and visits of them."""

    def __init__(self, count: int, checklist: int, chance: random.Random) -> None:
        self.count, self._checklist, self._chance = count, checklist, chance
        self.companies = [names.company(chance) for _ in range(max(count // 50, 20))]
        self.people = [names.person(chance) for _ in range(min(max(count // 4, 20), MOST_PEOPLE))]
        self._taken: set[int] = set()
        self._of_company = [_spoken(name) | {*search.tokens(latin)} for name, latin in self.companies]
        self._of_person = [_spoken(name) | {*search.phone_parts(phone)} for name, phone in self.people]
        texts = {*TITLES, *DEPARTMENTS, *PURPOSES, *(name for name, _phone in self.people)}
        self._of_text = {text: frozenset(search.tokens(text)) for text in texts}

    def visits(self) -> Iterator[Made]:
        """One after the other."""
        serial: dict[int, int] = {}
        for visit_id in range(1, self.count + 1):
            draw = self._chance.random
            start, end = (NOW - LATELY, NOW + LATELY) if visit_id <= PRESENT else (FIRST, NOW - LATELY)
            arrival = start + timedelta(days=int(draw() * (end - start).days), minutes=_any(MINUTES, draw()))
            serial[arrival.year] = serial.get(arrival.year, 0) + 1
            yield self._visit(visit_id, arrival, f"{serial[arrival.year]:04d}")

    def _visit(self, visit_id: int, arrival: datetime, serial: str) -> Made:
        draw = self._chance.random
        company, first = int(draw() * len(self.companies)), int(draw() * len(self.people))
        guests = [first] if visit_id % 3 else [first, (first + 7) % len(self.people)]
        texts = (
            _any(TITLES, draw()),
            _any(DEPARTMENTS, draw()),
            _any(PURPOSES, draw()),
            self.people[int(draw() * 20)][0],
        )
        comes = None if visit_id <= PRESENT and visit_id % UNKNOWN_EVERY == 0 else arrival
        visit = (
            *(visit_id, f"{arrival.year}-{serial}", _any(STATES, draw()), company + 1, self._checklist),
            *(texts[2], visit_id % 3 + 1, texts[1], texts[3], _stored(arrival - ASKED_BEFORE)),
            *(
                _stored(comes),
                _stored(comes and comes + _any(STAYS, draw())),
                "Asia/Shanghai",
                visit_id % 6 + 1,
            ),
        )
        rows = [
            (visit_id, who + 1, at, texts[0] if at == 1 else "", at == 1, at == 1)
            for at, who in enumerate(guests, 1)
        ]
        found = {str(arrival.year), serial, f"{arrival.year}{serial}"} | self._of_company[company]
        found = found.union(
            *(self._of_person[who] for who in guests), *(self._of_text[text] for text in texts)
        )
        return Made(visit, rows, (self._place(comes, visit_id), visit_id, " ".join(sorted(found))))

    def _place(self, arrival: datetime | None, visit_id: int) -> int:
        place = search.place(arrival, visit_id)
        while place in self._taken:
            place += 1
        self._taken.add(place)
        return place


def _any(choices: tuple[Any, ...], drawn: float) -> Any:
    return choices[int(drawn * len(choices))]


def _spoken(name: str) -> frozenset[str]:
    return frozenset((*search.tokens(name), *search.readings(name)))


def _stored(moment: datetime | None) -> str | None:
    return None if moment is None else f"{moment.isoformat(' ')[:19]}.000000"


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
