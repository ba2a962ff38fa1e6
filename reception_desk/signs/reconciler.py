"""Make one sign show what it must, again and again: no timers per message, so no sleep or crash is a special case."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from reception_desk.domain.sign import Sign, SignKind
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.signs.driver import Ack, Answer, DriverFor, Health, SignDriver
from reception_desk.signs.resolve import Desired, Showing, SignQueue, place_and_look

REPEAT: Final = 30.0
"""At least this often (seconds) a sign is looked at again."""

REASSERT: Final = 600.0
"""So often (seconds) a sign that is right is told again all the same: some forget, and do not know it."""

FIRST_RETRY: Final = 1.0
DEADLINE: Final = 10.0

_log = logging.getLogger(__name__)


class SignState(StrEnum):
    """How a sign is, as people are told: never more than what it has confirmed."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    SENT = "sent"
    OFFLINE = "offline"
    ELSEWHERE = "elsewhere"
    OFF = "off"


@dataclass(frozen=True)
class SignStatus:
    """How a sign is now: `acknowledged` is what it says it shows, `desired` what it must show."""

    state: SignState = SignState.WAITING
    reason: str = ""
    desired: Desired | None = None
    acknowledged: Desired | None = None

    def shows(self, message_id: int) -> bool:
        """Whether the sign has confirmed that this message is on it."""
        confirmed = self.state is SignState.CONFIRMED and self.acknowledged is not None
        return confirmed and self.acknowledged is not None and message_id in self.acknowledged.message_ids


class Reconciler:
    """Drives one sign. `reconcile` never raises and never waits: trouble becomes part of the status."""

    def __init__(self, drivers: Mapping[SignKind, DriverFor]) -> None:
        self.status = SignStatus()
        self.next_look = 0.0
        self._drivers = drivers
        self._driver: SignDriver | None = None
        self._setup: tuple[object, ...] = ()
        self._worker: ThreadPoolExecutor | None = None
        self._call: _Call | None = None
        self._retry = FIRST_RETRY
        self._doubted = False
        self._token, self._assert_at = 0, 0.0
        self.newer = 0

    def is_due(self, now: datetime, seconds: float) -> bool:
        """Whether there is anything to do: time to look, a boundary passed, an answer come in."""
        desired = self.status.desired
        passed = desired is not None and desired.valid_until is not None and now >= desired.valid_until
        answered = self._call is not None and self._call.future.done()
        return passed or answered or seconds >= self.next_look

    def reconcile(
        self, queue: SignQueue, now: datetime, seconds: float, *, token: int = 0, afresh: bool = False
    ) -> None:
        """Take the next step towards what must be shown; `afresh` takes nothing for granted any more.

        `token` stands in all that is sent; under a new one the sign is told again. `newer` is set where the sign
        listens to a higher one.
        """
        afresh, self._token = afresh or token != self._token, token
        try:
            self._step(queue, now, seconds, afresh=afresh)
        except (ReceptionError, OSError) as trouble:
            self._failed(str(trouble), seconds)
        except Exception as trouble:  # noqa: BLE001 - whatever goes wrong with one sign, the others and the desk go on
            _log.exception("sign %s", queue.sign.name)
            self._failed(_("A fault in this program: {fault}").format(fault=repr(trouble)), seconds)

    def leave_to(self, reason: str, state: SignState = SignState.ELSEWHERE) -> None:
        """Let go: somebody else drives this sign, or may try."""
        self.close()
        self.status = SignStatus(state, reason)

    def close(self) -> None:
        """Let go of the sign and of the worker."""
        if self._driver is not None:
            self._driver.close()
            self._driver = None
        if self._worker is not None:
            self._worker.shutdown(wait=False, cancel_futures=True)
            self._worker = None
        self._call, self._setup = None, ()
        self.status = SignStatus(SignState.OFF)

    def _step(self, queue: SignQueue, now: datetime, seconds: float, *, afresh: bool) -> None:
        sign, desired = queue.sign, queue.desired(now)
        if not sign.is_on:
            self.close()
            self.status, self.next_look = SignStatus(SignState.OFF, desired=desired), seconds + REPEAT
            return
        driver = self._driver_for(sign)
        self.status = replace(self.status, desired=desired)
        self._doubted = self._doubted or afresh
        if self._call is not None:
            self._collect(self._call, seconds)
        if self._call is None and (self._doubted or seconds >= self.next_look or self._differs(desired)):
            if self._doubted:
                self.status = replace(self.status, acknowledged=None, state=SignState.WAITING)
            self._doubted = False
            self._ask(driver, desired, seconds)

    def _differs(self, desired: Desired) -> bool:
        same = self._was_told(desired)
        if same and self.status.acknowledged != desired:  # the same picture, now for other messages
            self.status = replace(self.status, acknowledged=desired)
        return not same and self.status.state is not SignState.OFFLINE

    def _was_told(self, desired: Desired) -> bool:
        """Whether the sign has this picture, and knows until when each page of it may stay."""
        told = self.status.acknowledged
        return told is not None and (told.fingerprint, told.pages) == (desired.fingerprint, desired.pages)

    def _driver_for(self, sign: Sign) -> SignDriver:
        at_exit = (sign.at_exit, sign.idle_text) if sign.at_exit == "idle" else ()
        setup = (sign.kind, *place_and_look(sign), sign.charset, *at_exit)
        if self._driver is None or setup != self._setup:
            self.close()
            self.status, self._setup, self._retry, self.next_look = SignStatus(), setup, FIRST_RETRY, 0.0
            self._driver = self._drivers[sign.kind](sign)
            if self._driver.capabilities().blocks:
                self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"sign-{sign.id}")
        return self._driver

    def _ask(self, driver: SignDriver, desired: Desired, seconds: float) -> None:
        told = self._was_told(desired)
        if told and seconds < self._assert_at:
            self._start(driver.probe, desired, seconds)
            return
        if not told and self.status.state in {SignState.CONFIRMED, SignState.SENT}:
            # Nobody knows what it shows meanwhile.
            self.status = replace(self.status, state=SignState.WAITING)
        if problems := driver.validate(desired):
            self._start(lambda: _refused(driver, desired, problems, self._token), desired, seconds)
            return
        act, token = driver.clear if desired.showing is Showing.BLANK else driver.show, self._token
        self._assert_at = seconds + REASSERT
        self._start(lambda: act(desired, token), desired, seconds)

    def _start(self, work: Callable[[], Ack | Health], desired: Desired, seconds: float) -> None:
        future = self._worker.submit(work) if self._worker else _at_once(work)
        self.next_look = seconds + REPEAT
        self._call = _Call(future, desired, seconds + DEADLINE)
        self._collect(self._call, seconds)

    def _collect(self, call: _Call, seconds: float) -> None:
        if not call.future.done():
            if seconds >= call.deadline:
                self._failed(_("The sign does not answer."), seconds)
            else:
                self.next_look = call.deadline
            return
        self._call = None
        answer = call.future.result()
        if isinstance(answer, Health):
            self._looked(answer, call.desired, seconds)
        elif answer.answer is Answer.FAILED:
            self.newer = answer.newer
            self._failed(answer.reason, seconds)
        else:
            sure = answer.answer is Answer.CONFIRMED
            self._settled(SignState.CONFIRMED if sure else SignState.SENT, call.desired, seconds)

    def _looked(self, health: Health, desired: Desired, seconds: float) -> None:
        if not health.is_up:
            self._failed(health.reason, seconds)
        elif health.shows == desired.fingerprint:
            self._settled(SignState.CONFIRMED, desired, seconds)
        elif health.shows or self.status.state is SignState.CONFIRMED:
            # it shows something else: tell it again
            self.status = replace(self.status, state=SignState.WAITING, acknowledged=None)
            self.next_look = seconds
        else:
            self._settled(SignState.SENT, desired, seconds)

    def _settled(self, state: SignState, desired: Desired, seconds: float) -> None:
        self.status = replace(self.status, state=state, reason="", acknowledged=desired)
        self._retry = FIRST_RETRY
        self.next_look = seconds + (REPEAT if state is SignState.CONFIRMED else FIRST_RETRY)

    def _failed(self, reason: str, seconds: float) -> None:
        self.status = replace(self.status, state=SignState.OFFLINE, reason=reason, acknowledged=None)
        self.next_look = seconds + self._retry
        self._retry = min(self._retry * 2, REPEAT)


@dataclass(frozen=True)
class _Call:
    """A question put to a sign, and until when it must have answered."""

    future: Future[Ack | Health]
    desired: Desired
    deadline: float


def _refused(driver: SignDriver, desired: Desired, problems: Sequence[str], token: int) -> Ack:
    """What must be on the sign cannot be; what was on it must go all the same, for its time may be over."""
    driver.clear(replace(desired, showing=Showing.BLANK, pages=(), message_ids=(), fingerprint="dark"), token)
    return Ack(Answer.FAILED, " ".join(problems))


def _at_once(work: Callable[[], Ack | Health]) -> Future[Ack | Health]:
    future: Future[Ack | Health] = Future()
    future.set_result(work())
    return future
