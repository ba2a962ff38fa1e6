"""Many items of many visits at once: ticked, left out, delegated, opened again; one step, or nothing."""

from __future__ import annotations

import pytest

from reception_desk.domain.preparation import ItemState
from reception_desk.errors import ReceptionError
from tests.desk import NOW, plain_visit


@pytest.fixture
def visits(desk):
    """Two visits."""
    return plain_visit(desk), plain_visit(desk)


@pytest.fixture
def keys(visits):
    """Two items of the one and one of the other."""
    first, second = visits
    return [(first, "101", ""), (first, "103", ""), (second, "101", "")]


def item_of(desk, key):
    visit_id, code, subject = key
    return next(one for one in desk.preparation.of(visit_id) if (one.code, one.subject) == (code, subject))


def states(desk, keys):
    return [item_of(desk, key).state for key in keys]


def test_many_items_of_several_visits_are_ticked_in_one_step(desk, keys):
    before = desk.history.newest()

    given = desk.preparation.check_off_all(keys, NOW)

    assert states(desk, keys) == [ItemState.DONE] * 3
    assert [item.item.done_by for item in given] == ["李静"] * 3
    assert desk.history.newest() == before + 1


def test_one_undo_takes_all_ticks_back(desk, keys):
    desk.preparation.check_off_all(keys, NOW)
    desk.history.undo(NOW)

    assert states(desk, keys) == [ItemState.OPEN] * 3


def test_one_that_is_ticked_already_refuses_the_whole_and_is_named(desk, keys):
    desk.preparation.check_off(*keys[1], NOW)

    with pytest.raises(ReceptionError) as refusal:
        desk.preparation.check_off_all(keys, NOW)

    assert item_of(desk, keys[1]).text("zh") in str(refusal.value)
    assert "李静" in str(refusal.value)
    assert states(desk, keys) == [ItemState.OPEN, ItemState.DONE, ItemState.OPEN]


def test_all_are_left_out_for_the_same_reason(desk, keys):
    desk.preparation.leave_out_all(keys, "老客户", NOW)

    assert [item_of(desk, key).item.reason for key in keys] == ["老客户"] * 3


def test_without_a_reason_none_is_left_out(desk, keys):
    with pytest.raises(ReceptionError):
        desk.preparation.leave_out_all(keys, "  ", NOW)

    assert states(desk, keys) == [ItemState.OPEN] * 3


def test_what_is_left_out_already_refuses_to_be_left_out_again(desk, keys):
    desk.preparation.leave_out(*keys[2], "不需要", NOW)

    with pytest.raises(ReceptionError):
        desk.preparation.leave_out_all(keys, "老客户", NOW)

    assert item_of(desk, keys[2]).item.reason == "不需要"
    assert item_of(desk, keys[0]).is_open


def test_delegated_items_name_whom_and_stay_open(desk, keys):
    desk.preparation.delegate(keys, "陈刚", NOW)

    assert [item_of(desk, key).whose() for key in keys] == ["陈刚"] * 3
    assert states(desk, keys) == [ItemState.OPEN] * 3


def test_delegated_to_nobody_it_is_its_owners_again(desk, keys):
    desk.preparation.delegate(keys, "陈刚", NOW)
    desk.preparation.delegate(keys, "", NOW)

    planned = item_of(desk, keys[0])
    assert planned.whose() == planned.owner.words()


def test_a_settled_item_is_not_delegated(desk, keys):
    desk.preparation.check_off(*keys[0], NOW)

    with pytest.raises(ReceptionError):
        desk.preparation.delegate(keys, "陈刚", NOW)

    assert item_of(desk, keys[1]).assignee == ""


def test_settled_items_are_opened_again_in_one_step(desk, keys):
    desk.preparation.check_off_all(keys, NOW)
    desk.preparation.reopen_all(keys, NOW)

    assert states(desk, keys) == [ItemState.OPEN] * 3


def test_the_history_says_how_many_and_to_whom(desk, keys):
    desk.preparation.delegate(keys, "陈刚", NOW)

    assert desk.history.told().told[0].said == "把 3 项交给陈刚"


def test_items_of_one_visit_stand_in_its_history(desk, keys):
    desk.preparation.check_off_all(keys[:2], NOW)

    assert desk.history.told(visit_id=keys[0][0]).told[0].said == "勾选 2 项"


def test_the_items_of_a_deleted_visit_are_refused_with_a_sentence(desk, visits, keys):
    desk.bin.delete(visits[1], NOW)

    with pytest.raises(ReceptionError):
        desk.preparation.check_off_all(keys, NOW)

    assert states(desk, keys[:2]) == [ItemState.OPEN] * 2


def test_one_item_alone_is_named_in_the_history(desk, keys):
    desk.preparation.delegate(keys[:1], "陈刚", NOW)

    text = item_of(desk, keys[0]).text("zh")
    assert desk.history.told().told[0].said == f"把“{text}”交给陈刚"


def test_what_was_done_with_items_of_several_visits_stands_in_the_history_of_each(desk, visits, keys):
    desk.preparation.check_off_all(keys, NOW)

    assert [desk.history.told(visit_id=visit_id).told[0].said for visit_id in visits] == ["勾选 3 项"] * 2
