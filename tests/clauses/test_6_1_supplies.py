"""Section 6.1 and (三): kit out and back, the presentation, what is laid out (A6.1, A6.3b, A6.3c, A6.5, C4, B2c)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.domain.booking import CarBooking
from reception_desk.domain.entity import Answer
from reception_desk.domain.house_lists import Part
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.supplies import (
    by_rule,
    cannot_be_shown_yet,
    kit,
    not_returned,
    of_part,
    supplies_for,
)
from reception_desk.domain.template import TemplateKind
from reception_desk.domain.template_table import TemplateRefusalError
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, NOW, plain_visit

LATER = NOW + timedelta(days=7)


@pytest.fixture
def visit_id(desk):
    """Six guests at level 1 with a tour, and talks with four of us."""
    wanted = dict.fromkeys(("meeting", "tour", "pick_up"), Answer.YES)
    made = plain_visit(desk, heads=6, gift=Answer.NO, **wanted)
    desk.parts.add(Meeting, made, NOW, room="一号会议室", starts_at=ARRIVAL, our_heads=4)
    return made


def lines(desk, visit_id):
    """The kit by its codes."""
    return {one.code: one for one in kit(desk.visits.get(visit_id))}


def quantities(desk, visit_id, *parts, meeting=None):
    """How many of what, by code."""
    needed = supplies_for(desk.visits.get(visit_id), desk.procedure.lists(), meeting)
    return {one.supply.code: one.quantity for one in of_part(needed, *parts)}


def presented(desk, visit_id):
    """A presentation with all its points, its file and its version."""
    for point in desk.procedure.lists().points:
        desk.kit.tick_point(visit_id, point.code, NOW)
    desk.kit.write_presentation(visit_id, NOW, place="企业介绍.pptx", edition="3.2")


def item(desk, visit_id, code):
    return next(one for one in desk.preparation.of(visit_id) if one.code == code)


# A6.1


def test_A6_1_the_kit_is_what_the_facts_call_for_once_each(desk, visit_id):
    assert desk.kit.propose(visit_id, NOW) == 7
    assert desk.kit.propose(visit_id, NOW) == 0

    found = lines(desk, visit_id)
    assert [(code, one.quantity) for code, one in found.items()] == [
        ("S01", 1), ("S02", 1), ("S03", 6), ("S04", 6), ("S05", 1), ("S06", 2), ("S08", 1),
    ]  # fmt: skip


def test_A6_1_proposing_again_overwrites_nothing(desk, visit_id):
    desk.kit.propose(visit_id, NOW)
    desk.kit.write(lines(desk, visit_id)["S04"].id, NOW, quantity=20)

    desk.kit.propose(visit_id, NOW)

    assert lines(desk, visit_id)["S04"].quantity == 20


def test_A6_1_each_line_is_ticked_out_and_later_in(desk, visit_id):
    desk.kit.propose(visit_id, NOW)
    projector = lines(desk, visit_id)["S01"].id

    desk.kit.advance(projector, NOW)
    assert [one.code for one in not_returned(desk.visits.get(visit_id))] == ["S01"]

    desk.kit.advance(projector, LATER)
    line = lines(desk, visit_id)["S01"]
    assert (line.out_at, line.out_by, line.in_at, line.in_by) == (NOW, "李静", LATER, "李静")
    assert not_returned(desk.visits.get(visit_id)) == []


def test_A6_1_what_stays_with_the_guests_is_never_missed(desk, visit_id):
    desk.kit.propose(visit_id, NOW)

    desk.kit.all_out(visit_id, NOW)
    waiting = [one.code for one in not_returned(desk.visits.get(visit_id))]
    assert waiting == ["S01", "S02", "S05", "S08"]

    assert desk.kit.all_back(visit_id, LATER) == 4
    assert not_returned(desk.visits.get(visit_id)) == []


def test_A6_1_what_has_not_gone_out_cannot_come_back(desk, visit_id):
    desk.kit.propose(visit_id, NOW)

    with pytest.raises(ReceptionError, match="尚未备出"):
        desk.kit.bring_back(lines(desk, visit_id)["S01"].id, NOW)


def test_A6_1_the_whole_kit_out_is_one_step_to_undo(desk, visit_id):
    desk.kit.propose(visit_id, NOW)
    desk.kit.all_out(visit_id, NOW)

    desk.history.undo(NOW)

    assert {one.out_at for one in kit(desk.visits.get(visit_id))} == {None}


# A6.3b


def test_A6_3b_without_file_version_or_trial_it_cannot_be_shown(desk, visit_id):
    desk.kit.propose(visit_id, NOW)
    lists = desk.procedure.lists()
    waiting = lambda: cannot_be_shown_yet(desk.visits.get(visit_id), lists)  # noqa: E731
    assert [one.code for one in waiting()] == ["S08"]
    with pytest.raises(ReceptionError):
        desk.kit.tried(visit_id, NOW)

    desk.kit.write_presentation(visit_id, NOW, place="企业介绍.pptx")
    desk.kit.write_presentation(visit_id, NOW, edition="3.2")
    assert waiting()

    desk.kit.tried(visit_id, NOW)
    assert waiting() == []


def test_A6_3b_another_version_has_to_be_tried_again(desk, visit_id):
    presented(desk, visit_id)
    desk.kit.tried(visit_id, NOW)
    assert not item(desk, visit_id, "128").is_open

    desk.kit.write_presentation(visit_id, NOW, edition="3.3")

    assert lines(desk, visit_id)["S08"].tried_at is None
    assert item(desk, visit_id, "128").is_open


# A6.3c


def test_A6_3c_the_twelve_points_are_there_and_tick_the_item_once_it_is_tried(desk, visit_id):
    assert len(desk.procedure.lists().points) == 12
    presented(desk, visit_id)
    assert item(desk, visit_id, "128").is_open

    desk.kit.tried(visit_id, NOW)
    assert item(desk, visit_id, "128").item.done_by == "李静"

    desk.kit.tick_point(visit_id, "P05", NOW, done=False)
    assert item(desk, visit_id, "128").is_open


# A6.5, C4, B2c


def test_A6_5_quantities_are_heads_times_factor(desk, visit_id):
    assert quantities(desk, visit_id, Part.REFRESHMENT) == {
        "S21": 10, "S22": 10, "S23": 5, "S24": 3, "S25": 3,
    }  # fmt: skip


def test_A6_5_refreshments_go_by_the_level(desk, visit_id):
    desk.visits.change(visit_id, NOW, level=3)

    assert list(quantities(desk, visit_id, Part.REFRESHMENT)) == ["S21"]


def test_C4_counts_are_seats(desk, visit_id):
    assert quantities(desk, visit_id, Part.SEAT) == {"S11": 10, "S12": 10, "S13": 80, "S14": 10, "S15": 10}


def test_C4_each_meeting_has_its_own_seats(desk, visit_id):
    desk.parts.add(Meeting, visit_id, NOW, room="二号会议室", our_heads=1)
    second = next(one for one in desk.visits.get(visit_id).meetings if one.our_heads == 1)

    assert quantities(desk, visit_id, Part.SEAT, meeting=second)["S15"] == 7
    assert quantities(desk, visit_id, Part.SEAT)["S15"] == 10


def test_C4_while_nobody_knows_how_many_come_no_quantity_is_invented(desk):
    visit_id = plain_visit(desk, meeting=Answer.YES)
    desk.guests.remove(desk.visits.get(visit_id).guests[0].id, NOW)

    assert quantities(desk, visit_id, Part.SEAT)["S15"] is None


def test_B2c_water_in_the_car_is_one_for_each_guest(desk, visit_id):
    desk.parts.add(CarBooking, visit_id, NOW, purpose="接机")
    desk.parts.add(CarBooking, visit_id, NOW, purpose="行李")

    assert quantities(desk, visit_id, Part.CAR) == {"S31": 2, "S32": 6}


def test_A6_1_another_head_count_shows_what_the_rule_says_now(desk, visit_id):
    desk.kit.propose(visit_id, NOW)
    desk.visits.change(visit_id, NOW, heads=8)
    visit = desk.visits.get(visit_id)
    differing = by_rule(visit, desk.procedure.lists())
    assert {one.code: differing[one.id] for one in kit(visit) if one.id in differing} == {"S03": 8, "S04": 8}

    desk.kit.take_quantities(visit_id, NOW)

    assert lines(desk, visit_id)["S04"].quantity == 8
    assert by_rule(desk.visits.get(visit_id), desk.procedure.lists()) == {}


def test_A6_3c_the_points_are_edited_and_a_wrong_text_leaves_the_old_ones(desk, visit_id):
    text = desk.templates.text(TemplateKind.LISTS)
    desk.templates.save(TemplateKind.LISTS, text.replace("投诉渠道", "投诉与建议渠道"), NOW)
    assert "投诉与建议渠道" in [one.zh for one in desk.procedure.lists().points]

    wrong = text.replace('part = "seat"', 'part = "chair"', 1)
    with pytest.raises(TemplateRefusalError) as refusal:
        desk.templates.save(TemplateKind.LISTS, wrong, NOW)
    assert refusal.value.line == wrong.splitlines().index('part = "chair"') + 1
    assert "投诉与建议渠道" in [one.zh for one in desk.procedure.lists().points]


def test_A6_1_a_copied_visit_has_the_kit_and_none_of_its_ticks(desk, visit_id):
    desk.kit.propose(visit_id, NOW)
    desk.kit.all_out(visit_id, NOW)

    copied = lines(desk, desk.rescheduling.copy(visit_id, LATER))

    assert [(one.quantity, one.is_returned) for one in copied.values()] == [
        (one.quantity, one.is_returned) for one in lines(desk, visit_id).values()
    ]
    assert {one.out_at for one in copied.values()} == {None}
