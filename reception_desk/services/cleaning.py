"""Cleaning: which zones are to be clean for a visit, ticked one by one; together they tick their item (A6.4c, C2)."""

from __future__ import annotations

from datetime import datetime

from reception_desk.domain.cleaning import ZONE, CleaningRound, ZoneToClean, cleaning_rounds
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.list_ticks import put_down
from reception_desk.services.preparation import Preparation
from reception_desk.services.procedure import Procedure


class Cleaning:
    """What is asked and done about the zones; each is named by its code and what its tick is about."""

    def __init__(self, database: Database, procedure: Procedure, preparation: Preparation) -> None:
        self._database, self._procedure, self._preparation = database, procedure, preparation

    def rounds(self, visit: Visit) -> list[CleaningRound]:
        """What is to be clean for a visit as read: before they come, and before each meeting."""
        return cleaning_rounds(visit, self._procedure.lists(), self._preparation.plan(visit))

    def tick(self, visit_id: int, code: str, subject: str, now: datetime, *, done: bool = True) -> None:
        """Note that a zone is clean, or is not after all; the last of an item ticks the item off."""
        said = Said(N_("“{item}” is clean") if done else N_("“{item}” is not clean yet"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get(visit_id)
            zone = _named(self._zones(work, visit), code, subject)
            said.details |= {"item_zh": zone.zone.zh, "item_en": zone.zone.en}
            person = self._database.attendant.person
            put_down(work, visit, (ZONE, code, subject), person, now, done=done)
            self._settle(work, visit_id, zone, now, done=done)

    def _settle(
        self, work: UnitOfWork, visit_id: int, ticked: ZoneToClean, now: datetime, *, done: bool
    ) -> None:
        """Let the item say what its zones are; one that was ticked off by hand stays so while zones follow."""
        if ticked.planned is None:
            return
        zones = [one for one in self._zones(work, work.visits.get(visit_id)) if one.belongs_to(ticked)]
        if done and not all(one.is_clean for one in zones):
            return
        code, subject = ticked.planned.code, ticked.planned.subject
        self._preparation.settle(work, visit_id, code, now, done=done, subject=subject)

    def _zones(self, work: UnitOfWork, visit: Visit) -> list[ZoneToClean]:
        plan = self._preparation.plan(visit, work)
        rounds = cleaning_rounds(visit, self._procedure.lists(), plan)
        return [zone for one in rounds for zone in one.zones]


def _named(zones: list[ZoneToClean], code: str, subject: str) -> ZoneToClean:
    for zone in zones:
        if (zone.code, zone.subject) == (code, subject):
            return zone
    raise ReceptionError(_("This zone no longer belongs to the visit."))
