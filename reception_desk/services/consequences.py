"""One change, everything follows: what was told and is no longer so, who must be told, and noting that they were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from reception_desk.documents import TELLINGS
from reception_desk.documents.booking_told import BOOKED
from reception_desk.documents.change_told import ChangeTold, choice_about
from reception_desk.documents.hand_out import HandOut, PaperFacts
from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.consequences import Concern, Consequence
from reception_desk.domain.edition import Choice, Content, Edition, EditionNow, EditionState, Medium
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.i18n import LANGUAGES, N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.change_words import changes_between, message_about
from reception_desk.services.procedure import Procedure
from reception_desk.services.sign_consequences import of_signs
from reception_desk.services.tellings import noted, standing
from reception_desk.services.visit_facts import VisitFacts

_KNOWN: Final = {telling.number: telling for telling in TELLINGS}
_BOOKINGS: Final = {told.number: (told.about, kind) for kind, told in BOOKED.items()}
_WHERE: Final = {"D4": "itinerary", "D17": "invitation", "notice": "plan"}
"""The section where what was confirmed is put right, by the beginning of its number; else the overview."""


@dataclass(frozen=True, kw_only=True)
class _Told:
    """An edition that counts, with what its holder was told last."""

    now: EditionNow
    then: Content
    is_told: bool

    @property
    def edition(self) -> Edition:
        return self.now.edition

    @property
    def is_touched(self) -> bool:
        """Whether it says, or its holder was told, what is no longer so."""
        return self.now.state is EditionState.STALE or self.then != (self.now.content_now or self.then)

    def changes(self, language: str = "") -> tuple[str, ...]:
        """What is otherwise by now: against what it says, where the holder knows already."""
        then = self.now.content_then if self.is_told else self.then
        return changes_between(then, self.now.content_now, language)


class Consequences:
    """What is asked and done about the consequences of a change."""

    def __init__(self, database: Database, facts: VisitFacts, procedure: Procedure) -> None:
        self._database, self._facts, self._procedure = database, facts, procedure

    def of(self, visit_id: int) -> list[Consequence]:
        """Every line, bookings first; those that are done are among them, marked."""
        with self._database.reading() as work:
            return self.within(work, visit_id)

    def within(self, work: UnitOfWork, visit_id: int) -> list[Consequence]:
        """The same in a step that is under way, to be seen before it is kept."""
        made = work.editions.of_visit(visit_id)
        signs = of_signs(work, visit_id, self._procedure)
        if not made:
            return signs
        facts = self._facts.of(work, visit_id)
        told = _counting([standing(edition, facts) for edition in made if edition.document in _KNOWN])
        touched = [one for one in told if one.is_touched and not _was_undone(one.edition, facts)]
        papers = [one for one in touched if isinstance(_KNOWN[one.edition.document], HandOut)]
        booked = [one for one in touched if one.edition.document in _BOOKINGS]
        others = [one for one in touched if one not in papers and one not in booked]
        return [
            *(_booking(one, facts) for one in booked),
            *(_paper(one) for one in papers if one.now.state is EditionState.STALE),
            *(_old_copy(one, facts) for one in made_otherwise(made, facts)),
            *_people([*booked, *papers], facts),
            *signs,
            *(_confirmation(one) for one in others),
        ]

    def tell(self, visit_id: int, edition_ids: Sequence[int], now: datetime) -> None:
        """Note that whoever holds these editions was told what holds now; one step."""
        said = Said(N_("Told what has changed"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            facts, person = self._facts.of(work, visit_id), self._database.attendant.person
            for edition_id in edition_ids:
                edition = work.get(Edition, edition_id)
                choice = choice_about(edition)
                noted(work, facts, ChangeTold.number, choice, now, person, Medium.PHONE, edition.holder)

    def take_back(self, visit_id: int, edition_ids: Sequence[int], now: datetime) -> None:
        """Note that they were not told after all."""
        said = Said(N_("Taken back: {what_word}"), visit_id=visit_id, what_word=ChangeTold.title)
        with self._database.unit_of_work(said, now) as work:
            for edition in work.editions.of_visit(visit_id):
                if _is_telling_of(edition) in edition_ids:
                    person = self._database.attendant.person
                    work.change(edition, withdrawn_at=now, withdrawn_by=person)


def _is_telling_of(edition: Edition) -> int | None:
    """The edition that this one says was told, where it still counts."""
    if edition.document != ChangeTold.number or edition.replaced_by_id or edition.withdrawn_at:
        return None
    return Choice.from_json(edition.choice).edition_id


def _was_undone(edition: Edition, facts: PaperFacts) -> bool:
    """Whether a booking is only wanted again by undo, past the step in which it was told."""
    if edition.document not in _BOOKINGS:
        return False
    about, kind = _BOOKINGS[edition.document]
    parts: dict[type[Any], Sequence[Any]] = {
        CarBooking: facts.visit.car_bookings,
        HotelBooking: facts.visit.hotel_bookings,
        Meeting: facts.visit.meetings,
        Meal: facts.visit.meals,
    }
    identity = getattr(Choice.from_json(edition.choice), about)
    return any(one.id == identity and one.state == BookingState.WANTED for one in parts[kind])


def _counting(found: Iterable[EditionNow]) -> list[_Told]:
    """The editions that count, newest first, each with what was told of it since."""
    standing_now = [one for one in found if one.state in (EditionState.CURRENT, EditionState.STALE)]
    tellings = {about: one for one in standing_now if (about := _is_telling_of(one.edition)) is not None}
    return [
        _Told(
            now=one,
            then=tellings.get(one.edition.id, one).content_then,
            is_told=one.edition.id in tellings and tellings[one.edition.id].state is EditionState.CURRENT,
        )
        for one in standing_now
        if one.edition.document != ChangeTold.number
    ]


def made_otherwise(made: Sequence[Edition], facts: PaperFacts) -> list[EditionNow]:
    """Papers that were printed again since, and whose old copies are still about."""
    papers = [edition for edition in made if isinstance(_KNOWN.get(edition.document), HandOut)]
    replaced = [standing(edition, facts) for edition in papers if edition.replaced_by_id is not None]
    return [one for one in replaced if one.is_to_collect and one.state is EditionState.REPLACED]


def _booking(one: _Told, facts: PaperFacts) -> Consequence:
    about, kind = _BOOKINGS[one.edition.document]
    identity = Choice.from_json(one.edition.choice)
    return Consequence(
        concern=Concern.BOOKING,
        key=f"booking:{one.edition.id}",
        what=" ".join(filter(None, (_(_KNOWN[one.edition.document].title), _which(one.now)))),
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


def _paper(one: _Told) -> Consequence:
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


def _old_copy(one: EditionNow, _facts: PaperFacts) -> Consequence:
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
    name = f"{edition.document} {_(_KNOWN[edition.document].title)}"
    return _("{paper}, revision {number}").format(paper=name, number=edition.revision)


def _people(told: Sequence[_Told], facts: PaperFacts) -> list[Consequence]:
    """A line for each who holds or was told something that is no longer so."""
    by_name: dict[str, list[_Told]] = {}
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
            section="paper" if isinstance(_KNOWN[theirs[0].edition.document], HandOut) else "arrangements",
            field=theirs[0].edition.document,
            is_done=all(one.is_told for one in theirs),
            can_tell=True,
        )
        for name, theirs in by_name.items()
    ]


def _called(edition: Edition) -> str:
    telling = _KNOWN[edition.document]
    return f"{telling.number} {_(telling.title)}" if isinstance(telling, HandOut) else _(telling.title)


def _holder(edition: Edition, facts: PaperFacts) -> str:
    """Who has it: as noted, else who usually has such a paper."""
    telling = _KNOWN[edition.document]
    if edition.holder or not isinstance(telling, HandOut):
        return edition.holder
    return telling.usual_holder(facts, Choice.from_json(edition.choice))


def _texts(told: Sequence[_Told], facts: PaperFacts) -> dict[str, str]:
    return {
        language: message_about(facts.visit, _together(one.changes(language) for one in told), language)
        for language in LANGUAGES
    }


def _together(changes: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sentence for some in changes for sentence in some))


def _confirmation(one: _Told) -> Consequence:
    edition = one.edition
    section = next((there for number, there in _WHERE.items() if edition.document.startswith(number)), "")
    return Consequence(
        concern=Concern.CONFIRMATION,
        key=f"confirmation:{edition.id}",
        what=_(_KNOWN[edition.document].title),
        who=edition.holder,
        changes=one.changes(),
        edition_ids=(edition.id,),
        section=section or "overview",
        document=edition.document,
    )
