"""What the desk remembers of guests and companies that come again, and that somebody says: it is still so (5.14)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from reception_desk.domain.dossier import dossier_to_confirm
from reception_desk.domain.guest import Guest
from reception_desk.domain.guest_memory import (
    EarlierVisit,
    Remembered,
    asked_needs,
    needs_to_confirm,
)
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, current_language
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork

MOST_TOLD: Final = 5
"""Earlier visits of one person that are told of."""


class GuestMemory:
    """What is asked and done about what we know from before."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remembered(self, visit: Visit, now: datetime) -> Remembered:
        """How much of the guests of a visit (loaded whole) was known before it."""
        with self._database.reading() as work:
            before = work.acquaintances.seen_before(visit)
            today = _today(work, now)
        received = visit.local(visit.received_at)
        taken = [
            guest
            for guest in visit.guests
            if guest.person_id in before
            and asked_needs(guest)
            and (guest.needs_as_of is None or received is None or guest.needs_as_of < received.date())
        ]
        return Remembered(
            seen=sum(guest.person_id in before for guest in visit.guests),
            brought_along=bool(taken),
            old=tuple(needs_to_confirm(visit, today)),
            is_dossier_old=_has_day(visit) and dossier_to_confirm(visit, today),
        )

    def history(self, guest_id: int) -> list[EarlierVisit]:
        """The visits that the person behind a guest came with before, the latest first."""
        with self._database.reading() as work:
            guest = work.get(Guest, guest_id)
            visit = work.get(Visit, guest.visit_id)
            parts = work.acquaintances.parts_before([guest.person_id], visit)[:MOST_TOLD]
            return [told for part, _before in parts if (told := _told(work, part)) is not None]

    def still_so(self, guest_ids: Iterable[int], now: datetime) -> None:
        """Somebody asked again: what we know of these guests' needs is still so. One step."""
        said = Said(N_("Confirmed that the needs are still so"))
        with self._database.unit_of_work(said, now) as work:
            today = _today(work, now)
            for guest_id in guest_ids:
                guest = work.get(Guest, guest_id)
                said.visit_id = guest.visit_id
                work.change(guest, needs_as_of=today)


def _has_day(visit: Visit) -> bool:
    return visit.company is not None and visit.company.dossier_as_of is not None


def _today(work: UnitOfWork, now: datetime) -> date:
    return now.astimezone(ZoneInfo(work.settings.read().zone)).date()


def _told(work: UnitOfWork, part: Guest) -> EarlierVisit | None:
    """An earlier visit as the sheet of a guest tells of it."""
    visit = work.visits.whole(part.visit_id)
    if visit is None:
        return None
    moment = visit.local(visit.arrival_at) or visit.local(visit.received_at)
    if moment is None:
        return None
    language = current_language()
    hosts = [host for host in visit.hosts if host.is_lead or host.is_escort or host.is_welcomer]
    gifts = [gift for gift in visit.gifts if gift.person_id == part.person_id]
    return EarlierVisit(
        visit_id=visit.id,
        number=visit.number,
        arrived_at=moment,
        level=visit.level,
        title=part.title_in(language),
        received_by=tuple(dict.fromkeys(host.name_in(language) for host in hosts)),
        gifts=tuple(gift.name for gift in gifts if gift.name),
    )
