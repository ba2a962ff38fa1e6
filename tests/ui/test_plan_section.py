"""The plan of a visit: our side, relation, readiness and departments by keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt

from reception_desk.domain.department import Department
from reception_desk.domain.department_notice import NoticeState
from reception_desk.domain.employee import Employee
from reception_desk.domain.relation import Relation
from reception_desk.i18n import use_language
from tests.ui.cut_text import cut_cells, cut_words, settle
from tests.ui.sample_desk import NOW, filled_desk
from tests.ui.sample_screens import visit_screen, write
from ui.models.rows import ROW

OURS = (
    ("周明远", "总经办", "总经理", 2),
    ("许静", "总经办", "副总经理", 3),
    ("贺云", "市场中心", "市场总监", 4),
    ("方圆", "生产中心", "生产总监", 4),
    ("陆文昊", "华东销售部", "销售经理", 6),
)


@pytest.fixture
def desk(tmp_path):
    """A house with two directors, one too many to propose, and three departments."""
    opened, _visit_id = filled_desk(tmp_path / "desk")
    for name, department, title, rank in OURS:
        opened.house.add(Employee, NOW, name=name, department=department, title=title, rank=rank)
    for name in ("华东销售部", "人事行政部", "保安部"):
        opened.house.add(Department, NOW, name=name)
    yield opened
    opened.close()


@pytest.fixture
def screen(qtbot, desk):
    """The sample visit, at its plan."""
    return visit_screen(qtbot, desk, 1, "plan")


@pytest.fixture
def plan(screen):
    """The section."""
    return screen.section()


def names(desk):
    return [host.name_in("zh") for host in desk.visits.get(1).hosts]


def spoken(view):
    """The rows of a list, as they are said."""
    model = view.model()
    return [model.index(row, 0).data(ROW).spoken for row in range(model.rowCount())]


def test_a_press_fills_the_roles_and_the_empty_one_is_named_in_red(desk, plan):
    plan.hosts.propose.click()

    (empty,) = [plan.hosts.lacks.model().index(0, 0).data(ROW)]
    assert names(desk) == ["周明远", "许静", "陆文昊"]
    assert empty.marks == (("总监：无人", "late"),)


def test_enter_on_an_empty_role_offers_who_could_fill_it(qtbot, desk, screen, plan):
    plan.hosts.propose.click()
    plan.hosts.lacks.go_to(0)
    qtbot.keyClick(plan.hosts.lacks, Qt.Key.Key_Return)

    name = plan.hosts.sheet.part.fact("name")
    assert name.suggestions() == ["贺云", "方圆"]
    line = name.focusProxy()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(name.list, Qt.Key.Key_Return)

    host = next(host for host in desk.visits.get(1).hosts if host.name_in("zh") == "贺云")
    assert (host.role, host.is_escort, host.is_welcomer, host.sees_off) == ("director", True, False, True)
    assert host.by_hand


def test_initials_find_one_of_us_and_a_stranger_can_be_written(qtbot, desk, plan):
    assert [one.name for one in desk.hosts.people_like("zmy")] == ["周明远"]
    plan.hosts.open_new()
    write(plan.hosts.sheet.part.fact("name").focusProxy(), "商会秘书长 郑岚")
    qtbot.keyClick(plan.hosts.sheet.part.fact("name").focusProxy(), Qt.Key.Key_Return)

    (host,) = desk.visits.get(1).hosts
    assert (host.employee_id, host.name, host.is_escort) == (None, "商会秘书长 郑岚", True)


def test_deciding_otherwise_waits_for_its_reason(desk, plan):
    desk.hosts.propose(1, NOW)
    desk.guests.change(desk.visits.get(1).main_guest.id, NOW, rank=1)
    plan.show_visit(1)
    assert "低格接待" in plan.standing.said.text()

    plan.standing.form.fact("relation").changed.emit(Relation.EQUAL)
    assert desk.visits.get(1).relation is None
    plan.standing.form.fact("relation_reason").changed.emit("首次到访，总经理全程陪同")

    visit = desk.visits.get(1)
    assert (visit.relation, visit.relation_reason) == (Relation.EQUAL, "首次到访，总经理全程陪同")
    assert "低格接待" in plan.standing.said.text()


def test_what_is_missing_leads_to_its_place(qtbot, screen, desk, plan):
    desk.visits.change(1, NOW, purpose="")
    screen.refresh()

    plan.readiness.missing.opened.emit(0)

    assert screen.section().name == "overview"
    assert screen.section().fact("purpose").isVisible()


def test_space_notes_that_a_department_has_taken_note(qtbot, desk, screen, plan):
    plan.departments.propose.click()
    plan.departments.rows.go_to(desk.visits.get(1).department_notices[0].id)

    qtbot.keyClick(plan.departments.rows, Qt.Key.Key_Space)

    notice = desk.visits.get(1).department_notices[0]
    assert (notice.state, notice.told_at, notice.told_by) == (NoticeState.NOTED, NOW, "李静")


def test_an_objection_waits_for_its_words(desk, screen, plan):
    plan.departments.propose.click()
    at = desk.visits.get(1).department_notices[0].id
    plan.departments.open_one(at)
    form = plan.departments.sheet.form

    form.fact("state").changed.emit(NoticeState.OBJECTS)
    assert desk.visits.get(1).department_notices[0].state is NoticeState.UNREAD
    form.fact("objection").changed.emit("当天盘点，无法陪同")

    notice = desk.visits.get(1).department_notices[0]
    assert (notice.state, notice.objection) == (NoticeState.OBJECTS, "当天盘点，无法陪同")


def test_one_press_notes_that_all_departments_were_told(desk, plan):
    plan.departments.propose.click()

    plan.departments.tell.click()

    assert all(one.told_at == NOW for one in desk.visits.get(1).department_notices)
    assert not plan.departments.tell.isVisible()


def test_the_plan_speaks_english_too(desk, screen, plan):
    plan.hosts.propose.click()
    use_language("en")
    screen.retranslate()

    assert "Director: nobody" in spoken(plan.hosts.lacks)[0]
    assert plan.hosts.propose.text() == "Propose by level"


def test_the_rank_of_the_lead_host_is_taken_from_the_title_with_a_press(desk, screen, plan):
    desk.house.add(Employee, NOW, name="孟青", department="总经办", title="董事长")
    desk.hosts.add(1, NOW, name="孟青", is_lead=True)
    screen.refresh()
    assert plan.standing.take.isVisible()

    plan.standing.take.click()

    assert desk.visits.get(1).lead_host.who.rank == 1
    assert not plan.standing.take.isVisible()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_of_a_full_plan_is_cut(desk, screen, plan, language):
    plan.hosts.propose.click()
    plan.departments.propose.click()
    desk.department_notices.tell_all(1, NOW)
    desk.visits.change(1, NOW, relation=Relation.LOW, relation_reason="首次来访", heads=9)
    use_language(language)
    screen.retranslate()
    settle()
    assert cut_words(screen) + cut_cells(screen) == []

    plan.hosts.open_one(desk.visits.get(1).hosts[0].id)
    settle()
    assert cut_words(screen) + cut_cells(screen) == []


def test_what_matters_leads_to_the_empty_role_and_to_the_department_that_has_not_answered(desk, screen, plan):
    plan.hosts.propose.click()
    plan.departments.propose.click()
    first, second = desk.visits.get(1).department_notices[:2]
    desk.department_notices.answer(first.id, NoticeState.NOTED, NOW)
    screen.refresh()

    screen.go_to("plan", "hosts")
    assert plan.hosts.lacks.hasFocus()
    screen.go_to("plan", "departments")
    assert plan.departments.rows.chosen() == second.id


def test_the_notices_are_printed_from_the_paper_page(qtbot, desk, screen, plan):
    plan.departments.propose.click()
    plan.visit_wanted.disconnect()  # the page would draw its sheet after the test

    with qtbot.waitSignal(plan.visit_wanted) as wanted:
        plan.departments.paper.click()

    assert wanted.args == [1, "paper/D3"]
