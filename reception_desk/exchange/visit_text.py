"""A visit in plain lines, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from reception_desk.domain.plan import PlannedItem, progress
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.visit import ANSWERS, Visit
from reception_desk.domain.visit_line import VisitLine
from reception_desk.exchange.visit_json import local
from reception_desk.i18n import _, current_language

MARKS = {ItemState.OPEN: "[ ]", ItemState.DONE: "[x]", ItemState.NOT_APPLICABLE: "[-]"}


def listed_line(line: VisitLine) -> str:
    """One line of the list: number, arrival, company, main guest."""
    guest = f"{line.main_guest} {line.title}".strip()
    arrival = _time(line.arrival_at, line.zone)
    return "  ".join(part for part in (line.number, arrival, line.company, guest) if part)


def _time(moment: datetime | None, zone: str) -> str:
    return (local(moment, zone) or "-").replace("T", " ")


def visit_lines(visit: Visit, items: Sequence[PlannedItem], now: datetime) -> Iterator[str]:
    """The visit, who comes, what was answered, and what is still to be done."""
    language = current_language()
    yield f"{visit.number}  {visit.heading(language)}"
    yield f"{_time(visit.arrival_at, visit.zone)} → {_time(visit.departure_at, visit.zone)}  {visit.purpose}"
    for guest in visit.guests:
        yield f"  {guest.position}. {guest.person.name} {guest.title}".rstrip()
    for name, answer in visit.answers():
        yield f"  {_(ANSWERS[name])}: {_answer(answer.value)}"
    far = progress(list(items), now)
    yield _("Prepared: {done} of {applicable}, {late} late").format(
        done=far.done, applicable=far.applicable, late=far.late
    )
    mark = _("late")
    for item in items:
        late = f"  {mark}" if item.is_late(now) else ""
        yield f"  {MARKS[item.state]} {item.code} {_time(item.due, visit.zone)}  {item.text(language)}{late}"


def _answer(value: str) -> str:
    return {"yes": _("yes"), "no": _("no"), "unconfirmed": _("not confirmed")}[value]
