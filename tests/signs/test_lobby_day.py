"""Eight hours in a lobby, by a clock of our own, with all that may happen; the record of it is what the rules say."""

from datetime import datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

import pytest

from reception_desk.domain.sign import SignKind
from reception_desk.domain.welcome_state import MessageState
from reception_desk.signs.lobby import Lobby
from reception_desk.signs.reconciler import REPEAT, SignState
from reception_desk.signs.resolve import SignQueue
from tests.desk import new_desk
from tests.signs.test_reconciler import Panel

ZONE = ZoneInfo("Asia/Shanghai")
STEP = 5
LOST = "The monitor HDMI-2 is not connected."
NORTH, SOUTH = "北方重机", "南岭电子"


def at(clock):
    """A time of that day, as `09:30`."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, 12, 8, hour, minute, tzinfo=ZONE)


class Day:
    """A desk with a sign, the loop that drives it, and what the rules said at each of its looks."""

    def __init__(self, folder):
        self.now, self.seconds, self.panel = at("8:30"), 0.0, Panel()
        self.desk = new_desk(folder)
        self.sign_id = self.desk.signs.add("大堂", self.now, width=256, height=32, idle_text="欢迎光临")
        self.runs, self.read_again = 0, 0.0
        self.queues: list[SignQueue] = []
        self.looks: list[tuple[int, str, str, bool]] = []
        self.open()

    def open(self):
        self.runs += 1
        self.read_again = 0.0
        self.lobby = Lobby(
            self.desk.folder, {SignKind.SCREEN: self.panel}, read=self.read, confirmed=self.desk.welcome.note_seen,
            books=self.desk.sign_books, clock=lambda: self.now, monotonic=lambda: self.seconds,
        )  # fmt: skip

    def read(self, now):
        if (
            self.seconds >= self.read_again
        ):  # an unchanged queue is the same queue: a day has a thousand looks
            self.queues, self.read_again = self.desk.welcome.sign_queues(now), self.seconds + 600
        queues = self.queues
        desired = queues[0].desired(now)
        words = " / ".join(page.text for page in desired.pages)
        ids = " ".join(map(str, desired.message_ids))
        self.looks.append((self.runs, words, ids, not self.panel.fault))
        return queues

    def until(self, clock):
        """Let the day go on; the sign shows what it must, or is said to be out of reach."""
        while self.now < at(clock):
            self.lobby.tick()
            self.now += timedelta(seconds=STEP)
            self.seconds += STEP
        self.lobby.tick()
        status = self.lobby.statuses[self.sign_id]
        if self.panel.fault:
            assert (status.state, status.reason) == (SignState.OFFLINE, LOST)
        else:
            assert status.state is SignState.CONFIRMED
            assert self.panel.on.fingerprint == status.desired.fingerprint

    def visit(self, company, arrives, leaves):
        visit = self.desk.visits.new(
            self.now, company=company, main_guest="沈岚", title="总经理", arrival_at=at(arrives),
            departure_at=at(leaves), level=2,
        )  # fmt: skip
        message_id = self.desk.welcome.propose(visit.id, self.now)
        self.desk.welcome.check(message_id, self.now)
        return visit.id, message_id

    def do(self, act, *arguments, **facts):
        """An act of the person at the desk, and the wake that the window gives."""
        result = act(*arguments, self.now, **facts)
        self.read_again = 0.0
        self.lobby.wake()
        return result

    def shown(self):
        return [page.text for page in self.panel.on.pages] if self.panel.on else None

    def close(self):
        self.lobby.close()
        self.desk.close()


@pytest.fixture
def day(tmp_path):
    made = Day(tmp_path / "data")
    yield made
    made.close()


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """A day that has been lived, and the number of the words that were slept through."""
    made = Day(tmp_path_factory.mktemp("lobby") / "data")
    yield made, live(made)
    made.close()


def live(day):
    """The day."""
    desk = day.desk
    north, _ = day.visit(NORTH, "9:30", "15:30")
    _south, _ = day.visit(SOUTH, "11:00", "12:00")
    lunch = desk.welcome.add(day.sign_id, "午餐会", at("12:40"), at("13:00"), day.now)
    desk.welcome.check(lunch, day.now)

    day.until("8:50")
    assert day.shown() == ["欢迎光临"]
    day.do(desk.visits.change, north, actual_arrival_at=day.now)  # they come early
    day.until("9:10")
    assert [NORTH in text for text in day.shown()] == [True]
    day.lobby.close()  # the program ends, and is started again
    day.open()
    day.until("10:30")
    day.panel.fault = LOST  # somebody pulls the cable, and South comes meanwhile
    day.until("10:50")
    day.panel.fault = ""
    day.until("11:30")
    assert [(NORTH in text, SOUTH in text) for text in day.shown()] == [(True, False), (False, True)]
    day.do(desk.signs.change, day.sign_id, merges=True)
    day.until("11:45")
    assert day.shown() == [f"热烈欢迎{NORTH}、{SOUTH}来宾"]
    day.until("12:35")
    assert [NORTH in text for text in day.shown()] == [True]
    day.now += timedelta(minutes=35)  # it sleeps through the lunch
    day.until("13:30")
    assert [NORTH in text for text in day.shown()] == [True]
    day.do(lambda now: desk.sign_orders.blank(day.sign_id, at("13:40"), now))
    day.until("13:38")
    assert day.shown() == []
    day.until("14:00")
    day.now += timedelta(hours=3)  # the clock is set wrong, and right again
    day.until("17:05")
    assert day.shown() == ["欢迎光临"]
    day.now -= timedelta(hours=3)
    day.until("15:00")
    assert [NORTH in text for text in day.shown()] == [True]
    day.do(desk.visits.change, north, actual_departure_at=day.now)  # they leave early
    day.until("16:30")
    assert day.shown() == ["欢迎光临"]
    return lunch


def test_the_record_of_the_day_is_what_the_rules_say_except_where_the_sign_was_out_of_reach(lived):
    day, _lunch = lived
    wanted = [
        (token, words, ids, "confirmed" if in_reach else "offline")
        for (token, words, ids, in_reach), _same in groupby(day.looks)
    ]
    lines = list(reversed(day.desk.sign_books.history(day.sign_id, 10_000)))
    assert [(line.token, line.words, line.message_ids, line.state) for line in lines] == wanted
    assert {line.reason for line in lines if line.state == "offline"} == {LOST}
    assert (
        sum(line.state == "offline" for line in lines) == 2
    )  # as it was lost, and as South should have come up
    assert all(line.answered_at is not None for line in lines)


def test_what_was_slept_through_was_never_shown_and_is_said_to_be_missed(lived):
    day, lunch = lived
    assert not [look for look in day.looks if "午餐会" in look[1]]
    assert not [line for line in day.desk.sign_books.history(day.sign_id) if "午餐会" in line.words]
    assert day.desk.welcome.get(lunch, day.now).state is MessageState.MISSED


def test_a_lost_monitor_is_known_within_two_looks_and_right_again_within_two(day):
    day.visit(NORTH, "9:00", "15:30")
    day.until("9:30")
    for fault, state in ((LOST, SignState.OFFLINE), ("", SignState.CONFIRMED)):
        day.panel.fault, start = fault, day.seconds
        while day.lobby.statuses[day.sign_id].state is not state:
            day.seconds += 1
            day.now += timedelta(seconds=1)
            day.lobby.tick()
            assert day.seconds - start <= 2 * REPEAT
