"""Quantity rules of the checklist: heads × factor (A6.5), seats × items of each meeting (C4, C5)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reception_desk.domain.booking import CarBooking
from reception_desk.domain.edition import Choice
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.quantity import Per
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, NOW

CUPS, PAPER_AND_PENS, SEAT_CARDS, REFRESHMENTS = "309", "308", "311", "133"
ZH = Choice(language="zh")


@pytest.fixture
def talks(asked):
    """Six guests, and talks with four of us; the visit and the subject of its meeting."""
    visit = asked(yes=["meeting"], heads=6)
    visit.meeting = visit.add(Meeting, room="一号会议室", starts_at=ARRIVAL, our_heads=4)
    visit.subject = f"meeting:{visit.meeting}"
    return visit


def states(desk, visit_id):
    return {now.edition.document: now.state.value for now in desk.papers.editions(visit_id, NOW)}


def test_A6_5_the_refreshments_are_as_many_as_the_guests(asked):
    item = asked(heads=6).item(REFRESHMENTS)

    assert item.quantity == 6
    assert item.text("zh") == "水果/咖啡/茶/点心糖果 × 6"
    assert item.text("en") == "Fruit, coffee, tea, snacks × 6"


def test_A6_5_quantities_are_heads_times_the_factor_rounded_up(asked, desk):
    desk.checklists.change(REFRESHMENTS, NOW, factor=Fraction("0.5"))

    assert asked(heads=5).item(REFRESHMENTS).quantity == 3


def test_A6_5_another_head_count_is_another_quantity(asked, desk):
    visit = asked(heads=6)

    desk.visits.change(visit.id, NOW, heads=9)

    assert visit.item(REFRESHMENTS).quantity == 9


def test_A6_5_while_nobody_knows_how_many_come_no_quantity_is_invented(asked, desk):
    visit = asked()
    desk.guests.remove(desk.visits.get(visit.id).guests[0].id, NOW)

    item = visit.item(REFRESHMENTS)
    assert (item.quantity, item.text("zh")) == (None, "水果/咖啡/茶/点心糖果")


@pytest.mark.parametrize("code", [PAPER_AND_PENS, CUPS])
def test_C4_counts_are_seats(talks, code):
    assert talks.item(code, talks.subject).quantity == 10


def test_C5_there_is_a_card_for_each_seat(talks):
    assert talks.item(SEAT_CARDS, talks.subject).quantity == 10


def test_C4_each_meeting_has_its_own_seats_and_says_which_it_is(talks):
    second = talks.add(Meeting, topic="技术交流", starts_at=ARRIVAL, our_heads=1)

    assert talks.item(CUPS, talks.subject).text("zh") == "茶水杯 × 10 · 一号会议室"
    assert talks.item(CUPS, f"meeting:{second}").text("en") == "Tea cups × 7 · 技术交流"


def test_C4_before_a_meeting_is_planned_the_guests_and_our_side_have_seats(asked, desk):
    visit = asked(yes=["meeting"], heads=6)
    desk.hosts.add(visit.id, NOW, name="王磊")

    assert visit.item(CUPS).quantity == 7


def test_C4_what_is_not_counted_has_no_quantity(talks):
    item = talks.item("304", talks.subject)
    assert (item.quantity, item.text("en")) == (None, "Room temperature 24–27 °C")


def test_E3_an_item_at_a_meal_is_counted_by_the_seats_of_that_meal(asked, desk):
    desk.checklists.change("404", NOW, per=Per.SEAT)
    visit = asked(yes=["meal"], heads=6)
    told = visit.add(Meal, place="食堂", starts_at=ARRIVAL, heads=8)
    known = visit.add(Meal, place="酒店", starts_at=ARRIVAL, our_heads=3)

    assert [visit.item("404", f"meal:{one}").quantity for one in (told, known)] == [8, 9]


def test_A6_4b_an_item_may_be_counted_by_the_cars(asked, desk):
    desk.checklists.change("130", NOW, per=Per.CAR)
    visit = asked(yes=["pick_up"])
    assert visit.item("130").quantity is None

    for purpose in ("接机", "行李"):
        visit.add(CarBooking, purpose=purpose)

    assert visit.item("130").quantity == 2


def test_5_3_another_head_count_makes_the_preparation_sheet_stale(talks, desk):
    desk.papers.make(talks.id, "D25", ZH, NOW)
    desk.parts.change(Meeting, talks.meeting, NOW, our_heads=5)
    assert states(desk, talks.id)["D25"] == "stale"

    desk.parts.change(Meeting, talks.meeting, NOW, our_heads=4)
    assert states(desk, talks.id)["D25"] == "current"


def test_5_3_another_count_that_changes_no_quantity_leaves_the_sheet_as_it_is(asked, desk):
    for code in (PAPER_AND_PENS, CUPS, SEAT_CARDS):
        desk.checklists.change(code, NOW, factor=Fraction("0.05"))
    visit = asked(yes=["meeting"], heads=6)
    meeting = visit.add(Meeting, room="一号会议室", starts_at=ARRIVAL, our_heads=4)
    desk.papers.make(visit.id, "D25", ZH, NOW)

    desk.parts.change(Meeting, meeting, NOW, our_heads=5)

    assert states(desk, visit.id)["D25"] == "current"


def test_P6_a_visit_under_way_keeps_the_rule_that_it_started_with(talks, desk):
    desk.checklists.change(CUPS, NOW, factor=Fraction(2))

    assert talks.item(CUPS, talks.subject).quantity == 10


def test_P6_a_factor_without_anything_to_count_is_refused_and_nothing_is_changed(desk):
    before = desk.checklists.in_force()

    with pytest.raises(ReceptionError, match="计数方式"):
        desk.checklists.change("101", NOW, factor=Fraction(2))

    assert desk.checklists.in_force() == before
