"""How D25b, the restore sheet, is drawn: rooms, things, zones, what was left behind."""

from __future__ import annotations

from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, Mark, Marks, grouped
from reception_desk.documents.house_style import fitted, prose
from reception_desk.documents.letterhead import company_heading, gap, letterhead
from reception_desk.documents.moments import short_day_and_time
from reception_desk.documents.pages.blocks import (
    Cells,
    Groups,
    fact,
    grid,
    joined,
    listing,
    part,
    quiet,
    rows_of,
    signed,
    ticks,
    when,
    word,
)
from reception_desk.documents.sheets import TickBox, flowing_sheets, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.preparation import ItemState
from reception_desk.i18n import N_

_LINES: Final = tuple(width * mm for width in (8, 86, 18, 40, 30))
_SIGNED: Final = _LINES[-1] - 3 * mm
_LEFT: Final = tuple(width * mm for width in (70, 56, 56))
_LEFT_ROWS: Final = 3
_THREE: Final = tuple(width * mm for width in (6, 54.6, 6, 54.6, 6, 54.6))
_TO_DO: Final = (
    (N_("Tables and chairs as they were"), N_("Seat cards and welcome signs away")),
    (N_("Cups washed, leftovers thrown away"), N_("Papers and whiteboard cleared")),
    (N_("Projector, sound and computer off"), N_("Air, light, windows, door")),
)


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
    """A4 portrait, as many as it takes."""
    groups, w = grouped(content), Tongue(choice.language, house.says(paper.number))
    story: list[Flowable] = [
        letterhead(paper.title, house, w),
        gap(0.3),
        *company_heading(list(groups["company"].values()), w),
        _visit(groups["visit"], w),
        gap(0.7),
        *_rooms(groups, w),
        *_things(groups, marks, w),
        *_zones(groups["zones"]["names"], w),
        *_left_behind(w),
        signed((N_("Restored by"), N_("Things taken back by"), N_("Checked by administration")), w),
    ]
    title = f"{paper.number} {' '.join(w(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number))
    return flowing_sheets(story, paper="A4", title=title, language=choice.language, foot=foot)


def _visit(visit: Cells, tongue: Tongue) -> Flowable:
    w = tongue
    return grid(
        [
            [
                fact(N_("Departure"), w, when(visit["departure"], w)),
                fact(N_("Restored by when"), w, when(visit["due"], w)),
                fact(N_("Visit number"), w, visit["number"]),
            ]
        ]
    )


def _more(number: str, tongue: Tongue) -> list[Flowable]:
    return quiet(word(N_("… {number} more"), tongue).format(number=number) if number else "")


def _rooms(groups: Groups, tongue: Tongue) -> list[Flowable]:
    """Each room with when it is free and what was laid out there; one without a name is to be written."""
    w, shown = tongue, list[Flowable]()
    for cells in rows_of(groups, "room"):
        over = when(cells["over"], w)
        free = word(N_("free from {time}"), w).format(time=over) if over else ""
        shown += part(N_("Meeting room"), w)
        shown.append(prose(joined(cells["room"] or "____________", cells["topic"]), "guest"))
        shown += quiet(free)
        shown += [ticks([word(one, w) for one in pair], looks.TWO_TICKS) for pair in _TO_DO]
        if cells["seats"]:
            counted = word(N_("Counted: {things}"), w).format(things=cells["seats"])
            shown.append(Table([[TickBox(ItemState.OPEN), prose(counted, "item")]],
                               colWidths=(6 * mm, style.TEXT - 6 * mm), style=looks.TICKS_LOOK))  # fmt: skip
        shown.append(gap(0.5))
    return [*shown, *_more(groups["rooms"]["more"], w)]


def _things(groups: Groups, marks: Marks, tongue: Tongue) -> list[Flowable]:
    """What was taken along and comes back; a box that is empty is not back yet (G3)."""
    w, lines = tongue, rows_of(groups, "line")
    if not lines:
        return []
    titles = (N_("Item"), N_("Quantity"), N_("Owner"), N_("Back, to whom"))
    heads = ["", *(word(one, w) for one in titles)]
    rows = [_line(cells, marks.get(cells["name"]), w) for cells in lines]
    return [
        *part(N_("Things to come back"), w),
        listing(heads, rows, _LINES),
        *_more(groups["lines"]["more"], w),
        gap(0.7),
    ]


def _line(cells: Cells, mark: Mark | None, tongue: Tongue) -> list[object]:
    at = [prose(short_day_and_time(mark.at), "mark")] if mark and mark.at else []
    by = [fitted(mark.by, "mark", _SIGNED)] if mark and mark.by else []
    return [
        TickBox(ItemState.DONE if mark else ItemState.OPEN),
        [
            prose(cells["name"] or word(N_("Line without a name"), tongue), "guest"),
            *([prose(cells["place"], "beside second")] if cells["place"] else []),
        ],
        prose(f"× {cells['quantity']}", "guest"),
        prose(cells["owner"], "beside"),
        [*at, *by],
    ]


def _zones(names: str, tongue: Tongue) -> list[Flowable]:
    """The zones to be cleaned again, three beside each other."""
    zones = names.split("\n") if names else []
    if not zones:
        return []
    rows = [zones[start : start + 3] for start in range(0, len(zones), 3)]
    boxes = [ticks(row, _THREE[: 2 * len(row)]) for row in rows]
    for box in boxes:
        box.hAlign = "LEFT"
    return [*part(N_("Cleaned again"), tongue), *boxes, gap(0.5)]


def _left_behind(tongue: Tongue) -> list[Flowable]:
    """Room to write what the guests have left, and who was told."""
    w = tongue
    heads = [
        prose(word(one, w), "head")
        for one in (N_("Thing left"), N_("Found where"), N_("Guest told, returned"))
    ]
    blank = [["", "", ""] for _row in range(_LEFT_ROWS)]
    room = [None, *[style.HAND_ROOM * 0.7] * _LEFT_ROWS]
    table = Table([heads, *blank], colWidths=_LEFT, rowHeights=room, style=looks.LIST_LOOK)
    return [*part(N_("Left behind by the guests"), w), table, gap()]
