"""How D21, the gate notice, is drawn: large, to hang in the guards' window."""

from __future__ import annotations

from typing import Final

from reportlab.platypus import Flowable, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, grouped
from reception_desk.documents.house_style import prose
from reception_desk.documents.letterhead import gap, letterhead
from reception_desk.documents.pages.blocks import (
    Cells,
    Groups,
    bar,
    fact,
    grid,
    one_sheet_each,
    rows_of,
    said,
    ticks,
    when,
    word,
)
from reception_desk.documents.sheets import stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.phone_words import phone_words
from reception_desk.i18n import N_

_VIP: Final = {"yes": N_("Yes, VIP"), "no": N_("No VIP"), "": N_("Not decided yet")}


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp) -> bytes:
    """One A4 portrait."""
    groups, tongue = grouped(content), Tongue(choice.language, house.says(paper.number))
    story: list[Flowable] = [
        letterhead(paper.title, house, tongue),
        gap(),
        *_window(groups["visit"], tongue),
        *_cars(groups, tongue),
        *_phones(groups, tongue),
        *_fountain(groups["visit"], tongue),
        *_gone(tongue),
    ]
    title = f"{paper.number} {' '.join(tongue(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number))
    return one_sheet_each([story], title=title, language=choice.language, foot=foot)


def _window(visit: Cells, tongue: Tongue) -> list[Flowable]:
    w = tongue
    heads = word(N_("{number} people"), w).format(number=visit["heads"]) if visit["heads"] else ""
    return [
        Table(
            [
                [
                    fact(N_("They come"), w, when(visit["arrival"], w), role="large"),
                    fact(N_("They leave"), w, when(visit["departure"], w), role="large"),
                ]
            ],
            colWidths=looks.HALVES,
            style=style.FACT_GRID,
        ),
        grid(
            [
                [
                    fact(N_("Visit number"), w, visit["number"], role="large"),
                    fact(N_("Heads"), w, heads, role="large"),
                    fact(N_("VIP"), w, word(_VIP[visit["level 1"]], w), role="large"),
                ]
            ]
        ),
        gap(),
    ]


def _cars(groups: Groups, tongue: Tongue) -> list[Flowable]:
    """Whose cars to let in, where they park, where guests get out."""
    w, visit = tongue, groups["visit"]
    rows: list[list[object]] = [
        [
            prose(word(N_("Car of the guests"), w), "beside"),
            prose(cells["plate"], "large"),
            prose(when(cells["at"], w), "value"),
        ]
        for cells in rows_of(groups, "car")
    ]
    rows += [
        [prose(word(N_("Our car"), w), "beside"), prose(cells["plate"], "large"), ""]
        for cells in rows_of(groups, "our car")
    ]
    cars: list[Flowable] = [prose(word(N_("No plate is known yet."), w), "value"), gap(0.5)]
    if rows:
        cars = [Table(rows, colWidths=looks.PLATES, style=looks.PLATES_LOOK)]
    if more := groups["cars"]["more"]:
        cars.append(prose(word(N_("… {number} more"), w).format(number=more), "beside"))
    places = grid(
        [
            [
                fact(N_("Parking place"), w, visit["parking"]),
                fact(N_("Guests get out at"), w, visit["drop-off"]),
            ]
        ],
        looks.HALVES,
    )
    return [bar(N_("Cars and places"), w), *cars, places, gap()]


def _phones(groups: Groups, tongue: Tongue) -> list[Flowable]:
    """Whom to phone as soon as they are there: the desk and the admin supervisor (A6.4d)."""
    w, language = tongue, tongue.languages[0]
    phones = [
        [
            *fact(label, w, phone_words(cells["phone"], language), role="large"),
            *([prose(cells["name"], "value")] if cells["name"] else []),
        ]
        for label, cells in (
            (N_("Front desk"), groups["desk"]),
            (N_("Admin supervisor"), groups["admin"]),
        )
    ]
    contact = fact(N_("Contact of the guests"), w, said(groups["contact"], "name", w))
    boxes = [word(one, w) for one in (N_("Desk phoned at ______"), N_("Admin supervisor phoned at ______"))]
    return [
        bar(N_("When the guests are there, phone at once"), w),
        Table([phones], colWidths=looks.HALVES, style=style.FACT_GRID),
        grid([[contact]], (style.TEXT,)),
        ticks(boxes, looks.TWO_TICKS),
        gap(),
    ]


def _fountain(visit: Cells, tongue: Tongue) -> list[Flowable]:
    w = tongue
    at = when(visit["fountain"], w) or word(N_("not known yet"), w)
    boxes = [word(N_("Fountain is on"), w), word(N_("Gate and forecourt are clear"), w)]
    return [
        bar(N_("Fountain"), w),
        Table(
            [[fact(N_("Switch on at"), w, at, role="large")]], colWidths=(style.TEXT,), style=style.FACT_GRID
        ),
        ticks(boxes, looks.TWO_TICKS),
        gap(),
    ]


def _gone(tongue: Tongue) -> list[Flowable]:
    labels = (N_("Guard on duty"), N_("Guests came at"), N_("Guests left at"))
    cells = [[prose(word(label, tongue), "label") for label in labels]]
    return [Table(cells, colWidths=style.FACTS, rowHeights=style.HAND_ROOM, style=looks.SIGNATURES_LOOK)]
