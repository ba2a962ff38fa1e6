"""6.0 Purpose, scope, responsibilities: P1 to P6 at the desk and on the screen."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from reception_desk.domain.checklist import Phase
from reception_desk.domain.department import Department
from reception_desk.domain.entity import Answer
from reception_desk.domain.lead_times import DayCount
from reception_desk.domain.plan import progress
from reception_desk.domain.visit import VisitState
from reception_desk.domain.visit_filter import VisitFilter
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, NOW, plain_visit
from ui.models.item_acts import PHASE
from ui.screens.new_visit import NewVisitSheet
from ui.screens.visit.visit import VisitScreen

COMPLETE = {
    "owner_department": "华东销售部",
    "applicant": "陆文昊",
    "purpose": "商谈二期合作",
    "heads": 5,
    "arrival_at": ARRIVAL,
    "level": 2,
}


@pytest.fixture
def screen(qtbot, desk, clock):
    """The visit screen, on a visit that lacks nothing."""
    made = VisitScreen(desk, clock)
    qtbot.addWidget(made)
    made.show_visit(plain_visit(desk, **COMPLETE))
    return made


def test_P1_a_draft_saves_with_anything(qtbot, desk, clock):
    sheet = NewVisitSheet(desk, clock)
    qtbot.addWidget(sheet)

    with qtbot.waitSignal(sheet.created) as made:
        sheet.create_visit()

    assert desk.visits.get(made.args[0]).state is VisitState.DRAFT


def test_P1_submitting_without_the_owner_department_is_refused(desk):
    visit_id = plain_visit(desk, **COMPLETE | {"owner_department": ""})

    with pytest.raises(ReceptionError, match="对口部门"):
        desk.visits.submit(visit_id, NOW)
    assert desk.visits.get(visit_id).state is VisitState.DRAFT


def test_P1_the_screen_says_that_no_department_is_responsible(screen, desk):
    desk.visits.change(screen.visit_id, NOW, owner_department="")
    screen.refresh()

    assert "owner_department" in [gap.field for gap in screen.matters.gaps()]


def test_P1_the_primary_button_submits_a_complete_draft(screen, desk):
    screen.head.primary.click()

    assert desk.visits.get(screen.visit_id).state is VisitState.SUBMITTED


@pytest.mark.parametrize(
    ("field", "blank", "word"),
    [
        ("owner_department", "", "对口部门"),
        ("applicant", "", "申请人"),
        ("purpose", "", "来访目的"),
        ("arrival_at", None, "到访时间"),
    ],
)
def test_P4_an_incomplete_application_is_a_draft_and_not_submitted(desk, field, blank, word):
    visit_id = plain_visit(desk, **COMPLETE | {field: blank})

    with pytest.raises(ReceptionError, match=word):
        desk.visits.submit(visit_id, NOW)


def test_P4_the_screen_names_all_that_is_lacking_at_once(qtbot, screen, desk):
    desk.visits.change(screen.visit_id, NOW, applicant="", purpose="")
    screen.refresh()

    with qtbot.waitSignal(screen.refused) as said:
        screen.head.primary.click()

    assert "申请人" in said.args[0]
    assert "来访目的" in said.args[0]


def test_P2_any_department_can_own_a_visit_and_the_list_is_filtered_by_it(desk):
    desk.house.add(Department, NOW, name="车间工会")
    assert "车间工会" in desk.house.departments()
    visit_id = plain_visit(desk, owner_department="车间工会")
    plain_visit(desk, owner_department="采购部")

    found = desk.visits.page(chosen=VisitFilter(department="车间工会"), now=NOW)

    assert [line.id for line in found] == [visit_id]


def test_P3_the_coordinator_is_who_is_at_the_desk_until_the_company_names_one(desk):
    assert desk.visits.get(plain_visit(desk)).coordinator == "李静"

    desk.company.change(NOW, coordinator="孟青")

    assert desk.visits.get(plain_visit(desk)).coordinator == "孟青"


THURSDAY = datetime(2026, 12, 10, 1, 0, tzinfo=UTC)  # 09:00 at the company


def late(desk, day, **facts):
    """A visit on Thursday with the leadership, of which we heard at ten o'clock on a day of December; its id."""
    given = COMPLETE | {"arrival_at": THURSDAY, "departure_at": None, "leadership": Answer.YES} | facts
    visit_id = plain_visit(desk, **given)
    desk.visits.change(visit_id, NOW, received_at=datetime(2026, 12, day, 2, 0, tzinfo=UTC))
    return visit_id


def test_P5_notice_on_tuesday_of_a_visit_on_thursday_is_in_time(desk):
    visit_id = late(desk, 8)

    desk.visits.submit(visit_id, NOW)

    assert desk.visits.get(visit_id).state is VisitState.SUBMITTED


def test_P5_notice_on_wednesday_is_late_and_needs_a_reason_to_be_submitted(desk):
    visit_id = late(desk, 9)
    with pytest.raises(ReceptionError, match="2026-12-08"):
        desk.visits.submit(visit_id, NOW)
    assert desk.visits.get(visit_id).state is VisitState.DRAFT

    desk.visits.change(visit_id, NOW, notice_reason="客户临时改期")
    desk.visits.submit(visit_id, NOW)

    assert desk.visits.get(visit_id).notice_reason == "客户临时改期"


def test_P5_the_screen_shows_a_banner_and_asks_for_the_reason(screen, desk):
    screen.show_visit(late(desk, 9), "plan")
    standing = screen.section().standing

    assert standing.banner.isVisibleTo(screen)
    assert standing.late.fact("notice_reason").isVisibleTo(screen)
    assert screen.head.urgent.isVisibleTo(screen)


def test_P5_a_visit_without_the_leadership_is_never_late(desk):
    visit_id = late(desk, 9, leadership=Answer.NO)

    desk.visits.submit(visit_id, NOW)

    assert desk.visits.get(visit_id).state is VisitState.SUBMITTED


def test_P5_the_company_may_count_working_days(desk):
    desk.lead_times.change(NOW, "notice_counts", DayCount.WORKING)
    monday = datetime(2026, 12, 14, 1, 0, tzinfo=UTC)
    visit_id = late(desk, 11, arrival_at=monday)  # heard of on Friday: three days ahead, one of them worked

    with pytest.raises(ReceptionError, match="2026-12-10"):
        desk.visits.submit(visit_id, NOW)


@pytest.mark.parametrize("facts", [{"level": 1}, {"level": 2, "country": "DE"}])
def test_A2_4_without_a_dossier_an_important_application_is_not_submitted(desk, facts):
    country = facts.pop("country", "")
    visit_id = plain_visit(desk, **COMPLETE | facts)
    if country:
        desk.visits.change_company(visit_id, NOW, country=country)
    with pytest.raises(ReceptionError, match="客户资料"):
        desk.visits.submit(visit_id, NOW)

    desk.visits.change_company(visit_id, NOW, background="成立于2009年，精密机械")
    desk.visits.submit(visit_id, NOW)

    assert desk.visits.get(visit_id).state is VisitState.SUBMITTED


def test_P6_every_item_belongs_to_exactly_one_of_five_phases(desk):
    items = desk.preparation.of(plain_visit(desk))

    assert len(Phase) == 5
    assert set(Counter((item.code, item.subject) for item in items).values()) == {1}
    assert {item.phase for item in items} == set(Phase)


def test_P6_the_progress_of_a_phase_is_done_over_applicable(screen, desk):
    visit_id = screen.visit_id
    of_phase = [item for item in desk.preparation.of(visit_id) if item.phase is Phase.PREPARATION]
    desk.preparation.check_off(visit_id, of_phase[0].code, of_phase[0].subject, NOW)
    desk.preparation.leave_out(visit_id, of_phase[1].code, of_phase[1].subject, "老客户", NOW)

    found = progress(desk.preparation.of(visit_id), NOW, Phase.PREPARATION)

    assert (found.done, found.applicable) == (1, len(of_phase) - 1)


def test_P6_the_screen_shows_a_line_per_phase_with_its_progress(screen):
    screen.show_visit(screen.visit_id, "preparation")
    model = screen.section().model

    lines = [model.index(row, 0) for row in range(model.rowCount())]

    assert [line.data(PHASE).phase for line in lines] == list(Phase)
    assert lines[0].data().startswith("准备 0/")
