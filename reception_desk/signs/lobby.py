"""All signs of a data folder, driven together by one loop: whoever holds a sign's lock and lease drives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from reception_desk.domain.sign import Sign, SignKind
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.lock import FileLock
from reception_desk.signs.driver import DriverFor
from reception_desk.signs.lease import Books, Claim, this_program
from reception_desk.signs.reconciler import REPEAT, Reconciler, SignState, SignStatus
from reception_desk.signs.record import Record
from reception_desk.signs.resolve import SignQueue

JUMP: Final = 2.0
"""If the clock on the wall and the one that only counts differ by this (seconds), we slept or were set."""

TAKE_OVER: Final = 5.0
"""So often (seconds) a sign that somebody else drives is asked whether it is free."""

ReadQueues = Callable[[datetime], Sequence[SignQueue]]
Confirmed = Callable[[Sign, Sequence[int], datetime], None]


class Lobby:
    """Call `tick` about once a second; it looks at the queue when there is a reason to, and never raises trouble.

    `read` gives the signs with their queues, `confirmed` is told which messages a sign says it now shows,
    `books` keep who drives each sign and what was sent to it.
    """

    def __init__(
        self,
        folder: Path,
        drivers: Mapping[SignKind, DriverFor],
        *,
        read: ReadQueues,
        confirmed: Confirmed,
        books: Books,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float],
        owner: str = "",
    ) -> None:
        self._books, self._owner = books, owner or this_program()
        self._claims: dict[int, Claim] = {}
        self._records: dict[int, Record] = {}
        self._folder, self._drivers = folder, drivers
        self._read, self._confirmed = read, confirmed
        self._clock, self._monotonic = clock, monotonic
        self._queues: dict[int, SignQueue] = {}
        self._reconcilers: dict[int, Reconciler] = {}
        self._locks: dict[int, FileLock] = {}
        self._told: dict[int, tuple[int, ...]] = {}
        self._next_reading = 0.0
        self._ahead: float | None = None
        self.trouble = ""

    @property
    def statuses(self) -> dict[int, SignStatus]:
        """How each sign is, by its id."""
        return {sign_id: reconciler.status for sign_id, reconciler in self._reconcilers.items()}

    @property
    def signs(self) -> list[Sign]:
        """The signs as they were read last."""
        return [queue.sign for queue in self._queues.values()]

    def wake(self) -> None:
        """Read the queue at the next tick: something was changed, a monitor came or went."""
        self._next_reading = 0.0

    def tick(self) -> None:
        """Do what is due."""
        now, seconds = self._clock(), self._monotonic()
        jumped = self._has_jumped(now, seconds)
        due = any(reconciler.is_due(now, seconds) for reconciler in self._reconcilers.values())
        asked = jumped or seconds >= self._next_reading
        self._beat(now, seconds)
        if not (due or asked):
            return
        self._read_queues(now, seconds)
        for sign_id, queue in self._queues.items():
            self._drive(sign_id, queue, now, seconds, afresh=jumped)

    def close(self) -> None:
        """Let go of every sign."""
        for sign_id in list(self._reconcilers):
            self._forget(sign_id)
        self._queues.clear()

    def _has_jumped(self, now: datetime, seconds: float) -> bool:
        ahead = now.timestamp() - seconds
        before, self._ahead = self._ahead, ahead
        return before is not None and abs(ahead - before) > JUMP

    def _beat(self, now: datetime, seconds: float) -> None:
        try:
            for claim in self._claims.values():
                claim.beat(now, seconds)
        except ReceptionError as trouble:
            self.trouble = str(trouble)  # who cannot beat is taken for dead by the others

    def _read_queues(self, now: datetime, seconds: float) -> None:
        self._next_reading = seconds + REPEAT
        try:
            queues = {queue.sign.id: queue for queue in self._read(now)}
        except ReceptionError as trouble:
            # The queue as it was read last still says what may be shown, and until when.
            self.trouble = str(trouble)
            return
        self.trouble = ""
        for gone in self._queues.keys() - queues.keys():
            self._forget(gone)
        self._queues = queues

    def _drive(self, sign_id: int, queue: SignQueue, now: datetime, seconds: float, *, afresh: bool) -> None:
        reconciler = self._reconcilers.setdefault(sign_id, Reconciler(self._drivers))
        if not self._may_drive(sign_id, reconciler, now, seconds):
            self._records.pop(sign_id, None)
            reconciler.next_look = seconds + TAKE_OVER
            return
        token = self._claims[sign_id].lease.token
        reconciler.reconcile(queue, now, seconds, token=token, afresh=afresh)
        self._tell(queue.sign, reconciler.status, now)
        self._record(queue.sign, reconciler.status, token, now)
        self._make_way(sign_id, reconciler, seconds)

    def _may_drive(self, sign_id: int, reconciler: Reconciler, now: datetime, seconds: float) -> bool:
        """Whether the lock and the lease are ours. Where the data cannot be read, what was ours stays ours."""
        lock = self._locks.setdefault(sign_id, FileLock(self._folder / f"sign-{sign_id}.lock"))
        claim = self._claims.setdefault(sign_id, Claim(self._books, sign_id, self._owner))
        if not lock.take():
            reconciler.leave_to(_("Another program on this computer drives this sign."))
            return False
        above, reconciler.newer = reconciler.newer, 0
        try:
            ours = claim.hold(now, seconds, above=above)
        except ReceptionError as trouble:
            self.trouble, ours = str(trouble), claim.is_ours
        if not ours and not claim.lease.owner:
            reconciler.leave_to(reconciler.status.reason, SignState.OFFLINE)
        elif not ours:
            sentence = _("The computer {computer} drives this sign.")
            reconciler.leave_to(sentence.format(computer=claim.lease.computer_name))
        return ours

    def _make_way(self, sign_id: int, reconciler: Reconciler, seconds: float) -> None:
        """Leave a sign that is out of our reach to a program on another computer that waits for it."""
        status = reconciler.status
        try:
            if self._claims[sign_id].make_way(seconds, is_lost=status.state is SignState.OFFLINE):
                reconciler.leave_to(status.reason, SignState.OFFLINE)
        except ReceptionError as trouble:
            self.trouble = str(trouble)

    def _record(self, sign: Sign, status: SignStatus, token: int, now: datetime) -> None:
        """Keep what was sent and what came of it, and that a sign was out of reach."""
        record = self._records.setdefault(sign.id, Record(self._books, sign.id))
        try:
            record.note(status, token, now)
        except ReceptionError as trouble:
            self.trouble = str(trouble)  # noted at the next look

    def _tell(self, sign: Sign, status: SignStatus, now: datetime) -> None:
        if status.state is not SignState.CONFIRMED or status.acknowledged is None:
            return
        ids = status.acknowledged.message_ids
        if ids == self._told.get(sign.id, ()):
            return
        try:
            self._confirmed(sign, ids, now)
        except ReceptionError as trouble:
            self.trouble = str(trouble)  # told again at the next look
            return
        self._told[sign.id] = ids

    def _forget(self, sign_id: int) -> None:
        self._reconcilers.pop(sign_id).close()
        self._told.pop(sign_id, None)
        self._records.pop(sign_id, None)
        try:
            self._claims.pop(sign_id).give_back()
        except ReceptionError as trouble:
            self.trouble = str(trouble)  # it will be seen that our beats do not come
        self._locks.pop(sign_id).release()
