"""The history on the screen: by day, by person, by words; taken back out of the middle."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reception_desk.services import history
from tests.desk import NOW, plain_visit
from tests.ui.looking import shown
from ui.screens.history import HistoryScreen
from ui.screens.history_pane import HistoryPane


@pytest.fixture
def visit(desk):
    visit_id = plain_visit(desk, purpose="参观")
    desk.visits.change(visit_id, NOW, purpose="洽谈")
    desk.visits.change(visit_id, NOW, heads=9)
    return visit_id


@pytest.fixture
def pane(qtbot, desk, clock, visit):
    made = shown(qtbot, HistoryPane(desk, clock), 900, 600)
    made.show_visit(visit)
    return made


def first_words(pane):
    return [pane.model.row_at(pane.model.index(row)).first for row in range(pane.model.rowCount())]


def choose(pane, said):
    place = first_words(pane).index(said)
    pane.list.setCurrentIndex(pane.model.index(place))


def test_a_heading_for_the_day_and_the_newest_first(pane):
    assert first_words(pane) == ["今日", "修改来访人数", "修改来访目的", "新建接待：苏州恒屹精密机械有限公司"]


def test_the_chosen_step_is_told_in_full(pane):
    choose(pane, "修改来访目的")
    assert (pane.said.text(), pane.changes.text()) == ("修改来访目的", "来访目的：参观 → 洽谈")
    assert "李静" in pane.when.text()


def test_a_step_is_taken_back_out_of_the_middle(qtbot, pane, desk, visit):
    choose(pane, "修改来访目的")
    with qtbot.waitSignal(pane.undone) as undone:
        qtbot.mouseClick(pane.undo, Qt.MouseButton.LeftButton)
    assert "修改来访目的" in undone.args[0]
    assert (desk.visits.get(visit).purpose, desk.visits.get(visit).heads) == ("参观", 9)

    pane.show_visit(visit)
    choose(pane, "修改来访目的")
    assert not pane.undo.isVisible()


def test_what_was_changed_since_is_refused_with_a_sentence(qtbot, pane, desk, visit):
    desk.visits.change(visit, NOW, purpose="验厂")
    choose(pane, "修改来访目的")
    with qtbot.waitSignal(pane.refused):
        pane.undo.click()
    assert desk.visits.get(visit).purpose == "验厂"


def test_words_and_persons_narrow_it(pane):
    pane.search.setText("洽谈")
    assert first_words(pane) == ["今日", "修改来访目的"]
    pane.search.setText("")
    pane.who._choose("")
    assert len(first_words(pane)) == 4
    pane.search.setText("没有这样的")
    assert first_words(pane) == []


def test_the_next_page_follows(pane, desk, visit, monkeypatch):
    monkeypatch.setattr(history, "PAGE", 2)
    desk.visits.change(visit, NOW, heads=10)
    pane.show_visit(visit)
    assert pane.older.isVisible()
    before = len(first_words(pane))

    pane.older.click()

    assert len(first_words(pane)) == before + 2


def test_the_whole_desk_leads_to_the_visit(qtbot, desk, clock, visit):
    screen = shown(qtbot, HistoryScreen(desk, clock), 1000, 600)
    screen.refresh()
    choose(screen.pane, "修改来访目的")
    with qtbot.waitSignal(screen.visit_wanted) as wanted:
        screen.pane.open.click()
    assert wanted.args == [visit, "history"]


def test_the_list_is_a_sound_model_and_everything_has_a_name(pane):
    QAbstractItemModelTester(pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert all(widget.accessibleName() for widget in (pane.list, pane.search))
