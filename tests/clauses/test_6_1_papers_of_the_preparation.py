"""Section 6.1 and (三): cleaning, gifts with their ledger, the room restored (A6.4b, A6.4c, A6.6, C1, C2, C10, G3)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.domain.entity import Answer
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.template import TemplateKind
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, NOW, plain_visit

LATER = NOW + timedelta(days=6)


@pytest.fixture
def visit_id(desk):
    """A visit with a meeting half an hour after the arrival."""
    made = plain_visit(desk, heads=6, meeting=Answer.YES)
    starts = ARRIVAL + timedelta(minutes=30)
    desk.parts.add(Meeting, made, NOW, room="一号会议室", topic="技术交流", starts_at=starts)
    return made


def zones(desk, visit_id):
    """The zones by code and what their tick is about."""
    rounds = desk.cleaning.rounds(desk.visits.get(visit_id))
    return {(zone.code, zone.subject): zone for one in rounds for zone in one.zones}


def item(desk, visit_id, code, subject=""):
    items = desk.preparation.of(visit_id)
    return next(one for one in items if (one.code, one.subject) == (code, subject))


def meeting_of(desk, visit_id):
    return f"meeting:{desk.visits.get(visit_id).meetings[0].id}"


# A6.4c, C1, C2


def test_A6_4c_C2_gate_lobby_corridor_meeting_room_and_washroom_are_all_to_be_clean(desk, visit_id):
    talks = meeting_of(desk, visit_id)

    assert list(zones(desk, visit_id)) == [
        ("Z1", "131"), ("Z2", "131"), ("Z4", "131"),
        ("Z3", f"301 {talks}"), ("Z4", f"302 {talks}"), ("Z5", f"303 {talks}"),
    ]  # fmt: skip


def test_A6_4c_a_zone_is_due_with_its_item_and_looked_at_again_as_the_list_says(desk, visit_id):
    gate = zones(desk, visit_id)["Z1", "131"]

    assert gate.due == item(desk, visit_id, "131").due
    assert gate.again == ARRIVAL - timedelta(minutes=120)


def test_C2_rooms_are_due_sixty_minutes_before_the_meeting_and_washrooms_looked_at_at_thirty(desk, visit_id):
    washrooms = zones(desk, visit_id)["Z5", f"303 {meeting_of(desk, visit_id)}"]

    starts = ARRIVAL + timedelta(minutes=30)
    assert (starts - washrooms.due, starts - washrooms.again) == (timedelta(hours=1), timedelta(minutes=30))


def test_A6_4c_who_ticked_a_zone_is_kept_and_the_last_one_ticks_the_item(desk, visit_id):
    for code in ("Z1", "Z2"):
        desk.cleaning.tick(visit_id, code, "131", LATER)
    assert item(desk, visit_id, "131").is_open

    desk.cleaning.tick(visit_id, "Z4", "131", LATER)

    tick = zones(desk, visit_id)["Z4", "131"].tick
    assert (tick.done_by, tick.done_at) == ("李静", LATER)
    assert item(desk, visit_id, "131").item.done_by == "李静"


def test_A6_4c_a_tick_taken_off_opens_the_item_again(desk, visit_id):
    for code in ("Z1", "Z2", "Z4"):
        desk.cleaning.tick(visit_id, code, "131", LATER)

    desk.cleaning.tick(visit_id, "Z2", "131", LATER, done=False)

    assert item(desk, visit_id, "131").is_open
    assert not zones(desk, visit_id)["Z2", "131"].is_clean


def test_A6_4c_an_item_ticked_by_hand_stays_ticked_while_its_zones_follow(desk, visit_id):
    desk.preparation.check_off(visit_id, "131", "", NOW)

    desk.cleaning.tick(visit_id, "Z1", "131", LATER)

    assert not item(desk, visit_id, "131").is_open


def test_C2_each_meeting_has_its_own_zones_and_its_own_items(desk, visit_id):
    desk.parts.add(Meeting, visit_id, NOW, room="二号会议室", starts_at=ARRIVAL + timedelta(hours=5))
    first, second = (f"meeting:{one.id}" for one in desk.visits.get(visit_id).meetings)

    desk.cleaning.tick(visit_id, "Z5", f"303 {first}", LATER)

    assert not item(desk, visit_id, "303", first).is_open
    assert item(desk, visit_id, "303", second).is_open


def test_A6_4c_a_tick_is_one_step_to_undo_together_with_its_item(desk, visit_id):
    talks = meeting_of(desk, visit_id)
    desk.cleaning.tick(visit_id, "Z3", f"301 {talks}", LATER)

    desk.history.undo(LATER)

    assert item(desk, visit_id, "301", talks).is_open
    assert not zones(desk, visit_id)["Z3", f"301 {talks}"].is_clean


def test_A6_4c_the_zones_are_edited_and_visits_follow_at_once(desk, visit_id):
    text = desk.templates.text(TemplateKind.LISTS)
    zone = '[[zone]]\ncode = "Z6"\nzh = "电梯"\nen = "Lift"\nminutes = 45\n\n'
    desk.templates.save(TemplateKind.LISTS, text.replace("\n[[point]]", f"\n{zone}[[point]]", 1), NOW)

    assert zones(desk, visit_id)["Z6", ""].due == ARRIVAL - timedelta(minutes=45)


def test_A6_4c_a_zone_that_is_no_longer_asked_for_is_refused(desk, visit_id):
    with pytest.raises(ReceptionError, match="区域"):
        desk.cleaning.tick(visit_id, "Z9", "131", NOW)
