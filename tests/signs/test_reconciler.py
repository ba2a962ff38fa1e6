"""Driving signs by a clock of our own: sleep, jumps, failures, restarts end with the right thing on the sign."""

import threading
import time
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_desk.domain.sign import SignKind
from reception_desk.errors import ReceptionError
from reception_desk.lock import FileLock
from reception_desk.signs.driver import Ack, Answer, Capabilities, Health
from reception_desk.signs.lobby import Lobby
from reception_desk.signs.reconciler import DEADLINE, REPEAT, Reconciler, SignState
from reception_desk.signs.resolve import Desired, SignQueue, resolve
from tests.signs.books import Books
from tests.signs.queue import NOON, a_sign, minutes, queued, queues

CONFIRMED, SENT = Ack(Answer.CONFIRMED), Ack(Answer.SENT)


class Panel:
    """A sign of the test's own: it keeps what it was told, and fails as it is asked to."""

    def __init__(self, *, answer=CONFIRMED, blocks=False):
        self.answer, self.blocks = answer, blocks
        self.on: Desired | None = None
        self.told = 0
        self.tokens: list[int] = []
        self.fault = ""
        self.refusal: list[str] = []
        self.gate = threading.Event()
        self.gate.set()
        self.is_open = True
        self.is_mute = False
        self.is_broken = False

    def __call__(self, sign):
        self.is_open = True
        return self

    def capabilities(self):
        return Capabilities(blocks=self.blocks, draws=True)

    def validate(self, desired):
        return self.refusal

    def show(self, desired, token=0):
        assert self.gate.wait(20)
        if self.fault:
            raise OSError(self.fault)
        if self.is_broken:
            raise ZeroDivisionError
        self.told += 1
        self.on = desired
        self.tokens.append(token)
        return self.answer

    clear = show

    def probe(self):
        if self.fault:
            return Health(False, reason=self.fault)
        return Health(True, self.on.fingerprint if self.on and not self.is_mute else "")

    def close(self):
        self.is_open = False
        self.on = None


class Desk:
    """A lobby with one sign, and a clock that goes when it is told to."""

    def __init__(self, folder, messages, panel=None, sign=None):
        self.folder, self.messages = folder, messages
        self.panel = panel or Panel()
        self.sign = sign or a_sign()
        self.now, self.seconds = NOON, 1000.0
        self.confirmed = []
        self.trouble = ""
        self.books = Books(folder)
        self.lobby = self.open()

    def open(self):
        return Lobby(
            self.folder, {SignKind.SCREEN: self.panel}, read=self.read, books=self.books.kept, clock=lambda: self.now,
            confirmed=lambda sign, ids, now: self.confirmed.append(tuple(ids)), monotonic=lambda: self.seconds,
        )  # fmt: skip

    def read(self, now):
        if self.trouble:
            raise ReceptionError(self.trouble)
        return [SignQueue(self.sign, tuple(self.messages))] if self.sign else []

    def run(self, seconds, step=1.0):
        for _ in range(round(seconds / step)):
            self.lobby.tick()
            self.now += timedelta(seconds=step)
            self.seconds += step
        self.lobby.tick()

    def sleep(self, seconds):
        """The machine is suspended: only the clock on the wall goes on."""
        self.now += timedelta(seconds=seconds)

    @property
    def status(self):
        return self.lobby.statuses[1]

    @property
    def status_or_none(self):
        return self.lobby.statuses.get(1)

    def is_right(self):
        return self.panel.on.fingerprint == resolve(self.now, self.messages, self.sign).fingerprint


@pytest.fixture
def desk(tmp_path):
    desks = []

    def make(messages, **more):
        desks.append(Desk(tmp_path, messages, **more))
        return desks[-1]

    yield make
    for made in desks:
        made.panel.gate.set()
        made.lobby.close()
        made.books.close()


def test_the_sign_follows_the_queue_by_the_clock_alone(desk):
    it = desk([queued(1, 1, 2), queued(2, 3, 4)])
    seen = []
    for _ in range(5):
        it.run(30)
        seen.append(it.panel.on.message_ids)
        it.run(30)
    assert seen == [(), (1,), (), (2,), ()]


def test_it_tells_the_sign_once_and_then_only_looks(desk):
    it = desk([queued(1)])
    it.run(300)
    assert it.panel.told == 1
    assert it.status.state is SignState.CONFIRMED
    assert it.status.shows(1)
    assert it.confirmed == [(1,)]


def test_what_was_only_sent_is_not_called_shown_until_the_sign_says_so(desk):
    panel = Panel(answer=SENT)
    it = desk([queued(1)], panel=panel)
    panel.is_mute = True
    it.run(5)
    assert it.status.state is SignState.SENT
    assert not it.status.shows(1)
    assert it.confirmed == []
    panel.is_mute = False
    it.run(2)
    assert it.status.shows(1)


def test_a_change_is_shown_at_the_next_tick_after_a_wake(desk):
    it = desk([queued(1)])
    it.run(3)
    it.messages.append(queued(2, priority=1))
    it.lobby.wake()
    it.lobby.tick()
    assert it.panel.on.message_ids == (2,)


def test_a_window_that_was_slept_through_is_never_shown_and_one_that_lasts_is_shown_for_the_rest(desk):
    it = desk([queued(1, 5, 10), queued(2, 20, 60)])
    it.run(5)
    it.sleep(30 * 60)
    it.run(2)
    assert it.panel.on.message_ids == (2,)
    assert it.confirmed == [(2,)]


def test_after_a_sleep_nothing_is_taken_for_granted(desk):
    it = desk([queued(1)])
    it.run(3)
    it.sleep(60)
    it.run(2)
    assert it.panel.told == 2


def test_a_clock_that_is_set_back_brings_back_what_belongs_there(desk):
    it = desk([queued(1, 0, 60)])
    it.run(2)
    it.now += minutes(120)
    it.run(2)
    assert it.panel.on.message_ids == ()
    it.now -= minutes(90)
    it.run(2)
    assert it.panel.on.message_ids == (1,)


def test_a_sign_that_fails_is_offline_with_its_reason_and_is_tried_again_more_and_more_rarely(desk):
    it = desk([queued(1)])
    it.panel.fault = "no route to host"
    it.run(2)
    assert it.status.state is SignState.OFFLINE
    assert it.status.reason == "no route to host"
    assert not it.status.shows(1)
    it.panel.fault = ""
    it.run(REPEAT + 1)
    assert it.status.shows(1)


def test_a_sign_that_cannot_show_it_says_why(desk):
    it = desk([queued(1)])
    it.panel.refusal = ["The monitor is not connected."]
    it.run(2)
    assert (it.status.state, it.status.reason) == (SignState.OFFLINE, "The monitor is not connected.")
    assert it.panel.on.pages == ()


def test_what_cannot_be_shown_does_not_leave_the_last_guest_on_the_sign(desk):
    it = desk([queued(1, 0, 2), queued(2, 2, 60)])
    it.run(5)
    assert it.panel.on.message_ids == (1,)
    it.panel.refusal = ["GBK does not have 𠮷."]
    it.run(150)
    assert it.panel.on.pages == ()
    assert not it.status.shows(2)


def test_a_sign_is_told_again_when_only_the_end_of_its_words_has_moved(desk):
    it = desk([queued(1, 0, 30)])
    it.run(3)
    it.messages[0] = queued(1, 0, 45)
    it.lobby.wake()
    it.run(2)
    assert it.panel.told == 2
    assert it.panel.on.pages[0].until == NOON + minutes(45)


def test_a_sign_that_forgot_is_told_again(desk):
    it = desk([queued(1)])
    it.run(3)
    it.panel.on = resolve(NOON, [], a_sign())
    it.run(REPEAT + 3)
    assert it.is_right()
    assert it.status.shows(1)


def test_a_programming_fault_in_a_driver_is_shown_and_logged_and_ends_nothing(desk, caplog):
    it = desk([queued(1)])
    it.panel.is_broken = True
    it.run(1)
    assert it.status.state is SignState.OFFLINE
    assert "ZeroDivisionError" in it.status.reason
    assert "ZeroDivisionError" in caplog.text


def test_when_the_data_cannot_be_read_the_known_queue_still_ends_on_time(desk):
    it = desk([queued(1, 0, 2)])
    it.run(3)
    it.trouble = "busy"
    it.run(180)
    assert it.panel.on.message_ids == ()
    assert it.lobby.trouble == "busy"
    it.trouble = ""
    it.run(REPEAT + 1)
    assert it.lobby.trouble == ""


def test_a_sign_that_was_removed_is_let_go(desk):
    it = desk([queued(1)])
    it.run(2)
    it.sign = None
    it.lobby.wake()
    it.run(1)
    assert not it.panel.is_open
    assert it.lobby.statuses == {}


def test_a_sign_that_is_switched_off_is_let_go_and_comes_back(desk):
    it = desk([queued(1)])
    it.run(2)
    it.sign = a_sign(is_on=False)
    it.lobby.wake()
    it.run(1)
    assert it.status.state is SignState.OFF
    assert not it.panel.is_open
    it.sign = a_sign()
    it.lobby.wake()
    it.run(1)
    assert it.status.shows(1)


def test_a_sign_that_was_moved_gets_a_new_driver(desk):
    it = desk([queued(1)])
    it.run(2)
    it.sign = a_sign(left=40)
    it.lobby.wake()
    it.run(1)
    assert it.panel.told == 2
    assert it.is_right()


def test_only_one_program_drives_a_sign_and_the_other_takes_over_when_it_ends(desk, tmp_path):
    other = FileLock(tmp_path / "sign-1.lock")
    assert other.take()
    it = desk([queued(1)])
    it.run(2)
    assert it.status.state is SignState.ELSEWHERE
    assert it.panel.told == 0
    other.release()
    it.run(REPEAT + 1)
    assert it.status.shows(1)


def test_a_restart_needs_no_memory(desk):
    it = desk([queued(1, 0, 60)])
    it.run(60)
    it.lobby.close()
    it.lobby = it.open()
    it.run(2)
    assert it.is_right()
    assert it.status.shows(1)


def test_a_slow_sign_never_holds_the_loop_and_is_called_offline_after_its_deadline(desk):
    panel = Panel(blocks=True)
    panel.gate.clear()
    it = desk([queued(1)], panel=panel)
    states = []
    for span in (DEADLINE - 2, 4):
        it.run(span)
        states.append(it.status.state)
    assert states == [SignState.WAITING, SignState.OFFLINE]
    panel.gate.set()
    done = threading.Event()
    it.lobby._reconcilers[1]._call.future.add_done_callback(lambda _: done.set())
    assert done.wait(20)
    it.run(1)
    assert it.status.shows(1)


def test_a_fault_in_a_worker_is_a_reason_too(desk):
    it = desk([queued(1)], panel=Panel(blocks=True))
    it.panel.fault = "refused"
    end = time.monotonic() + 20
    while it.status_or_none is None or it.status.state is SignState.WAITING:
        assert time.monotonic() < end
        it.lobby.tick()
        time.sleep(0.01)
    assert (it.status.state, it.status.reason) == (SignState.OFFLINE, "refused")


events = st.lists(
    st.one_of(
        st.tuples(st.just("run"), st.integers(1, 400)),
        st.tuples(st.just("sleep"), st.integers(3, 7200)),
        st.tuples(st.just("fault"), st.integers(0, 1)),
        st.tuples(st.just("restart"), st.just(0)),
    ),
    max_size=12,
)


@settings(max_examples=150)
@given(queues(), events)
def test_whatever_happens_the_sign_ends_with_what_must_be_on_it(messages, happened):
    """The reconciler alone (no lock), driven by random runs, sleeps, faults and restarts."""
    panel, sign = Panel(), a_sign()
    now, seconds, reconciler = NOON - minutes(120), 0.0, Reconciler({SignKind.SCREEN: panel})

    def run(span):
        nonlocal now, seconds
        for _ in range(span):
            now, seconds = now + timedelta(seconds=1), seconds + 1
            if reconciler.is_due(now, seconds):
                reconciler.reconcile(SignQueue(sign, tuple(messages)), now, seconds)
            if not panel.fault and reconciler.status.state is SignState.CONFIRMED:
                assert panel.on.fingerprint == resolve(now, messages, sign).fingerprint

    for what, value in happened:
        if what == "run":
            run(value)
        elif what == "sleep":
            now += timedelta(seconds=value)
        elif what == "fault":
            panel.fault = "fault" if value else ""
        else:
            reconciler.close()
            reconciler = Reconciler({SignKind.SCREEN: panel})
    panel.fault = ""
    run(round(REPEAT) + 2)
    assert panel.on.fingerprint == resolve(now, messages, sign).fingerprint
    assert reconciler.status.state is SignState.CONFIRMED
