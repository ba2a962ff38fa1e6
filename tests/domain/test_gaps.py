"""What matters about a visit: found in its facts and its list, worst first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from reception_desk.domain.company import Company
from reception_desk.domain.entity import Answer
from reception_desk.domain.gaps import Urgency, gaps
from reception_desk.domain.guest import Guest
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.person import Person
from reception_desk.domain.visit import ANSWERS, Visit, VisitState
from reception_desk.i18n import use_language

NOW = datetime(2026, 12, 7, 1, 41, tzinfo=UTC)
ARRIVAL = datetime(2026, 12, 8, 2, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("zh")


def a_guest(name="顾翀", **facts):
    guest = Guest(visit_id=1, person_id=1, **({"diet": "", "lodging": ""} | facts))
    guest.person = Person(name=name, phone="+8613900001111")
    return guest


def a_visit(*guests, legs=(), **facts):
    """A visit that lacks nothing, but for what the test says."""
    answers: dict[str, Any] = dict.fromkeys(ANSWERS, Answer.NO)
    full: dict[str, Any] = {
        "arrival_at": ARRIVAL,
        "departure_at": ARRIVAL + timedelta(hours=6),
        "level": 1,
        "owner_department": "销售部",
    }
    visit = Visit(number="2026-0001", checklist_id=1, **(full | answers | facts))
    visit.company = Company(name="恒屹精密")
    visit.guests = list(guests) or [a_guest(is_main=True)]
    visit.legs = list(legs)
    return visit


def sentences(visit, plan=(), now=NOW, **more):
    return [gap.sentence for gap in gaps(visit, plan, now, **more)]


def test_a_visit_with_everything_has_no_gaps():
    assert sentences(a_visit()) == []


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"arrival_at": None}, "arrival_at"),
        ({"departure_at": None}, "departure_at"),
        ({"level": None}, "level"),
        ({"owner_department": ""}, "owner_department"),
    ],
)
def test_a_missing_basic_fact_names_its_field(facts, field):
    assert [(gap.section, gap.field) for gap in gaps(a_visit(**facts), (), NOW)] == [("overview", field)]


def test_the_number_told_and_the_names_on_the_list_must_agree():
    assert sentences(a_visit(heads=3)) == ["3 are announced, 1 are on the list."]


def test_a_name_that_stands_twice_is_said():
    assert sentences(a_visit(a_guest(is_main=True), a_guest())) == ["顾翀 is on the list 2 times."]


def test_without_a_main_guest_one_is_asked_for():
    assert sentences(a_visit(a_guest())) == ["No main guest is named."]


def test_a_pick_up_needs_a_journey_and_somebody_to_call():
    assert sentences(a_visit(pick_up=Answer.YES)) == [
        "Nobody is named whom we can call.",
        "A pick-up is wanted, but no arriving journey is noted.",
    ]


def test_the_contact_needs_a_phone():
    contact = a_guest(is_main=True, is_contact=True)
    contact.person.phone = ""
    leg = Leg(visit_id=1, direction=Direction.ARRIVAL, carrier=Carrier.OUR_CAR)

    assert sentences(a_visit(contact, legs=[leg], pick_up=Answer.YES)) == [
        "There is no phone number of 顾翀, whom we call."
    ]


def test_those_who_drive_themselves_are_asked_where_they_get_out():
    leg = Leg(visit_id=1, direction=Direction.ARRIVAL, carrier=Carrier.OWN_CAR)
    contact = a_guest(is_main=True, is_contact=True)

    assert sentences(a_visit(contact, legs=[leg])) == ["They drive themselves: where do they get out?"]


def test_whoever_comes_by_train_wants_to_go_back():
    leg = Leg(visit_id=1, direction=Direction.ARRIVAL, carrier=Carrier.TRAIN, number="G7012")

    assert sentences(a_visit(legs=[leg])) == ["The way back is not noted."]


def test_an_unasked_need_is_a_gap_and_an_asked_none_is_not():
    asked, unasked = a_guest(is_main=True), a_guest("沈砚秋", diet=None)

    assert sentences(a_visit(asked, unasked, meal=Answer.YES)) == ["1 guest was not asked about food."]


def test_the_room_is_asked_for_only_where_a_hotel_is_wanted():
    unasked = a_guest(is_main=True, lodging=None)

    assert sentences(a_visit(unasked)) == []
    assert sentences(a_visit(unasked, hotel=Answer.YES)) == ["1 guest was not asked about the room."]


def test_unconfirmed_answers_are_named():
    assert sentences(a_visit(hotel=Answer.UNCONFIRMED, tour=Answer.UNCONFIRMED)) == [
        "2 not confirmed: Hotel, Tour"
    ]


def test_what_the_form_said_and_nobody_understood_is_counted():
    assert sentences(a_visit(not_understood="停车：2 辆\n\n其他：转接头")) == [
        "2 lines of the form were not understood."
    ]


def test_stale_papers_hurt_first():
    found = gaps(a_visit(level=None), (), NOW, stale_papers=2)

    assert (found[0].sentence, found[0].urgency) == ("2 papers are out of date.", Urgency.LATE)


def test_a_cancelled_visit_has_no_gaps():
    assert sentences(a_visit(level=None, state=VisitState.CANCELLED)) == []


def test_a_visit_that_is_over_asks_no_more_for_facts():
    assert sentences(a_visit(level=None), now=ARRIVAL + timedelta(days=2)) == []
