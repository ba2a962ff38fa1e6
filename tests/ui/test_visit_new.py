"""A new visit by keyboard alone, from the first key to the saved visit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.sample_desk import ARRIVAL, filled_desk, now
from tests.ui.sample_screens import in_front, write
from ui.screens.new_visit import NewVisitSheet


@pytest.fixture
def desk(tmp_path):
    opened, _visit_id = filled_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def sheet(qtbot, desk):
    made = in_front(qtbot, NewVisitSheet(desk, now), 440, 640)
    made.begin()
    return made


def line(sheet, field):
    return sheet.form.fact(field).focusProxy()


def type_and_go_on(qtbot, sheet, text):
    write(sheet.focusWidget(), text)
    qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Return)


def ctrl_enter(qtbot, sheet):
    qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_company_guest_title_arrival_and_level_without_a_mouse(qtbot, desk, sheet):
    for text in ("宁海远帆物流", "周海", "副总经理", "明天 14:00"):
        type_and_go_on(qtbot, sheet, text)
    assert sheet.form.fact("level").focusProxy().hasFocus()
    qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Down)
    menu = sheet.form.fact("level").findChild(type(sheet.form.fact("level").menu()))
    menu.actions()[1].trigger()
    menu.close()

    with qtbot.waitSignal(sheet.created) as made:
        ctrl_enter(qtbot, sheet)

    visit = desk.visits.get(made.args[0])
    assert (visit.company.name, visit.main_guest.person.name) == ("宁海远帆物流", "周海")
    assert (visit.main_guest.title, visit.level) == ("副总经理", 2)
    assert visit.arrival_at == ARRIVAL.replace(hour=14, minute=0)


def test_a_known_company_is_taken_from_the_list_below_the_field(qtbot, desk, sheet):
    write(line(sheet, "company"), "恒屹")
    assert sheet.form.fact("company").suggestions() == ["苏州恒屹精密机械有限公司"]

    qtbot.keyClick(line(sheet, "company"), Qt.Key.Key_Down)
    qtbot.keyClick(sheet.form.fact("company").list, Qt.Key.Key_Return)

    assert line(sheet, "company").text() == "苏州恒屹精密机械有限公司"
    with qtbot.waitSignal(sheet.created) as made:
        ctrl_enter(qtbot, sheet)
    assert desk.visits.get(made.args[0]).company_id == desk.visits.numbered("2026-0001").company_id


def test_esc_closes_the_list_and_keeps_what_was_typed(qtbot, sheet):
    write(line(sheet, "company"), "恒屹")
    qtbot.keyClick(line(sheet, "company"), Qt.Key.Key_Down)
    qtbot.keyClick(sheet.form.fact("company").list, Qt.Key.Key_Escape)

    assert line(sheet, "company").hasFocus()
    assert line(sheet, "company").text() == "恒屹"
    assert sheet.form.fact("company").suggestions() == []


def test_a_draft_saves_with_anything(qtbot, desk, sheet):
    with qtbot.waitSignal(sheet.created) as made:
        ctrl_enter(qtbot, sheet)

    assert desk.visits.get(made.args[0]).number == "2026-0002"


def test_a_time_that_is_not_understood_is_said_beside_it_and_nothing_is_lost(qtbot, desk, sheet):
    type_and_go_on(qtbot, sheet, "宁海远帆物流")
    line(sheet, "arrival_at").setFocus()
    write(line(sheet, "arrival_at"), "后半夜吧")
    ctrl_enter(qtbot, sheet)

    assert "后半夜吧" in sheet.form.fact("arrival_at").refusal()
    assert sheet.form.fact("company").value() == "宁海远帆物流"
    assert desk.visits.count() == 1


def test_leaving_before_coming_is_refused_beside_the_leaving(qtbot, desk, sheet):
    for field, text in (("arrival_at", "12-08 10:00"), ("departure_at", "12-07 10:00")):
        line(sheet, field).setFocus()
        write(line(sheet, field), text)
    ctrl_enter(qtbot, sheet)

    assert sheet.form.fact("departure_at").refusal()
    assert line(sheet, "departure_at").hasFocus()
    assert desk.visits.count() == 1


def test_after_saving_it_is_empty_for_the_next(qtbot, sheet):
    type_and_go_on(qtbot, sheet, "宁海远帆物流")
    assert sheet.is_dirty()
    ctrl_enter(qtbot, sheet)

    assert not sheet.is_dirty()
    assert line(sheet, "company").text() == ""
