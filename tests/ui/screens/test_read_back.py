"""The read-back card, as it is used with one hand on the phone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from reception_desk.domain.edition import Medium
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.read_back import Reading
from tests.desk import ARRIVAL, NOW, plain_visit
from tests.ui.sample_screens import in_front, write
from ui.screens.read_back.read_back import ReadBackScreen

ENTER, DOWN, F2 = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_F2


@pytest.fixture
def visit(desk):
    visit_id = plain_visit(desk)
    desk.parts.add(
        Leg,
        visit_id,
        NOW,
        direction=Direction.ARRIVAL,
        carrier=Carrier.FLIGHT,
        number="CA1234",
        at=ARRIVAL,
    )
    desk.company.change(NOW, desk_contact="李静", desk_phone="+862155550100")
    return visit_id


@pytest.fixture
def card(qtbot, desk, clock, visit):
    screen = in_front(qtbot, ReadBackScreen(desk, clock), 1366, 700)
    screen.show_visit(visit)
    return screen


def press(qtbot, card, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget() or card.list, key)


def said(card):
    return card.large.words.text()


def readings(desk, visit):
    return [one.reading for one in desk.read_back.facts(visit)]


def test_the_first_fact_that_is_not_confirmed_stands_there_large(card):
    assert said(card) == "苏州恒屹精密机械有限公司"
    assert card.counted.text() == "0 / 6"


def test_enter_confirms_and_goes_to_the_next(qtbot, card, desk, visit):
    press(qtbot, card, ENTER)
    assert readings(desk, visit)[0] is Reading.CONFIRMED
    assert (said(card), card.counted.text()) == ("顾翀", "1 / 6")


def test_enter_alone_reads_everything_back(qtbot, card, desk, visit):
    press(qtbot, card, *[ENTER] * 6)
    assert set(readings(desk, visit)) == {Reading.CONFIRMED}
    assert card.all_read.isVisible()


def test_arrows_choose_and_right_leaves_one_for_later(qtbot, card, desk, visit):
    press(qtbot, card, DOWN)
    assert said(card) == "顾翀"
    press(qtbot, card, Qt.Key.Key_Right)
    assert said(card).startswith("12月8日 星期二")
    assert Reading.CONFIRMED not in readings(desk, visit)


def test_a_flight_stands_letter_by_letter(qtbot, card):
    press(qtbot, card, *[DOWN] * 4)
    assert said(card) == "C A 1 2 3 4"
    assert card.large.lines[0].text() == "C A 幺 二 三 四"


def test_the_medium_is_chosen_once_and_kept_with_each_fact(qtbot, card, desk, visit):
    card.medium._choose(1)
    press(qtbot, card, ENTER, ENTER)
    made = [one.edition.medium for one in desk.read_back.facts(visit) if one.edition]
    assert made == [Medium.MESSAGE.value] * 2


def test_a_value_is_corrected_in_place_and_is_then_to_be_repeated(qtbot, card, desk, visit):
    press(qtbot, card, *[DOWN] * 4, ENTER)
    card.list.choose(4)
    press(qtbot, card, F2)
    field = QApplication.focusWidget()
    field.selectAll()
    write(field, "CA5678")
    qtbot.keyClick(field, ENTER)
    assert desk.visits.get(visit).legs[0].number == "CA5678"
    assert readings(desk, visit)[4] is Reading.FELL
    assert "C A 1 2 3 4" in card.large.history.text()
    assert card.list.hasFocus()


def test_half_written_is_saved_quietly_without_leaving_the_field(qtbot, card, desk, visit):
    press(qtbot, card, *[DOWN] * 4, F2)
    field = QApplication.focusWidget()
    field.selectAll()
    write(field, "CA99")
    qtbot.waitUntil(lambda: desk.visits.get(visit).legs[0].number == "CA99", timeout=5000)
    assert card.large.correction.isVisible()
    assert field.hasFocus()


def test_escape_in_a_correction_ends_the_correction_and_not_the_call(qtbot, card):
    press(qtbot, card, F2)
    assert card.large.correction.isVisible()
    with qtbot.assertNotEmitted(card.went_back):
        press(qtbot, card, Qt.Key.Key_Escape)
        press(qtbot, card, Qt.Key.Key_Escape) if card.large.correction.isVisible() else None
    assert not card.large.correction.isVisible()
    with qtbot.waitSignal(card.went_back):
        press(qtbot, card, Qt.Key.Key_Escape)


def test_what_was_confirmed_by_mistake_is_taken_back(qtbot, card, desk, visit):
    press(qtbot, card, ENTER, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
    assert readings(desk, visit)[0] is Reading.NOT_YET


def test_control_z_takes_the_last_confirmation_back(qtbot, card, desk, visit):
    press(qtbot, card, ENTER, ENTER)
    card.undo()
    assert readings(desk, visit)[:2] == [Reading.CONFIRMED, Reading.NOT_YET]
    assert said(card) == "顾翀"


def test_a_fact_that_is_changed_beside_falls_while_the_card_is_open(qtbot, card, desk, visit):
    press(qtbot, card, ENTER, ENTER)
    desk.guests.change(desk.visits.get(visit).main_guest.id, NOW, name="顾冲")
    card.refresh()
    assert readings(desk, visit)[1] is Reading.FELL


def test_one_click_copies_our_contact(qtbot, card):
    with qtbot.waitSignal(card.said):
        card.contact.buttons["en"].click()
    assert "+86 21 5555 0100" in QGuiApplication.clipboard().text()


def test_the_tick_is_that_of_the_checklist(card, desk, visit):
    card.contact.told.click()
    told = next(item for item in desk.preparation.of(visit) if item.code == "107")
    assert (told.is_open, told.item.done_by) == (False, "李静")
    assert "李静" in card.contact.by.text()
    desk.preparation.reopen(visit, "107", "", NOW)
    card.refresh()
    assert not card.contact.told.isChecked()


def test_when_all_is_repeated_the_item_is_offered_and_ticked_only_on_demand(qtbot, card, desk, visit):
    def is_open():
        return next(item for item in desk.preparation.of(visit) if item.code == "108").is_open

    press(qtbot, card, *[ENTER] * 6)
    assert is_open()
    card.all_read.tick.click()
    assert not is_open()
    assert not card.all_read.tick.isVisible()


def test_a_visit_without_any_fact_says_so(qtbot, desk, clock):
    screen = in_front(qtbot, ReadBackScreen(desk, clock))
    screen.show_visit(desk.visits.new(NOW).id)
    assert screen._empty.isVisible()


def test_the_list_is_a_sound_model(card):
    QAbstractItemModelTester(card.list.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
