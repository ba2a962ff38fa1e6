"""All that a paper, or anything else that is told, may tell of a visit."""

from __future__ import annotations

from functools import partial

from reception_desk.documents.hand_out import Agreed, House, Inviter, PaperFacts
from reception_desk.documents.notices import notices_of
from reception_desk.domain.confirmed_facts import Aspect
from reception_desk.domain.dossier import countries
from reception_desk.domain.introduction import HostsFirst
from reception_desk.domain.invitation import AGREED
from reception_desk.domain.nearby_place import NearbyPlace
from reception_desk.domain.read_back import facts_now, unread_of
from reception_desk.domain.second_confirmation import confirmations, rounds_of
from reception_desk.domain.visit import Visit
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.discretion import discreet
from reception_desk.services.gifts import given_before
from reception_desk.services.preparation import Preparation
from reception_desk.services.procedure import Procedure
from reception_desk.services.seals import Seals
from reception_desk.settings import Settings


class VisitFacts:
    """Puts together what the store has of a visit."""

    def __init__(self, preparation: Preparation, procedure: Procedure, seals: Seals) -> None:
        self._preparation, self._procedure, self._seals = preparation, procedure, seals

    def of(self, work: UnitOfWork, visit_id: int) -> PaperFacts:
        """The visit loaded whole, its preparation, its words of welcome, our company and its procedure."""
        visit = work.visits.get(visit_id)
        procedure, settings = self._procedure, work.settings.read()
        lead_times = procedure.lead_times()
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
            house=_house(settings),
            level=procedure.levels().level(visit.level),
            ranks=procedure.ranks(),
            lead_times=lead_times,
            lists=procedure.lists(),
            missed_notice=procedure.missed_notice(visit),
            cards=procedure.customs().of(countries(visit)),
            earlier=work.visits.before(visit),
            nearby=tuple(place for place in work.house.all(NearbyPlace) if place.is_active),
            given_before=given_before(work, visit.gifts),
            passports=work.passports.of(guest.person_id for guest in visit.guests),
            opened=partial(self._seals.opened, settings.seal),
            agreed=_agreed(work, visit_id),
            unread=unread_of(facts_now(visit, work.editions.of_visit(visit_id))),
            confirmed=self._confirmed(work, visit),
        )

    def _confirmed(self, work: UnitOfWork, visit: Visit) -> dict[Aspect, Agreed]:
        """Who confirmed what of people, place and vehicle in the last round, where it still holds (A8)."""
        last = len(rounds_of(self._procedure.levels().level(visit.level)))
        return {
            one.aspect: (one.edition.made_at, one.edition.made_by)
            for one in confirmations(visit, work.editions.of_visit(visit.id), last)
            if one.edition is not None and one.is_fresh
        }


def _agreed(work: UnitOfWork, visit_id: int) -> dict[str, Agreed]:
    """The letters of invitation that the client has found right, by what they told."""
    return {
        one.fingerprint: (one.made_at, one.holder)
        for one in work.editions.of_visit(visit_id)
        if one.document == AGREED and one.withdrawn_at is None and one.replaced_by_id is None
    }


def _house(settings: Settings) -> House:
    return House(
        name=settings.company_name,
        name_en=settings.company_name_en,
        logo=settings.logo,
        contact=settings.desk_contact,
        phone=settings.desk_phone,
        admin_contact=settings.admin_name,
        admin_phone=settings.admin_phone,
        hosts_first=HostsFirst(settings.hosts_first),
        words=settings.paper_words,
        inviter=Inviter(
            name=settings.inviter_name,
            name_en=settings.inviter_name_latin,
            title=settings.inviter_title,
            title_en=settings.inviter_title_latin,
            address=settings.company_address,
            address_en=settings.company_address_en,
            place=settings.letter_place,
            place_en=settings.letter_place_en,
        ),
    )
