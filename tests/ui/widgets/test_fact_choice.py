"""Facts that are chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from reception_desk.i18n import use_language
from tests.ui.looking import shown
from ui.widgets.fact_choice import AnswerFact, ChoiceFact

LEVELS = [(1, "一级"), (2, "二级"), (3, "R&D 三级")]


class Page(QWidget):
    """A level and an answer, and what they asked to be stored."""

    def __init__(self):
        super().__init__()
        self.level, self.pick_up = ChoiceFact("级别", LEVELS, prompt="选择级别"), AnswerFact("接站")
        self.asked: list[object] = []
        column = QVBoxLayout(self)
        column.addWidget(self.level)
        column.addWidget(self.pick_up)
        self.level.changed.connect(self.asked.append)
        self.pick_up.changed.connect(self.asked.append)
        self.button = self.level.findChild(QPushButton)


@pytest.fixture
def page(qtbot):
    return shown(qtbot, Page(), 420, 160)


def press(widget, key):
    assert widget is not None
    QTest.keyClick(widget, key)


def segment(fact, words):
    return next(button for button in fact.findChildren(QPushButton) if button.text() == words)


def test_a_choice_not_made_is_a_quiet_line(page):
    assert (page.button.text(), page.level.value()) == ("+ 选择级别", None)


def test_the_list_opens_by_key_and_a_choice_is_saved_at_once(page):
    page.button.setFocus()
    QTest.keyClick(page.button, Qt.Key.Key_Down)
    menu = QApplication.activePopupWidget()
    press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Return)
    assert (page.asked, page.button.text()) == ([2], "二级")


def test_what_is_typed_finds_its_word_by_letters_and_pinyin_and_enter_takes_it(page):
    page.level.set_options([("flight", "飞机"), ("train", "高铁"), ("other", "Other means")])
    for typed, taken in (("gao", "train"), ("fj", "flight"), ("ot", "other")):
        page.button.setFocus()
        QTest.keyClicks(page.button, typed[0])
        menu = QApplication.activePopupWidget()
        assert menu is not None
        QTest.keyClicks(menu, typed[1:])
        press(menu, Qt.Key.Key_Return)
        assert page.level.value() == taken


def test_an_ampersand_is_shown_as_one(page):
    page.level.set_value(3)
    assert page.button.text() == "R&&D 三级"


def test_the_same_choice_again_tells_nobody(page):
    page.level.set_value(1)
    page.level.menu().actions()[0].trigger()
    assert page.asked == []


def test_a_refused_choice_goes_back(page):
    page.level.set_value(1)
    page.level.changed.connect(lambda _value: page.level.show_refusal("级别已锁定。"))
    page.level.menu().actions()[1].trigger()
    assert (page.level.value(), page.button.text(), page.level.refusal()) == (1, "一级", "级别已锁定。")


def test_enter_on_a_choice_goes_on(page):
    page.button.setFocus()
    QTest.keyClick(page.button, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is segment(page.pick_up, "未确认")


def test_nobody_has_asked_is_the_first_answer(page):
    assert page.pick_up.value() == "unconfirmed"


def test_a_click_answers(page):
    segment(page.pick_up, "要").click()
    assert (page.asked, page.pick_up.value()) == (["yes"], "yes")


def test_an_arrow_key_answers(page):
    page.pick_up.edit()
    press(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert page.asked == ["no"]
    assert QApplication.focusWidget() is segment(page.pick_up, "否")


def test_a_refused_answer_goes_back(page):
    page.pick_up.set_value("no")
    page.pick_up.changed.connect(lambda _value: page.pick_up.show_refusal("没有车。"))
    segment(page.pick_up, "要").click()
    assert (page.pick_up.value(), page.pick_up.refusal()) == ("no", "没有车。")


def test_the_answers_follow_the_language(page):
    use_language("en")
    try:
        page.pick_up.retranslate()
        assert [b.text() for b in page.pick_up.findChildren(QPushButton)] == [
            "Wanted",
            "Not wanted",
            "Not confirmed",
        ]
    finally:
        use_language("zh")


def test_those_who_hear_the_screen_hear_question_and_answer(page):
    page.level.set_value(2)
    assert page.button.accessibleName() == "级别: 二级"
    assert segment(page.pick_up, "要").accessibleName() == "接站: 要"
