"""The plan of the sample company's first visit: who receives, the itinerary, the tour, what was read back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.briefing import Briefing
from reception_desk.domain.edition import Medium
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.question import Question
from reception_desk.domain.tour import TourStop

PEOPLE: Final = (
    ("郑伯年", "Zheng Bonian", "总经办", "总经理", "General Manager", 2),
    ("韩若谷", "Han Ruogu", "总经办", "副总经理", "Deputy General Manager", 3),
    ("何亦凡", "He Yifan", "研发中心", "研发总监", "R&D Director", 4),
    ("陆文昊", "Lu Wenhao", "华东销售部", "销售经理", "Sales Manager", 6),
    ("沈若兰", "Shen Ruolan", "行政部", "行政主管", "Administration Supervisor", 7),
)
ROWS: Final = (  # hours after the arrival
    (0.0, 0.5, "一楼大堂", "迎接、合影", "郑伯年"),
    (0.5, 1.5, "二号车间", "参观五轴产线", "何亦凡"),
)
STOPS: Final = (
    ("装配线", "五轴加工中心 V8", "装配精度 2 微米，全程恒温", 35, "五轴机床"),
    ("检测室", "激光干涉仪", "每台出厂报告可追溯", 20, ""),
)
NOT_REPEATED_YET: Final = 2


def hire(desk: ReceptionDesk, now: datetime) -> None:
    """Write down the people of the sample company who receive guests."""
    for name, latin, department, title, title_latin, rank in PEOPLE:
        desk.company.add_employee(
            now,
            name=name,
            name_latin=latin,
            department=department,
            title=title,
            title_latin=title_latin,
            rank=rank,
        )


def plan_visit(desk: ReceptionDesk, visit_id: int, now: datetime) -> None:
    """Plan a visit as far as it would be some days before the guests come."""
    visit = desk.visits.get(visit_id)
    arrival = visit.arrival_at or now
    desk.hosts.propose(visit_id, now)
    for begins, ends, place, activity, host in ROWS:
        desk.parts.add(
            ItineraryRow,
            visit_id,
            now,
            starts_at=arrival + timedelta(hours=begins),
            ends_at=arrival + timedelta(hours=ends),
            place=place,
            activity=activity,
            host=host,
            is_tour="参观" in activity,
        )
    for number, (place, product, point, minutes, interests) in enumerate(STOPS, 1):
        desk.parts.add(
            TourStop,
            visit_id,
            now,
            position=number,
            place=place,
            product=product,
            talking_point=point,
            minutes=minutes,
            interests=interests,
            owner="何亦凡",
        )
    answer = "常规配置 10 周；预留产能的年度框架客户 8 周。"
    asked = "五轴机型的交付周期能否缩短到 8 周？"
    desk.parts.add(Question, visit_id, now, question=asked, answer=answer, owner="陆文昊")
    desk.parts.add(Briefing, visit_id, now, leader="郑伯年", points="明年框架采购量\n联合研发意向")
    desk.department_notices.propose(visit_id, now)
    for fact in desk.read_back.unread(visit_id)[:-NOT_REPEATED_YET]:
        desk.read_back.confirm(visit_id, fact.fact.key, now, Medium.PHONE)
