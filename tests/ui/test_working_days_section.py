"""The working days of a year in the settings."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from reception_desk.i18n import use_language
from tests.desk import NOW
from ui.screens.settings.working_days import WorkingDaysSection
from ui.widgets.year_view import month_on

TUESDAY = date(2026, 12, 1)


@pytest.fixture
def section(qtbot, desk, clock):
    use_language("en")
    made = WorkingDaysSection(desk, clock)
    qtbot.addWidget(made)
    made.resize(1080, 660)
    made.show()
    made.refresh()
    return made


def test_space_toggles_the_day_at_hand_and_says_so(qtbot, section, desk):
    qtbot.keyClick(section.view, Qt.Key.Key_Space)

    assert not desk.working_days.year(2026).days[TUESDAY].is_working
    assert section.view.day() == TUESDAY
    assert "set by hand" in section.view.accessibleName()


def test_a_click_toggles_the_day_that_it_hits(qtbot, section, desk):
    saturday = date(2026, 3, 14)
    place: QPoint = section.view._cell(saturday).center()
    qtbot.mouseClick(section.view, Qt.MouseButton.LeftButton, pos=place)

    assert desk.working_days.year(2026).days[saturday].is_working


def test_arrows_go_through_the_days_and_page_keys_through_the_months(qtbot, section):
    qtbot.keyClick(section.view, Qt.Key.Key_Down)
    qtbot.keyClick(section.view, Qt.Key.Key_Right)
    qtbot.keyClick(section.view, Qt.Key.Key_PageUp)

    assert section.view.day() == date(2026, 11, 9)


def test_a_day_free_by_hand_carries_a_word(section, desk):
    desk.working_days.toggle(TUESDAY, NOW)
    section.refresh()

    look = section.view._looks[TUESDAY]
    assert (look.mark, look.framed) == ("off", True)


def test_an_unknown_year_is_said_so(section):
    section.show_year(2040)

    assert "For 2040 no official arrangement is known yet" in section._known.text()


def test_a_note_is_stored_with_its_day(qtbot, section, desk):
    section.note.edit()
    qtbot.keyClicks(section.note.focusProxy(), "Stocktaking")
    qtbot.keyClick(section.note.focusProxy(), Qt.Key.Key_Return)

    assert desk.working_days.year(2026).days[TUESDAY].note == "Stocktaking"


def test_a_wrong_list_is_refused_and_stays_to_be_put_right(qtbot, section):
    section.list_sheet.editor.setPlainText("2028-01-26 perhaps")
    with qtbot.waitSignal(section.refused):
        section.list_sheet.take.click()

    assert section.list_sheet.editor.toPlainText() == "2028-01-26 perhaps"


def test_the_last_of_a_long_month_is_the_last_of_a_short_one():
    assert month_on(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert month_on(date(2026, 1, 31), -1) == date(2025, 12, 31)
