"""How D24, the local guide, is drawn: the places under the heading of their kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from reportlab.platypus import Flowable, KeepTogether, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, grouped
from reception_desk.documents.house_style import bilingual, prose
from reception_desk.documents.letterhead import contact, gap, letterhead
from reception_desk.documents.sheets import Ruled, flowing_sheets, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.choice_words import choice_msgid
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.nearby_place import PlaceKind
from reception_desk.domain.phone_words import phone_words
from reception_desk.i18n import N_

Cells = Mapping[str, str]
_FEW: Final = 10  # places that leave room on the page: they are set larger


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp) -> bytes:
    """A4 portrait."""
    groups, tongue = grouped(content), Tongue(choice.language, house.says(paper.number))
    places = [cells for about, cells in groups.items() if about.startswith("nearby ")]
    ours = groups["contact"]
    story: list[Flowable] = [
        letterhead(paper.title, house, tongue),
        Ruled(style.SIGN_ACCENT, style.ITINERARY_RULE),
        gap(0.5),
        _table(places, tongue),
        gap(1.5),
        KeepTogether([contact(ours["name"], ours["phone"], tongue)]),
    ]
    title = f"{paper.number} {' '.join(tongue(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number), internal=False)
    return flowing_sheets(story, paper=choice.paper, title=title, language=choice.language, foot=foot)


def _table(places: Sequence[Cells], tongue: Tongue) -> Table:
    w = tongue
    heads = (w(N_("Place")), w(N_("How far")), w(N_("Opening hours")), w(N_("Phone")))
    rows: list[list[object]] = [[prose(" ".join(head), "head") for head in heads]]
    size = "roomy " if len(places) <= _FEW else ""
    look = [*looks.TIMETABLE_LOOK, *(looks.ROOMY_LOOK if size else ())]
    for kind, of_kind in groupby(places, key=lambda cells: cells["kind"]):
        look += looks.day_look(len(rows))
        rows.append([prose("  ".join(w(choice_msgid(PlaceKind(kind)))), "day"), "", "", ""])
        rows += [_place(cells, tongue, size) for cells in of_kind]
    return Table(rows, colWidths=looks.LOCAL_GUIDE, style=look, repeatRows=1)


def _place(cells: Cells, tongue: Tongue, size: str) -> list[object]:
    first = tongue.languages[0]
    names = [cells[f"name/{language}"] for language in (first, "en" if first == "zh" else "zh")]
    addresses = [cells[part] for part in (f"address/{first}", "address/zh", "address/en") if cells.get(part)]
    notes = [note for note in tongue.fact(cells, "note") if note]
    far = [far for far in tongue.fact(cells, "distance") if far]
    phone = phone_words(cells["phone"], tongue.languages[-1]) if cells["phone"] else ""
    return [
        [
            *bilingual(names, f"{size}time"),
            *(
                prose(line, f"{size}entry second")
                for lines in (addresses, notes)
                for line in dict.fromkeys(lines)
            ),
        ],
        bilingual(far, f"{size}beside") if far else "",
        prose(cells["hours"], f"{size}beside") if cells["hours"] else "",
        prose(phone, f"{size}beside") if phone else "",
    ]
