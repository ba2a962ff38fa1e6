"""How the papers of a visit stand: what is needed and why, what is about and tells old things, what to print now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from reception_desk.documents import HAND_OUTS
from reception_desk.documents.differences import Difference, differences
from reception_desk.documents.hand_out import HandOut, PaperFacts
from reception_desk.domain.edition import Choice, Edition, EditionNow, EditionState, Medium
from reception_desk.i18n import _
from reception_desk.services.tellings import standing
from reception_desk.settings import Settings

PRINTED: Final = (EditionState.CURRENT, EditionState.STALE)


@dataclass(frozen=True, kw_only=True)
class PaperLine:
    """One kind of paper of a visit: whether it is called for and why, how it is usually made, what is about.

    `reason` is a msgid; `last` is the last one that came out, `about` are those that count: made last of their kind
    and not collected; `to_collect` are copies on paper that tell what is no longer so.
    """

    hand_out: HandOut
    is_needed: bool
    choice: Choice
    last: EditionNow | None
    reason: str = ""
    holder: str = ""
    copies: int = 1
    about: list[EditionNow] = field(default_factory=list)
    to_collect: list[EditionNow] = field(default_factory=list)

    @property
    def why(self) -> str:
        """Why it is needed or not, in the language of the screen."""
        return _(self.reason)

    @property
    def state(self) -> EditionState | None:
        """How it stands: old as soon as one of those about is old; nothing where none ever came out."""
        if any(made.state is EditionState.STALE for made in self.about):
            return EditionState.STALE
        if self.about:
            return EditionState.CURRENT
        return self.last.state if self.last is not None else None

    @property
    def is_missing(self) -> bool:
        """Whether somebody still has to print it."""
        return self.is_needed and self.state is not EditionState.CURRENT


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A paper to be made: which, how, how often, for whom; `reason`: why, though names on it were not read back."""

    number: str
    choice: Choice
    copies: int = 1
    holder: str = ""
    reason: str = ""


def told_otherwise(made: EditionNow) -> list[Difference]:
    """What an edition says that is said otherwise today; nothing where it can no longer be made at all."""
    return [] if made.content_now is None else differences(made.content_then, made.content_now)


def as_usual_here(choice: Choice, paper: HandOut, settings: Settings) -> Choice:
    """The choice on the sheet that this desk has for the paper."""
    sheet = settings.habit(paper.number).paper
    return replace(choice, paper=sheet) if sheet in paper.papers else choice


def lines_of(facts: PaperFacts, made: Sequence[Edition], settings: Settings) -> list[PaperLine]:
    """Every kind of paper of a visit; `made` are its editions, newest first."""
    stand = [standing(edition, facts) for edition in made if edition.withdrawn_at is None]
    lines = []
    for paper in HAND_OUTS:
        of_it = [one for one in stand if one.edition.document == paper.number]
        choice = as_usual_here(paper.usual_choice(facts, settings.language), paper, settings)
        lines.append(
            PaperLine(
                hand_out=paper,
                is_needed=paper.is_needed(facts),
                choice=choice,
                last=of_it[0] if of_it else None,
                reason=paper.reason(facts),
                holder=paper.usual_holder(facts, choice),
                copies=settings.habit(paper.number).copies,
                about=[one for one in of_it if one.state in PRINTED],
                to_collect=[one for one in of_it if one.is_to_collect],
            )
        )
    return lines


def to_print(lines: Sequence[PaperLine]) -> list[Wanted]:
    """What is needed and not up to date: old ones again as they were, for the same hands; the others as usual."""
    wanted: list[Wanted] = []
    for line in lines:
        number = line.hand_out.number
        old = [made.edition for made in line.about if made.state is EditionState.STALE and made.content_now]
        for one in old:
            copies = one.copies if one.medium == Medium.PRINTER.value else 1
            choice = Choice.from_json(one.choice)
            wanted.append(Wanted(number=number, choice=choice, copies=copies, holder=one.holder))
        if line.is_missing and not old:
            wanted.append(Wanted(number=number, choice=line.choice, copies=line.copies, holder=line.holder))
    return wanted
