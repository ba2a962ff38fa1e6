"""D18, the notice to IT (LED欢迎词通知单): the words as approved, on which sign, from when until when (A6.2b)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts
from reception_desk.documents.heading_facts import company_facts
from reception_desk.documents.notices import Notice
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.sign import Charset
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _

CHECKED_CHARSETS: Final = (Charset.GB2312, Charset.GBK)


class SignNotice(HandOut):
    """A page for each text; whoever looks after the sign writes down when it is on, and when it is off again."""

    number = "D18"
    title = N_("Sign notice")
    template_version = "1"
    about = "message_id"
    languages = ("zh", "en")
    papers = ("A5",)

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether there are approved words that IT must be told."""
        return bool(facts.notices)

    def reason(self, facts: PaperFacts) -> str:
        """Whether words of welcome are checked."""
        if facts.notices:
            return N_("Checked words of welcome go on a sign")
        return N_("No words of welcome are checked yet")

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """Those who look after the sign."""
        return _("IT")

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In the language of our own people: it stays in the house."""
        return Choice(language=language, paper="A5")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The visitors, unless all the texts name nobody, and all about each text."""
        notices = [one for one in facts.notices if choice.message_id in (None, one.message.id)]
        if not notices:
            raise ReceptionError(_("No words of welcome are checked yet, so there is nothing to tell IT."))
        hidden = all(notice.names_nobody for notice in notices)
        pairs = [] if hidden else company_facts(facts.visit, Tongue(choice.language))
        for number, notice in enumerate(notices, 1):
            pairs += [(f"message {number}/{part}", value) for part, value in _about(notice, facts.visit)]
        return tuple(pairs)

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name."""
        return (house.name, house.name_en)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A5 portrait."""
        from reception_desk.documents.pages import sign_notice

        return sign_notice.draw(self, content, choice, house, stamp)


def _about(notice: Notice, visit: Visit) -> Iterator[tuple[str, str]]:
    message, sign, window = notice.message, notice.sign, notice.window
    texts = (notice.text, notice.text_en)
    yield "sign", sign.name
    yield "size", f"{sign.width} × {sign.height}"
    yield "colours", sign.colours.value
    yield from zip(("text", "text_en"), texts, strict=True)
    yield "effect", message.effect.value
    yield "from", _stored(visit.local(window.starts))
    yield "until", _stored(visit.local(window.ends))
    yield "due", _stored(visit.local(window.due))
    yield "characters", str(sum(not character.isspace() for text in texts for character in text))
    yield "columns", str(sum(map(_columns, texts)))
    for charset in CHECKED_CHARSETS:
        yield f"not in {charset.value}", "".join(charset.lacks("".join(texts)))
    yield "approved by", message.checked_by
    yield "approved at", _stored(visit.local(message.checked_at))


def _columns(text: str) -> int:
    """How wide a text is on a grid of characters: a Chinese one takes two."""
    shown = (character for character in text if character.isprintable())
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in shown)


def _stored(moment: datetime | None) -> str:
    return "" if moment is None else moment.strftime("%Y-%m-%dT%H:%M")
