"""One owner for a sign, over programs and computers: leases, tokens, take-over, and the record of what was sent."""

import json
from datetime import timedelta

import pytest

from reception_desk import cli
from reception_desk.domain.sign import SignKind
from reception_desk.signs.driver import Ack, Answer
from reception_desk.signs.hand_over import HandOverSign
from reception_desk.signs.lease import BEAT, DEAD_AFTER
from reception_desk.signs.lobby import Lobby
from reception_desk.signs.reconciler import REASSERT, REPEAT, SignState
from reception_desk.signs.resolve import SignQueue, resolve
from tests.signs.books import Books
from tests.signs.queue import NOON, a_sign, minutes, queued
from tests.signs.test_reconciler import Panel


class Fenced(Panel):
    """A card that all computers reach: it listens to the highest token it has heard."""

    def __init__(self):
        super().__init__()
        self.highest = 0

    def show(self, desired, token=0):
        if token < self.highest:
            return Ack(Answer.FAILED, "older", newer=self.highest)
        self.highest = token
        return super().show(desired, token)

    clear = show

    def close(self):
        """It is not in the program: it stays as it is."""


class House:
    """Two computers that share the data and reach one sign; each has locks and a clock that only counts of its own."""

    def __init__(self, folder):
        self.folder, self.books, self.card = folder, Books(folder / "data"), Fenced()
        self.now, self.seconds = NOON, 0.0
        self.messages = [queued(1, 0, 600)]
        self.lobbies = [self.open("left"), self.open("right")]

    def open(self, computer, card=None):
        skew = 0.0 if computer == "left" else 5000.0
        (self.folder / computer).mkdir(exist_ok=True)
        return Lobby(
            self.folder / computer, {SignKind.SCREEN: lambda _: card or self.card}, books=self.books.kept,
            read=lambda _: [SignQueue(a_sign(), tuple(self.messages))], confirmed=lambda *_: None,
            clock=lambda: self.now + timedelta(seconds=skew / 50), monotonic=lambda: self.seconds + skew,
            owner=f"{computer}/1/{self.seconds}",
        )  # fmt: skip

    def run(self, seconds, *which):
        for _ in range(round(seconds)):
            for number in which:
                self.lobbies[number].tick()
            self.now += timedelta(seconds=1)
            self.seconds += 1

    def state(self, number):
        return self.lobbies[number].statuses[1].state

    def states(self):
        return [self.state(number) for number in range(len(self.lobbies))]

    def close(self):
        for lobby in self.lobbies:
            lobby.close()
        self.books.close()


@pytest.fixture
def house(tmp_path):
    made = House(tmp_path)
    yield made
    made.close()


def test_of_two_computers_one_drives_the_sign_and_the_other_says_which(house):
    house.run(60, 0, 1)
    assert house.states() == [SignState.CONFIRMED, SignState.ELSEWHERE]
    assert "left" in house.lobbies[1].statuses[1].reason
    assert house.card.tokens == [1]


def test_the_other_takes_over_at_once_when_the_first_ends_and_the_token_grows(house):
    house.run(20, 0, 1)
    house.lobbies[0].close()
    house.run(7, 1)
    assert house.state(1) is SignState.CONFIRMED
    assert house.card.tokens == [1, 2]


def test_the_other_takes_over_after_missed_beats_and_not_before(house):
    house.run(20, 0, 1)
    house.run(DEAD_AFTER - 2 * BEAT, 1)
    assert house.state(1) is SignState.ELSEWHERE
    house.run(2 * BEAT + 10, 1)
    assert house.state(1) is SignState.CONFIRMED
    assert house.card.highest == 2


def test_who_starts_again_after_a_crash_on_the_same_computer_waits_for_nobody(house):
    house.run(20, 0)
    house.lobbies[0]._locks[1].release()  # as the system does for a program that dies
    house.lobbies[0] = house.open("left")
    house.run(2, 0)
    assert house.state(0) is SignState.CONFIRMED
    assert house.card.tokens == [1, 2]


def test_who_cannot_reach_a_sign_makes_way_for_one_that_waits_and_can(tmp_path):
    it = House(tmp_path)
    it.lobbies[0].close()
    blind = Fenced()
    blind.fault = "The monitor is not connected."
    it.lobbies[0] = it.open("left", blind)
    it.run(120, 0, 1)
    assert it.states() == [SignState.ELSEWHERE, SignState.CONFIRMED]
    assert it.card.told == 1
    it.close()


def test_two_that_both_cannot_reach_it_do_not_pass_it_to_and_fro(house):
    house.card.fault = "no route to host"
    house.run(600, 0, 1)
    assert house.books.kept.lease(1).token <= 3
    assert SignState.OFFLINE in house.states()
    house.card.fault = ""
    house.run(40, 0, 1)
    assert sorted(house.states()) == [SignState.CONFIRMED, SignState.ELSEWHERE]


def test_who_is_alone_keeps_a_sign_that_it_cannot_reach(house):
    house.card.fault = "no route to host"
    house.run(300, 0)
    assert house.books.kept.lease(1).token == 1
    assert {line.state for line in house.books.history()} == {"offline"}


def test_one_that_comes_back_sends_nothing_any_more(house):
    house.run(20, 0, 1)
    house.run(DEAD_AFTER + 10, 1)
    told = house.card.told
    house.messages.append(queued(2, priority=1))
    house.run(5, 0)
    assert house.card.told == told
    assert house.state(0) is SignState.ELSEWHERE


def test_one_that_sleeps_and_wakes_asks_before_it_sends(house):
    house.run(20, 0, 1)
    house.run(DEAD_AFTER + 10, 1)
    house.now += timedelta(hours=1)  # its counting clock stood still
    house.lobbies[0].tick()
    assert house.state(0) is SignState.ELSEWHERE


def test_a_sign_that_has_heard_a_higher_token_is_told_under_one_that_is_higher_still(house):
    house.card.highest = 40  # the data were restored from an old backup
    house.run(REPEAT + 2, 0)
    assert house.state(0) is SignState.CONFIRMED
    assert house.card.highest == 41


def test_of_two_tokens_the_older_is_refused_in_the_folder_of_it(tmp_path):
    sign = a_sign(kind=SignKind.HAND_OVER, address=str(tmp_path / "IT"))
    first, second = HandOverSign(sign), HandOverSign(sign)
    desired = resolve(NOON, [queued(1)], sign)
    assert first.show(desired, 1).answer is Answer.SENT
    assert second.show(desired, 2).answer is Answer.SENT
    refused = first.show(resolve(NOON, [queued(2)], sign), 1)
    assert (refused.answer, refused.newer) == (Answer.FAILED, 2)


def test_beats_leave_no_trace_in_the_history_of_the_desk(house):
    before = house.books.desk.history.undoable()
    house.run(60, 0)
    assert house.books.desk.history.undoable().said == before.said
    assert house.books.kept.lease(1).beat_at > NOON + timedelta(seconds=45)


def test_beats_do_not_make_another_backup(house, tmp_path):
    house.run(2, 0)
    desk = house.books.desk
    assert desk.backups.make_if_changed(house.now) is not None
    house.run(60, 0)
    assert desk.backups.make_if_changed(house.now) is None


def test_a_sign_that_is_right_is_told_again_every_so_often_and_stays_confirmed(house):
    states = set()
    for _ in range(round(REASSERT / 10) + 5):
        house.run(10, 0)
        states.add(house.lobbies[0].statuses[1].state)
    assert house.card.told == 2
    assert states == {SignState.CONFIRMED}


def test_the_record_says_what_was_sent_what_came_of_it_and_when_it_was_out_of_reach(house):
    house.run(40, 0)
    house.card.fault = "no route to host"
    house.run(60, 0)
    house.card.fault = ""
    house.run(40, 0)
    house.messages.clear()
    house.run(40, 0)
    lines = house.books.history()
    assert [(line.state, line.words, line.reason) for line in lines] == [
        ("confirmed", "欢迎1", ""),
        ("offline", "欢迎1", "no route to host"),
        ("confirmed", "欢迎1", ""),
        ("confirmed", "欢迎光临", ""),
    ]
    assert {line.token for line in lines} == {1}


def test_the_record_forgets_after_ninety_days(house):
    house.run(5, 0)
    house.now += timedelta(days=91)
    house.messages.clear()
    house.run(5, 0)
    assert [line.words for line in house.books.history()] == ["欢迎光临"]


def status(house, capsys):
    moment = house.now.isoformat()
    assert cli.main(["sign", "status", "--json", "--data", str(house.folder / "data"), "--now", moment]) == 0
    return json.loads(capsys.readouterr().out)[0]


def test_sign_status_says_all_of_it_to_a_script(house, capsys):
    desk = house.books.desk
    desk.signs.change(1, NOON, idle_text="欢迎光临")
    house.messages.clear()
    desk.welcome.add(1, "欢迎", NOON + minutes(30), NOON + minutes(60), NOON)
    desk.welcome.check(1, NOON)
    house.run(20, 0)
    said = status(house, capsys)
    assert (said["sign"], said["token"], said["driven"]) == ("Sign 1", 1, True)
    assert said["owner"].startswith("left/")
    assert said["desired"]["pages"] == [{"text": "欢迎光临", "text_en": ""}]
    assert said["next_change"].startswith("2026-12-08T20:30")
    assert said["last_error"] is None
    house.now += timedelta(minutes=10)
    said = status(house, capsys)
    assert (said["driven"], said["state"], said["shown"]) == (False, "undriven", None)
