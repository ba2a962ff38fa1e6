"""Bring an old file up to date with Alembic; the file is copied first."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _

SCRIPTS: Final = Path(__file__).parent / "migrations"
GIVEN: Final = "SELECT name, seq FROM sqlite_sequence"


def config(scripts: Path = SCRIPTS) -> Config:
    """Alembic's configuration, without a file of its own."""
    made = Config()
    made.set_main_option("script_location", str(scripts))
    made.set_main_option("path_separator", "os")
    return made


def migrate(engine: Engine, file: Path, stored: str, now: datetime, scripts: Path = SCRIPTS) -> None:
    """Copy the file, then migrate in one transaction; on trouble the old file stands as it was."""
    made = config(scripts)
    known = {script.revision for script in ScriptDirectory.from_config(made).walk_revisions()}
    if stored not in known:
        raise ReceptionError(
            _("The data was written by a newer version of this program. Please update; nothing was changed.")
        )
    _copy(engine, file.parent / "backups" / f"before-{stored}-{now:%Y%m%d-%H%M%S}.sqlite")
    upgrade(engine, made)


def upgrade(engine: Engine, made: Config) -> None:
    """Upgrade with foreign keys off: Alembic rebuilds tables by DROP, which would delete the children."""
    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA foreign_keys=OFF")  # must come before BEGIN, or it is ignored
        try:
            with connection.begin():
                made.attributes["connection"] = connection
                given = connection.exec_driver_sql(GIVEN).fetchall()
                command.upgrade(made, "head")
                _give_no_number_again(connection, [tuple(row) for row in given])
                _refuse_orphans(connection)
                _refuse_numbers_that_come_twice(connection)
        finally:
            raw.execute("PRAGMA foreign_keys=ON")


def _refuse_orphans(connection: Connection) -> None:
    if orphans := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
        msg = f"the migration left {len(orphans)} rows without their parent"
        raise RuntimeError(msg)


def _give_no_number_again(connection: Connection, given: list[tuple[str, int]]) -> None:
    """A rebuilt table counts on from its rows: the number of a deleted one would be given again, and undo hit it."""
    now = dict(tuple(row) for row in connection.exec_driver_sql(GIVEN))
    for name, seq in given:
        if seq > now.get(name, seq):
            connection.exec_driver_sql("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (seq, name))


def _refuse_numbers_that_come_twice(connection: Connection) -> None:
    # Batch mode forgets AUTOINCREMENT unless told by `table_kwargs`; a deleted row's id would be given again.
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%PRIMARY KEY%' "
    careless = connection.exec_driver_sql(
        tables
        + "AND sql NOT LIKE '%AUTOINCREMENT%' AND name NOT LIKE 'visit_search%' AND name <> 'alembic_version'"
    )
    if names := [name for (name,) in careless]:
        msg = f"AUTOINCREMENT was lost: {', '.join(names)}"
        raise RuntimeError(msg)


def _copy(engine: Engine, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with engine.connect() as connection, closing(sqlite3.connect(target)) as copy:
        raw: Any = connection.connection.driver_connection
        raw.backup(copy)
