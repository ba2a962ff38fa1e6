"""What matters about a visit: found in its facts and its list, worst first."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from reception_desk.domain.booking import CarBooking
from reception_desk.domain.checklist import Anchor, ChecklistLine, Condition, Owner, Phase
from reception_desk.domain.company import Company
from reception_desk.domain.due import Offset
from reception_desk.domain.entity import Answer
from reception_desk.domain.gaps import Beside, Urgency, gaps
from reception_desk.domain.guest import Guest
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.levels import parse_levels
from reception_desk.domain.person import Person
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.ranks import parse_ranks
from reception_desk.domain.visit import ANSWERS, Interpreter, Visit, VisitState
from reception_desk.i18n import use_language
from reception_desk.resources import resource

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
    visit.company = Company(name="恒屹精密", background="机床", dossier_as_of=date(2026, 11, 1))
    visit.guests = list(guests) or [a_guest(is_main=True)]
    visit.legs = list(legs)
    return visit


def sentences(visit, plan=(), now=NOW, **more):
    return [gap.sentence for gap in gaps(visit, plan, now, Beside(**more))]


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
        "A pick-up is wanted, but no car is booked.",
    ]


def test_the_contact_needs_a_phone():
    contact = a_guest(is_main=True, is_contact=True)
    contact.person.phone = ""
    leg = Leg(visit_id=1, direction=Direction.ARRIVAL, carrier=Carrier.OUR_CAR)

    assert "There is no phone number of 顾翀, whom we call." in sentences(
        a_visit(contact, legs=[leg], pick_up=Answer.YES)
    )


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
    found = gaps(a_visit(level=None), (), NOW, Beside(stale_papers=2))

    assert (found[0].sentence, found[0].urgency) == ("2 papers are out of date.", Urgency.LATE)


def test_a_cancelled_visit_has_no_gaps():
    assert sentences(a_visit(level=None, state=VisitState.CANCELLED)) == []


def test_a_visit_that_is_over_asks_no_more_for_facts():
    assert sentences(a_visit(level=None), now=ARRIVAL + timedelta(days=2)) == []


def due(code, at):
    """An item of the checklist that is due then."""
    line = ChecklistLine(code=code, zh=code, en=code, phase=Phase.PREPARATION, anchor=Anchor.ARRIVAL,
                         offset=Offset(), owner=Owner.FRONT_DESK, condition=Condition.ALWAYS, clauses=())  # fmt: skip
    return PlannedItem(line=line, subject="", about="", by_rule=at, item=None)


def test_what_hurts_sooner_comes_first():
    visit = a_visit(level=None, departure_at=None)
    plan = [due("105", NOW + timedelta(days=3)), due("111", NOW + timedelta(days=2))]

    assert sentences(visit, plan) == ["The level is not decided.", "When they leave is not known."]
    plan = [due("105", NOW + timedelta(days=2)), due("111", NOW + timedelta(days=3))]
    assert sentences(visit, plan) == ["When they leave is not known.", "The level is not decided."]


def foreign_visit(**facts):
    guest = a_guest(is_main=True)
    guest.person.nationality = "DE"
    return a_visit(guest, level=2, **facts)


def test_a_foreign_guest_without_a_decision_on_agent_and_interpreter_is_a_gap():
    assert sentences(foreign_visit())[:2] == [
        "Nobody has said whether a domestic agent comes along.",
        "Nobody has said who interprets.",
    ]


def test_an_agent_on_the_list_is_an_answer():
    visit = foreign_visit(interpreter=Interpreter.NONE)
    visit.guests = [*visit.guests, a_guest("沈砚秋", is_agent=True)]

    assert not [gap for gap in gaps(visit, (), NOW) if gap.field in ("agent", "interpreter")]


def test_a_car_for_the_way_back_without_a_journey_is_a_gap():
    visit = a_visit()
    visit.car_bookings = [CarBooking(visit_id=1, starts_at=visit.departure_at)]

    assert sentences(visit) == ["A car is booked for the way back, but no flight or train is noted."]


def test_a_client_of_level_1_without_a_dossier_is_a_gap():
    visit = a_visit()
    visit.company = Company(name="恒屹精密")

    assert sentences(visit) == ["Nothing is written of the client's company."]


def test_level_1_without_its_roles_names_them():
    ranks = parse_ranks(resource("templates", "ranks.toml").read_text(encoding="utf-8"))
    level = parse_levels(resource("templates", "levels.toml").read_text(encoding="utf-8")).level(1)

    assert sentences(a_visit(), level=level, ranks=ranks)[0] == (
        "Level 1, but nobody is named for: General manager, Deputy general manager, Director, Department manager"
    )


def test_what_was_not_repeated_is_counted():
    assert sentences(a_visit(), unread=3) == ["3 facts were not repeated to the other side."]


def test_an_itinerary_that_nobody_confirmed_is_a_gap():
    visit = a_visit()
    visit.itinerary = [ItineraryRow(visit_id=1, starts_at=ARRIVAL, activity="参观")]

    assert sentences(visit, is_agreed=False) == ["The client has not confirmed the itinerary as it is."]
    assert sentences(visit, is_agreed=True) == []
