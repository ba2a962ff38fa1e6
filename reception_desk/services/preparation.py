"""Preparation: the list of a visit, and what was done about each item."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime

from reception_desk.domain.plan import PlannedItem, plan
from reception_desk.domain.preparation import ItemState, PreparationItem
from reception_desk.domain.visit import Visit
from reception_desk.domain.visit_times import TIMES, KnownSince, known_since
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, current_language
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.procedure import Procedure

ItemKey = tuple[int, str, str]
"""An item of any visit: the visit's id, the code, the subject."""


class Preparation:
    """What is asked and done about preparation items; an item is named by its code and subject."""

    def __init__(self, database: Database, procedure: Procedure) -> None:
        self._database, self._procedure = database, procedure

    def plan(
        self, visit: Visit, work: UnitOfWork | None = None, since: KnownSince | None = None
    ) -> list[PlannedItem]:
        """The items that a visit's facts call for, by phase and due time; `since`: when its times became known."""
        checklist = self._procedure.checklist(visit.checklist_id)
        return plan(visit, checklist, self._procedure.calendar(work), since)

    def with_time_left(self, visit: Visit) -> list[PlannedItem]:
        """The same, and of each since when its time is known: it tells what never had any time left (5.1)."""
        with self._database.reading() as work:
            return self.plan(visit, work, known_since(visit, work.steps.written_at(visit.id, TIMES)))

    def of(self, visit_id: int) -> list[PlannedItem]:
        """The items of a visit, read anew."""
        with self._database.reading() as work:
            return self.plan(work.visits.get_planned(visit_id), work)

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

    def check_off_all(self, keys: Collection[ItemKey], now: datetime) -> list[PlannedItem]:
        """Tick off these items of any visits, in one step; refused as a whole where one is settled already."""
        by = self._database.attendant.person
        said = _said(keys, N_("Ticked off “{item}”"), N_("Ticked off {count} items"))
        return self._each(said, keys, now, lambda planned, item: item.check_off(by, now, planned.due))

    def leave_out_all(self, keys: Collection[ItemKey], reason: str, now: datetime) -> list[PlannedItem]:
        """Mark these items as not applicable, all for this reason, in one step; refused as `check_off_all` is."""
        by = self._database.attendant.person
        said = _said(keys, N_("Left out “{item}”"), N_("Left out {count} items"))
        return self._each(said, keys, now, lambda planned, item: item.leave_out(by, now, planned.due, reason))

    def delegate(self, keys: Collection[ItemKey], to: str, now: datetime) -> list[PlannedItem]:
        """Delegate these items in one step; to nobody: they are their owners' again. Refused as `check_off_all` is."""
        said = (
            _said(keys, N_("Delegated “{item}” to {name}"), N_("Delegated {count} items to {name}"))
            if to.strip()
            else _said(keys, N_("Delegated “{item}” no longer"), N_("Delegated {count} items no longer"))
        )
        said.details["name"] = to.strip()
        return self._each(said, keys, now, lambda _planned, item: item.assign(to))

    def reopen_all(self, keys: Collection[ItemKey], now: datetime) -> list[PlannedItem]:
        """Open these items again in one step; refused as a whole where one is open already."""
        said = _said(keys, N_("Opened “{item}” again"), N_("Opened {count} items again"))
        return self._each(said, keys, now, lambda _planned, item: item.reopen(), settled=True)

    def _each(
        self,
        said: Said,
        keys: Collection[ItemKey],
        now: datetime,
        act: Callable[[PlannedItem, PreparationItem], None],
        *,
        settled: bool = False,
    ) -> list[PlannedItem]:
        """Do one thing with every item of `keys`, all of it or nothing; what each is then, in their order."""
        with self._database.unit_of_work(said, now) as work:
            visits = work.visits.planned_among({visit_id for visit_id, *_item in keys})
            plans = {visit_id: self.plan(visit, work) for visit_id, visit in visits.items()}
            said.visit_id = next(iter(plans)) if len(plans) == 1 else None
            kept = []
            for visit_id, code, subject in keys:
                planned = _named(plans.get(visit_id, []), code, subject)
                _refuse_other(planned, visits[visit_id], settled=settled)
                said.details |= {"item_zh": planned.text("zh"), "item_en": planned.text("en")}
                item = planned.item or PreparationItem(visit_id=visit_id, code=code, subject=subject)
                act(planned, item)
                kept.append(_kept(work, planned, item))
            return kept

    def has_newer_checklist(self, visit: Visit) -> bool:
        """Whether new visits start with another checklist than this one did."""
        return visit.checklist_id != self._procedure.newest_checklist_id()

    def take_newest_checklist(self, visit_id: int, now: datetime) -> None:
        """Use the checklist in force for a visit under way too; ticks and notes stay with their items."""
        newest = self._procedure.newest_checklist_id()
        checklist = self._procedure.checklist(newest)
        said = Said(N_("Took the checklist now in force"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get_planned(visit_id)
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
        items = self.plan(work.visits.get_planned(visit_id), work)
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
        planned = _named(self.plan(work.visits.get_planned(visit_id), work), code, "")
        item = planned.item or PreparationItem(visit_id=visit_id, code=code, subject="")
        item.note = "; ".join(filter(None, (item.note, line)))
        work.add(item)

    def _touched(
        self, work: UnitOfWork, said: Said, visit_id: int, code: str, subject: str
    ) -> tuple[PlannedItem, PreparationItem]:
        planned = _named(self.plan(work.visits.get_planned(visit_id), work), code, subject)
        said.details |= {"item_zh": planned.text("zh"), "item_en": planned.text("en")}
        item = planned.item or PreparationItem(visit_id=visit_id, code=code, subject=subject)
        return planned, item


def _kept(work: UnitOfWork, planned: PlannedItem, item: PreparationItem) -> PlannedItem:
    """The item as it stands now; nothing that is done about one moves another, so nothing has to be read again."""
    work.add(item)
    return replace(planned, item=item)


def _said(keys: Collection[ItemKey], of_one: str, of_many: str) -> Said:
    """The step's sentence: one item is named, many are counted."""
    return Said(of_one if len(keys) == 1 else of_many, count=str(len(keys)))


def _refuse_other(planned: PlannedItem, visit: Visit, *, settled: bool) -> None:
    """Name the item that is not as the others are, so that nothing is done with any of them."""
    if planned.is_open is not settled:
        return
    language = current_language()
    sentence = (
        _("“{item}” of {visit} is still open. Nothing was changed.")
        if planned.is_open
        else _("{person} has settled “{item}” of {visit} already. Nothing was changed.")
    )
    raise ReceptionError(
        sentence.format(
            item=planned.text(language),
            visit=visit.heading(language),
            person=planned.item.done_by if planned.item else "",
        )
    )


def _named(items: list[PlannedItem], code: str, subject: str) -> PlannedItem:
    for item in items:
        if (item.code, item.subject) == (code, subject):
            return item
    raise ReceptionError(_("This item no longer belongs to the visit."))
