"""How what is touched reads: bookings, papers, people, confirmations, a line each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reception_desk.documents import TELLINGS
from reception_desk.documents.booking_told import BOOKED
from reception_desk.documents.change_told import ChangeTold
from reception_desk.documents.hand_out import HandOut, PaperFacts
from reception_desk.documents.paper_told import NoticeTold
from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.consequences import Concern, Consequence
from reception_desk.domain.edition import Choice, Content, Edition, EditionNow, EditionState, Medium
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.i18n import LANGUAGES, _
from reception_desk.services.change_words import changes_between, message_about
from reception_desk.services.tellings import standing

KNOWN: Final = {telling.number: telling for telling in TELLINGS}
BOOKINGS: Final = {told.number: (told.about, kind) for kind, told in BOOKED.items()}
_WHERE: Final = {"D4": "itinerary", "D17": "invitation", "second-": "preparation"}
"""The section where what was confirmed is put right, by the beginning of its number; else the overview."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """An edition that counts, with what its holder was told last."""

    now: EditionNow
    then: Content
    is_told: bool

    @property
    def edition(self) -> Edition:
        """The edition itself."""
        return self.now.edition

    @property
    def is_touched(self) -> bool:
        """Whether it says, or its holder was told, what is no longer so."""
        return self.now.state is EditionState.STALE or self.then != (self.now.content_now or self.then)

    def changes(self, language: str = "") -> tuple[str, ...]:
        """What is otherwise by now: against what it says, where the holder knows already."""
        then = self.now.content_then if self.is_told else self.then
        return changes_between(then, self.now.content_now, language)


def is_telling_of(edition: Edition) -> int | None:
    """The edition that this one says was told, where it still counts."""
    if edition.document != ChangeTold.number or edition.replaced_by_id or edition.withdrawn_at:
        return None
    return Choice.from_json(edition.choice).edition_id


def was_undone(edition: Edition, facts: PaperFacts) -> bool:
    """Whether a booking is only wanted again by undo, past the step in which it was told."""
    if edition.document not in BOOKINGS:
        return False
    about, kind = BOOKINGS[edition.document]
    parts: dict[type[Any], Sequence[Any]] = {
        CarBooking: facts.visit.car_bookings,
        HotelBooking: facts.visit.hotel_bookings,
        Meeting: facts.visit.meetings,
        Meal: facts.visit.meals,
    }
    identity = getattr(Choice.from_json(edition.choice), about)
    return any(one.id == identity and one.state == BookingState.WANTED for one in parts[kind])


def counting(found: Iterable[EditionNow]) -> list[Told]:
    """The editions that count, newest first, each with what was told of it since."""
    standing_now = [one for one in found if one.state in (EditionState.CURRENT, EditionState.STALE)]
    tellings = {about: one for one in standing_now if (about := is_telling_of(one.edition)) is not None}
    return [
        Told(
            now=one,
            then=tellings.get(one.edition.id, one).content_then,
            is_told=one.edition.id in tellings and tellings[one.edition.id].state is EditionState.CURRENT,
        )
        for one in standing_now
        if one.edition.document != ChangeTold.number
    ]


def made_otherwise(made: Sequence[Edition], facts: PaperFacts) -> list[EditionNow]:
    """Papers that were printed again since, and whose old copies are still about."""
    papers = [edition for edition in made if isinstance(KNOWN.get(edition.document), HandOut)]
    replaced = [standing(edition, facts) for edition in papers if edition.replaced_by_id is not None]
    return [one for one in replaced if one.is_to_collect and one.state is EditionState.REPLACED]


def booking_line(one: Told, facts: PaperFacts) -> Consequence:
    """A booking whose other side was told otherwise."""
    about, kind = BOOKINGS[one.edition.document]
    identity = Choice.from_json(one.edition.choice)
    return Consequence(
        concern=Concern.BOOKING,
        key=f"booking:{one.edition.id}",
        what=" ".join(filter(None, (_(KNOWN[one.edition.document].title), _which(one.now)))),
        who=one.edition.holder,
        changes=one.changes(),
        texts=_texts([one], facts),
        edition_ids=(one.edition.id,),
        section="arrangements",
        field=f"{kind.__tablename__}:{getattr(identity, about)}",
        document=one.edition.document,
        is_done=one.is_told,
        can_tell=True,
    )


def _which(booked: EditionNow) -> str:
    """Which of several bookings it is, in a word or two."""
    said = dict(booked.content_then)
    parts = (said.get(f"booking/{part}", "") for part in ("room", "place", "plate", "purpose"))
    return next(filter(None, parts), "")


def paper_line(one: Told) -> Consequence:
    """A paper that is about, and old."""
    edition = one.edition
    return Consequence(
        concern=Concern.PAPER,
        key=f"paper:{edition.id}",
        what=paper_name(edition),
        who=edition.holder,
        changes=changes_between(one.now.content_then, one.now.content_now),
        edition_ids=(edition.id,),
        field=edition.document,
        document=edition.document,
        copies=edition.copies,
        can_collect=edition.medium == Medium.PRINTER.value,
        can_reprint=one.now.content_now is not None,
    )


def old_copy_line(one: EditionNow) -> Consequence:
    """A copy that was replaced and is still about."""
    edition = one.edition
    return Consequence(
        concern=Concern.PAPER,
        key=f"paper:{edition.id}",
        what=paper_name(edition),
        who=edition.holder,
        changes=(_("Printed again since; the old copy is still about."),),
        edition_ids=(edition.id,),
        field=edition.document,
        document=edition.document,
        copies=edition.copies,
        can_collect=True,
    )


def paper_name(edition: Edition) -> str:
    """`D6 Dispatch slip, revision 2`."""
    name = f"{edition.document} {_(KNOWN[edition.document].title)}"
    return _("{paper}, revision {number}").format(paper=name, number=edition.revision)


def people_lines(told: Sequence[Told], facts: PaperFacts) -> list[Consequence]:
    """A line for each who holds or was told something that is no longer so."""
    by_name: dict[str, list[Told]] = {}
    for one in told:
        if name := _holder(one.edition, facts):
            by_name.setdefault(name, []).append(one)
    return [
        Consequence(
            concern=Concern.PERSON,
            key=f"person:{name}",
            what=name,
            who=_(", ").join(dict.fromkeys(_called(one.edition) for one in theirs)),
            changes=_together(one.changes() for one in theirs),
            texts=_texts(theirs, facts),
            edition_ids=tuple(one.edition.id for one in theirs),
            section=_section_of(theirs[0].edition),
            field=theirs[0].edition.document,
            is_done=all(one.is_told for one in theirs),
            can_tell=True,
        )
        for name, theirs in by_name.items()
    ]


def _section_of(edition: Edition) -> str:
    if edition.document in BOOKINGS:
        return "arrangements"
    return "plan" if edition.document == NoticeTold.number else "paper"


def _called(edition: Edition) -> str:
    telling = KNOWN[edition.document]
    return f"{telling.number} {_(telling.title)}" if isinstance(telling, HandOut) else _(telling.title)


def _holder(edition: Edition, facts: PaperFacts) -> str:
    """Who has it: as noted, else who usually has such a paper."""
    telling, choice = KNOWN[edition.document], Choice.from_json(edition.choice)
    if edition.holder or not isinstance(telling, HandOut):
        return edition.holder or choice.recipient
    return telling.usual_holder(facts, choice)


def _texts(told: Sequence[Told], facts: PaperFacts) -> dict[str, str]:
    return {
        language: message_about(facts.visit, _together(one.changes(language) for one in told), language)
        for language in LANGUAGES
    }


def _together(changes: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sentence for some in changes for sentence in some))


def confirmation_line(one: Told) -> Consequence:
    """What was confirmed and holds no more."""
    edition = one.edition
    section = next((there for number, there in _WHERE.items() if edition.document.startswith(number)), "")
    return Consequence(
        concern=Concern.CONFIRMATION,
        key=f"confirmation:{edition.id}",
        what=_(KNOWN[edition.document].title),
        who=edition.holder,
        changes=one.changes(),
        edition_ids=(edition.id,),
        section=section or "overview",
        document=edition.document,
    )
