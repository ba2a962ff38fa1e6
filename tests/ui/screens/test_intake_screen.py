"""The review of an application form, as the receptionist meets it."""

import dataclasses
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from reception_desk.i18n import use_language
from tests.desk import NOW
from tests.exchange.form_builder import DOMESTIC, FOREIGN
from tests.ui.looking import shown
from ui.models.differences import Column, DifferencesModel
from ui.screens.intake.intake import IntakeScreen


@pytest.fixture
def screen(qtbot, desk, clock):
    """The review in a window of its own."""
    return shown(qtbot, IntakeScreen(desk, clock), 1310, 660)


def words(screen):
    """Everything that stands on the screen now."""
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def take_in(qtbot, screen, form):
    """Drop a form and wait until it has been read."""
    screen.take_in(form)
    qtbot.waitUntil(screen.save.isVisible, timeout=20_000)


def test_before_a_form_comes_the_screen_says_what_to_do(screen):
    assert "把业务部门发来的接待申请表拖到这个窗口。" in words(screen)


def test_a_form_is_shown_before_anything_is_stored(qtbot, screen, desk):
    take_in(qtbot, screen, DOMESTIC)
    for fact in ("苏州恒屹精密机械有限公司", "全部识别", "5 陈䶮", "考察产线并洽谈2027年度框架采购", "一级"):
        assert fact in words(screen)
    assert desk.visits.count() == 0


def test_enter_saves_the_form_as_a_visit_and_opens_it(qtbot, screen, desk):
    take_in(qtbot, screen, DOMESTIC)
    qtbot.waitUntil(screen.save.hasFocus, timeout=3000)
    with qtbot.waitSignal(screen.visit_wanted, timeout=3000) as wanted, qtbot.waitSignal(screen.changed):
        qtbot.keyClick(screen.save, Qt.Key.Key_Return)
    visit = desk.visits.numbered("2026-0001")
    assert wanted.args == [visit.id, ""]
    assert len(visit.guests) == 5


def test_passport_cells_are_named_and_their_values_are_nowhere_on_the_screen(qtbot, screen):
    take_in(qtbot, screen, FOREIGN)
    assert "F11 护照全名" in words(screen)
    assert "G12 护照号码" in words(screen)
    assert "C01X00T47" not in words(screen)
    assert "BRUECKNER" not in words(screen)


def test_what_was_not_understood_stands_beside(qtbot, screen, tmp_path):
    from tests.exchange.form_builder import HEAD, workbook

    take_in(qtbot, screen, workbook(tmp_path / "form.xlsx", [*HEAD, ["接站标牌颜色", "红色"]]))
    assert "1 处未识别" in words(screen)
    assert "B4 接站标牌颜色：红色" in words(screen)


def test_a_file_that_is_no_form_is_refused_with_its_reason(qtbot, screen, tmp_path):
    path = tmp_path / "form.xlsx"
    path.write_text("hello", encoding="utf-8")
    screen.take_in(path)
    qtbot.waitUntil(lambda: "不是 Excel 文件" in words(screen), timeout=20_000)
    with qtbot.waitSignal(screen.form_wanted, timeout=3000):
        qtbot.mouseClick(screen._state._action, Qt.MouseButton.LeftButton)


def test_a_form_whose_visit_exists_shows_what_has_changed(qtbot, screen, desk):
    number = saved_otherwise(desk)
    take_in(qtbot, screen, DOMESTIC)
    assert f"这次接待已经登记：{number}" in words(screen)
    labels = [screen.model.index(row, 0).data() for row in range(screen.model.rowCount())]
    assert labels == ["来访目的", "到访时间"]
    assert screen.save.text() == "更新 2 项"


def test_only_what_is_ticked_is_taken_over(qtbot, screen, desk):
    number = saved_otherwise(desk)
    take_in(qtbot, screen, DOMESTIC)
    screen.table.setFocus()
    screen.table.setCurrentIndex(screen.model.index(0, 0))
    qtbot.keyClick(screen.table, Qt.Key.Key_Space)
    assert screen.save.text() == "更新 1 项"
    with qtbot.waitSignal(screen.visit_wanted, timeout=3000):
        qtbot.mouseClick(screen.save, Qt.MouseButton.LeftButton)
    visit = desk.visits.numbered(number)
    assert visit.purpose == "参观"
    assert f"{visit.local(visit.arrival_at):%H:%M}" == "10:30"


def test_ticks_stay_when_the_screen_is_read_again(qtbot, screen, desk):
    saved_otherwise(desk)
    take_in(qtbot, screen, DOMESTIC)
    screen.model.setData(screen.model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    screen.refresh()
    assert screen.save.text() == "更新 1 项"


def test_a_guest_who_is_missing_on_the_form_is_not_ticked_by_itself(qtbot, screen, desk):
    application = desk.intake.read(DOMESTIC, NOW)
    visit = desk.intake.save(application, NOW)
    desk.guests.add(visit.id, "周宁", NOW)
    take_in(qtbot, screen, DOMESTIC)
    assert screen.model.rowCount() == 1
    assert not screen.save.isEnabled()


def test_a_form_that_says_nothing_new_says_so(qtbot, screen, desk):
    desk.intake.save(desk.intake.read(DOMESTIC, NOW), NOW)
    take_in(qtbot, screen, DOMESTIC)
    assert "申请表与已登记的内容一致，没有变化。" in words(screen)
    assert not screen.save.isEnabled()


def test_escape_goes_back(qtbot, screen):
    take_in(qtbot, screen, DOMESTIC)
    with qtbot.waitSignal(screen.went_back, timeout=3000):
        qtbot.keyClick(screen.save, Qt.Key.Key_Escape)


def test_everything_speaks_english_after_a_switch(qtbot, screen):
    take_in(qtbot, screen, FOREIGN)
    use_language("en")
    screen.retranslate()
    qtbot.waitUntil(lambda: "Everything understood" in words(screen), timeout=20_000)
    assert screen.save.text() == "Save as visit"
    use_language("zh")


def test_of_two_forms_the_last_one_is_shown(qtbot, screen):
    screen.take_in(DOMESTIC)
    take_in(qtbot, screen, FOREIGN)
    qtbot.waitUntil(lambda: "Brückner" in words(screen), timeout=20_000)
    qtbot.wait(300)
    assert "恒屹" not in words(screen)


def test_the_differences_are_a_proper_model(qtbot, desk):
    number = saved_otherwise(desk)
    model = DifferencesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_differences(desk.intake.differences(desk.intake.read(DOMESTIC, NOW), number))
    assert model.index(0, Column.OLD).data() == "参观"
    assert model.setData(model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert model.chosen() == ["arrival_at"]
    model.forget()
    assert model.rowCount() == 0
    del tester


def saved_otherwise(desk):
    """A visit that differs from the domestic form in purpose and hour."""
    application = desk.intake.read(DOMESTIC, NOW)
    changed = dataclasses.replace(
        application, purpose="参观", arrival=application.arrival - timedelta(hours=1)
    )
    return desk.intake.save(changed, NOW).number
