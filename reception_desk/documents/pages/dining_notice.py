"""How D11, the dining notice, is drawn: a page for each meal."""

from __future__ import annotations

from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, grouped
from reception_desk.documents.house_style import prose
from reception_desk.documents.letterhead import company_heading, contact, gap, letterhead
from reception_desk.documents.pages.blocks import (
    Cells,
    Groups,
    bar,
    fact,
    grid,
    joined,
    listing,
    one_sheet_each,
    rows_of,
    said,
    until,
    when,
    word,
)
from reception_desk.documents.sheets import stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.choice_words import choice_msgid
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.meal import MealKind
from reception_desk.i18n import N_

OURS: Final = N_("Questions to")
_TABOOS: Final = tuple(part * mm for part in (70, 16, 96))


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp) -> bytes:
    """A4 portrait, a page for each meal."""
    groups, tongue = grouped(content), Tongue(choice.language, house.says(paper.number))
    ours = groups["contact"]
    sheets: list[list[Flowable]] = [
        [
            letterhead(paper.title, house, tongue),
            gap(0.5),
            *company_heading(list(groups["company"].values()), tongue),
            _meal(meal, groups, tongue),
            gap(),
            *_taboos(groups, tongue),
            gap(),
            _signed(tongue),
            gap(),
            contact(ours["name"], ours["phone"], tongue, OURS),
        ]
        for meal in rows_of(groups, "meal")
    ]
    title = f"{paper.number} {' '.join(tongue(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number))
    return one_sheet_each(sheets, title=title, language=choice.language, foot=foot)


def _meal(meal: Cells, groups: Groups, tongue: Tongue) -> Flowable:
    w, visit = tongue, groups["visit"]

    def counted(message: str, part: str) -> str:
        return word(message, w).format(number=meal[part]) if meal[part] else ""

    kind = word(choice_msgid(MealKind(meal["kind"])), w) if meal["kind"] else ""
    starts = when(meal["starts"], w)
    above = f"⚠ {word(N_('Above the standard'), w)} · {meal['reason']}" if meal["reason"] else ""
    standard = "\n".join(filter(None, (counted(N_("{number} yuan a head"), "standard"), above)))
    rows = [
        [
            fact(N_("Time"), w, f"{starts}{until(meal['starts'], meal['ends'])}", role="part"),
            fact(N_("Place"), w, meal["place"], role="part"),
            fact(N_("Kind of meal"), w, kind),
        ],
        [
            fact(N_("Guests"), w, counted(N_("{number} people"), "guests"), role="part"),
            fact(N_("Of us"), w, counted(N_("{number} people"), "ours"), role="part"),
            fact(N_("In all"), w, counted(N_("{number} people"), "heads"), role="part"),
        ],
        [
            fact(N_("Standard a head"), w, standard),
            fact(N_("Who pays"), w, meal["payer"]),
            fact(N_("Asked for by"), w, joined(visit["department"], visit["applicant"])),
        ],
        [fact(N_("Menu"), w, meal["menu"])],
    ]
    if meal["note"]:
        rows.append([fact(N_("Note"), w, meal["note"])])
    return grid(rows)


def _taboos(groups: Groups, tongue: Tongue) -> list[Flowable]:
    """Every taboo with its guests; not asked is never taken for none."""
    w, told = tongue, groups["taboos"]
    rows = [
        [
            prose(cells["text"], "guest"),
            prose(cells["heads"], "beside"),
            prose(said(cells, "names", w), "beside"),
        ]
        for cells in rows_of(groups, "taboo")
    ]
    heads = [word(one, w) for one in (N_("Must not be served"), N_("Heads"), N_("Which guests"))]
    shown: list[Flowable] = [bar(N_("Taboos and allergies"), w)]
    shown += [listing(heads, rows, _TABOOS)] if rows else [prose(word(N_("No taboo is known."), w), "value")]
    sentences = [
        word(N_("… {number} more"), w).format(number=told["more"]) if told["more"] else "",
        word(N_("{number} guests were asked and have none."), w).format(number=told["none"])
        if told["none"]
        else "",
    ]
    shown += [prose(sentence, "value") for sentence in sentences if sentence]
    unasked, unnamed = said(groups["not asked"], "names", w), groups["not asked"]["unnamed"]
    if unasked:
        shown.append(prose(word(N_("⚠ Not asked yet: {names}"), w).format(names=unasked), "value"))
    if unnamed:
        sentence = word(N_("⚠ {number} guests are not named yet: their needs are not known."), w)
        shown.append(prose(sentence.format(number=unnamed), "value"))
    return shown


def _signed(tongue: Tongue) -> Flowable:
    labels = (N_("Ordered by"), N_("Taken by the kitchen"), N_("Date"))
    cells = [[prose(word(label, tongue), "label") for label in labels]]
    return Table(cells, colWidths=style.FACTS, rowHeights=style.HAND_ROOM, style=looks.SIGNATURES_LOOK)
