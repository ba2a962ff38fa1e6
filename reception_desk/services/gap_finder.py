"""What a visit lacks, with all that the store knows beside its facts: the procedure, and what was told to whom (A7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reception_desk.documents import HAND_OUTS
from reception_desk.domain.confirmed_facts import Aspect
from reception_desk.domain.edition import Edition, EditionNow, EditionState
from reception_desk.domain.gaps import Beside, Gap, gaps
from reception_desk.domain.invitation import invitees, is_wanted
from reception_desk.domain.itinerary_state import AGREED
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.read_back import facts_now, unread_of
from reception_desk.domain.second_confirmation import DOCUMENTS
from reception_desk.domain.visit import Visit
from reception_desk.repository.database import Database
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.procedure import Procedure
from reception_desk.services.tellings import standing
from reception_desk.services.visit_facts import VisitFacts

_PAPERS = frozenset(paper.number for paper in HAND_OUTS)
_ALWAYS = frozenset((AGREED, *DOCUMENTS.values()))


class GapFinder:
    """Finds what matters about one visit."""

    def __init__(self, database: Database, procedure: Procedure, facts: VisitFacts) -> None:
        self._database, self._procedure, self._facts = database, procedure, facts

    def of(
        self, visit: Visit, plan: Sequence[PlannedItem], now: datetime, beside: Beside | None = None
    ) -> list[Gap]:
        """What is late and what is lacking, by how soon it hurts; `beside` where it was asked for already."""
        return gaps(visit, plan, now, beside or self.beside(visit))

    def beside(self, visit: Visit, *, with_papers: bool = True) -> Beside:
        """What the finders must know beside the visit; old papers only where they are asked for."""
        procedure = self._procedure
        with self._database.reading() as work:
            editions = work.editions.of_visit(visit.id)
            wanted = [one for one in editions if one.document in _ALWAYS or with_papers]
            made = self._standing(work, visit, wanted)
            papers = [one for one in made if one.edition.document in _PAPERS]
            replaced = [one for one in papers if one.is_to_collect and one.state is EditionState.REPLACED]
            return Beside(
                level=procedure.levels().level(visit.level),
                ranks=procedure.ranks(),
                hole_minutes=procedure.lead_times().itinerary_hole_minutes,
                stale_papers=sum(one.state is EditionState.STALE for one in papers),
                to_collect=sum(one.edition.copies for one in replaced),
                unread=len(unread_of(facts_now(visit, editions))),
                is_agreed=any(
                    one.edition.document == AGREED and one.state is EditionState.CURRENT for one in made
                ),
                fallen=_fallen(made),
                without_passport=self._without_passport(work, visit),
            )

    def _standing(self, work: UnitOfWork, visit: Visit, editions: Sequence[Edition]) -> list[EditionNow]:
        if not editions:
            return []
        facts = self._facts.of(work, visit.id)
        return [standing(edition, facts) for edition in editions]

    def _without_passport(self, work: UnitOfWork, visit: Visit) -> list[str]:
        """Whom a letter is for and whose name and number in the passport are not both known (A1.3)."""
        if not is_wanted(visit):
            return []
        found = work.passports.of([guest.person_id for guest in invitees(visit)])
        known = {person_id for person_id, passport in found.items() if passport.is_complete}
        return [guest.person.name_in("zh") for guest in invitees(visit) if guest.person_id not in known]


def _fallen(made: Sequence[EditionNow]) -> list[Aspect]:
    """What of people, place and vehicle was confirmed and changed since (A8)."""
    stale = {one.edition.document for one in made if one.state is EditionState.STALE}
    return [aspect for aspect in Aspect if DOCUMENTS[aspect] in stale]
