"""Compliance: the procedure clause by clause, of a visit and of a month, held against the journal (5.22)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from reception_desk.domain.compliance import MonthCompliance, VisitCompliance, compliance
from reception_desk.domain.preparation import ItemState, PreparationItem
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _, ngettext
from reception_desk.repository.database import Database
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.preparation import Preparation
from reception_desk.services.procedure import Procedure

Key = tuple[str, str]
Fields = Mapping[str, Any]
TOLD: Final = ("state", "done_at", "done_by", "reason", "due_then")
_NEVER_TOUCHED: Final[Fields] = {
    "state": ItemState.OPEN,
    "done_at": None,
    "done_by": "",
    "reason": "",
    "due_then": None,
}


@dataclass(frozen=True, kw_only=True)
class Disagreement:
    """A field of an item that the report tells otherwise than the journal's last word on it."""

    code: str
    subject: str
    field: str
    reported: Any
    journalled: Any


class ComplianceBook:
    """What is asked about how the procedure was kept; nothing is written down for it."""

    def __init__(self, database: Database, procedure: Procedure, preparation: Preparation) -> None:
        self._database, self._procedure, self._preparation = database, procedure, preparation

    def of_visit(self, visit_id: int, now: datetime) -> VisitCompliance:
        """One visit, clause by clause, as seen at `now`."""
        with self._database.reading() as work:
            return self._of(work.visits.get_planned(visit_id), work, now)

    def of_month(self, first: date, now: datetime) -> MonthCompliance:
        """The visits that arrive, on the company's clock, in the month of this day; cancelled ones left out."""
        first = first.replace(day=1)
        with self._database.reading() as work:
            zone = ZoneInfo(work.settings.read().zone)
            start, end = (datetime.combine(day, time(), zone) for day in (first, month_after(first)))
            visits = work.visits.arriving(start, end)
            return MonthCompliance(first=first, visits=tuple(self._of(visit, work, now) for visit in visits))

    def disagreements(self, visit_id: int, now: datetime) -> list[Disagreement]:
        """Where the report of a visit is at odds with the journal, row by row; nothing where they agree."""
        with self._database.reading() as work:
            visit = work.visits.get_planned(visit_id)
            report = self._of(visit, work, now)
            told = work.steps.last_words(visit_id, PreparationItem.__tablename__)
        carried = {line.code for line in self._procedure.checklist(visit.checklist_id).lines if line.clauses}
        last = {(said["code"], said["subject"]): said for said in told.values() if said["code"] in carried}
        items = (kept.planned.item for kept in report.items())
        reported = {
            (item.code, item.subject): {field: getattr(item, field) for field in TOLD}
            for item in items
            if item
        }
        return list(_compared(reported, last))

    def _of(self, visit: Visit, work: UnitOfWork, now: datetime) -> VisitCompliance:
        checklist = self._procedure.checklist(visit.checklist_id)
        return compliance(visit, self._preparation.plan(visit, work), checklist, now)


def agreement_said(found: Sequence[Disagreement]) -> str:
    """Whether the report of a visit says what the history says, in a sentence."""
    if not found:
        return _("Every row agrees with the history.")
    sentence = ngettext(
        "{count} row is at odds with the history: item {codes}.",
        "{count} rows are at odds with the history: items {codes}.",
        len(found),
    )
    return sentence.format(count=len(found), codes=" ".join(dict.fromkeys(one.code for one in found)))


def month_after(first: date) -> date:
    """The first day of the month after."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _compared(reported: Mapping[Key, Fields], last: Mapping[Key, Fields]) -> Iterator[Disagreement]:
    for key in sorted({*reported, *last}):
        here, there = reported.get(key, _NEVER_TOUCHED), last.get(key, _NEVER_TOUCHED)
        for field in TOLD:
            if here[field] != there[field]:
                code, subject = key
                yield Disagreement(
                    code=code, subject=subject, field=field, reported=here[field], journalled=there[field]
                )
