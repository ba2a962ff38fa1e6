"""Facts that are dates, times and numbers, written freely."""

from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget

from tests.ui.looking import shown
from tests.ui.widgets.composing import type_text
from ui.widgets.fact_line import FactLine
from ui.widgets.fact_moment import CalendarPopup, DayFact, MomentFact
from ui.widgets.fact_number import NumberFact

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 23, 9, 41, tzinfo=CHINA)
ARRIVAL = datetime(2026, 12, 8, 10, 30, tzinfo=CHINA)


def made(qtbot, fact):
    fact.asked = []
    fact.changed.connect(fact.asked.append)
    fact.line = fact.findChild(FactLine)
    return shown(qtbot, fact, 420, 80)


@pytest.fixture
def arrival(qtbot):
    """When the guests come."""
    return made(qtbot, MomentFact("到达", lambda: NOW))


def write(fact, text):
    fact.edit()
    fact.line.selectAll()
    type_text(fact.line, text)
    QTest.keyClick(fact.line, Qt.Key.Key_Return)


def test_a_moment_is_read_with_its_weekday_and_written_without(arrival):
    arrival.set_value(ARRIVAL)
    arrival.line.clearFocus()
    assert arrival.line.text() == "2026-12-08 周二 10:30"
    arrival.edit()
    assert arrival.line.text() == "2026-12-08 10:30"


def test_a_moment_is_written_freely(arrival):
    write(arrival, "12月8日 10:30")
    assert arrival.asked == [ARRIVAL]


def test_a_time_alone_keeps_the_day(arrival):
    arrival.set_value(ARRIVAL)
    write(arrival, "14:00")
    assert arrival.asked == [ARRIVAL.replace(hour=14, minute=0)]


def test_a_day_alone_keeps_the_time(arrival):
    arrival.set_value(ARRIVAL)
    write(arrival, "明天")
    assert arrival.asked == [datetime(2026, 11, 24, 10, 30, tzinfo=CHINA)]


def test_a_day_alone_without_a_time_is_refused_with_an_example(arrival):
    write(arrival, "25日")
    assert (arrival.asked, arrival.line.text()) == ([], "25日")
    assert "11-25 10:30" in arrival.refusal()


def test_half_a_date_is_not_scolded_while_writing(arrival):
    arrival.edit()
    type_text(arrival.line, "12-")
    arrival._save_quietly()
    assert arrival.refusal() == ""


def test_what_is_no_date_is_refused(arrival):
    write(arrival, "等通知")
    assert "等通知" in arrival.refusal()


def test_an_emptied_moment_is_none(arrival):
    arrival.set_value(ARRIVAL)
    arrival.edit()
    arrival.line.clear()
    arrival.line.draft.typed()
    QTest.keyClick(arrival.line, Qt.Key.Key_Return)
    assert arrival.asked == [None]


def test_f4_opens_a_calendar_and_a_day_picked_keeps_the_time(arrival, qtbot):
    arrival.set_value(ARRIVAL)
    arrival.edit()
    QTest.keyClick(arrival.line, Qt.Key.Key_F4)
    calendar = arrival.findChild(CalendarPopup).findChild(QCalendarWidget)
    calendar.clicked.emit(QDate(2026, 12, 9))
    assert arrival.asked == [ARRIVAL.replace(day=9)]
    qtbot.waitUntil(lambda: arrival.findChild(CalendarPopup) is None, timeout=3000)


def test_a_day_needs_no_time(qtbot):
    day = made(qtbot, DayFact("有效期", lambda: NOW))
    write(day, "2030-5-1")
    assert day.asked == [date(2030, 5, 1)]


def test_a_day_with_a_time_is_refused(qtbot):
    day = made(qtbot, DayFact("有效期", lambda: NOW))
    write(day, "2030-5-1 10:00")
    assert day.asked == []
    assert day.refusal()


@pytest.mark.parametrize(("text", "value"), [("5", 5), ("１２", 12), (" 7 ", 7)])
def test_a_number_is_written_in_any_width(qtbot, text, value):
    number = made(qtbot, NumberFact("人数"))
    write(number, text)
    assert number.asked == [value]


@pytest.mark.parametrize("text", ["五个", "1.5", "-1", "100000"])
def test_what_is_no_such_number_is_refused(qtbot, text):
    number = made(qtbot, NumberFact("人数"))
    write(number, text)
    assert number.asked == []
    assert number.refusal()
