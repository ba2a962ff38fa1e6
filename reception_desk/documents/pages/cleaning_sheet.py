"""How D20, the cleaning sheet, is drawn: the rounds one below the other, a line for each zone."""

from __future__ import annotations

from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from reception_desk.documents.cleaning_sheet import zone_key
from reception_desk.documents.hand_out import HandOut, House, Mark, Marks, grouped
from reception_desk.documents.house_style import fitted, prose
from reception_desk.documents.letterhead import company_heading, gap, letterhead
from reception_desk.documents.moments import short_day_and_time
from reception_desk.documents.pages.blocks import (
    Cells,
    Groups,
    bar,
    fact,
    grid,
    joined,
    listing,
    part,
    quiet,
    rows_of,
    signed,
    when,
    word,
)
from reception_desk.documents.sheets import TickBox, flowing_sheets, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.preparation import ItemState
from reception_desk.i18n import N_

_ZONES: Final = tuple(width * mm for width in (8, 48, 44, 6, 46, 30))
_SIGNED: Final = _ZONES[-1] - 3 * mm
_BEFORE: Final = {"arrival": N_("Before the guests come"), "meeting": N_("Before the meeting")}


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
    """A4 portrait, as many as it takes."""
    groups, w = grouped(content), Tongue(choice.language, house.says(paper.number))
    more = groups["rounds"]["more"]
    story: list[Flowable] = [
        letterhead(paper.title, house, w),
        gap(0.5),
        *company_heading(list(groups["company"].values()), w),
        _visit(groups["visit"], w),
        gap(),
        *_rounds(groups, marks, w),
        *quiet(word(N_("… {number} more"), w).format(number=more) if more else ""),
        bar(N_("How it is clean"), w),
        prose(word(N_("No dust, no stains, no litter; air fresh; nothing in the way."), w), "value"),
        prose(word(N_("Washrooms: dry floor, paper, soap and towels are there."), w), "value"),
        gap(),
        signed((N_("Cleaned by"), N_("Checked by administration"), N_("Date")), w),
    ]
    title = f"{paper.number} {' '.join(w(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number))
    return flowing_sheets(story, paper="A4", title=title, language=choice.language, foot=foot)


def _visit(visit: Cells, tongue: Tongue) -> Flowable:
    w = tongue
    heads = word(N_("{number} guests"), w).format(number=visit["heads"]) if visit["heads"] else ""
    return grid(
        [
            [
                fact(N_("Arrival"), w, when(visit["arrival"], w)),
                fact(N_("Guests"), w, heads),
                fact(N_("Visit number"), w, visit["number"]),
            ]
        ]
    )


def _rounds(groups: Groups, marks: Marks, tongue: Tongue) -> list[Flowable]:
    w, shown = tongue, list[Flowable]()
    titles = (N_("Zone"), N_("Clean by"), N_("Looked at again"), N_("Who, and when"))
    zone, due, again, who = (word(one, w) for one in titles)
    for place, one in enumerate(rows_of(groups, "round"), 1):
        zones = [cells for cells in rows_of(groups, "zone") if cells["round"] == str(place)]
        rooms = word(N_("Rooms: {rooms}"), w).format(rooms=one["rooms"]) if one["rooms"] else ""
        shown += [
            *part(_BEFORE[one["before"]], w),
            *quiet(joined(when(one["at"], w) or word(N_("no time yet"), w), one["topic"], rooms)),
            listing(["", zone, due, "", again, who], [_zone(cells, marks, w) for cells in zones], _ZONES),
            gap(),
        ]
    return shown


def _zone(zone: Cells, marks: Marks, tongue: Tongue) -> list[object]:
    w, mark = tongue, marks.get(zone_key(zone["due"], zone["name"]))
    return [
        TickBox(ItemState.DONE if mark else ItemState.OPEN),
        prose(zone["name"], "guest"),
        prose(when(zone["due"], w) or word(N_("no time yet"), w), "beside"),
        TickBox(ItemState.OPEN) if zone["again"] else "",
        prose(when(zone["again"], w), "beside") if zone["again"] else "",
        _signed(mark),
    ]


def _signed(mark: Mark | None) -> list[Flowable]:
    """Who ticked it and when, or room to write that."""
    if mark is None:
        return []
    return [
        *([prose(short_day_and_time(mark.at), "mark")] if mark.at else []),
        *([fitted(mark.by, "mark", _SIGNED)] if mark.by else []),
    ]
