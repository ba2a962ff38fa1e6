"""Orders, secrets and rivals at a real desk."""

from datetime import timedelta

import pytest

from reception_desk.domain.welcome_state import MessageState
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, DEPARTURE, NOW, new_desk, plain_visit

HOUR = timedelta(hours=1)


@pytest.fixture
def desk(tmp_path):
    made = new_desk(tmp_path / "data")
    made.signs.add("大堂", NOW, width=256, height=32, idle_text="欢迎光临")
    yield made
    made.close()


def checked(desk, visit_id):
    message_id = desk.welcome.propose(visit_id, NOW)
    desk.welcome.check(message_id, NOW)
    return message_id


def shown(desk, now):
    return [page.text for page in desk.welcome.sign_queues(now)[0].desired(now).pages]


def other_visit(desk):
    visit = desk.visits.new(
        NOW, company="无锡启明电子有限公司", main_guest="沈岚", title="总经理", arrival_at=ARRIVAL,
        departure_at=DEPARTURE, level=1,
    )  # fmt: skip
    return visit.id


def test_words_are_shown_at_once_until_their_hard_end_and_undo_takes_it_back(desk):
    message_id = checked(desk, plain_visit(desk))
    desk.sign_orders.show_now(message_id, NOW + HOUR, NOW)
    assert shown(desk, NOW) == ["热烈欢迎苏州恒屹精密机械有限公司顾翀董事长一行莅临指导"]
    assert shown(desk, NOW + HOUR) == ["欢迎光临"]
    desk.history.undo(NOW)
    assert shown(desk, NOW) == ["欢迎光临"]


def test_what_is_not_checked_or_called_off_is_not_shown_by_order(desk):
    message_id = desk.welcome.propose(plain_visit(desk), NOW)
    with pytest.raises(ReceptionError, match=r"核|check"):
        desk.sign_orders.show_now(message_id, NOW + HOUR, NOW)
    desk.welcome.cancel(message_id, NOW)
    with pytest.raises(ReceptionError):
        desk.sign_orders.show_now(message_id, NOW + HOUR, NOW)


def test_a_dark_sign_is_left_to_its_queue_again(desk):
    sign_id = desk.signs.all()[0].id
    desk.sign_orders.blank(sign_id, NOW + HOUR, NOW)
    assert shown(desk, NOW) == []
    desk.sign_orders.lift(sign_id, NOW)
    assert shown(desk, NOW) == ["欢迎光临"]
    assert desk.sign_orders.holding(sign_id, NOW) == []
    with pytest.raises(ReceptionError):
        desk.sign_orders.lift(sign_id, NOW)


def test_no_order_is_without_an_end_within_a_day(desk):
    sign_id = desk.signs.all()[0].id
    for until in (NOW, NOW + timedelta(hours=25)):
        with pytest.raises(ReceptionError):
            desk.sign_orders.blank(sign_id, until, NOW)


def test_rivals_in_the_house_together_stand_there_without_names(desk):
    visits = [plain_visit(desk), other_visit(desk)]
    for visit_id in visits:
        checked(desk, visit_id)
    assert len(shown(desk, ARRIVAL)) == 2
    one, other = (desk.visits.get(visit_id).company_id for visit_id in visits)
    desk.rivals.mark(other, one, NOW)
    assert desk.rivals.are_rivals(one, other)
    assert shown(desk, ARRIVAL) == ["热烈欢迎各位来宾"]
    desk.rivals.unmark(one, other, NOW)
    assert len(shown(desk, ARRIVAL)) == 2


def test_a_visit_that_becomes_confidential_loses_its_name_on_the_sign_at_once(desk):
    visit_id = plain_visit(desk)
    message_id = checked(desk, visit_id)
    desk.welcome.tell_it(message_id, NOW)
    desk.visits.change(visit_id, NOW, is_confidential=True)
    assert shown(desk, ARRIVAL) == ["热烈欢迎各位来宾"]
    assert desk.welcome.proposal(visit_id).zh == "热烈欢迎各位来宾"
    assert desk.welcome.get(message_id, NOW).is_told_old_words


def test_a_visit_in_the_bin_has_no_words(desk):
    visit_id = plain_visit(desk)
    checked(desk, visit_id)
    desk.visits.change(visit_id, NOW, deleted_at=NOW)
    assert desk.welcome.queue(NOW) == []
    assert desk.welcome.without_message(NOW) == []
    assert shown(desk, ARRIVAL) == ["欢迎光临"]


def test_on_a_sign_of_it_people_say_what_stands_there_and_it_must_be_taken_down(desk):
    desk.signs.change(desk.signs.all()[0].id, NOW, kind="hand_over")
    message_id = checked(desk, plain_visit(desk))

    def state(now):
        return desk.welcome.get(message_id, now).state

    assert state(ARRIVAL) is MessageState.LATE
    desk.welcome.see(message_id, ARRIVAL)
    assert state(ARRIVAL) is MessageState.SHOWING
    assert desk.welcome.get(message_id, ARRIVAL).message.seen_by == "李静"
    for later in (DEPARTURE, DEPARTURE + timedelta(days=5)):
        assert state(later) is MessageState.TAKE_DOWN
        assert [entry.message.id for entry in desk.welcome.queue(later)] == [message_id]
    desk.welcome.take_down(message_id, DEPARTURE)
    assert state(DEPARTURE) is MessageState.TAKEN_DOWN


def test_called_off_words_that_stand_on_a_sign_of_it_must_be_taken_down_too(desk):
    desk.signs.change(desk.signs.all()[0].id, NOW, kind="hand_over")
    message_id = checked(desk, plain_visit(desk))
    desk.welcome.see(message_id, ARRIVAL)
    desk.welcome.cancel(message_id, ARRIVAL)
    assert desk.welcome.get(message_id, ARRIVAL).state is MessageState.TAKE_DOWN
    desk.welcome.take_down(message_id, ARRIVAL)
    assert desk.welcome.get(message_id, ARRIVAL).state is not MessageState.TAKE_DOWN


def test_a_test_pattern_stands_before_the_queue_for_a_minute_and_somebody_says_that_it_was_seen(desk):
    sign_id = desk.signs.all()[0].id
    desk.sign_orders.test(sign_id, NOW)
    assert shown(desk, NOW) == ["大堂 256×32"]
    assert shown(desk, NOW + timedelta(minutes=1)) == ["欢迎光临"]
    desk.sign_orders.end_test(sign_id, NOW, seen=True)
    assert shown(desk, NOW) == ["欢迎光临"]
    sign = desk.signs.get(sign_id)
    assert (sign.tested_at, sign.tested_by) == (NOW, "李静")
    desk.sign_orders.end_test(sign_id, NOW, seen=False)
    assert desk.signs.get(sign_id).tested_at is None


def test_words_that_a_form_asked_for_before_there_was_a_sign_are_proposed_later(desk):
    visit_id = plain_visit(desk, note="请走东门\n欢迎词：热烈欢迎恒屹顾总莅临\n")
    assert desk.welcome.proposal(visit_id).zh == "热烈欢迎恒屹顾总莅临"


def test_handing_over_puts_the_files_there_and_notes_that_it_knows_both_or_neither(desk, tmp_path):
    sign_id = desk.signs.all()[0].id
    desk.signs.change(sign_id, NOW, kind="hand_over")
    message_id = checked(desk, plain_visit(desk))
    with pytest.raises(ReceptionError):
        desk.hand_over.give(message_id, None, NOW)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ReceptionError):
        desk.hand_over.give(message_id, tmp_path / "file", NOW)
    assert desk.welcome.get(message_id, NOW).message.told_it_at is None
    place, _notes = desk.hand_over.give(message_id, tmp_path / "IT", NOW)
    assert place == tmp_path / "IT" / "12-08 苏州恒屹精密机械有限公司"
    assert {path.suffix for path in place.iterdir()} >= {".png", ".txt", ".pptx"}
    entry = desk.welcome.get(message_id, NOW)
    assert (entry.state, entry.message.told_it_how) == (MessageState.TOLD_IT, str(place))


def test_nothing_that_is_handed_over_names_a_confidential_visit(desk, tmp_path):
    desk.signs.change(desk.signs.all()[0].id, NOW, kind="hand_over", address=str(tmp_path))
    visit_id = plain_visit(desk)
    message_id = checked(desk, visit_id)
    desk.visits.change(visit_id, NOW, is_confidential=True)
    place, _notes = desk.hand_over.give(message_id, None, NOW)
    assert place.name == f"12-08 {desk.visits.get(visit_id).number}"
    text = next(place.glob("*-utf8.txt")).read_text(encoding="utf-8")
    assert text == "热烈欢迎各位来宾"
    paper = dict(desk.papers.drawing(visit_id, "D18", desk.papers.usual_choice(visit_id, "D18"), NOW).content)
    assert paper["message 1/text"] == "热烈欢迎各位来宾"


def test_a_sign_that_was_moved_is_not_tested_any_more(desk):
    sign_id = desk.signs.all()[0].id
    desk.sign_orders.end_test(sign_id, NOW, seen=True)
    desk.signs.change(sign_id, NOW, text_colour="#ffffff")
    assert desk.signs.get(sign_id).tested_at == NOW
    desk.signs.change(sign_id, NOW, left=64)
    assert desk.signs.get(sign_id).tested_at is None
