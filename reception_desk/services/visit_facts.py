"""All that a paper, or anything else that is told, may tell of a visit."""

from __future__ import annotations

from reception_desk.documents.hand_out import House, PaperFacts
from reception_desk.documents.notices import notices_of
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.discretion import discreet
from reception_desk.services.preparation import Preparation
from reception_desk.services.procedure import Procedure
from reception_desk.settings import Settings


class VisitFacts:
    """Puts together what the store has of a visit."""

    def __init__(self, preparation: Preparation, procedure: Procedure) -> None:
        self._preparation, self._procedure = preparation, procedure

    def of(self, work: UnitOfWork, visit_id: int) -> PaperFacts:
        """The visit loaded whole, its preparation, its words of welcome, our company and its procedure."""
        visit = work.visits.whole(visit_id)
        if visit is None:
            raise ReceptionError(_("This visit is no longer there."))
        procedure = self._procedure
        lead_times = procedure.lead_times()
        country = visit.company.country if visit.company else ""
        return PaperFacts(
            visit=visit,
            plan=self._preparation.plan(visit),
            notices=notices_of(
                visit,
                work.welcome.signs(),
                lead_times,
                procedure.wording().unnamed,
                discreet(work, [(message, visit) for message in visit.messages], lead_times),
            ),
            house=_house(work.settings.read()),
            level=procedure.levels().level(visit.level),
            ranks=procedure.ranks(),
            lead_times=lead_times,
            missed_notice=procedure.missed_notice(visit),
            card=procedure.customs().card(country),
        )


def _house(settings: Settings) -> House:
    return House(
        name=settings.company_name,
        name_en=settings.company_name_en,
        logo=settings.logo,
        contact=settings.desk_contact,
        phone=settings.desk_phone,
        words=settings.paper_words,
    )
