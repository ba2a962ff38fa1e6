"""The invented house and the three invented visits that a new desk may begin with: facts only, relative to a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final

from reception_desk.domain.booking import Car, CarBooking, Driver, Hotel, HotelBooking
from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.briefing import Briefing
from reception_desk.domain.department import Department
from reception_desk.domain.employee import Employee
from reception_desk.domain.entity import Answer, Entity
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.meal import Meal, MealKind
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.nearby_place import NearbyPlace, PlaceKind
from reception_desk.domain.question import Question
from reception_desk.domain.room import Room, RoomKind
from reception_desk.domain.tour import TourStop

LAST_HOUR_FOR_TODAY: Final = 11
LUNCH: Final = timedelta(hours=2)


@dataclass(frozen=True, kw_only=True)
class SamplePart:
    """A row of a visit: of which kind, with which facts."""

    kind: type[Any]
    facts: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class SampleVisit:
    """A visit as it would be taken in: facts, further guests, what we know of the company, rows."""

    facts: dict[str, Any]
    guests: tuple[dict[str, Any], ...] = ()
    main_guest: dict[str, Any] = field(default_factory=dict)
    company: dict[str, Any] = field(default_factory=dict)
    parts: tuple[SamplePart, ...] = ()


def house() -> list[Entity]:
    """The people, cars, hotels and rooms of a house that does not exist, and what is around it."""
    return [
        Department(name="研发中心", name_latin="R&D Centre", contact="何亦凡"),
        Department(name="华东销售部", name_latin="Sales East", contact="陆文昊"),
        Department(name="行政部", name_latin="Administration", contact="沈若兰"),
        Employee(
            name="郑伯年", name_latin="Zheng Bonian", department="总经办", title="总经理", rank=2,
            title_latin="General Manager",
        ),
        Employee(
            name="韩若谷", name_latin="Han Ruogu", department="总经办", title="副总经理", rank=3,
            title_latin="Deputy General Manager",
        ),
        Employee(
            name="何亦凡", name_latin="He Yifan", department="研发中心", title="研发总监", rank=4,
            title_latin="R&D Director", phone="+8613900005503",
        ),
        Employee(
            name="杜衡之", name_latin="Du Hengzhi", department="研发中心", title="研发部经理", rank=6,
            title_latin="R&D Manager",
        ),
        Employee(
            name="陆文昊", name_latin="Lu Wenhao", department="华东销售部", title="销售经理", rank=6,
            title_latin="Sales Manager", phone="+8613900005504",
        ),
        Employee(
            name="沈若兰", name_latin="Shen Ruolan", department="行政部", title="行政主管", rank=7,
            title_latin="Administration Supervisor", phone="+8613900005505",
        ),
        Car(plate="苏E7001H", model="别克 GL8", seats=7, colour="黑"),
        Car(plate="苏E7002H", model="大众帕萨特", seats=5, colour="银"),
        Driver(name="马师傅", phone="+8613900005501"),
        Driver(name="丁师傅", phone="+8613900005502"),
        Hotel(name="湖畔云庭酒店", name_latin="Lakeside Court Hotel", address="湖滨路 18 号", price=480),
        Hotel(name="园区雅集酒店", name_latin="Park Gathering Hotel", address="科技大道 66 号", price=360),
        Room(name="一楼贵宾厅", name_latin="VIP Lounge", place="1 楼", seats=12, equipment="屏幕、白板"),
        Room(name="302 会议室", name_latin="Room 302", place="3 楼", seats=20, equipment="投影、视频会议"),
        Room(name="竹苑包间", name_latin="Bamboo Room", kind=RoomKind.DINING, place="2 楼", seats=10),
        NearbyPlace(
            name="听松园", name_latin="Pine Garden", kind=PlaceKind.SIGHT, distance="车程 15 分钟",
            distance_en="15 minutes by car", hours="7:30-17:00", phone="+8651255500131", address="松风路 9 号",
            address_en="9 Songfeng Road", note="门票 40 元", note_en="Admission 40 yuan",
        ),
        NearbyPlace(
            name="云帆购物中心", name_latin="Yunfan Shopping Centre", kind=PlaceKind.SHOPPING,
            distance="步行 10 分钟", distance_en="10 minutes on foot", hours="10:00-22:00",
            phone="+8651255500132", address="湖滨路 60 号", address_en="60 Hubin Road",
            note="一楼有丝绸和茶叶", note_en="Silk and tea on the ground floor",
        ),
        NearbyPlace(
            name="碧波游泳健身馆", name_latin="Bibo Swimming and Fitness", kind=PlaceKind.LEISURE,
            distance="步行 15 分钟", distance_en="15 minutes on foot", hours="6:30-21:30",
            phone="+8651255500133", address="科技大道 20 号", address_en="20 Keji Avenue",
        ),
        NearbyPlace(
            name="半塘小馆", name_latin="Bantang Kitchen", kind=PlaceKind.FOOD, distance="步行 8 分钟",
            distance_en="8 minutes on foot", hours="11:00-21:00", phone="+8651255500134",
            address="湖滨路 33 号", address_en="33 Hubin Road", note="本地菜，有素食",
            note_en="Local cuisine, vegetarian dishes",
        ),
        NearbyPlace(
            name="湖滨步道", name_latin="Lakeside Walk", kind=PlaceKind.LEISURE, distance="步行 5 分钟",
            distance_en="5 minutes on foot", hours="24 h", note="环湖 6 公里，可租自行车",
            note_en="6 km around the lake, bicycles for rent",
        ),
    ]  # fmt: skip


def first_arrival(here: datetime) -> datetime:
    """When the first guests come: this afternoon, or tomorrow morning where the day is far gone."""
    if here.hour < LAST_HOUR_FOR_TODAY:
        return _at(here.date(), 14, here)
    return _at(here.date() + timedelta(days=1), 10, here)


def visits(here: datetime) -> list[SampleVisit]:
    """Domestic at level 1, from abroad at level 2, by their own car at level 3; `here`: local time, aware."""
    return [_domestic(here), _foreign(here), _self_driving(here)]


def _at(day: date, hour: float, here: datetime) -> datetime:
    midnight = datetime(day.year, day.month, day.day, tzinfo=here.tzinfo)
    return midnight + timedelta(hours=hour)


def _domestic(here: datetime) -> SampleVisit:
    arrival = first_arrival(here)
    leaves = _at(arrival.date() + timedelta(days=1), 15, here)

    def at(hours: float) -> datetime:
        return arrival + timedelta(hours=hours)

    return SampleVisit(
        facts={
            "company": "苏州恒屹精密机械有限公司", "main_guest": "顾翀", "title": "董事长", "level": 1,
            "arrival_at": arrival, "departure_at": leaves, "heads": 3, "purpose": "参观车间，商谈明年合作",
            "owner_department": "华东销售部", "applicant": "陆文昊", "pick_up": Answer.YES,
            "hotel": Answer.YES, "meal": Answer.YES, "meeting": Answer.YES, "tour": Answer.YES,
            "invitation": Answer.NO,
        },
        company={
            "country": "CN", "background": "精密主轴制造商，1998 年创立", "strength": "员工 420 人，年产主轴 1.2 万支",
            "business_scope": "高速电主轴、直驱转台", "interests": "五轴加工中心，交付周期",
        },
        main_guest={"phone": "13900005511", "diet": "不吃香菜", "drink": "绿茶", "lodging": ""},
        guests=(
            {"name": "王以宁", "title": "总经办主任", "phone": "13900005512", "is_contact": True},
            {"name": "石一鸣", "title": "技术副总"},
        ),
        parts=(
            SamplePart(
                kind=Leg,
                facts={
                    "direction": Direction.ARRIVAL, "carrier": Carrier.TRAIN, "number": "G7012",
                    "from_place": "上海", "to_place": "苏州北站", "at": at(-0.75),
                },
            ),
            SamplePart(
                kind=CarBooking,
                facts={
                    "purpose": "接站", "starts_at": at(-1.25), "ends_at": at(0), "heads": 3,
                    "state": BookingState.CONFIRMED, "car": "苏E7001H", "driver": "马师傅",
                },
            ),
            SamplePart(
                kind=Meeting,
                facts={
                    "starts_at": at(0.5), "ends_at": at(2), "room": "一楼贵宾厅", "topic": "明年合作框架",
                    "our_heads": 4, "state": BookingState.CONFIRMED,
                },
            ),
            SamplePart(
                kind=HotelBooking,
                facts={
                    "hotel": "湖畔云庭酒店", "check_in": arrival.date(), "check_out": leaves.date(),
                    "rooms": 3, "room_kind": "单人间", "state": BookingState.BOOKED,
                },
            ),
            SamplePart(
                kind=Meal,
                facts={
                    "kind": MealKind.BANQUET, "starts_at": _at(arrival.date(), 18, here),
                    "ends_at": _at(arrival.date(), 20, here), "place": "竹苑包间", "heads": 8,
                },
            ),
            *(
                SamplePart(
                    kind=ItineraryRow,
                    facts={
                        "starts_at": at(start), "ends_at": at(end), "place": place, "activity": words,
                        "host": host, "is_tour": words == "参观车间", "hint": hint,
                    },
                )
                for start, end, place, words, host, hint in (
                    (0, 0.5, "一楼大堂", "欢迎与茶歇", "沈若兰", ""),
                    (0.5, 2, "一楼贵宾厅", "会谈", "郑伯年", ""),
                    (2, 3, "二号车间", "参观车间", "何亦凡", "请穿平底鞋，安全帽由我方准备"),
                )
            ),
            *(
                SamplePart(
                    kind=TourStop,
                    facts={
                        "position": number, "place": place, "product": product, "talking_point": point,
                        "owner": "何亦凡", "minutes": minutes, "interests": interests,
                    },
                )
                for number, (place, product, point, minutes, interests) in enumerate(
                    (
                        ("装配线", "五轴加工中心 V8", "装配精度 2 微米，全程恒温", 25, "五轴加工中心"),
                        ("检测室", "激光干涉仪", "每台出厂报告可追溯", 20, ""),
                    ),
                    1,
                )
            ),
            SamplePart(
                kind=Question,
                facts={
                    "question": "五轴机型的交付周期能否缩短到 8 周？", "owner": "陆文昊",
                    "answer": "常规配置 10 周；预留产能的年度框架客户 8 周。",
                },
            ),
            SamplePart(kind=Briefing, facts={"leader": "郑伯年", "points": "明年框架采购量\n联合研发意向"}),
        ),
    )  # fmt: skip


def _foreign(here: datetime) -> SampleVisit:
    arrival = _at(here.date() + timedelta(days=4), 14, here)
    return SampleVisit(
        facts={
            "company": "Nordwind Optik AG", "main_guest": "Marta Lindqvist", "title": "VP Operations",
            "level": 2, "arrival_at": arrival, "departure_at": arrival + timedelta(days=1, hours=3), "heads": 2,
            "purpose": "样机评审", "owner_department": "研发中心", "applicant": "何亦凡",
            "pick_up": Answer.YES, "hotel": Answer.YES, "meeting": Answer.YES, "invitation": Answer.YES,
        },
        company={"name_latin": "Nordwind Optik AG", "country": "DE"},
        main_guest={"nationality": "SE", "diet": "vegetarian"},
        guests=({"name": "Jonas Brückner", "title": "Project Engineer", "nationality": "DE"},),
        parts=(
            SamplePart(
                kind=Leg,
                facts={
                    "direction": Direction.ARRIVAL, "carrier": Carrier.FLIGHT, "number": "LH728",
                    "from_place": "Frankfurt", "to_place": "上海浦东", "terminal": "T2",
                    "at": arrival - timedelta(hours=4),
                },
            ),
            SamplePart(
                kind=Meeting,
                facts={
                    "starts_at": arrival + timedelta(minutes=30), "ends_at": arrival + timedelta(hours=3),
                    "room": "302 会议室", "topic": "样机评审", "our_heads": 5,
                },
            ),
        ),
    )  # fmt: skip


def _self_driving(here: datetime) -> SampleVisit:
    arrival = _at(here.date() + timedelta(days=2), 9.5, here)
    return SampleVisit(
        facts={
            "company": "宁波远帆物流有限公司", "main_guest": "周海", "title": "副总经理", "level": 3,
            "arrival_at": arrival, "departure_at": arrival + LUNCH, "heads": 2, "purpose": "洽谈年度运输合同",
            "owner_department": "行政部", "applicant": "沈若兰", "pick_up": Answer.NO, "hotel": Answer.NO,
            "invitation": Answer.NO,
        },
        company={"country": "CN"},
        main_guest={"phone": "13900005521"},
        parts=(
            SamplePart(
                kind=Leg,
                facts={
                    "direction": Direction.ARRIVAL, "carrier": Carrier.OWN_CAR, "plate": "浙B66K21",
                    "from_place": "宁波", "at": arrival,
                },
            ),
        ),
    )  # fmt: skip
