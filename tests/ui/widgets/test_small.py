"""The small ones: buttons, pills, cards, search, empty states, segments, tables, fields, flow, scrolling."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from tests.ui.looking import colours, picture, shown
from tests.ui.widgets.composing import commit, compose
from ui.theme import SIZE, THEMES
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField, MomentField, NumberField
from ui.widgets.flow import FlowLayout
from ui.widgets.pill import KINDS, Pill
from ui.widgets.scroll import Scroll
from ui.widgets.search_field import SearchField
from ui.widgets.segmented import Segmented
from ui.widgets.table import Table
from ui.widgets.text import Text


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_key(qtbot, key):
    button = shown(qtbot, Button("到了", kind="primary"))
    button.setFocus()
    with qtbot.waitSignal(button.clicked, timeout=3000):
        QTest.keyClick(button, key)


@pytest.mark.parametrize("kind", ["primary", "quiet", "danger", "flat"])
def test_a_button_is_as_high_as_every_control(qtbot, kind):
    assert shown(qtbot, Button("到了", kind=kind)).height() == SIZE.control


@pytest.mark.parametrize("kind", ["primary", "quiet", "danger", "flat", "link"])
def test_a_button_does_not_move_when_the_keyboard_comes(qtbot, kind):
    button = shown(qtbot, Button("到了", kind=kind))
    button.clearFocus()
    before = button.sizeHint()
    button.setFocus()
    assert button.sizeHint() == before


def test_the_ring_of_the_filled_button_is_inside_it(qtbot):
    button = shown(qtbot, Button("到了", kind="primary"))
    ring = button.rect().adjusted(3, 3, -button.width() + 7, -3)
    button.clearFocus()
    before = colours(picture(button), ring)[THEMES["light"].on_primary]
    button.setFocus()
    assert colours(picture(button), ring)[THEMES["light"].on_primary] > before + 20


def test_a_picture_button_has_words_for_eye_and_ear_and_is_large_enough(qtbot):
    button = shown(qtbot, IconButton("edit", "编辑"))
    button.set_words("Edit")
    assert (button.toolTip(), button.accessibleName()) == ("Edit", "Edit")
    assert min(button.width(), button.height()) >= SIZE.target


def test_a_card_shows_its_heading_only_when_it_has_one(qtbot):
    card = shown(qtbot, Card(), 300)
    heading = card.findChildren(Text)[0]
    assert not heading.isVisible()
    card.set_title("现在要做")
    card.set_note("5")
    assert [text.text() for text in card.findChildren(Text) if text.isVisible()] == ["现在要做", "5"]


def test_the_heading_of_a_card_stays_on_top_however_high_it_is(qtbot):
    card = Card("今天")
    card.body.addWidget(QLabel("09:45"))
    shown(qtbot, card, 300, 600)
    assert card.findChildren(Text)[0].geometry().bottom() < 60


@pytest.mark.parametrize("kind", KINDS)
def test_a_pill_has_room_for_its_word_with_and_without_a_picture(qtbot, kind):
    pill = shown(qtbot, Pill("已就绪", kind))
    plain = pill.sizeHint().width()
    pill.show_status("已就绪", kind, "check")
    assert pill.sizeHint().width() > plain + 10
    assert pill.text() == "已就绪"


def test_markup_from_outside_stays_text(qtbot):
    assert Text("<b>x</b>").textFormat() is Qt.TextFormat.PlainText
    assert Pill("<b>x</b>").textFormat() is Qt.TextFormat.PlainText


class Search(SearchField):
    """A search line and what was searched for."""

    def __init__(self):
        super().__init__("搜索", clear_words="清空")
        self.asked: list[str] = []
        self.searched.connect(self.asked.append)


@pytest.fixture
def search(qtbot):
    return shown(qtbot, Search(), 300)


def test_searching_follows_the_keys(search):
    QTest.keyClicks(search, "gc")
    assert search.asked == ["g", "gc"]


def test_half_typed_pinyin_is_not_searched(search):
    compose(search, "gu")
    compose(search, "gu chong")
    assert search.asked == []
    commit(search, "顾翀")
    assert search.asked == ["顾翀"]


def test_enter_while_composing_is_the_input_methods(search, qtbot):
    compose(search, "gu")
    with qtbot.assertNotEmitted(search.entered):
        QTest.keyClick(search, Qt.Key.Key_Return)
    commit(search, "顾")
    with qtbot.waitSignal(search.entered, timeout=3000):
        QTest.keyClick(search, Qt.Key.Key_Return)


def test_down_hands_over_to_the_list(search, qtbot):
    with qtbot.waitSignal(search.moved_down, timeout=3000):
        QTest.keyClick(search, Qt.Key.Key_Down)


def test_escape_empties_the_line_first_and_is_the_windows_then(search):
    escaped = []
    QShortcut(QKeySequence("Esc"), search).activated.connect(lambda: escaped.append(True))
    QTest.keyClicks(search, "g")
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert (search.text(), search.asked, escaped) == ("", ["g", ""], [])
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert escaped == [True]


def test_the_clearing_button_is_there_only_when_there_is_something_to_clear(search):
    clear = search.actions()[-1]
    assert not clear.isVisible()
    QTest.keyClicks(search, "g")
    assert clear.isVisible()
    clear.trigger()
    assert search.asked[-1] == ""


def test_an_empty_state_offers_its_one_action(qtbot):
    state = shown(
        qtbot, EmptyState("paper", "还没有纸面", hint="打印过的都列在这里。", action="打印接待包"), 500, 400
    )
    with qtbot.waitSignal(state.acted, timeout=3000):
        state.findChild(Button).click()
    state.say("正在读取…", icon_name="clock")
    assert not state.findChild(Button).isVisible()
    assert state.accessibleName() == "正在读取…"


def test_the_hint_of_an_empty_state_is_shown_whole(qtbot):
    state = shown(
        qtbot, EmptyState("paper", "还没有纸面", hint="打印过的每一张纸都列在这里，旧了会说。"), 500, 400
    )
    hint = state.findChildren(Text)[1]
    assert hint.geometry().center().x() == pytest.approx(state.width() / 2, abs=2)
    assert hint.height() >= hint.heightForWidth(hint.width())
    assert hint.width() >= hint.fontMetrics().horizontalAdvance(hint.text())


def test_a_choice_side_by_side_has_one_stop_for_tab(qtbot):
    choice = shown(qtbot, Segmented([("light", "浅色"), ("dark", "深色"), ("system", "跟随系统")]))
    choice.set_value("dark")
    stops = [b for b in choice.findChildren(QWidget) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [stop.text() for stop in stops] == ["深色"]


def test_the_wheel_changes_nothing_in_passing(qtbot):
    page = QWidget()
    width, level, arrival = NumberField("宽", 0, 99), ChoiceField("级别"), MomentField("到达")
    level.addItems(["一级", "二级"])
    column = QVBoxLayout(page)
    for field in (width, level, arrival):
        column.addWidget(field)
    shown(qtbot, page, 300, 200)
    before = (width.value(), level.currentIndex(), arrival.dateTime())
    for field in (width, level, arrival):
        field.clearFocus()
        QApplication.sendEvent(field, wheel())
    assert (width.value(), level.currentIndex(), arrival.dateTime()) == before


def wheel():
    none = Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        none,
        phase,
        False,
    )


def test_a_table_has_rows_of_one_height_and_chooses_whole_rows(qtbot):
    model = QStandardItemModel(3, 2)
    for row in range(3):
        for column in range(2):
            model.setItem(row, column, QStandardItem("恒屹精密机械" * (column + 1)))
    table = Table("接待")
    model.setParent(table)
    table.setModel(model)
    table.stretch(0)
    shown(qtbot, table, 400, 200)
    assert {table.rowHeight(row) for row in range(3)} == {SIZE.row}
    table.selectRow(1)
    assert {index.row() for index in table.selectedIndexes()} == {1}
    assert table.columnWidth(0) + table.columnWidth(1) <= table.viewport().width()


def test_pills_go_on_in_the_next_line(qtbot):
    page = QWidget()
    flow = FlowLayout(page)
    pills = [Pill(f"第{number}个状态") for number in range(6)]
    for pill in pills:
        flow.addWidget(pill)
    shown(qtbot, page, 260, 200)
    assert len({pill.y() for pill in pills}) > 1
    assert all(pill.geometry().right() < 260 for pill in pills)


def test_a_scrolled_page_lies_on_the_ground_of_its_card(qtbot):
    card = Card("资料")
    content = QWidget()
    content.setMinimumSize(100, 100)
    card.body.addWidget(Scroll(content))
    shown(qtbot, card, 300, 300)
    assert set(colours(picture(card), card.rect().adjusted(40, 80, -40, -80))) == {THEMES["light"].surface}
