"""6.1 Preparation: who of us receives, by the level; the two lists, the send-off (B8.1-B8.3, B11b, A3.2)."""

import pytest

from reception_desk.domain.employee import Employee
from reception_desk.domain.entity import Answer
from reception_desk.domain.our_side import (
    escorts,
    introducer,
    leaders_unsaid,
    no_longer_fitting,
    send_off,
    welcomers,
)
from reception_desk.errors import ReceptionError
from tests.desk import DEPARTURE, NOW, plain_visit
from ui.models.rows import ROW
from ui.screens.visit.plan import PlanSection
from ui.screens.visit.visit import VisitScreen

OURS = (
    ("周明远", "总经办", "总经理", 2),
    ("许静", "总经办", "副总经理", 3),
    ("贺云", "市场中心", "市场总监", 4),
    ("陆文昊", "华东销售部", "销售经理", 6),
    ("何亦凡", "华东销售部", "销售专员", 9),
    ("顾晓", "研发中心", "研发经理", 6),
)


@pytest.fixture
def staffed(desk):
    """A house with a general manager, a deputy, a director, two managers and a specialist."""
    for name, department, title, rank in OURS:
        desk.house.add(Employee, NOW, name=name, department=department, title=title, rank=rank)
    return desk


def a_visit(desk, **facts):
    return plain_visit(desk, **({"owner_department": "华东销售部"} | facts))


def names(hosts):
    return [host.name_in("zh") for host in hosts]


def lacking(desk, visit_id):
    return [lack.role.zh for lack in desk.hosts.lacking(desk.visits.get(visit_id)) if lack.host is None]


def test_B8_1_level_1_proposes_escorts_and_a_list_of_welcomers_of_its_own(staffed):
    visit_id = a_visit(staffed, level=1)

    staffed.hosts.propose(visit_id, NOW)

    visit = staffed.visits.get(visit_id)
    assert names(escorts(visit)) == ["周明远", "许静", "贺云", "陆文昊"]
    assert names(welcomers(visit)) == ["周明远", "许静", "陆文昊"]


def test_B8_1_a_role_that_nobody_fills_is_named(desk):
    desk.house.add(Employee, NOW, name="许静", department="总经办", title="副总经理", rank=3)
    visit_id = a_visit(desk, level=1)

    desk.hosts.propose(visit_id, NOW)

    assert lacking(desk, visit_id) == ["总经理", "总监", "部门经理"]


def test_B8_1_whoever_matches_the_visit_introduces_the_main_guest(staffed):
    visit_id = a_visit(staffed, level=1)

    staffed.hosts.propose(visit_id, NOW)

    assert introducer(staffed.visits.get(visit_id)).name_in("zh") == "陆文昊"


def test_B8_2_level_2_proposes_exactly_its_three_roles(staffed):
    visit_id = a_visit(staffed, level=2)

    assert staffed.hosts.propose(visit_id, NOW) == 3

    visit = staffed.visits.get(visit_id)
    assert names(escorts(visit)) == names(welcomers(visit)) == ["许静", "贺云", "陆文昊"]
    assert lacking(staffed, visit_id) == []


def test_B8_2_an_empty_role_is_shown_in_red_with_its_name(qtbot, desk, clock):
    screen = VisitScreen(desk, clock)
    qtbot.addWidget(screen)
    screen.show_visit(a_visit(desk, level=2), "plan")

    section = screen.section()
    assert isinstance(section, PlanSection)
    model = section.hosts.lacks.model()
    shown = [model.index(row, 0).data(ROW).marks for row in range(model.rowCount())]

    assert shown == [(("副总经理：无人", "late"),), (("总监：无人", "late"),), (("部门经理：无人", "late"),)]


def test_B8_1_the_screen_asks_whether_the_director_welcomes_too(qtbot, staffed, clock):
    screen = VisitScreen(staffed, clock)
    qtbot.addWidget(screen)
    screen.show_visit(a_visit(staffed, level=1), "plan")

    section = screen.section()
    assert isinstance(section, PlanSection)
    assert section.hosts.hint.text() == "总监是陪同，是否也到大厅迎接？"


def test_B8_3_level_3_proposes_the_matching_department_alone_and_no_line_up(staffed):
    visit_id = a_visit(staffed, level=3)

    staffed.hosts.propose(visit_id, NOW)

    visit = staffed.visits.get(visit_id)
    assert names(escorts(visit)) == ["陆文昊", "何亦凡"]
    assert welcomers(visit) == send_off(visit) == []


def test_A3_2_of_two_who_could_fill_a_role_a_person_chooses(staffed):
    staffed.house.add(Employee, NOW, name="方圆", department="生产中心", title="生产总监", rank=4)
    visit_id = a_visit(staffed, level=2)

    staffed.hosts.propose(visit_id, NOW)

    (lack,) = staffed.hosts.lacking(staffed.visits.get(visit_id))
    who = staffed.hosts.candidates(staffed.visits.get(visit_id), lack.role)
    assert lack.role.zh == "总监"
    assert {one.name for one in who} == {"贺云", "方圆"}


def test_A3_2_a_proposal_overwrites_removes_and_doubles_nothing_that_a_person_set(staffed):
    visit_id = a_visit(staffed, level=1)
    mine = staffed.hosts.add(visit_id, NOW, name="郑工", title="总经理", is_welcomer=True)

    staffed.hosts.propose(visit_id, NOW)
    staffed.hosts.propose(visit_id, NOW)

    visit = staffed.visits.get(visit_id)
    host = next(host for host in visit.hosts if host.id == mine)
    assert (host.is_escort, host.is_welcomer, host.name) == (False, True, "郑工")
    assert names(escorts(visit)) == ["许静", "贺云", "陆文昊"]


def test_A3_2_a_proposal_does_not_put_back_what_a_person_changed(staffed):
    visit_id = a_visit(staffed, level=2)
    staffed.hosts.propose(visit_id, NOW)
    host = welcomers(staffed.visits.get(visit_id))[0]

    staffed.hosts.change(host.id, NOW, is_welcomer=False)
    staffed.hosts.propose(visit_id, NOW)

    assert names(welcomers(staffed.visits.get(visit_id))) == ["贺云", "陆文昊"]


def test_A3_2_another_level_changes_nobody_and_shows_who_no_longer_belongs(staffed):
    visit_id = a_visit(staffed, level=1)
    staffed.hosts.propose(visit_id, NOW)

    staffed.visits.change(visit_id, NOW, level=2)

    visit = staffed.visits.get(visit_id)
    level = staffed.procedure.levels().level(2)
    assert names(escorts(visit)) == ["周明远", "许静", "贺云", "陆文昊"]
    assert names(no_longer_fitting(visit, level)) == ["周明远"]


def test_A3_2_those_who_no_longer_belong_are_taken_out_when_a_person_asks(staffed):
    visit_id = a_visit(staffed, level=1)
    staffed.hosts.propose(visit_id, NOW)
    staffed.visits.change(visit_id, NOW, level=2)

    staffed.hosts.take_out_strays(visit_id, NOW)
    staffed.hosts.propose(visit_id, NOW)

    visit = staffed.visits.get(visit_id)
    assert names(escorts(visit)) == names(welcomers(visit)) == ["许静", "贺云", "陆文昊"]


def test_A3_2_a_leader_on_the_list_asks_whether_the_leadership_takes_part(staffed):
    visit_id = a_visit(staffed, level=1)
    staffed.hosts.propose(visit_id, NOW)
    ranks = staffed.procedure.ranks()
    assert names(leaders_unsaid(staffed.visits.get(visit_id), ranks)) == ["周明远"]

    staffed.visits.change(visit_id, NOW, leadership=Answer.YES)

    assert leaders_unsaid(staffed.visits.get(visit_id), ranks) == []


def test_A3_2_a_proposal_is_one_step_to_undo(staffed):
    visit_id = a_visit(staffed, level=1)
    staffed.hosts.propose(visit_id, NOW)

    staffed.history.undo(NOW)

    assert staffed.visits.get(visit_id).hosts == []


def test_A3_2_exactly_one_leads(staffed):
    visit_id = a_visit(staffed, level=1)
    staffed.hosts.propose(visit_id, NOW)
    visit = staffed.visits.get(visit_id)
    assert visit.lead_host.name_in("zh") == "周明远"

    for host in visit.hosts[1:3]:
        staffed.hosts.change(host.id, NOW, is_lead=True)

    visit = staffed.visits.get(visit_id)
    assert (visit.lead_host.name_in("zh"), sum(host.is_lead for host in visit.hosts)) == ("贺云", 1)


@pytest.mark.parametrize(("level", "asked"), [(1, True), (2, True), (3, False)])
def test_B11b_escorts_of_level_1_and_2_see_off_at_the_door(staffed, level, asked):
    visit_id = a_visit(staffed, level=level)
    staffed.hosts.propose(visit_id, NOW)

    visit = staffed.visits.get(visit_id)
    items = {item.code: item for item in staffed.preparation.of(visit_id)}
    assert ("215" in items) is asked
    assert names(send_off(visit)) == (names(escorts(visit)) if asked else [])
    if asked:
        assert (DEPARTURE - items["215"].due).total_seconds() == 5 * 60


def test_A3_2_the_history_names_whom_a_proposal_put_in(staffed):
    visit_id = a_visit(staffed, level=3)
    staffed.hosts.propose(visit_id, NOW)

    (told,) = staffed.history.told(visit_id=visit_id, words="按级别提议").told

    assert [change.split(" · ")[0] for change in told.changes] == [
        "加上：接待人 陆文昊",
        "加上：接待人 何亦凡",
    ]


def test_A1_1c_a_rank_that_the_scale_does_not_have_is_refused_for_a_host_too(desk):
    visit_id = a_visit(desk, level=2)
    host_id = desk.hosts.add(visit_id, NOW, name="外聘专家")

    with pytest.raises(ReceptionError, match="77"):
        desk.hosts.change(host_id, NOW, rank=77)

    assert desk.visits.get(visit_id).hosts[0].rank is None
