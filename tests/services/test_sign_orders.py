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
