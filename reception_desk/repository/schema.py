"""The stored schema: made whole for a new file, migrated with Alembic only where the version differs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, inspect

from reception_desk.domain import (  # noqa: F401 - every entity must be known before tables are made
    booking,
    briefing,
    company,
    department,
    department_notice,
    distinct_pair,
    edition,
    employee,
    gift,
    guest,
    host,
    itinerary,
    journal,
    journey,
    list_tick,
    material,
    meal,
    meeting,
    nearby_place,
    opinion,
    passport,
    person,
    preparation,
    question,
    rivalry,
    room,
    setting,
    sign,
    sign_lease,
    sign_order,
    special_day,
    template,
    ticket,
    tour,
    visit,
    walk_in,
    welcome,
)
from reception_desk.domain.entity import Entity
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.repository import search

VERSION: Final = "0003"
APPLICATION_ID: Final = 0x5265_4465  # "ReDe": file(1) and we ourselves know the file by it


def bring_up_to_date(engine: Engine, file: Path, now: datetime) -> None:
    """Make or migrate the tables; a file made by a newer program is refused and left alone."""
    with engine.connect() as connection:
        stored = _stored_version(connection)
        if stored is None:
            _make(connection)
            connection.commit()
            return
    if stored != VERSION:
        _migrate(engine, file, stored, now)
    search.bring_up_to_date(engine)


def _stored_version(connection: Connection) -> str | None:
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if "alembic_version" not in names:
        raise ReceptionError(_("This file was not made by the reception desk; it is left as it is."))
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def _make(connection: Connection) -> None:
    Entity.metadata.create_all(connection)
    search.create(connection)
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (VERSION,))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _migrate(engine: Engine, file: Path, stored: str, now: datetime) -> None:
    from reception_desk.repository import migrate

    migrate.migrate(engine, file, stored, now)
