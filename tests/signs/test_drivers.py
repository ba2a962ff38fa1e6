"""What holds of every driver, whoever adds one."""

from __future__ import annotations

import socket
import threading
from typing import Any

import pytest

from reception_desk.domain.sign import SignKind
from reception_desk.signs.driver import DRIVERS, Answer, SignDriver
from reception_desk.signs.reconciler import Reconciler, SignState
from reception_desk.signs.resolve import SignQueue, resolve
from tests.signs.fault_server import Card, CardDriver
from tests.signs.queue import NOON, a_sign, queued

HERE = {SignKind.SCREEN: {}, SignKind.WEB: {"address": "127.0.0.1"}, SignKind.HAND_OVER: {}}
KINDS: list[str] = [
    *(kind for kind in DRIVERS if kind is not SignKind.SCREEN),
    "card",
]  # the screen's is Qt's: tests/ui
WELCOMED = {Answer.CONFIRMED, Answer.SENT}


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as line:
        return line.getsockname()[1]


class Place:
    """One sign of a kind, and as many drivers for it as a test makes."""

    def __init__(self, kind, folder):
        self.kind = kind
        self.card = Card(clock=NOON.timestamp)
        facts: dict[str, Any] = {"kind": SignKind.SCREEN} if kind == "card" else {"kind": kind} | HERE[kind]
        if kind is SignKind.HAND_OVER:
            facts["address"] = str(folder / "IT")
        self.sign = a_sign(**facts)
        if kind is SignKind.WEB:
            self.sign.port = free_port()
        self._made: list[SignDriver] = []

    def driver(self):
        card = CardDriver(self.card.port, token=len(self._made) + 1)
        self._made.append(card if self.kind == "card" else DRIVERS[self.sign.kind](self.sign))
        return self._made[-1]

    def desired(self, *messages):
        return resolve(NOON, messages, self.sign)

    def dark(self):
        return resolve(NOON, [], a_sign(kind=self.sign.kind, idle_text=""))

    def close(self):
        for driver in self._made:
            driver.close()
        self.card.__exit__()


@pytest.fixture(params=KINDS)
def place(request, tmp_path):
    made = Place(request.param, tmp_path)
    yield made
    made.close()


def test_every_kind_of_sign_has_a_driver():
    assert set(DRIVERS) | {SignKind.SCREEN} == set(SignKind)


def test_it_says_what_the_rest_must_know(place):
    capabilities = place.driver().capabilities()
    assert isinstance(capabilities.blocks, bool)
    assert isinstance(capabilities.draws, bool)


def test_it_names_what_cannot_be_shown(place):
    driver = place.driver()
    assert driver.validate(place.desired(queued(1, text="欢迎顾翀董事长"))) == []
    assert any(
        "\ue000" in one or "U+E000" in one
        for one in driver.validate(place.desired(queued(1, text="欢\ue000")))
    )


def test_it_shows_and_never_says_that_it_shows_anything_else(place):
    driver, desired = place.driver(), place.desired(queued(1))
    assert driver.show(desired).answer in WELCOMED
    health = driver.probe()
    assert health.is_up
    assert health.shows in {"", desired.fingerprint}


def test_showing_the_same_again_does_no_harm(place):
    driver, desired = place.driver(), place.desired(queued(1))
    answers = {driver.show(desired).answer for _ in range(3)}
    assert answers <= WELCOMED
    assert driver.probe().is_up


def test_it_goes_dark(place):
    driver = place.driver()
    driver.show(place.desired(queued(1)))
    assert driver.clear(place.dark()).answer in WELCOMED
    assert driver.probe().shows in {"", place.dark().fingerprint}


def test_going_dark_before_anything_was_shown_is_no_trouble(place):
    assert place.driver().clear(place.dark()).answer in WELCOMED


def test_who_was_let_go_of_is_refused_and_closing_twice_is_no_trouble(place):
    driver = place.driver()
    driver.show(place.desired(queued(1)))
    driver.close()
    driver.close()
    assert driver.show(place.desired(queued(2))).answer is Answer.FAILED
    assert driver.clear(place.dark()).answer is Answer.FAILED
    assert driver.show(place.desired(queued(2))).reason


def test_of_two_drivers_of_one_sign_never_both_are_obeyed(place):
    first, second = place.driver(), place.driver()
    assert first.show(place.desired(queued(1))).answer in WELCOMED
    if second.show(place.desired(queued(2))).answer is Answer.FAILED:  # the first one holds the place
        first.close()
        assert second.show(place.desired(queued(2))).answer in WELCOMED
    assert first.show(place.desired(queued(1))).answer is Answer.FAILED
    assert second.show(place.desired(queued(2))).answer in WELCOMED
    assert second.probe().is_up


def test_a_new_driver_needs_nothing_that_the_last_one_knew(place):
    first = place.driver()
    first.show(place.desired(queued(1)))
    first.close()
    second = place.driver()
    assert second.show(place.desired(queued(1))).answer in WELCOMED
    assert second.probe().is_up


def test_a_probe_before_anything_was_shown_claims_nothing(place):
    assert place.driver().probe().shows == ""


def test_it_can_be_closed_in_the_middle_of_a_call(place):
    for _ in range(10):
        driver = place.driver()
        showing = threading.Thread(target=driver.show, args=(place.desired(queued(1)),))
        showing.start()
        driver.close()
        showing.join(20)
        assert not showing.is_alive()
        assert driver.show(place.desired(queued(1))).answer is Answer.FAILED


def test_the_reconciler_gets_along_with_it(place):
    reconciler = Reconciler({place.sign.kind: lambda _: place.driver()})
    queue = SignQueue(place.sign, (queued(1),))
    wanted = SignState.CONFIRMED if place.kind == "card" else SignState.SENT
    seconds, told = 0.0, threading.Event()
    for _ in range(400):
        seconds += 0.02
        reconciler.reconcile(queue, NOON, seconds)
        if reconciler.status.state is wanted:
            break
        told.wait(0.02)
    assert reconciler.status.state is wanted
    assert reconciler.status.acknowledged.message_ids == (1,)
    reconciler.close()
