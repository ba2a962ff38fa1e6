"""Section 6.2 as far as it stands: its items, when they are due, whose they are."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.domain.booking import HotelBooking
from reception_desk.domain.checklist import Owner, Phase
from reception_desk.domain.journey import Carrier, Direction, Leg
from tests.desk import ARRIVAL, DEPARTURE

TRAIN = {"direction": Direction.ARRIVAL, "carrier": Carrier.TRAIN, "number": "G7012"}
PICK_UP = ARRIVAL - timedelta(minutes=48)


def met(asked, **wanted):
    """A visit whose guests are met at the station."""
    visit = asked(yes=["pick_up"], **wanted)
    visit.add(Leg, at=PICK_UP, **TRAIN)
    return visit


def test_B1_the_hotel_is_confirmed_two_days_ahead_if_rooms_are_wanted(asked):
    assert asked(yes=["hotel"]).item("201").due == ARRIVAL - timedelta(days=2)
    assert asked().item("201") is None


def test_B2a_driver_and_car_are_settled_the_day_before_the_pick_up(asked):
    assert met(asked).item("130").due == PICK_UP - timedelta(days=1)


def test_B2c_tissues_and_water_are_the_drivers_two_hours_before(asked):
    item = met(asked).item("202")

    assert (item.due, item.owner) == (PICK_UP - timedelta(hours=2), Owner.DRIVER)


def test_B3a_the_driver_waits_half_an_hour_early(asked):
    assert met(asked).item("203").due == PICK_UP - timedelta(minutes=30)


def test_B3b_the_placard_is_printed_the_day_before(asked):
    assert met(asked).item("129").due == PICK_UP - timedelta(days=1)


def test_B4b_heads_and_bags_are_counted_before_the_car_leaves(asked):
    item = met(asked).item("204")

    assert "B4b" in item.line.clauses
    assert (item.due, item.owner) == (PICK_UP, Owner.ESCORTS)


def test_B6a_guests_who_drive_themselves_are_told_where_to_get_out(asked):
    visit = asked()
    assert visit.item("205") is None

    visit.add(Leg, direction=Direction.ARRIVAL, carrier=Carrier.OWN_CAR)

    assert visit.item("205").due == ARRIVAL - timedelta(days=1)


def test_B6c_they_are_called_an_hour_ahead_on_the_day(asked):
    visit = asked()
    visit.add(Leg, direction=Direction.ARRIVAL, carrier=Carrier.OWN_CAR)

    assert visit.minutes_before_arrival("206") == 60


@pytest.mark.parametrize(("level", "welcomed"), [(1, True), (2, True), (3, False)])
def test_B8_1_welcomers_stand_ready_ten_minutes_early_at_levels_1_and_2(asked, level, welcomed):
    visit = asked(level=level)

    assert (visit.item("208") is not None) == welcomed
    if welcomed:
        assert visit.minutes_before_arrival("208") == 10


def test_B8_levels_name_the_roles_of_the_procedure(desk):
    levels = {level.number: level for level in desk.procedure.levels().levels}

    assert [role.zh for role in levels[1].escorts] == ["总经理", "副总经理", "总监", "部门经理"]
    assert [role.zh for role in levels[1].welcomers] == ["总经理", "副总经理", "部门经理"]
    assert [role.zh for role in levels[2].welcomers] == ["副总经理", "总监", "部门经理"]
    assert not levels[3].welcomers


def test_B9_after_check_in_the_next_step_is_agreed(asked):
    visit = asked(yes=["hotel"])
    visit.add(HotelBooking, check_in_at=ARRIVAL)

    assert visit.item("212").due == ARRIVAL + timedelta(minutes=30)


def test_B11a_the_car_stands_at_the_door_ten_minutes_before_they_leave(asked):
    assert asked().item("214").due == DEPARTURE - timedelta(minutes=10)


@pytest.mark.parametrize(("level", "seen_off"), [(1, True), (2, True), (3, False)])
def test_B11b_escorts_see_off_at_levels_1_and_2(asked, level, seen_off):
    assert (asked(level=level).item("215") is not None) == seen_off


def test_B12_return_tickets_are_bought_if_wanted(asked):
    visit = asked(yes=["ticket"])
    visit.add(Leg, direction=Direction.DEPARTURE, carrier=Carrier.TRAIN, at=DEPARTURE + timedelta(hours=1))

    assert visit.item("213").due == DEPARTURE + timedelta(hours=1) - timedelta(days=2)
    assert asked().item("213") is None


def test_B_items_of_this_section_stand_in_its_phase(asked):
    visit = met(asked, level=1)

    assert {visit.item(code).phase for code in ("202", "203", "204", "208", "214")} == {Phase.TRANSFER}
