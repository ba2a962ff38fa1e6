"""The database: one file, opened with the settings that were measured to lose nothing."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final, Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from reception_desk.domain.journal import StepKind
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.paths import DATABASE_NAME, refuse_unsafe
from reception_desk.repository import schema
from reception_desk.repository.journal import STEP, FactSession, Gesture, Said, complete
from reception_desk.repository.unit_of_work import UnitOfWork

BUSY_SECONDS: Final = 5.0
PRAGMAS: Final = (
    # WAL only where the SQLite of this Python is past its WAL-reset bug; the rollback journal is safe everywhere.
    "journal_mode=DELETE",
    "synchronous=FULL",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "recursive_triggers=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
)


def connect(file: Path) -> Engine:
    """An engine on `file` with explicit transactions: writers begin IMMEDIATE, readers plain."""
    engine = create_engine(
        f"sqlite:///{file}",
        connect_args={"isolation_level": None, "timeout": BUSY_SECONDS, "check_same_thread": False},
    )
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(raw: sqlite3.Connection, _record: object) -> None:
    for pragma in PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN" if options.get("reading") else "BEGIN IMMEDIATE")


class Attendant:
    """Who is at the desk now; what they do stands under their name."""

    def __init__(self, person: str = "", desk: str = "") -> None:
        self.person, self.desk = person, desk


class Database:
    """The facts of one desk. Make it with `open`; close it when done."""

    def __init__(self, engine: Engine, file: Path) -> None:
        self._engine = engine
        self._readers = engine.execution_options(reading=True)
        self._here = threading.local()
        self.file = file
        self.attendant = Attendant()

    @classmethod
    def open(cls, folder: Path, now: datetime) -> Self:
        """Open the database of a data folder, made if missing, migrated if old; a sentence if neither goes."""
        refuse_unsafe(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as trouble:
            raise ReceptionError(
                _("The data folder {folder} cannot be made: {reason}").format(
                    folder=folder, reason=trouble.strerror
                )
            ) from trouble
        file = folder / DATABASE_NAME
        engine = connect(file)
        try:
            with _plain(file):
                schema.bring_up_to_date(engine, file, now)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, file)

    @contextmanager
    def unit_of_work(
        self,
        said: Said,
        now: datetime,
        *,
        kind: StepKind = StepKind.DO,
        of_step_id: int | None = None,
        person: str = "",
    ) -> Iterator[UnitOfWork]:
        """Change facts: all of it is on disk at the end, or nothing is. `person`: who did it, if not the attendant."""
        gesture = Gesture(
            said=said,
            person=person or self.attendant.person,
            desk=self.attendant.desk,
            at=now,
            kind=kind,
            of_step_id=of_step_id,
        )
        with _plain(self.file), FactSession(self._engine, expire_on_commit=False, autoflush=True) as session:
            session.info[STEP] = gesture
            session.connection()  # begin now: whoever reads to decide must already have the lock
            work = UnitOfWork(session)
            yield work
            work.finish()
            complete(session)
            session.commit()

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """Look at facts as they stand; nothing is saved. Within another one on this thread it is the same look.

        A second connection would wait for a writer that waits for the first: nobody would go on.
        """
        if (work := getattr(self._here, "reading", None)) is not None:
            yield work
            return
        with (
            _plain(self.file),
            FactSession(self._readers, expire_on_commit=False, autoflush=False) as session,
        ):
            self._here.reading = UnitOfWork(session, writes=False)
            try:
                yield self._here.reading
            finally:
                self._here.reading = None

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A plain connection outside any transaction, for backup and checks."""
        with _plain(self.file), self._engine.connect() as connection:
            yield connection.execution_options(isolation_level="AUTOCOMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


@contextmanager
def _plain(file: Path) -> Iterator[None]:
    """Say the store's own trouble in a sentence that a receptionist understands."""
    try:
        yield
    except DBAPIError as trouble:
        raise _sentence(trouble, file) from trouble
    except UnicodeEncodeError as trouble:
        raise ReceptionError(
            _(
                "Half of a character was left over in what was written. Please write it again; nothing was changed."
            )
        ) from trouble


# What the beginnings of SQLite's own error names mean to a receptionist.
_TROUBLES: Final = {
    ("SQLITE_BUSY", "SQLITE_LOCKED"): N_(
        "Another program is busy with the data. Nothing was changed; please try again."
    ),
    ("SQLITE_FULL",): N_("The disk is full. Nothing was changed; free some space and try again."),
    ("SQLITE_READONLY",): N_("{file} may not be written. Nothing was changed."),
    ("SQLITE_CANTOPEN",): N_("{file} cannot be opened. Is the folder there, and may it be written?"),
    ("SQLITE_IOERR",): N_("The disk reports an error. Nothing was changed; check the disk, then try again."),
    ("SQLITE_CORRUPT", "SQLITE_NOTADB"): N_(
        "{file} is damaged. It is left as it is; restore the last backup from {backups}."
    ),
    ("SQLITE_CONSTRAINT",): N_("That does not fit with what is stored already. Nothing was changed."),
}


def _sentence(trouble: DBAPIError, file: Path) -> Exception:
    code = str(getattr(trouble.orig, "sqlite_errorname", ""))
    for names, sentence in _TROUBLES.items():
        if code.startswith(names):
            return ReceptionError(_(sentence).format(file=file, backups=file.parent / "backups"))
    return trouble
