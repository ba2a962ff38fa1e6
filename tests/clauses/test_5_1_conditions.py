"""Which items a visit calls for: the table of the specification against every condition (checklist.md)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reception_desk.domain.checklist import Condition
from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import Carrier, Direction, Leg
from tests.desk import NOW, plain_visit

TABLE = Path(__file__).parents[1] / "data" / "checklist.csv"
ANSWERS = {
    "pick": "pick_up",
    "hotel": "hotel",
    "ticket": "ticket",
    "meal": "meal",
    "meeting": "meeting",
    "tour": "tour",
    "gift": "gift",
    "sign": "sign",
    "lead": "leadership",
    "inv": "invitation",
}
LEVELS = {"L1": {1}, "L12": {1, 2}}


def rows():
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def expected(holding, level):
    """The codes that the table gives for these conditions, read without our own code."""
    return {
        row["code"]
        for row in rows()
        if row["condition"] == "–" or row["condition"] in holding or level in LEVELS.get(row["condition"], ())
    }


def visit_with(desk, holding, level):
    """A visit of which exactly these conditions hold: every other answer is no."""
    answers = {field: Answer.YES if word in holding else Answer.NO for word, field in ANSWERS.items()}
    visit_id = plain_visit(desk, level=level)
    desk.visits.change(visit_id, NOW, **answers)
    if "foreign" in holding:
        desk.guests.change(desk.visits.get(visit_id).guests[0].id, NOW, nationality="DE")
    if "self" in holding:
        desk.parts.add(Leg, visit_id, NOW, direction=Direction.ARRIVAL, carrier=Carrier.OWN_CAR)
    return visit_id


def codes(desk, visit_id):
    return {item.code for item in desk.preparation.of(visit_id)}


def test_the_table_knows_every_condition_of_the_program():
    assert {row["condition"] for row in rows()} == {"–", *LEVELS, *ANSWERS, "foreign", "self"}
    assert {one.value for one in Condition} == {"", *LEVELS, *ANSWERS, "foreign", "self"}


@pytest.mark.parametrize("level", [None, 1, 2, 3])
@pytest.mark.parametrize("condition", ["", "foreign", "self", *ANSWERS])
def test_a_visit_shows_exactly_the_items_of_its_one_condition(desk, condition, level):
    holding = {condition} - {""}

    assert codes(desk, visit_with(desk, holding, level)) == expected(holding, level)


@pytest.mark.parametrize(
    ("holding", "level"),
    [
        pytest.param({*ANSWERS}, 1, id="level 1 with everything"),
        pytest.param({"pick", "hotel", "meal", "meeting", "foreign", "inv", "sign"}, 2, id="foreign"),
        pytest.param({"self", "meeting", "meal"}, 3, id="self-driving"),
        pytest.param({*ANSWERS, "foreign", "self"}, 1, id="all that there is"),
    ],
)
def test_a_level_1_a_foreign_and_a_self_driving_visit_show_exactly_their_items(desk, holding, level):
    assert codes(desk, visit_with(desk, holding, level)) == expected(holding, level)


def test_what_nobody_has_answered_yet_counts_as_wanted(desk):
    visit_id = plain_visit(desk, level=3)
    desk.visits.change(visit_id, NOW, **dict.fromkeys(ANSWERS.values(), Answer.UNCONFIRMED))

    assert codes(desk, visit_id) == expected({*ANSWERS}, 3)
