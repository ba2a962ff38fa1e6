"""How D8, the rooming list, is drawn: a page for each booking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Final

from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, grouped
from reception_desk.documents.house_style import bilingual, prose
from reception_desk.documents.letterhead import contact, fact, gap, letterhead
from reception_desk.documents.moments import day, day_and_time
from reception_desk.documents.sheets import TickBox, flowing_sheets, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.person import Gender
from reception_desk.domain.phone_words import phone_words
from reception_desk.domain.preparation import ItemState
from reception_desk.i18n import N_

Cells = Mapping[str, str]
_LINES_TO_WRITE_ON: Final = 8  # where nobody is known yet
_GENDERS: Final = {Gender.MALE.value: N_("Male"), Gender.FEMALE.value: N_("Female")}


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp) -> bytes:
    """A4 portrait, each booking on a page of its own."""
    groups, tongue = grouped(content), Tongue(choice.language, house.says(paper.number))
    guests = [cells for about, cells in groups.items() if about.startswith("guest ")]
    guests += [{}] * (int(groups["unnamed"][""]) or (0 if guests else _LINES_TO_WRITE_ON))
    ours = groups["contact"]
    story: list[Flowable] = []
    for stay in [cells for about, cells in groups.items() if about.startswith("stay ")]:
        story += [
            *([PageBreak()] if story else []),
            letterhead(paper.title, house, tongue),
            gap(0.5),
            _booking(stay, tongue),
            gap(),
            _table(guests, tongue),
            gap(1.5),
            KeepTogether([_signatures(tongue), gap(), contact(ours["name"], ours["phone"], tongue)]),
        ]
    title = f"{paper.number} {' '.join(tongue(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number), internal=False)
    return flowing_sheets(story, paper=choice.paper, title=title, language=choice.language, foot=foot)


def _booking(stay: Cells, tongue: Tongue) -> Flowable:
    w = tongue
    rooms = " × ".join(filter(None, (stay["kind"], stay["rooms"])))
    cells = [
        [
            fact(w(N_("Name of the hotel")), [stay["hotel"]], whole=False),
            fact(w(N_("Contact at the hotel")), []),
            fact(w(N_("Confirmation no.")), [stay["confirmation"]]),
        ],
        [
            fact(w(N_("Check-in")), _when(stay["in"], tongue)),
            fact(w(N_("Check-out")), _when(stay["out"], tongue)),
            fact(w(N_("Nights")), [stay["nights"]]),
        ],
        [
            fact(w(N_("Room kind and number")), [rooms], whole=False),
            fact(w(N_("Agreed price and breakfast")), []),
            fact(w(N_("Who pays")), []),
        ],
    ]
    look: list[tuple[object, ...]] = list(style.FACT_GRID)
    if stay["wishes"]:
        look.append(("SPAN", (0, len(cells)), (-1, len(cells))))
        cells.append([fact(w(N_("Wishes for the stay")), [stay["wishes"]], whole=False), [], []])
    return Table(cells, colWidths=style.FACTS, style=look)


def _when(stored: str, tongue: Tongue) -> list[str]:
    if not stored:
        return []
    say = day_and_time if "T" in stored else day
    return [say(datetime.fromisoformat(stored), language) for language in tongue.languages]


def _table(guests: Sequence[Cells], tongue: Tongue) -> Table:
    w = tongue
    heads = (
        w(N_("Name")),
        w(N_("Gender")),
        w(N_("Title")),
        w(N_("Phone")),
        w(N_("Lodging needs")),
        w(N_("Room no.")),
        w(N_("Key given")),
    )
    rows: list[list[object]] = [["", *(bilingual(head, "head") for head in heads)]]
    look = list(looks.ROOMS_LOOK)
    numbered = enumerate(guests, 1)
    for unit, of_unit in groupby(numbered, key=lambda pair: _unit(pair[1], tongue)):
        look += looks.day_look(len(rows))
        rows.append([bilingual(unit, "phase"), *[""] * len(heads)])
        rows += [_row(number, cells, tongue) for number, cells in of_unit]
    return Table(rows, colWidths=looks.ROOMS, style=look, repeatRows=1)


def _unit(cells: Cells, tongue: Tongue) -> list[str]:
    if not cells:
        return tongue(N_("Not named yet"))
    said = [name for name in dict.fromkeys(tongue.fact(cells, "unit")) if name]
    return said or tongue(N_("Company not named yet"))


def _row(number: int, cells: Cells, tongue: Tongue) -> list[object]:
    counted, key = prose(str(number), "code"), TickBox(ItemState.OPEN)
    if not cells:
        return [counted, Spacer(0, style.WRITE_ROOM), "", "", "", "", "", key]
    gender = _GENDERS.get(cells["gender"])
    return [
        counted,
        bilingual(tongue.fact(cells, "name"), "guest"),
        bilingual(tongue(gender), "beside") if gender else "",
        bilingual(tongue.fact(cells, "title"), "beside"),
        prose(_phone(cells, tongue), "beside"),
        prose(cells["lodging"], "beside"),
        "",
        key,
    ]


def _phone(cells: Cells, tongue: Tongue) -> str:
    said = phone_words(cells["phone"], tongue.languages[-1])
    return f"{said}-{cells['extension']}" if cells["extension"] else said


def _signatures(tongue: Tongue) -> Flowable:
    """Who at the hotel took the booking, who of us handed the keys out (2.5 d)."""
    labels = (N_("Taken by the hotel"), N_("Keys handed out by us"), N_("Date"))
    cells = [[prose(" ".join(tongue(label)), "label") for label in labels]]
    return Table(cells, colWidths=style.FACTS, rowHeights=style.HAND_ROOM, style=looks.SIGNATURES_LOOK)
