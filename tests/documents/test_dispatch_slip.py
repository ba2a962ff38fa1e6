from datetime import datetime

import pytest

from reception_desk.documents.dispatch_slip import DispatchSlip
from reception_desk.domain.booking import Car, CarBooking, Driver
from reception_desk.domain.edition import Choice
from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.errors import ReceptionError
from tests.documents.paper_facts import (
    FLIGHT,
    HOUSE,
    PHONE,
    SHANGHAI,
    bare,
    facts_of,
    guest_of,
    left_out,
    pages_of,
    sample_visit,
    stamp_of,
    ticked,
)

paper = DispatchSlip()


def at(day, hour, minute=0):
    return datetime(2026, 12, day, hour, minute, tzinfo=SHANGHAI)


def booking(id_=1, car=None, driver=None, **facts):
    made_for = CarBooking(visit_id=1, **facts)
    made_for.id, made_for.car, made_for.driver = id_, car, driver
    return made_for


def with_a_car():
    visit = sample_visit()
    visit.owner_department, visit.applicant, visit.drop_off = "华东销售部", "陆文昊", "公司南门"
    visit.legs[0].to_place, visit.legs[0].terminal = "上海虹桥机场", "T2"
    car, driver = (
        Car(plate="沪AD12345", model="别克GL8", seats=7),
        Driver(name="王建国", phone="+8613800138000"),
    )
    visit.car_bookings = [booking(car=car, driver=driver, starts_at=at(8, 9), ends_at=at(8, 12))]
    return visit


def made(visit, language="zh", **chosen):
    facts, choice = facts_of(visit), Choice(language=language, **chosen)
    return pages_of(
        paper.draw(paper.content(facts, choice), choice, HOUSE, stamp_of("D6"), paper.marks(facts, choice))
    )


def told(visit, **chosen):
    return dict(paper.content(facts_of(visit), Choice(**chosen)))


def test_each_half_tells_the_whole_trip():
    [page] = made(with_a_car())
    for words in (
        "苏州恒屹精密机械有限公司",
        "顾翀 董事长",
        "5人",
        "接站",
        "华东销售部 陆文昊",
        "上海虹桥机场 T2",
        FLIGHT,
        "公司南门",
        "2026年12月8日(周二) 09:00",
        "2026年12月8日(周二) 12:00",
        "沪AD12345",
        "别克GL8",
        "7座",
        "王建国",
        "138 0013 8000",
        "K7QF2M",
    ):
        assert page.count(words) == 2


def test_the_halves_are_for_the_company_and_the_driver():
    [page] = made(with_a_car())
    company, driver = page.index("公司联"), page.index("司机联")
    for words in ("用车部门负责人", "行政主管", "派车人"):
        assert company < page.index(words) < driver
    for words in ("实际出车时间", "实际返回时间", "里程表", "司机签名"):
        assert page.index(words) > driver


@pytest.mark.parametrize(
    ("language", "checks"),
    [
        ("zh", ("车辆整洁", "车况可靠", "油量充足", "矿泉水 × 7", "纸巾 × 7")),
        ("en", ("Clean", "Reliable", "Tank full", "Drinking water × 7", "Tissues × 7")),
    ],
)
def test_A6_4b_B2c_five_checks_are_to_be_ticked_on_each_half(language, checks):
    [page] = made(with_a_car(), language)
    for words in checks:
        assert page.count(words) == 2


def test_A6_4b_the_car_is_called_ready_only_once_its_checks_are_done():
    visit = with_a_car()
    assert "已备" not in made(visit)[0]
    visit.items = [ticked("202")]
    assert "已备" not in made(visit)[0]
    visit.items = [left_out("130", "客户自驾")]
    assert "已备" not in made(visit)[0]
    visit.items = [ticked("130", by="李敏")]
    [page] = made(visit)
    assert page.count("已备") == 1
    assert page.count("李敏") == 1


def test_A6_4b_each_car_is_ready_by_its_own_three_checks():
    visit = with_a_car()
    ready = {"is_clean": True, "is_reliable": True, "is_fuelled": True}
    visit.car_bookings = [booking(1, **ready), booking(2, is_clean=True, is_reliable=True)]

    first, second = made(visit)

    assert "已备" in first
    assert "已备" not in second


def test_a_car_for_the_departure_goes_to_that_train():
    visit = with_a_car()
    leaving = Leg(
        visit_id=1,
        direction=Direction.DEPARTURE,
        carrier=Carrier.TRAIN,
        number="G7349",
        from_place="上海虹桥站",
    )
    leaving.at = at(9, 17, 25)
    visit.legs.append(leaving)
    visit.car_bookings = [booking(starts_at=at(9, 15, 30), ends_at=at(9, 19))]
    content = told(visit)
    assert (content["trip 1/number"], content["trip 1/place"]) == ("G7349", "上海虹桥站")
    assert content["trip 1/to"] == ""
    assert "送站" in made(visit)[0]


def test_a_car_at_another_time_goes_to_no_train():
    visit = with_a_car()
    visit.car_bookings = [booking(starts_at=at(8, 18), ends_at=at(8, 20), purpose="晚宴接送")]
    assert told(visit)["trip 1/number"] == ""
    assert made(visit)[0].count("晚宴接送") == 2


def test_each_car_has_a_sheet_and_one_can_be_chosen():
    visit = with_a_car()
    visit.car_bookings.append(booking(2, car=Car(plate="沪B00002"), starts_at=at(9, 9)))
    first, second = made(visit)
    assert "沪AD12345" in first
    assert "沪B00002" in second
    [only] = made(visit, car_booking_id=2)
    assert "沪B00002" in only
    with pytest.raises(ReceptionError):
        made(visit, car_booking_id=9)


def test_without_a_booking_it_is_a_form_with_the_arrival_in_it():
    visit = with_a_car()
    visit.car_bookings = []
    [page] = made(visit)
    assert "上海虹桥机场 T2" in page
    assert "车牌" in page


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_neither_the_guests_phones_nor_their_needs_nor_the_dossier_are_on_it(language):
    visit = with_a_car()
    guest = visit.guests[0]
    guest.diet = guest.lodging = guest.customs = guest.note = "机密"
    visit.note = visit.purpose = visit.company.background = "机密"
    text = bare(made(visit, language)[0])
    assert "机密" not in text
    assert PHONE[3:] not in text


def test_however_much_is_told_a_car_has_one_sheet():
    visit = with_a_car()
    visit.company.name = "天山精密机械制造集团股份有限公司" * 5
    visit.company.name_latin = "Tianshan Precision Machinery Manufacturing Group " * 5
    visit.guests = []
    guest_of(
        visit, "阿卜杜勒·䶮𬭊" * 5, "Wolfeschlegelsteinhausenbergerdorff " * 4, main=True, title="总监" * 40
    )
    visit.drop_off = visit.car_bookings[0].note = visit.car_bookings[0].purpose = "请在三号入口等候" * 20
    [page] = made(visit, "both")
    assert bare(page).count("实际出车时间") == 1
    assert bare(page).count("公司联") == 1


@pytest.mark.parametrize(
    ("answer", "needed"), [(Answer.YES, True), (Answer.UNCONFIRMED, True), (Answer.NO, False)]
)
def test_it_is_needed_while_a_pick_up_counts(answer, needed):
    visit = sample_visit()
    visit.pick_up = answer
    assert paper.is_needed(facts_of(visit)) is needed


def test_guests_who_drive_themselves_need_none_unless_a_car_is_booked():
    visit = with_a_car()
    visit.legs[0].carrier = Carrier.OWN_CAR
    assert paper.is_needed(facts_of(visit))
    visit.car_bookings = []
    assert not paper.is_needed(facts_of(visit))
