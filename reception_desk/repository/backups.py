"""Backups: made from the live database, verified, thinned, restored."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.repository.database import Database
from reception_desk.repository.schema import APPLICATION_ID

DATABASE_BEGINS: Final = b"SQLite format 3\x00"
NAME: Final = "reception-%Y%m%d-%H%M%S.sqlite"
KEEP_ALL: Final = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9


@dataclass(frozen=True, kw_only=True)
class Backup:
    """A verified copy: where it lies, when it was made (UTC), how many rows each table has."""

    file: Path
    made_at: datetime
    rows: dict[str, int]


def make(database: Database, folder: Path, now: datetime, *, unless_same: bool = False) -> Backup | None:
    """Copy the live database into `folder`, verify the copy, write its manifest beside it.

    `unless_same`: nothing comes of it where the newest backup there has the same bytes.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise ReceptionError(
            _("No backup could be made in {folder}: {reason}").format(folder=folder, reason=trouble.strerror)
        ) from trouble
    target = _free_name(folder, now)
    unfinished = target.with_suffix(".unfinished")
    try:
        with database.connection() as connection, closing(sqlite3.connect(unfinished)) as copy:
            raw: Any = connection.connection.driver_connection
            raw.backup(copy)
        if unless_same and _digest(unfinished) == _newest_digest(folder):
            unfinished.unlink()
            return None
        rows = verify(unfinished)
        _sync(unfinished)
        unfinished.replace(target)
        _write_manifest(target, now, rows)
    except (OSError, sqlite3.Error) as trouble:
        unfinished.unlink(missing_ok=True)
        raise ReceptionError(
            _("No backup could be made in {folder}: {reason}").format(folder=folder, reason=trouble)
        ) from trouble
    return Backup(file=target, made_at=now, rows=rows)


def _newest_digest(folder: Path) -> str:
    newest = listed(folder)[:1]
    return _digest(newest[0].file) if newest else ""


def _free_name(folder: Path, now: datetime) -> Path:
    moment = now.astimezone(UTC)
    while (target := folder / moment.strftime(NAME)).exists():
        moment += timedelta(seconds=1)
    return target


def _write_manifest(file: Path, now: datetime, rows: dict[str, int]) -> None:
    manifest = {"made_at": now.astimezone(UTC).isoformat(), "sha256": _digest(file), "rows": rows}
    beside = _manifest(file)
    beside.write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    _sync(beside)


def _manifest(file: Path) -> Path:
    return file.with_suffix(".json")


def _read_manifest(file: Path) -> dict[str, Any] | None:
    """What was noted when the backup was made; nothing where nobody did, or it is none of ours."""
    try:
        found = json.loads(_manifest(file).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and {"made_at", "sha256", "rows"} <= found.keys() else None


def _sync(file: Path) -> None:
    with file.open("r+b") as stream:
        os.fsync(stream.fileno())


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def verify(file: Path) -> dict[str, int]:
    """Rows per table of a sound copy; a sentence for anything else. Never asked of the live file."""
    if not file.is_file():
        raise ReceptionError(_("{file} is not there.").format(file=file))
    if not _is_database(file):
        raise ReceptionError(_no_backup(file))
    manifest = _read_manifest(file)
    if manifest is not None and manifest["sha256"] != _digest(file):
        raise ReceptionError(
            _("{file} is not as it was when the backup was made; it is not used.").format(file=file)
        )
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            return _sound_rows(copy, file)
    except sqlite3.DatabaseError as trouble:
        raise ReceptionError(
            _("{file} is not a sound backup; it is not used.").format(file=file)
        ) from trouble


def preference(file: Path, key: str) -> Any:
    """A preference of a sound backup, nothing where it has none."""
    verify(file)
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as copy:
        found = copy.execute("SELECT value FROM preference WHERE key = ?", (key,)).fetchone()
    return None if found is None else json.loads(found[0])


def _is_database(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(len(DATABASE_BEGINS)) == DATABASE_BEGINS


def _no_backup(file: Path) -> str:
    beside = file.with_suffix(".sqlite")
    if file.suffix == ".json" and beside.exists():
        return _("{file} only describes a backup. The backup itself is {backup}.").format(
            file=file.name, backup=beside.name
        )
    return _("{file} is no backup of the reception desk; it is not used.").format(file=file.name)


def _sound_rows(copy: sqlite3.Connection, file: Path) -> dict[str, int]:
    (identity,) = copy.execute("PRAGMA application_id").fetchone()
    if identity != APPLICATION_ID:
        raise ReceptionError(_("{file} was not made by the reception desk.").format(file=file))
    (verdict,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok" or copy.execute("PRAGMA foreign_key_check").fetchone():
        raise ReceptionError(_("{file} is not a sound backup; it is not used.").format(file=file))
    names = copy.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE 'visit_search%' ORDER BY name"
    )
    counts = "SELECT count(*) FROM {}"  # the names are those of our own schema
    return {name: copy.execute(counts.format(f'"{name}"')).fetchone()[0] for (name,) in names.fetchall()}


def listed(folder: Path) -> list[Backup]:
    """The backups of a folder, newest first; files without a manifest are none."""
    found = []
    for file in folder.glob("reception-*.sqlite"):
        manifest = _read_manifest(file)
        if manifest is not None:
            made_at = datetime.fromisoformat(manifest["made_at"])
            found.append(Backup(file=file, made_at=made_at, rows=manifest["rows"]))
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def thin(folder: Path, now: datetime) -> list[Path]:
    """Delete what thinning does not keep; what was deleted."""
    kept = {backup.file for backup in kept_of(listed(folder), now)}
    gone = [backup.file for backup in listed(folder) if backup.file not in kept]
    for file in gone:
        file.unlink(missing_ok=True)
        _manifest(file).unlink(missing_ok=True)
    return gone


def kept_of(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """All of the last two days, then the newest of each of 12 days, 10 weeks and 9 months."""
    newest_first = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    kept = [backup for backup in newest_first if now - backup.made_at <= KEEP_ALL]
    older = [backup for backup in newest_first if now - backup.made_at > KEEP_ALL]
    for period, most in (("%Y-%m-%d", DAILY), ("%G-%V", WEEKLY), ("%Y-%m", MONTHLY)):
        newest: dict[str, Backup] = {}
        for backup in older:
            newest.setdefault(backup.made_at.strftime(period), backup)
        kept += [backup for backup in list(newest.values())[:most] if backup not in kept]
    return kept


def copy_as_it_is(live: Path, kept: Path) -> None:
    """Keep what a restore is about to replace, even where it is too damaged for a proper backup."""
    try:
        with closing(sqlite3.connect(live)) as source, closing(sqlite3.connect(kept)) as target:
            source.backup(target)
    except sqlite3.DatabaseError:
        shutil.copyfile(live, kept)


def restore(file: Path, live: Path) -> None:
    """Put a verified backup in the place of the live file. The caller holds the desk's lock."""
    verify(file)
    arriving = live.with_suffix(".arriving")
    address = f"{file.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as source, closing(sqlite3.connect(arriving)) as target:
        source.backup(target)
    _sync(arriving)
    live.with_name(live.name + "-journal").unlink(missing_ok=True)
    arriving.replace(live)
    _sync_folder(live.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
