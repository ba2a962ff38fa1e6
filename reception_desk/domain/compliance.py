"""Compliance: how the company's procedure was kept, clause by clause, worked out from the items alone (5.22)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Final

from reception_desk.domain.checklist import Checklist, ChecklistLine
from reception_desk.domain.delay_words import delay_words
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _

Say = Callable[[str], str]
_PARTS: Final = re.compile(r"([A-Z])(\d+)(?:\.(\d+))?([a-z]?)")


class Verdict(StrEnum):
    """How an item, or a clause, was kept; the worst first."""

    LATE = "late"
    SKIPPED = "skipped"
    NO_TIME = "no_time"
    TO_COME = "to_come"
    ON_TIME = "on_time"
    NOT_APPLICABLE = "not_applicable"

    def words(self, say: Say = _) -> str:
        """The verdict in the language of the screen, or of `say`."""
        return say(_VERDICTS[self])


_VERDICTS: Final = {
    Verdict.LATE: N_("Late"),
    Verdict.SKIPPED: N_("Skipped"),
    Verdict.NO_TIME: N_("No time yet"),
    Verdict.TO_COME: N_("To come"),
    Verdict.ON_TIME: N_("On time"),
    Verdict.NOT_APPLICABLE: N_("Not applicable"),
}
_WORST_FIRST: Final = tuple(Verdict)
DEVIATIONS: Final = frozenset({Verdict.LATE, Verdict.SKIPPED})
STILL_OPEN: Final = frozenset({Verdict.TO_COME, Verdict.NO_TIME})


@dataclass(frozen=True, kw_only=True)
class KeptItem:
    """One item of a visit's list, and how it was kept; `delay`: how far behind its time it was done, or is now."""

    planned: PlannedItem
    verdict: Verdict
    delay: timedelta = timedelta()

    @property
    def done_at(self) -> datetime | None:
        """When it was ticked, or left out."""
        return self.planned.item.done_at if self.planned.item else None

    @property
    def done_by(self) -> str:
        """Who ticked it, or left it out."""
        return self.planned.item.done_by if self.planned.item else ""

    @property
    def reason(self) -> str:
        """Why it was left out."""
        return self.planned.item.reason if self.planned.item else ""

    def words(self, say: Say = _) -> str:
        """The verdict in full: by how much late, for which reason skipped."""
        if self.verdict is Verdict.LATE:
            sentence = N_("Open, late by {time}") if self.planned.is_open else N_("Late by {time}")
            return say(sentence).format(time=delay_words(self.delay, say))
        if self.verdict is Verdict.SKIPPED:
            return say(N_("Skipped: {reason}")).format(reason=self.reason)
        if self.verdict is Verdict.ON_TIME and self.planned.due is None:
            return say(N_("Done, no time was set"))
        return self.verdict.words(say)


@dataclass(frozen=True, kw_only=True)
class KeptClause:
    """A clause of the procedure in one visit: the lines that carry it out, and the items the visit called for."""

    clause: str
    lines: tuple[ChecklistLine, ...]
    items: tuple[KeptItem, ...] = ()

    @cached_property
    def worst(self) -> KeptItem | None:
        """The item that decides; of several late ones the latest. None where the visit called for none."""
        order = _WORST_FIRST.index
        return min(self.items, key=lambda kept: (order(kept.verdict), -kept.delay), default=None)

    @property
    def verdict(self) -> Verdict:
        """How the clause was kept: as its worst item."""
        return self.worst.verdict if self.worst else Verdict.NOT_APPLICABLE

    def words(self, say: Say = _) -> str:
        """The verdict in full."""
        return self.worst.words(say) if self.worst else self.verdict.words(say)

    def text(self, language: str) -> str:
        """What the clause has the company do, in the words of its lines."""
        return texts(self.lines, language)


@dataclass(frozen=True, kw_only=True)
class VisitCompliance:
    """A visit, clause by clause, in the order of the procedure."""

    visit: Visit
    clauses: tuple[KeptClause, ...]

    def items(self) -> list[KeptItem]:
        """Every item, once, in the order of the clauses."""
        found = {
            (item.planned.code, item.planned.subject): item for kept in self.clauses for item in kept.items
        }
        return list(found.values())

    def count(self, *verdicts: Verdict) -> int:
        """How many clauses were kept like that."""
        return sum(kept.verdict in verdicts for kept in self.clauses)


@dataclass(frozen=True, kw_only=True)
class MonthClause:
    """A clause over the visits of a month; `rows` are the visits with how each of them kept it."""

    clause: str
    lines: tuple[ChecklistLine, ...]
    rows: tuple[tuple[Visit, KeptClause], ...]

    def count(self, *verdicts: Verdict) -> int:
        """In how many visits it was kept like that."""
        return sum(kept.verdict in verdicts for _visit, kept in self.rows)

    def text(self, language: str) -> str:
        """What the clause has the company do, in the words of its lines."""
        return texts(self.lines, language)


@dataclass(frozen=True, kw_only=True)
class MonthCompliance:
    """The visits whose arrival lies in the month that begins on `first`."""

    first: date
    visits: tuple[VisitCompliance, ...]

    @cached_property
    def clauses(self) -> tuple[MonthClause, ...]:
        """Every clause that the checklists of these visits carry, in the order of the procedure."""
        rows: dict[str, list[tuple[Visit, KeptClause]]] = {}
        for one in self.visits:
            for kept in one.clauses:
                rows.setdefault(kept.clause, []).append((one.visit, kept))
        return tuple(
            MonthClause(
                clause=clause,
                lines=_each_once(line for _visit, kept in rows[clause] for line in kept.lines),
                rows=tuple(rows[clause]),
            )
            for clause in sorted(rows, key=clause_order)
        )

    def count(self, *verdicts: Verdict) -> int:
        """How often a clause was kept like that, over all visits."""
        return sum(one.count(*verdicts) for one in self.visits)


def compliance(
    visit: Visit, items: Iterable[PlannedItem], checklist: Checklist, now: datetime
) -> VisitCompliance:
    """Every clause that the checklist carries, and how the visit's items kept it as seen at `now`."""
    planned = list(items)
    kept = [kept_item(item, now) for item in (*planned, *_outlived(visit, planned, checklist))]
    by_clause: dict[str, list[KeptItem]] = {}
    for one in kept:
        for clause in one.planned.line.clauses:
            by_clause.setdefault(clause, []).append(one)
    lines: dict[str, list[ChecklistLine]] = {}
    settled = {one.planned.code for one in kept}
    for line in checklist.lines:
        if not line.hidden or line.code in settled:
            for clause in line.clauses:
                lines.setdefault(clause, []).append(line)
    clauses = (
        KeptClause(clause=clause, lines=tuple(lines[clause]), items=tuple(by_clause.get(clause, ())))
        for clause in sorted(lines, key=clause_order)
    )
    return VisitCompliance(visit=visit, clauses=tuple(clauses))


def _outlived(visit: Visit, planned: Iterable[PlannedItem], checklist: Checklist) -> Iterator[PlannedItem]:
    """What was settled for a meal or a meeting that has been taken off since: it was done all the same."""
    listed = {(item.code, item.subject) for item in planned}
    for item in visit.items:
        line = checklist.line(item.code)
        if line and item.state is not ItemState.OPEN and (item.code, item.subject) not in listed:
            yield PlannedItem(line=line, subject=item.subject, about="", by_rule=item.due_then, item=item)


def kept_item(item: PlannedItem, now: datetime) -> KeptItem:
    """Late when done after its time, or open past it, to the minute, as both are shown; without a time never late."""
    if item.state is ItemState.NOT_APPLICABLE:
        return KeptItem(planned=item, verdict=Verdict.SKIPPED)
    if item.due is None:
        return KeptItem(planned=item, verdict=Verdict.NO_TIME if item.is_open else Verdict.ON_TIME)
    seen = now if item.item is None or item.is_open else item.item.done_at or now
    delay = _minute(seen) - _minute(item.due)
    if delay > timedelta():
        return KeptItem(planned=item, verdict=Verdict.LATE, delay=delay)
    return KeptItem(planned=item, verdict=Verdict.TO_COME if item.is_open else Verdict.ON_TIME)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def clause_order(clause: str) -> tuple[bool, str, int, int, str]:
    """Where a clause stands in the procedure: the principles (P) first, then A to G, each by its numbers."""
    parts = _PARTS.fullmatch(clause)
    if parts is None:
        return True, clause, 0, 0, ""
    part, number, below, letter = parts.groups()
    return part != "P", part, int(number), int(below or 0), letter


def texts(lines: Iterable[ChecklistLine], language: str) -> str:
    """What several lines have the company do, in one breath."""
    return ("; " if language == "en" else "；").join(line.text(language) for line in lines)


def _each_once(lines: Iterable[ChecklistLine]) -> tuple[ChecklistLine, ...]:
    """Lines of several versions of the checklist, each code once, in the words met last."""
    return tuple({line.code: line for line in lines}.values())
