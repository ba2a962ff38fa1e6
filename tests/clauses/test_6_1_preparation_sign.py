"""A6.2: the words of welcome, proposed for every visit, given to IT ahead, on the sign before the guests come."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from PIL import Image

from reception_desk.domain.entity import Answer
from reception_desk.domain.sign import SignKind
from reception_desk.domain.welcome_state import MessageState
from reception_desk.errors import ReceptionError
from reception_desk.signs.driver import Ack, Capabilities, Health
from reception_desk.signs.driver import Answer as SignAnswer
from reception_desk.signs.lobby import Lobby
from reception_desk.signs.resolve import Showing, resolve
from tests.desk import ARRIVAL, DEPARTURE, NOW, new_desk, plain_visit

LEAD, GRACE = timedelta(minutes=15), timedelta(minutes=30)
SECOND = timedelta(seconds=1)


@pytest.fixture
def desk(tmp_path):
    made = new_desk(tmp_path / "data")
    made.signs.add("大堂", NOW)
    yield made
    made.close()


def a_checked_message(desk):
    message_id = desk.welcome.propose(plain_visit(desk), NOW)
    desk.welcome.check(message_id, NOW)
    return message_id


def state(desk, message_id, now, *, on_sign=False):
    return desk.welcome.get(message_id, now, lambda _message: on_sign).state


def on_the_sign(desk, now):
    """The words that must stand on the first sign at that moment."""
    queue = desk.welcome.sign_queues(now)[0]
    return [page.text for page in resolve(now, queue.messages, queue.sign).pages]


def test_A6_2a_a_new_visit_proposes_unit_name_and_full_title_in_chinese(desk):
    words = desk.welcome.proposal(plain_visit(desk))
    assert words.zh == "热烈欢迎苏州恒屹精密机械有限公司顾翀董事长一行莅临指导"
    assert words.en == ""


def test_A6_2a_guests_from_abroad_are_welcomed_in_english_too(desk):
    visit_id = plain_visit(desk)
    desk.visits.change_company(visit_id, NOW, country="DE", name_latin="Hengyi Precision Machinery")
    main = desk.visits.get(visit_id).main_guest
    desk.guests.change(main.id, NOW, name_latin="Gu Chong", title_latin="Chairman", salutation="Mr.")
    words = desk.welcome.proposal(visit_id)
    assert "顾翀董事长" in words.zh
    assert words.en == "A warm welcome to Mr. Gu Chong, Chairman, Hengyi Precision Machinery"


def test_A6_2a_an_english_text_never_has_chinese_in_it(desk):
    visit_id = plain_visit(desk)
    desk.visits.change_company(visit_id, NOW, country="DE")
    words = desk.welcome.proposal(visit_id)
    assert words.en.isascii()
    assert words.en


def test_A6_2a_the_proposed_words_stand_in_the_queue_as_a_draft(desk):
    message_id = desk.welcome.propose(plain_visit(desk), NOW)
    entry = desk.welcome.queue(NOW)[0]
    assert (entry.message.id, entry.state) == (message_id, MessageState.DRAFT)
    assert entry.message.text == desk.welcome.proposal(entry.message.visit_id).zh


def test_A6_2a_the_picture_of_the_sign_has_the_size_that_was_asked_for(desk):
    picture = Image.open(io.BytesIO(desk.welcome.preview(plain_visit(desk), 192, 32, NOW)))
    assert (picture.format, picture.size) == ("PNG", (192, 32))


def test_A6_2a_a_name_that_cannot_be_drawn_is_named_and_never_shown_as_something_else(desk):
    visit_id = desk.visits.new(NOW, company="恒屹", main_guest="김\U0001f600", arrival_at=ARRIVAL).id
    with pytest.raises(ReceptionError, match="U\\+AE40"):
        desk.welcome.preview(visit_id, 192, 32, NOW)
    message_id = desk.welcome.propose(visit_id, NOW)
    with pytest.raises(ReceptionError, match="U\\+1F600"):
        desk.welcome.check(message_id, NOW)
    assert state(desk, message_id, NOW) is MessageState.DRAFT


def test_A6_2a_a_name_that_differs_by_one_character_is_marked(desk):
    visit = desk.visits.get(plain_visit(desk))
    assert [doubt.meant for doubt in desk.welcome.doubts("热烈欢迎顾羽董事长一行莅临指导", visit)] == ["顾翀"]
    assert desk.welcome.doubts(desk.welcome.proposal(visit.id).zh, visit) == []


def test_A6_2b_the_window_opens_before_the_lead_and_closes_after_the_grace(desk):
    window = desk.welcome.get(a_checked_message(desk), NOW).window
    assert window.starts <= ARRIVAL - LEAD
    assert window.due == ARRIVAL - LEAD
    assert window.ends == DEPARTURE + GRACE


def test_A6_2b_words_not_on_the_sign_a_quarter_of_an_hour_before_the_arrival_are_late(desk):
    message_id = a_checked_message(desk)
    assert state(desk, message_id, ARRIVAL - LEAD - SECOND) is MessageState.DUE
    assert state(desk, message_id, ARRIVAL - LEAD) is MessageState.LATE
    assert state(desk, message_id, ARRIVAL - LEAD, on_sign=True) is MessageState.SHOWING


def test_A6_2b_it_is_told_a_day_ahead_or_the_message_says_that_it_is_late(desk):
    message_id = a_checked_message(desk)
    late = ARRIVAL - timedelta(days=1)
    assert not desk.welcome.get(message_id, late - SECOND).is_telling_late(late - SECOND)
    assert desk.welcome.get(message_id, late).is_telling_late(late)
    desk.welcome.tell_it(message_id, late)
    told = desk.welcome.get(message_id, late)
    assert (told.state, told.message.told_it_by, told.is_telling_late(late)) == (
        MessageState.TOLD_IT,
        "李静",
        False,
    )


def test_A6_2b_what_it_was_told_is_old_once_the_arrival_has_moved(desk):
    message_id = a_checked_message(desk)
    desk.welcome.tell_it(message_id, NOW)
    visit_id = desk.welcome.get(message_id, NOW).visit.id
    desk.visits.change(visit_id, NOW, arrival_at=ARRIVAL + timedelta(hours=3))
    moved = desk.welcome.get(message_id, NOW)
    assert (moved.is_told_old_words, moved.state) == (True, MessageState.CHECKED)
    assert moved.window.due == ARRIVAL + timedelta(hours=3) - LEAD


def test_A6_2b_only_checked_words_come_on_the_sign_and_only_in_their_window(desk):
    message_id = desk.welcome.propose(plain_visit(desk), NOW)
    assert on_the_sign(desk, ARRIVAL) == ["欢迎光临"]
    desk.welcome.check(message_id, NOW)
    window = desk.welcome.get(message_id, NOW).window
    words = [desk.welcome.get(message_id, NOW).message.text]
    assert on_the_sign(desk, window.starts - SECOND) == ["欢迎光临"]
    assert on_the_sign(desk, window.starts) == words
    assert on_the_sign(desk, window.ends - SECOND) == words
    assert on_the_sign(desk, window.ends) == ["欢迎光临"]


def test_A6_2b_when_the_guests_leave_somebody_is_reminded_and_the_words_end(desk):
    message_id = a_checked_message(desk)
    assert state(desk, message_id, DEPARTURE, on_sign=True) is MessageState.TAKE_DOWN
    visit_id = desk.welcome.get(message_id, NOW).visit.id
    desk.visits.arrived(visit_id, ARRIVAL)
    desk.visits.left(visit_id, DEPARTURE - timedelta(hours=1))
    assert on_the_sign(desk, DEPARTURE - timedelta(hours=1)) == ["欢迎光临"]


def test_A6_2b_words_that_are_taken_down_or_whose_visit_is_cancelled_leave_the_sign(desk):
    message_id = a_checked_message(desk)
    visit_id = desk.welcome.get(message_id, NOW).visit.id
    desk.visits.cancel(visit_id, NOW)
    assert on_the_sign(desk, ARRIVAL) == ["欢迎光临"]
    desk.visits.take_up_again(visit_id, NOW)
    assert on_the_sign(desk, ARRIVAL) != ["欢迎光临"]
    desk.welcome.take_down(message_id, ARRIVAL)
    assert on_the_sign(desk, ARRIVAL) == ["欢迎光临"]
    desk.history.undo(ARRIVAL)
    assert on_the_sign(desk, ARRIVAL) != ["欢迎光临"]


class Panel:
    """A sign of the test's own that confirms whatever it is told."""

    def __init__(self, _sign):
        self.on = ""

    def capabilities(self):
        return Capabilities(blocks=False, draws=True)

    def validate(self, desired):
        return []

    def show(self, desired, token=0):
        self.on = desired.fingerprint
        return Ack(SignAnswer.CONFIRMED)

    clear = show

    def probe(self):
        return Health(True, self.on)

    def close(self):
        self.on = ""


def test_A6_2b_a_whole_day_goes_from_draft_to_told_to_shown_to_expired_by_itself(desk, tmp_path):
    leave = ARRIVAL + timedelta(hours=3)
    message_id = desk.welcome.propose(plain_visit(desk, departure_at=leave), NOW)
    desk.welcome.check(message_id, NOW)
    desk.welcome.tell_it(message_id, NOW)
    now, seconds = ARRIVAL - timedelta(hours=1), 0.0
    lobby = Lobby(
        tmp_path, {SignKind.SCREEN: Panel}, read=desk.welcome.sign_queues, confirmed=desk.welcome.note_seen,
        books=desk.sign_books, clock=lambda: now, monotonic=lambda: seconds,
    )  # fmt: skip
    seen: list[MessageState] = []
    while now < leave + timedelta(hours=1):
        lobby.tick()
        (status,) = lobby.statuses.values()
        entry = desk.welcome.get(message_id, now, lambda message, status=status: status.shows(message.id))
        if not seen or seen[-1] != entry.state:
            seen.append(entry.state)
        now, seconds = now + timedelta(minutes=2), seconds + 120
    assert seen == [MessageState.TOLD_IT, MessageState.SHOWING, MessageState.TAKE_DOWN, MessageState.EXPIRED]
    message = desk.welcome.get(message_id, now).message
    assert (message.seen_by, message.seen_at <= ARRIVAL - LEAD) == ("大堂", True)
    assert lobby.statuses[1].desired.showing is Showing.IDLE
    lobby.close()


def test_A6_2b_a_visit_that_wants_no_sign_is_not_offered_one(desk):
    wanting, unasked = plain_visit(desk, sign=Answer.YES), plain_visit(desk)
    plain_visit(desk, sign=Answer.NO)
    assert {visit.id for visit in desk.welcome.without_message(NOW)} == {wanting, unasked}
    desk.welcome.propose(wanting, NOW)
    assert [visit.id for visit in desk.welcome.without_message(NOW)] == [unasked]


def test_A6_2b_people_confirm_told_on_the_sign_and_taken_down_with_who_and_when(desk, tmp_path):
    desk.signs.change(1, NOW, kind=SignKind.HAND_OVER, address=str(tmp_path))
    message_id = a_checked_message(desk)
    place, _notes = desk.hand_over.give(message_id, None, NOW)
    assert [entry.message.id for entry in desk.welcome.alarms(ARRIVAL - LEAD)] == [message_id]
    desk.welcome.see(message_id, ARRIVAL - LEAD)
    assert desk.welcome.alarms(ARRIVAL - LEAD) == []
    assert [entry.state for entry in desk.welcome.alarms(DEPARTURE)] == [MessageState.TAKE_DOWN]
    desk.welcome.take_down(message_id, DEPARTURE)
    assert desk.welcome.alarms(DEPARTURE) == []
    message = desk.welcome.get(message_id, DEPARTURE).message
    assert (message.told_it_at, message.seen_at, message.taken_down_at) == (NOW, ARRIVAL - LEAD, DEPARTURE)
    assert message.told_it_by == message.seen_by == message.taken_down_by != ""
    assert message.told_it_how == str(place)
