"""All signs of a data folder, driven together by one loop: whoever holds a sign's lock drives it."""

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
from reception_desk.signs.reconciler import REPEAT, Reconciler, SignState, SignStatus
from reception_desk.signs.resolve import SignQueue

JUMP: Final = 2.0
"""If the clock on the wall and the one that only counts differ by this (seconds), we slept or were set."""

TAKE_OVER: Final = 5.0
"""So often (seconds) a sign that somebody else drives is asked whether it is free."""

ReadQueues = Callable[[datetime], Sequence[SignQueue]]
Confirmed = Callable[[Sign, Sequence[int], datetime], None]


class Lobby:
    """Call `tick` about once a second; it looks at the queue when there is a reason to, and never raises trouble.

    `read` gives the signs with their queues, `confirmed` is told which messages a sign says it now shows.
    """

    def __init__(
        self,
        folder: Path,
        drivers: Mapping[SignKind, DriverFor],
        *,
        read: ReadQueues,
        confirmed: Confirmed,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float],
    ) -> None:
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
        lock = self._locks.setdefault(sign_id, FileLock(self._folder / f"sign-{sign_id}.lock"))
        if not lock.take():
            reconciler.leave_to(_("Another program on this computer drives this sign."))
            reconciler.next_look = seconds + TAKE_OVER
            return
        reconciler.reconcile(queue, now, seconds, afresh=afresh)
        self._tell(queue.sign, reconciler.status, now)

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
        self._locks.pop(sign_id).release()
