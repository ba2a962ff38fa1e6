"""A desk with invented visits, for tests and for looking at screens."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from reception_desk.desk import ReceptionDesk, open_desk
from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.entity import Answer
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.meal import Meal, MealKind
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.person import Gender
from reception_desk.domain.ticket import Ticket

HERE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 12, 7, 9, 41, tzinfo=HERE)
ARRIVAL = datetime(2026, 12, 8, 10, 30, tzinfo=HERE)


def now() -> datetime:
    """The clock of the sample: a Monday morning, the day before the guests come."""
    return NOW


def sample_desk(folder: Path) -> ReceptionDesk:
    """An open desk without visits."""
    return open_desk(folder, NOW)


@cache
def _built(many: int) -> Path:
    """A closed data folder with the visit of the pictures and `many` short ones; made once, copied for each test."""
    folder = Path(tempfile.mkdtemp(prefix="sample-desk-")) / "data"
    atexit.register(shutil.rmtree, folder.parent, ignore_errors=True)
    desk = open_desk(folder, NOW)
    desk.company.change(NOW, at_desk="李静", desk_name="1")
    add_visit(desk)
    add_many(desk, many)
    desk.close()
    return folder


def filled_desk(folder: Path, many: int = 0) -> tuple[ReceptionDesk, int]:
    """An open desk with the visit of the pictures and `many` others; the visit's id."""
    shutil.copytree(_built(many), folder)
    desk = open_desk(folder, NOW)
    return desk, next(line.id for line in desk.visits.page() if line.number == "2026-0001")


def add_visit(desk: ReceptionDesk) -> int:
    """The visit that the pictures show: five guests by train, tomorrow at half past ten."""
    visit = desk.visits.new(
        NOW - timedelta(days=5), company="苏州恒屹精密机械有限公司", main_guest="顾翀", title="董事长",
        arrival_at=ARRIVAL, departure_at=ARRIVAL.replace(day=9, hour=16, minute=0), level=1,
        owner_department="华东销售部", applicant="陆文昊", purpose="考察新产线，商谈二期合作", heads=6,
        pick_up=Answer.YES, hotel=Answer.YES, meal=Answer.YES, meeting=Answer.YES, invitation=Answer.NO,
        not_understood="停车：2 辆，其中 1 辆电动\n其他：请备投影转接头（雷雳）",
    )  # fmt: skip
    desk.visits.change(visit.id, NOW, applicant_phone="13900001111")
    _add_guests(desk, visit.id)
    _add_parts(desk, visit.id)
    return visit.id


def _add_guests(desk: ReceptionDesk, visit_id: int) -> None:
    main = desk.visits.get(visit_id).guests[0]
    desk.guests.change(main.id, NOW, name_latin="Gu Chong", pronunciation="gù chōng", gender=Gender.MALE)
    desk.guests.change(main.id, NOW, diet="不吃牛羊肉", lodging="")
    desk.guests.add(visit_id, "沈砚秋", NOW, title="副总经理", gender=Gender.FEMALE, diet="")
    contact = desk.guests.add(visit_id, "叶知行", NOW, title="采购总监", is_contact=True)
    desk.guests.change(contact, NOW, phone="13800002222")
    desk.guests.add(visit_id, "单雨霏", NOW, title="技术部经理", gender=Gender.FEMALE)
    desk.guests.add(visit_id, "Katharina Brandt", NOW, title="翻译", is_interpreter=True, nationality="DE")


def _add_parts(desk: ReceptionDesk, visit_id: int) -> None:
    day = ARRIVAL.replace(hour=0, minute=0)
    parts = desk.parts

    def at(hour: int, minute: int = 0, *, days: int = 0) -> datetime:
        return day + timedelta(days=days, hours=hour, minutes=minute)

    parts.add(Leg, visit_id, NOW, direction=Direction.ARRIVAL, carrier=Carrier.TRAIN, number="G7012",
              from_place="苏州北", to_place="上海虹桥", terminal="南进站口", at=at(9, 42))  # fmt: skip
    parts.add(Leg, visit_id, NOW, direction=Direction.ARRIVAL, carrier=Carrier.FLIGHT, number="LH 728",
              from_place="慕尼黑", to_place="上海浦东", terminal="T2", at=at(8, 5))  # fmt: skip
    parts.add(Meeting, visit_id, NOW, starts_at=at(14), ends_at=at(16, 30), room="三楼一号会议室",
              topic="二期合作洽谈", our_heads=4, needs="投影、麦克风")  # fmt: skip
    parts.add(Meal, visit_id, NOW, kind=MealKind.BANQUET, starts_at=at(18), place="松鹤楼 兰厅", heads=10)
    parts.add(Meal, visit_id, NOW, kind=MealKind.WORKING, starts_at=at(12), place="员工餐厅小包间", heads=9)
    parts.add(ItineraryRow, visit_id, NOW, starts_at=at(10, 30), ends_at=at(11), place="大堂", activity="迎接、合影",
              host="总经理")  # fmt: skip
    parts.add(ItineraryRow, visit_id, NOW, starts_at=at(11), ends_at=at(12), place="二号车间", activity="参观新产线",
              host="生产部 周砺")  # fmt: skip
    parts.add(CarBooking, visit_id, NOW, purpose="虹桥接站", starts_at=at(9), ends_at=at(10, 30))
    parts.add(HotelBooking, visit_id, NOW, hotel="金陵饭店", check_in=day.date(),
              check_out=(day + timedelta(days=1)).date(), rooms=5, room_kind="大床房")  # fmt: skip
    parts.add(
        Ticket, visit_id, NOW, number="G7349", holder="顾翀", leaves_at=day + timedelta(days=1, hours=7)
    )
    for code in ("101", "104"):
        desk.preparation.check_off(visit_id, code, "", NOW)


COMPANIES = (
    "江南测控",
    "北辰流体设备",
    "云杉医疗器械",
    "Brandt Maschinenbau",
    "海曜新能源",
    "青禾包装",
    "澄江电子",
)
PEOPLE = ("陶然", "白景行", "江映月", "Jonas Weber", "严恪", "苏晚晴", "温以宁")


def add_many(desk: ReceptionDesk, count: int) -> list[int]:
    """As many short visits, every day one, before and after the moment."""
    made = []
    for number in range(count):
        arrival = ARRIVAL + timedelta(days=number - count // 2, hours=number % 5)
        made.append(
            desk.visits.new(
                NOW, company=COMPANIES[number % 7], main_guest=PEOPLE[(number * 3) % 7], title="总经理",
                arrival_at=arrival, departure_at=arrival + timedelta(hours=5), level=number % 3 + 1,
                heads=number % 6 + 1, owner_department=("华东销售部", "采购部", "研发中心")[number % 3],
            ).id
        )  # fmt: skip
    return made
