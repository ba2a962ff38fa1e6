"""The compliance report on the screen: by month and by visit, down to the item, and onto paper (5.22)."""

from __future__ import annotations

from datetime import date, timedelta

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reception_desk.i18n import use_language
from tests.ui.sample_desk import NOW, filled_desk
from tests.window import open_window, press
from ui.models.compliance import MonthColumn, RowColumn, VisitColumn
from ui.screens.compliance.head import ALL, DEVIATING
from ui.widgets.text import Text

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
REASON = "客户自理，不需要"
LATER = NOW + timedelta(hours=25)


@pytest.fixture
def desk(tmp_path):
    """A visit with a tick in time, one left out, much still open; and four others."""
    opened, visit_id = filled_desk(tmp_path / "desk", many=4)
    early = NOW - timedelta(days=4)
    opened.preparation.check_off(visit_id, "119", "", early)
    opened.preparation.leave_out(visit_id, "120", "", REASON, early)
    yield opened
    opened.close()


@pytest.fixture
def visit_id(desk):
    return desk.visits.numbered("2026-0001").id


@pytest.fixture
def frame(qtbot, desk):
    opened = open_window(qtbot, desk, lambda: LATER)
    yield opened
    opened.gestures.speak("zh")
    opened.window.close()


@pytest.fixture
def screen(frame):
    """The month."""
    frame.go("compliance/month")
    return frame.screens["compliance"]


def choose(table, clauses, name):
    """Choose a clause in a table."""
    table.selectRow([kept.clause for kept in clauses].index(name))


def cell(model, row, column):
    return model.index(row, column).data()


def shown(screen):
    return [text.text() for text in screen.findChildren(Text) if text.isVisible()]


def test_the_models_keep_qts_contract(screen):
    testers = [
        QAbstractItemModelTester(model, FATAL) for model in (screen.month, screen.of_visit, screen.rows.model)
    ]
    screen.refresh()
    screen.go_on(1)

    assert len(testers) == 3


def test_the_month_is_opened_from_the_list_of_visits(frame):
    frame.go("visits")

    frame.screens["visits"].compliance.click()

    assert frame.current().name == "compliance"
    assert frame.window.rail.current() == "visits"
    assert "2026年12月" in shown(frame.current())


def test_the_month_is_found_in_the_palette_in_both_languages(frame):
    for asked in ("制度执行", "compliance"):
        assert "月度制度执行情况" in [entry.words for entry in frame._find(asked)]


def test_each_clause_counts_its_visits(desk, screen):
    report = desk.compliance.of_month(date(2026, 12, 1), LATER)

    for row, kept in enumerate(screen.month.clauses):
        counts = [cell(screen.month, row, column) for column in list(MonthColumn)[2:]]
        assert sum(int(count) for count in counts if count != "–") == len(report.visits)
        assert cell(screen.month, row, MonthColumn.CLAUSE) == kept.clause


def test_the_months_before_and_after_are_a_press_away_and_back(qtbot, frame, screen):
    press(qtbot, frame, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "2026年11月" in shown(screen)

    press(qtbot, frame, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "该月没有接待" in shown(screen)
    assert not screen.head.print.isEnabled()

    for _press in range(4):
        press(qtbot, frame, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert "2027年2月" in shown(screen)

    press(qtbot, frame, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert "2026年12月" in shown(screen)
    assert not screen.head.this_month.isVisible()


def test_enter_goes_to_the_rows_and_from_a_row_to_the_item_in_its_visit(qtbot, frame, screen, visit_id):
    choose(screen.months, screen.month.clauses, "A6.1a")
    press(qtbot, frame, Qt.Key.Key_Return)
    assert screen.rows.table.hasFocus()

    rows = screen.rows.model.rows
    row = next(place for place, one in enumerate(rows) if one.item and one.item.reason == REASON)
    assert cell(screen.rows.model, row, RowColumn.STANDING) == f"略过：{REASON}"
    assert cell(screen.rows.model, row, RowColumn.VISIT).startswith("2026-0001")
    screen.rows.choose(row)
    press(qtbot, frame, Qt.Key.Key_Return)

    visit = frame.screens["visit"]
    assert (frame.current(), visit.visit_id) == (visit, visit_id)
    assert visit.section().model.item(visit.section().items.currentIndex()).code == "120"


def test_the_way_back_from_a_visit_leads_to_the_month(frame, screen):
    screen.rows.take_hand()
    screen.rows.open_chosen()

    frame.back()

    assert frame.current() is screen
    assert "2026年12月" in shown(screen)


def test_the_report_of_a_visit_is_two_presses_from_it_and_back_again(frame, desk, visit_id):
    frame.go("visits")
    frame.show_visit(visit_id, "preparation")
    head = frame.screens["visit"].head
    menu = head.menu()
    next(action for action in menu.actions() if action.text() == "执行情况").trigger()
    screen = frame.current()
    assert screen.name == "compliance"
    assert screen.title() == "接待制度执行情况"
    assert any("与操作记录逐行一致。" in words for words in shown(screen))

    screen.head.back.click()
    assert (frame.current().name, frame.current().visit_id) == ("visit", visit_id)
    frame.back()
    assert frame.current().name == "visits"


def test_a_visit_shows_every_clause_as_its_worst_item_and_all_items_below(desk, frame, visit_id):
    frame.go(f"compliance/visit:{visit_id}")
    screen = frame.current()
    report = desk.compliance.of_visit(visit_id, LATER)

    assert [kept.clause for kept in screen.of_visit.clauses] == [kept.clause for kept in report.clauses]
    choose(screen.clauses, screen.of_visit.clauses, "A6.1a")
    row = screen.clauses.currentIndex().row()
    assert cell(screen.of_visit, row, VisitColumn.STANDING).startswith("未完成，已逾期")
    assert screen.rows.model.rowCount() == 6
    standings = [cell(screen.rows.model, place, RowColumn.STANDING) for place in range(6)]
    assert standings[:2] == ["按时", f"略过：{REASON}"]
    assert cell(screen.rows.model, 0, RowColumn.BY) == "李静"
    assert screen.rows.table.isColumnHidden(RowColumn.VISIT)


def test_only_what_was_late_or_skipped_is_shown_on_demand(frame, screen):
    everything = screen.month.rowCount()
    screen.head.shown.set_value(DEVIATING)
    screen.refresh()

    assert 0 < screen.month.rowCount() < everything
    for kept in screen.month.clauses:
        choose(screen.months, screen.month.clauses, kept.clause)
        assert {row.verdict.value for row in screen.rows.model.rows} <= {"late", "skipped"}
    screen.head.shown.set_value(ALL)


def test_a_tick_elsewhere_is_seen_with_the_next_look_and_what_was_chosen_stays(frame, desk, visit_id):
    frame.go(f"compliance/visit:{visit_id}")
    screen = frame.current()
    choose(screen.clauses, screen.of_visit.clauses, "A7")
    screen.rows.choose(0)
    item = screen.rows.model.row(0).item.planned
    desk.preparation.check_off(visit_id, item.code, item.subject, item.due - timedelta(hours=1))

    frame.refresh()

    assert screen.of_visit.clauses[screen.clauses.currentIndex().row()].clause == "A7"
    assert screen.rows.chosen() == 0
    assert cell(screen.rows.model, 0, RowColumn.STANDING) == "按时"


def test_a_visit_that_is_gone_leads_back_to_the_list(frame, desk, visit_id):
    frame.go(f"compliance/visit:{visit_id}")
    desk.bin.delete(visit_id, LATER)

    frame.refresh()

    assert frame.current().name == "visits"
    frame.go("compliance")
    assert frame.current().title() == "月度制度执行情况"


def words_of(sheet):
    """All that the paper says, without the gaps of its lines."""
    with pypdfium2.PdfDocument(sheet.draw()) as pdf:
        return "".join("".join(page.get_textpage().get_text_bounded() for page in pdf).split())


def lacking(words, said):
    return [one for one in said if "".join(one.split()) not in words]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", ("2026年12月制度执行情况", "逾期与略过明细", f"略过：{REASON}", "2026-0001")),
        ("en", ("Compliance in Dec 2026", "Late and skipped", f"Skipped: {REASON}", "2026-0001")),
    ],
)
def test_the_month_is_put_on_paper_with_what_was_late_or_skipped(frame, screen, language, said):
    frame.gestures.speak(language)

    words = words_of(screen.sheet())

    assert lacking(words, said) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", ("接待制度执行情况", "不适用", "按时", "与操作记录逐行一致。", "未完成，已逾期")),
        (
            "en",
            (
                "Compliance of the visit",
                "Not applicable",
                "On time",
                "agrees with the history",
                "Open, late by",
            ),
        ),
    ],
)
def test_a_visit_is_put_on_paper_with_every_clause(frame, desk, visit_id, language, said):
    frame.gestures.speak(language)
    frame.go(f"compliance/visit:{visit_id}")
    screen = frame.current()

    sheet = screen.sheet()
    words = words_of(sheet)

    assert lacking(words, said) == []
    clauses = list(dict.fromkeys(line[0] for line in sheet.lines))
    assert clauses == [kept.clause for kept in screen.of_visit.clauses]


def test_on_paper_a_clause_with_several_items_says_how_it_was_kept_and_lists_them(frame, visit_id):
    frame.go(f"compliance/visit:{visit_id}")

    lines = [line for line in frame.current().sheet().lines if line[0] == "A6.1a"]

    assert len(lines) == 1 + 6
    assert lines[0][2].startswith("未完成，已逾期")
    assert [line[1][:2] for line in lines[1:]] == ["– "] * 6


def test_the_report_is_saved_where_there_is_no_printer(screen, monkeypatch, tmp_path, qtbot):
    monkeypatch.setattr("ui.printing.has_printer", lambda: False)
    monkeypatch.setattr("ui.printing.ask_where_to_save", lambda _name, _parent: tmp_path / "report.pdf")

    with qtbot.waitSignal(screen.said):
        screen.head.print.click()

    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def test_it_speaks_the_language_of_the_moment(frame, screen):
    try:
        frame.gestures.speak("en")

        assert screen.title() == "Compliance of the month"
        assert "Dec 2026" in shown(screen)
        assert any(words.startswith("Visits: 5 · Clauses:") for words in shown(screen))
    finally:
        use_language("zh")


def test_a_double_click_leads_down_too(frame, screen, visit_id):
    choose(screen.months, screen.month.clauses, "A6.1a")
    screen.months.doubleClicked.emit(screen.months.currentIndex())
    assert screen.rows.table.hasFocus()

    screen.rows.table.doubleClicked.emit(screen.rows.table.currentIndex())
    assert frame.current().name == "visit"
