"""D4, the itinerary (行程表): what happens when and where, for the guest to keep (A4.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Final

from reportlab.platypus import Flowable, KeepTogether, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts, grouped
from reception_desk.documents.house_style import bilingual, prose
from reception_desk.documents.letterhead import (
    company_facts,
    company_heading,
    contact,
    fact,
    gap,
    letterhead,
    main_guest_facts,
    with_titles,
)
from reception_desk.documents.moments import day, plain_day, short_day_and_time
from reception_desk.documents.sheets import flowing_sheets, stamped_foot
from reception_desk.documents.timetable import Kind, has_programme, timetable
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _

Cells = Mapping[str, str]

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


class Itinerary(HandOut):
    """Day by day; nothing of cost, of our notes, of papers or of drivers is in it."""

    number = "D4"
    title = N_("Visit itinerary")
    template_version = "1"

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether there is more to tell than when they come and go."""
        return has_programme(facts.visit)

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In the language of the guests; in both where some are from abroad."""
        return Choice(language="both" if facts.visit.is_foreign else "zh")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """Who is received, the entries in the order of their time, whom of us to call."""
        visit, tongue = facts.visit, Tongue(choice.language)
        entries = timetable(visit)
        if not entries:
            raise ReceptionError(_("Nothing of this visit has a time yet, so its itinerary would be empty."))
        pairs = [*company_facts(visit, tongue), *main_guest_facts(visit, tongue), *_frame(visit)]
        for number, entry in enumerate(entries, 1):
            pairs += [(f"entry {number}/{part}", value) for part, value in entry.facts()]
        return (*pairs, ("contact/name", facts.house.contact), ("contact/phone", facts.house.phone))

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name."""
        yield from (house.name, house.name_en)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait."""
        groups, tongue = grouped(content), Tongue(choice.language)
        entries = [cells for about, cells in groups.items() if about.startswith("entry ")]
        ours = groups["contact"]
        story: list[Flowable] = [
            letterhead(self.title, house, tongue),
            gap(0.5),
            *company_heading(list(groups["company"].values()), tongue),
            _facts(groups, tongue),
            gap(),
            _table(entries, tongue),
            gap(1.5),
            KeepTogether([contact(ours["name"], ours["phone"], tongue)]),
        ]
        title = f"{self.number} {self.name(choice.language)} {stamp.visit_number}"
        foot = stamped_foot(self.title, stamp, choice.language, internal=False)
        return flowing_sheets(story, paper=choice.paper, title=title, language=choice.language, foot=foot)


def _frame(visit: Visit) -> list[tuple[str, str]]:
    come, go = visit.local(visit.arrival_at), visit.local(visit.departure_at)
    return [
        ("visit/heads", "" if visit.head_count is None else str(visit.head_count)),
        ("visit/from", come.date().isoformat() if come else ""),
        ("visit/to", go.date().isoformat() if go else ""),
    ]


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
    look = list(looks.TIMETABLE_LOOK)
    for when, of_day in groupby(entries, key=lambda cells: cells["starts"][:10]):
        look += looks.day_look(len(rows))
        said = (
            [day(date.fromisoformat(when), language) for language in tongue.languages]
            if when
            else w(N_("Time still open"))
        )
        rows.append([prose("   ".join(said), "day"), "", "", ""])
        rows += [_entry(cells, tongue) for cells in of_day]
    return Table(rows, colWidths=looks.TIMETABLE, style=look, repeatRows=1)


def _entry(cells: Cells, tongue: Tongue) -> list[object]:
    kind = Kind(cells["kind"])
    return [
        prose(_hours(cells), "time", whole=True),
        bilingual(_activity(kind, cells, tongue), "entry"),
        prose(cells["place"], "beside"),
        prose(cells["host"], "beside"),
    ]


def _hours(cells: Cells) -> str:
    if not cells["starts"]:
        return ""
    starts = datetime.fromisoformat(cells["starts"])
    if not cells["ends"]:
        return f"{starts:%H:%M}"
    ends = datetime.fromisoformat(cells["ends"])
    same_day = ends.date() == starts.date()
    return f"{starts:%H:%M}–{f'{ends:%H:%M}' if same_day else short_day_and_time(ends)}"


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
