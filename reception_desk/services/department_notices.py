"""Departments: put on the list of a visit, told, and what each of them says (A4.2, A6.7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reception_desk.documents.hand_out import PaperFacts
from reception_desk.documents.paper_told import NoticeTold
from reception_desk.domain.checklist import Owner
from reception_desk.domain.choice_words import choice_msgid
from reception_desk.domain.department_notice import DepartmentNotice, NoticeState
from reception_desk.domain.departments_told import owners_without_department, proposed_departments
from reception_desk.domain.edition import Choice, EditionState, Medium
from reception_desk.domain.field_words import field_word
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.house import House
from reception_desk.services.preparation import Preparation
from reception_desk.services.tellings import not_told, noted, standing
from reception_desk.services.visit_facts import VisitFacts


class DepartmentNotices:
    """What is asked and done about the notices to departments."""

    def __init__(self, database: Database, facts: VisitFacts, house: House, preparation: Preparation) -> None:
        self._database, self._facts = database, facts
        self._house, self._preparation = house, preparation

    def tick(self, visit_id: int, department: str, now: datetime, *, is_told: bool) -> None:
        """Put a department on the list of those that are told, or take it off."""
        sentence = N_("To be told: {department}") if is_told else N_("No longer to be told: {department}")
        department = department.strip()
        said = Said(sentence, visit_id=visit_id, department=department)
        with self._database.unit_of_work(said, now) as work:
            there = _by_name(work, visit_id)
            if is_told and department not in there:
                work.add(DepartmentNotice(visit_id=visit_id, department=department))
            elif not is_told and department in there:
                forget_untold(work, there[department], now, self._database.attendant.person)
                work.delete(there[department])

    def propose(self, visit_id: int, now: datetime) -> list[str]:
        """Put in the owner department and those that the preparation calls for; the names of the new ones."""
        names = self._house.departments()
        said = Said(N_("Proposed which departments are told"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get(visit_id)
            there = {notice.department for notice in visit.department_notices}
            wanted = proposed_departments(visit, self._preparation.plan(visit, work), names)
            added = [name for name in wanted if name not in there]
            for name in added:
                work.add(DepartmentNotice(visit_id=visit_id, department=name))
        return added

    def unmatched(self, visit: Visit) -> list[Owner]:
        """Owners of items for whom no department of ours was found by its name."""
        names = [notice.department for notice in visit.department_notices]
        known = list(dict.fromkeys([*names, *self._house.departments()]))
        return owners_without_department(visit, self._preparation.plan(visit), known)

    def outdated(self, visit_id: int) -> list[str]:
        """The departments that were told what is no longer so."""
        with self._database.reading() as work:
            return self._outdated(work, visit_id)

    def _outdated(self, work: UnitOfWork, visit_id: int) -> list[str]:
        made = [one for one in work.editions.of_visit(visit_id) if one.document == NoticeTold.number]
        if not made:
            return []
        facts = self._facts.of(work, visit_id)
        found = (standing(one, facts) for one in made)
        return [one.edition.holder for one in found if one.state is EditionState.STALE]

    def tell_all(self, visit_id: int, now: datetime) -> int:
        """Note that every department on the list was told what holds now; how many had not been.

        One that was told before and had taken note has to read it again.
        """
        said = Said(N_("All departments were told"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            outdated = self._outdated(work, visit_id)
            notices = work.visits.get(visit_id).department_notices
            wanted = [one for one in notices if one.told_at is None or one.department in outdated]
            facts, person = self._facts.of(work, visit_id), self._database.attendant.person
            for notice in wanted:
                told_anew(work, facts, notice, now, person, Medium.MESSAGE)
        return len(wanted)

    def told(self, notice_id: int, at: datetime | None, now: datetime) -> None:
        """Note when a department was told, or that it was not."""
        said = Said(N_("Changed {field_word}"), field_word=field_word("department_notice", "told_at"))
        with self._database.unit_of_work(said, now) as work:
            notice = work.get(DepartmentNotice, notice_id)
            said.visit_id = notice.visit_id
            self._told(work, notice, at, now)

    def _told(self, work: UnitOfWork, notice: DepartmentNotice, at: datetime | None, now: datetime) -> None:
        """Keep what a department was told: by that it shows when it is no longer so."""
        person = self._database.attendant.person
        work.change(notice, told_at=at, told_by=person if at else "")
        choice = Choice(recipient=notice.department)
        if at is None:
            forget_untold(work, notice, now, person)
            return
        facts = self._facts.of(work, notice.visit_id)
        noted(work, facts, NoticeTold.number, choice, now, person, Medium.MESSAGE, notice.department)

    def answer(
        self, notice_id: int, state: NoticeState, now: datetime, *, objection: str = "", by: str = ""
    ) -> None:
        """Write down what a department said; whoever answers has been told. An objection needs its words."""
        with self._database.unit_of_work(said := Said(N_("{department}: {choice_word}")), now) as work:
            notice = work.get(DepartmentNotice, notice_id)
            said.visit_id = notice.visit_id
            said.details |= {"department": notice.department, "choice_word": choice_msgid(state)}
            answered = state is not NoticeState.UNREAD
            work.change(
                notice,
                state=state,
                objection=(objection.strip() or notice.objection) if state is NoticeState.OBJECTS else "",
                answered_at=now if answered else None,
                answered_by=by.strip() or (notice.answered_by if answered else ""),
            )
            if answered and notice.told_at is None:
                self._told(work, notice, now, now)

    def named(self, names: Sequence[str]) -> list[str]:
        """All departments to choose from: those of the house, and those on a list already."""
        return list(dict.fromkeys([*self._house.departments(), *names]))


def told_anew(
    work: UnitOfWork, facts: PaperFacts, notice: DepartmentNotice, now: datetime, by: str, medium: Medium
) -> None:
    """A department is told what holds now; one that had taken note has to read it again."""
    work.change(notice, told_at=now, told_by=by)
    if notice.state is NoticeState.NOTED:
        work.change(notice, state=NoticeState.UNREAD, answered_at=None, answered_by="")
    choice = Choice(recipient=notice.department)
    noted(work, facts, NoticeTold.number, choice, now, by, medium, notice.department)


def forget_untold(work: UnitOfWork, notice: DepartmentNotice, now: datetime, by: str) -> None:
    """Nothing was told to a department that counts as not told; one that was told has to hear of a change."""
    if notice.told_at is not None:
        return
    choice = Choice(recipient=notice.department).as_json()
    for edition in work.editions.unreplaced(notice.visit_id, NoticeTold.number, choice):
        if edition.withdrawn_at is None:
            not_told(work, edition, now, by)


def rename(work: UnitOfWork, notice: DepartmentNotice, department: str, now: datetime, by: str) -> None:
    """Another department takes the place: it was told nothing; the one that was told has to hear of it."""
    if department == notice.department:
        return
    forget_untold(work, notice, now, by)
    unsaid = {"state": NoticeState.UNREAD, "objection": "", "answered_at": None, "answered_by": ""}
    work.change(notice, department=department, told_at=None, told_by="", **unsaid)


def _by_name(work: UnitOfWork, visit_id: int) -> dict[str, DepartmentNotice]:
    return {notice.department: notice for notice in work.visits.get(visit_id).department_notices}
