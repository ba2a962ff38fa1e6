"""The meeting room before the talks: both who see to it, temperature and light (C1, C3)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.domain.house_lists import parse_lists
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.room_ready import RoomCheck
from reception_desk.errors import ReceptionError
from reception_desk.resources import resource
from tests.desk import ARRIVAL, NOW, plain_visit

TEMPERATURE, LIGHT, DEPARTMENT, HR_ADMIN = RoomCheck


@pytest.fixture
def visit_id(desk):
    made = plain_visit(desk)
    for hours in (1, 5):
        starts = ARRIVAL + timedelta(hours=hours)
        desk.parts.add(Meeting, made, NOW, starts_at=starts, topic=f"会谈{hours}", room="三楼一号会议室")
    return made


@pytest.fixture
def meeting_id(desk, visit_id):
    return desk.visits.get(visit_id).meetings[0].id


def room(desk, visit_id, place=0):
    return desk.rooms_ready.of(desk.visits.get(visit_id))[place]


def item(desk, visit_id, code, meeting_id):
    found = {(one.code, one.subject): one for one in desk.preparation.of(visit_id)}
    return found[code, f"meeting:{meeting_id}"]


def test_C1_C3_a_room_is_ready_once_both_have_seen_it_and_temperature_and_light_are_right(
    desk, visit_id, meeting_id
):
    lacking = []
    desk.rooms_ready.measure(meeting_id, "25", NOW)
    for check in (LIGHT, DEPARTMENT, HR_ADMIN):
        lacking.append(room(desk, visit_id).lacking)
        desk.rooms_ready.check(meeting_id, check, NOW)

    assert lacking == [(LIGHT, DEPARTMENT, HR_ADMIN), (DEPARTMENT, HR_ADMIN), (HR_ADMIN,)]
    assert room(desk, visit_id).is_ready
    assert room(desk, visit_id, 1).lacking == tuple(RoomCheck)


def test_C1_who_has_seen_it_is_kept_for_both(desk, visit_id, meeting_id):
    desk.rooms_ready.check(meeting_id, DEPARTMENT, NOW)
    desk.company.change(NOW, at_desk="王芳")
    desk.rooms_ready.check(meeting_id, HR_ADMIN, NOW)

    ticks = room(desk, visit_id).ticks
    assert (ticks[DEPARTMENT].done_by, ticks[HR_ADMIN].done_by) == ("李静", "王芳")


@pytest.mark.parametrize("text", ["24", "27", "25.5", "25 °C", "25℃", "26度"])
def test_C3_a_value_in_the_range_needs_no_reason(desk, visit_id, meeting_id, text):
    desk.rooms_ready.measure(meeting_id, text, NOW)

    assert TEMPERATURE not in room(desk, visit_id).lacking


@pytest.mark.parametrize("text", ["23.9", "27.5", "22", "-3"])
def test_C3_a_value_out_of_the_range_asks_for_a_reason_and_nothing_is_noted(desk, visit_id, meeting_id, text):
    with pytest.raises(ReceptionError, match=f"{text} °C 不在 24 到 27 °C 之间"):
        desk.rooms_ready.measure(meeting_id, text, NOW)

    assert room(desk, visit_id).lacking == tuple(RoomCheck)


def test_C3_the_reason_stands_behind_the_value(desk, visit_id, meeting_id):
    desk.rooms_ready.measure(meeting_id, "22 空调在修，已加电暖器", NOW)

    tick = room(desk, visit_id).ticks[TEMPERATURE]
    assert (tick.value, tick.reason) == ("22", "空调在修，已加电暖器")


def test_C3_what_is_no_number_is_refused(desk, meeting_id):
    with pytest.raises(ReceptionError, match="温度请写数字"):
        desk.rooms_ready.measure(meeting_id, "刚好", NOW)


def test_C3_temperature_and_light_tick_their_items_of_that_meeting_alone(desk, visit_id, meeting_id):
    other = desk.visits.get(visit_id).meetings[1].id
    desk.rooms_ready.measure(meeting_id, "25", NOW)
    desk.rooms_ready.check(meeting_id, LIGHT, NOW)

    assert [item(desk, visit_id, code, meeting_id).is_open for code in ("304", "305")] == [False, False]
    assert [item(desk, visit_id, code, other).is_open for code in ("304", "305")] == [True, True]


def test_C3_taking_the_temperature_off_opens_its_item_again(desk, visit_id, meeting_id):
    desk.rooms_ready.measure(meeting_id, "25", NOW)

    desk.rooms_ready.measure(meeting_id, "", NOW)

    assert item(desk, visit_id, "304", meeting_id).is_open
    assert TEMPERATURE in room(desk, visit_id).lacking


def test_C3_a_check_and_its_item_are_one_step_to_undo(desk, visit_id, meeting_id):
    desk.rooms_ready.measure(meeting_id, "25", NOW)

    desk.history.undo(NOW)

    assert item(desk, visit_id, "304", meeting_id).is_open
    assert room(desk, visit_id).lacking == tuple(RoomCheck)


def test_C3_the_range_is_the_company_s_own(desk, visit_id, meeting_id):
    text = resource("templates", "lists.toml").read_text(encoding="utf-8")

    assert parse_lists(text.replace("[24, 27]", "[22, 25]")).temperature == (22, 25)


@pytest.mark.parametrize("wrong", ["[27, 24]", "[24]", "[24, 99]", '"warm"'])
def test_C3_a_wrong_range_is_refused(wrong):
    text = resource("templates", "lists.toml").read_text(encoding="utf-8")

    with pytest.raises(ReceptionError, match=r"temperature|最低和最高"):
        parse_lists(text.replace("[24, 27]", wrong))
