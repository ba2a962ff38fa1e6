"""Section 6.4 as far as it stands: meals and what comes after."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.domain.checklist import Phase
from reception_desk.domain.meal import Meal
from tests.desk import ARRIVAL, DEPARTURE

LUNCH, DINNER = ARRIVAL + timedelta(hours=2), ARRIVAL + timedelta(hours=8)


def test_E1_each_meal_has_its_own_booking_the_day_before(asked):
    visit = asked(yes=["meal"])
    lunch, dinner = (visit.add(Meal, starts_at=moment) for moment in (LUNCH, DINNER))

    assert visit.item("401", f"meal:{lunch}").due == LUNCH - timedelta(days=1)
    assert visit.item("401", f"meal:{dinner}").due == DINNER - timedelta(days=1)


def test_E2_taboos_are_known_and_told_to_the_kitchen_the_day_before(asked):
    visit = asked(yes=["meal"])
    meal = visit.add(Meal, starts_at=LUNCH)

    assert visit.item("402", f"meal:{meal}").due == LUNCH - timedelta(days=1)


def test_E5_hosts_are_there_a_quarter_of_an_hour_before_the_guests(asked):
    visit = asked(yes=["meal"])
    meal = visit.add(Meal, starts_at=LUNCH)

    assert visit.item("405", f"meal:{meal}").due == LUNCH - timedelta(minutes=15)


def test_E_a_meal_whose_time_is_not_known_yet_has_items_without_a_time(asked):
    assert asked(yes=["meal"]).item("401").due is None


@pytest.mark.parametrize("code", ["503"])
def test_G1_the_thank_you_letter_is_due_the_day_after(asked, code):
    assert asked().item(code).due == DEPARTURE + timedelta(days=1)


def test_G1_internal_tasks_are_issued_within_two_working_days(asked):
    local = asked().item("504").due

    assert local == DEPARTURE + timedelta(days=2)  # Wednesday to Friday


def test_G2_the_settlement_skips_the_weekend(asked):
    assert asked().item("505").due == DEPARTURE + timedelta(days=5)  # three working days on: Monday


def test_G4_preferences_and_file_are_closed_in_the_follow_up(asked):
    assert asked().item("506").phase is Phase.FOLLOW_UP
