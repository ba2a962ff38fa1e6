"""Application forms as the departments send them: what is read, what is left, what must not be taken."""

import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import Carrier, Direction
from reception_desk.domain.meal import MealKind
from reception_desk.domain.person import Gender
from reception_desk.domain.visit import Interpreter
from reception_desk.errors import ReceptionError
from reception_desk.exchange.application import (
    Applicant,
    FormHotel,
    FormLeg,
    FormMeal,
    FormMeeting,
    NotTaken,
    NotUnderstood,
)
from reception_desk.exchange.application_form import understand
from reception_desk.exchange.application_json import application_json
from reception_desk.exchange.workbook import Workbook, read_workbook
from tests.exchange.form_builder import DOMESTIC, FOREIGN, HEAD, NOW, SHANGHAI, Rows, at, form, read

GUESTS = ["序号", "姓名", "性别", "职务", "手机", "备注"]


@pytest.fixture(scope="module")
def domestic():
    return read(DOMESTIC)


@pytest.fixture(scope="module")
def foreign():
    return read(FOREIGN)


def test_the_domestic_form_is_understood_without_a_rest(domestic):
    assert domestic.not_understood == ()
    assert domestic.not_taken == ()
    assert domestic.warnings == ()


def test_the_head_of_the_domestic_form(domestic):
    assert domestic.form_title == "XX公司客户接待申请表"
    assert domestic.owner_department == "华东销售部"
    assert domestic.applicant == Applicant(name="陆文昊", phone="+8613812345678")
    assert domestic.applied_on == date(2026, 12, 1)
    assert domestic.company == "苏州恒屹精密机械有限公司"
    assert domestic.purpose == "考察产线并洽谈2027年度框架采购"
    assert domestic.arrival == at(2026, 12, 8, 10, 30)
    assert domestic.departure == at(2026, 12, 9, 16, 0)
    assert (domestic.heads, domestic.men, domestic.women, domestic.level) == (5, 3, 2, 1)
    assert domestic.welcome_text == "热烈欢迎苏州恒屹精密机械有限公司顾翀董事长一行莅临指导"
    assert domestic.dossier["background"].startswith("恒屹精密成立于2009年")


def test_the_guests_of_the_domestic_form(domestic):
    assert [guest.name for guest in domestic.guests] == ["顾翀", "欧阳喆", "马玥", "单镕", "陈䶮"]
    assert [guest.diet for guest in domestic.guests] == ["不吃辣", None, "清真", None, "海鲜过敏"]
    assert domestic.main_guest is domestic.guests[0]
    assert [guest.is_contact for guest in domestic.guests] == [False, False, False, False, True]
    assert domestic.guests[2].ethnicity == "回"
    assert domestic.guests[2].gender is Gender.FEMALE
    assert domestic.guests[4].phone == "+8613900005555"


def test_the_journeys_of_the_domestic_form(domestic):
    way_in, way_out = domestic.legs
    assert way_in == FormLeg(
        direction=Direction.ARRIVAL,
        carrier=Carrier.TRAIN,
        number="G7012",
        to_place="上海虹桥站",
        at=at(2026, 12, 8, 9, 42),
    )
    assert way_out == FormLeg(
        direction=Direction.DEPARTURE,
        carrier=Carrier.TRAIN,
        number="G7349",
        from_place="上海虹桥站",
        at=at(2026, 12, 9, 17, 25),
    )


def test_what_the_domestic_form_asks_for(domestic):
    assert domestic.answers == {
        "pick_up": Answer.YES,
        "hotel": Answer.YES,
        "ticket": Answer.NO,
        "invitation": Answer.NO,
        "meeting": Answer.YES,
        "meal": Answer.YES,
        "sign": Answer.YES,
    }
    assert domestic.hotel == FormHotel(
        check_in=date(2026, 12, 8), check_out=date(2026, 12, 9), rooms=5, room_kind="单间", note="无烟"
    )
    assert domestic.meetings == (
        FormMeeting(
            starts_at=at(2026, 12, 8, 14, 0),
            ends_at=at(2026, 12, 8, 16, 30),
            room="第一会议室",
            our_heads=8,
            needs="投影、席卡、茶水、水果",
        ),
    )
    assert domestic.meals == (
        FormMeal(kind=MealKind.WORKING, starts_at=at(2026, 12, 8, 12, 0), heads=10),
        FormMeal(kind=MealKind.BANQUET, starts_at=at(2026, 12, 8, 18, 30), heads=12),
    )


def test_the_head_of_the_foreign_form(foreign):
    assert foreign.applicant == Applicant(name="Zoe Lin 林知夏", phone="+862155550123", extension="806")
    assert foreign.company == "Brückner & Söhne Werkzeugbau GmbH"
    assert foreign.company_latin == foreign.company
    assert foreign.company_country == ""  # its guests are from two countries: a fact would be a guess
    assert foreign.applied_on == date(2026, 11, 30)
    assert foreign.arrival == at(2026, 12, 21, 9, 0)
    assert foreign.level == 2
    assert foreign.note.startswith("12月22日上午参观二号车间")


def test_the_guests_of_the_foreign_form(foreign):
    main, second, interpreter, agent = foreign.guests
    assert (main.name, main.name_latin, main.nationality, main.diet) == (
        "Jürgen Brückner",
        "Jürgen Brückner",
        "DE",
        "素食",
    )
    assert main.is_main
    assert (second.name, second.title_latin, second.nationality) == (
        "Dr. Anne-Sophie Lefèvre",
        "Head of Quality",
        "FR",
    )
    assert (interpreter.name, interpreter.name_latin, interpreter.title) == ("李思慕", "Simu Li", "翻译")
    assert interpreter.is_interpreter
    assert interpreter.note == "德方随行翻译"
    assert (agent.name, agent.company, agent.phone) == ("仇晓", "上海瑞合贸易有限公司", "+8613700007777")
    assert agent.is_agent


def test_the_journeys_of_the_foreign_form(foreign):
    way_in, way_out = foreign.legs
    assert (way_in.carrier, way_in.number, way_in.from_place, way_in.to_place, way_in.terminal) == (
        Carrier.FLIGHT,
        "LH728",
        "MUC",
        "浦东 (PVG)",
        "T2",
    )
    assert way_in.at == at(2026, 12, 20, 16, 5)
    assert (way_out.number, way_out.from_place, way_out.to_place) == ("LH729", "PVG", "MUC")
    assert foreign.hotel == FormHotel(check_in=date(2026, 12, 20), check_out=date(2026, 12, 23), rooms=3)


def test_passport_cells_are_named_and_their_values_go_nowhere(foreign):
    assert foreign.not_taken == (
        NotTaken(address="F11", label="护照全名"),
        NotTaken(address="G11", label="护照号码"),
        NotTaken(address="F12", label="护照全名"),
        NotTaken(address="G12", label="护照号码"),
    )
    said = json.dumps(application_json(foreign), ensure_ascii=False) + repr(foreign)
    for secret in ("BRUECKNER", "C01X00T47", "LEFEVRE", "19FV12345"):
        assert secret not in said


@pytest.mark.parametrize("path", [DOMESTIC, FOREIGN], ids=["domestic", "foreign"])
@pytest.mark.parametrize("marker", ["MARKER-Ω", "某个看不懂的词", "42"])
def test_whatever_stands_in_any_one_cell_is_found_again(path, marker):
    book = read_workbook(path)
    sheet = book.sheets[0]
    secret = {"F11", "G11", "F12", "G12"} if path == FOREIGN else set()
    for place, cell in sheet.cells.items():
        changed = dataclasses.replace(book, sheets=(sheet.with_value(*place, marker),))
        application = understand(changed, NOW.date(), SHANGHAI)
        if cell.address in secret:
            assert marker not in repr(application)
            assert cell.address in {left.address for left in application.not_taken}
        else:
            facts = dataclasses.replace(application, warnings=(), understood=())
            assert marker in repr(facts), f"{cell.address} was dropped in silence"


@pytest.mark.parametrize("path", [DOMESTIC, FOREIGN], ids=["domestic", "foreign"])
def test_every_filled_cell_is_accounted_for(path):
    application = read(path)
    told = {entry.address for entry in application.understood}
    told |= {entry.address for entry in application.not_understood}
    told |= {entry.address for entry in application.not_taken}
    assert told == {cell.address for cell in read_workbook(path).sheets[0].cells.values()}


@given(values=st.dictionaries(st.integers(0, 85), st.text(max_size=40), max_size=12))
def test_no_text_in_any_cells_breaks_the_reading(values):
    book = read_once(DOMESTIC)
    sheet = book.sheets[0]
    places = list(sheet.cells)
    for place, value in values.items():
        sheet = sheet.with_value(*places[place], value)
    try:
        application = understand(dataclasses.replace(book, sheets=(sheet,)), NOW.date(), SHANGHAI)
    except ReceptionError:
        return
    json.dumps(application_json(application))


_BOOKS: dict[Path, Workbook] = {}


def read_once(path):
    if path not in _BOOKS:
        _BOOKS[path] = read_workbook(path)
    return _BOOKS[path]


def test_labels_may_have_colons_blanks_stars_and_numbers(tmp_path):
    found = form(
        tmp_path,
        [
            ["1、申请部门：", "销售部", "申 请 人:", "陆文昊"],
            ["*来访单位（必填）", "恒屹精密"],
            ["三、来访 目的", "参观"],
            ["Phone:", "021-5555 0123"],
        ],
    )
    assert (found.owner_department, found.applicant.name, found.company) == ("销售部", "陆文昊", "恒屹精密")
    assert found.purpose == "参观"
    assert found.applicant.phone == "+862155550123"
    assert found.not_understood == ()


def test_label_and_value_may_share_a_cell(tmp_path):
    found = form(
        tmp_path, [["申请部门：销售部", "申请人：陆文昊"], ["来访单位: 恒屹精密"], ["接待级别：二级"]]
    )
    assert (found.owner_department, found.applicant.name, found.company, found.level) == (
        "销售部",
        "陆文昊",
        "恒屹精密",
        2,
    )
    assert found.not_understood == ()


def test_values_may_stand_below_their_labels(tmp_path):
    found = form(
        tmp_path,
        [
            ["申请部门", "申请人", "联系电话", "来访单位"],
            ["销售部", "陆文昊", 13812345678, "恒屹精密"],
            ["来访时间", "离开时间"],
            ["2026/12/8 10:30", "2026/12/9 16:00"],
        ],
    )
    assert (found.owner_department, found.applicant.phone, found.company) == (
        "销售部",
        "+8613812345678",
        "恒屹精密",
    )
    assert found.departure == at(2026, 12, 9, 16, 0)
    assert found.not_understood == ()


def test_a_label_left_blank_takes_nothing_from_its_neighbours(tmp_path):
    found = form(tmp_path, [*HEAD, ["来访目的", ""], ["接站标牌颜色", "红色"]])
    assert found.purpose == ""
    assert found.not_understood == (NotUnderstood(address="B5", label="接站标牌颜色", text="红色"),)


def test_a_form_without_guest_table_names_its_people_in_a_cell(tmp_path):
    found = form(
        tmp_path,
        [
            *HEAD,
            ["主宾", "顾翀董事长"],
            ["随行联系人", "陈䶮 13900005555"],
            ["来访人员", "欧阳喆总经理、马玥"],
        ],
    )
    assert [(guest.name, guest.title) for guest in found.guests] == [
        ("顾翀", "董事长"),
        ("陈䶮", ""),
        ("欧阳喆", "总经理"),
        ("马玥", ""),
    ]
    assert found.main_guest is found.guests[0]
    assert next(guest for guest in found.guests if guest.is_contact).phone == "+8613900005555"
    assert found.not_understood == ()


def test_two_guest_tables_make_one_list(tmp_path):
    found = form(
        tmp_path,
        [
            *HEAD,
            GUESTS,
            [1, "顾翀", "男", "董事长", 13900001111, "主宾"],
            [2, "欧阳喆", "男", "总经理", 13900002222],
            ["备注", "第二页"],
            GUESTS,
            [3, "马玥", "女", "采购总监", 13900003333],
        ],
    )
    assert [guest.name for guest in found.guests] == ["顾翀", "欧阳喆", "马玥"]
    assert found.note == "第二页"
    assert found.not_understood == ()


def test_numbered_rows_left_blank_are_no_guests(tmp_path):
    found = form(tmp_path, [*HEAD, GUESTS, [1, "顾翀"], [2], [3], ["备注", "无"]])
    assert [guest.name for guest in found.guests] == ["顾翀"]
    assert found.not_understood == ()


def test_a_total_below_the_guests_is_no_guest(tmp_path):
    found = form(tmp_path, [*HEAD, GUESTS, [1, "顾翀", "男"], ["合计", "1人"]])
    assert [guest.name for guest in found.guests] == ["顾翀"]
    assert found.not_understood == (NotUnderstood(address="B6", label="合计", text="1人"),)


def test_a_column_that_nobody_knows_is_listed_cell_by_cell(tmp_path):
    found = form(tmp_path, [*HEAD, ["姓名", "性别", "职务", "鞋码"], ["顾翀", "男", "董事长", 43]])
    assert found.not_understood == (
        NotUnderstood(address="D4", label="", text="鞋码"),
        NotUnderstood(address="D5", label="鞋码", text="43"),
    )


def test_a_passport_number_in_a_nameless_column_is_not_shown(tmp_path):
    found = form(
        tmp_path, [*HEAD, ["姓名", "性别", "国籍", "号码"], ["Jürgen Brückner", "男", "德国", "C01X00T47"]]
    )
    assert found.not_taken == (NotTaken(address="D5", label="号码"),)
    assert "C01X00T47" not in repr(found)


def test_a_passport_number_in_a_remark_is_hidden(tmp_path):
    found = form(tmp_path, [*HEAD, ["备注", "护照号码: E12345678, 身份证 11010519491231002X, 请代订票"]])
    assert found.note == "护照号码: ***, 身份证 ***, 请代订票"
    assert found.not_taken == (NotTaken(address="B4", label="备注"),)


@pytest.mark.parametrize(
    "label", ["护照号码", "护照全名：", "证件类型及号码", "Passport No.", "护照信息一览"]
)
def test_a_label_that_asks_for_a_document_has_its_value_left_out(tmp_path, label):
    found = form(tmp_path, [*HEAD, [label, "C01X00T47"]])
    assert [left.address for left in found.not_taken] == ["B4"]
    assert "C01X00T47" not in repr(found)


def test_a_remark_about_passports_is_no_label(tmp_path):
    found = form(tmp_path, [*HEAD, ["备注", "请带护照"]])
    assert found.note == "请带护照"
    assert found.not_taken == ()


def test_a_document_number_is_hidden_wherever_it_stands(tmp_path):
    rows: Rows = [
        ["住宿要求", "12月8日 1晚 2间, 护照号 E12345678"],
        GUESTS,
        [1, "顾翀 护照E87654321", "", "", "", "主宾"],
    ]
    found = form(tmp_path, [*HEAD, *rows])
    assert [left.address for left in found.not_taken] == ["B4", "B6"]
    assert "E12345678" not in repr(found)
    assert "E87654321" not in repr(found)


def test_an_id_that_excel_has_rounded_is_named(tmp_path):
    found = form(
        tmp_path, [*HEAD, [*GUESTS, "身份证号"], [1, "顾翀", "男", "董事长", 110105194912310023, "", 1.1e17]]
    )
    assert [left.label for left in found.not_taken] == ["手机", "身份证号"]
    assert len(found.warnings) == 2  # the rounded number, and no main guest
    assert "110105" not in repr(found)


def test_cells_of_other_sheets_are_listed_with_their_sheet(tmp_path):
    found = form(tmp_path, HEAD, 说明=[["请提前两天提交"]])
    assert found.not_understood == (NotUnderstood(address="说明!A1", label="", text="请提前两天提交"),)


def test_a_workbook_without_the_labels_of_a_form_is_refused(tmp_path):
    with pytest.raises(ReceptionError):
        form(tmp_path, [["商品", "价格"], ["主轴", 12000]])


def test_boxes_are_read_by_their_ticks(tmp_path):
    found = form(
        tmp_path, [*HEAD, ["接待级别", "□一级 ☑二级 □三级"], ["是否接送", "☑是 □否"], ["是否订房", "□是 □否"]]
    )
    assert found.level == 2
    assert found.answers == {"pick_up": Answer.YES, "hotel": Answer.UNCONFIRMED}
    assert found.not_understood == ()


def test_an_answer_with_more_words_keeps_them(tmp_path):
    found = form(tmp_path, [*HEAD, ["是否接送", "是, 2辆商务车"]])
    assert found.answers == {"pick_up": Answer.YES}
    assert found.note == "是否接送: 是, 2辆商务车"


def test_dates_without_a_year_are_near_the_arrival(tmp_path):
    found = form(
        tmp_path,
        [
            ["来访单位", "恒屹精密", "申请人", "陆文昊"],
            ["来访时间", "2026年12月30日 9:00"],
            ["返程交通", "高铁 G7349 1月2日 17:25 上海虹桥站"],
        ],
    )
    assert found.legs[0].at == at(2027, 1, 2, 17, 25)


def test_an_arrival_without_a_year_is_the_next_one(tmp_path):
    found = form(tmp_path, [["来访单位", "恒屹精密", "申请人", "陆文昊"], ["来访时间", "1月8日 下午2点半"]])
    assert found.arrival == at(2027, 1, 8, 14, 30)


def test_a_date_without_a_time_is_told(tmp_path):
    found = form(tmp_path, [["来访单位", "恒屹精密", "申请人", "陆文昊"], ["来访时间", date(2026, 12, 8)]])
    assert found.arrival == at(2026, 12, 8, 0, 0)
    assert len(found.warnings) == 1


def test_a_bare_excel_serial_is_a_date(tmp_path):
    found = form(
        tmp_path,
        [["来访单位", "恒屹精密", "申请人", "陆文昊"], ["来访时间", 46364.4375], ["申请日期", 46357]],
    )
    assert found.arrival == at(2026, 12, 8, 10, 30)
    assert found.applied_on == date(2026, 12, 1)


def test_one_cell_may_hold_arrival_and_departure(tmp_path):
    found = form(tmp_path, [*HEAD[:2], ["来访时间", "2026年12月8日 10:30 至 12月9日 16:00"]])
    assert (found.arrival, found.departure) == (at(2026, 12, 8, 10, 30), at(2026, 12, 9, 16, 0))
    assert found.note == ""


def test_a_departure_before_the_arrival_is_not_taken(tmp_path):
    found = form(tmp_path, [*HEAD[:2], ["来访时间", "2026-12-08 10:30", "离开时间", "2026-12-07 16:00"]])
    assert found.departure is None
    assert [left.address for left in found.not_understood] == ["D3"]


def test_two_different_values_for_one_label_leave_the_second_to_the_reader(tmp_path):
    found = form(tmp_path, [*HEAD, ["来访单位", "另一家公司"]])
    assert found.company == "苏州恒屹精密机械有限公司"
    assert [left.text for left in found.not_understood] == ["另一家公司"]


def test_an_unreadable_phone_is_kept_as_written_with_a_warning(tmp_path):
    found = form(tmp_path, [*HEAD, ["联系电话", "问前台"]])
    assert found.applicant.phone == "问前台"
    assert len(found.warnings) == 1


def test_the_second_phone_is_the_companys(tmp_path):
    found = form(
        tmp_path,
        [["申请人", "陆文昊", "电话", "13812345678"], ["来访单位", "恒屹精密", "电话", "0512-62881234"]],
    )
    assert found.applicant.phone == "+8613812345678"
    assert found.company_phone == "+8651262881234"


def test_values_beside_a_label_of_many_rows_all_belong_to_it(tmp_path):
    found = form(
        tmp_path,
        [*HEAD, ["用餐安排", "12月8日 12:00 工作餐 10人"], ["", "12月8日 18:30 宴请 12人"]],
        merged=("A4:A5",),
    )
    assert [meal.kind for meal in found.meals] == [MealKind.WORKING, MealKind.BANQUET]


def test_guests_of_one_foreign_country_tell_the_companys(tmp_path):
    found = form(
        tmp_path,
        [*HEAD, ["姓名", "国籍", "职务"], ["Jürgen Brückner", "德国", "CEO"], ["李思慕", "中国", "翻译"]],
    )
    assert found.company_country == "DE"


def test_more_guests_than_heads_is_told(tmp_path):
    found = form(tmp_path, [*HEAD, ["来访人数", "3"], GUESTS, [1, "顾翀", "男", "董事长", "", "主宾"]])
    assert len(found.warnings) == 1


def test_an_english_form_is_read(tmp_path):
    found = form(
        tmp_path,
        [
            ["Department", "Overseas Sales", "Applicant", "Zoe Lin"],
            ["Visiting company", "Brückner & Söhne", "Purpose of visit", "Factory audit"],
            ["Arrival", "2026-12-21 09:00", "Departure", "2026-12-23 12:00"],
            ["Pick-up", "Yes", "Hotel", "No", "Invitation letter", "Yes"],
            ["No.", "Name", "Gender", "Title", "Nationality", "Diet", "Passport No.", "Remarks"],
            [1, "Jürgen Brückner", "M", "CEO", "Germany", "vegetarian", "C01X00T47", "Main guest"],
        ],
    )
    assert found.answers == {"pick_up": Answer.YES, "hotel": Answer.NO, "invitation": Answer.YES}
    assert [(guest.is_main, guest.nationality, guest.diet) for guest in found.guests] == [
        (True, "DE", "vegetarian")
    ]
    assert found.not_understood == ()
    assert [left.address for left in found.not_taken] == ["G6"]


def test_the_json_speaks_the_words_of_a_visit(domestic):
    told = application_json(domestic)
    assert told["arrival"] == "2026-12-08T10:30"
    assert told["applicant"] == {"name": "陆文昊", "phone": "+8613812345678", "extension": ""}
    assert told["answers"]["pick_up"] == "yes"
    assert told["answers"]["tour"] == "unconfirmed"
    assert told["guests"][0]["main"] is True
    assert told["legs"][0]["time"] == "2026-12-08T09:42"
    assert told["hotel"]["check_out"] == "2026-12-09"
    assert told["meals"][1] == {
        "kind": "banquet",
        "time": "2026-12-08T18:30",
        "place": "",
        "heads": 12,
        "note": "",
    }


@pytest.mark.parametrize(
    ("rows", "companions"),
    [
        ([["国内代理", "无"]], {"agent": Answer.NO}),
        ([["国内代理", "有"]], {"agent": Answer.YES}),
        ([["国内代理", "待定"]], {}),
        (
            [["国内代理", "是，上海瑞合贸易有限公司"]],
            {"agent": Answer.YES, "agent_company": "上海瑞合贸易有限公司"},
        ),
        (
            [["翻译安排", "我方安排英语翻译"]],
            {"interpreter": Interpreter.OURS, "interpreter_language": "英语"},
        ),
        ([["翻译安排", "对方自带"]], {"interpreter": Interpreter.THEIRS}),
        ([["翻译要求", "不需要"]], {"interpreter": Interpreter.NONE}),
    ],
)
def test_who_comes_along_is_told_in_many_ways(tmp_path, rows, companions):
    told = form(tmp_path, [*HEAD, *rows])

    assert dict(told.companions) == companions
    assert not told.not_understood
