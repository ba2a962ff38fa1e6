"""How a clause was kept: the worst of its items decides, to the minute."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reception_desk.domain.checklist import parse_checklist
from reception_desk.domain.compliance import KeptClause, Verdict, clause_order, kept_item
from reception_desk.domain.delay_words import delay_words
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.preparation import PreparationItem
from reception_desk.i18n import use_language, words
from reception_desk.resources import resource

DATA = Path(__file__).resolve().parents[1] / "data"
DUE = datetime(2026, 12, 6, 2, 30, tzinfo=UTC)
LATER = DUE + timedelta(hours=5)
LINES = parse_checklist(
    resource("templates", "checklists", "standard.toml").read_text(encoding="utf-8")
).lines


def planned(due=DUE, item=None, line=LINES[0]):
    return PlannedItem(line=line, subject="", about="", by_rule=due, item=item)


def ticked(at, due=DUE):
    item = PreparationItem(visit_id=1, code=LINES[0].code)
    item.check_off("李静", at, due)
    return planned(due, item)


def left_out(reason="没有车"):
    item = PreparationItem(visit_id=1, code=LINES[0].code)
    item.leave_out("李静", LATER, DUE, reason)
    return planned(DUE, item)


@pytest.mark.parametrize(
    ("item", "now", "verdict", "said"),
    [
        (ticked(DUE), LATER, Verdict.ON_TIME, "On time"),
        (ticked(DUE + timedelta(seconds=59)), LATER, Verdict.ON_TIME, "On time"),
        (ticked(DUE + timedelta(seconds=60)), LATER, Verdict.LATE, "Late by 1 min"),
        (ticked(DUE + timedelta(minutes=90)), LATER, Verdict.LATE, "Late by 1 h 30 min"),
        (planned(), LATER, Verdict.LATE, "Open, late by 5 h"),
        (planned(), DUE, Verdict.TO_COME, "To come"),
        (planned(None), LATER, Verdict.NO_TIME, "No time yet"),
        (ticked(LATER, None), LATER, Verdict.ON_TIME, "Done, no time was set"),
        (left_out(), LATER, Verdict.SKIPPED, "Skipped: 没有车"),
    ],
)
def test_an_item_is_judged_by_its_time_its_tick_and_now(item, now, verdict, said):
    kept = kept_item(item, now)

    assert (kept.verdict, kept.words(words("en"))) == (verdict, said)


def test_the_worst_item_decides_for_its_clause_and_of_two_late_ones_the_later():
    items = tuple(
        kept_item(item, LATER)
        for item in (ticked(DUE), left_out(), ticked(DUE + timedelta(hours=1)), planned())
    )
    clause = KeptClause(clause="A6.1a", lines=(), items=items)

    assert clause.verdict is Verdict.LATE
    assert clause.worst is items[-1]
    assert KeptClause(clause="A6.1a", lines=(), items=items[:2]).verdict is Verdict.SKIPPED
    assert KeptClause(clause="A6.1a", lines=()).verdict is Verdict.NOT_APPLICABLE


def test_clauses_stand_in_the_order_of_the_companys_procedure():
    procedure = (DATA / "clauses.txt").read_text(encoding="utf-8").split()

    assert sorted(procedure, key=clause_order) == procedure


@pytest.mark.parametrize(
    ("delay", "en", "zh"),
    [
        (timedelta(seconds=1), "1 min", "1 分钟"),
        (timedelta(minutes=59), "59 min", "59 分钟"),
        (timedelta(hours=2), "2 h", "2 小时"),
        (timedelta(hours=2, minutes=5), "2 h 5 min", "2 小时 5 分钟"),
        (timedelta(days=3, minutes=59), "72 h", "72 小时"),
    ],
)
def test_a_delay_is_told_as_exactly_as_it_matters(delay, en, zh):
    assert delay_words(delay, words("en")) == en
    assert delay_words(delay, words("zh")) == zh


def test_the_verdicts_speak_both_languages():
    use_language("zh")

    assert [verdict.words() for verdict in Verdict] == [
        "逾期", "略过", "时间待定", "未到期", "按时", "不适用",
    ]  # fmt: skip
