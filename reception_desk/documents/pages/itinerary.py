"""How D4, the itinerary, is drawn: a timetable day by day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Final

from reportlab.platypus import Flowable, KeepTogether, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, grouped
from reception_desk.documents.house_style import bilingual, prose
from reception_desk.documents.letterhead import company_heading, contact, fact, gap, letterhead, with_titles
from reception_desk.documents.moments import day, plain_day, short_day_and_time
from reception_desk.documents.sheets import Ruled, flowing_sheets, stamped_foot
from reception_desk.domain.timetable import Kind
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.i18n import N_

Cells = Mapping[str, str]
_FEW: Final = 14  # entries that leave room on the page: they are set larger
_WORDS: Final = {
    Kind.ARRIVAL: N_("Arrival at our company"),
    Kind.DEPARTURE: N_("Leaving our company"),
    Kind.ARRIVING: N_("Arriving by {number}"),
    Kind.TRAVELLING: N_("Travelling on by {number}"),
    Kind.LEAVING: N_("Leaving by {number}"),
    Kind.MEETING: N_("Talks"),
    Kind.WORKING_MEAL: N_("Working meal"),
    Kind.BANQUET: N_("Banquet"),
    Kind.MEAL: N_("Meal"),
    Kind.CHECK_IN: N_("Check-in at the hotel"),
}
_WITHOUT_NUMBER: Final = {
    Kind.ARRIVING: N_("Your arrival"),
    Kind.TRAVELLING: N_("Travelling on"),
    Kind.LEAVING: N_("Your journey home"),
}


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
        gap(1.5),
        KeepTogether([contact(ours["name"], ours["phone"], tongue)]),
    ]
    title = f"{paper.number} {' '.join(tongue(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number), internal=False)
    return flowing_sheets(story, paper=choice.paper, title=title, language=choice.language, foot=foot)


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
    kind = Kind(cells["kind"])
    return [
        [prose(line, f"{size}time", whole=True) for line in _hours(cells)],
        bilingual(_activity(kind, cells, tongue), f"{size}entry"),
        prose(cells["place"], f"{size}beside"),
        prose(cells["host"], f"{size}beside"),
    ]


def _hours(cells: Cells) -> list[str]:
    """From when until when; an end on another day stands with its date on a line of its own."""
    if not cells["starts"]:
        return []
    starts = datetime.fromisoformat(cells["starts"])
    if not cells["ends"]:
        return [f"{starts:%H:%M}"]
    ends = datetime.fromisoformat(cells["ends"])
    if ends.date() == starts.date():
        return [f"{starts:%H:%M}–{ends:%H:%M}"]
    return [f"{starts:%H:%M}–", short_day_and_time(ends)]


def _activity(kind: Kind, cells: Cells, tongue: Tongue) -> list[str]:
    said = cells["activity"]
    if kind in _WITHOUT_NUMBER:
        words = tongue(_WORDS[kind] if said else _WITHOUT_NUMBER[kind])
        met = tongue(N_("We meet you there.")) if cells["met"] else [""] * len(words)
        together = zip(tongue.languages, words, met, strict=True)
        return [
            f"{word.format(number=said)}{'' if not more else '，' if one == 'zh' else '. '}{more}"
            for one, word, more in together
        ]
    return [said] if said else tongue(_WORDS.get(kind, N_("Programme")))
