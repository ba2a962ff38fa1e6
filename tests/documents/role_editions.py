"""A visit that has everything, and what must not be told to everybody: for the papers of each role (5.5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from reception_desk.documents.hand_out import House
from reception_desk.domain.booking import Car, CarBooking, Driver, HotelBooking
from reception_desk.domain.department_notice import DepartmentNotice, NoticeState
from reception_desk.domain.edition import Choice
from reception_desk.domain.entity import Answer
from reception_desk.domain.gift import Gift
from reception_desk.domain.host import Host
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.levels import parse_levels
from reception_desk.domain.meal import Meal, MealKind
from reception_desk.domain.opinion import Office, Opinion, Verdict
from reception_desk.domain.ranks import parse_ranks
from reception_desk.domain.ticket import Ticket
from reception_desk.resources import resource
from tests.documents.paper_facts import (
    HOUSE,
    SHANGHAI,
    bare,
    facts_of,
    guest_of,
    lead_times,
    pages_of,
    sample_visit,
    stamp_of,
)

OUR_HOUSE = replace(
    HOUSE, contact="李静", phone="+862155556666", admin_contact="林静", admin_phone="+862155557777"
)
REMARK, DOSSIER, CONTINGENCY = "对方去年拖欠货款", "长三角最大的减速机厂", "航班延误则会谈顺延"
DRIVER_PHONE, CONTACT_PHONE = "+8613611112222", "+8613700003333"
COSTS = ("680", "5440", "260元", "320元", "540元", "9137")
PURPOSE = "商谈年度框架合作协议"
NAMES = ("王敏", "李国华", "张慧", "欧阳修文", "陈立", "赵雪", "孙浩", "周海", "吴倩", "郑建", "冯宝宝")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of the visit."""
    return datetime(2026, 12, day, hour, minute, tzinfo=SHANGHAI)


def everything():
    """The largest visit that is likely: twelve guests, three ways of travelling, two meals, two cars."""
    visit = sample_visit()
    visit.heads, visit.purpose, visit.note = 12, PURPOSE, REMARK
    visit.owner_department, visit.applicant, visit.drop_off = "华东销售部", "陆文昊", "公司南门"
    visit.budget, visit.contingency, visit.parking = "合计 9137 元", CONTINGENCY, "南门内一号车位"
    visit.pick_up = visit.hotel = visit.meal = visit.gift = visit.leadership = Answer.YES
    visit.company.background, visit.company.dossier_as_of = DOSSIER, date(2026, 11, 30)
    _add_guests(visit)
    _add_journeys(visit)
    _add_bookings(visit)
    _add_our_side(visit)
    return visit


def _add_guests(visit) -> None:
    visit.guests[0].rank, visit.guests[0].diet = 1, "不吃牛羊肉"
    for place, name in enumerate(NAMES, 2):
        guest = guest_of(visit, name, title="高级工程师", id_=place)
        guest.position, guest.rank, guest.person_id = place, 8, place
        guest.diet = (None, "", "清真", "对花生过敏")[place % 4]
        guest.drink = (None, "红茶", "")[place % 3]
    visit.guests[1].is_contact, visit.guests[1].person.phone = True, CONTACT_PHONE


def _add_journeys(visit) -> None:
    leg = visit.legs[0]
    leg.from_place, leg.to_place, leg.terminal, leg.at = "深圳", "虹桥机场", "T2", at(8, 9, 20)
    visit.legs = [
        leg,
        Leg(
            visit_id=1,
            direction=Direction.DEPARTURE,
            carrier=Carrier.TRAIN,
            number="G7305",
            from_place="虹桥站",
            at=at(9, 17, 10),
        ),
        Leg(visit_id=1, carrier=Carrier.OWN_CAR, plate="苏E88A66", from_place="苏州", at=at(8, 10, 10)),
    ]


def _add_bookings(visit) -> None:
    visit.car_bookings = []
    for number, (plate, starts, ends) in enumerate(
        (("沪AD12345", at(8, 7, 50), at(8, 10, 20)), ("沪B54321", at(9, 15, 50), at(9, 18))), 1
    ):
        trip = CarBooking(visit_id=1, starts_at=starts, ends_at=ends)
        trip.id, trip.car = number, Car(plate=plate, model="别克GL8", seats=7)
        trip.driver = Driver(name="王建国", phone=DRIVER_PHONE)
        visit.car_bookings = [*visit.car_bookings, trip]
    stay = HotelBooking(visit_id=1, hotel="静安宾馆", rooms=8, price=680, price_reason="客户指定")
    stay.check_in, stay.check_out = date(2026, 12, 8), date(2026, 12, 9)
    visit.hotel_bookings = [stay]
    lunch = Meal(visit_id=1, kind=MealKind.WORKING, starts_at=at(8, 12), place="二楼餐厅", our_heads=6)
    dinner = Meal(
        visit_id=1,
        kind=MealKind.BANQUET,
        starts_at=at(8, 18),
        place="牡丹厅",
        heads=16,
        our_heads=4,
        standard=260,
        standard_reason="首次来访",
        payer="人事行政部",
    )
    lunch.id, dinner.id = 1, 2
    visit.meals = [lunch, dinner]
    visit.tickets = [Ticket(visit_id=1, number="G7305", holder="顾翀", price=540)]
    visit.gifts = [Gift(visit_id=1, person_id=1, name="真丝围巾", price=320)]


def _add_our_side(visit) -> None:
    roster = (("高明", "总经理", "总经办", 2), ("郑工", "部门经理", "华东销售部", 6))
    visit.hosts = []
    for place, (name, title, department, rank) in enumerate(roster, 1):
        host = Host(visit_id=1, position=place, name=name, title=title, department=department, rank=rank)
        host.id, host.is_escort, host.is_lead = place, True, place == 1
        visit.hosts = [*visit.hosts, host]
    visit.department_notices = [
        DepartmentNotice(visit_id=1, department="华东销售部", tasks="准备样件"),
        DepartmentNotice(visit_id=1, department="人事行政部"),
        DepartmentNotice(visit_id=1, department="信息技术部", tasks="调试投影"),
    ]
    for notice in visit.department_notices:
        notice.state = NoticeState.UNREAD
    visit.opinions = [
        Opinion(visit_id=1, office=Office.DEPARTMENT, person="郑工", words="同意接待"),
        Opinion(
            visit_id=1, office=Office.HR_ADMIN, verdict=Verdict.AGREES_IF, person="林静", words="控制人数"
        ),
    ]


def all_facts(visit=None, house: House = OUR_HOUSE, **more):
    """The visit with the company's standard procedure."""
    visit = visit or everything()
    return replace(
        facts_of(visit, house),
        level=parse_levels(_template("levels.toml")).level(visit.level),
        ranks=parse_ranks(_template("ranks.toml")),
        lead_times=lead_times(),
        **more,
    )


def _template(name: str) -> str:
    return resource("templates", name).read_text(encoding="utf-8")


def printed(paper, visit=None, language: str = "zh", facts=None, **chosen) -> list[str]:
    """The pages of a paper, without any white space."""
    return [bare(page) for page in pages(paper, facts or all_facts(visit), language, **chosen)]


def pages(paper, facts, language: str = "zh", **chosen) -> list[str]:
    """The pages of a paper, as a reader would copy them."""
    choice = Choice(language=language, **chosen)
    content = paper.content(facts, choice)
    pdf = paper.draw(content, choice, facts.house, stamp_of(paper.number), paper.marks(facts, choice))
    return list(pages_of(pdf))
