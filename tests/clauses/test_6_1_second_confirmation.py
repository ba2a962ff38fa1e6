"""6.1 Second confirmation: A8, three ticks half a day or a day ahead; any later change voids the tick concerned."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.domain.booking import Car, CarBooking, Driver, HotelBooking
from reception_desk.domain.confirmed_facts import Aspect
from reception_desk.domain.consequences import Concern
from reception_desk.domain.due import Offset
from reception_desk.domain.entity import Answer
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.journey import Carrier, Leg
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.readiness import Stage, readiness
from reception_desk.domain.second_confirmation import Standing
from reception_desk.domain.tour import TourStop
from reception_desk.domain.visit import ANSWERS
from reception_desk.errors import ReceptionError
from reception_desk.exchange.plan_json import confirmations_json
from tests.desk import ARRIVAL, DEPARTURE, NOW, plain_visit

PEOPLE, PLACE, VEHICLE = Aspect
HOUR = timedelta(hours=1)
A_DAY_AHEAD, HALF_A_DAY_AHEAD = ARRIVAL - timedelta(hours=25), ARRIVAL - timedelta(hours=21)


class Confirmed:
    """A visit with something of everything; asked how its second confirmation stands."""

    def __init__(self, desk, **facts):
        self.desk, self.now = desk, HALF_A_DAY_AHEAD
        self.id = plain_visit(desk, heads=3, **facts)
        self.guest = desk.visits.get(self.id).main_guest.id
        desk.guests.change(self.guest, NOW, is_contact=True, phone="13800138000")
        self.other = desk.guests.add(self.id, "沈洁", NOW)
        self.host = desk.hosts.add(self.id, NOW, name="陆文昊", title="销售经理", is_escort=True)
        self.driver = desk.house.add(Driver, NOW, name="刘师傅", phone="13900139000")
        car = desk.house.add(Car, NOW, plate="沪A12345", model="别克GL8")
        self.leg = self.add(Leg, carrier=Carrier.FLIGHT, number="MU5101", to_place="虹桥", at=ARRIVAL - HOUR)
        self.car = self.add(CarBooking, purpose="接机", car_id=car, driver_id=self.driver,
                            starts_at=ARRIVAL - 2 * HOUR, ends_at=ARRIVAL)  # fmt: skip
        self.hotel = self.add(HotelBooking, hotel="静安宾馆", rooms=3, check_in=ARRIVAL.date(),
                              check_out=DEPARTURE.date())  # fmt: skip
        self.talk = self.add(Meeting, room="302", starts_at=ARRIVAL, ends_at=ARRIVAL + 2 * HOUR)
        self.meal = self.add(Meal, place="小餐厅", starts_at=ARRIVAL + 2 * HOUR)
        self.row = self.add(ItineraryRow, activity="合影", place="大厅", starts_at=ARRIVAL)
        self.stop = self.add(TourStop, place="装配线")

    def add(self, kind, **facts):
        return self.desk.parts.add(kind, self.id, NOW, **facts)

    def change(self, kind, part_id, **facts):
        self.desk.parts.change(kind, part_id, self.now, **facts)

    def confirm(self, *aspects):
        for aspect in aspects or Aspect:
            self.desk.second_confirmation.confirm(self.id, aspect, self.now)

    def round(self):
        return self.desk.second_confirmation.round(self.id, self.now)

    def standing(self):
        return {one.aspect: one.standing for one in self.desk.second_confirmation.last_round(self.id)}

    def fallen(self):
        return {aspect for aspect, standing in self.standing().items() if standing is Standing.FELL}

    def item(self, code):
        return next((item for item in self.desk.preparation.of(self.id) if item.code == code), None)

    def visit(self):
        return self.desk.visits.get(self.id)

    def gaps(self):
        return [gap.sentence for gap in self.desk.gaps.of(self.visit(), [], self.now)]


@pytest.fixture
def visit(desk):
    """At level 3, where one round is made."""
    return Confirmed(desk, level=3)


@pytest.fixture
def important(desk):
    """At level 1, where two are."""
    return Confirmed(desk, level=1)


def test_A8_the_three_are_ticked_each_for_itself(visit):
    visit.confirm(PLACE)
    standing = {PEOPLE: Standing.OPEN, PLACE: Standing.CONFIRMED, VEHICLE: Standing.OPEN}
    assert visit.standing() == standing


def test_A8_a_tick_says_who_made_it_and_when(visit):
    visit.confirm(PEOPLE)
    edition = visit.round().about(PEOPLE).edition
    assert (edition.made_by, edition.made_at) == ("李静", visit.now)


CHANGES = {
    "name of a guest": ({PEOPLE}, lambda v: v.desk.guests.change(v.guest, v.now, name="顾翀明")),
    "title of a guest": ({PEOPLE}, lambda v: v.desk.guests.change(v.guest, v.now, title="总裁")),
    "phone of the contact": ({PEOPLE}, lambda v: v.desk.guests.change(v.guest, v.now, phone="13700137000")),
    "a guest more": ({PEOPLE}, lambda v: v.desk.guests.add(v.id, "丁宁", v.now)),
    "a guest less": ({PEOPLE}, lambda v: v.desk.guests.remove(v.other, v.now)),
    "a host more": ({PEOPLE}, lambda v: v.desk.hosts.add(v.id, v.now, name="何亦凡")),
    "title of a host": ({PEOPLE}, lambda v: v.desk.hosts.change(v.host, v.now, title="销售总监")),
    "phone of a host": ({PEOPLE}, lambda v: v.desk.hosts.change(v.host, v.now, phone="13600136000")),
    "duty of a host": ({PEOPLE}, lambda v: v.desk.hosts.change(v.host, v.now, sees_off=True)),
    "name of the company": ({PEOPLE}, lambda v: v.desk.visits.change_company(v.id, v.now, name="苏州恒屹")),
    "room of the talks": ({PLACE}, lambda v: v.change(Meeting, v.talk, room="305")),
    "time of the talks": ({PLACE}, lambda v: v.change(Meeting, v.talk, starts_at=ARRIVAL + HOUR)),
    "place of a meal": ({PLACE}, lambda v: v.change(Meal, v.meal, place="大餐厅")),
    "time of a meal": ({PLACE}, lambda v: v.change(Meal, v.meal, starts_at=ARRIVAL + 3 * HOUR)),
    "hotel": ({PLACE}, lambda v: v.change(HotelBooking, v.hotel, hotel="和平饭店")),
    "rooms": ({PLACE}, lambda v: v.change(HotelBooking, v.hotel, rooms=2)),
    "drop-off": ({PLACE}, lambda v: v.desk.visits.change(v.id, v.now, drop_off="东门")),
    "place of a row": ({PLACE}, lambda v: v.change(ItineraryRow, v.row, place="正门")),
    "stop of the tour": ({PLACE}, lambda v: v.change(TourStop, v.stop, place="喷涂线")),
    "number of the flight": ({VEHICLE}, lambda v: v.change(Leg, v.leg, number="MU5103")),
    "time of the flight": ({VEHICLE}, lambda v: v.change(Leg, v.leg, at=ARRIVAL - 2 * HOUR)),
    "terminal": ({VEHICLE}, lambda v: v.change(Leg, v.leg, terminal="T2")),
    "car": ({VEHICLE}, lambda v: v.change(CarBooking, v.car, car_id=None)),
    "driver": ({VEHICLE}, lambda v: v.change(CarBooking, v.car, driver_id=None)),
    "phone of the driver": (
        {VEHICLE},
        lambda v: v.desk.house.change(Driver, v.driver, v.now, phone="13500135000"),
    ),
    "time of the pick-up": ({VEHICLE}, lambda v: v.change(CarBooking, v.car, starts_at=ARRIVAL - 3 * HOUR)),
    "a car less": ({VEHICLE}, lambda v: v.desk.parts.remove(CarBooking, v.car, v.now)),
    "how many come": (set(Aspect), lambda v: v.desk.visits.change(v.id, v.now, heads=5)),
    "time of arrival": (set(Aspect), lambda v: v.desk.visits.change(v.id, v.now, arrival_at=ARRIVAL + HOUR)),
    "purpose": (set(), lambda v: v.desk.visits.change(v.id, v.now, purpose="签约")),
    "what a guest eats": (set(), lambda v: v.desk.guests.change(v.guest, v.now, diet="素食")),
    "menu": (set(), lambda v: v.change(Meal, v.meal, menu="本帮菜")),
    "booked state": (set(), lambda v: v.desk.bookings.advance(CarBooking, v.car, v.now)),
    "a tick": (set(), lambda v: v.desk.preparation.check_off(v.id, "107", "", v.now)),
    "order of protocol": (set(), lambda v: v.desk.guests.move(v.other, 1, v.now)),
}


@pytest.mark.parametrize("what", CHANGES)
def test_A8_a_later_change_voids_the_tick_concerned_and_no_other(visit, what):
    fallen, change = CHANGES[what]
    visit.confirm()
    change(visit)
    assert visit.fallen() == fallen


def test_A8_a_change_that_is_undone_gives_the_tick_back(visit):
    visit.confirm()
    visit.change(Meeting, visit.talk, room="305")
    visit.desk.history.undo(visit.now)
    assert visit.fallen() == set()


def test_A8_the_third_tick_ticks_off_the_item_in_the_same_step(visit):
    visit.confirm(PEOPLE, PLACE)
    assert visit.item("190").is_open

    visit.confirm(VEHICLE)
    assert visit.item("190").state is ItemState.DONE

    visit.desk.history.undo(visit.now)
    assert visit.item("190").is_open
    assert visit.standing()[VEHICLE] is Standing.OPEN
    assert visit.standing()[PLACE] is Standing.CONFIRMED


def test_A8_two_fresh_ticks_and_a_fallen_one_do_not_tick_off(visit):
    visit.confirm(PEOPLE, PLACE)
    visit.change(Meeting, visit.talk, room="305")
    visit.confirm(VEHICLE)
    assert visit.item("190").is_open


def test_A8_taking_one_back_opens_the_item_again(visit):
    visit.confirm()
    visit.desk.second_confirmation.take_back(visit.id, PLACE, visit.now)
    assert visit.item("190").is_open
    assert visit.standing()[PLACE] is Standing.OPEN

    visit.desk.history.undo(visit.now)
    assert visit.item("190").state is ItemState.DONE
    assert visit.standing()[PLACE] is Standing.CONFIRMED


def test_A8_what_was_not_confirmed_cannot_be_taken_back(visit):
    with pytest.raises(ReceptionError, match="没有落实"):
        visit.desk.second_confirmation.take_back(visit.id, PLACE, visit.now)


def test_A8_level_1_is_confirmed_a_day_and_half_a_day_ahead(important):
    important.now = A_DAY_AHEAD
    first = important.round()
    assert (first.number, first.rounds, first.due) == (1, 2, ARRIVAL - timedelta(days=1))

    important.confirm()
    assert important.item("189").state is ItemState.DONE
    assert important.item("190").is_open
    assert important.round().number == 2

    important.now = HALF_A_DAY_AHEAD
    important.confirm()
    assert important.item("190").state is ItemState.DONE


def test_A8_other_levels_are_confirmed_once(visit):
    assert (visit.round().number, visit.round().rounds) == (1, 1)
    assert visit.item("189") is None


def test_A8_when_the_first_round_was_missed_the_last_one_begins(important):
    assert important.round().number == 2


def test_A8_only_the_last_round_counts_for_ready(important):
    important.now = A_DAY_AHEAD
    important.confirm()
    assert set(important.standing().values()) == {Standing.OPEN}


def test_A8_how_many_rounds_a_level_has_is_a_setting(desk):
    desk.levels.change(3, NOW, confirmation_rounds=(Offset.parse("-2d"), Offset.parse("-H")))
    visit = Confirmed(desk, level=3)
    visit.now = NOW
    assert (visit.round().rounds, visit.round().due) == (2, ARRIVAL - timedelta(days=2))


def test_A8_a_tick_that_fell_is_named_though_the_item_is_ticked_off(visit):
    visit.confirm()
    visit.change(Meeting, visit.talk, room="305")
    assert visit.item("190").state is ItemState.DONE
    assert "二次落实后有变动，请重新落实：地点" in visit.gaps()


def test_A8_a_tick_that_fell_is_among_what_the_change_touches(visit):
    visit.confirm()
    visit.change(CarBooking, visit.car, driver_id=None)
    (line,) = [one for one in visit.desk.consequences.of(visit.id) if one.concern is Concern.CONFIRMATION]
    assert (line.what, line.section) == ("二次落实：车辆", "preparation")
    assert "刘师傅" in line.changes[0]


def test_A8_a_new_round_replaces_what_fell_in_the_one_before(important):
    important.now = A_DAY_AHEAD
    important.confirm()
    important.change(Meeting, important.talk, room="305")
    important.now = HALF_A_DAY_AHEAD
    important.confirm(PLACE)
    assert important.desk.consequences.of(important.id) == []


def test_A8_a_problem_is_noted_beside_the_item_and_takes_the_tick_back(visit):
    visit.confirm()
    visit.desk.second_confirmation.note_problem(visit.id, VEHICLE, visit.now, problem="刘师傅请假")
    item = visit.item("190")
    assert (item.item.note, item.is_open) == ("车辆：刘师傅请假", True)
    assert visit.standing()[VEHICLE] is Standing.OPEN


def test_A8_a_problem_without_words_is_refused(visit):
    with pytest.raises(ReceptionError, match="问题"):
        visit.desk.second_confirmation.note_problem(visit.id, VEHICLE, visit.now, problem=" ")


@pytest.fixture
def complete(desk):
    """A visit of which nothing is missing but the second confirmation."""
    facts = dict.fromkeys(ANSWERS, Answer.NO) | {
        "owner_department": "华东销售部", "applicant": "陆文昊", "purpose": "洽谈", "heads": 1, "level": 3,
    }  # fmt: skip
    visit_id = plain_visit(desk, **facts)
    desk.guests.change(desk.visits.get(visit_id).main_guest.id, NOW, rank=1)
    for name, title, rank in (("陆文昊", "销售经理", 6), ("何亦凡", "专员", 9)):
        desk.hosts.add(visit_id, NOW, name=name, title=title, rank=rank, is_escort=True)
    desk.hosts.propose(visit_id, NOW)
    for item in desk.preparation.of(visit_id):
        if item.is_open and item.code != "190":
            desk.preparation.check_off(visit_id, item.code, item.subject, NOW)
    return visit_id


def found(desk, visit_id):
    """How far a visit is, and the words for what is missing in its preparation."""
    visit, confirmed = desk.visits.get(visit_id), desk.second_confirmation.last_round(visit_id)
    level, plan = desk.procedure.levels().level(visit.level), desk.preparation.plan(visit)
    how_far = readiness(visit, level, desk.procedure.ranks(), plan, (), confirmed)
    return how_far, [one for one in how_far.missing if one.field.startswith("confirmation")]


def test_A8_a_visit_is_ready_only_with_three_fresh_ticks(desk, complete):
    (missing,) = found(desk, complete)[1]
    assert (missing.what, missing.section) == ("二次落实：人员、地点、车辆", "preparation")

    for aspect in Aspect:
        desk.second_confirmation.confirm(complete, aspect, HALF_A_DAY_AHEAD)
    assert found(desk, complete)[1] == []

    desk.visits.change(complete, HALF_A_DAY_AHEAD, drop_off="东门")
    how_far, (missing,) = found(desk, complete)
    assert missing.what == "二次落实：地点（之后有变动）"
    assert how_far.stage is not Stage.READY


def test_A8_ticking_the_item_off_by_hand_confirms_nothing(desk, complete):
    desk.preparation.check_off(complete, "190", "", HALF_A_DAY_AHEAD)
    assert found(desk, complete)[1] != []


def test_A8_a_reason_makes_it_ready_all_the_same_and_hides_nothing(desk, complete):
    desk.visits.change(complete, NOW, ready_reason="总经理同意")
    how_far, missing = found(desk, complete)
    assert how_far.stage is Stage.READY
    assert missing


def test_A8_the_preparation_sheet_is_no_other_sheet_for_a_tick_and_shows_it(visit):
    choice = visit.desk.papers.usual_choice(visit.id, "D25")
    before = visit.desk.papers.make(visit.id, "D25", choice, visit.now, reason="试印")
    visit.confirm(PEOPLE)
    after = visit.desk.papers.make(visit.id, "D25", choice, visit.now, reason="试印")
    assert before.edition.fingerprint == after.edition.fingerprint
    assert before.pdf != after.pdf


def test_A8_a_script_sees_how_the_three_stand(visit):
    visit.confirm(PEOPLE)
    people, place, _vehicle = confirmations_json(
        visit.desk.second_confirmation.last_round(visit.id), "Asia/Shanghai"
    )
    assert people == {"what": "people", "standing": "confirmed", "by": "李静", "at": "2026-12-07T13:30"}
    assert place["standing"] == "open"
