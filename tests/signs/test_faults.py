"""Signs that fail: the loop never waits, nothing false is said of them, nothing that is over stays on them."""

import contextlib
import random
import threading
import time
from datetime import timedelta

import pytest

from reception_desk.domain.sign import SignKind
from reception_desk.signs.lobby import Lobby
from reception_desk.signs.reconciler import REPEAT, SignState
from reception_desk.signs.resolve import Queued, SignQueue, resolve
from tests.signs.books import Books
from tests.signs.fault_server import FAULTS, Card, CardDriver, Fault
from tests.signs.queue import NOON, a_sign, queued

SPEED = 20
"""The desk's clocks run so much faster than ours; the deadline of the reconciler is half a second here."""

LONGEST_STEP = 0.02
"""If this machine has no time for us, the desk's clocks wait too."""

DEADLINE = 0.3


class Hall:
    """A card, its sign, its queue, and clocks that run fast."""

    def __init__(self, folder, deadline=DEADLINE):
        self.seconds, self._looked = 1000.0, time.monotonic()
        self.card = Card(clock=lambda: self.now.timestamp())  # noqa: PLW0108 - the clock goes on
        self.card_may_forget = False
        self.card.crawl = 1 / SPEED
        self.sign = a_sign(idle_text="")
        self.messages: list[Queued] = []
        self.tokens = iter(range(1, 1000))
        self.books = Books(folder)
        self.lobby = Lobby(
            folder, {SignKind.SCREEN: lambda _: CardDriver(self.card.port, next(self.tokens), deadline)},
            read=lambda _: [SignQueue(self.sign, tuple(self.messages))], confirmed=lambda *_: None,
            books=self.books.kept, clock=lambda: self.now, monotonic=lambda: self.seconds,
        )  # fmt: skip

    @property
    def now(self):
        return NOON + timedelta(seconds=self.seconds - 1000)

    @property
    def status(self):
        return self.lobby.statuses[1]

    def queue(self, *entries):
        self.messages = list(entries)
        self.lobby.wake()

    def until(self, holds, periods=2.0):
        """Let it run until something holds, at most so many reconcile periods; say how many it took."""
        start = self.seconds
        while True:
            looked, self._looked = self._looked, time.monotonic()
            self.seconds += min(LONGEST_STEP, self._looked - looked) * SPEED
            self.lobby.tick()
            self.check()
            if holds():
                return (self.seconds - start) / REPEAT
            assert self.seconds - start < periods * REPEAT, f"still {self.status} after {periods} periods"
            time.sleep(0.005)

    def run(self, periods):
        end = self.seconds + periods * REPEAT
        self.until(lambda: self.seconds >= end, periods + 1)

    def check(self):
        """What must hold at every moment."""
        now, texts = self.now, self.card.texts()
        for entry in self.messages:
            if entry.message.checked_text in texts:
                assert now < entry.window.ends + timedelta(seconds=1)
                assert now >= entry.window.starts - timedelta(seconds=1)
        confirmed = self.status.state is SignState.CONFIRMED and self.status.acknowledged is not None
        if confirmed and not self.card_may_forget:
            assert self.card.fingerprint == self.status.acknowledged.fingerprint

    def is_right(self):
        wanted = resolve(self.now, self.messages, self.sign)
        return self.status.state is SignState.CONFIRMED and self.card.fingerprint == wanted.fingerprint

    def close(self):
        self.lobby.close()
        self.books.close()
        self.card.__exit__()


@pytest.fixture
def hall(tmp_path):
    halls = []

    def make(**more):
        halls.append(Hall(tmp_path, **more))
        return halls[-1]

    yield make
    for made in halls:
        made.close()


def minutes_of(seconds):
    return seconds / 60


def entry(number, start, end, hall):
    """A message whose window is given in reconcile periods from now."""
    begun = minutes_of(hall.seconds - 1000)
    return queued(number, begun + minutes_of(start * REPEAT), begun + minutes_of(end * REPEAT))


@pytest.mark.parametrize("fault", FAULTS)
def test_a_sign_that_fails_is_called_offline_within_two_periods_and_comes_back_within_two(hall, fault):
    it = hall()
    it.queue(entry(1, 0, 100, it))
    it.until(it.is_right)
    it.card.fault = fault
    it.queue(entry(2, 0, 100, it))
    it.until(lambda: it.status.state is SignState.OFFLINE)
    assert it.status.reason
    assert not it.status.shows(2)
    it.card.fault = Fault.NONE
    it.until(it.is_right)
    assert it.card.texts() == ["欢迎2"]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_sign_that_begins_to_fail_in_silence_is_noticed_within_two_periods(hall, fault):
    it = hall()
    it.queue(entry(1, 0, 100, it))
    it.until(it.is_right)
    it.card.fault = fault
    it.until(lambda: it.status.state is not SignState.CONFIRMED)
    it.until(lambda: it.status.state is SignState.OFFLINE)
    assert not it.status.shows(1)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_over_is_off_a_sign_that_cannot_be_reached(hall, fault):
    it = hall()
    it.queue(entry(1, 0, 1, it))
    it.until(it.is_right)
    assert it.card.texts() == ["欢迎1"]
    it.card.fault = fault
    it.run(1.2)
    assert it.card.texts() == []


def test_a_card_that_was_switched_off_and_forgot_is_told_again(hall):
    it = hall()
    it.queue(entry(1, 0, 100, it))
    it.until(it.is_right)
    it.card_may_forget = True
    it.card.fingerprint, it.card.pages = "", []
    it.until(lambda: it.card.texts() == ["欢迎1"])
    it.until(it.is_right)


def test_an_order_that_reaches_the_card_late_is_put_right(hall):
    """It dreams: it obeys what it was told before only after it has confirmed what it was told later."""
    it = hall()
    it.card.fault = Fault.DREAMS
    it.queue(entry(1, 0, 100, it))
    it.until(lambda: it.status.state is SignState.OFFLINE)
    it.queue(entry(2, 0, 100, it))
    it.card.fault = Fault.NONE
    it.until(it.is_right)
    it.card_may_forget = True
    it.card.wakes.set()
    it.until(lambda: it.card.texts() == ["欢迎1"])
    it.until(it.is_right)
    assert it.card.texts() == ["欢迎2"]


def test_the_loop_goes_on_while_a_sign_holds_a_call_for_ever(hall):
    it = hall(deadline=30.0)
    it.card.fault = Fault.SWALLOWS
    it.queue(entry(1, 0, 100, it))
    it.until(lambda: it.status.state is SignState.OFFLINE)
    threads = [thread for thread in threading.enumerate() if thread.name.startswith("sign-1")]
    it.run(2)
    assert [thread for thread in threading.enumerate() if thread.name.startswith("sign-1")] == threads
    it.lobby.close()  # and nobody waits for it at the end either


def test_a_driver_that_was_let_go_of_while_it_was_held_changes_nothing_later(hall):
    it = hall()
    it.queue(entry(1, 0, 100, it))
    it.until(it.is_right)
    stale = CardDriver(it.card.port, token=0)
    it.until(it.is_right)
    assert stale.show(resolve(it.now, [entry(9, 0, 100, it)], it.sign)).reason == "refused"
    assert it.card.texts() == ["欢迎1"]


@pytest.mark.parametrize("seed", range(3))
def test_after_any_faults_in_any_order_the_sign_ends_right(hall, seed):
    chance, it = random.Random(seed), hall(deadline=0.2)
    it.queue(entry(1, 0, 2, it), entry(2, 1, 4, it), entry(3, 2, 100, it))
    for _ in range(6):
        it.card.fault = chance.choice([Fault.NONE, *FAULTS])
        it.run(chance.uniform(0.1, 0.5))
    it.card.fault = Fault.NONE
    it.until(it.is_right)


def test_of_two_signs_one_that_fails_does_not_hold_up_the_other(tmp_path):
    signs = [a_sign(idle_text=f"{number}") for number in (1, 2)]
    signs[1].id = 2
    with contextlib.ExitStack() as stack:
        bad, good = (stack.enter_context(Card()) for _ in signs)
        bad.fault = Fault.SWALLOWS
        ports = {1: bad.port, 2: good.port}
        books = Books(tmp_path, 2)
        stack.callback(books.close)
        lobby = Lobby(
            tmp_path, {SignKind.SCREEN: lambda sign: CardDriver(ports[sign.id])},
            read=lambda _: [SignQueue(sign, ()) for sign in signs], confirmed=lambda *_: None,
            books=books.kept, clock=lambda: NOON + timedelta(seconds=time.monotonic()), monotonic=time.monotonic,
        )  # fmt: skip
        stack.callback(lobby.close)
        end = time.monotonic() + 20
        while good.texts() != ["2"]:
            lobby.tick()
            assert time.monotonic() < end
            time.sleep(0.01)
        assert lobby.statuses[1].state is SignState.WAITING
