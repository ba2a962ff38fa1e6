"""A list of people from Excel is looked at before anything is written."""

import pytest

from reception_desk.domain.employee import Employee
from reception_desk.services.rosters import Standing
from tests.desk import NOW
from tests.ui.sample_screens import in_front
from ui.screens.settings.employees import EmployeesSection

LIST = "姓名,部门,职务,性别\n陈刚,总经办,总经理,男\n宋岚,物流部,客座教授,女\n,物流部,,\n"


@pytest.fixture
def section(qtbot, desk, clock):
    """The employees, in front."""
    desk.house.add(Employee, NOW, name="陈刚", department="总经办", title="副总经理", rank=3)
    made = in_front(qtbot, EmployeesSection(desk, clock), 1050, 660)
    made.refresh()
    return made


@pytest.fixture
def preview(qtbot, section, tmp_path):
    """The preview of a list in GBK."""
    path = tmp_path / "名单.csv"
    path.write_bytes(LIST.encode("gbk"))
    section.read(path)
    qtbot.waitUntil(lambda: section.preview.comparison is not None, timeout=20_000)
    return section.preview


def rows(preview):
    model = preview.model
    return [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]


def test_each_row_says_what_it_would_change_and_nothing_is_written(preview, desk):
    assert rows(preview) == [
        ["2", "陈刚", "有变化", "职务 副总经理 → 总经理"],
        ["3", "宋岚", "新增", "物流部 · 客座教授"],
        ["4", "物流部", "未能识别", "没有姓名"],
    ]
    assert [employee.title for employee in desk.house.all(Employee)] == ["副总经理"]


def test_columns_that_are_not_taken_over_are_named(preview):
    assert "性别" in preview.remarks.text()


def test_rows_of_one_kind_can_be_looked_at_alone(preview):
    preview.filter.set_value(Standing.NOT_UNDERSTOOD)
    preview.filter.chosen.emit(Standing.NOT_UNDERSTOOD)

    assert [row[1] for row in rows(preview)] == ["物流部"]


def test_a_rank_for_a_title_can_be_put_straight_before_it_is_written(preview, section, desk):
    fact = next(fact for fact in preview.rank_facts.facts() if fact.label() == "客座教授")
    fact.changed.emit(5)

    preview.take_button.click()

    assert {employee.name: employee.rank for employee in desk.house.all(Employee)} == {"陈刚": 3, "宋岚": 5}
    assert section.pages.currentIndex() == 0
    assert section.model.rowCount() == 2


def test_a_list_is_taken_over_in_one_step_that_is_undone_whole(preview, section, desk):
    preview.take_button.click()

    desk.history.undo(NOW)
    section.refresh()

    assert [(employee.name, employee.title) for employee in desk.house.all(Employee)] == [
        ("陈刚", "副总经理")
    ]


def test_a_list_can_be_given_up(preview, section, desk):
    preview.head.went_back.emit()

    assert section.pages.currentIndex() == 0
    assert len(desk.house.all(Employee)) == 1


def test_what_cannot_be_read_says_so_and_leads_back(qtbot, section, tmp_path):
    path = tmp_path / "名单.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")

    with qtbot.waitSignal(section.refused, timeout=20_000) as refused:
        section.read(path)

    assert "名单.xlsx" in refused.args[0]
    section.preview.state.acted.emit()
    assert section.pages.currentIndex() == 0


def test_the_list_is_written_out_for_excel(qtbot, section, tmp_path):
    with qtbot.waitSignal(section.said):
        section.write(tmp_path / "员工.csv")

    assert "陈刚" in (tmp_path / "员工.csv").read_text("utf-8-sig")
