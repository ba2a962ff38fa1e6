"""One random change of one random visit, and whether the papers say what it did: the ink is the oracle (5.3, 5.4).

`python -m tests.documents.one_change 2000` tries so many.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError

from reception_desk.documents import HAND_OUTS
from reception_desk.domain.booking import Car, CarBooking, Driver, HotelBooking
from reception_desk.domain.briefing import Briefing
from reception_desk.domain.company import Company
from reception_desk.domain.department_notice import DepartmentNotice
from reception_desk.domain.edition import Choice, Stamp
from reception_desk.domain.employee import Employee
from reception_desk.domain.entity import Answer, Moment
from reception_desk.domain.gift import Gift
from reception_desk.domain.guest import Guest
from reception_desk.domain.host import Host
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.material import Material, MaterialKind
from reception_desk.domain.meal import Meal, MealKind
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.nearby_place import NearbyPlace, PlaceKind
from reception_desk.domain.opinion import Office, Opinion
from reception_desk.domain.person import Person
from reception_desk.domain.question import Question
from reception_desk.domain.sign import Sign
from reception_desk.domain.ticket import Ticket
from reception_desk.domain.tour import TourStop
from reception_desk.domain.visit import Visit
from reception_desk.domain.welcome import WelcomeMessage
from reception_desk.domain.welcome_state import told_fingerprint
from reception_desk.errors import ReceptionError
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from tests.desk import ARRIVAL, DEPARTURE, NOW, new_desk, plain_visit
from tests.documents.paper_facts import bare, pages_of

WORDS = (
    "松江工厂",
    "展厅",
    "Pudong",
    "王磊",
    "周静",
    "质量部",
    "电控柜",
    "Zhang Lei",
    "样机测试",
    "32 kW",
    "苏A·88888",
)
PHONES = ("+8613900001111", "+8613700002222", "+862155556666", "+4915112345678", "")
TITLES = ("总经理", "副总经理", "质量总监", "工程师", "")
LATIN_TITLES = ("General Manager", "Engineer", "Director", "")
COUNTRIES = ("", "CN", "DE", "JP")
ZONES = ("Asia/Shanghai", "Europe/Berlin", "Asia/Tokyo")
POOLS = {
    "phone": PHONES,
    "applicant_phone": PHONES,
    "title": TITLES,
    "title_latin": LATIN_TITLES,
    "nationality": COUNTRIES,
    "country": COUNTRIES,
    "zone": ZONES,
    "phone_extension": ("", "8012", "21"),
    "applicant_phone_extension": ("", "8012", "21"),
    "terminal": ("", "T1", "T2"),
    "number": ("MU5101", "CA1234", "G7305", ""),
}
BY_NOBODY = {"id", "number", "deleted_at", "deleted_by", "checklist_id", "visit_id"}
"""What no person changes of a visit."""
ONLY_ONE = ("is_main", "is_lead")
UNHARMED = (Car, Driver, Employee, Sign)
"""They are of the house, not of the visit: changed, never taken out."""


class Undone(Exception):  # noqa: N818 - not an error: the store is as it was
    """Rolls a try back."""


def furnished(desk) -> int:
    """A visit that has something of everything; its id."""
    visit_id = plain_visit(desk, purpose="技术交流", drop_off="东门", pick_up=Answer.YES, heads=6)
    ahead = lambda **by: ARRIVAL + timedelta(**by)  # noqa: E731
    with desk.database.unit_of_work(Said("Furnished"), NOW) as work:
        visit = work.visits.whole(visit_id)
        other = work.add(Company(name="慕尼黑机床有限公司", name_latin="Munich Tools GmbH", country="DE"))
        for place, (name, latin, title, country) in enumerate(
            (("单立", "Shan Li", "副总经理", ""), ("", "Anna Weber", "", "DE")), 2
        ):
            person = work.add(
                Person(name=name, name_latin=latin, nationality=country, phone=PHONES[place - 2])
            )
            person.company_id = other.id if country else None
            work.add(Guest(visit_id=visit_id, person_id=person.id, position=place, title=title, diet="清真"))
        for leg in (
            Leg(visit_id=visit_id, carrier=Carrier.FLIGHT, number="MU5101", to_place="虹桥", at=ahead(hours=-1)),
            Leg(visit_id=visit_id, carrier=Carrier.TRAIN, direction=Direction.DEPARTURE, number="G7305",
                from_place="虹桥站", at=DEPARTURE + timedelta(hours=1)),
        ):  # fmt: skip
            work.add(leg)
        car, second = (work.add(Car(plate=plate, model="GL8", seats=7)) for plate in ("沪A12345", "沪B54321"))
        driver, other_driver = (work.add(Driver(name=name, phone=PHONES[0])) for name in ("刘师傅", "马师傅"))
        work.add(CarBooking(visit_id=visit_id, car_id=car.id, driver_id=driver.id, starts_at=ahead(hours=-2),
                            ends_at=ahead(hours=0), purpose="接机"))  # fmt: skip
        work.add(
            CarBooking(visit_id=visit_id, car_id=second.id, driver_id=other_driver.id, starts_at=DEPARTURE)
        )
        for hotel in ("静安宾馆", "锦江饭店"):
            work.add(HotelBooking(visit_id=visit_id, hotel=hotel, check_in=ARRIVAL.date(), rooms=3,
                                  check_out=DEPARTURE.date(), check_in_at=ahead(hours=8)))  # fmt: skip
        work.add(Meeting(visit_id=visit_id, topic="商务洽谈", room="一号会议室", starts_at=ahead(minutes=30),
                         ends_at=ahead(hours=2), our_heads=4))  # fmt: skip
        work.add(
            Meal(visit_id=visit_id, kind=MealKind.BANQUET, place="小餐厅", starts_at=ahead(hours=3), heads=10)
        )
        work.add(ItineraryRow(visit_id=visit_id, starts_at=ahead(hours=4), ends_at=ahead(hours=5),
                              activity="参观车间", place="一号厂房", host="赵工", is_tour=True))  # fmt: skip
        work.add(ItineraryRow(visit_id=visit_id, starts_at=ahead(days=1), activity="送别", place="大堂"))
        boss = work.add(Employee(name="高明", title="总经理", department="总经办", rank=1, phone=PHONES[1]))
        work.add(Host(visit_id=visit_id, employee_id=boss.id, is_escort=True, is_lead=True, is_welcomer=True))
        work.add(Host(visit_id=visit_id, name="郑工", title="部门经理", rank=4, department="质量部",
                      position=2, is_escort=True, explains=True, sees_off=True))  # fmt: skip
        for place in (1, 2):
            work.add(
                TourStop(visit_id=visit_id, place=WORDS[place], product="主轴", minutes=15, position=place)
            )
            work.add(
                Question(visit_id=visit_id, question=f"产能多少{place}", answer="每月三百台", position=place)
            )
        work.add(Briefing(visit_id=visit_id, leader="高明", points="合作意向", at=ahead(days=-1)))
        work.add(Opinion(visit_id=visit_id, office=Office.DEPARTMENT, person="郑工", words="同意接待"))
        work.add(DepartmentNotice(visit_id=visit_id, department="质量部", tasks="准备样件"))
        earlier, receiver = _earlier(work, visit), visit.guests[0].person_id
        for given, reason in ((earlier, ""), (visit_id, "客人喜欢")):
            work.add(
                Gift(visit_id=given, person_id=receiver, name="真丝围巾", price=480, repeat_reason=reason)
            )
        work.add(Ticket(visit_id=visit_id, number="G7305", leaves_at=DEPARTURE))
        for code, name in (("S04", "产品图册"), ("", "激光笔")):
            work.add(Material(visit_id=visit_id, kind=MaterialKind.OTHER, code=code, name=name, quantity=6))
        for name, near in (
            ("松风园", PlaceKind.SIGHT),
            ("半塘小馆", PlaceKind.FOOD),
            ("云帆广场", PlaceKind.FOOD),
        ):
            work.add(
                NearbyPlace(name=name, kind=near, distance="步行 5 分钟", note_en="By bus", address="湖滨路")
            )
        sign = work.add(Sign(name="大堂条屏", width=192, height=32))
        message = work.add(
            WelcomeMessage(visit_id=visit_id, sign_id=sign.id, text="热烈欢迎\n顾翀董事长一行")
        )
        message.mark_checked("李静", NOW)
    desk.company.change(NOW, desk_contact="李静", desk_phone="+862155556666")
    for letter, guest in zip("ABC", desk.visits.get(visit_id).guests, strict=True):
        desk.invitations.write(guest.id, NOW, name=f"SAMPLE {letter}", number=f"X{letter}00000")
    return visit_id


def _earlier(work: UnitOfWork, visit: Visit) -> int:
    """A visit of the same company long before; its id."""
    before = Visit(number="2025-0001", checklist_id=visit.checklist_id, company_id=visit.company_id)
    before.received_at = before.arrival_at = ARRIVAL - timedelta(days=300)
    return int(work.add(before).id)


def reached(visit) -> list[Any]:
    """Every fact that hangs on a visit."""
    found, waiting = [], [visit]
    while waiting:
        one = waiting.pop()
        if one is None or one in found:
            continue
        found.append(one)
        for name in map(str, inspect(type(one)).relationships.keys()):
            if name in one.__dict__:
                value = getattr(one, name)
                waiting += value if isinstance(value, list) else [value]
    return sorted(found, key=lambda one: (one.__tablename__, one.id))


def fields(entity) -> list[Any]:
    """The columns that somebody may change."""
    columns = inspect(type(entity)).columns
    barred = BY_NOBODY if entity.__tablename__ == "visit" else {"id", "visit_id"}
    return [column for column in columns if column.key not in barred]


class Changer:
    """Changes facts at random, in a unit of work that is never kept."""

    def __init__(self, work, visit_id: int, rnd: Random) -> None:
        self.work, self.visit_id, self.rnd = work, visit_id, rnd

    def change(self, *of_kinds: str) -> str:
        """One change that a person can make, perhaps of these tables; in words, nothing where it came out the same."""
        visit = self.work.visits.whole(self.visit_id)
        things = [*reached(visit), *self.work.welcome.signs(), *self.work.house.all(NearbyPlace)]
        kinds = sorted(
            {thing.__tablename__ for thing in things if thing.__tablename__ in of_kinds or not of_kinds}
        )
        kind = self.rnd.choice(kinds)
        thing = self.rnd.choice([one for one in things if one.__tablename__ == kind])
        column = self.rnd.choice(fields(thing))
        is_part = hasattr(thing, "visit_id") and not isinstance(thing, UNHARMED)
        if is_part and self.rnd.randrange(10) == 0 and not _has_ticket(thing):
            self.work.delete(thing)
            return f"{kind} {thing.id} taken out"
        before = getattr(thing, column.key)
        value = self.value(thing, column, before)
        if value == before:
            return ""
        if column.key in ONLY_ONE and value:
            for one in things:
                if type(one) is type(thing) and getattr(one, column.key):
                    self.work.change(one, **{column.key: False})
        self.work.change(thing, **{column.key: value})
        return f"{kind} {thing.id} {column.key}: {before!r} -> {value!r}"

    def value(self, thing, column, before):
        """Another value of the same sort."""
        rnd = self.rnd
        if column.nullable and before is not None and rnd.randrange(6) == 0:
            return None
        if column.foreign_keys:
            return self._other_row(column)
        words = [value for value in POOLS.get(column.key, (*WORDS, "")) if value != before]
        by_kind = {
            bool: lambda: not before,
            datetime: lambda: (before or NOW) + timedelta(minutes=rnd.choice((-60, -1, 1, 15, 180, 1440))),
            date: lambda: (before or NOW.date()) + timedelta(days=rnd.choice((-1, 1, 3))),
            int: lambda: rnd.choice((1, 2, 3, 5, 8)),
            str: lambda: rnd.choice(list(getattr(column.type, "enum_class", None) or words)),
        }
        kind = datetime if isinstance(column.type, Moment) else column.type.python_type
        return by_kind[str if issubclass(kind, Enum) else kind]()

    def _other_row(self, column):
        table = next(iter(column.foreign_keys)).column.table
        ids = [row[0] for row in self.work.session.execute(table.select().with_only_columns(table.c.id))]
        return self.rnd.choice([*ids, *((None,) if column.nullable else ())])


def _has_ticket(thing) -> bool:
    return isinstance(thing, (Guest, Leg))


def choices(hand_out, facts, rnd: Random) -> Iterator[Choice]:
    """A few of the ways in which a hand-out can be made."""
    usual = hand_out.usual_choice(facts, "zh")
    yield usual
    language, about = rnd.choice(hand_out.languages), getattr(hand_out, "about", "")
    parts = {
        "guest_id": facts.visit.guests,
        "car_booking_id": facts.visit.car_bookings,
        "hotel_booking_id": facts.visit.hotel_bookings,
        "message_id": facts.visit.messages,
        "meeting_id": facts.visit.meetings,
        "meal_id": facts.visit.meals,
        "leg_id": facts.visit.legs,
    }
    whom = {about: rnd.choice([None, *(part.id for part in parts[about])])} if about in parts else {}
    if about == "recipient":
        whom = {about: rnd.choice(["", *(one.department for one in facts.visit.department_notices)])}
    shown = {"with_date": True} if hand_out.can_show_day and rnd.randrange(2) else {}
    yield replace(usual, language=language, paper=rnd.choice(hand_out.papers), **whom, **shown)


def content(hand_out, facts, choice):
    """What it tells, or None where it cannot be made."""
    with suppress(ReceptionError):
        return hand_out.content(facts, choice)
    return None


def ink(hand_out, told, choice, facts) -> str:
    """The text of the paper as a reader would copy it, without stamp and progress of its own."""
    stamp = Stamp(document=hand_out.number, revision=1, visit_number="2026-0001", printed=NOW, code="K7QF2M")
    shown = hand_out.unsealed(told, facts)
    return str(bare("".join(pages_of(hand_out.draw(shown, choice, facts.house, stamp, {})))))


def one_change(desk, visit_id: int, rnd: Random, papers=HAND_OUTS) -> list[str]:
    """Try one change; a sentence for each paper that is flagged wrongly, or wrongly not."""
    wrong: list[str] = []
    with (
        suppress(Undone, ReceptionError, IntegrityError),
        desk.database.unit_of_work(Said("Tried"), NOW) as work,
    ):
        changer = Changer(work, visit_id, rnd)
        made_before = [changer.change() for _try in range(rnd.choice((0, 0, 1, 2, 4)))]
        facts = desk.tellings._facts.of(work, visit_id)
        before = [
            (hand_out, choice, content(hand_out, facts, choice))
            for hand_out in papers
            for choice in choices(hand_out, facts, rnd)
        ]
        earlier, said = facts, changer.change()
        facts = desk.tellings._facts.of(work, visit_id)
        for hand_out, choice, then in before:
            now = content(hand_out, facts, choice)
            if then is None or now is None:
                continue
            if then == now and facts.house == earlier.house and rnd.randrange(30):
                continue  # what is drawn hangs on nothing else
            differs = ink(hand_out, then, choice, earlier) != ink(hand_out, now, choice, facts)
            if differs is not (then != now):
                what = [pair for pair in then + now if (pair in then) is not (pair in now)]
                wrong.append(f"{hand_out.number} {choice} {'ink' if differs else 'content'} alone: {said} {what} "
                             f"(after {made_before})")  # fmt: skip
        raise Undone
    return wrong


def one_sign_change(desk, visit_id: int, rnd: Random) -> list[str]:
    """Try one change of what a sign shows; a sentence where IT is told to look again wrongly, or wrongly not.

    What comes of it on the day, the guests earlier or later than planned, is not told again: the sign follows them.
    """
    wrong: list[str] = []
    with (
        suppress(Undone, ReceptionError, IntegrityError),
        desk.database.unit_of_work(Said("Tried"), NOW) as work,
    ):
        changer, kinds = Changer(work, visit_id, rnd), ("visit", "welcome_message", "sign")
        made_before = [changer.change(*kinds) for _try in range(rnd.choice((0, 1, 2)))]
        before = _shown(desk.tellings._facts.of(work, visit_id))
        said = changer.change(*kinds)
        after = _shown(desk.tellings._facts.of(work, visit_id))
        for message_id in before.keys() & after.keys():
            (shown, told), (shown_now, told_now) = before[message_id], after[message_id]
            if (shown != shown_now) is not (told != told_now) and "actual_" not in said:
                wrong.append(f"sign: {said} (after {made_before})")
        raise Undone
    return wrong


def _shown(facts) -> dict[int, tuple[tuple[Any, ...], str]]:
    """What stands on the signs from when until when, and the fingerprint of what IT is told of it."""
    return {
        notice.message.id: (
            (notice.text, notice.text_en, notice.message.effect, notice.sign.name, notice.window),
            told_fingerprint(notice.message, facts.visit, notice.sign.name),
        )
        for notice in facts.notices
    }


def main(times: int) -> int:
    """Try so many; what is wrong is printed once for each kind."""
    desk = new_desk(Path(tempfile.mkdtemp()) / "desk")
    visit_id, found = furnished(desk), set()
    for seed in range(times):
        rnd = Random(seed)
        for sentence in (*one_change(desk, visit_id, rnd), *one_sign_change(desk, visit_id, rnd)):
            found.add(sentence)
            sys.stdout.write(f"{seed} {sentence}\n")
    desk.close()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))
