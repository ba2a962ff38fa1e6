"""The supplies of a visit in the window: kit, presentation, what is laid out."""

import pytest
from PySide6.QtCore import Qt

from reception_desk.domain.entity import Answer
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.supplies import KitState, kit, presentation, state_of
from tests.desk import ARRIVAL, NOW, plain_visit
from ui.screens.visit.supplies import SuppliesSection
from ui.screens.visit.visit import VisitScreen


@pytest.fixture
def visit_id(desk):
    """Six guests who talk with four of us."""
    made = plain_visit(desk, heads=6, meeting=Answer.YES, tour=Answer.YES, gift=Answer.NO)
    desk.parts.add(Meeting, made, NOW, room="一号会议室", starts_at=ARRIVAL, our_heads=4)
    return made


@pytest.fixture
def screen(qtbot, desk, clock, visit_id):
    """The visit screen at its supplies."""
    shown = VisitScreen(desk, clock)
    qtbot.addWidget(shown)
    shown.show_visit(visit_id, "supplies")
    return shown


@pytest.fixture
def section(screen):
    """The section."""
    found = screen.section()
    assert isinstance(found, SuppliesSection)
    return found


def test_an_empty_kit_offers_the_lists_and_one_press_fills_it(desk, section, visit_id):
    assert not section.kit.hint.isHidden()

    section.kit.propose.click()

    assert len(kit(desk.visits.get(visit_id))) == 7
    assert section.kit.hint.isHidden()
    assert section.kit.propose.isHidden()


def test_space_ticks_a_line_out_and_then_back(qtbot, desk, section, visit_id):
    section.kit.propose.click()
    view = section.kit.rows
    view.setCurrentIndex(view.rows.index(0))

    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert state_of(kit(desk.visits.get(visit_id))[0]) is KitState.OUT

    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert state_of(kit(desk.visits.get(visit_id))[0]) is KitState.BACK

    section.kit.take_back(view.chosen())
    assert state_of(kit(desk.visits.get(visit_id))[0]) is KitState.OUT


def test_another_head_count_shows_in_the_row_and_goes_with_one_press(desk, screen, section, visit_id):
    section.kit.propose.click()
    assert section.kit.rule.isHidden()

    desk.visits.change(visit_id, NOW, heads=8)
    screen.refresh()
    [row] = [one for one in section.kit.rows.rows._rows if one.first == "产品图册"]
    assert row.marks == (("现应 ×8", "soon"),)

    section.kit.rule.click()
    assert [one.quantity for one in kit(desk.visits.get(visit_id)) if one.code == "S04"] == [8]


def test_the_first_fact_of_a_line_by_hand_makes_it(desk, section, visit_id):
    section.kit.open_new()
    section.kit.sheet.form.wanted.emit("name", "激光笔")
    section.kit.sheet.form.wanted.emit("quantity", 2)

    [line] = kit(desk.visits.get(visit_id))
    assert (line.name, line.quantity) == ("激光笔", 2)


def test_none_of_something_is_refused_beside_its_fact(desk, section, visit_id):
    section.kit.propose.click()
    section.kit.open_one(kit(desk.visits.get(visit_id))[0].id)

    section.kit.sheet.form.wanted.emit("quantity", None)

    assert section.kit.sheet.form.fact("quantity").refusal()


def test_the_file_its_trial_and_the_points_are_kept(desk, section, visit_id):
    section.presentation.form.wanted.emit("place", "介绍.pptx")
    section.presentation.form.wanted.emit("edition", "3.2")
    section.presentation.tried.click()
    section.presentation.points["P01"].click()

    visit = desk.visits.get(visit_id)
    line = presentation(visit, desk.procedure.lists())
    assert (line.place, line.edition, line.tried_by) == ("介绍.pptx", "3.2", "李静")
    assert [one.code for one in visit.list_ticks] == ["P01"]


def test_a_trial_of_no_file_is_refused_and_the_box_says_so(desk, section, visit_id):
    refused: list[str] = []
    section.refused.connect(refused.append)

    section.presentation.tried.click()

    assert refused
    assert not section.presentation.tried.isChecked()


def test_what_is_laid_out_stands_with_its_rule(section):
    assert ("便笺纸（张）", "10 座 × 8", "×80") in section.laid_out.table.lines


def test_A6_4c_a_zone_is_ticked_in_the_card_and_says_who_did_it(desk, section, visit_id):
    assert not section.cleaning.isHidden()

    section.cleaning.zones["Z1", "131"].click()

    assert section.cleaning.zones["Z1", "131"].isChecked()
    assert "李静" in section.cleaning._said["Z1", "131"].text()
    assert [one.code for one in desk.visits.get(visit_id).list_ticks] == ["Z1"]


def test_C2_another_meeting_brings_its_own_boxes(desk, screen, section, visit_id):
    before = len(section.cleaning.zones)

    desk.parts.add(Meeting, visit_id, NOW, room="二号会议室", starts_at=ARRIVAL, our_heads=1)
    screen.refresh()

    assert len(section.cleaning.zones) == before + 3
