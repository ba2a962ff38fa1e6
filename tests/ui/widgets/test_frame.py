"""The frame: rail, bottom line, side sheet, headline."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.ui.looking import shown
from ui.theme import SIZE, motion_ms
from ui.widgets.headline import Headline
from ui.widgets.nav_rail import NavRail
from ui.widgets.side_sheet import SideSheet
from ui.widgets.status_line import StatusLine

PAGES = (("today", "今日", "today"), ("visits", "接待", "visits"), ("sign", "欢迎屏", "sign"))


class Window(QWidget):
    """A window with a rail."""

    def __init__(self):
        super().__init__()
        self.rail = NavRail()
        self.chosen: list[str] = []
        for key, words, name in PAGES:
            self.rail.add_page(key, words, name)
        self.rail.chosen.connect(self.chosen.append)
        row = QHBoxLayout(self)
        row.addWidget(self.rail)
        row.addStretch(1)


@pytest.fixture
def window(qtbot):
    return shown(qtbot, Window(), SIZE.rail_words_from, 500)


def buttons(rail):
    return rail.findChildren(QPushButton)


def test_a_click_goes_there(window):
    buttons(window.rail)[1].click()
    assert (window.chosen, window.rail.current()) == (["visits"], "visits")


def test_control_and_a_number_go_there(window):
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert (window.chosen, window.rail.current()) == (["sign"], "sign")


def test_marking_where_one_is_goes_nowhere(window):
    window.rail.set_current("sign")
    assert (window.chosen, window.rail.current()) == ([], "sign")


def test_the_rail_has_words_where_there_is_room(window):
    assert (window.rail.is_narrow(), window.rail.width()) == (False, SIZE.rail_wide)
    assert [button.text() for button in buttons(window.rail)] == ["今日", "接待", "欢迎屏"]


def test_a_small_window_makes_the_rail_narrow_and_a_large_one_wide_again(window, qtbot):
    window.resize(1366, 500)
    qtbot.waitUntil(lambda: window.rail.width() == SIZE.rail_narrow, timeout=3000)
    assert [button.text() for button in buttons(window.rail)] == ["", "", ""]
    assert [button.accessibleName() for button in buttons(window.rail)] == ["今日", "接待", "欢迎屏"]
    window.resize(1920, 500)
    qtbot.waitUntil(lambda: window.rail.width() == SIZE.rail_wide, timeout=3000)


def test_a_narrow_rail_keeps_the_words_of_another_language_for_later(window):
    window.rail.set_narrow(narrow=True)
    window.rail.set_words("today", "Today")
    assert buttons(window.rail)[0].toolTip() == "Today (Ctrl+1)"
    window.rail.set_narrow(narrow=False)
    assert buttons(window.rail)[0].text() == "Today"


@pytest.fixture
def line(qtbot):
    """The bottom line."""
    return shown(qtbot, StatusLine(), 900)


def test_the_bottom_line_says_what_was_saved(line):
    line.say("已保存 09:41")
    assert line.words() == "已保存 09:41"


def test_undo_is_offered_as_a_sentence_and_wanted_by_a_click(line, qtbot):
    line.show_undo("撤销：勾选“会议室确认” Ctrl+Z")
    button = next(b for b in line.findChildren(QPushButton) if b.text().startswith("撤销"))
    with qtbot.waitSignal(line.undo_wanted, timeout=3000):
        button.click()
    line.show_undo("", "重做：勾选“会议室确认” Ctrl+Y")
    with qtbot.waitSignal(line.redo_wanted, timeout=3000):
        line._redo.click()
    line.show_undo("")
    assert not button.isVisible()


def test_a_lamp_is_kept_by_its_key_and_can_be_asked_about(line, qtbot):
    line.show_state("sign", "屏")
    line.show_state("sign", "屏 没有回应", "late")
    lamps = [b for b in line.findChildren(QPushButton) if b.accessibleName().startswith("屏")]
    assert [lamp.accessibleName() for lamp in lamps] == ["屏 没有回应"]
    with qtbot.waitSignal(line.state_chosen, timeout=3000) as asked:
        lamps[0].click()
    assert asked.args == ["sign"]
    line.show_state("sign", "")
    assert not lamps[0].isVisible()


def test_a_lamp_that_is_well_looks_other_than_one_that_is_not_even_without_colour(line):
    line.show_state("sign", "屏", "done")
    lamp = line.findChildren(QPushButton)[-1]
    well = lamp.grab().toImage()
    line.show_state("sign", "屏", "late")
    ill = lamp.grab().toImage()
    centre = (lamp.width() - 12, lamp.height() // 2)
    assert well.pixelColor(*centre) != ill.pixelColor(*centre)


class Page(QWidget):
    """A page with a field, a sheet over it, and something to show in the sheet."""

    def __init__(self):
        super().__init__()
        self.field, self.content, self.inside = QLineEdit(self), QWidget(), QLineEdit()
        QVBoxLayout(self.content).addWidget(self.inside)
        self.sheet = SideSheet(self, close_words="关闭")


@pytest.fixture
def page(qtbot):
    page = shown(qtbot, Page(), 1000, 600)
    page.field.setFocus()
    yield page
    page.content.deleteLater()


def test_a_sheet_lies_at_the_right_and_takes_the_keyboard(page, qtbot):
    page.sheet.open("顾翀", page.content)
    qtbot.waitUntil(lambda: page.sheet.geometry().right() == page.width() - 1, timeout=3000)
    assert page.sheet.height() == page.height()
    assert QApplication.focusWidget() is page.inside


def test_escape_closes_the_sheet_and_the_keyboard_goes_back(page, qtbot):
    page.sheet.open("顾翀", page.content)
    with qtbot.waitSignal(page.sheet.closed, timeout=3000):
        QTest.keyClick(page.inside, Qt.Key.Key_Escape)
    assert not page.sheet.isVisible()
    assert QApplication.focusWidget() is page.field


def test_a_closed_sheet_gives_its_content_back(page):
    page.sheet.open("顾翀", page.content)
    page.sheet.close_sheet()
    assert page.content.parent() is None
    page.sheet.open("顾翀", page.content)
    assert page.content.isVisible()


def test_other_content_replaces_the_first(page):
    other = QLabel("其他")
    page.sheet.open("顾翀", page.content)
    page.sheet.open("其他", other)
    assert other.isVisible()
    assert page.content.parent() is None


def test_the_sheet_stays_at_the_right_when_the_window_grows(page, qtbot):
    page.sheet.open("顾翀", page.content)
    page.resize(1200, 700)
    qtbot.waitUntil(lambda: page.sheet.geometry().right() == 1199, timeout=3000)


def test_movement_is_short_and_none_where_the_system_asks_for_none(qapp):
    effects = (Qt.UIEffect.UI_General, Qt.UIEffect.UI_AnimateMenu)
    before = [(effect, qapp.isEffectEnabled(effect)) for effect in effects]
    for effect in effects:
        qapp.setEffectEnabled(effect, True)
    assert 0 < motion_ms() <= 120
    qapp.setEffectEnabled(effects[0], False)
    assert motion_ms() == 0
    for kept, was in before:
        qapp.setEffectEnabled(kept, was)


def test_the_headline_leads_back_only_where_there_is_a_back(qtbot):
    head = shown(qtbot, Headline("接待", "3 个"), 600)
    back = head.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[0]
    assert not back.isVisible()
    head.set_back("返回接待")
    with qtbot.waitSignal(head.went_back, timeout=3000):
        back.click()
    assert back.accessibleName() == "返回接待"
