"""Backups and checks, as the person at the desk and the IT department ask for them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.lock import desk_lock
from reception_desk.paths import DATABASE_NAME
from reception_desk.repository import backups
from reception_desk.repository.backups import Backup
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.sealing.keys import keep_key, kept_key
from reception_desk.services.seals import fitting

__all__ = [
    "Backup",
    "Backups",
    "Count",
    "check_backup",
    "desk_lock",
    "has_locked_passports",
    "put_back",
    "restore",
    "take_code",
]

FOLDER = "backups"
COUNTED: Final = {
    "visit": N_("Visits"),
    "company": N_("Companies"),
    "person": N_("People"),
    "edition": N_("Papers made"),
    "employee": N_("Employees"),
    "step": N_("Steps in the history"),
}


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many of something there are now, and are in a backup; `word` is a msgid."""

    word: str
    now: int
    then: int


class Backups:
    """The backups of one data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def folder(self) -> Path:
        """Where backups lie that the program makes by itself."""
        return self._database.file.parent / FOLDER

    def make(self, now: datetime, folder: Path | None = None) -> Backup:
        """Make and verify a backup."""
        made = backups.make(self._database, folder or self.folder, now)
        assert made is not None, "asked for whatever the newest one is"
        return made

    def make_if_changed(self, now: datetime) -> Backup | None:
        """Make a backup unless the newest one has the same bytes already, and thin the old ones."""
        made = backups.make(self._database, self.folder, now, unless_same=True)
        if made is not None:
            backups.thin(self.folder, now)
        return made

    def listed(self) -> list[Backup]:
        """The backups there are, newest first."""
        return backups.listed(self.folder)

    def change_to(self, file: Path) -> list[Count]:
        """What going back to a backup would change: how many of each there are now, and would be then."""
        then, now = check_backup(file), self._rows_now()
        return [
            Count(word=word, now=now.get(table, 0), then=then.get(table, 0))
            for table, word in COUNTED.items()
        ]

    def _rows_now(self) -> dict[str, int]:
        with self._database.connection() as connection:
            return {
                table: connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one()  # noqa: S608 - our own names
                for table in COUNTED
            }

    def check(self) -> list[str]:
        """What is wrong with the data, as sentences; nothing if it is sound."""
        wrong = []
        with self._database.connection() as connection:
            verdict = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
            orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if verdict != "ok":
            wrong.append(_("The data file is damaged: {reason}").format(reason=verdict))
        if orphans:
            wrong.append(_("{count} entries have lost what they belong to.").format(count=len(orphans)))
        with self._database.reading() as work:
            if numbers := work.visits.wrongly_indexed():
                wrong.append(_("The search index is wrong for: {visits}").format(visits=", ".join(numbers)))
        return wrong

    def mend_index(self, now: datetime) -> int:
        """Rebuild the search index from the facts; how many visits it holds."""
        with self._database.unit_of_work(Said(""), now) as work:
            return work.visits.index_again()


def check_backup(file: Path) -> dict[str, int]:
    """Rows per table of a sound backup that this program can open; a sentence for anything else."""
    return backups.verify(file)


def has_locked_passports(file: Path) -> bool:
    """Whether a backup has passports whose key is not on this computer: they come back locked."""
    stored = backups.preference(file, "seal") or {}
    if not stored or not check_backup(file).get("passport"):
        return False
    return kept_key(stored.get("id", ""), stored.get("check", "")) is None


def take_code(file: Path, code: str) -> None:
    """Keep the key of a backup's passports on this computer; refused where the code is not theirs."""
    stored = backups.preference(file, "seal") or {}
    key = fitting(code, stored)
    keep_key(stored.get("id", ""), key)


def put_back(file: Path, folder: Path) -> None:
    """Put a backup in the place of the data; the caller holds the folder's lock, and has the data closed."""
    try:
        backups.restore(file, folder / DATABASE_NAME)
    except (OSError, sqlite3.Error) as trouble:
        raise ReceptionError(
            _("{file} could not be restored: {reason}").format(file=file.name, reason=trouble)
        ) from trouble


def restore(file: Path, folder: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the data; where the data lie that it replaced. Refused while open."""
    lock = desk_lock(folder)
    if not lock.take():
        raise ReceptionError(
            _("The reception desk is open on this data. Close it first; nothing was changed.")
        )
    try:
        backups.verify(file)
        live = folder / DATABASE_NAME
        kept = _set_aside(live, now)
        backups.restore(file, live)
    finally:
        lock.release()
    return kept


def _set_aside(live: Path, now: datetime) -> Path | None:
    if not live.exists():
        live.parent.mkdir(parents=True, exist_ok=True)
        return None
    kept = live.parent / FOLDER / f"before-restore-{now:%Y%m%d-%H%M%S}.sqlite"
    kept.parent.mkdir(exist_ok=True)
    backups.copy_as_it_is(live, kept)
    return kept
