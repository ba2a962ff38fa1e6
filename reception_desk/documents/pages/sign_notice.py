"""How D18, the notice to IT, is drawn: a page for each text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from reportlab.platypus import Flowable, PageBreak, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, grouped
from reception_desk.documents.house_style import bilingual, prose
from reception_desk.documents.letterhead import fact, gap, letterhead
from reception_desk.documents.moments import brief_day_and_time
from reception_desk.documents.sheets import TickBox, flowing_sheets, stamped_foot
from reception_desk.documents.sign_notice import CHECKED_CHARSETS, SignNotice
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.sign import Colours
from reception_desk.domain.welcome import Effect
from reception_desk.i18n import N_

Cells = Mapping[str, str]
_COLOURS: Final = {
    Colours.MONO: N_("one colour"),
    Colours.DUAL: N_("two colours"),
    Colours.FULL: N_("full colour"),
}
_EFFECTS: Final = {
    Effect.AUTO: N_("Still where it fits, else moving"),
    Effect.STATIC: N_("Still"),
    Effect.SCROLL: N_("Moving"),
}
_ACTS: Final = (N_("IT has been told"), N_("It is on the sign"), N_("It has been taken down"))


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp) -> bytes:
    """A5 portrait."""
    groups, tongue = grouped(content), Tongue(choice.language, house.says(paper.number))
    story: list[Flowable] = []
    for about, cells in groups.items():
        if about.startswith("message "):
            story += [PageBreak()] if story else []
            story += _page(cells, list(groups.get("company", {}).values()), house, tongue)
    title = f"{paper.number} {' '.join(tongue(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number))
    return flowing_sheets(story, paper="A5", title=title, language=choice.language, foot=foot)


def _page(cells: Cells, company: Sequence[str], house: House, tongue: Tongue) -> list[Flowable]:
    return [
        letterhead(SignNotice.title, house, tongue, looks.NOTICE_TEXT),
        gap(0.6),
        _words(cells),
        gap(0.8),
        _facts(cells, company, tongue),
        gap(),
        _acts(tongue),
    ]


def _words(cells: Cells) -> Flowable:
    """The very words, line by line as they were written."""
    lines = [prose(line, "sign words") for line in cells["text"].splitlines()]
    lines += [prose(line, "sign words second") for line in cells["text_en"].splitlines()]
    return Table([[lines]], colWidths=[looks.NOTICE_TEXT], style=looks.SIGN_WORDS_LOOK)


def _facts(cells: Cells, company: Sequence[str], tongue: Tongue) -> Flowable:
    w = tongue
    look = [f"{cells['size']} {pixels}, {colours}" for pixels, colours in zip(
        w(N_("pixels")), w(_COLOURS[Colours(cells["colours"])]), strict=True)]  # fmt: skip
    effect = w(_EFFECTS[Effect(cells["effect"])])
    rows = [
        [fact(w(N_("Sign")), [cells["sign"]], whole=False), fact(w(N_("Size")), look, whole=False)],
        [fact(w(N_("Shown from")), w.moment(cells["from"], "")),
         fact(w(N_("Shown until")), w.moment(cells["until"], ""))],
        [fact(w(N_("Must stand by")), w.moment(cells["due"], "")), fact(w(N_("How")), effect)],
        [fact(w(N_("Length")), _length(cells, w)), fact(w(N_("Characters")), _charsets(cells, w), whole=False)],
        [fact(w(N_("Approved by")), _approved(cells, w), whole=False), fact(w(N_("Guests")), company, whole=False)],
    ]  # fmt: skip
    return Table(rows, colWidths=looks.NOTICE, style=style.FACT_GRID)


def _length(cells: Cells, tongue: Tongue) -> list[str]:
    return [
        sentence.format(characters=cells["characters"], columns=cells["columns"])
        for sentence in tongue(N_("{characters} characters, {columns} columns"))
    ]


def _charsets(cells: Cells, tongue: Tongue) -> list[str]:
    """Which of the usual character sets has all of it; what is lacking is named."""
    not_in_small, not_in_large = (cells[f"not in {charset.value}"] for charset in CHECKED_CHARSETS)
    if not not_in_small:
        return tongue(N_("All in GB2312"))
    if not not_in_large:
        sentences = tongue(N_("All in GBK; GB2312 lacks {characters}"))
        return [sentence.format(characters=_named(not_in_small)) for sentence in sentences]
    sentences = tongue(N_("GBK lacks {characters}: load the picture"))
    return [sentence.format(characters=_named(not_in_large)) for sentence in sentences]


def _named(characters: str) -> str:
    return " ".join(f"{character}(U+{ord(character):04X})" for character in characters)


def _approved(cells: Cells, tongue: Tongue) -> list[str]:
    when = brief_day_and_time(datetime.fromisoformat(cells["approved at"]), tongue.languages[0])
    return ["  ".join(filter(None, (cells["approved by"], when)))]


def _acts(tongue: Tongue) -> Flowable:
    """What people confirm by hand: told, on the sign, taken down; by whom, when."""
    labels = [" ".join(tongue(label)) for label in (N_("Name"), N_("Time"))]
    rows = [
        [
            TickBox(ItemState.OPEN),
            bilingual(tongue(act), "item"),
            *(prose(label, "label") for label in labels),
        ]
        for act in _ACTS
    ]
    return Table(rows, colWidths=looks.NOTICE_ACTS, rowHeights=style.HAND_ROOM, style=style.CONFIRMATION_LOOK)
