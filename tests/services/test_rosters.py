"""A list of our people is compared with ours and taken over in one step."""

import pytest

from reception_desk.domain.employee import Employee
from reception_desk.domain.ranks import parse_ranks
from reception_desk.errors import ReceptionError
from reception_desk.i18n import use_language
from reception_desk.resources import resource
from reception_desk.services.rosters import Standing
from tests.desk import NOW


@pytest.fixture
def compare(desk, tmp_path):
    """Compare a list, given as CSV, with ours."""

    def compared(text, **ranks):
        path = tmp_path / "staff.csv"
        path.write_bytes(text.encode("gbk"))
        roster = desk.rosters.read(path)
        return desk.rosters.compare(roster, desk.rosters.titles(roster) | ranks)

    return compared


def standings(comparison):
    return [row.standing for row in comparison.rows]


def test_rows_are_new_changed_field_by_field_or_the_same(desk, compare):
    desk.house.add(Employee, NOW, name="张伟", department="销售部", title="经理", phone="13905510001", rank=6)
    desk.house.add(Employee, NOW, name="王芳", department="物流部")

    comparison = compare(
        "姓名,部门,职务,手机\n张伟,销售部,总监,13905510001\n王芳,物流部,,\n宋岚,物流部,专员,\n"
    )

    assert standings(comparison) == [Standing.CHANGED, Standing.SAME, Standing.NEW]
    assert comparison.rows[0].changes == {"title": ("经理", "总监")}


def test_a_blank_cell_takes_nothing_away(desk, compare):
    desk.house.add(Employee, NOW, name="张伟", department="销售部", phone="13905510001")

    assert standings(compare("姓名,部门,手机\n张伟,,\n")) == [Standing.SAME]


def test_nothing_is_written_until_it_is_taken(desk, compare):
    comparison = compare("姓名\n张伟\n")
    assert desk.house.all(Employee) == []

    desk.rosters.take(comparison, NOW)

    assert [employee.name for employee in desk.house.all(Employee)] == ["张伟"]


def test_taking_a_list_is_one_step_and_undone_whole(desk, compare):
    desk.house.add(Employee, NOW, name="张伟", title="经理", rank=6)
    desk.rosters.take(compare("姓名,职务\n张伟,总监\n王芳,专员\n"), NOW)
    assert desk.history.undoable().said == "从 staff.csv 导入 2 名员工"

    desk.history.undo(NOW)

    assert [(employee.name, employee.title) for employee in desk.house.all(Employee)] == [("张伟", "经理")]


def test_a_rank_is_proposed_by_title_and_can_be_another(desk, compare):
    comparison = compare("姓名,职务\n陈刚,总经理\n沈静仪,副总经理\n何亦凡,客座教授\n", 客座教授=5)

    assert [row.facts.get("rank") for row in comparison.rows] == [2, 3, 5]


def test_our_own_rank_for_a_title_counts_more_than_the_proposed_one(desk, compare):
    desk.house.add(Employee, NOW, name="陈刚", title="总监", rank=7)

    assert compare("姓名,职务\n王芳,总监\n").rows[0].facts["rank"] == 7


def test_a_rank_that_we_have_is_not_overwritten_by_the_scale(desk, compare):
    desk.house.add(Employee, NOW, name="陈刚", title="总经理", rank=9)

    assert standings(compare("姓名,职务\n陈刚,总经理\n")) == [Standing.SAME]


def test_somebody_who_stands_twice_is_told_with_the_first_row(compare):
    comparison = compare("姓名,部门\n张伟,销售部\n张伟,销售部\n")

    assert standings(comparison) == [Standing.NEW, Standing.NOT_UNDERSTOOD]
    assert "2" in comparison.rows[1].reason


def test_of_two_with_one_name_the_department_tells_who_is_meant(desk, compare):
    desk.house.add(Employee, NOW, name="张伟", department="销售部")
    desk.house.add(Employee, NOW, name="张伟", department="物流部")

    comparison = compare("姓名,部门,职务\n张伟,物流部,专员\n张伟,,经理\n")

    assert standings(comparison) == [Standing.CHANGED, Standing.NOT_UNDERSTOOD]


def test_somebody_known_by_phone_may_have_changed_the_department(desk, compare):
    desk.house.add(Employee, NOW, name="张伟", department="销售部", phone="13905510001")
    desk.house.add(Employee, NOW, name="张伟", department="研发中心", phone="13905510002")

    comparison = compare("姓名,部门,手机\n张伟,物流部,139 0551 0001\n")

    assert comparison.rows[0].changes == {"department": ("销售部", "物流部")}


def test_who_is_not_in_the_list_stays_and_is_counted(desk, compare):
    desk.house.add(Employee, NOW, name="王芳")

    assert compare("姓名\n张伟\n").missing == 1


def test_a_list_with_nothing_new_is_refused(desk, compare):
    desk.house.add(Employee, NOW, name="张伟")

    with pytest.raises(ReceptionError, match=r"staff\.csv"):
        desk.rosters.take(compare("姓名\n张伟\n"), NOW)


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("总经理", 2),
        ("副总经理", 3),
        ("总经办主任", 6),
        ("销售总监", 4),
        ("Vice President", 3),
        ("客座教授", None),
    ],
)
def test_the_scale_goes_by_what_a_title_ends_in(title, rank):
    scale = parse_ranks(resource("templates", "ranks.toml").read_text(encoding="utf-8"))

    assert scale.proposed(title) == rank


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_written_out_is_read_back_unchanged(desk, tmp_path, language):
    use_language(language)
    desk.house.add(
        Employee, NOW, name="陈刚", name_latin="Chen Gang", department="总经办", title="总经理", rank=2,
        title_latin="General Manager", phone="021-62339999 转 801", note="周五不在",
    )  # fmt: skip
    desk.house.retire(Employee, desk.house.add(Employee, NOW, name="宋岚", phone="13905510009"), NOW)

    assert desk.rosters.written(tmp_path / "staff.csv") == 2

    roster = desk.rosters.read(tmp_path / "staff.csv")
    comparison = desk.rosters.compare(roster, {})
    use_language("zh")
    assert standings(comparison) == [Standing.SAME, Standing.SAME]
    assert roster.left_alone == []


def test_a_name_is_never_a_formula_in_excel(desk, tmp_path):
    desk.house.add(Employee, NOW, name="=HYPERLINK(1)")

    desk.rosters.written(tmp_path / "staff.csv")

    assert "\n'=HYPERLINK(1)," in (tmp_path / "staff.csv").read_text("utf-8-sig")


def test_a_place_where_nothing_can_be_written_is_told(desk, tmp_path):
    with pytest.raises(ReceptionError, match=r"staff\.csv"):
        desk.rosters.written(tmp_path / "nowhere" / "staff.csv")
