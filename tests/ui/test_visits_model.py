"""The list of visits as a model: pages from the store, the state in a word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reception_desk.domain.visit import VisitState
from tests.ui.sample_desk import NOW, filled_desk, now
from ui.models.visits import PAGE, VISIT_ID, Column, VisitsModel

ROOT = QModelIndex()


@pytest.fixture
def one(tmp_path):
    """A desk with the visit of the pictures."""
    opened, _visit_id = filled_desk(tmp_path / "one")
    yield opened
    opened.close()


@pytest.fixture
def full(tmp_path):
    """A desk with the visit of the pictures and eight others."""
    opened, _visit_id = filled_desk(tmp_path / "full", 8)
    yield opened
    opened.close()


@pytest.fixture
def model(qapp, one):
    return VisitsModel(one, now)


def words(model, row, column):
    return model.index(row, column).data()


def test_it_is_a_model_as_qt_wants_one(qapp, full):
    model = VisitsModel(full, now)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.search("taoran")
    model.search("")
    model.refresh()

    assert tester.model() is model


def test_it_reads_a_page_and_the_next_when_it_is_wanted(qapp, full):
    model = VisitsModel(full, now, page=4)

    assert (model.rowCount(), model.total, model.canFetchMore(ROOT)) == (4, 9, True)
    while model.canFetchMore(ROOT):
        model.fetchMore(ROOT)
    assert (model.rowCount(), model.canFetchMore(ROOT)) == (9, False)
    assert len({model.index(row, 0).data(VISIT_ID) for row in range(9)}) == 9


def test_refreshing_keeps_what_has_been_read(qapp, full):
    model = VisitsModel(full, now, page=4)
    model.fetchMore(ROOT)

    model.refresh()

    assert model.rowCount() == 8


def test_it_has_at_most_seven_columns_and_the_arrival_is_first_and_bold(model):
    assert PAGE >= 50
    assert model.columnCount() <= 7
    model.refresh()

    assert words(model, 0, Column.ARRIVAL) == "2026-12-08 周二 10:30"
    assert model.index(0, Column.ARRIVAL).data(Qt.ItemDataRole.FontRole).weight() >= 600


def test_a_line_says_company_guest_heads_and_level(model):
    model.refresh()

    said = [words(model, 0, column) for column in Column]

    assert said[1:5] == ["苏州恒屹精密机械有限公司", "顾翀 董事长", "6", "一级"]
    assert said[6] == "华东销售部"


def test_the_progress_follows_when_there_is_time(qtbot, model):
    model.refresh()

    assert words(model, 0, Column.STANDING) == "草稿"
    qtbot.waitUntil(lambda: "逾期" in words(model, 0, Column.STANDING), timeout=5000)
    assert words(model, 0, Column.STANDING).startswith("草稿 2/")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("顾翀", 1),
        ("guchong", 1),
        ("gc", 1),
        ("恒屹", 1),
        ("hyjm", 1),
        ("1111", 0),
        ("2222", 1),
        ("2026-0001", 1),
    ],
)
def test_it_finds_by_name_company_pinyin_initials_phone_and_number(qapp, full, asked, found):
    model = VisitsModel(full, now)
    visit_id = full.visits.numbered("2026-0001").id
    model.search(asked)

    hits = {model.index(row, 0).data(VISIT_ID) for row in range(model.rowCount())}

    assert (visit_id in hits) is bool(found)
    assert len(hits) <= 1


def test_a_cancelled_visit_says_so(one, model):
    one.visits.cancel(one.visits.numbered("2026-0001").id, NOW)
    model.refresh()

    assert model.standing(0).words == "已取消"
    assert one.visits.page()[0].state is VisitState.CANCELLED


def test_the_list_begins_at_the_next_visit(qapp, full):
    model = VisitsModel(full, now)

    row = model.row_to_start_at()

    assert words(model, row, Column.ARRIVAL).startswith("2026-12-07")
