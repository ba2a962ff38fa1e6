"""What drivers, gate and canteen are told beside the bookings: under the arrangements; notices by department."""

import pytest

from reception_desk.domain.department_notice import DepartmentNotice
from reception_desk.domain.entity import Answer
from reception_desk.domain.meal import Meal
from tests.desk import NOW, plain_visit
from tests.ui.looking import shown
from ui.screens.visit.arrangements import ArrangementsSection
from ui.screens.visit.paper import PaperSection


@pytest.fixture
def visit(desk):
    return plain_visit(desk)


@pytest.fixture
def arrangements(qtbot, desk, clock, visit):
    section = shown(qtbot, ArrangementsSection(desk, clock), 1000, 700)
    section.show_visit(visit)
    return section


@pytest.fixture
def papers(qtbot, desk, clock, visit):
    for name in ("信息技术部", "华东销售部"):
        desk.parts.add(DepartmentNotice, visit, NOW, department=name)
    section = shown(qtbot, PaperSection(desk, clock), 1000, 600)
    section.show_visit(visit)
    section.go_to("D3")
    return section


def test_quiet_and_parking_are_saved_where_they_are_written(arrangements, desk, visit):
    form = arrangements.way.form
    form.wanted.emit("parking", "南门内一号车位")
    form.wanted.emit("wants_quiet", True)
    saved = desk.visits.get(visit)
    assert (saved.parking, saved.wants_quiet) == ("南门内一号车位", True)


def test_B11c_who_goes_along_to_the_station_is_open_until_somebody_answers(arrangements, desk, visit):
    form = arrangements.way.form
    assert form.values()["station_send_off"] is Answer.UNCONFIRMED
    form.wanted.emit("station_send_off", Answer.NO)
    arrangements.show_visit(visit)
    assert form.values()["station_send_off"] is Answer.NO


def test_a_gap_leads_to_the_fact_on_the_way(arrangements):
    arrangements.go_to("station_send_off")
    assert arrangements.way.form.fact("station_send_off").hasFocus()


def test_what_a_meal_costs_and_who_pays_is_written_in_its_sheet(arrangements, desk, visit):
    meal = desk.parts.add(Meal, visit, NOW, place="牡丹厅")
    arrangements.show_visit(visit)
    arrangements.go_to(f"meal:{meal}")
    fields = arrangements.cards[Meal].sheet.form.fields()
    assert {"our_heads", "standard", "standard_reason", "payer", "menu"} <= set(fields)


def test_P3_the_plan_is_offered_as_a_notice_to_each_department(papers):
    papers.choice.whose._choose("信息技术部")
    assert papers.wanted().choice.recipient == "信息技术部"
    assert papers.wanted().holder == "信息技术部"


def test_the_plan_for_all_is_what_is_usual(papers):
    papers.choice.whose._choose("信息技术部")
    papers.choice.whose._choose("")
    assert papers.wanted().choice == papers.line().choice
