"""One change, everything follows: what was told and is no longer so, who must be told, and noting that they were."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reception_desk.documents.change_told import ChangeTold, choice_about
from reception_desk.documents.hand_out import HandOut
from reception_desk.documents.paper_told import NoticeTold
from reception_desk.domain.consequences import Consequence
from reception_desk.domain.edition import Edition, EditionState, Medium
from reception_desk.i18n import N_
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.consequence_lines import (
    BOOKINGS,
    KNOWN,
    booking_line,
    confirmation_line,
    counting,
    is_telling_of,
    made_otherwise,
    old_copy_line,
    paper_line,
    people_lines,
    was_undone,
)
from reception_desk.services.department_notices import told_anew
from reception_desk.services.procedure import Procedure
from reception_desk.services.sign_consequences import of_signs
from reception_desk.services.tellings import not_told, noted, standing
from reception_desk.services.visit_facts import VisitFacts


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
        told = counting([standing(edition, facts) for edition in made if edition.document in KNOWN])
        touched = [one for one in told if one.is_touched and not was_undone(one.edition, facts)]
        papers = [one for one in touched if isinstance(KNOWN[one.edition.document], HandOut)]
        booked = [one for one in touched if one.edition.document in BOOKINGS]
        notices = [one for one in touched if one.edition.document == NoticeTold.number]
        others = [one for one in touched if one not in (*papers, *booked, *notices)]
        return [
            *(booking_line(one, facts) for one in booked),
            *(paper_line(one) for one in papers if one.now.state is EditionState.STALE),
            *(old_copy_line(one) for one in made_otherwise(made, facts)),
            *people_lines([*booked, *papers, *notices], facts),
            *signs,
            *(confirmation_line(one) for one in others),
        ]

    def tell(self, visit_id: int, edition_ids: Sequence[int], now: datetime) -> None:
        """Note that whoever holds these editions was told what holds now; one step."""
        said = Said(N_("Told what has changed"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            facts, person = self._facts.of(work, visit_id), self._database.attendant.person
            listed = {notice.department: notice for notice in facts.visit.department_notices}
            for edition_id in edition_ids:
                edition = work.get(Edition, edition_id)
                is_notice = edition.document == NoticeTold.number
                if is_notice and edition.holder in listed:  # a department has the notice anew
                    told_anew(work, facts, listed[edition.holder], now, person, Medium.PHONE)
                    continue
                choice = choice_about(edition)
                noted(work, facts, ChangeTold.number, choice, now, person, Medium.PHONE, edition.holder)
            work.note()

    def take_back(self, visit_id: int, edition_ids: Sequence[int], now: datetime) -> None:
        """Note that they were not told after all."""
        said = Said(N_("Taken back: {what_word}"), visit_id=visit_id, what_word=ChangeTold.title)
        with self._database.unit_of_work(said, now) as work:
            for edition in work.editions.of_visit(visit_id):
                if is_telling_of(edition) in edition_ids:
                    person = self._database.attendant.person
                    not_told(work, edition, now, person)
            work.note()
