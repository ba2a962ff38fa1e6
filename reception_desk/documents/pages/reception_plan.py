"""How D3, plan and notice, is drawn: head, tasks, people, timetable, money, who has taken note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, Mark, Marks, grouped
from reception_desk.documents.house_style import prose
from reception_desk.documents.itinerary_words import activity, hours
from reception_desk.documents.letterhead import company_heading, contact, gap, letterhead
from reception_desk.documents.moments import day, short_day_and_time
from reception_desk.documents.pages.blocks import (
    Cells,
    Groups,
    bar,
    fact,
    grid,
    joined,
    listing,
    part,
    rows_of,
    said,
    when,
    word,
)
from reception_desk.documents.pages.plan_words import DUTY_WORDS, GENDERS, PART_WORDS, RELATIONS
from reception_desk.documents.reception_plan import DUTIES
from reception_desk.documents.sheets import flowing_sheets, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.preparation import ItemState
from reception_desk.i18n import N_

NOTICE: Final = N_("Reception notice")
_TASKS: Final = tuple(part * mm for part in (132, 50))
_GUESTS: Final = tuple(part * mm for part in (8, 44, 14, 52, 36, 28))
_HOSTS: Final = tuple(part * mm for part in (36, 40, 40, 66))
_ACKNOWLEDGED: Final = tuple(part * mm for part in (44, 58, 46, 34))


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
    """A4 portrait."""
    groups, tongue = grouped(content), Tongue(choice.language, house.says(paper.number))
    title = NOTICE if choice.recipient else paper.title
    ours = groups["contact"]
    departments = [name["name"] for name in rows_of(groups, "department")]
    story: list[Flowable] = [
        letterhead(title, house, tongue),
        gap(0.5),
        *company_heading(list(groups["company"].values()), tongue),
        _head(groups, tongue),
        gap(),
        *(_department_first(groups, tongue) if choice.recipient else ()),
        *_guests(groups, tongue),
        *_hosts(groups, tongue),
        *_timetable(groups, tongue),
        *(() if choice.recipient else _tasks(groups, tongue)),
        *_money(groups, tongue),
        KeepTogether(
            [*_acknowledged(departments, marks, tongue), contact(ours["name"], ours["phone"], tongue, OURS)]
        ),
    ]
    name = f"{paper.number} {' '.join(tongue(title))} {stamp.visit_number}"
    foot = stamped_foot(title, stamp, choice.language, house.says(paper.number))
    return flowing_sheets(story, paper=choice.paper, title=name, language=choice.language, foot=foot)


OURS: Final = N_("Questions to")


def _head(groups: Groups, tongue: Tongue) -> Flowable:
    visit, w = groups["visit"], tongue
    heads = word(N_("{number} people"), w).format(number=visit["heads"]) if visit["heads"] else ""
    rows = [
        [
            fact(N_("Visit number"), w, visit["number"]),
            fact(N_("Arrival"), w, when(visit["arrival"], w)),
            fact(N_("Departure"), w, when(visit["departure"], w)),
        ],
        [
            fact(N_("Heads"), w, heads),
            fact(N_("Owner department"), w, joined(visit["department"], visit["applicant"])),
        ],
    ]
    if "relation" in groups:
        relation = groups["relation"]
        how = word(RELATIONS[relation["is"]], w) if relation["is"] else ""
        rows[1].append(fact(N_("Coordinated by"), w, visit["coordinator"]))
        rows.append(
            [
                fact(N_("Level"), w, groups["level"][w.languages[0]]),
                fact(N_("How we receive"), w, joined(how, relation["reason"])),
            ]
        )
    rows.append([fact(N_("Purpose"), w, visit["purpose"])])
    return grid(rows)


def _department_first(groups: Groups, tongue: Tongue) -> list[Flowable]:
    """The tasks of the one department that is told."""
    [cells] = rows_of(groups, "department")
    heading = word(N_("To {department}: your tasks"), tongue).format(department=cells["name"])
    return [prose(heading, "company"), *_task_list(rows_of(groups, "task"), tongue), gap()]


def _tasks(groups: Groups, tongue: Tongue) -> Iterator[Flowable]:
    departments = rows_of(groups, "department")
    if not departments:
        return
    yield from part(N_("Tasks by department"), tongue)
    for cells in departments:
        yield gap(0.4)
        yield CondPageBreak(looks.PART_ROOM)
        yield prose(cells["name"], "part")
        tasks = [task for task in rows_of(groups, "task") if task["department"] == cells["name"]]
        yield from _task_list(tasks, tongue)
    yield gap()


def _task_list(tasks: Sequence[Cells], tongue: Tongue) -> list[Flowable]:
    rows = [
        [prose(said(cells, "text", tongue), "item"), prose(when(cells["due"], tongue), "due")]
        for cells in tasks
    ]
    if not rows:
        return [prose(word(N_("Takes note; no task of its own."), tongue), "beside")]
    heads = [word(one, tongue) for one in (N_("What is to be done"), N_("Due"))]
    return [listing(heads, rows, _TASKS)]


def _guests(groups: Groups, tongue: Tongue) -> list[Flowable]:
    w, guests = tongue, rows_of(groups, "guest")
    if not guests:
        return [bar(N_("Guests"), w), prose(word(N_("Nobody is named yet."), w), "beside"), gap()]
    rows: list[list[object]] = []
    for place, cells in enumerate(guests, 1):
        parts = [word(message, w) for name, message in PART_WORDS.items() if cells[name]]
        gender = GENDERS.get(cells["gender"])
        rows.append(
            [
                prose(str(place), "code"),
                prose(said(cells, "name", w), "guest"),
                prose(word(gender, w), "beside") if gender else "",
                prose(said(cells, "title", w), "beside"),
                prose(said(cells, "rank", w), "beside"),
                prose(joined(*parts), "beside second"),
            ]
        )
    heads = [
        "",
        *(
            word(one, w)
            for one in (N_("Name"), N_("Gender"), N_("Title"), N_("Rank of the guest"), N_("Part"))
        ),
    ]
    return [*part(N_("Guests by rank"), w), listing(heads, rows, _GUESTS), gap()]


def _hosts(groups: Groups, tongue: Tongue) -> list[Flowable]:
    w, hosts = tongue, rows_of(groups, "host")
    block: list[Flowable] = part(N_("Our side"), w)
    rows: list[list[object]] = []
    for cells in hosts:
        duties = [DUTY_WORDS[duty] for duty in (*DUTIES, "introduces") if cells[duty]]
        rows.append(
            [
                prose(said(cells, "name", w), "guest"),
                prose(said(cells, "title", w), "beside"),
                prose(cells["department"], "beside"),
                prose(joined(*(word(one, w) for one in duties)), "beside"),
            ]
        )
    heads = [word(one, w) for one in (N_("Name"), N_("Title"), N_("Department"), N_("Takes part as"))]
    block.append(
        listing(heads, rows, _HOSTS) if rows else prose(word(N_("Nobody of us is named yet."), w), "beside")
    )
    for cells in rows_of(groups, "empty role"):
        duties = [word(message, w) for duty, message in DUTY_WORDS.items() if cells.get(duty)]
        still_open = word(N_("Still open: {role}"), w).format(role=said(cells, "name", w))
        block.append(prose(f"⚠ {joined(still_open, *duties)}", "beside"))
    return [*block, gap()]


def _timetable(groups: Groups, tongue: Tongue) -> list[Flowable]:
    w, entries = tongue, rows_of(groups, "entry")
    if not entries:
        return []
    heads = [word(one, w) for one in (N_("Time"), N_("Activity"), N_("Place"), N_("Received by"))]
    rows: list[list[object]] = [[prose(head, "head") for head in heads]]
    look: list[tuple[object, ...]] = list(looks.TIMETABLE_LOOK)
    for on, of_day in groupby(entries, key=lambda cells: cells["starts"][:10]):
        look += looks.day_look(len(rows))
        told = day(date.fromisoformat(on), w.languages[0]) if on else word(N_("Time still open"), w)
        rows.append([prose(told, "phase"), "", "", ""])
        rows += [_entry(cells, w) for cells in of_day]
    table = Table(rows, colWidths=looks.TIMETABLE, style=look, repeatRows=1)
    return [*part(N_("Timetable"), w), table, gap()]


def _entry(cells: Cells, tongue: Tongue) -> list[object]:
    hint = [prose(cells["hint"], "beside second")] if cells.get("hint") else []
    return [
        [prose(line, "beside", whole=True) for line in hours(cells)],
        [prose(activity(cells, tongue)[0], "beside"), *hint],
        prose(cells["place"], "beside"),
        prose(said(cells, "host", tongue), "beside"),
    ]


def _money(groups: Groups, tongue: Tongue) -> list[Flowable]:
    if "plan" not in groups:
        return []
    plan = groups["plan"]
    facts = [
        [fact(N_("Budget"), tongue, plan["budget"])],
        [fact(N_("If something goes wrong"), tongue, plan["contingency"])],
    ]
    return [KeepTogether([bar(N_("Budget and what may go wrong"), tongue), grid(facts)]), gap()]


def _acknowledged(departments: Sequence[str], marks: Marks, tongue: Tongue) -> list[Flowable]:
    """A line for each department to sign that it has taken note; who has not is named (A6.7)."""
    if not departments:
        return []
    w = tongue
    answers = [(name, marks.get(f"department {name}")) for name in departments]
    still_open = [name for name, mark in answers if mark is None or mark.state is ItemState.OPEN]
    heads = [
        word(one, w) for one in (N_("Department"), N_("Taken note of and signed"), N_("Answer"), N_("Date"))
    ]
    rows: list[list[object]] = [[prose(head, "head") for head in heads]]
    rows += [[prose(name, "guest"), "", *(_answer(mark, w) if mark else ("", ""))] for name, mark in answers]
    heights = [None, *[style.HAND_ROOM] * len(answers)]
    block: list[Flowable] = [
        bar(N_("Acknowledgement"), w),
        Table(rows, colWidths=_ACKNOWLEDGED, rowHeights=heights, style=looks.ACKNOWLEDGED_LOOK),
    ]
    if still_open:
        said_so = word(N_("Not acknowledged yet: {departments}"), w)
        block.append(prose(said_so.format(departments="、".join(still_open)), "beside"))
    return [*block, gap()]


def _answer(mark: Mark, tongue: Tongue) -> tuple[object, object]:
    if mark.state is ItemState.OPEN:
        return "", ""
    by = joined(mark.by, short_day_and_time(mark.at) if mark.at else "")
    if mark.state is ItemState.DONE:
        return prose(word(N_("Has taken note"), tongue), "beside"), prose(by, "mark")
    objects = word(N_("Objects: {objection}"), tongue).format(objection=mark.reason)
    return prose(objects, "mark"), prose(by, "mark")
