"""Reminders: what came due since the last look, gathered by visit; what was slept through was missed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.desk import ARRIVAL, plain_visit

MINUTE = timedelta(minutes=1)
BEFORE = ARRIVAL - timedelta(minutes=20)  # items 209 and 210 are due 15 minutes ahead, 208 ten


@pytest.fixture
def visit_id(desk):
    made = plain_visit(desk)
    desk.reminders.look(BEFORE)
    return made


def codes(reminders):
    return [[item.code for item in one.items] for one in reminders]


def test_the_first_look_reminds_of_nothing(desk):
    plain_visit(desk)

    assert desk.reminders.look(ARRIVAL) == []


def test_what_came_due_since_the_last_look_is_one_reminder_for_each_visit_and_moment(desk, visit_id):
    desk.reminders.look(BEFORE + 4 * MINUTE - timedelta(seconds=1))

    new = desk.reminders.look(BEFORE + 5 * MINUTE)

    assert (codes(new), new[0].is_missed) == ([["209", "210"]], False)


def test_each_moment_is_reminded_of_once(desk, visit_id):
    found = []
    for minute in range(1, 21):
        found += desk.reminders.look(BEFORE + minute * MINUTE)

    assert codes(found) == [["209", "210"], ["208"], ["211"]]


def test_what_came_due_while_the_computer_slept_was_missed(desk, visit_id):
    new = desk.reminders.look(ARRIVAL - 8 * MINUTE)

    assert [(codes([one])[0], one.is_missed) for one in new] == [(["209", "210"], True), (["208"], True)]
    assert desk.reminders.was_missed(visit_id, ARRIVAL - 15 * MINUTE)


def test_it_stands_until_all_of_it_is_done(desk, visit_id):
    now = BEFORE + 5 * MINUTE
    desk.reminders.look(now)

    desk.preparation.check_off(visit_id, "209", "", now)
    assert codes(desk.reminders.standing(now)) == [["210"]]
    desk.preparation.check_off(visit_id, "210", "", now)

    assert desk.reminders.standing(now) == []


def test_it_falls_away_when_the_visit_comes_later(desk, visit_id):
    now = BEFORE + 5 * MINUTE
    desk.reminders.look(now)

    desk.visits.change(visit_id, now, arrival_at=ARRIVAL + timedelta(hours=1))

    assert desk.reminders.standing(now) == []


def test_it_is_said_again_ten_minutes_after_it_was_put_off(desk, visit_id):
    now = BEFORE + 5 * MINUTE
    first = desk.reminders.look(now)[0]
    desk.reminders.put_off(first, now)
    assert desk.reminders.standing(now) == []

    later = [desk.reminders.look(now + minute * MINUTE) for minute in range(1, 11)]

    assert ["209", "210"] in codes(later[-1])
    assert ["209", "210"] not in [one for found in later[:-1] for one in codes(found)]


def test_what_was_put_away_is_not_said_again(desk, visit_id):
    now = BEFORE + 5 * MINUTE
    desk.reminders.put_away(desk.reminders.look(now)[0])

    assert desk.reminders.standing(now) == []


def test_a_time_set_by_hand_is_reminded_of_at_that_time(desk, visit_id):
    desk.preparation.set_due(visit_id, "113", "", BEFORE + 2 * MINUTE, BEFORE)

    desk.reminders.look(BEFORE + MINUTE)

    assert codes(desk.reminders.look(BEFORE + 2 * MINUTE)) == [["113"]]


def test_a_visit_that_is_called_off_reminds_of_nothing(desk, visit_id):
    desk.visits.cancel(visit_id, BEFORE, "客户改期")

    assert desk.reminders.look(ARRIVAL) == []
