"""The welcome queue at a real desk: what it does, refuses, remembers and takes back."""

from datetime import timedelta

import pytest

from reception_desk.domain.welcome_state import MessageState
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, DEPARTURE, NOW, new_desk, plain_visit


@pytest.fixture
def desk(tmp_path):
    made = new_desk(tmp_path / "data")
    yield made
    made.close()


@pytest.fixture
def sign(desk):
    return desk.signs.add("大堂", NOW, width=256, height=32)


def said(desk):
    return desk.history.undoable().said


def test_without_a_sign_nothing_can_be_proposed(desk):
    with pytest.raises(ReceptionError):
        desk.welcome.propose(plain_visit(desk), NOW)


def test_a_new_sign_shows_the_companys_own_words_when_nobody_comes(desk):
    desk.company.change(NOW, company_name="江南精工")
    assert desk.signs.get(desk.signs.add("大堂", NOW)).idle_text == "欢迎光临江南精工"


def test_every_act_is_one_step_with_a_sentence_and_can_be_taken_back(desk, sign):
    message_id = desk.welcome.propose(plain_visit(desk), NOW)
    for act in (desk.welcome.check, desk.welcome.tell_it, desk.welcome.take_down):
        before = desk.welcome.get(message_id, NOW).state
        act(message_id, NOW)
        after = desk.welcome.get(message_id, NOW).state
        assert after != before
        assert said(desk)
        desk.history.undo(NOW)
        assert desk.welcome.get(message_id, NOW).state == before
        desk.history.redo(NOW)
        assert desk.welcome.get(message_id, NOW).state == after


def test_the_same_words_are_not_proposed_twice_on_one_sign(desk, sign):
    visit_id = plain_visit(desk)
    desk.welcome.propose(visit_id, NOW)
    with pytest.raises(ReceptionError, match="大堂"):
        desk.welcome.propose(visit_id, NOW)
    other = desk.signs.add("二楼", NOW)
    assert desk.welcome.propose(visit_id, NOW, other)


def test_after_a_cancellation_words_can_be_proposed_anew(desk, sign):
    visit_id = plain_visit(desk)
    desk.welcome.cancel(desk.welcome.propose(visit_id, NOW), NOW)
    assert [visit.id for visit in desk.welcome.without_message(NOW)] == [visit_id]
    assert desk.welcome.propose(visit_id, NOW)


def test_changed_words_wait_for_the_check_and_the_checked_ones_go_on(desk, sign):
    message_id = desk.welcome.propose(plain_visit(desk), NOW)
    desk.welcome.check(message_id, NOW)
    desk.welcome.change(message_id, NOW, text="热烈欢迎顾翀董事长")
    message = desk.welcome.get(message_id, NOW).message
    assert message.has_new_words
    assert message.checked_text != message.text
    with pytest.raises(ReceptionError):
        desk.welcome.tell_it(message_id, NOW)
    desk.welcome.check(message_id, NOW)
    assert desk.welcome.get(message_id, NOW).message.checked_text == "热烈欢迎顾翀董事长"


def test_empty_words_are_refused_and_nothing_is_changed(desk, sign):
    message_id = desk.welcome.propose(plain_visit(desk), NOW)
    before = desk.welcome.get(message_id, NOW).message.text
    with pytest.raises(ReceptionError):
        desk.welcome.change(message_id, NOW, text="  ", text_en="")
    assert desk.welcome.get(message_id, NOW).message.text == before


def test_a_window_that_ends_before_it_starts_is_refused(desk, sign):
    message_id = desk.welcome.propose(plain_visit(desk), NOW)
    desk.welcome.change(message_id, NOW, starts_at=ARRIVAL)
    with pytest.raises(ReceptionError):
        desk.welcome.change(message_id, NOW, ends_at=ARRIVAL - timedelta(hours=1))


def test_words_without_a_visit_have_a_window_of_their_own(desk, sign):
    message_id = desk.welcome.add(sign, "热烈欢迎各位来宾", ARRIVAL, DEPARTURE, NOW)
    desk.welcome.check(message_id, NOW)
    entry = desk.welcome.get(message_id, ARRIVAL)
    assert (entry.window.starts, entry.window.ends) == (ARRIVAL, DEPARTURE)
    with pytest.raises(ReceptionError):
        desk.welcome.propose_again(message_id, NOW)


def test_the_proposal_follows_the_facts_when_it_is_asked_for_again(desk, sign):
    visit_id = plain_visit(desk)
    message_id = desk.welcome.propose(visit_id, NOW)
    desk.guests.change(desk.visits.get(visit_id).main_guest.id, NOW, title="总裁")
    assert "董事长" in desk.welcome.get(message_id, NOW).message.text
    desk.welcome.propose_again(message_id, NOW)
    assert "顾翀总裁" in desk.welcome.get(message_id, NOW).message.text


def test_what_the_sign_says_itself_stands_in_the_journal_under_its_name_and_is_not_undone(desk, sign):
    message_id = desk.welcome.propose(plain_visit(desk), NOW)
    desk.welcome.check(message_id, NOW)
    before = said(desk)
    desk.welcome.note_seen(desk.signs.get(sign), [message_id], ARRIVAL)
    desk.welcome.note_seen(desk.signs.get(sign), [message_id], DEPARTURE)
    message = desk.welcome.get(message_id, ARRIVAL).message
    assert (message.seen_at, message.seen_by) == (ARRIVAL, "大堂")
    assert said(desk) == before


def test_the_queue_is_ordered_by_window_and_forgets_what_is_long_over(desk, sign):
    later = desk.welcome.propose(plain_visit(desk, arrival_at=ARRIVAL + timedelta(hours=2)), NOW)
    first = desk.welcome.propose(plain_visit(desk), NOW)
    unknown = desk.welcome.propose(plain_visit(desk, arrival_at=None, departure_at=None), NOW)
    assert [entry.message.id for entry in desk.welcome.queue(NOW)] == [first, later, unknown]
    assert [entry.message.id for entry in desk.welcome.queue(DEPARTURE + timedelta(days=3))] == [unknown]


def test_what_nobody_looked_at_expires_and_says_so(desk, sign):
    message_id = desk.welcome.propose(plain_visit(desk), NOW)
    assert desk.welcome.get(message_id, DEPARTURE + timedelta(hours=1)).state is MessageState.MISSED


@pytest.mark.parametrize(
    "facts",
    [
        {"name": " "},
        {"width": 4},
        {"height": 9000},
        {"text_colour": "red"},
        {"scroll_speed": 0},
        {"left": -1},
    ],
)
def test_a_sign_that_could_show_nothing_is_refused(desk, sign, facts):
    with pytest.raises(ReceptionError):
        desk.signs.change(sign, NOW, **facts)


def test_a_sign_with_messages_is_kept_and_one_without_can_go(desk, sign):
    desk.welcome.propose(plain_visit(desk), NOW)
    with pytest.raises(ReceptionError, match="大堂"):
        desk.signs.remove(sign, NOW)
    other = desk.signs.add("二楼", NOW)
    desk.signs.remove(other, NOW)
    assert [one.name for one in desk.signs.all()] == ["大堂"]


def test_a_message_as_json_tells_its_window_on_the_companys_clock(desk, sign):
    visit_id = plain_visit(desk)
    message_id = desk.welcome.propose(visit_id, NOW)
    desk.welcome.check(message_id, NOW)
    (told,) = desk.welcome.as_json(visit_id, NOW)
    assert (told["sign"], told["state"], told["on_the_sign_by"]) == ("大堂", "checked", "2026-12-08T10:15")
    assert (told["checked"], told["checked_by"]) == ("2026-12-01T09:00", "李静")
