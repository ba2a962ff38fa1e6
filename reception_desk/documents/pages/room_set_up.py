"""How D16, the room set-up, is drawn: a page for each meeting."""

from __future__ import annotations

from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, grouped
from reception_desk.documents.house_style import prose
from reception_desk.documents.letterhead import company_heading, gap, letterhead
from reception_desk.documents.pages.blocks import (
    Cells,
    Groups,
    bar,
    fact,
    grid,
    listing,
    one_sheet_each,
    rows_of,
    signed,
    ticks,
    until,
    when,
    word,
)
from reception_desk.documents.sheets import TickBox, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.preparation import ItemState
from reception_desk.i18n import N_

_ITEMS: Final = tuple(part * mm for part in (9, 95, 28, 50))
_PARTS: Final = {"seat": N_("At the seats"), "refreshment": N_("Fruit, drinks, snacks")}
"""What the air in the room should have (2.2 M5)."""


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp) -> bytes:
    """A4 portrait, a page for each meeting."""
    groups, w = grouped(content), Tongue(choice.language, house.says(paper.number))
    sheets: list[list[Flowable]] = [
        [
            letterhead(paper.title, house, w),
            gap(0.3),
            *company_heading(list(groups["company"].values()), w),
            _meeting(meeting, groups, w),
            gap(0.5),
            *_items([one for one in rows_of(groups, "supply") if one["meeting"] == str(place)], w),
            *_room(groups, w),
            signed((N_("Department concerned"), N_("HR and administration"), N_("Ready at")), w),
        ]
        for place, meeting in enumerate(rows_of(groups, "meeting"), 1)
    ]
    title = f"{paper.number} {' '.join(w(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number))
    return one_sheet_each(sheets, title=title, language=choice.language, foot=foot)


def _meeting(meeting: Cells, groups: Groups, tongue: Tongue) -> Flowable:
    w, visit = tongue, groups["visit"]
    guests = word(N_("{number} guests"), w).format(number=meeting["guests"]) if meeting["guests"] else ""
    starts = when(meeting["starts"], w)
    rows = [
        [
            fact(N_("Room"), w, meeting["room"], role="part"),
            fact(N_("Time"), w, f"{starts}{until(meeting['starts'], meeting['ends'])}", role="part"),
            fact(N_("Seats"), w, meeting["seats"], role="part"),
        ],
        [
            fact(N_("Topic"), w, meeting["topic"]),
            fact(N_("Guests"), w, guests),
            fact(N_("Level"), w, visit["level"]),
        ],
    ]
    if meeting["needs"]:
        rows.append([fact(N_("Needed"), w, meeting["needs"])])
    return grid(rows)


def _items(items: list[Cells], tongue: Tongue) -> list[Flowable]:
    """What is laid out, with a box each; how many is to be written where it is not known yet."""
    w = tongue
    heads = ["", *(word(one, w) for one in (N_("Item"), N_("Quantity"), N_("Owner")))]
    shown: list[Flowable] = []
    for part, title in _PARTS.items():
        rows: list[list[object]] = [
            [
                TickBox(ItemState.OPEN),
                prose(cells["name"], "guest"),
                prose(f"× {cells['quantity'] or '____'}", "guest"),
                prose(cells["owner"], "beside"),
            ]
            for cells in items
            if cells["part"] == part
        ]
        if rows:
            shown += [bar(title, w), listing(heads, rows, _ITEMS), gap(0.5)]
    return shown


def _room(groups: Groups, tongue: Tongue) -> list[Flowable]:
    """The air, the light, what is tried before, and when tea is poured again (M3-M9)."""
    w, minutes = tongue, groups["refill"]["minutes"]
    again = word(N_("every {number} minutes, cups seven tenths full"), w).format(number=minutes)
    temperature = word(N_("{range}, measured ____ °C"), w).format(range=f"{groups['room']['temperature']} °C")
    pairs = (
        (N_("Aired 10–15 minutes, then windows closed"), N_("Light right; front lamps only during a film")),
        (N_("Projector: picture straight, colours right"), N_("Sound and microphones tried")),
        (N_("Presentation and film lie on the desktop"), N_("Items in one line, pens all one way")),
    )
    boxes = [ticks([word(one, w) for one in pair], looks.TWO_TICKS) for pair in pairs]
    return [
        bar(N_("The room"), w),
        grid(
            [
                [
                    fact(N_("Temperature"), w, temperature),
                    fact(N_("Tea is poured again"), w, again if minutes else ""),
                ]
            ],
            looks.HALVES,
        ),
        *boxes,
        gap(0.5),
    ]
