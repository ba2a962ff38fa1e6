"""The preparation list: what the facts call for, when it is due, what was done."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.plan import progress
from reception_desk.domain.preparation import ItemState
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, DEPARTURE, NOW, plain_visit


def items(desk, visit_id):
    return {(item.code, item.subject): item for item in desk.preparation.of(visit_id)}


def codes(desk, visit_id):
    return {item.code for item in desk.preparation.of(visit_id)}


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("pick_up", "129"),
        ("hotel", "201"),
        ("ticket", "213"),
        ("invitation", "106"),
        ("meal", "401"),
        ("meeting", "127"),
        ("tour", "114"),
        ("gift", "134"),
        ("sign", "126"),
        ("leadership", "102"),
    ],
)
def test_an_item_appears_unless_its_answer_is_no(desk, answer, code):
    visit_id = plain_visit(desk)
    seen = {}
    for value in Answer:
        desk.visits.change(visit_id, NOW, **{answer: value})
        seen[value] = code in codes(desk, visit_id)

    assert seen == {Answer.YES: True, Answer.UNCONFIRMED: True, Answer.NO: False}


@pytest.mark.parametrize(
    ("level", "expected"), [(None, set()), (1, {"189", "208"}), (2, {"208"}), (3, set())]
)
def test_items_of_a_level_appear_at_that_level(desk, level, expected):
    visit_id = plain_visit(desk, level=level)

    assert codes(desk, visit_id) & {"189", "208"} == expected


def test_items_for_foreign_guests_appear_with_the_first_guest_from_abroad(desk):
    visit_id = plain_visit(desk)
    assert "104" not in codes(desk, visit_id)

    desk.guests.change(desk.visits.get(visit_id).guests[0].id, NOW, nationality="DE")

    assert "104" in codes(desk, visit_id)


def test_items_for_self_driving_guests_appear_with_a_leg_by_own_car(desk):
    visit_id = plain_visit(desk)
    assert "205" not in codes(desk, visit_id)

    desk.parts.add(Leg, visit_id, NOW, direction=Direction.ARRIVAL, carrier=Carrier.OWN_CAR)

    assert "205" in codes(desk, visit_id)


def test_two_meetings_have_their_items_twice_and_three_meals_thrice(desk):
    visit_id = plain_visit(desk)
    for day in range(2):
        desk.parts.add(Meeting, visit_id, NOW, starts_at=ARRIVAL + timedelta(days=day))
    for day in range(3):
        desk.parts.add(Meal, visit_id, NOW, starts_at=ARRIVAL + timedelta(days=day))

    found = [item.code for item in desk.preparation.of(visit_id)]

    assert (found.count("301"), found.count("127"), found.count("401")) == (2, 1, 3)


def test_an_item_whose_time_is_not_known_yet_has_no_due_time(desk):
    visit_id = plain_visit(desk, arrival_at=None, departure_at=None)

    assert items(desk, visit_id)["103", ""].due is None


def test_moving_the_arrival_moves_what_is_open_and_not_what_is_done(desk):
    visit_id = plain_visit(desk)
    desk.preparation.check_off(visit_id, "103", "", NOW)
    before = items(desk, visit_id)

    desk.visits.change(visit_id, NOW, arrival_at=ARRIVAL + timedelta(hours=3))

    after = items(desk, visit_id)
    assert after["103", ""].due == before["103", ""].due
    assert after["105", ""].due - before["105", ""].due == timedelta(hours=3)
    assert after["214", ""].due == before["214", ""].due  # hangs on the departure


def test_ticking_notes_who_when_and_the_due_time_of_then(desk):
    visit_id = plain_visit(desk)

    done = desk.preparation.check_off(visit_id, "103", "", NOW)

    assert done.item is not None
    assert (done.item.done_by, done.item.done_at) == ("李静", NOW)
    assert done.item.due_then == ARRIVAL - timedelta(days=2)


def test_ticking_twice_is_refused_with_the_name_of_who_did_it(desk):
    visit_id = plain_visit(desk)
    desk.preparation.check_off(visit_id, "103", "", NOW)

    with pytest.raises(ReceptionError, match="李静"):
        desk.preparation.check_off(visit_id, "103", "", NOW)


def test_a_tick_can_be_taken_off_again(desk):
    visit_id = plain_visit(desk)
    desk.preparation.check_off(visit_id, "103", "", NOW)

    assert desk.preparation.reopen(visit_id, "103", "", NOW).state is ItemState.OPEN


def test_leaving_out_needs_a_reason(desk):
    visit_id = plain_visit(desk)
    with pytest.raises(ReceptionError):
        desk.preparation.leave_out(visit_id, "132", "", "  ", NOW)

    left_out = desk.preparation.leave_out(visit_id, "132", "", "喷泉检修", NOW)

    assert left_out.item is not None
    assert left_out.item.reason == "喷泉检修"


def test_a_refused_tick_leaves_no_trace(desk):
    visit_id = plain_visit(desk)
    before = desk.history.newest()

    with pytest.raises(ReceptionError):
        desk.preparation.check_off(visit_id, "999", "", NOW)

    assert desk.history.newest() == before


def test_what_was_done_stays_in_the_list_when_its_condition_falls(desk):
    visit_id = plain_visit(desk)
    desk.preparation.check_off(visit_id, "134", "", NOW)

    desk.visits.change(visit_id, NOW, gift=Answer.NO)

    assert "134" in codes(desk, visit_id)
    assert "125" not in codes(desk, visit_id)


def test_progress_counts_done_of_those_that_apply(desk):
    visit_id = plain_visit(desk)
    everything = len(desk.preparation.of(visit_id))
    desk.preparation.check_off(visit_id, "103", "", NOW)
    desk.preparation.leave_out(visit_id, "132", "", "无喷泉", NOW)

    far = progress(desk.preparation.of(visit_id), NOW)

    assert (far.done, far.applicable) == (1, everything - 1)


def test_an_open_item_is_late_from_its_due_time_on(desk):
    visit_id = plain_visit(desk)
    item = items(desk, visit_id)["103", ""]

    assert not item.is_late(item.due)
    assert item.is_late(item.due + timedelta(minutes=1))


def test_the_half_day_before_a_morning_arrival_is_the_working_day_before_at_two(desk):
    visit_id = plain_visit(desk)

    due = items(desk, visit_id)["190", ""].due.astimezone(ZoneInfo("Asia/Shanghai"))

    assert f"{due:%Y-%m-%d %H:%M}" == "2026-12-07 14:00"


def test_the_list_runs_by_phase_and_due_time(desk):
    visit_id = plain_visit(desk, departure_at=DEPARTURE)
    planned = desk.preparation.of(visit_id)

    phases = [item.phase.value for item in planned]
    assert phases == sorted(phases, key=["preparation", "transfer", "talks", "dining", "follow_up"].index)


def test_a_running_visit_keeps_the_checklist_it_started_with(desk):
    from reception_desk.domain.template import TemplateKind

    visit_id = plain_visit(desk)
    text = desk.templates.text(TemplateKind.CHECKLIST)
    desk.templates.save(TemplateKind.CHECKLIST, text.replace("接机牌打印", "举牌"), NOW)

    old, new = desk.preparation.of(visit_id), desk.preparation.of(desk.visits.new(NOW).id)

    assert "接机牌打印" in {item.line.zh for item in old}
    assert "举牌" in {item.line.zh for item in new}


def test_a_visit_under_way_can_take_the_new_checklist_and_keeps_its_ticks(desk):
    visit_id = plain_visit(desk)
    desk.preparation.check_off(visit_id, "101", "", NOW)
    desk.checklists.change("101", NOW, zh="接电话")
    assert desk.preparation.has_newer_checklist(desk.visits.get(visit_id))

    desk.preparation.take_newest_checklist(visit_id, NOW)

    first = next(item for item in desk.preparation.of(visit_id) if item.code == "101")
    assert (first.line.zh, first.is_open) == ("接电话", False)
    desk.history.undo(NOW)
    assert desk.preparation.has_newer_checklist(desk.visits.get(visit_id))


def test_a_checklist_that_lacks_a_ticked_item_is_not_taken(desk):
    from reception_desk.domain.template import TemplateKind

    visit_id = plain_visit(desk)
    desk.preparation.check_off(visit_id, "101", "", NOW)
    text = desk.templates.text(TemplateKind.CHECKLIST)
    desk.templates.save(TemplateKind.CHECKLIST, text.replace('code = "101"', 'code = "199"'), NOW)

    with pytest.raises(ReceptionError, match="101"):
        desk.preparation.take_newest_checklist(visit_id, NOW)
