"""Deleting a visit: into the bin, out of it again, and after 30 days gone for good."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Final

from reception_desk.domain.sign import SignKind
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, ngettext
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.booking_gate import clashes

KEPT: Final = timedelta(days=30)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Deleted:
    """A visit in the bin: who put it there and when, until when it can be taken out."""

    visit: Visit
    deleted_at: datetime
    deleted_by: str

    @property
    def gone_at(self) -> datetime:
        """From then on it may be gone for good."""
        return self.deleted_at + KEPT


class Bin:
    """What is done about visits that should not have been there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def delete(self, visit_id: int, now: datetime) -> None:
        """Put a visit into the bin; refused while its guests are in the house."""
        said = Said(N_("Deleted visit {number}"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            visit = work.get(Visit, visit_id)
            _refuse_if_deleted(visit)
            if visit.actual_arrival_at is not None and visit.actual_departure_at is None:
                raise ReceptionError(_("The guests are here: note first that they have left."))
            _refuse_if_on_a_sign(work, visit_id)
            said.details["number"] = visit.number
            by = self._database.attendant.person
            work.change(visit, deleted_at=now, deleted_by=by)

    def restore(self, visit_id: int, now: datetime) -> list[str]:
        """Take a visit out of the bin, with everything of it; sentences for what is booked by others meanwhile."""
        said = Said(N_("Took visit {number} out of the bin"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            visit = work.get(Visit, visit_id)
            if visit.deleted_at is None:
                raise ReceptionError(_("This visit is not in the bin."))
            said.details["number"] = visit.number
            work.change(visit, deleted_at=None, deleted_by="")
            return clashes(work, visit_id)

    def listed(self) -> list[Deleted]:
        """What lies in the bin, the latest first; company and guests are loaded."""
        with self._database.reading() as work:
            return [
                Deleted(visit=visit, deleted_at=visit.deleted_at, deleted_by=visit.deleted_by)
                for visit in work.bin.all()
                if visit.deleted_at is not None
            ]

    def empty_old(self, now: datetime) -> int:
        """Remove for good what has lain there for more than 30 days; how many. Nobody can undo it.

        Backups made before still hold it until they are themselves replaced.
        """
        with self._database.reading() as work:
            if not work.bin.older_than(now - KEPT):
                return 0
        with self._database.unit_of_work(Said(N_("Emptied the bin")), now) as work:
            old = work.bin.older_than(now - KEPT)
            for visit_id in old:
                work.bin.remove_for_good(visit_id)
            work.bin.remove_passports_of_nobodys_guests(now - KEPT)
        _log.info("removed %d visits from the bin for good", len(old))
        return len(old)


def days_left(deleted: Deleted, now: datetime) -> str:
    """How long a visit can still be taken out, in words."""
    days = max(ceil((deleted.gone_at - now) / timedelta(days=1)), 0)
    return ngettext("{count} day left", "{count} days left", days).format(count=days)


def _refuse_if_on_a_sign(work: UnitOfWork, visit_id: int) -> None:
    """Words that people have put on their own sign stay there until people take them down: somebody must be told."""
    by_people = {sign.id: sign.name for sign in work.welcome.signs() if sign.kind is SignKind.HAND_OVER}
    for message in work.welcome.of_visit(visit_id):
        stands = message.seen_at is not None and message.taken_down_at is None
        if stands and message.sign_id in by_people:
            sentence = _("Its words of welcome stand on {sign}: note first that they are gone.")
            raise ReceptionError(sentence.format(sign=by_people[message.sign_id]))


def _refuse_if_deleted(visit: Visit) -> None:
    if visit.deleted_at is not None:
        raise ReceptionError(_("This visit is in the bin already."))
