"""What was told without paper: noted as editions, so that a later change shows by itself (idea 3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from reception_desk.documents import TELLINGS
from reception_desk.documents.hand_out import HandOut, PaperFacts
from reception_desk.documents.telling import Telling
from reception_desk.domain.edition import Choice, Edition, EditionNow, Medium, fingerprint
from reception_desk.domain.journal import Step, StepKind
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.visit_facts import VisitFacts

KNOWN: Final = {telling.number: telling for telling in TELLINGS}
TOLD: Final = "told_editions"
UNTOLD: Final = "untold_editions"
"""Where a step keeps what was told in it, or taken back: each edition, a colon before each that it replaced."""


class Tellings:
    """Notes that something was told, and says what that is worth now."""

    def __init__(self, database: Database, facts: VisitFacts) -> None:
        self._database, self._facts = database, facts

    def note(
        self, visit_id: int, number: str, choice: Choice, now: datetime, *, medium: Medium, holder: str = ""
    ) -> int:
        """Note that it was told; what was told before under the same choice is replaced. The edition's id."""
        said = Said(N_("Noted: {what_word}"), visit_id=visit_id, what_word=KNOWN[number].title)
        with self._database.unit_of_work(said, now) as work:
            facts = self._facts.of(work, visit_id)
            work.note()
            return noted(work, facts, number, choice, now, self._database.attendant.person, medium, holder).id

    def take_back(self, edition_id: int, now: datetime) -> None:
        """Note that it was not told after all; what was told before it counts again."""
        said = Said(N_("Taken back: {what_word}"))
        with self._database.unit_of_work(said, now) as work:
            edition = work.get(Edition, edition_id)
            said.visit_id, said.details["what_word"] = edition.visit_id, KNOWN[edition.document].title
            taken_back(work, edition, now, self._database.attendant.person)
            work.note()

    def standing(self, visit_id: int, *numbers: str) -> list[EditionNow]:
        """What was told of these kinds, or of all, newest first, and what it is worth now."""
        wanted = numbers or tuple(KNOWN)
        with self._database.reading() as work:
            made = [one for one in work.editions.of_visit(visit_id) if one.document in wanted]
            if not made:
                return []
            facts = self._facts.of(work, visit_id)
            return [standing(one, facts) for one in made]


def noted(
    work: UnitOfWork,
    facts: PaperFacts,
    number: str,
    choice: Choice,
    now: datetime,
    by: str,
    medium: Medium,
    holder: str = "",
    also: Sequence[Edition] = (),
) -> Edition:
    """Put down, in a step that is under way, that something was told; `also`: what else it replaces."""
    content, stored = KNOWN[number].content(facts, choice), choice.as_json()
    older = work.editions.unreplaced(facts.visit.id, number, stored)
    edition = work.add(
        Edition(
            visit_id=facts.visit.id,
            document=number,
            choice=stored,
            content=[list(pair) for pair in content],
            fingerprint=fingerprint(content),
            revision=1 + max((one.revision for one in older), default=0),
            medium=medium.value,
            holder=holder,
            made_at=now,
            made_by=by,
        )
    )
    replaced = list({one.id: one for one in (*older, *also)}.values())
    for one in replaced:
        work.change(one, replaced_by_id=edition.id)
    work.learn(TOLD, _kept(edition, replaced))
    return edition


def taken_back(work: UnitOfWork, edition: Edition, now: datetime, by: str) -> None:
    """Put down, in a step that is under way, that something was not told: what was told before it counts again."""
    before = [one for one in work.editions.of_visit(edition.visit_id) if one.replaced_by_id == edition.id]
    not_told(work, edition, now, by, before)


def not_told(
    work: UnitOfWork, edition: Edition, now: datetime, by: str, before: Sequence[Edition] = ()
) -> None:
    """The same, where only what is named in `before` counts again."""
    work.learn(UNTOLD, _kept(edition, before))
    _withdraw(work, edition, now, by, before)


def follow_undo(work: UnitOfWork, step: Step, kind: StepKind, now: datetime, by: str) -> None:
    """What was told in a step that is undone was not told; what was taken back in it was. Redo: the other way."""
    away, back = (TOLD, UNTOLD) if kind is StepKind.UNDO else (UNTOLD, TOLD)
    for kept in reversed(step.details.get(away, "").split()):
        edition, before = _found(work, kept)
        if edition is not None and edition.withdrawn_at is None:
            _withdraw(work, edition, now, by, [one for one in before if one.replaced_by_id == edition.id])
    for kept in reversed(step.details.get(back, "").split()):
        edition, before = _found(work, kept)
        if edition is not None and edition.withdrawn_at is not None:
            for one in before:
                if one.replaced_by_id == edition.replaced_by_id:
                    work.change(one, replaced_by_id=edition.id)
            work.change(edition, withdrawn_at=None, withdrawn_by="")
    if TOLD in step.details or UNTOLD in step.details:
        work.note()


def _withdraw(work: UnitOfWork, edition: Edition, now: datetime, by: str, before: Sequence[Edition]) -> None:
    work.change(edition, withdrawn_at=now, withdrawn_by=by)
    for older in before:  # not beside what was told later still
        work.change(older, replaced_by_id=edition.replaced_by_id)


def _kept(edition: Edition, before: Sequence[Edition]) -> str:
    return ":".join(str(one.id) for one in (edition, *before))


def _found(work: UnitOfWork, kept: str) -> tuple[Edition | None, list[Edition]]:
    """The edition, and what it replaced; those of a sample visit that went for good are let pass."""
    first, *rest = (work.find(Edition, int(one)) for one in kept.split(":"))
    return first, [one for one in rest if one is not None]


def standing(edition: Edition, facts: PaperFacts) -> EditionNow:
    """An edition beside what it would tell today."""
    told: Telling = KNOWN[edition.document]
    try:
        content = told.content(facts, Choice.from_json(edition.choice))
    except ReceptionError:  # what it was about is gone
        content = None
    newer = isinstance(told, HandOut) and edition.template_version != told.wording(facts.house)
    return EditionNow(edition=edition, state=edition.state(content), newer_wording=newer, content_now=content)
