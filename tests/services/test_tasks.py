"""What is to be done over all visits: which items, in which order, whose, and how fast they are read."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta
from time import perf_counter

import pytest

from reception_desk.domain.employee import Employee
from reception_desk.domain.tasks import By, When, grouped, owners, when_due
from reception_desk.domain.visit import VisitState
from reception_desk.services.preparation import ItemKey
from tests.desk import ARRIVAL, NOW, plain_visit
from tests.ui.sample_desk import add_many, filled_desk

HOUR = timedelta(hours=1)


def key_of(desk, visit_id, code) -> ItemKey:
    item = next(item for item in desk.preparation.of(visit_id) if item.code == code)
    return visit_id, code, item.subject


def headings(desk, by, now=NOW, language="en"):
    return [group.words for group in grouped(desk.tasks.at(now), by, desk.tasks.here(now), language)]


def test_the_open_items_of_all_visits_stand_together_the_first_due_first(desk):
    first = plain_visit(desk)
    second = plain_visit(desk, arrival_at=ARRIVAL + HOUR)

    tasks = desk.tasks.at(NOW)

    assert {task.visit.id for task in tasks} == {first, second}
    dues = [task.planned.due for task in tasks if task.planned.due]
    assert dues == sorted(dues)


def test_what_is_done_or_left_out_is_no_task(desk):
    visit_id = plain_visit(desk)
    desk.preparation.check_off(*key_of(desk, visit_id, "101"), NOW)
    desk.preparation.leave_out(*key_of(desk, visit_id, "103"), "老客户", NOW)

    assert not {"101", "103"} & {task.planned.code for task in desk.tasks.at(NOW)}


def test_cancelled_visits_and_those_in_the_bin_have_no_tasks(desk):
    cancelled, binned = plain_visit(desk), plain_visit(desk)
    desk.visits.change(cancelled, NOW, state=VisitState.CANCELLED)
    desk.bin.delete(binned, NOW)

    assert desk.tasks.at(NOW) == []


def test_a_visit_far_ahead_is_there_and_one_long_over_is_not(desk):
    far = plain_visit(desk, arrival_at=NOW + timedelta(days=300), departure_at=NOW + timedelta(days=301))
    plain_visit(desk, arrival_at=NOW - timedelta(days=60), departure_at=NOW - timedelta(days=59))

    assert {task.visit.id for task in desk.tasks.at(NOW)} == {far}


def test_a_change_is_seen_at_once(desk):
    visit_id = plain_visit(desk)
    before = len(desk.tasks.at(NOW))
    desk.preparation.check_off(*key_of(desk, visit_id, "101"), NOW)

    assert len(desk.tasks.at(NOW)) == before - 1


def test_by_time_late_stands_first_and_what_has_no_time_last(desk):
    plain_visit(desk, arrival_at=NOW + timedelta(days=1, hours=4), departure_at=None)

    found = headings(desk, By.TIME)

    assert found[0] == "Late"
    assert found[-1] == "No time yet"
    assert found == [word for word in TIMES if word in found]


TIMES = ("Late", "Before noon", "This afternoon", "Tomorrow", "Later", "No time yet")


def test_noon_itself_is_before_noon_and_a_minute_later_is_the_afternoon(desk):
    plain_visit(desk)
    task = desk.tasks.at(NOW)[0]
    morning = desk.tasks.here(NOW)
    noon = morning.replace(hour=12, minute=0)

    found = [
        when_due(replace(task, planned=replace(task.planned, by_rule=noon + later)), morning)
        for later in (timedelta(), timedelta(minutes=1), timedelta(hours=12), timedelta(days=2))
    ]

    assert found == [When.FORENOON, When.AFTERNOON, When.TOMORROW, When.LATER]


def test_by_owner_the_roles_stand_first_then_those_whom_something_was_delegated_to(desk):
    visit_id = plain_visit(desk)
    desk.preparation.delegate([key_of(desk, visit_id, "101")], "陈刚", NOW)

    assert headings(desk, By.OWNER)[0] == "Front desk"
    assert headings(desk, By.OWNER)[-1] == "陈刚"
    assert owners(desk.tasks.at(NOW), "zh")[-1] == "陈刚"


def test_by_phase_they_stand_in_the_order_of_the_reception(desk):
    plain_visit(desk)

    assert headings(desk, By.PHASE, language="zh")[0].startswith("准备")


def test_by_visit_the_one_that_comes_first_stands_first(desk):
    later = plain_visit(desk, arrival_at=ARRIVAL + timedelta(days=1), departure_at=None)
    sooner = plain_visit(desk)
    numbers = [desk.visits.get(visit_id).number for visit_id in (sooner, later)]

    assert [words.split(" ")[0] for words in headings(desk, By.VISIT)] == numbers


@pytest.mark.parametrize("asked", ["恒屹", "顾翀", "2026-0001", "101", "hengyi", "gc 电话", "hengyi 没有"])
def test_words_narrow_to_what_holds_them_all(desk, asked):
    plain_visit(desk)
    tasks = desk.tasks.at(NOW)
    found = desk.tasks.found(tasks, asked)

    if asked == "101":
        assert {task.planned.code for task in found} == {"101"}
    else:
        assert bool(found) is (asked != "hengyi 没有")


def test_one_asks_for_the_work_of_one_owner_in_the_language_of_the_screen(desk):
    visit_id = plain_visit(desk)
    desk.preparation.delegate([key_of(desk, visit_id, "101")], "陈刚", NOW)
    tasks = desk.tasks.at(NOW)

    assert [task.planned.code for task in desk.tasks.found(tasks, "", "陈刚")] == ["101"]
    driver = {task.planned.owner.value for task in desk.tasks.found(tasks, "", "前台")}
    assert driver == {"front_desk"}


def test_people_are_found_by_sound_and_departments_are_offered_too(desk):
    desk.house.add(Employee, NOW, name="陈刚", department="车队")

    assert ("陈刚", "车队") in desk.tasks.people_like("chengang")
    assert ("陈刚", "车队") in desk.tasks.people_like("")


def test_two_hundred_visits_are_read_at_once(tmp_path):
    desk, _visit_id = filled_desk(tmp_path / "desk")
    add_many(desk, 200)
    from tests.ui.sample_desk import NOW as THEN

    began = perf_counter()
    tasks = desk.tasks.at(THEN)
    read = perf_counter() - began
    began = perf_counter()
    desk.tasks.at(THEN)
    again = perf_counter() - began
    began = perf_counter()
    grouped(tasks, By.OWNER, desk.tasks.here(THEN), "zh")
    put = perf_counter() - began
    began = perf_counter()
    desk.tasks.found(tasks, "北辰")
    asked = perf_counter() - began
    sys.stderr.write(
        f"\n{len(tasks)} tasks: read {read:.3f}, again {again:.3f}, grouped {put:.3f}, asked {asked:.3f} s\n"
    )

    assert len({task.visit.id for task in tasks}) > 100
    desk.close()
