"""D18, the notice to IT (LED欢迎词通知单): the words as approved, on which sign, from when until when (A6.2b)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from reportlab.platypus import Flowable, PageBreak, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts, grouped
from reception_desk.documents.house_style import bilingual, prose
from reception_desk.documents.letterhead import company_facts, fact, gap, letterhead
from reception_desk.documents.moments import brief_day_and_time
from reception_desk.documents.notices import Notice
from reception_desk.documents.sheets import TickBox, flowing_sheets, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.sign import Charset, Colours
from reception_desk.domain.visit import Visit
from reception_desk.domain.welcome import Effect
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _

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
_CHECKED_CHARSETS: Final = (Charset.GB2312, Charset.GBK)
_ACTS: Final = (N_("IT has been told"), N_("It is on the sign"), N_("It has been taken down"))


class SignNotice(HandOut):
    """A page for each text; whoever looks after the sign writes down when it is on, and when it is off again."""

    number = "D18"
    title = N_("Sign notice")
    template_version = "1"
    languages = ("zh", "en")
    papers = ("A5",)

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether there are approved words that IT must be told."""
        return bool(facts.notices)

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In the language of our own people: it stays in the house."""
        return Choice(language=language, paper="A5")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The visitors, and all about each text."""
        notices = [one for one in facts.notices if choice.message_id in (None, one.message.id)]
        if not notices:
            raise ReceptionError(_("No words of welcome are checked yet, so there is nothing to tell IT."))
        pairs = company_facts(facts.visit, Tongue(choice.language))
        for number, notice in enumerate(notices, 1):
            pairs += [(f"message {number}/{part}", value) for part, value in _about(notice, facts.visit)]
        return tuple(pairs)

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name."""
        return (house.name, house.name_en)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A5 portrait."""
        groups, tongue = grouped(content), Tongue(choice.language)
        story: list[Flowable] = []
        for about, cells in groups.items():
            if about.startswith("message "):
                story += [PageBreak()] if story else []
                story += _page(cells, list(groups["company"].values()), house, tongue)
        title = f"{self.number} {self.name(choice.language)} {stamp.visit_number}"
        foot = stamped_foot(self.title, stamp, choice.language)
        return flowing_sheets(story, paper="A5", title=title, language=choice.language, foot=foot)


def _about(notice: Notice, visit: Visit) -> Iterator[tuple[str, str]]:
    message, sign, window = notice.message, notice.sign, notice.window
    texts = (message.checked_text, message.checked_text_en)
    yield "sign", sign.name
    yield "size", f"{sign.width} × {sign.height}"
    yield "colours", sign.colours.value
    yield "charset", sign.charset.value
    yield from zip(("text", "text_en"), texts, strict=True)
    yield "effect", message.effect.value
    yield "from", _stored(visit.local(window.starts))
    yield "until", _stored(visit.local(window.ends))
    yield "due", _stored(visit.local(window.due))
    yield "characters", str(sum(not character.isspace() for text in texts for character in text))
    yield "columns", str(sum(map(_columns, texts)))
    for charset in _CHECKED_CHARSETS:
        yield f"not in {charset.value}", "".join(charset.lacks("".join(texts)))
    yield "approved by", message.checked_by
    yield "approved at", _stored(visit.local(message.checked_at))


def _columns(text: str) -> int:
    """How wide a text is on a grid of characters: a Chinese one takes two."""
    shown = (character for character in text if character.isprintable())
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in shown)


def _stored(moment: datetime | None) -> str:
    return "" if moment is None else moment.strftime("%Y-%m-%dT%H:%M")


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
    not_in_small, not_in_large = (cells[f"not in {charset.value}"] for charset in _CHECKED_CHARSETS)
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
