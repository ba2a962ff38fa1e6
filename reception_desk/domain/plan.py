"""The preparation of a visit, derived: which items its facts call for, and when each is due (5.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from reception_desk.domain.checklist import (
    Anchor,
    Checklist,
    ChecklistLine,
    Condition,
    Owner,
    Phase,
    conditions_of_level,
)
from reception_desk.domain.due import due_at, guessed_year
from reception_desk.domain.journey import Carrier, Direction
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.preparation import ItemState, PreparationItem
from reception_desk.domain.quantity import counts
from reception_desk.domain.talks_beforehand import leaders
from reception_desk.domain.visit import Visit
from reception_desk.domain.visit_times import KnownSince, anchors
from reception_desk.domain.working_days import WorkingDays


@dataclass(frozen=True, kw_only=True)
class PlannedItem:
    """One item of the list: its line, what it is about (`subject`), when it is due (UTC), what was done.

    `by_rule` is when the checklist has it due; `known_since` when the time that it hangs on became what it is.
    """

    line: ChecklistLine
    subject: str
    about: str
    by_rule: datetime | None
    item: PreparationItem | None
    known_since: datetime | None = None
    quantity: int | None = None
    """How many, at its own meeting or meal; None where it is not counted, or the count is not known yet (A6.5, C4)."""
    guessed_year: int | None = None
    """The year whose holidays are not known, where the due time hangs on its working days."""

    @property
    def due(self) -> datetime | None:
        """When it is due: as it was when it was settled, else as set by hand, else by the rule."""
        if self.item is not None and not self.is_open:
            return self.item.due_then
        return self.by_hand or self.by_rule

    @property
    def by_hand(self) -> datetime | None:
        """The due time that a person set for an open item; no change of the visit moves it (5.1)."""
        return self.item.due_by_hand if self.item is not None and self.is_open else None

    @property
    def code(self) -> str:
        """The code of the line: 101 … 506."""
        return self.line.code

    @property
    def phase(self) -> Phase:
        """The one phase it belongs to (P6)."""
        return self.line.phase

    @property
    def owner(self) -> Owner:
        """Whose work it is."""
        return self.line.owner

    @property
    def state(self) -> ItemState:
        """Open, done or not applicable."""
        return ItemState.OPEN if self.item is None else self.item.state

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state is ItemState.OPEN

    def text(self, language: str) -> str:
        """What to do, how many, and what it is about where the visit has several."""
        words = self.line.text(language)
        words = words if self.quantity is None else f"{words} × {self.quantity}"
        return f"{words} · {self.about}" if self.about else words

    def is_late(self, now: datetime) -> bool:
        """Whether it should have been done by now."""
        return self.is_open and self.due is not None and self.due < now

    def has_no_time_left(self, now: datetime) -> bool:
        """Whether its time was over already when the visit became what it is: to be dropped, or hurried (5.1)."""
        return (
            self.is_late(now)
            and self.by_hand is None
            and self.known_since is not None
            and self.due is not None
            and self.due < self.known_since
        )

    @property
    def hurried(self) -> str:
        """Why it is still to be done though there is no time left; nothing where nobody said so."""
        return self.item.hurry_reason if self.item is not None and self.is_open else ""


def conditions(visit: Visit) -> frozenset[Condition]:
    """What holds of a visit; an answer that nobody has given yet counts as wanted."""
    answers = {
        Condition.PICK_UP: visit.pick_up,
        Condition.HOTEL: visit.hotel,
        Condition.TICKET: visit.ticket,
        Condition.MEAL: visit.meal,
        Condition.MEETING: visit.meeting,
        Condition.TOUR: visit.tour,
        Condition.GIFT: visit.gift,
        Condition.SIGN: visit.sign,
        Condition.LEADERSHIP: visit.leadership,
        Condition.INVITATION: visit.invitation,
    }
    facts = {
        Condition.SELF_DRIVE: any(
            leg.direction is Direction.ARRIVAL and leg.carrier is Carrier.OWN_CAR for leg in visit.legs
        ),
        Condition.FOREIGN: visit.is_foreign,
        Condition.LEADERSHIP: bool(
            leaders(visit)
        ),  # who is on the roster takes part, whatever was answered (A5.4)
    }
    return frozenset(
        [condition for condition, answer in answers.items() if answer.counts]
        + [condition for condition, holds in facts.items() if holds]
    ) | conditions_of_level(visit.level)


def plan(
    visit: Visit, checklist: Checklist, calendar: WorkingDays, known_since: KnownSince | None = None
) -> list[PlannedItem]:
    """Every item that the facts call for, and every one that was settled, by phase and due time.

    What is due at the same time stands in the order of the checklist. `known_since`: since when each time is known;
    without it nothing is known to have had no time.
    """
    wanted = {line.code for line in checklist.lines_for(conditions(visit))}
    times = anchors(visit)
    touched = {(item.code, item.subject): item for item in visit.items}
    planned = [
        item
        for line in checklist.lines
        for item in _items(line, visit, times, touched, calendar, known_since or {})
        if line.code in wanted or not item.is_open
    ]
    order = list(Phase)
    places = {line.code: place for place, line in enumerate(checklist.lines)}
    return sorted(
        planned,
        key=lambda item: (order.index(item.phase), *_sooner(item.due), places[item.code], item.subject),
    )


def _sooner(due: datetime | None) -> tuple[bool, float]:
    return (due is None, 0.0 if due is None else due.timestamp())


def _items(
    line: ChecklistLine,
    visit: Visit,
    times: dict[Anchor, list[tuple[str, str, datetime | None]]],
    touched: dict[tuple[str, str], PreparationItem],
    calendar: WorkingDays,
    known_since: KnownSince,
) -> Iterator[PlannedItem]:
    subjects = times[line.anchor]
    for subject, name, moment in subjects:
        planned = PlannedItem(
            line=line,
            subject=subject,
            about=name if len(subjects) > 1 else "",
            by_rule=moment and due_at(line.offset, moment, ZoneInfo(visit.zone), calendar),
            item=touched.get((line.code, subject)),
            known_since=known_since.get((line.anchor, subject)),
            quantity=_quantity(line, visit, subject),
        )
        if moment is not None and planned.is_open and planned.by_hand is None:
            guessed = guessed_year(line.offset, moment, ZoneInfo(visit.zone), calendar)
            planned = replace(planned, guessed_year=guessed)
        yield planned


def _quantity(line: ChecklistLine, visit: Visit, subject: str) -> int | None:
    """How many of a line, at the meeting or meal that the item is about."""
    if line.rule is None:
        return None
    tables: dict[str, Meeting | Meal] = {f"meeting:{one.id}": one for one in visit.meetings}
    tables |= {f"meal:{one.id}": one for one in visit.meals}
    return line.rule.quantity(counts(visit, tables.get(subject)))


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far a phase, or all of them, is: done of those that apply, and how many are late."""

    done: int
    applicable: int
    late: int


def progress(items: list[PlannedItem], now: datetime, phase: Phase | None = None) -> Progress:
    """Done over applicable (P6)."""
    counted = [
        item
        for item in items
        if item.state is not ItemState.NOT_APPLICABLE and (phase is None or item.phase is phase)
    ]
    return Progress(
        done=sum(item.state is ItemState.DONE for item in counted),
        applicable=len(counted),
        late=sum(item.is_late(now) for item in counted),
    )
