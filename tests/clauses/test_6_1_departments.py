"""6.1 Preparation: which departments are told, what each has to do, what it says (A4.2, A6.7, P3)."""

from datetime import timedelta

import pytest

from reception_desk.domain.consequences import still_open
from reception_desk.domain.department import Department
from reception_desk.domain.department_notice import DepartmentNotice, NoticeState
from reception_desk.domain.departments_told import (
    items_of,
    objecting_departments,
    own_tasks,
    unanswered_departments,
    untold_departments,
)
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, NOW, plain_visit

NOTED, OBJECTS = NoticeState.NOTED, NoticeState.OBJECTS


@pytest.fixture
def house(desk):
    """A house with five departments."""
    for name in ("华东销售部", "人事行政部", "信息技术部", "保安部", "生产中心"):
        desk.house.add(Department, NOW, name=name)
    return desk


@pytest.fixture
def visit_id(house):
    """A visit of the sales department, with the proposed departments on its list."""
    made = plain_visit(house, owner_department="华东销售部")
    house.department_notices.propose(made, NOW)
    return made


def notice(desk, visit_id, department):
    return next(one for one in desk.visits.get(visit_id).department_notices if one.department == department)


def test_A4_2_the_owner_department_and_those_that_the_list_calls_for_are_proposed(house, visit_id):
    names = [one.department for one in house.visits.get(visit_id).department_notices]

    assert sorted(names) == sorted(["华东销售部", "人事行政部", "信息技术部", "保安部"])


def test_A4_2_proposing_again_doubles_nothing_and_takes_nothing_away(house, visit_id):
    house.department_notices.tick(visit_id, "生产中心", NOW, is_told=True)

    assert house.department_notices.propose(visit_id, NOW) == []
    assert len(house.visits.get(visit_id).department_notices) == 5


def test_A4_2_who_has_no_department_by_name_is_said(house, visit_id):
    owners = house.department_notices.unmatched(house.visits.get(visit_id))

    assert {owner.value for owner in owners} == {"cleaning", "driver"}


def test_A4_2_one_press_notes_that_all_were_told(house, visit_id):
    assert house.department_notices.tell_all(visit_id, NOW) == 4

    visit = house.visits.get(visit_id)
    assert untold_departments(visit) == []
    assert {(one.told_at, one.told_by) for one in visit.department_notices} == {(NOW, "李静")}


def test_A4_2_a_change_asks_to_tell_those_who_were_told(house, visit_id):
    house.department_notices.tell_all(visit_id, NOW)
    house.department_notices.answer(notice(house, visit_id, "信息技术部").id, NOTED, NOW)
    assert house.department_notices.outdated(visit_id) == []

    house.visits.change(visit_id, NOW, arrival_at=ARRIVAL + timedelta(hours=1))

    assert len(house.department_notices.outdated(visit_id)) == 4
    assert house.department_notices.tell_all(visit_id, NOW) == 4
    assert house.department_notices.outdated(visit_id) == []
    assert notice(house, visit_id, "信息技术部").state is NoticeState.UNREAD


def test_A4_2_a_department_taken_off_the_list_is_to_be_told_and_then_settled(house, visit_id):
    house.department_notices.tell_all(visit_id, NOW)
    house.department_notices.tick(visit_id, "保安部", NOW, is_told=False)
    (line,) = [line for line in house.consequences.of(visit_id) if line.what == "保安部"]

    house.consequences.tell(visit_id, line.edition_ids, NOW)

    assert still_open(house.consequences.of(visit_id)) == []


def test_A4_2_what_departments_do_not_see_asks_nobody_to_be_told(house, visit_id):
    house.department_notices.tell_all(visit_id, NOW)

    house.visits.change(visit_id, NOW, budget="每人150元")

    assert house.department_notices.outdated(visit_id) == []


def test_A4_2_each_department_is_unread_has_taken_note_or_objects(house, visit_id):
    answers = house.department_notices
    answers.answer(notice(house, visit_id, "信息技术部").id, NOTED, NOW)
    answers.answer(notice(house, visit_id, "保安部").id, OBJECTS, NOW, objection="当天停车位已满")

    states = {one.department: one.state.value for one in house.visits.get(visit_id).department_notices}

    assert states == {
        "华东销售部": "unread",
        "人事行政部": "unread",
        "信息技术部": "noted",
        "保安部": "objects",
    }
    assert [one.objection for one in objecting_departments(house.visits.get(visit_id))] == ["当天停车位已满"]


def test_A4_2_an_objection_without_words_is_refused(house, visit_id):
    with pytest.raises(ReceptionError, match="异议"):
        house.department_notices.answer(notice(house, visit_id, "保安部").id, OBJECTS, NOW)

    assert notice(house, visit_id, "保安部").state is NoticeState.UNREAD


def test_A6_7_departments_that_have_not_answered_are_listed(house, visit_id):
    house.department_notices.answer(notice(house, visit_id, "信息技术部").id, NOTED, NOW)

    unanswered = unanswered_departments(house.visits.get(visit_id))

    assert sorted(unanswered) == sorted(["华东销售部", "人事行政部", "保安部"])


def test_A6_7_a_department_is_ticked_and_unticked(house):
    visit_id = plain_visit(house)
    house.department_notices.tick(visit_id, "生产中心", NOW, is_told=True)
    assert [one.department for one in house.visits.get(visit_id).department_notices] == ["生产中心"]

    house.department_notices.tick(visit_id, "生产中心", NOW, is_told=False)

    assert house.visits.get(visit_id).department_notices == []


def test_P3_a_department_has_its_items_of_the_preparation_and_the_tasks_written_for_it(house, visit_id):
    found = notice(house, visit_id, "信息技术部")
    house.parts.change(DepartmentNotice, found.id, NOW, tasks="准备 HDMI 转接头\n\n会议室网络")

    visit = house.visits.get(visit_id)
    items = items_of(visit, "信息技术部", house.preparation.plan(visit))
    assert {item.owner.value for item in items} == {"it"}
    assert own_tasks(notice(house, visit_id, "信息技术部")) == ["准备 HDMI 转接头", "会议室网络"]
