"""What is kept of the signs over restarts: who drives each, what was sent, what it answered (led 6, rules 7, 8, 14)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from reception_desk.domain.sign_lease import SignLease, SignSending
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.services.sign_report import SignReport, report_of
from reception_desk.signs.lease import Lease, Sending
from reception_desk.signs.reconciler import SignState
from reception_desk.signs.resolve import SignQueue

NO_STEP: Final = datetime.min.replace(tzinfo=UTC)
KEPT: Final = timedelta(days=90)


class SignBooks:
    """The record of the signs: kept, read, and forgotten after 90 days. Nothing of it can be undone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(
        self, sign_id: int, owner: str, now: datetime, *, over: Lease | None = None, above: int = 0
    ) -> Lease:
        """Take a lease that is free, or still `over`; say whose it is then.

        `above`: a token that the sign has heard; ours must be higher, or the sign will not listen.
        """
        found = self.lease(sign_id)
        if found.owner and found != over and (found.owner != owner or found.token > above):
            return found
        with self._database.unit_of_work(_silent(), now) as work:
            row = work.sign_records.lease(sign_id) or work.add(SignLease(sign_id=sign_id))
            if (row.owner, row.token) == (found.owner, found.token):  # nobody was faster
                work.change(row, owner=owner, token=max(row.token, above) + 1, beat_at=now)
            return self._lease(row)

    def lease(self, sign_id: int) -> Lease:
        """Who drives a sign, and when it last said so."""
        with self._database.reading() as work:
            return self._lease(work.sign_records.lease(sign_id))

    def beat(self, sign_id: int, owner: str, now: datetime) -> None:
        """Say that the owner of a lease is still there.

        It is a file beside the store: beats are no facts, and each would make another backup and wear the disk.
        """
        self._write(self._file(sign_id, "beat"), owner, now)

    def wish(self, sign_id: int, owner: str, now: datetime) -> None:
        """Say that another program would drive the sign."""
        self._write(self._file(sign_id, "wish"), owner, now)

    def wished(self, sign_id: int) -> str:
        """The last wish, whose and when; nothing if there is none."""
        return self._read(self._file(sign_id, "wish"))

    def give_back(self, sign_id: int, owner: str) -> None:
        """Let go of a lease, if it is ours."""
        with self._database.unit_of_work(_silent(), NO_STEP) as work:
            row = work.sign_records.lease(sign_id)
            if row is not None and row.owner == owner:
                work.change(row, owner="", beat_at=None)

    def sent(self, sending: Sending, state: str, reason: str, now: datetime) -> int:
        """Put a sending on record; its number."""
        with self._database.unit_of_work(_silent(), now) as work:
            work.sign_records.prune(now - KEPT)
            row = SignSending(
                sign_id=sending.sign_id,
                token=sending.token,
                at=now,
                digest=sending.digest,
                words=sending.words,
                message_ids=" ".join(map(str, sending.message_ids)),
                state=state,
                reason=reason,
                answered_at=None if state == SignState.WAITING else now,
            )
            return work.add(row).id

    def answered(self, number: int, state: str, reason: str, now: datetime) -> None:
        """Put on record what came of a sending."""
        with self._database.unit_of_work(_silent(), now) as work:
            row = work.find(SignSending, number)
            if row is not None:
                work.change(row, state=state, reason=reason, answered_at=now)

    def history(self, sign_id: int, limit: int = 200) -> list[SignSending]:
        """What was sent to a sign and what came of it, the last first."""
        with self._database.reading() as work:
            return list(work.sign_records.sendings(sign_id, limit))

    def report(self, queue: SignQueue, now: datetime) -> SignReport:
        """How a sign is, by the record."""
        with self._database.reading() as work:
            newest = next(iter(work.sign_records.sendings(queue.sign.id, 1)), None)
            error = work.sign_records.last(queue.sign.id, SignState.OFFLINE.value)
        return report_of(queue, self.lease(queue.sign.id), newest, error, now)

    def _lease(self, row: SignLease | None) -> Lease:
        if row is None:
            return Lease()
        owner, _line, moment = self._read(self._file(row.sign_id, "beat")).partition("\n")
        try:
            beat_at = datetime.fromisoformat(moment.strip()) if owner == row.owner else row.beat_at
        except ValueError:  # it is being written
            beat_at = row.beat_at
        return Lease(row.owner, row.token, beat_at)

    def _write(self, file: Path, owner: str, now: datetime) -> None:
        try:
            file.write_text(f"{owner}\n{now.isoformat()}\n", encoding="utf-8")
        except OSError as trouble:
            sentence = _("{file} cannot be written: {reason}")
            reason = trouble.strerror or str(trouble)
            raise ReceptionError(sentence.format(file=file, reason=reason)) from trouble

    def _read(self, file: Path) -> str:
        try:
            return file.read_text(encoding="utf-8")
        except OSError:
            return ""

    def _file(self, sign_id: int, kind: str) -> Path:
        return self._database.file.parent / f"sign-{sign_id}.{kind}"


def _silent() -> Said:
    """No step comes of it: nothing here is in the journal."""
    return Said(N_("The signs"))
