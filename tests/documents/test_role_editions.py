"""One plan, an edition for each role: what it must say, and what it never says (5.5, documents.md)."""

from dataclasses import replace

import pytest

from reception_desk.documents.application_sheet import ApplicationSheet
from reception_desk.documents.dining_notice import DiningNotice
from reception_desk.documents.driver_sheet import DriverSheet
from reception_desk.documents.gate_notice import GateNotice
from reception_desk.documents.itinerary import Itinerary
from reception_desk.documents.kitchen_sheet import KitchenSheet
from reception_desk.documents.reception_plan import ReceptionPlan
from reception_desk.domain.department_notice import NoticeState
from reception_desk.domain.edition import Choice
from reception_desk.domain.guest import Guest
from reception_desk.domain.person import Person
from reception_desk.errors import ReceptionError
from tests.documents.role_editions import (
    CONTINGENCY,
    COSTS,
    DOSSIER,
    NAMES,
    PURPOSE,
    REMARK,
    all_facts,
    at,
    everything,
    pages,
    printed,
)
from tests.reference.reference import same_as_reference

GUEST, DRIVER, GATE, TEA, CANTEEN = Itinerary(), DriverSheet(), GateNotice(), KitchenSheet(), DiningNotice()
PLAN, FORM = ReceptionPlan(), ApplicationSheet()
MINE = (FORM, PLAN, DRIVER, CANTEEN, TEA, GATE)
every_role = pytest.mark.parametrize("paper", [DRIVER, GATE, TEA, CANTEEN], ids=lambda one: one.number)
both_languages = pytest.mark.parametrize("language", ["zh", "en"])


def whole(paper, *args, **kwargs):
    return "".join(printed(paper, *args, **kwargs))


@both_languages
@pytest.mark.parametrize("paper", MINE, ids=lambda one: one.number)
def test_the_largest_likely_visit_reads_as_it_always_did(paper, language):
    same_as_reference(f"everything-{paper.number}-{language}", pages(paper, all_facts(), language=language))


@both_languages
@pytest.mark.parametrize(
    ("paper", "chosen"),
    [(DRIVER, {"car_booking_id": 1}), (GATE, {}), (TEA, {}), (CANTEEN, {"meal_id": 2})],
    ids=lambda one: getattr(one, "number", ""),
)
def test_a_role_has_one_page_for_the_largest_likely_visit(paper, chosen, language):
    assert len(printed(paper, language=language, **chosen)) == 1


def test_there_is_a_page_for_each_car_and_for_each_meal():
    assert [len(printed(DRIVER)), len(printed(CANTEEN))] == [2, 2]


def test_the_guests_paper_holds_no_cost_no_remark_and_no_phone_of_a_driver():
    text = whole(GUEST)
    for secret in (*COSTS, REMARK, DOSSIER, CONTINGENCY, "13611112222", "王建国"):
        assert secret not in text


@every_role
def test_no_role_reads_our_remark_the_dossier_or_what_may_go_wrong(paper):
    text = whole(paper)
    for secret in (REMARK, DOSSIER, CONTINGENCY, "9137"):
        assert secret not in text


@pytest.mark.parametrize("paper", [DRIVER, GATE, TEA], ids=lambda one: one.number)
def test_neither_driver_nor_gate_nor_tea_service_reads_a_cost(paper):
    text = whole(paper)
    assert not [cost for cost in COSTS if cost in text]


def test_the_gate_reads_neither_why_they_come_nor_who_they_are_but_the_contact():
    text = whole(GATE)
    for secret in (PURPOSE, "恒屹", "顾翀", *NAMES[1:]):
        assert secret not in text
    for told in ("2026-0001", "苏E88A66", "沪AD12345", "12人", "王敏", "南门内一号车位", "公司南门", "贵宾"):
        assert told in text


def test_the_driver_reads_where_to_be_when_for_whom_and_whom_to_call():
    [page, _other] = printed(DRIVER)
    for told in (
        "2026年12月8日(周二)08:50",
        "虹桥机场·T2",
        "顾翀董事长",
        "13700003333",
        "沪AD12345",
        "静安宾馆·8间",
    ):
        assert told in page
    assert page.index("第2版") < page.index("时间地点")


def test_the_driver_stands_at_our_door_before_the_guests_leave():
    assert "2026年12月9日(周三)15:50公司大厅门口" in printed(DRIVER)[1].replace("上车地点", "").replace(
        "到位时间", ""
    )


def test_what_is_too_much_for_one_page_is_said_to_be_more():
    visit = everything()
    for place in range(30):
        guest = Guest(visit_id=1, person_id=100 + place, position=13 + place)
        guest.id, guest.person = 100 + place, Person(name=f"客人{place}")
        visit.guests = [*visit.guests, guest]
    [page] = printed(TEA, visit)
    assert "另有23项" in page
    assert dict(TEA.content(all_facts(visit), Choice()))["guests/more"] == "23"


def test_a_long_remark_is_cut_and_what_is_cut_is_no_news():
    visit = everything()
    visit.car_bookings[0].note = "走" * 300
    before = DRIVER.content(all_facts(visit), Choice())
    visit.car_bookings[0].note = "走" * 299 + "到"
    assert DRIVER.content(all_facts(visit), Choice()) == before
    assert len(printed(DRIVER, visit, car_booking_id=1)) == 1


def test_the_tea_service_reads_room_number_refreshments_and_how_often_to_pour():
    [page] = printed(TEA)
    for told in ("来宾12人", "时令水果", "每20分钟", "清真", "红茶", "?未问"):
        assert told in page


def test_what_is_laid_out_follows_the_level():
    visit = everything()
    visit.level = 3
    assert "时令水果" not in whole(TEA, visit)


def test_the_dining_notice_counts_guests_and_ours_and_says_who_pays():
    page = printed(CANTEEN, meal_id=2)[0]
    for told in ("12人", "4人", "16人", "260元/人", "⚠超标准·首次来访", "人事行政部", "牡丹厅"):
        assert told in page


def test_the_plan_of_a_department_holds_neither_money_nor_what_may_go_wrong():
    text = whole(PLAN, recipient="信息技术部")
    assert "调试投影" in text
    for secret in ("9137", CONTINGENCY, "准备样件", REMARK):
        assert secret not in text


def test_the_notice_to_a_department_that_is_no_longer_told_cannot_be_made():
    with pytest.raises(ReceptionError):
        printed(PLAN, recipient="财务部")


def test_an_open_answer_is_to_be_seen_on_the_application():
    assert whole(FORM).count("未确认") == 7


def test_opinions_that_were_given_are_printed_and_the_others_are_to_be_signed():
    text = whole(FORM)
    for told in ("同意接待", "有条件同意", "控制人数", "分管领导", "总经理/董事长"):
        assert told in text
    assert text.count("签名日期") == 2


def test_a_driver_without_a_phone_to_call_is_warned_and_has_a_line_to_write_it_on():
    visit = everything()
    visit.guests[1].person.phone = ""
    assert "没有来宾联系电话" in printed(DRIVER, visit)[0]


def test_no_plan_changes_with_what_a_department_answers():
    visit = everything()
    before = PLAN.content(all_facts(visit), Choice())
    visit.department_notices[0].state = NoticeState.NOTED
    assert PLAN.content(all_facts(visit), Choice()) == before


def test_times_that_are_not_known_do_not_stop_a_sheet():
    visit = everything()
    visit.arrival_at = visit.departure_at = None
    for paper in MINE:
        assert printed(paper, facts=replace(all_facts(visit), lead_times=None, level=None, ranks=None))


def test_the_gate_turns_the_fountain_on_before_the_arrival():
    visit = everything()
    visit.arrival_at = at(8, 11, 0)
    assert "2026年12月8日(周二)10:45" in whole(GATE, visit)
