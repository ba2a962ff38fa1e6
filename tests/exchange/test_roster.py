"""Lists of our own people: headings in either language and any order, Excel and CSV."""

import pytest

from reception_desk.errors import ReceptionError
from reception_desk.exchange.roster import read_roster
from tests.exchange.form_builder import workbook


def facts(roster):
    return [row.facts for row in roster.rows]


def test_a_csv_as_chinese_excel_writes_it_is_read(tmp_path):
    path = tmp_path / "名单.csv"
    path.write_bytes("姓名,部门,手机\r\n宋岚,物流部,13905510009\r\n".encode("gbk"))

    assert facts(read_roster(path)) == [{"name": "宋岚", "department": "物流部", "phone": "13905510009"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_usual_csv_is_read(tmp_path, encoding, delimiter):
    path = tmp_path / "staff.csv"
    path.write_text(f"Name{delimiter}Dept\n宋岚𠮷{delimiter}物流部\n", encoding=encoding)

    assert facts(read_roster(path)) == [{"name": "宋岚𠮷", "department": "物流部"}]


def test_english_headings_in_another_order_are_recognised(tmp_path):
    path = workbook(
        tmp_path / "staff.xlsx",
        [
            ["Staff list"],
            ["Job title", "Mobile phone", "Full name", "Rank"],
            ["CEO", 13905510001, "Chen Gang", 2],
        ],
    )

    assert facts(read_roster(path)) == [
        {"name": "Chen Gang", "title": "CEO", "phone": "13905510001", "rank": 2}
    ]


def test_a_department_merged_over_its_people_counts_for_each(tmp_path):
    path = workbook(
        tmp_path / "staff.xlsx",
        [["部门", "姓名"], ["销售部", "张伟"], ["", "王芳"], ["物流部", "宋岚"]],
        merged=("A2:A3",),
    )

    assert [(f["name"], f["department"]) for f in facts(read_roster(path))] == [
        ("张伟", "销售部"),
        ("王芳", "销售部"),
        ("宋岚", "物流部"),
    ]


def test_what_is_not_understood_is_told_with_its_row_and_reason(tmp_path):
    path = workbook(
        tmp_path / "staff.xlsx",
        [
            ["姓名", "部门", "级别", "状态"],
            ["", "销售部", 3, ""],
            ["张伟", "", 100, ""],
            ["王芳", "", 4, "外派"],
        ],
    )

    roster = read_roster(path)

    assert [(row.place, row.who) for row in roster.not_understood] == [
        (2, "销售部、3"),
        (3, "张伟"),
        (4, "王芳"),
    ]
    assert "100" in roster.not_understood[1].reason
    assert "外派" in roster.not_understood[2].reason


def test_a_column_of_another_scale_is_left_alone(tmp_path):
    path = workbook(tmp_path / "staff.xlsx", [["姓名", "级别"], ["张伟", "P7"], ["王芳", "M3"]])

    roster = read_roster(path)

    assert facts(roster) == [{"name": "张伟"}, {"name": "王芳"}]
    assert roster.left_alone == ["级别"]


def test_identity_numbers_are_never_taken(tmp_path):
    path = workbook(tmp_path / "staff.xlsx", [["姓名", "身份证号"], ["张伟", "320501199001010011"]])

    roster = read_roster(path)

    assert facts(roster) == [{"name": "张伟"}]
    assert roster.left_alone == ["身份证号"]


def test_a_list_without_headings_is_refused(tmp_path):
    path = workbook(tmp_path / "staff.xlsx", [["张伟", "销售部"], ["王芳", "物流部"]])

    with pytest.raises(ReceptionError, match=r"staff\.xlsx"):
        read_roster(path)


def test_a_picture_renamed_to_csv_is_refused(tmp_path):
    path = tmp_path / "staff.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20)

    with pytest.raises(ReceptionError, match=r"staff\.csv"):
        read_roster(path)


def test_a_list_may_have_five_thousand_people(tmp_path):
    path = tmp_path / "staff.csv"
    path.write_text("姓名,部门\n" + "".join(f"员工{n},部{n % 9}\n" for n in range(5001)), encoding="utf-8")

    assert len(read_roster(path).rows) == 5001


def test_a_status_says_who_is_still_here(tmp_path):
    path = workbook(tmp_path / "staff.xlsx", [["姓名", "在职状态"], ["张伟", "在职"], ["王芳", "离职"]])

    assert [f["is_active"] for f in facts(read_roster(path))] == [True, False]
