"""Finding and paging beside the bare FTS query, at 200,000 and at 1,000,000 visits, in one run.

    python -m benchmarks.search [SMALL LARGE]

The two stores are made in a temporary folder (`benchmarks.store`), or taken from `BENCH_STORES` if they lie there.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks import store
from benchmarks.ratio import Ratio, in_turns, milliseconds, show
from benchmarks.start import memory_with_list
from reception_desk.desk import ReceptionDesk, open_desk
from reception_desk.domain.visit_filter import Period, VisitFilter, VisitStanding
from reception_desk.paths import DATABASE_NAME
from reception_desk.repository import search

SMALL, LARGE = 200_000, 1_000_000
NAME = "顾翀"
PAGE = 50
TIMES = 60
BARE = (
    "SELECT v.id, v.number, v.state, v.arrival_at, v.departure_at, v.zone, c.name, c.name_latin, p.name, p.name_latin,"
    " g.title, v.heads, v.level, v.owner_department, v.applicant, v.applicant_phone, p.phone, v.purpose, v.pick_up,"
    " v.hotel, v.actual_arrival_at, v.actual_departure_at"
    " FROM (SELECT w.visit_id FROM visit_search f JOIN visit_search_words w ON w.place = f.rowid"
    " WHERE f.visit_search MATCH ? ORDER BY f.rowid DESC LIMIT 50) AS found JOIN visit v ON v.id = found.visit_id"
    " LEFT JOIN company c ON c.id = v.company_id LEFT JOIN guest g ON g.visit_id = v.id AND g.is_main"
    " LEFT JOIN person p ON p.id = g.person_id"
)
LIKE = (
    "SELECT v.id FROM visit v LEFT JOIN company c ON c.id = v.company_id LEFT JOIN guest g ON g.visit_id = v.id"
    " LEFT JOIN person p ON p.id = g.person_id"
    " WHERE p.name LIKE ?1 OR p.name_latin LIKE ?1 OR c.name LIKE ?1 OR c.name_latin LIKE ?1"
    " ORDER BY v.arrival_at DESC LIMIT 50"
)


class Store:
    """One generated store, open for the program and for bare sqlite3."""

    def __init__(self, folder: Path, count: int) -> None:
        if not (folder / DATABASE_NAME).exists():
            store.fill(folder, count)
        self.desk: ReceptionDesk = open_desk(folder, store.NOW)
        self.raw = sqlite3.connect(folder / DATABASE_NAME)

    def close(self) -> None:
        """Let go of the file."""
        self.desk.close()
        self.raw.close()

    def page(self, asked: str = "", offset: int = 0, **chosen: object) -> float:
        """How long a page takes, in ms."""
        wanted = VisitFilter(**chosen)  # type: ignore[arg-type]
        return milliseconds(
            lambda: self.desk.visits.page(asked, limit=PAGE, offset=offset, chosen=wanted, now=store.NOW)
        )

    def bare(self) -> float:
        """How long the bare query takes, in ms."""
        expression = search.match_expression(NAME)
        return milliseconds(lambda: self.raw.execute(BARE, (expression,)).fetchall())

    def like(self) -> float:
        """How long LIKE takes, in ms."""
        return milliseconds(lambda: self.raw.execute(LIKE, (f"%{NAME}%",)).fetchall())


def measure(small: Store, large: Store) -> Iterator[Ratio]:
    """The promised ratios, then those that nobody promised."""
    hits = [line.id for line in small.desk.visits.page(NAME, limit=PAGE)]
    bare = [row[0] for row in small.raw.execute(BARE, (search.match_expression(NAME),))]
    assert len(hits) == PAGE, "the name is too rare to be measured"
    assert sorted(hits) == sorted(bare), "not the same rows"
    ours, raw = in_turns(lambda: small.page(NAME), small.bare, TIMES)
    yield Ratio(name="two-character name ÷ bare FTS query, 200,000", ours=ours, bare=raw, limit=3)
    like = statistics.median(small.like() for _turn in range(5))
    yield Ratio(name="two-character name ÷ LIKE, 200,000", ours=ours, bare=like, limit=1 / 20)
    for name, asked in (("two-character name", NAME), ("two initials", "gc"), ("page 1 of the list", "")):
        many, few = in_turns(partial(large.page, asked), partial(small.page, asked), TIMES)
        yield Ratio(name=f"{name}, 1,000,000 ÷ 200,000", ours=many, bare=few, limit=1.5)


def told(large: Store) -> Iterator[tuple[str, float]]:
    """Other pages of the large store, in ms: nothing was promised of them."""
    pages = {
        "the middle of the list": {"offset": 500_000},
        "the end of the list": {"offset": 999_000},
        "today": {"period": Period.TODAY},
        "last 12 months": {"period": Period.YEAR},
        "coming": {"period": Period.COMING},
        "guests here": {"standing": VisitStanding.HERE},
        "drafts": {"standing": VisitStanding.DRAFT},
        "cancelled, level 2, a department": {
            "standing": VisitStanding.CANCELLED,
            "level": 2,
            "department": "研发中心",
        },
        "a department that has none": {"department": "没有"},
        "a name in one month": {"asked": NAME, "period": Period.MONTH},
        "a long piece of pinyin": {"asked": "jingmi"},
    }
    for name, asked in pages.items():
        yield name, statistics.median(large.page(**asked) for _turn in range(5))  # type: ignore[arg-type]
    for name, asked in (("how many in all", ""), ("how many of the name, up to 10,000", NAME)):
        counting = partial(large.desk.visits.count, asked, up_to=10_000)
        yield name, statistics.median(milliseconds(counting) for _turn in range(5))


def main(sizes: tuple[int, int] = (SMALL, LARGE)) -> int:
    """Measure and print; 1 where something misses."""
    with tempfile.TemporaryDirectory(prefix="reception-desk-bench-") as scratch:
        where = Path(os.environ.get("BENCH_STORES", scratch))
        with (
            closing(Store(where / str(sizes[0]), sizes[0])) as small,
            closing(Store(where / str(sizes[1]), sizes[1])) as large,
        ):
            found = []
            for ratio in measure(small, large):
                show([ratio])
                found.append(ratio)
            for name, taken in told(large):
                sys.stdout.write(f"| {name}, {sizes[1]:,} | {taken:.1f} ms | | | | |\n")
        found.append(_memory(where / str(sizes[1]), where / "1000"))
        show(found[-1:])
    return 0 if all(ratio.holds for ratio in found) else 1


def _memory(large: Path, few: Path) -> Ratio:
    """The whole program with the list shown, on a large store and on one of a thousand visits."""
    if not (few / DATABASE_NAME).exists():
        store.fill(few, 1000)
    ours, bare = memory_with_list(large), memory_with_list(few)
    return Ratio(name="memory with the list, 1,000,000 ÷ 1,000", ours=ours, bare=bare, limit=1.1, unit="MB")


if __name__ == "__main__":
    given = [int(size) for size in sys.argv[1:3]]
    sys.exit(main((given[0], given[1])) if given else main())
