"""D3, plan and notice (接待方案 / 接待通知): who comes, who of us, when, and each department's tasks (P3, A6.7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Mark, Marks, PaperFacts
from reception_desk.documents.heading_facts import company_facts
from reception_desk.documents.itinerary_words import entry_facts
from reception_desk.documents.plan_facts import relation_facts
from reception_desk.documents.told import (
    Pairs,
    each,
    guest_name,
    guest_parts,
    host_name,
    lines,
    number,
    numbered,
    rank_words,
    stored,
)
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.department_notice import DepartmentNotice, NoticeState
from reception_desk.domain.departments_told import items_of, own_tasks
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.host import Host
from reception_desk.domain.our_side import introducer, lacking
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.timetable import timetable
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _

DUTIES: Final = ("is_lead", "is_escort", "is_welcomer", "sees_off", "explains", "is_interpreter")
_ANSWERED: Final = {
    NoticeState.UNREAD: ItemState.OPEN,
    NoticeState.NOTED: ItemState.DONE,
    NoticeState.OBJECTS: ItemState.NOT_APPLICABLE,
}


class ReceptionPlan(HandOut):
    """The whole plan, or the notice to one department with its own tasks; no number of any paper of the guests.

    `Choice.recipient` names the department. What a department answered is progress: a mark, no content.
    """

    number = "D3"
    title = N_("Reception plan")
    template_version = "1"
    languages = ("zh", "en")
    about = "recipient"

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether departments are to be told, or the guests are important (P3)."""
        return bool(facts.visit.department_notices) or facts.visit.level == 1

    def reason(self, facts: PaperFacts) -> str:
        """The departments on the list, else the level."""
        if facts.visit.department_notices:
            return N_("Departments are to be told")
        return N_("A plan is drawn up for important guests") if self.is_needed(facts) else _NOBODY

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """The department, or all of them."""
        return choice.recipient or (_("Departments") if facts.visit.department_notices else "")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """For a department its tasks first, and nothing of money and of what may go wrong."""
        visit, tongue = facts.visit, Tongue(choice.language)
        notices = _notices(visit, choice)
        pairs = [*company_facts(visit, tongue), *_head(visit, choice)]
        if not choice.recipient:
            pairs += relation_facts(facts, tongue)
        pairs += _tasks(facts, notices, tongue)
        pairs += numbered("guest", (_guest(place, facts, tongue) for place in range(len(visit.guests))))
        pairs += numbered("host", (_host(host, visit, tongue) for host in visit.hosts))
        if not choice.recipient:
            pairs += _empty_roles(facts, tongue)
        entries = timetable(visit)
        pairs += numbered("entry", (entry_facts(entry, visit, tongue) for entry in entries))
        if not choice.recipient:
            pairs += [
                ("plan/budget", "\n".join(lines(visit.budget))),
                ("plan/contingency", "\n".join(lines(visit.contingency))),
            ]
        return (*pairs, ("contact/name", facts.house.contact), ("contact/phone", facts.house.phone))

    def marks(self, facts: PaperFacts, choice: Choice) -> Marks:
        """What each department has answered."""
        return {
            f"department {one.department}": Mark(
                state=_ANSWERED[one.state],
                by=one.answered_by,
                at=facts.visit.local(one.answered_at),
                reason=" ".join(lines(one.objection)),
            )
            for one in facts.visit.department_notices
        }

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name, and what was answered."""
        yield from (house.name, house.name_en)
        for mark in marks.values():
            yield from (mark.by, mark.reason)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait, as many pages as it takes."""
        from reception_desk.documents.pages import reception_plan

        return reception_plan.draw(self, content, choice, house, stamp, marks)


_NOBODY: Final = N_("No department is to be told")


def _notices(visit: Visit, choice: Choice) -> list[DepartmentNotice]:
    """The department that was chosen, else all on the list."""
    if not choice.recipient:
        return list(visit.department_notices)
    chosen = [one for one in visit.department_notices if one.department == choice.recipient]
    if not chosen:
        raise ReceptionError(_("This department is no longer told of the visit."))
    return chosen


def _head(visit: Visit, choice: Choice) -> Pairs:
    yield "visit/number", visit.number
    yield "visit/department", visit.owner_department
    yield "visit/applicant", visit.applicant
    yield "visit/purpose", "\n".join(lines(visit.purpose))
    yield "visit/arrival", stored(visit.local(visit.arrival_at))
    yield "visit/departure", stored(visit.local(visit.departure_at))
    yield "visit/heads", number(visit.head_count)
    if not choice.recipient:
        yield "visit/coordinator", visit.coordinator


def _tasks(facts: PaperFacts, notices: Iterable[DepartmentNotice], tongue: Tongue) -> Pairs:
    """What each department has to do: from the checklist by due time, then what was written for it alone (P3)."""
    told = list(notices)
    yield from numbered("department", ([("name", notice.department)] for notice in told))
    yield from numbered("task", (task for notice in told for task in _tasks_of(notice, facts, tongue)))


def _tasks_of(notice: DepartmentNotice, facts: PaperFacts, tongue: Tongue) -> Iterator[list[tuple[str, str]]]:
    visit, department = facts.visit, notice.department
    for item in items_of(visit, department, facts.plan):
        yield [*_task(item, visit, tongue), ("department", department)]
    for own in own_tasks(notice):
        yield [*each("text", tongue, [own] * len(tongue.languages)), ("due", ""), ("department", department)]


def _task(item: PlannedItem, visit: Visit, tongue: Tongue) -> Pairs:
    yield from each("text", tongue, [item.text(one) for one in tongue.languages])
    yield "due", stored(visit.local(item.due))


def _guest(place: int, facts: PaperFacts, tongue: Tongue) -> Pairs:
    guest = facts.visit.guests[place]
    yield from guest_name(guest, tongue)
    yield from guest_parts(guest)
    yield from each("rank", tongue, rank_words(guest.rank, facts.ranks, tongue))
    yield "gender", guest.person.gender.value


def _host(host: Host, visit: Visit, tongue: Tongue) -> Pairs:
    yield from host_name(host, tongue)
    for duty in DUTIES:
        yield duty, "yes" if getattr(host, duty) else ""
    yield "introduces", "yes" if host is introducer(visit) else ""


def _empty_roles(facts: PaperFacts, tongue: Tongue) -> Iterator[tuple[str, str]]:
    """Positions of the level that nobody fills yet, or not in every duty (B8.1)."""
    if facts.level is None or facts.ranks is None:
        return
    for place, one in enumerate(lacking(facts.visit, facts.level, facts.ranks), 1):
        about = f"empty role {place}"
        yield from each(f"{about}/name", tongue, [one.role.text(language) for language in tongue.languages])
        for duty in one.duties:
            yield f"{about}/{duty.value}", "yes"
