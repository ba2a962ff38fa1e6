"""How D4, the itinerary, is drawn: a timetable day by day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from reportlab.platypus import Flowable, KeepTogether, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, grouped
from reception_desk.documents.house_style import bilingual, prose
from reception_desk.documents.itinerary_words import activity, hours
from reception_desk.documents.letterhead import company_heading, contact, fact, gap, letterhead, with_titles
from reception_desk.documents.moments import day, plain_day
from reception_desk.documents.sheets import Ruled, flowing_sheets, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.i18n import N_

Cells = Mapping[str, str]
_FEW: Final = 14  # entries that leave room on the page: they are set larger


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp) -> bytes:
    """A4 portrait."""
    groups, tongue = grouped(content), Tongue(choice.language, house.says(paper.number))
    entries = [cells for about, cells in groups.items() if about.startswith("entry ")]
    ours = groups["contact"]
    story: list[Flowable] = [
        letterhead(paper.title, house, tongue),
        Ruled(style.SIGN_ACCENT, style.ITINERARY_RULE),
        gap(0.5),
        *company_heading(list(groups["company"].values()), tongue),
        _facts(groups, tongue),
        gap(),
        _table(entries, tongue),
        *_note(groups["guest hint"][""], tongue),
        gap(1.5),
        KeepTogether([contact(ours["name"], ours["phone"], tongue)]),
    ]
    title = f"{paper.number} {' '.join(tongue(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number), internal=False)
    return flowing_sheets(story, paper=choice.paper, title=title, language=choice.language, foot=foot)


def _note(hint: str, tongue: Tongue) -> list[Flowable]:
    """Weather and clothing, where somebody wrote of it."""
    return [gap(), KeepTogether(fact(tongue(N_("Please note")), [hint], whole=False))] if hint else []


def _facts(groups: Mapping[str, Cells], tongue: Tongue) -> Flowable:
    visit = groups["visit"]
    guest = with_titles(groups["main guest"], groups["title"], tongue)
    heads = tongue.counted(N_("{number} people"), visit["heads"]) if visit["heads"] else []
    days = list(dict.fromkeys(filter(None, (visit["from"], visit["to"]))))
    stay = [
        " – ".join(plain_day(date.fromisoformat(one), language) for one in days)
        for language in tongue.languages
    ]
    cells = [
        [
            fact(tongue(N_("Main guest")), guest, whole=False),
            fact(tongue(N_("Heads")), heads),
            fact(tongue(N_("Days of the visit")), stay),
        ]
    ]
    return Table(cells, colWidths=looks.STAY, style=style.FACT_GRID)


def _table(entries: Sequence[Cells], tongue: Tongue) -> Table:
    w = tongue
    heads = (w("Time"), w("Activity"), w("Place"), w(N_("Received by")))
    rows: list[list[object]] = [[prose(" ".join(head), "head") for head in heads]]
    is_roomy = len(entries) <= _FEW
    look = [*looks.TIMETABLE_LOOK, *(looks.ROOMY_LOOK if is_roomy else ())]
    for when, of_day in groupby(entries, key=lambda cells: cells["starts"][:10]):
        look += looks.day_look(len(rows))
        said = (
            [day(date.fromisoformat(when), language) for language in tongue.languages]
            if when
            else w(N_("Time still open"))
        )
        rows.append([prose("   ".join(said), "day"), "", "", ""])
        rows += [_entry(cells, tongue, "roomy " if is_roomy else "") for cells in of_day]
    widths = looks.ROOMY_TIMETABLE if is_roomy else looks.TIMETABLE
    return Table(rows, colWidths=widths, style=look, repeatRows=1)


def _entry(cells: Cells, tongue: Tongue, size: str) -> list[object]:
    hint = [prose(cells["hint"], f"{size}entry second")] if cells["hint"] else []
    hosts = [name for name in tongue.fact(cells, "host") if name]
    return [
        [prose(line, f"{size}time", whole=True) for line in hours(cells)],
        [*bilingual(activity(cells, tongue), f"{size}entry"), *hint],
        prose(cells["place"], f"{size}beside"),
        bilingual(hosts, f"{size}beside") if hosts else "",
    ]
