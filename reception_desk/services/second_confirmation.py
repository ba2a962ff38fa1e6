"""The second confirmation: which round it is, ticking each of the three, what a change let fall (A8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from reception_desk.domain.confirmed_facts import Aspect
from reception_desk.domain.due import due_at
from reception_desk.domain.edition import Choice, Edition, Medium
from reception_desk.domain.second_confirmation import (
    DOCUMENTS,
    LAST_ITEM,
    WORDS,
    Confirmation,
    Standing,
    confirmations,
    item_of,
    round_under_way,
    rounds_of,
)
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.change_words import changes_between
from reception_desk.services.preparation import Preparation
from reception_desk.services.procedure import Procedure
from reception_desk.services.tellings import noted, taken_back
from reception_desk.services.visit_facts import VisitFacts


@dataclass(frozen=True, kw_only=True)
class Round:
    """The round under way: its number of how many, until when, how the three stand."""

    visit: Visit
    number: int
    rounds: int
    due: datetime | None
    confirmations: Sequence[Confirmation]
    changes: Mapping[Aspect, Sequence[str]]
    """What is otherwise by now than it was confirmed, a sentence each, of those that fell."""
    note: str = ""
    """What was noted beside the item of the last round: the problems that came up."""

    @property
    def open(self) -> list[Aspect]:
        """Those of the three that are still to be confirmed, or confirmed again."""
        return [one.aspect for one in self.confirmations if not one.is_fresh]

    @property
    def is_made(self) -> bool:
        """Whether all three are confirmed as they are now."""
        return not self.open

    def about(self, aspect: Aspect) -> Confirmation:
        """How one of the three stands."""
        return next(one for one in self.confirmations if one.aspect is aspect)


class SecondConfirmations:
    """What is asked and done when people, place and vehicle are confirmed once more."""

    def __init__(
        self, database: Database, facts: VisitFacts, procedure: Procedure, preparation: Preparation
    ) -> None:
        self._database, self._facts = database, facts
        self._procedure, self._preparation = procedure, preparation

    def round(self, visit_id: int, now: datetime) -> Round:
        """The round under way."""
        with self._database.reading() as work:
            return self._round(work, visit_id, now)

    def last_round(self, visit_id: int) -> Sequence[Confirmation]:
        """How the three stand in the round that counts for whether the visit is ready."""
        with self._database.reading() as work:
            visit = work.visits.get(visit_id)
            return confirmations(visit, work.editions.of_visit(visit_id), len(self._dues(work, visit)))

    def confirm(
        self, visit_id: int, aspect: Aspect, now: datetime, medium: Medium = Medium.PHONE, holder: str = ""
    ) -> Round:
        """Note that one of the three is settled; the third of a round ticks off its item. That round then."""
        said = Said(
            N_("Second confirmation: confirmed {what_word}"), visit_id=visit_id, what_word=WORDS[aspect]
        )
        with self._database.unit_of_work(said, now) as work:
            number, facts = self._round(work, visit_id, now).number, self._facts.of(work, visit_id)
            document, person = DOCUMENTS[aspect], self._database.attendant.person
            earlier = [one for one in work.editions.of_visit(visit_id) if _counts(one, document)]
            noted(work, facts, document, Choice(round=number), now, person, medium, holder, earlier)
            work.note()
            return self._settled(work, visit_id, number, now)

    def take_back(self, visit_id: int, aspect: Aspect, now: datetime) -> Round:
        """Note that it is not settled after all; the item of the round is open again. The round then."""
        said = Said(
            N_("Second confirmation: took back {what_word}"), visit_id=visit_id, what_word=WORDS[aspect]
        )
        with self._database.unit_of_work(said, now) as work:
            edition = self._round(work, visit_id, now).about(aspect).edition
            if edition is None:
                raise ReceptionError(_("This was not confirmed in this round; nothing was changed."))
            return self._taken_back(work, edition, now)

    def note_problem(self, visit_id: int, aspect: Aspect, now: datetime, *, problem: str) -> Round:
        """Write beside the item of the last round what is not settled; the step takes a tick back too."""
        if not problem.strip():
            raise ReceptionError(_("Say in a few words what the problem is."))
        said = Said(
            N_("Second confirmation: a problem with {what_word}"), visit_id=visit_id, what_word=WORDS[aspect]
        )
        with self._database.unit_of_work(said, now) as work:
            found = self._round(work, visit_id, now)
            line = f"{_(WORDS[aspect])}{_(': ')}{problem.strip()}"
            self._preparation.add_note(work, visit_id, LAST_ITEM, line)
            edition = found.about(aspect).edition
            if edition is not None:
                return self._taken_back(work, edition, now)
            return self._round(work, visit_id, now)

    def _taken_back(self, work: UnitOfWork, edition: Edition, now: datetime) -> Round:
        taken_back(work, edition, now, self._database.attendant.person)
        work.note()
        return self._settled(work, edition.visit_id, int(edition.choice.get("round", 1)), now)

    def _settled(self, work: UnitOfWork, visit_id: int, number: int, now: datetime) -> Round:
        """Tick the item of a round off once all three are fresh, open it where one was taken back."""
        visit = work.visits.get(visit_id)
        dues, made = self._dues(work, visit), work.editions.of_visit(visit_id)
        is_made = all(one.is_fresh for one in confirmations(visit, made, number))
        if code := item_of(number, len(dues)):
            self._preparation.settle(work, visit_id, code, now, done=is_made)
        return self._round(work, visit_id, now, number)

    def _round(self, work: UnitOfWork, visit_id: int, now: datetime, asked: int | None = None) -> Round:
        """The round under way, or the one that is asked for."""
        visit, made = work.visits.get(visit_id), work.editions.of_visit(visit_id)
        dues = self._dues(work, visit)
        number = asked or round_under_way(dues, made, now)
        found = confirmations(visit, made, number)
        return Round(
            visit=visit,
            number=number,
            rounds=len(dues),
            due=dues[number - 1],
            confirmations=found,
            changes={
                one.aspect: changes_between(one.content_then, one.content)
                for one in found
                if one.standing is Standing.FELL
            },
            note=next((one.note for one in visit.items if one.code == LAST_ITEM), ""),
        )

    def _dues(self, work: UnitOfWork, visit: Visit) -> list[datetime | None]:
        """Until when each round is made, by the level; nobody knows while there is no time of arrival."""
        rounds = rounds_of(self._procedure.levels().level(visit.level))
        if visit.arrival_at is None:
            return [None for _offset in rounds]
        zone, calendar = ZoneInfo(visit.zone), self._procedure.calendar(work)
        return [due_at(offset, visit.arrival_at, zone, calendar) for offset in rounds]


def _counts(edition: Edition, document: str) -> bool:
    """Whether it is a tick of the same kind, in whatever round, that a new one replaces."""
    return edition.document == document and edition.withdrawn_at is None and edition.replaced_by_id is None
