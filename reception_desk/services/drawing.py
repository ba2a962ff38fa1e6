"""A paper as it would be at one moment, before anybody has decided to print it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from reception_desk.documents import HAND_OUTS
from reception_desk.documents.clean import clean
from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts
from reception_desk.domain.edition import Choice, Content, Edition, Stamp, fingerprint
from reception_desk.domain.read_aloud import briefly
from reception_desk.domain.read_back import Unread, standing_on
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language

_LETTERS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is mistaken for another
_CODE_LENGTH: Final = 6
_NOT_IN_A_FILE_NAME: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST_FILE_NAME: Final = 100


class NamesUnreadError(ReceptionError):
    """Names on a paper were not read back, and no reason was given to print it all the same (A1.5)."""

    def __init__(self, names: tuple[str, ...], paper: str) -> None:
        self.names, self.paper = "、".join(names), paper
        sentence = _("{names}: not read back yet. {paper} needs a reason to be printed; nothing was printed.")
        super().__init__(sentence.format(names=self.names, paper=paper))


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A paper as it would be now: all that its ink depends on, so that it can be drawn on another thread."""

    hand_out: HandOut
    content: Content
    ink: Content = field(repr=False)
    """The content as it is drawn: a letter of invitation shows the passport, of which its content has but a mark."""
    choice: Choice
    house: House
    stamp: Stamp
    marks: Marks
    unread_names: tuple[str, ...] = ()
    """The names on it that nobody has confirmed, where it wants them confirmed (A1.5)."""
    lacks: str = ""
    """What else it is printed without only for a reason."""

    def pdf(self) -> bytes:
        """The paper; the same drawing gives the same bytes."""
        return self.hand_out.draw(self.ink, self.choice, self.house, self.stamp, self.marks)

    def unprintable(self) -> list[str]:
        """The characters on it that no font has."""
        from reception_desk.documents.printable import unprintable

        beside = self.hand_out.beside_content(self.house, self.marks)
        return unprintable(*(value for _field, value in self.ink), *beside)

    def refuse_unprintable(self) -> None:
        """Refuse, naming them, where a character would be missing."""
        if missing := self.unprintable():
            raise ReceptionError(
                _("No font has the character {characters}. {paper} was not printed.").format(
                    characters="、".join(missing),
                    paper=self.title,
                )
            )

    def refuse_unread(self, reason: str) -> None:
        """Refuse, naming them, where names on it were not read back and nobody says why it is printed all the same."""
        if self.unread_names and not reason.strip():
            raise NamesUnreadError(self.unread_names, self.title)

    def refuse_lacking(self, reason: str) -> None:
        """The same where it lacks something that its reader cannot do without."""
        if self.lacks and not reason.strip():
            sentence = _("{doubt} It needs a reason to be printed; nothing was printed.")
            raise ReceptionError(sentence.format(doubt=self.doubt))

    @property
    def doubt(self) -> str:
        """Why it is printed only for a reason, in a sentence; blank where nothing speaks against it."""
        if self.unread_names:
            sentence = _("{paper}: {names} not read back yet.")
            return sentence.format(paper=self.title, names="、".join(self.unread_names))
        return _("{paper} lacks: {what}.").format(paper=self.title, what=self.lacks) if self.lacks else ""

    @property
    def title(self) -> str:
        """The number and the name of the paper, in the language of the screen."""
        return f"{self.hand_out.number} {self.hand_out.name(current_language())}"

    @property
    def file_name(self) -> str:
        """What the PDF is called where nobody says otherwise."""
        about = next((value for field, value in self.content if field.startswith(("name/", "company/"))), "")
        paper = f"{self.hand_out.number} {self.hand_out.name('en' if self.choice.language == 'en' else 'zh')}"
        tongue = "" if self.choice.language == "zh" else self.choice.language
        size = "" if self.choice.paper == self.hand_out.papers[0] else self.choice.paper
        whom = clean(self.choice.recipient or about)
        parts = (paper, self.stamp.visit_number, whom, tongue, size)
        plain = (_NOT_IN_A_FILE_NAME.sub(" ", part).strip(" .") for part in parts)
        return " ".join(part for part in plain if part)[:_LONGEST_FILE_NAME].rstrip(" .") + ".pdf"


def hand_out(name: str) -> HandOut:
    """The hand-out of that number or name: `D5`, `接机牌`, `pick-up placard`, `placard`."""
    for paper in HAND_OUTS:
        if _plain(name) in _names(paper):
            return paper
    known = "、".join(f"{paper.number} {paper.name(current_language())}" for paper in HAND_OUTS)
    raise ReceptionError(
        _("There is no paper {number}; there are: {known}.").format(number=name, known=known)
    )


def _names(paper: HandOut) -> set[str]:
    word = type(paper).__module__.rpartition(".")[2]
    return {_plain(name) for name in (paper.number, word, *map(paper.name, ("zh", "en")))}


def _plain(name: str) -> str:
    return "".join(name.casefold().split()).replace("_", "").replace("-", "")


def drawing_of(
    paper: HandOut, facts: PaperFacts, choice: Choice, made: list[Edition], now: datetime
) -> Drawing:
    """The paper with its next revision; `made` are the visit's editions."""
    content = paper.content(facts, choice)
    unread = standing_on(content, facts.unread)
    before = [edition.revision for edition in made if is_same(edition, paper, choice)]
    revision = max(before, default=0) + 1
    stamp = Stamp(
        document=paper.number,
        revision=revision,
        visit_number=facts.visit.number,
        printed=now.astimezone(ZoneInfo(facts.visit.zone)),
        code=_code(
            facts.visit.number, paper.number, sorted(choice.as_json().items()), revision, fingerprint(content)
        )
        if paper.stamped
        else "",
        unread=tuple((briefly(one), one.place) for one in unread) if paper.stamped else (),
    )
    return Drawing(
        hand_out=paper,
        content=content,
        ink=paper.unsealed(content, facts),
        choice=choice,
        house=facts.house,
        stamp=stamp,
        marks=paper.marks(facts, choice),
        unread_names=_names_among(content, unread) if paper.wants_names_read else (),
        lacks=paper.lacks(facts),
    )


def _names_among(content: Content, unread: list[Unread]) -> tuple[str, ...]:
    """The names that are whole values of a sheet."""
    values = {value for _field, value in content}
    return tuple(dict.fromkeys(one.value for one in unread if one.is_name and one.value in values))


def is_same(edition: Edition, paper: HandOut, choice: Choice) -> bool:
    """Whether an edition is this paper under this choice."""
    return edition.document == paper.number and edition.choice == choice.as_json()


def _code(*what: object) -> str:
    """A short code that is the same whenever the same thing is drawn, so that a preview has it already."""
    number = int.from_bytes(hashlib.sha256(repr(what).encode()).digest())
    return "".join(_LETTERS[(number >> 5 * place) % len(_LETTERS)] for place in range(_CODE_LENGTH))
