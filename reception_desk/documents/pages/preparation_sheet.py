"""How D25, the preparation sheet, is drawn: the items by phase, their ticks, the confirmations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from reception_desk.documents import house_style as style
from reception_desk.documents.hand_out import (
    HandOut,
    House,
    Mark,
    Marks,
    grouped,
)
from reception_desk.documents.house_style import bilingual, fitted, prose
from reception_desk.documents.letterhead import company_heading, letterhead
from reception_desk.documents.moments import short_day_and_time
from reception_desk.documents.preparation_sheet import PreparationSheet, confirmation_key
from reception_desk.documents.sheets import TickBox, flowing_sheets, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.checklist import Owner, Phase
from reception_desk.domain.confirmed_facts import Aspect
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.preparation import ItemState
from reception_desk.i18n import N_

Cells = Mapping[str, str]


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
    """A4 portrait, with the progress of now."""
    groups = grouped(content)
    tongue = Tongue(choice.language, house.says(paper.number))
    visit = groups.pop("visit")
    story: list[Flowable] = [*_head(visit, house, tongue), Spacer(0, style.GAP)]
    if groups:
        story += [_items(groups, marks, tongue), Spacer(0, style.GAP)]
    story.append(KeepTogether(_confirmations(marks, tongue)))
    title = f"{paper.number} {' '.join(tongue(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number))
    return flowing_sheets(story, paper=choice.paper, title=title, language=choice.language, foot=foot)


def _head(visit: Cells, house: House, tongue: Tongue) -> list[Flowable]:
    return [
        letterhead(PreparationSheet.title, house, tongue),
        Spacer(0, style.GAP / 2),
        *company_heading(tongue.fact(visit, "company"), tongue),
        _facts(visit, tongue),
    ]


def _facts(visit: Cells, tongue: Tongue) -> Flowable:
    guests = zip(tongue.languages, tongue.fact(visit, "main guest"), tongue.fact(visit, "title"), strict=True)
    guest = [(", " if language == "en" else " ").join(filter(None, pair)) for language, *pair in guests]
    level = (
        tongue.counted(N_("Level {number}"), visit["level"], in_chinese_numerals=True)
        if visit["level"]
        else [""]
    )
    heads = tongue.counted(N_("{number} people"), visit["heads"]) if visit["heads"] else [""]
    w = tongue
    cells = [
        [
            _fact(w("Visit number"), [visit["number"]]),
            _fact(w("Main guest"), guest),
            _fact(w("Heads"), heads),
        ],
        [
            _fact(w("Level"), level),
            _fact(w("Arrival"), tongue.moment(visit["arrival"], N_("not known yet"))),
            _fact(w("Departure"), tongue.moment(visit["departure"], N_("not known yet"))),
        ],
    ]
    return Table(cells, colWidths=style.FACTS, style=style.FACT_GRID)


def _fact(label: Sequence[str], values: Sequence[str]) -> list[Flowable]:
    shown = [value or "—" for value in values]
    return [prose(" ".join(label), "label"), *bilingual(shown, "value", whole=True)]


def _items(groups: Mapping[str, Cells], marks: Marks, tongue: Tongue) -> Table:
    w = tongue
    heads = [[], w("No."), w("What is to be done"), w("Due"), w("Owner"), w("Time and signature")]
    rows: list[list[object]] = [[prose(" ".join(head), "head") for head in heads]]
    look = list(style.CHECKLIST_LOOK)
    for phase in Phase:
        keys = [key for key, cells in groups.items() if cells["phase"] == phase.value]
        if not keys:
            continue
        look += style.phase_look(len(rows))
        rows.append(
            [prose("  ".join(tongue.each(phase.words)), "phase"), "", "", "", "", _count(keys, marks)]
        )
        rows += [_item(key, groups[key], marks.get(key), tongue) for key in keys]
    return Table(rows, colWidths=style.CHECKLIST, style=look, repeatRows=1)


def _count(keys: Sequence[str], marks: Marks) -> Flowable:
    states = [marks[key].state if key in marks else ItemState.OPEN for key in keys]
    left_out = states.count(ItemState.NOT_APPLICABLE)
    return prose(f"{states.count(ItemState.DONE)} / {len(keys) - left_out}", "count")


def _item(key: str, cells: Cells, mark: Mark | None, tongue: Tongue) -> list[object]:
    state = mark.state if mark else ItemState.OPEN
    _item_word, code, *_subject = key.split(" ")
    return [
        TickBox(state),
        prose(code, "code"),
        bilingual(tongue.fact(cells, "text"), "item"),
        bilingual(tongue.moment(cells["due"], N_("no time yet")), "due", whole=True),
        _whose(cells["owner"], tongue),
        _signed(mark, tongue),
    ]


def _whose(owner: str, tongue: Tongue) -> Sequence[Flowable]:
    """Its owner, or the name of whom it was delegated to, never broken."""
    if owner in set(Owner):
        return bilingual(tongue.each(Owner(owner).words), "owner")
    return [fitted(owner, "owner", style.CHECKLIST[-2] - 2 * style.CELL)]


def _signed(mark: Mark | None, tongue: Tongue) -> list[Flowable]:
    """Who did it and when, or room to write that."""
    if mark is None or mark.state is ItemState.OPEN:
        return []
    if mark.state is ItemState.NOT_APPLICABLE:
        return [prose(tongue(N_("Not applicable: {reason}"))[0].format(reason=mark.reason), "mark")]
    room = style.CHECKLIST[-1] - 2 * style.CELL
    when = short_day_and_time(mark.at) if mark.at else ""
    if style.is_on_one_line(f"{when}  {mark.by}", "mark", room):
        return [prose(f"{when}  {mark.by}", "mark", whole=True)]
    return [prose(when, "mark"), fitted(mark.by, "mark", room)]


def _confirmations(marks: Marks, tongue: Tongue) -> list[Flowable]:
    """The three lines half a day to a day ahead: who confirmed it and when, else room to sign (A8)."""
    w = tongue
    heading = "  ".join(w("Second confirmation, half a day to one day before the arrival"))
    lines = {
        Aspect.PEOPLE: w("People are settled"),
        Aspect.PLACE: w("The place is settled"),
        Aspect.VEHICLE: w("The vehicle is settled"),
    }
    rows = [
        _confirmation(line, marks.get(confirmation_key(aspect)), tongue) for aspect, line in lines.items()
    ]
    return [
        prose(heading, "phase"),
        Spacer(0, style.GAP / 2),
        Table(rows, colWidths=style.CONFIRMATION, rowHeights=style.HAND_ROOM, style=style.CONFIRMATION_LOOK),
    ]


def _confirmation(line: Sequence[str], mark: Mark | None, tongue: Tongue) -> list[object]:
    w, room = tongue, [width - 2 * style.CELL for width in style.CONFIRMATION]
    signature, time = (
        (mark.by, short_day_and_time(mark.at) if mark.at else "") if mark is not None else ("", "")
    )
    return [
        TickBox(mark.state if mark is not None else ItemState.OPEN),
        bilingual(line, "item"),
        prose(" ".join(w("Note")), "label"),
        [
            prose(" ".join(w("Signature")), "label"),
            *([fitted(signature, "mark", room[3])] if signature else []),
        ],
        [prose(" ".join(w("Time")), "label"), *([prose(time, "mark")] if time else [])],
    ]
