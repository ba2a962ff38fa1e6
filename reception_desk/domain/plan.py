"""The preparation of a visit, derived: which items its facts call for, and when each is due (5.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
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
from reception_desk.domain.preparation import ItemState, PreparationItem
from reception_desk.domain.talks_beforehand import leaders
from reception_desk.domain.visit import Visit
from reception_desk.domain.working_days import WorkingDays
from reception_desk.i18n import _


@dataclass(frozen=True, kw_only=True)
class PlannedItem:
    """One item of the list: its line, what it is about (`subject`), when it is due (UTC), what was done."""

    line: ChecklistLine
    subject: str
    about: str
    due: datetime | None
    item: PreparationItem | None
    guessed_year: int | None = None
    """The year whose holidays are not known, where the due time hangs on its working days."""

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
    def assignee(self) -> str:
        """To whom it was delegated, or nothing."""
        return self.item.assignee if self.item else ""

    def whose(self, say: Callable[[str], str] = _) -> str:
        """Who sees to it: whom it was delegated to, else its owner in the language of the screen, or of `say`."""
        return self.assignee or self.owner.words(say)

    @property
    def state(self) -> ItemState:
        """Open, done or not applicable."""
        return ItemState.OPEN if self.item is None else self.item.state

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state is ItemState.OPEN

    def text(self, language: str) -> str:
        """What to do, with what it is about where the visit has several."""
        words = self.line.text(language)
        return f"{words} · {self.about}" if self.about else words

    def is_late(self, now: datetime) -> bool:
        """Whether it should have been done by now."""
        return self.is_open and self.due is not None and self.due < now


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


def anchors(visit: Visit) -> dict[Anchor, list[tuple[str, str, datetime | None]]]:
    """The times that items hang on, as (subject, what it is called, moment); a meal or meeting has its own."""
    return {
        Anchor.NOTICE: [("", "", visit.received_at)],
        Anchor.ARRIVAL: [("", "", visit.arrival_at)],
        Anchor.PICK_UP: [
            ("", "", _first(leg.at for leg in visit.legs if _is_met(leg.direction, leg.carrier)))
        ],
        Anchor.MEETING: [
            (f"meeting:{meeting.id}", meeting.topic or meeting.room, meeting.starts_at)
            for meeting in visit.meetings
        ]
        or [("", "", None)],
        Anchor.MEAL: [(f"meal:{meal.id}", meal.place, meal.starts_at) for meal in visit.meals]
        or [("", "", None)],
        Anchor.CHECK_IN: [("", "", _first(booking.check_in_at for booking in visit.hotel_bookings))],
        Anchor.DEPARTURE: [("", "", visit.departure_at)],
        Anchor.STATION: [
            ("", "", _first(leg.at for leg in visit.legs if leg.direction is Direction.DEPARTURE))
        ],
    }


def _is_met(direction: Direction, carrier: Carrier) -> bool:
    return direction is Direction.ARRIVAL and carrier is not Carrier.OWN_CAR


def _first(moments: Iterator[datetime | None]) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)


def plan(visit: Visit, checklist: Checklist, calendar: WorkingDays) -> list[PlannedItem]:
    """Every item that the facts call for, and every one that was settled, by phase and due time.

    What is due at the same time stands in the order of the checklist.
    """
    wanted = {line.code for line in checklist.lines_for(conditions(visit))}
    times = anchors(visit)
    touched = {(item.code, item.subject): item for item in visit.items}
    planned = [
        item
        for line in checklist.lines
        for item in _items(line, visit, times, touched, calendar)
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
) -> Iterator[PlannedItem]:
    subjects = times[line.anchor]
    for subject, name, moment in subjects:
        item = touched.get((line.code, subject))
        settled = item is not None and item.state is not ItemState.OPEN
        due = (
            item.due_then
            if item is not None and settled
            else None
            if moment is None
            else due_at(line.offset, moment, ZoneInfo(visit.zone), calendar)
        )
        yield PlannedItem(
            line=line,
            subject=subject,
            about=name if len(subjects) > 1 else "",
            due=due,
            item=item,
            guessed_year=None
            if moment is None or settled
            else guessed_year(line.offset, moment, ZoneInfo(visit.zone), calendar),
        )


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
