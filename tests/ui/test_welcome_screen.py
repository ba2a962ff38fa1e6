"""The welcome screen: what the signs show, the queue, the words, as somebody at the desk uses them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reception_desk.domain.welcome_state import MessageState
from reception_desk.i18n import use_language
from reception_desk.signs.reconciler import SignState
from reception_desk.signs.renderer import Look, draw
from reception_desk.signs.resolve import Page
from tests.desk import ARRIVAL, NOW, plain_visit
from tests.ui.sample_screens import write
from ui.models.welcome import Column, WelcomeModel
from ui.screens.welcome.welcome import WelcomeScreen
from ui.sign_keeper import SignKeeper
from ui.sign_window import as_qimage

WINDOW = timedelta(minutes=20)


@pytest.fixture(autouse=True)
def _in_chinese():
    yield
    use_language("zh")


@pytest.fixture
def sign(desk):
    return desk.signs.add("大堂", NOW, width=256, height=32)


@pytest.fixture
def screen(qtbot, desk, clock):
    return shown(qtbot, desk, clock)


def shown(qtbot, desk, clock):
    made = WelcomeScreen(desk, clock)
    qtbot.addWidget(made)
    made.resize(1310, 680)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=5000)
    return made


def proposed(desk, **facts):
    return desk.welcome.propose(plain_visit(desk, **facts), NOW)


def cell(screen, row, column):
    return screen.model.index(row, column).data()


def test_without_a_sign_the_screen_says_what_to_do_and_setting_one_up_begins_with_its_name(
    qtbot, desk, screen
):
    assert screen._no_sign.isVisible()
    screen._no_sign.acted.emit()
    name = screen.sign_sheet.facts["name"]
    qtbot.waitUntil(screen.sheet.isVisible)
    qtbot.waitUntil(lambda: name.isAncestorOf(screen.focusWidget()))
    line = screen.focusWidget()
    write(line, "大堂")
    with qtbot.waitSignal(screen.changed):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [one.name for one in desk.signs.all()] == ["大堂"]
    assert name.value() == "大堂"
    assert screen.signs[0].isVisible()


def test_one_press_proposes_the_words_of_a_coming_visit(qtbot, desk, sign, clock):
    plain_visit(desk)
    screen = shown(qtbot, desk, clock)
    with qtbot.waitSignal(screen.changed):
        screen.offers.wanted.emit(screen.desk.welcome.without_message(NOW)[0].id)
    assert cell(screen, 0, Column.WORDS) == "热烈欢迎苏州恒屹精密机械有限公司顾翀董事长一行莅临指导"
    assert not screen.offers.isVisible()
    assert screen.editor.check.isVisible()


def test_the_queue_says_when_and_how_each_message_stands(qtbot, desk, sign, clock):
    proposed(desk)
    screen = shown(qtbot, desk, clock)
    row = [cell(screen, 0, column) for column in (Column.WINDOW, Column.STATE, Column.IT)]
    assert row == ["12月8日 周二 10:10 – 12月9日 周三 16:30", "草稿", "12-07 10:30 前"]
    assert screen.table.isColumnHidden(Column.SIGN)


def test_checking_and_telling_it_are_one_press_each(qtbot, desk, sign, clock):
    message_id = proposed(desk)
    screen = shown(qtbot, desk, clock)
    for button, state in (
        (screen.editor.check, MessageState.CHECKED),
        (screen.editor.tell, MessageState.TOLD_IT),
    ):
        with qtbot.waitSignal(screen.changed):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert desk.welcome.get(message_id, NOW).state is state
    assert not screen.editor.check.isVisible()
    assert not screen.editor.tell.isVisible()


def test_words_are_changed_in_place_and_wait_for_their_check(qtbot, desk, sign, clock):
    message_id = proposed(desk)
    desk.welcome.check(message_id, NOW)
    screen = shown(qtbot, desk, clock)
    screen.editor.text.edit()
    area = screen.focusWidget()
    area.selectAll()
    write(area, "热烈欢迎顾羽董事长")
    with qtbot.waitSignal(screen.changed):
        screen.flush()
    assert desk.welcome.get(message_id, NOW).message.has_new_words
    assert cell(screen, 0, Column.STATE) == "已修改，待核对"
    words = " ".join(line.words for line in screen.editor.lines._shown)
    assert "“顾羽”：接待资料中是“顾翀”。" in words
    assert screen.editor.check.isVisible()


def test_a_refused_character_is_named_beside_the_words(qtbot, desk, sign, clock):
    message_id = proposed(desk)
    desk.welcome.change(message_id, NOW, text="欢迎 김 先生")
    screen = shown(qtbot, desk, clock)
    qtbot.mouseClick(screen.editor.check, Qt.MouseButton.LeftButton)
    assert "김(U+AE40)" in screen.editor.refusal.text()
    assert desk.welcome.get(message_id, NOW).state is MessageState.DRAFT


def test_a_window_set_by_hand_and_taken_back_follows_the_visit_again(qtbot, desk, sign, clock):
    message_id = proposed(desk)
    screen = shown(qtbot, desk, clock)
    for words, starts in (("2026-12-08 09:00", ARRIVAL - timedelta(hours=1, minutes=30)), ("", None)):
        screen.editor.starts.edit()
        field = screen.focusWidget()
        field.selectAll()
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        qtbot.keyClicks(field, words)
        with qtbot.waitSignal(screen.changed):
            qtbot.keyClick(field, Qt.Key.Key_Return)
        assert desk.welcome.get(message_id, NOW).message.starts_at == starts


def test_the_preview_is_the_output_pixel_for_pixel(qtbot, desk, sign, clock):
    message_id = proposed(desk)
    desk.welcome.change(message_id, NOW, text="热烈欢迎顾翀")
    screen = shown(qtbot, desk, clock)
    output = draw([Page("热烈欢迎顾翀")], Look(width=256, height=32)).picture_at(0)
    assert screen.editor.picture.image() == as_qimage(output)


def test_the_chosen_message_stays_chosen_when_the_queue_is_read_again(qtbot, desk, sign, clock):
    proposed(desk)
    later = proposed(desk, arrival_at=ARRIVAL + timedelta(hours=3))
    screen = shown(qtbot, desk, clock)
    screen.table.selectRow(1)
    proposed(desk, arrival_at=ARRIVAL - timedelta(hours=3))
    screen.refresh()
    assert screen.editor.message_id() == later
    assert screen.table.currentIndex().row() == 2


def test_words_that_name_nobody_can_be_added(qtbot, desk, sign, screen):
    screen.refresh()
    with qtbot.waitSignal(screen.changed):
        qtbot.mouseClick(screen.add_words, Qt.MouseButton.LeftButton)
    assert cell(screen, 0, Column.WORDS) == "热烈欢迎各位来宾"
    assert not screen.editor.to_visit.isVisible()


def test_the_screen_speaks_english_from_one_moment_to_the_next(qtbot, desk, sign, clock):
    proposed(desk)
    screen = shown(qtbot, desk, clock)
    use_language("en")
    screen.retranslate()
    assert screen.title() == "Welcome sign"
    assert cell(screen, 0, Column.STATE) == "Draft"
    assert screen.editor.check.text() == "The words are right"


def test_what_the_keeper_sees_confirmed_is_called_shown_and_nothing_else_is(qtbot, desk, sign, clock):
    message_id = proposed(desk)
    desk.welcome.check(message_id, NOW)
    clock.now = ARRIVAL - WINDOW
    screen = shown(qtbot, desk, clock)
    assert cell(screen, 0, Column.STATE) == "即将上屏"
    keeper = SignKeeper(desk, clock)
    screen.watch(keeper)
    qtbot.waitUntil(lambda: keeper.status(sign).state is SignState.CONFIRMED, timeout=20_000)
    qtbot.waitUntil(lambda: cell(screen, 0, Column.STATE) == "正在显示", timeout=5_000)
    assert screen.signs[0].pill.text() == "已确认显示"
    assert keeper.words() == ("欢迎屏正常", "done")
    assert desk.welcome.get(message_id, clock.now).message.seen_by == "大堂"
    keeper.close()


def test_a_sign_whose_monitor_is_missing_is_offline_and_says_why(qtbot, desk, clock):
    sign = desk.signs.add("大堂", NOW, monitor="HDMI-9")
    screen = shown(qtbot, desk, clock)
    keeper = SignKeeper(desk, clock)
    screen.watch(keeper)
    qtbot.waitUntil(lambda: keeper.status(sign).state is SignState.OFFLINE, timeout=20_000)
    qtbot.waitUntil(lambda: screen.signs[0].pill.text() == "离线", timeout=5_000)
    assert "HDMI-9" in screen.signs[0].note.text()
    assert keeper.words() == ("欢迎屏离线", "late")
    keeper.close()


def test_a_bad_place_of_a_sign_is_refused_beside_its_fact(qtbot, desk, sign, screen):
    screen.refresh()
    screen._open_sign(sign)
    screen.sign_sheet.facts["idle_text"].changed.emit("欢迎")
    assert desk.signs.get(sign).idle_text == "欢迎"
    screen.sign_sheet.text_colour.changed.emit("red")
    assert screen.sign_sheet.text_colour.refusal()
    assert desk.signs.get(sign).text_colour == "#ff4030"


def test_a_sign_without_messages_can_be_removed(qtbot, desk, sign, screen):
    screen.refresh()
    screen._open_sign(sign)
    with qtbot.waitSignal(screen.changed):
        screen.sign_sheet.remove.click()
    assert desk.signs.all() == []
    assert screen._no_sign.isVisible()


def test_the_table_of_the_queue_keeps_the_rules_of_qts_models(qtbot, desk, sign, clock):
    model = WelcomeModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    proposed(desk)
    for now in (NOW, ARRIVAL, ARRIVAL + timedelta(days=9)):
        model.show_entries(desk.welcome.queue(now), now)
    assert tester.model() is model
