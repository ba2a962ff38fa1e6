"""The list of visits as a model: pages from the store, the state in a word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reception_desk.domain.visit import VisitState
from reception_desk.domain.visit_filter import VisitFilter
from tests.ui.sample_desk import NOW, filled_desk, now
from ui.models.visit_columns import Column, Columns
from ui.models.visits import PAGE, VISIT_ID, VisitsModel

ROOT = QModelIndex()
FIRST = (Column.ARRIVAL, Column.COMPANY)


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
    return model.index(row, model.section_of(column)).data()


def test_it_is_a_model_as_qt_wants_one(qapp, full):
    model = VisitsModel(full, now)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.search("taoran")
    model.search("")
    model.refresh()

    assert tester.model() is model


def test_only_the_pages_last_looked_at_are_in_memory(qapp, full, monkeypatch):
    monkeypatch.setattr("ui.models.visits.PAGES_KEPT", 2)
    model = VisitsModel(full, now, page=2)

    ids = [model.visit_id(row) for row in range(9)]

    assert (model.rowCount(), model.total, len(set(ids))) == (9, 9, 9)
    assert model.pages_held <= 2
    assert [model.visit_id(row) for row in (8, 0, 4)] == [ids[8], ids[0], ids[4]]


def test_a_long_find_is_counted_on_when_somebody_scrolls_there(qapp, full, monkeypatch):
    monkeypatch.setattr("ui.models.visits.COUNTED", 4)
    model = VisitsModel(full, now, page=2)
    model.search("总")
    assert (model.rowCount(), model.is_all_counted, model.canFetchMore(ROOT)) == (4, False, True)

    while model.canFetchMore(ROOT):
        model.fetchMore(ROOT)

    assert (model.rowCount(), model.is_all_counted) == (full.visits.count("总"), True)


def test_a_visit_is_found_near_where_it_was(qapp, full):
    model = VisitsModel(full, now, page=2)
    visit_id = model.visit_id(6)
    full.visits.new(NOW, company="新来的")

    model.refresh()

    assert model.row_near(visit_id, 6) == 7


def test_a_filter_narrows_and_a_search_goes_on_within_it(qapp, full):
    model = VisitsModel(full, now)

    model.choose(VisitFilter(department="采购部"))
    found = model.total
    model.search("总")

    assert 0 < model.total <= found < 9
    assert {model.line(row).owner_department for row in range(model.total)} == {"采购部"}


def test_columns_are_chosen_and_keep_their_order(model):
    model.show_columns(model.columns.with_column(Column.NUMBER, shown=True))
    model.show_columns(model.columns.with_column(Column.LEVEL, shown=False))

    assert model.column_at(0) is Column.NUMBER
    assert words(model, 0, Column.NUMBER) == "2026-0001"
    assert model.section_of(Column.LEVEL) is None


@pytest.mark.parametrize("column", list(Column))
def test_every_column_says_something_of_a_full_visit(model, column):
    model.show_columns(Columns((Column.ARRIVAL, Column.COMPANY, column)[: 2 if column in FIRST else 3]))

    assert words(model, 0, column)


@pytest.mark.parametrize("kept", ["", "nonsense", '[["colour", 3]]', "7", "[1]"])
def test_columns_that_are_not_understood_are_the_usual_ones(kept):
    assert Columns.from_text(kept) == Columns()


def test_columns_are_kept_with_the_widths_somebody_has_drawn():
    chosen = Columns().with_column(Column.PURPOSE, shown=True).with_width(Column.PURPOSE, 222)

    assert Columns.from_text(chosen.as_text()) == chosen


def test_it_has_at_most_seven_columns_and_the_arrival_is_first_and_bold(model):
    assert PAGE >= 50
    assert model.columnCount() <= 7
    model.refresh()

    assert words(model, 0, Column.ARRIVAL) == "2026-12-08 周二 10:30"
    assert model.index(0, model.section_of(Column.ARRIVAL)).data(Qt.ItemDataRole.FontRole).weight() >= 600


def test_a_line_says_company_guest_heads_and_level(model):
    model.refresh()

    said = [words(model, 0, column) for column in model.columns.shown]

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
        ("1111", 1),
        ("3333", 0),
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
