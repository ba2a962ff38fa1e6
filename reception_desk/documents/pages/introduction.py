"""How D9, the introduction script, is drawn: A6 cards for the hand, two on a sheet of A4, with crop marks."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, KeepInFrame, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.clean import clean
from reception_desk.documents.fonts import Weight, width
from reception_desk.documents.hand_out import HandOut, House, grouped
from reception_desk.documents.house_style import bilingual, fitted, prose
from reception_desk.documents.letterhead import gap
from reception_desk.documents.sheets import BETWEEN, Ruled, crop_marks, pdf_language, stamp_lines
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.introduction import Side
from reception_desk.i18n import N_

Cells = Mapping[str, str]
CARD: Final = (148 * mm, 105 * mm)
EDGE: Final = 7 * mm
FOOT: Final = 5 * mm
ON_A_CARD: Final = {1: 5, 2: 4}  # people, by the number of languages
_SAID: Final = {
    Side.HOST.value: N_("May I introduce our side:"),
    Side.GUEST.value: N_("And these are our guests from {company}:"),
}
_HANDSHAKE: Final = (
    N_("Handshake: on arrival the host offers the hand first, on leaving the guest does."),
    N_("At a first meeting no longer than 3 seconds."),
)


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp) -> bytes:
    """The cards in their order, the first above the second."""
    groups, tongue = grouped(content), Tongue(choice.language, house.says(paper.number))
    people = [(number, cells) for number, cells in enumerate(_people(groups), 1)]
    cards: list[list[Flowable]] = []
    for side, of_side in groupby(people, key=lambda pair: pair[1]["side"]):
        listed, most = list(of_side), ON_A_CARD[len(tongue.languages)]
        cards += [
            _card(side, listed[start : start + most], groups["company"], paper, tongue)
            for start in range(0, len(listed), most)
        ]
    return _printed(cards, paper, stamp, choice, tongue)


def _people(groups: Mapping[str, Cells]) -> list[Cells]:
    return [cells for about, cells in groups.items() if about.startswith("person ")]


def _card(
    side: str, people: Sequence[tuple[int, Cells]], company: Cells, paper: HandOut, tongue: Tongue
) -> list[Flowable]:
    room = CARD[0] - 2 * EDGE
    return [
        _head(side, company, paper, tongue, room),
        Ruled(style.INK, style.RULE),
        Table(
            [_row(number, cells, tongue) for number, cells in people],
            colWidths=looks.INTRODUCED,
            style=looks.INTRODUCED_LOOK,
            hAlign="LEFT",
        ),
        gap(0.6),
        *(prose(" ".join(words), "card hands") for words in _handshake(tongue)),
    ]


def _head(side: str, company: Cells, paper: HandOut, tongue: Tongue, room: float) -> Flowable:
    said = [
        words.format(company=company[language] or tongue(N_("our guests"))[place])
        for place, (language, words) in enumerate(zip(tongue.languages, tongue(_SAID[side]), strict=True))
    ]
    return Table(
        [[bilingual(said, "card said"), prose(" ".join(tongue(paper.title)), "ours")]],
        colWidths=[room - looks.INTRODUCED_TITLE, looks.INTRODUCED_TITLE],
        style=style.HEADING,
        hAlign="LEFT",
    )


def _row(number: int, cells: Cells, tongue: Tongue) -> list[object]:
    names, titles = tongue.fact(cells, "name"), tongue.fact(cells, "title")
    others = [*dict.fromkeys(names[1:]), cells.get("latin", "")]
    spoken = " · ".join(filter(None, (*(one for one in others if one != names[0]), cells["spoken"])))
    who: list[Flowable] = [fitted(names[0], "card name", looks.INTRODUCED[1] - 3 * style.CELL)]
    if spoken:
        who.append(prose(spoken, "card spoken"))
    beside: list[Flowable] = []
    if any(titles):
        beside += bilingual([one for one in titles if one], "card title")
    addressed = [
        one for one in dict.fromkeys(cells.get(f"addressed/{one}", "") for one in tongue.languages) if one
    ]
    if addressed:
        label = tongue(N_("Address as"))[0]
        beside.append(prose(f"{label} {' / '.join(addressed)}", "card spoken"))
    return [prose(str(number), "card number"), who, beside]


def _handshake(tongue: Tongue) -> list[list[str]]:
    return [[tongue(message)[place] for message in _HANDSHAKE] for place in range(len(tongue.languages))]


def _printed(
    cards: Sequence[list[Flowable]], paper: HandOut, stamp: Stamp, choice: Choice, tongue: Tongue
) -> bytes:
    out = io.BytesIO()
    wide, high = style.PAPERS["A4"]
    canvas = Canvas(out, pagesize=(wide, high), invariant=1, lang=pdf_language(choice.language))
    canvas.setTitle(clean(f"{paper.number} {' '.join(tongue(paper.title))} {stamp.visit_number}"))
    left, air = (wide - CARD[0]) / 2, (high - 2 * CARD[1]) / 3
    for start in range(0, len(cards), 2):
        for place, story in enumerate(cards[start : start + 2]):
            below = high - (place + 1) * (CARD[1] + air)
            crop_marks(canvas, left, below, *CARD)
            room = (CARD[0] - 2 * EDGE, CARD[1] - 2 * EDGE - FOOT)
            frame = Frame(left + EDGE, below + EDGE + FOOT, *room, 0, 0, 0, 0)
            frame.addFromList([KeepInFrame(*room, story, mode="shrink")], canvas)
            foot = stamp_lines(paper.title, stamp, tongue.languages[0], tongue.says)[0].rpartition(BETWEEN)[0]
            _stamped(
                canvas, left + EDGE, below + EDGE, foot, f"{stamp.code}   {start + place + 1} / {len(cards)}"
            )
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _stamped(canvas: Canvas, left: float, foot: float, words: str, end: str) -> None:
    """Cut apart, each card still says what it is."""
    canvas.setFillColor(style.QUIET)
    style.line_of_text(canvas, left, foot, clean(words), style.STAMP_SIZE, Weight.REGULAR)
    right = left + CARD[0] - 2 * EDGE - width(end, style.STAMP_SIZE, Weight.REGULAR)
    style.line_of_text(canvas, right, foot, end, style.STAMP_SIZE, Weight.REGULAR)
    canvas.setFillColor(style.INK)
