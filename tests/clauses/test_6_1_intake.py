"""6.1 Preparation, as far as an application form brings the facts (P4, A1, A2.1)."""

import dataclasses
from datetime import timedelta

import pytest

from reception_desk.domain.entity import Answer
from reception_desk.domain.visit import VisitState
from reception_desk.errors import ReceptionError
from tests.desk import NOW
from tests.exchange.form_builder import DOMESTIC, FOREIGN, HEAD, workbook

GUESTS = ["序号", "姓名", "性别", "职务", "饮食禁忌", "手机", "备注"]


@pytest.fixture
def take_in(desk, tmp_path):
    """Take a form in: a file, or rows that a test writes."""

    def take(rows_or_path):
        path = rows_or_path
        if isinstance(rows_or_path, list):
            path = workbook(tmp_path / "form.xlsx", [*HEAD, *rows_or_path])
        return desk.intake.save(desk.intake.read(path, NOW), NOW)

    return take


@pytest.fixture
def read(desk, tmp_path):
    """Read rows that a test writes."""
    return lambda rows: desk.intake.read(workbook(tmp_path / "form.xlsx", [*HEAD, *rows]), NOW)


def test_P4_a_form_with_gaps_is_saved_as_a_draft_and_cannot_be_submitted(desk, take_in):
    visit = take_in([["备注", "待补充"]])
    assert visit.state is VisitState.DRAFT
    with pytest.raises(ReceptionError, match="来访目的"):
        desk.visits.submit(visit.id, NOW)


def test_P4_a_complete_form_can_be_submitted(desk, take_in):
    visit = take_in(DOMESTIC)
    desk.visits.submit(visit.id, NOW)
    assert desk.visits.get(visit.id).state is VisitState.SUBMITTED


def test_P4_requester_department_phone_and_the_hour_of_receipt_are_kept(take_in):
    visit = take_in(FOREIGN)
    assert (visit.owner_department, visit.applicant) == ("海外业务部", "Zoe Lin 林知夏")
    assert (visit.applicant_phone, visit.applicant_phone_extension) == ("+862155550123", "806")
    assert visit.received_at == NOW


def test_A1_1a_a_head_count_that_differs_from_the_names_is_told(read):
    found = read([["来访人数", "4人(男3 女1)"], GUESTS, [1, "顾翀", "男", "", "", "", "主宾"]])
    assert (found.heads, found.men, found.women) == (4, 3, 1)
    assert found.warnings == ("申请表写的是 4 人，名单上有 1 位来宾。",)


def test_A1_1b_of_two_main_guests_one_is_taken_and_it_is_told(read):
    found = read([GUESTS, [1, "顾翀", "男", "", "", "", "主宾"], [2, "欧阳喆", "男", "", "", "", "主宾"]])
    assert [guest.is_main for guest in found.guests] == [True, False]
    assert len(found.warnings) == 1


def test_A1_1b_a_name_that_stands_twice_is_told(read):
    found = read([GUESTS, [1, "顾翀", "", "", "", "", "主宾"], [2, "顾翀"]])
    assert len(found.guests) == 2
    assert found.warnings == ("来宾名单中“顾翀”出现了两次。",)


def test_A1_1b_rare_and_latin_names_are_kept_exactly_as_written(take_in):
    names = [guest.person.name for path in (DOMESTIC, FOREIGN) for guest in take_in(path).guests]
    assert {"顾翀", "单镕", "陈䶮", "Jürgen Brückner", "Dr. Anne-Sophie Lefèvre", "李思慕"} <= set(names)


def test_A1_1c_the_order_of_the_form_is_the_order_in_protocol(take_in):
    visit = take_in(DOMESTIC)
    assert [guest.title for guest in visit.guests] == ["董事长", "总经理", "采购总监", "生产部长", "采购主管"]
    assert [guest.position for guest in visit.guests] == [1, 2, 3, 4, 5]


def test_A1_1d_a_gender_that_is_not_written_is_unknown(read):
    found = read([GUESTS, [1, "顾翀", "男"], [2, "欧阳喆"]])
    assert [guest.gender.value for guest in found.guests] == ["male", "unknown"]


def test_A1_1e_a_blank_need_is_unknown_and_none_is_none(read):
    found = read([GUESTS, [1, "顾翀", "", "", "无"], [2, "欧阳喆", "", "", ""], [3, "马玥", "", "", "清真"]])
    assert [guest.diet for guest in found.guests] == ["", None, "清真"]


def test_A1_1f_the_contact_is_known_with_a_phone(take_in):
    contact = take_in(DOMESTIC).contact
    assert (contact.person.name, contact.person.phone) == ("陈䶮", "+8613900005555")


def test_A1_1g_the_domestic_agent_comes_along_with_company_and_phone(desk, take_in):
    visit = take_in(FOREIGN)
    (agent,) = [guest for guest in visit.guests if guest.is_agent]
    assert (agent.person.name, agent.person.phone) == ("仇晓", "+8613700007777")
    assert [company.name for company in desk.visits.companies_like("瑞合")] == ["上海瑞合贸易有限公司"]


def test_A1_1h_the_guests_own_interpreter_is_known(take_in):
    (interpreter,) = [guest for guest in take_in(FOREIGN).guests if guest.is_interpreter]
    assert (interpreter.person.name, interpreter.note) == ("李思慕", "德方随行翻译")


def test_A1_2b_the_arrival_is_the_local_time_of_the_form(take_in):
    visit = take_in(DOMESTIC)
    assert f"{visit.local(visit.arrival_at):%Y-%m-%d %H:%M}" == "2026-12-08 10:30"


def test_A1_2c_a_departure_before_the_arrival_is_not_taken(desk):
    application = desk.intake.read(DOMESTIC, NOW)
    visit = desk.intake.save(application, NOW)
    wrong = dataclasses.replace(application, departure=application.arrival - timedelta(hours=1))
    with pytest.raises(ReceptionError):
        desk.intake.update(visit.number, wrong, None, NOW)
    assert desk.visits.get(visit.id).departure_at == visit.departure_at


def test_A1_2d_both_ways_have_carrier_number_place_and_time(take_in):
    way_in, way_out = take_in(FOREIGN).legs
    assert (way_in.number, way_in.to_place, way_in.terminal) == ("LH728", "浦东 (PVG)", "T2")
    assert (way_out.number, way_out.from_place, way_out.to_place) == ("LH729", "PVG", "MUC")


def test_A1_2d_an_unusual_number_warns_and_does_not_block(read):
    found = read([["来程交通", "高铁 S7012 12月8日 09:42到 上海虹桥站"]])
    assert found.legs[0].number == "S7012"
    assert any("S7012" in warning for warning in found.warnings)


def test_A1_2e_what_the_form_does_not_answer_stays_unconfirmed(take_in):
    visit = take_in([["是否接送", "是"], ["是否订房", "否"], ["是否订票", "待定"]])
    answers = dict(visit.answers())
    assert (answers["pick_up"], answers["hotel"]) == (Answer.YES, Answer.NO)
    assert {answers[name] for name in ("ticket", "invitation", "tour", "gift")} == {Answer.UNCONFIRMED}


def test_A1_3_passport_cells_are_named_and_not_stored(desk, take_in):
    take_in(FOREIGN)
    assert [left.label for left in desk.intake.read(FOREIGN, NOW).not_taken] == ["护照全名", "护照号码"] * 2
    assert all(b"C01X00T47" not in file.read_bytes() for file in desk.folder.rglob("*") if file.is_file())


def test_A2_1_the_dossier_stays_with_the_company_for_its_next_visit(desk):
    application = desk.intake.read(DOMESTIC, NOW)
    desk.intake.save(application, NOW)
    quarter = timedelta(days=90)
    later = dataclasses.replace(
        application,
        arrival=application.arrival + quarter,
        departure=application.departure + quarter,
        dossier={},
    )
    assert desk.intake.save(later, NOW).company.background.startswith("恒屹精密成立于2009年")


def test_A6_2a_the_welcome_text_of_the_form_is_kept(take_in):
    assert "热烈欢迎苏州恒屹精密机械有限公司顾翀董事长一行莅临指导" in take_in(DOMESTIC).note
