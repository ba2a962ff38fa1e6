"""Section 6.1 and 6.2 of the clauses, as far as the papers of the plan carry it out: D2, D3, D7, D11, D12, D21."""

from datetime import UTC, datetime, timedelta

import pytest

from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.department_notice import DepartmentNotice, NoticeState
from reception_desk.domain.edition import Choice, EditionState
from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import Leg
from reception_desk.domain.meal import Meal
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, DEPARTURE, NOW, plain_visit
from tests.documents.paper_facts import bare, pages_of

ZH = Choice(language="zh")
TASK = "调试一号会议室投影"


def printed(desk, visit, number, choice=ZH):
    return [bare(page) for page in pages_of(desk.papers.preview(visit, number, choice, NOW))]


def text(desk, visit, number, choice=ZH):
    return "".join(printed(desk, visit, number, choice))


@pytest.fixture
def visit(desk):
    """Guests who are met, eat and sleep here."""
    visit = plain_visit(desk, pick_up=Answer.YES, meal=Answer.YES, owner_department="华东销售部")
    desk.parts.add(Leg, visit, NOW, number="MU5101", to_place="虹桥机场", at=ARRIVAL - timedelta(hours=1))
    desk.parts.add(
        CarBooking, visit, NOW, starts_at=ARRIVAL - timedelta(hours=3), ends_at=ARRIVAL, purpose="接机"
    )
    return visit


def guest_of(desk, visit):
    return desk.visits.get(visit).guests[0].id


@pytest.fixture
def departments(desk, visit):
    for name, tasks in (("信息技术部", TASK), ("华东销售部", "准备样件"), ("人事行政部", "")):
        desk.parts.add(DepartmentNotice, visit, NOW, department=name, tasks=tasks)
    return visit


def test_P1_a_line_above_the_standard_stands_on_the_application_with_its_reason(desk, visit):
    desk.levels.change(1, NOW, hotel_standard=500)
    desk.parts.add(HotelBooking, visit, NOW, hotel="静安宾馆", price=680, price_reason="客户指定")
    desk.parts.add(Meal, visit, NOW, place="牡丹厅", standard=260, standard_reason="首次来访")
    shown = text(desk, visit, "D2")
    assert "⚠超标准·静安宾馆·680元/晚·标准500元·客户指定" in shown
    assert "⚠超标准·牡丹厅·260元/人·首次来访" in shown


def test_P1_within_the_standard_there_is_no_mark(desk, visit):
    desk.levels.change(1, NOW, hotel_standard=700)
    desk.parts.add(HotelBooking, visit, NOW, hotel="静安宾馆", price=680)
    assert "⚠" not in text(desk, visit, "D2")


def test_P3_each_department_reads_its_own_tasks_with_their_time(desk, departments):
    notice = text(desk, departments, "D3", Choice(language="zh", recipient="信息技术部"))
    assert TASK in notice
    assert "欢迎词已上屏2026年12月8日(周二)10:15" in notice
    assert "准备样件" not in notice
    assert "准备样件" in text(desk, departments, "D3", Choice(language="zh", recipient="华东销售部"))


def test_P3_a_notice_is_old_once_a_task_of_its_department_is_another_one(desk, departments):
    it, sales = (Choice(language="zh", recipient=name) for name in ("信息技术部", "华东销售部"))
    for choice in (it, sales):
        desk.papers.make(departments, "D3", choice, NOW)
    [notice] = [one for one in desk.visits.get(departments).department_notices if one.tasks == TASK]
    desk.parts.change(DepartmentNotice, notice.id, NOW, tasks="两间会议室都要投影")
    states = {
        made.edition.choice.get("recipient"): made.state for made in desk.papers.editions(departments, NOW)
    }
    assert states == {"信息技术部": EditionState.STALE, "华东销售部": EditionState.CURRENT}


@pytest.mark.parametrize(("told", "late"), [(8, False), (9, True)])
def test_P5_late_notice_prints_its_mark_and_the_reason(desk, told, late):
    thursday = datetime(2026, 12, 10, 1, 0, tzinfo=UTC)
    visit = plain_visit(
        desk,
        leadership=Answer.YES,
        arrival_at=thursday,
        departure_at=None,
        notice_reason="客户临时改期",
    )
    desk.visits.change(visit, NOW, received_at=datetime(2026, 12, told, 1, 0, tzinfo=UTC))
    shown = text(desk, visit, "D2")
    assert ("加急" in shown, "客户临时改期" in shown) == (late, late)


def test_P5_an_application_that_is_written_after_they_came_is_marked_as_made_up(desk, visit):
    desk.visits.change(visit, NOW, applied_on=DEPARTURE.date() + timedelta(days=1))
    assert "补办" in text(desk, visit, "D2")


def test_A2_4_the_dossier_prints_with_the_application_as_one_pdf(desk, visit):
    company = desk.visits.get(visit).company
    desk.visits.change_company(visit, NOW, background="1998年成立，两座工厂")
    pages = printed(desk, visit, "D2")
    assert "附件：客户资料" in pages[-1]
    assert "1998年成立，两座工厂" in pages[-1]
    assert company.name in pages[-1]


def test_A1_1e_any_taboo_stands_on_dining_notice_and_kitchen_sheet(desk, visit):
    desk.parts.add(Meal, visit, NOW, place="牡丹厅", starts_at=ARRIVAL)
    desk.guests.change(guest_of(desk, visit), NOW, diet="清真")
    for number in ("D11", "D12"):
        assert "清真" in text(desk, visit, number)


def test_A1_1e_not_asked_is_never_printed_as_none(desk, visit):
    desk.parts.add(Meal, visit, NOW, place="牡丹厅", starts_at=ARRIVAL)
    assert "⚠未问：顾翀" in text(desk, visit, "D11")
    assert "?未问" in text(desk, visit, "D12")
    desk.guests.change(guest_of(desk, visit), NOW, diet="", drink="", customs="")
    assert "1位来宾已问，无忌口" in text(desk, visit, "D11")
    for number in ("D11", "D12"):
        assert "未问" not in text(desk, visit, number)


def test_A1_1f_a_driver_sheet_without_a_phone_to_call_needs_a_reason(desk, visit):
    with pytest.raises(ReceptionError, match="联系人电话"):
        desk.papers.make(visit, "D7", ZH, NOW)
    assert desk.papers.make(visit, "D7", ZH, NOW, reason="电话稍后补").edition.reason == "电话稍后补"
    desk.guests.change(guest_of(desk, visit), NOW, is_contact=True, phone="13700003333")
    assert desk.papers.make(visit, "D7", ZH, NOW).edition.reason == ""
    assert "13700003333" in text(desk, visit, "D7")


def test_A6_4d_the_gate_has_both_phones_and_a_fountain_to_tick(desk, visit):
    desk.company.change(NOW, desk_phone="+862155556666", admin_name="林静", admin_phone="+862155557777")
    shown = text(desk, visit, "D21")
    for told in ("02155556666", "02155557777", "林静", "喷泉已开启", "2026年12月8日(周二)10:15"):
        assert told in shown


def test_A6_4d_the_fountain_follows_the_setting(desk, visit):
    desk.lead_times.change(NOW, "fountain_minutes", 30)
    assert "开启时间2026年12月8日(周二)10:00" in text(desk, visit, "D21")


def test_A6_7_the_notice_has_one_line_to_acknowledge_for_each_ticked_department(desk, departments):
    last = printed(desk, departments, "D3")[-1]
    acknowledged = last[last.index("知悉并签") :]
    for department in ("信息技术部", "华东销售部", "人事行政部"):
        assert department in acknowledged


def test_A6_7_departments_that_have_not_acknowledged_are_listed(desk, departments):
    [notice] = [one for one in desk.visits.get(departments).department_notices if one.tasks == TASK]
    desk.department_notices.answer(notice.id, NoticeState.NOTED, NOW)
    last = printed(desk, departments, "D3")[-1]
    unsigned = last[last.index("尚未签收") :]
    assert "人事行政部" in unsigned
    assert "信息技术部" not in unsigned


def test_A6_7_a_notice_to_one_department_has_its_line_alone(desk, departments):
    shown = text(desk, departments, "D3", Choice(language="zh", recipient="信息技术部"))
    assert "人事行政部" not in shown[shown.index("知悉并签") :]


def test_B3b_the_driver_is_told_how_many_placards_to_take(desk, visit):
    assert "带接机牌1份" in text(desk, visit, "D7")
    desk.visits.change(visit, NOW, pick_up=Answer.NO)
    assert "不带接机牌" in text(desk, visit, "D7")


def test_B4b_heads_and_bags_have_boxes_to_count_them_in(desk, visit):
    desk.visits.change(visit, NOW, heads=5)
    shown = text(desk, visit, "D7")
    assert "来宾______/5人" in shown
    assert "行李______件" in shown


def test_B5b_quiet_stands_in_the_first_lines_of_the_driver_sheet(desk, visit):
    assert "请安静" not in text(desk, visit, "D7")
    desk.visits.change(visit, NOW, wants_quiet=True)
    shown = text(desk, visit, "D7")
    assert shown.index("请安静") < shown.index("到位时间")


@pytest.mark.parametrize(
    ("answer", "by", "told"),
    [
        (Answer.UNCONFIRMED, "", "送站未定"),
        (Answer.NO, "", "送站否"),
        (Answer.YES, "陆文昊", "送站是·由陆文昊"),
    ],
)
def test_B11c_the_driver_sheet_says_who_sees_them_off_at_the_station(desk, visit, answer, by, told):
    desk.visits.change(visit, NOW, station_send_off=answer, station_send_off_by=by)
    assert told in text(desk, visit, "D7")
