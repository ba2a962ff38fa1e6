"""How D15, the material kit, is drawn: a line each, with a box for out and one for back."""

from __future__ import annotations

from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from reception_desk.documents.hand_out import HandOut, House, Marks, grouped
from reception_desk.documents.house_style import prose
from reception_desk.documents.letterhead import company_heading, gap, letterhead
from reception_desk.documents.pages.blocks import (
    Cells,
    bar,
    fact,
    grid,
    joined,
    listing,
    one_sheet_each,
    quiet,
    rows_of,
    when,
    word,
)
from reception_desk.documents.pages.blocks import signed as signatures
from reception_desk.documents.sheets import TickBox, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.preparation import ItemState
from reception_desk.i18n import N_

_LINES: Final = tuple(part * mm for part in (7, 84, 18, 43, 14, 16))


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
    """One A4 portrait."""
    groups, w = grouped(content), Tongue(choice.language, house.says(paper.number))
    visit, lines, more = groups["visit"], rows_of(groups, "line"), groups["lines"]["more"]
    heads = word(N_("{number} guests"), w).format(number=visit["heads"]) if visit["heads"] else ""
    story: list[Flowable] = [
        letterhead(paper.title, house, w),
        gap(0.5),
        *company_heading(list(groups["company"].values()), w),
        grid(
            [
                [
                    fact(N_("Arrival"), w, when(visit["arrival"], w)),
                    fact(N_("Guests"), w, heads),
                    fact(N_("Visit number"), w, visit["number"]),
                ]
            ]
        ),
        gap(),
        bar(N_("Taken along"), w),
        *_lines(lines, marks, w),
        *quiet(word(N_("… {number} more"), w).format(number=more) if more else ""),
        gap(),
        signatures((N_("Handed out by"), N_("Handed to"), N_("Taken back by")), w),
    ]
    title = f"{paper.number} {' '.join(w(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number))
    return one_sheet_each([story], title=title, language=choice.language, foot=foot)


def _lines(lines: list[Cells], marks: Marks, tongue: Tongue) -> list[Flowable]:
    if not lines:
        return [prose(word(N_("Nothing is taken along yet."), tongue), "value")]
    titles = (N_("Item"), N_("Quantity"), N_("Owner"), N_("Taken out"), N_("Brought back"))
    heads = ["", *(word(one, tongue) for one in titles)]
    rows = [_line(place, cells, marks, tongue) for place, cells in enumerate(lines, 1)]
    return [listing(heads, rows, _LINES)]


def _line(place: int, cells: Cells, marks: Marks, tongue: Tongue) -> list[object]:
    def box(part: str) -> Flowable:
        return TickBox(ItemState.DONE if f"{part} {cells['name']}" in marks else ItemState.OPEN)

    beneath = joined(cells["place"], cells["edition"])
    return [
        prose(str(place), "code"),
        [
            prose(cells["name"] or word(N_("Line without a name"), tongue), "guest"),
            *([prose(beneath, "beside second")] if beneath else []),
        ],
        prose(f"× {cells['quantity']}", "guest"),
        prose(cells["owner"], "beside"),
        box("out"),
        box("back") if cells["comes back"] else prose(word(N_("not returned"), tongue), "beside second"),
    ]
