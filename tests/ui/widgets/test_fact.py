"""Facts: read as text, written in place, saved by themselves, refused in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.ui.looking import ground_and_ink, shown
from tests.ui.widgets.composing import commit, compose, type_text
from ui.theme import SILENCE_MS, THEMES
from ui.widgets.fact import LongTextFact, TextFact
from ui.widgets.fact_line import FactArea, FactLine

PATIENCE = SILENCE_MS + 4000


class Page(QWidget):
    """Two facts, one below the other, and what they asked to be stored."""

    def __init__(self):
        super().__init__()
        self.company, self.agent = TextFact("来访单位"), TextFact("国内代理", prompt="添加代理")
        self.asked: list[object] = []
        column = QVBoxLayout(self)
        column.addWidget(self.company)
        column.addWidget(self.agent)
        self.company.set_value("恒屹精密")
        self.company.changed.connect(self.asked.append)
        self.line = self.company.findChild(FactLine)


@pytest.fixture
def page(qtbot):
    return shown(qtbot, Page(), 420, 160)


def type_over(line, text):
    line.selectAll()
    type_text(line, text)


def test_enter_saves_and_goes_on_to_the_next_fact(page):
    page.company.edit()
    type_over(page.line, "Hengyi")
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    assert page.asked == ["Hengyi"]
    assert QApplication.focusWidget() is page.agent.findChild(FactLine)


def test_leaving_saves(page):
    page.company.edit()
    type_over(page.line, "Hengyi")
    page.agent.edit()
    assert page.asked == ["Hengyi"]


def test_silence_saves_and_the_writer_goes_on_writing(page, qtbot):
    page.company.edit()
    with qtbot.waitSignal(page.company.changed, timeout=PATIENCE) as saved:
        type_over(page.line, "Heng ")
    page.company.set_value(saved.args[0])
    type_text(page.line, "yi")
    assert saved.args == ["Heng"]
    assert page.line.text() == "Heng yi"


def test_nothing_is_saved_that_is_the_same(page):
    page.company.edit()
    type_over(page.line, "恒屹精密 ")
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    assert page.asked == []
    assert page.line.text() == "恒屹精密"


def test_escape_goes_back_to_what_is_stored(page):
    page.company.edit()
    type_over(page.line, "Hengyi")
    QTest.keyClick(page.line, Qt.Key.Key_Escape)
    page.agent.edit()
    assert (page.line.text(), page.asked) == ("恒屹精密", [])


def test_one_just_types_into_a_fact_that_was_reached_by_tab(page):
    page.agent.edit()
    QTest.keyClick(page.agent.findChild(FactLine), Qt.Key.Key_Backtab)
    type_text(page.line, "H")
    assert page.line.text() == "H"


def test_f2_puts_the_caret_at_the_end(page):
    page.company.edit()
    page.line.selectAll()
    QTest.keyClick(page.line, Qt.Key.Key_F2)
    type_text(page.line, "!")
    assert page.line.text() == "恒屹精密!"


def test_enter_while_composing_never_submits(page):
    page.company.edit()
    page.line.selectAll()
    compose(page.line, "heng yi")
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    assert page.asked == []
    assert page.line.hasFocus()
    commit(page.line, "恒屹")
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    assert page.asked == ["恒屹"]


def test_silence_while_composing_never_saves(page):
    page.company.edit()
    type_over(page.line, "A")
    compose(page.line, "heng yi")
    QTest.qWait(SILENCE_MS + 400)
    assert page.asked == []


def test_silence_after_composing_saves(page, qtbot):
    page.company.edit()
    page.line.selectAll()
    compose(page.line, "heng yi")
    with qtbot.waitSignal(page.company.changed, timeout=PATIENCE) as saved:
        commit(page.line, "恒屹")
    assert saved.args == ["恒屹"]


def test_a_refusal_stands_beside_the_fact_and_what_was_written_stays(page):
    page.company.changed.connect(lambda _value: page.company.show_refusal("单位不能为空。"))
    page.company.edit()
    type_over(page.line, "？")
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    assert page.company.refusal() == "单位不能为空。"
    assert (page.line.text(), page.company.value(), page.line.hasFocus()) == ("？", "恒屹精密", True)
    assert page.line.accessibleDescription() == "单位不能为空。"


def test_a_refused_text_is_asked_for_again_only_on_enter_and_escape_brings_the_stored_back(page):
    page.company.changed.connect(lambda _value: page.company.show_refusal("不行。"))
    page.company.edit()
    type_over(page.line, "？")
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    page.agent.edit()
    assert page.asked == ["？"]
    page.company.edit()
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    assert page.asked == ["？", "？"]
    QTest.keyClick(page.line, Qt.Key.Key_Escape)
    assert (page.line.text(), page.company.refusal()) == ("恒屹精密", "")


def test_a_refusal_that_comes_later_counts_as_well(page):
    page.company.edit()
    type_over(page.line, "？")
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    page.company.show_refusal("服务器拒绝。")
    assert (page.company.value(), page.company.is_dirty()) == ("恒屹精密", True)


def test_news_from_elsewhere_do_not_disturb_the_writer(page):
    page.company.edit()
    type_over(page.line, "Heng")
    page.company.set_value("别人写的")
    assert page.line.text() == "Heng"
    QTest.keyClick(page.line, Qt.Key.Key_Escape)
    assert page.line.text() == "别人写的"


def test_what_the_owner_put_straight_is_shown(page):
    page.company.changed.connect(lambda value: page.company.set_value(value.upper()))
    page.company.edit()
    type_over(page.line, "abb")
    page.agent.edit()
    assert (page.line.text(), page.company.value()) == ("ABB", "ABB")


def test_undo_is_the_windows_as_soon_as_all_is_saved(page, qtbot):
    undone = []
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), page)
    shortcut.activated.connect(lambda: undone.append(True))
    page.company.edit()
    type_over(page.line, "A")
    QTest.keyClick(page.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (page.line.text(), undone) == ("恒屹精密", [])
    QTest.keyClick(page.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]


def test_closing_can_save_what_is_half_written(page):
    page.company.edit()
    type_over(page.line, "Hengyi")
    page.company.flush()
    assert page.asked == ["Hengyi"]


def test_an_empty_fact_is_one_quiet_line_in_colour(page):
    line = page.agent.findChild(FactLine)
    assert line.placeholderText() == "+ 添加代理"
    assert ground_and_ink(line) == (THEMES["light"].ground, THEMES["light"].primary)


def test_a_text_too_long_ends_in_an_ellipsis_and_is_whole_to_write(page):
    page.company.set_value("恒屹精密机械" * 10)
    page.agent.edit()
    page.company.edit()
    assert page.line.text() == "恒屹精密机械" * 10


def test_a_read_only_fact_offers_nothing(page):
    page.agent.set_read_only(read_only=True)
    line = page.agent.findChild(FactLine)
    type_text(line, "x")
    assert line.text() == ""


def test_those_who_hear_the_screen_are_told_which_fact_it_is(page):
    assert page.line.accessibleName() == "来访单位"


class Note(LongTextFact):
    """A note of several lines, and what it asked to be stored."""

    def __init__(self):
        super().__init__("备注", prompt="添加备注")
        self.asked: list[object] = []
        self.changed.connect(self.asked.append)
        self.area = self.findChild(FactArea)


@pytest.fixture
def note(qtbot):
    return shown(qtbot, Note(), 420, 200)


def test_in_a_note_enter_is_a_new_line_and_control_enter_saves(note):
    note.edit()
    type_text(note.area, "a")
    QTest.keyClick(note.area, Qt.Key.Key_Return)
    type_text(note.area, "b")
    assert note.asked == []
    QTest.keyClick(note.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert note.asked == ["a\nb"]


def test_a_note_is_as_high_as_its_text(note):
    before = note.area.height()
    note.set_value("一\n二\n三\n四")
    assert note.area.height() > before + 40


def test_a_note_is_not_saved_while_composing(note):
    note.edit()
    compose(note.area, "lv cha")
    QTest.qWait(SILENCE_MS + 400)
    assert note.asked == []
    commit(note.area, "绿茶")
    note.flush()
    assert note.asked == ["绿茶"]


def test_escape_in_a_note_goes_back(note):
    note.set_value("绿茶")
    note.edit()
    type_text(note.area, "x")
    QTest.keyClick(note.area, Qt.Key.Key_Escape)
    assert note.area.text() == "绿茶"
