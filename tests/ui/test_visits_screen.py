"""The visits: found while one types, opened with Enter, empty and not found in words."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from reception_desk.domain.visit_filter import Period, VisitFilter, VisitStanding
from reception_desk.i18n import use_language
from tests.ui.sample_desk import NOW, filled_desk, sample_desk
from tests.ui.sample_screens import visits_screen, write
from ui.models.visit_columns import Column, Columns
from ui.screens.visit_list.list_paper import list_sheet
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import Text


@pytest.fixture
def desk(tmp_path):
    opened = sample_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def full(tmp_path):
    """A desk with the visit of the pictures and eight others."""
    opened, _visit_id = filled_desk(tmp_path / "full", 8)
    yield opened
    opened.close()


def shown_words(screen):
    return [text.text() for text in screen.findChildren(Text) if text.isVisible() and text.text()]


def test_without_visits_it_says_how_one_begins(qtbot, desk):
    screen = visits_screen(qtbot, desk)

    assert "还没有接待" in shown_words(screen)
    with qtbot.waitSignal(screen.new_visit_wanted):
        next(state for state in screen.findChildren(EmptyState) if state.isVisible()).acted.emit()


def test_nothing_found_is_said_and_all_come_back_with_one_press(qtbot, full):
    screen = visits_screen(qtbot, full)

    qtbot.keyClicks(screen.search, "zzzz")
    assert "没有找到“zzzz”" in shown_words(screen)

    next(state for state in screen.findChildren(EmptyState) if state.isVisible()).acted.emit()
    assert screen.table.isVisible()
    assert screen.search.text() == ""


def test_typing_finds_down_goes_to_the_table_and_enter_opens(qtbot, full):
    wanted = full.visits.numbered("2026-0001").id
    screen = visits_screen(qtbot, full)
    screen.search.setFocus()

    qtbot.keyClicks(screen.search, "gc")
    qtbot.keyClick(screen.search, Qt.Key.Key_Down)

    assert screen.table.hasFocus()
    with qtbot.waitSignal(screen.visit_wanted) as opened:
        qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert opened.args == [wanted, ""]


def test_enter_in_the_search_opens_the_first_hit(qtbot, full):
    wanted = full.visits.numbered("2026-0001").id
    screen = visits_screen(qtbot, full)
    screen.search.setFocus()
    write(screen.search, "恒屹")

    with qtbot.waitSignal(screen.visit_wanted) as opened:
        qtbot.keyClick(screen.search, Qt.Key.Key_Return)
    assert opened.args == [wanted, ""]


@pytest.mark.parametrize(
    ("key", "modifier"), [(Qt.Key.Key_F, "ControlModifier"), (Qt.Key.Key_F3, "NoModifier")]
)
def test_ctrl_f_and_f3_go_to_the_search(qtbot, full, key, modifier):
    screen = visits_screen(qtbot, full)
    screen.table.setFocus()

    qtbot.keyClick(screen.table, key, Qt.KeyboardModifier[modifier])

    assert screen.search.hasFocus()


def test_half_typed_pinyin_searches_nothing(qtbot, full):
    screen = visits_screen(qtbot, full)
    screen.search.setFocus()

    QApplication.sendEvent(screen.search, QInputMethodEvent("guchong", []))
    assert screen.model.asked == ""

    write(screen.search, "顾翀")
    assert (screen.model.asked, screen.model.rowCount()) == ("顾翀", 1)


def test_a_letter_typed_in_the_table_begins_a_search(qtbot, full):
    screen = visits_screen(qtbot, full)
    screen.table.setFocus()

    qtbot.keyClick(screen.table, Qt.Key.Key_G)

    assert screen.search.hasFocus()
    assert screen.search.text() == "g"


def test_what_was_chosen_stays_chosen_after_reading_again(qtbot, full):
    screen = visits_screen(qtbot, full)
    screen.table.selectRow(3)
    chosen = screen.model.visit_id(3)

    full.visits.new(NOW, company="新来的")
    screen.refresh()

    assert screen.model.visit_id(screen.table.currentIndex().row()) == chosen


def choose(field, value):
    field.setCurrentIndex(field.findData(value))


def test_a_filter_narrows_is_said_and_is_cleared_with_one_press(qtbot, full):
    screen = visits_screen(qtbot, full)
    assert not screen.filter.clear_button.isVisible()

    choose(screen.filter.department, "采购部")

    assert screen.model.total == full.visits.count(chosen=VisitFilter(department="采购部"), now=NOW) < 9
    assert screen.filter.words() == "采购部"
    qtbot.keyClick(screen.filter.clear_button, Qt.Key.Key_Return)
    assert (screen.model.total, screen.filter.clear_button.isVisible()) == (9, False)


def test_a_filter_that_nothing_fits_says_itself_and_offers_to_clear(qtbot, full):
    screen = visits_screen(qtbot, full)

    choose(screen.filter.period, Period.TODAY)
    choose(screen.filter.standing, VisitStanding.CANCELLED)
    assert "没有符合条件的接待：今日在访、已取消" in shown_words(screen)
    qtbot.keyClicks(screen.search, "gc")
    assert "在“今日在访、已取消”中没有找到“gc”" in shown_words(screen)

    next(state for state in screen.findChildren(EmptyState) if state.isVisible()).acted.emit()
    assert (screen.model.asked, screen.model.total, screen.table.isVisible()) == ("gc", 1, True)


def test_two_days_are_asked_for_only_where_they_count(qtbot, full):
    screen = visits_screen(qtbot, full)
    assert not screen.filter.first.isVisible()

    choose(screen.filter.period, Period.BETWEEN)
    screen.filter.first.set_day(date(2026, 12, 8))
    screen.filter.last.set_day(date(2026, 12, 8))

    assert screen.filter.first.isVisible()
    assert 0 < screen.model.total < 9


def test_the_filter_stays_through_a_refresh_and_a_change_of_language(qtbot, full):
    screen = visits_screen(qtbot, full)
    choose(screen.filter.level, 1)
    narrowed = screen.model.total
    try:
        use_language("en")
        screen.retranslate()
        screen.refresh()

        assert (screen.filter.words(), screen.model.total) == ("Level 1", narrowed)
    finally:
        use_language("zh")


def test_every_choice_of_the_filter_is_reached_with_tab(qtbot, full):
    screen = visits_screen(qtbot, full)
    choose(screen.filter.level, 1)
    screen.search.setFocus()
    reached = set()
    for _press in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())

    row = screen.filter
    assert reached >= {row.period, row.standing, row.level, row.department, row.clear_button, screen.columns}


def test_chosen_columns_and_their_widths_are_there_next_time(qtbot, full):
    screen = visits_screen(qtbot, full)
    screen.column_menu.ticks[Column.PURPOSE].trigger()
    screen.table.horizontalHeader().resizeSection(screen.model.section_of(Column.PURPOSE), 231)
    screen.flush()

    again = visits_screen(qtbot, full)

    section = again.model.section_of(Column.PURPOSE)
    assert again.table.columnWidth(section) == 231
    assert again.model.headerData(section, Qt.Orientation.Horizontal) == "来访目的"
    assert again.column_menu.ticks[Column.PURPOSE].isChecked()


def test_no_more_columns_are_offered_than_fit_and_the_usual_ones_come_back(qtbot, full):
    screen = visits_screen(qtbot, full)
    for column in (Column.NUMBER, Column.PURPOSE):
        screen.column_menu.ticks[column].trigger()

    assert not screen.column_menu.ticks[Column.HOTEL].isEnabled()
    screen.column_menu.reset.trigger()
    assert screen.model.columns == Columns()


def test_a_tick_leaves_the_menu_of_columns_open(qtbot, full):
    screen = visits_screen(qtbot, full)
    qtbot.keyClick(screen.columns, Qt.Key.Key_Return)
    menu = screen.column_menu
    menu.setActiveAction(menu.ticks[Column.NUMBER])

    qtbot.keyClick(menu, Qt.Key.Key_Space)

    assert menu.isVisible()
    assert screen.model.column_at(0) is Column.NUMBER
    menu.close()


def test_the_list_is_printed_as_it_is_seen(qtbot, full):
    screen = visits_screen(qtbot, full)
    choose(screen.filter.department, "采购部")
    screen.column_menu.ticks[Column.LEVEL].trigger()

    sheet = list_sheet(full, screen.clock, screen.table, "采购部")

    assert list(sheet.headings) == ["到访时间", "来访单位", "主宾", "人数", "状态", "对口部门"]
    assert len(sheet.lines) == screen.model.total
    assert {line[-1] for line in sheet.lines} == {"采购部"}


def test_more_lines_than_anybody_reads_are_not_printed(qtbot, full, monkeypatch):
    monkeypatch.setattr("ui.screens.visit_list.list_paper.MOST_LINES", 3)
    screen = visits_screen(qtbot, full)

    with qtbot.waitSignal(screen.refused) as said:
        screen.print.click()

    assert said.args == ["超过 3 行，请先筛选；没有打印任何内容。"]


def test_it_speaks_the_language_of_the_moment(qtbot, full):
    screen = visits_screen(qtbot, full)
    try:
        use_language("en")
        screen.retranslate()

        assert screen.title() == "Visits"
        assert screen.model.headerData(0, Qt.Orientation.Horizontal) == "Arrival"
        assert "9 visits" in shown_words(screen)
    finally:
        use_language("zh")


def test_no_column_cuts_its_words_at_the_smallest_window(qtbot, full):
    screen = visits_screen(qtbot, full)
    qtbot.waitUntil(lambda: "逾期" in screen.model.standing(0).words, timeout=5000)

    for row in range(screen.model.rowCount()):
        for column in (0, 3, 4, 5, 6):
            index = screen.model.index(row, column)
            needed = screen.table.fontMetrics().horizontalAdvance(str(index.data()))
            assert needed < screen.table.columnWidth(column), index.data()
