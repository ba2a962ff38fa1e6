"""The visit screen: head, tabs, what matters, the side sheet; everything by keyboard, everything has a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reception_desk.domain.entity import Answer
from reception_desk.domain.visit import VisitState
from reception_desk.i18n import use_language
from tests.ui.sample_desk import NOW, filled_desk
from tests.ui.sample_screens import visit_screen
from ui.screens.visit.visit import SECTIONS

MOST_WIDGETS = 180
NAMES = [section.name for section in SECTIONS]


@pytest.fixture
def desk(tmp_path):
    opened, _visit_id = filled_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def visit_id(desk):
    return desk.visits.numbered("2026-0001").id


@pytest.fixture
def screen(qtbot, desk, visit_id):
    return visit_screen(qtbot, desk, visit_id)


def test_the_head_says_who_comes_when_and_how_it_stands(screen):
    assert screen.head.accessibleName() == "苏州恒屹精密机械有限公司 · 顾翀 董事长一行"
    assert screen.head.level.text() == "一级"
    assert screen.head.standing.text().startswith("草稿 2/")
    assert screen.head.primary.text().startswith("提交申请")


def test_sections_are_built_when_they_are_first_wanted(screen):
    assert list(screen.sections) == ["overview"]

    screen.tabs.setCurrentIndex(NAMES.index("history"))
    assert list(screen.sections) == ["overview", "history"]


def test_ctrl_page_down_goes_to_the_next_section(qtbot, screen):
    screen.tabs.setFocus()

    qtbot.keyClick(screen.tabs, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert screen.section().name == NAMES[1]

    qtbot.keyClick(screen.tabs, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert screen.section().name == NAMES[0]


@pytest.mark.parametrize("name", NAMES)
def test_a_section_lives_on_few_widgets(screen, visit_id, name):
    screen.show_visit(visit_id, name)

    assert len(screen.section().findChildren(QWidget)) < MOST_WIDGETS


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_whatever_takes_the_focus_has_a_name(screen, visit_id, name, language):
    screen.show_visit(visit_id, name)
    use_language(language)
    try:
        screen.retranslate()
        nameless = [
            type(widget).__name__
            for widget in screen.findChildren(QWidget)
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if not (widget.accessibleName() or getattr(widget, "text", str)())
        ]
    finally:
        use_language("zh")

    assert nameless == []


def test_tab_reaches_every_part_of_the_overview(qtbot, screen):
    section = screen.section()
    screen.tabs.setFocus()
    reached = set()
    for _press in range(60):
        qtbot.keyClick(screen.focusWidget() or screen, Qt.Key.Key_Tab)
        reached.add(screen.focusWidget())

    for wanted in (
        section.guests.rows,
        section.guests.add,
        section.answers,
        section.legs.rows,
        screen.matters.list,
    ):
        assert wanted in reached
    assert all(fact.focusProxy() in reached for form in section.forms.values() for fact in form.facts())


def test_what_matters_is_one_click_away(screen):
    gap = next(gap for gap in screen.matters.gaps() if gap.field == "heads")
    screen.matters.wanted.emit(gap.section, gap.field)

    assert screen.section().fact("heads").focusProxy().hasFocus()


def test_what_matters_leads_into_the_preparation(qtbot, screen):
    screen.matters.list.setFocus()
    qtbot.keyClick(screen.matters.list, Qt.Key.Key_Return)

    assert screen.section().name == "preparation"
    assert screen.section().model.item(screen.section().items.currentIndex()).code == "107"


def test_what_matters_leads_to_the_need_that_nobody_asked_for(screen):
    gap = next(gap for gap in screen.matters.gaps() if gap.field.endswith(":diet"))
    screen.go_to(gap.section, gap.field)

    assert screen.sheet.isVisible()
    assert screen.sheet.accessibleName() == "叶知行"
    assert screen.section().guests.sheet.forms[2].fact("diet").focusProxy().hasFocus()


def test_submitting_is_refused_with_what_is_lacking(qtbot, screen, desk, visit_id):
    desk.visits.change(visit_id, NOW, owner_department="")

    with qtbot.waitSignal(screen.refused) as said:
        screen.act("submit")

    assert "对口部门" in said.args[0]
    assert desk.visits.get(visit_id).state is VisitState.DRAFT


def test_a_visit_is_submitted(screen, desk, visit_id):
    desk.visits.change_company(
        visit_id, NOW, background="精密机械"
    )  # at level 1 the dossier goes along (A2.4)
    screen.act("submit")

    assert desk.visits.get(visit_id).state is VisitState.SUBMITTED


def test_calling_a_visit_off_asks_first(qtbot, screen, desk, visit_id):
    with qtbot.waitSignal(screen.act_wanted) as wanted:
        screen.act("cancel")

    assert wanted.args == ["cancel", visit_id]
    assert desk.visits.get(visit_id).state is VisitState.DRAFT


def test_a_cancelled_visit_is_taken_up_again_first_of_all(screen, desk, visit_id):
    desk.visits.cancel(visit_id, NOW)
    screen.refresh()

    assert screen.head.standing.text() == "已取消"
    assert screen.head.primary.text().startswith("恢复接待")
    assert screen.matters.gaps() == []


def test_an_undo_from_elsewhere_shows_after_refresh(screen, desk, visit_id):
    desk.visits.change(visit_id, NOW, purpose="参加年会")
    screen.refresh()
    assert screen.section().fact("purpose").value() == "参加年会"

    desk.history.undo(NOW)
    screen.refresh()
    assert screen.section().fact("purpose").value() == "考察新产线，商谈二期合作"


def test_the_history_tells_what_was_done_in_sentences(screen, desk, visit_id):
    desk.visits.change(visit_id, NOW, purpose="参加年会")
    desk.history.undo(NOW)
    screen.show_visit(visit_id, "history")

    model = screen.section().pane.model
    day, undone, done = (model.row_at(model.index(row)) for row in range(3))

    assert [row.first for row in (undone, done)] == ["撤销：修改来访目的", "修改来访目的"]
    assert (day.key < 0, undone.second, done.end) == (True, "李静", "已撤销")
    assert done.below == "来访目的：考察新产线，商谈二期合作 → 参加年会"


def test_it_speaks_english_from_one_moment_to_the_next(screen):
    use_language("en")
    try:
        screen.retranslate()

        assert screen.tabs.tabText(0) == "Overview"
        assert screen.section().fact("purpose").label() == "Purpose"
        assert screen.head.level.text() == "Level 1"
    finally:
        use_language("zh")


def test_no_list_scrolls_sideways(screen, visit_id):
    for name in NAMES:
        screen.show_visit(visit_id, name)
        for view in screen.section().findChildren(QAbstractItemView):
            assert view.horizontalScrollBar().maximum() == 0, view.accessibleName()


def test_going_back_is_told(qtbot, screen):
    with qtbot.waitSignal(screen.went_back):
        qtbot.keyClick(screen, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def test_P5_a_visit_made_known_too_late_to_the_leadership_is_marked_urgent(screen, desk):
    assert screen.head.urgent.isHidden()
    desk.visits.change(
        screen.visit_id, NOW, leadership=Answer.YES, received_at=desk.visits.get(screen.visit_id).arrival_at
    )
    screen.refresh()

    assert not screen.head.urgent.isHidden()
