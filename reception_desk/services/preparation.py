"""Preparation: the list of a visit, and what was done about each item."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from reception_desk.domain.plan import PlannedItem, plan
from reception_desk.domain.preparation import ItemState, PreparationItem
from reception_desk.domain.visit import Visit
from reception_desk.domain.visit_times import TIMES, known_since
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.procedure import Procedure


class Preparation:
    """What is asked and done about preparation items; an item is named by its code and subject."""

    def __init__(self, database: Database, procedure: Procedure) -> None:
        self._database, self._procedure = database, procedure

    def plan(self, visit: Visit, work: UnitOfWork | None = None) -> list[PlannedItem]:
        """The items that a visit's facts call for, by phase and due time."""
        checklist = self._procedure.checklist(visit.checklist_id)
        return plan(visit, checklist, self._procedure.calendar(work))

    def with_time_left(self, visit: Visit) -> list[PlannedItem]:
        """The same, and of each since when its time is known: it tells what never had any time left (5.1)."""
        with self._database.reading() as work:
            since = known_since(visit, work.steps.written_at(visit.id, TIMES))
            checklist = self._procedure.checklist(visit.checklist_id)
            return plan(visit, checklist, self._procedure.calendar(work), since)

    def of(self, visit_id: int) -> list[PlannedItem]:
        """The items of a visit, read anew."""
        with self._database.reading() as work:
            return self.plan(_planned(work, visit_id), work)

    def check_off(self, visit_id: int, code: str, subject: str, now: datetime) -> PlannedItem:
        """Tick an item off, under the name of who is at the desk; the item as it stands then."""
        said = Said(N_("Ticked off “{item}”"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            planned, item = self._touched(work, said, visit_id, code, subject)
            item.check_off(self._database.attendant.person, now, planned.due)
            return _kept(work, planned, item)

    def reopen(self, visit_id: int, code: str, subject: str, now: datetime) -> PlannedItem:
        """Take a tick, or a 'not applicable', off again."""
        said = Said(N_("Opened “{item}” again"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            planned, item = self._touched(work, said, visit_id, code, subject)
            item.reopen()
            return _kept(work, planned, item)

    def leave_out(self, visit_id: int, code: str, subject: str, reason: str, now: datetime) -> PlannedItem:
        """Mark an item as not applicable, with the reason."""
        said = Said(N_("Left out “{item}”"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            planned, item = self._touched(work, said, visit_id, code, subject)
            item.leave_out(self._database.attendant.person, now, planned.due, reason)
            return _kept(work, planned, item)

    def note(self, visit_id: int, code: str, subject: str, note: str, now: datetime) -> PlannedItem:
        """Write a note beside an item."""
        said = Said(N_("Noted something beside “{item}”"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            planned, item = self._touched(work, said, visit_id, code, subject)
            item.note = note.strip()
            return _kept(work, planned, item)

    def set_due(
        self, visit_id: int, code: str, subject: str, due: datetime | None, now: datetime
    ) -> PlannedItem:
        """Set when an item is due; None: as the checklist has it again."""
        sentence = (
            N_("Set the due time of “{item}”") if due else N_("Let the checklist say when “{item}” is due")
        )
        said = Said(sentence, visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            planned, item = self._touched(work, said, visit_id, code, subject)
            item.set_due(due)
            return _kept(work, planned, item)

    def hurry(self, visit_id: int, code: str, subject: str, reason: str, now: datetime) -> PlannedItem:
        """Keep an item to be done though there is no time left, with the reason."""
        said = Said(N_("Hurried “{item}”"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            planned, item = self._touched(work, said, visit_id, code, subject)
            item.hurry(reason)
            return _kept(work, planned, item)

    def has_newer_checklist(self, visit: Visit) -> bool:
        """Whether new visits start with another checklist than this one did."""
        return visit.checklist_id != self._procedure.newest_checklist_id()

    def take_newest_checklist(self, visit_id: int, now: datetime) -> None:
        """Use the checklist in force for a visit under way too; ticks and notes stay with their items."""
        newest = self._procedure.newest_checklist_id()
        checklist = self._procedure.checklist(newest)
        said = Said(N_("Took the checklist now in force"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            visit = _planned(work, visit_id)
            for item in visit.items:
                if checklist.line(item.code) is None:
                    sentence = _(
                        "Item {code} is ticked or noted here and not on the new checklist. Nothing was changed."
                    )
                    raise ReceptionError(sentence.format(code=item.code))
            work.change(visit, checklist_id=newest)

    def settle(
        self, work: UnitOfWork, visit_id: int, code: str, now: datetime, *, done: bool, subject: str = ""
    ) -> None:
        """Within a step under way: tick an open item, or open a ticked one; one that is not called for is let pass."""
        items = self.plan(_planned(work, visit_id), work)
        planned = next((one for one in items if (one.code, one.subject) == (code, subject)), None)
        if planned is None or planned.state is not (ItemState.OPEN if done else ItemState.DONE):
            return
        item = planned.item or PreparationItem(visit_id=visit_id, code=code, subject=planned.subject)
        if done:
            item.check_off(self._database.attendant.person, now, planned.due)
        else:
            item.reopen()
        work.add(item)

    def add_note(self, work: UnitOfWork, visit_id: int, code: str, line: str) -> None:
        """Within a step under way: write a line below what stands beside an item."""
        planned = _named(self.plan(_planned(work, visit_id), work), code, "")
        item = planned.item or PreparationItem(visit_id=visit_id, code=code, subject="")
        item.note = "; ".join(filter(None, (item.note, line)))
        work.add(item)

    def _touched(
        self, work: UnitOfWork, said: Said, visit_id: int, code: str, subject: str
    ) -> tuple[PlannedItem, PreparationItem]:
        planned = _named(self.plan(_planned(work, visit_id), work), code, subject)
        said.details |= {"item_zh": planned.text("zh"), "item_en": planned.text("en")}
        item = planned.item or PreparationItem(visit_id=visit_id, code=code, subject=subject)
        return planned, item


def _kept(work: UnitOfWork, planned: PlannedItem, item: PreparationItem) -> PlannedItem:
    """The item as it stands now; nothing that is done about one moves another, so nothing has to be read again."""
    work.add(item)
    return replace(planned, item=item)


def _named(items: list[PlannedItem], code: str, subject: str) -> PlannedItem:
    for item in items:
        if (item.code, item.subject) == (code, subject):
            return item
    raise ReceptionError(_("This item no longer belongs to the visit."))


def _planned(work: UnitOfWork, visit_id: int) -> Visit:
    visit = work.visits.planned(visit_id)
    if visit is None:
        raise ReceptionError(_("This visit is no longer there."))
    return visit
