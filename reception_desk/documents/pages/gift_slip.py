"""How D23, the gift slip, is drawn: a line for each gift on half a sheet, across."""

from __future__ import annotations

from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from reception_desk.documents.gift_slip import gift_key
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
    quiet,
    rows_of,
    said,
    signed,
    when,
    word,
)
from reception_desk.documents.sheets import TickBox, flowing_sheets, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.preparation import ItemState
from reception_desk.i18n import N_

_GIFTS: Final = tuple(width * mm for width in (8, 66, 42, 14, 24, 28))
_SIGNED: Final = _GIFTS[-1] - 3 * mm


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
    """A5 landscape, as many as it takes."""
    groups, w = grouped(content), Tongue(choice.language, house.says(paper.number))
    story: list[Flowable] = [
        letterhead(paper.title, house, w),
        *company_heading(list(groups["company"].values()), w),
        _visit(groups["visit"], w),
        gap(0.5),
        *_gifts(groups, marks, w),
        gap(0.7),
        signed((N_("Released by"), N_("Handed out by"), N_("Taken by, date")), w),
    ]
    title = f"{paper.number} {' '.join(w(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number))
    return flowing_sheets(story, paper="A5", title=title, language=choice.language, foot=foot, landscape=True)


def _visit(visit: Cells, tongue: Tongue) -> Flowable:
    w = tongue
    return grid(
        [
            [
                fact(N_("Arrival"), w, when(visit["arrival"], w)),
                fact(N_("Visit number"), w, visit["number"]),
                fact(N_("Owner department"), w, visit["department"]),
            ],
            [fact(N_("What for"), w, visit["purpose"])],
        ]
    )


def _gifts(groups: Groups, marks: Marks, tongue: Tongue) -> list[Flowable]:
    w, gifts, told = tongue, rows_of(groups, "gift"), groups["gifts"]
    if not gifts:
        return [prose(word(N_("No gift is written down yet."), w), "value")]
    titles = (N_("Gift"), N_("Receiver"), N_("Quantity"), N_("Yuan for one"), N_("Issued"))
    heads = ["", *(word(one, w) for one in titles)]
    more = word(N_("… {number} more"), w).format(number=told["more"]) if told["more"] else ""
    return [
        listing(heads, [_gift(one, marks, w) for one in gifts], _GIFTS),
        *quiet(joined(more, _sum(told, w))),
    ]


def _sum(told: Cells, tongue: Tongue) -> str:
    """What they cost together, and of how many nobody has said."""
    w = tongue
    total = word(N_("Together {sum} yuan"), w).format(sum=told["sum"]) if told["sum"] else ""
    lacking = told["without price"]
    unknown = word(N_("without a price: {number}"), w).format(number=lacking) if lacking else ""
    return joined(total, unknown)


def _gift(cells: Cells, marks: Marks, tongue: Tongue) -> list[object]:
    w, mark = tongue, marks.get(gift_key(cells["receiver"], cells["name"]))
    beneath = [line for line in (cells["note"], _again(cells, w)) if line]
    total = f"= {cells['sum']}" if cells["sum"] != cells["price"] else ""
    return [
        TickBox(ItemState.DONE if mark else ItemState.OPEN),
        [
            prose(cells["name"] or word(N_("Gift without a name"), w), "guest"),
            *(prose(line, "beside second") for line in beneath),
        ],
        [
            prose(cells["receiver"] or word(N_("No longer a guest"), w), "beside"),
            *([prose(title, "beside second")] if (title := said(cells, "title", w)) else []),
        ],
        prose(f"× {cells['quantity']}", "guest"),
        [prose(cells["price"], "beside"), *([prose(total, "beside second")] if total else [])],
        _signed(mark),
    ]


def _again(cells: Cells, tongue: Tongue) -> str:
    """That the same was given before, when, and why again (A6.6)."""
    w = tongue
    if not cells["before number"]:
        return ""
    place = joined(when(cells["before"], w), cells["before number"])
    return joined(word(N_("⚠ Given before: {place}"), w).format(place=place), cells["reason"])


def _signed(mark: Mark | None) -> list[Flowable]:
    """Who handed it out and when, or room to write that."""
    if mark is None:
        return []
    return [
        *([prose(short_day_and_time(mark.at), "mark")] if mark.at else []),
        *([fitted(mark.by, "mark", _SIGNED)] if mark.by else []),
    ]
