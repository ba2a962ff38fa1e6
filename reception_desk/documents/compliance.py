"""The compliance report on paper: a visit clause by clause, or a month with what was late or skipped (5.22)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from reception_desk.documents.list_sheet import ListSheet
from reception_desk.documents.moments import brief_day_and_time, day_and_time, month
from reception_desk.domain.compliance import (
    DEVIATIONS,
    STILL_OPEN,
    KeptClause,
    KeptItem,
    MonthCompliance,
    Say,
    Verdict,
    VisitCompliance,
)
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _, words

COUNTED: Final = (
    (Verdict.ON_TIME,),
    (Verdict.LATE,),
    (Verdict.SKIPPED,),
    tuple(STILL_OPEN),
    (Verdict.NOT_APPLICABLE,),
)
"""What a month counts, left to right."""
_VISIT_SHARES: Final = (6, 40, 22, 12, 12, 8)
_MONTH_SHARES: Final = (7, 53, 8, 8, 8, 8, 8)
_ROW_SHARES: Final = (9, 24, 26, 16, 11, 11, 8)


def visit_sheet(report: VisitCompliance, language: str, printed: datetime, note: str = "") -> ListSheet:
    """A line for every item of every clause; `note` is said beside the counts, in `language`."""
    w, visit = words(language), report.visit
    arrival = visit.local(visit.arrival_at)
    about = (
        visit.heading(language),
        visit.number,
        day_and_time(arrival, language) if arrival else "",
        counts_said(report, w),
        note,
    )
    return ListSheet(
        title=w("Compliance of the visit"),
        narrowed=" · ".join(filter(None, about)),
        headings=[
            w("Clause"), w("What is to be done"), w("Standing"), w("Due"), w("Settled"), w("Done by"),
        ],
        lines=[line for kept in report.clauses for line in _clause_lines(visit, kept, language)],
        shares=_VISIT_SHARES,
        language=language,
        printed=printed,
    )  # fmt: skip


def month_sheet(report: MonthCompliance, language: str, printed: datetime) -> ListSheet:
    """How often each clause was kept and how, and below it every item that was late or skipped."""
    w = words(language)
    return ListSheet(
        title=w("Compliance in {month}").format(month=month(report.first, language)),
        narrowed=counts_said(report, w),
        headings=[
            w("Clause"), w("What is to be done"),
            w("On time"), w("Late"), w("Skipped"), w("Still open"), w("Not applicable"),
        ],
        lines=[
            [
                kept.clause,
                kept.text(language),
                *(str(kept.count(*verdicts) or "–") for verdicts in COUNTED),
            ]
            for kept in report.clauses
        ],
        shares=_MONTH_SHARES,
        language=language,
        printed=printed,
        then=_deviations(report, language, printed),
    )  # fmt: skip


def counts_said(report: VisitCompliance | MonthCompliance, say: Say = _) -> str:
    """How many visits, and how their clauses were kept, in one line."""
    counted = say(N_("Clauses: {late} late, {skipped} skipped, {on_time} on time, {open} still open")).format(
        late=report.count(Verdict.LATE),
        skipped=report.count(Verdict.SKIPPED),
        on_time=report.count(Verdict.ON_TIME),
        open=report.count(*STILL_OPEN),
    )
    if isinstance(report, VisitCompliance):
        return counted
    return say(N_("Visits: {count}")).format(count=len(report.visits)) + " · " + counted


def _deviations(report: MonthCompliance, language: str, printed: datetime) -> tuple[ListSheet, ...]:
    w = words(language)
    lines = [
        [
            " ".join(item.planned.line.clauses),
            _called(one.visit, language),
            *_item_cells(one.visit, item, language),
        ]
        for one in report.visits
        for item in one.items()
        if item.verdict in DEVIATIONS
    ]
    sheet = ListSheet(
        title=w("Late and skipped"),
        headings=[
            w("Clause"), w("Visit"), w("What is to be done"), w("Standing"), w("Due"), w("Settled"), w("Done by"),
        ],
        lines=lines,
        shares=_ROW_SHARES,
        language=language,
        printed=printed,
    )  # fmt: skip
    return (sheet,) if lines else ()


def _clause_lines(visit: Visit, kept: KeptClause, language: str) -> Iterator[list[str]]:
    """How the clause was kept, then its items where it has several; each with its number, for a page may end."""
    if len(kept.items) != 1:
        yield [kept.clause, kept.text(language), kept.words(words(language)), "", "", ""]
    for item in kept.items:
        what, *others = _item_cells(visit, item, language)
        yield [kept.clause, what if len(kept.items) == 1 else f"– {what}", *others]


def _item_cells(visit: Visit, item: KeptItem, language: str) -> list[str]:
    due, done = visit.local(item.planned.due), visit.local(item.done_at)
    return [
        item.planned.text(language),
        item.words(words(language)),
        brief_day_and_time(due, language) if due else "",
        brief_day_and_time(done, language) if done else "",
        item.done_by,
    ]


def _called(visit: Visit, language: str) -> str:
    return f"{visit.heading(language)} · {visit.number}"
