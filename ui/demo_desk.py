"""A sample company with a few invented visits, for the demonstration and its pictures."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.entity import Answer
from reception_desk.resources import resource
from ui.demo_plan import hire, plan_visit

FIRST_FORM, SECOND_FORM = "application_domestic.xlsx", "application_foreign.xlsx"
LOGO = "logo.png"
SIGN_SIZE: Final = (192, 32)
TAKEN_IN: Final = timedelta(days=5, hours=-5)
LEFT_UNDONE: Final = 2


def furnish(desk: ReceptionDesk, now: datetime) -> int:
    """Make the desk that of the sample company, which took its first form in days ago; the visit's id."""
    before = now - TAKEN_IN
    desk.company.change(
        now,
        company_name="华辰精密仪器有限公司",
        company_name_en="Huachen Precision Instruments Co., Ltd.",
        desk_contact="李静",
        desk_phone="+862155550100",
        at_desk="李静",
        desk_name="大厅前台",
    )
    for name, title in (("李静", "前台"), ("王芳", "前台")):
        desk.company.add_employee(now, name=name, department="行政部", title=title, at_desk=True)
    hire(desk, now)
    desk.company.take_logo(resource("samples", LOGO), now)
    width, height = SIGN_SIZE
    desk.signs.add("大厅欢迎屏", now, width=width, height=height)
    _other_visits(desk, now, before)
    visit_id = take_in(desk, FIRST_FORM, before)
    plan_visit(desk, visit_id, before)
    _check_the_words(desk, visit_id, before)
    catch_up(desk, now)
    return visit_id


def form(name: str) -> Path:
    """One of the sample forms that ship with the program."""
    return resource("samples", name)


def take_in(desk: ReceptionDesk, name: str, now: datetime) -> int:
    """Take a sample form in, as a receptionist would; the visit's id."""
    return desk.intake.save(desk.intake.read(form(name), now), now).id


def catch_up(desk: ReceptionDesk, now: datetime) -> None:
    """Tick what was due before `now`, but leave a little undone, as on a real day."""
    due = [task for task in desk.today.at(now).tasks if task.is_late]
    for task in due[: len(due) - LEFT_UNDONE]:
        desk.preparation.check_off(*task.key, now)


def _check_the_words(desk: ReceptionDesk, visit_id: int, now: datetime) -> None:
    queued = [entry.message.id for entry in desk.welcome.of_visit(visit_id, now)]
    for message_id in queued or [desk.welcome.propose(visit_id, now)]:
        desk.welcome.check(message_id, now)


def _other_visits(desk: ReceptionDesk, now: datetime, before: datetime) -> None:
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    others = (
        ("宁波远帆物流有限公司", "周海", "副总经理", 3, 3, 13.5, 2),
        ("长沙启明电子科技有限公司", "谢宛如", "采购总监", 2, 5, 9.5, 1.5),
        ("Nordwind Optik AG", "Marta Lindqvist", "VP Operations", 2, 9, 10, 7),
        ("青岛蓝湾新材料有限公司", "孟凡一", "总经理", 1, 12, 14, 3),
    )
    for company, guest, title, level, days, hour, hours in others:
        arrival = day + timedelta(days=days, hours=hour)
        is_foreign = company.isascii()
        visit = desk.visits.new(
            before,
            company=company,
            main_guest=guest,
            title=title,
            level=level,
            arrival_at=arrival,
            departure_at=arrival + timedelta(hours=hours),
            heads=1 + days % 4,
            owner_department="供应链部" if level == 3 else "研发中心",  # noqa: PLR2004 - it is its name
            applicant="何亦凡",
            invitation=Answer.YES if is_foreign else Answer.NO,
        )
        if is_foreign:
            desk.visits.change_company(visit.id, before, country="DE")
