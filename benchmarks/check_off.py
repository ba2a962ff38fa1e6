"""A tick with its journal beside the very same statements through raw sqlite3, each to a file of its own."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import event

from benchmarks.ratio import Ratio, in_turns, milliseconds
from reception_desk.desk import ReceptionDesk, open_desk
from reception_desk.paths import DATABASE_NAME

NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
ARRIVAL = datetime(2026, 12, 8, 2, 30, tzinfo=UTC)
TIMES = 40
Statement = tuple[str, Any]


class Raw:
    """The statements of one gesture, sent again to another file, with the pragmas of our connections."""

    def __init__(self, file: Path) -> None:
        self.connection = sqlite3.connect(file, isolation_level=None)
        for pragma in ("journal_mode=DELETE", "synchronous=FULL", "foreign_keys=ON"):
            self.connection.execute(f"PRAGMA {pragma}")

    def replay(self, statements: list[Statement]) -> None:
        """Send them in one transaction, reading what is to be read."""
        cursor = self.connection.cursor()
        cursor.execute("BEGIN IMMEDIATE")
        for sql, parameters in statements:
            cursor.execute(sql, parameters).fetchall()
        cursor.execute("COMMIT")


def measure(folder: Path) -> Ratio:
    """The ratio for ticks of one visit."""
    desk = open_desk(folder, NOW)
    visit = desk.visits.new(NOW, company="凌岳测试", main_guest="洛一", arrival_at=ARRIVAL, level=1)
    items = [item.code for item in desk.preparation.of(visit.id) if not item.subject][:TIMES]
    twin = folder.parent / "twin.sqlite"
    shutil.copy(folder / DATABASE_NAME, twin)  # nobody writes just now
    raw, heard = Raw(twin), _Heard(desk)
    codes = iter(items)

    def ours() -> float:
        heard.statements.clear()
        return milliseconds(lambda: desk.preparation.check_off(visit.id, next(codes), "", NOW))

    def bare() -> float:
        return milliseconds(lambda: raw.replay(heard.writes_and_reads()))

    with closing(raw.connection):
        of_ours, of_bare = in_turns(ours, bare, len(items))
    desk.close()
    return Ratio(name="tick with journal ÷ raw sqlite3", ours=of_ours, bare=of_bare, limit=6)


class _Heard:
    """Every statement that the desk sends."""

    def __init__(self, desk: ReceptionDesk) -> None:
        self.statements: list[Statement] = []
        with desk.database.connection() as connection:
            event.listen(connection.engine, "before_cursor_execute", self._on_statement)

    def _on_statement(self, *sent: Any) -> None:
        _connection, _cursor, sql, parameters, _context, many = sent
        for one in parameters if many else [parameters]:
            self.statements.append((sql, one))

    def writes_and_reads(self) -> list[Statement]:
        """All but what begins and ends a transaction."""
        ends = ("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA")
        return [one for one in self.statements if not one[0].upper().startswith(ends)]
