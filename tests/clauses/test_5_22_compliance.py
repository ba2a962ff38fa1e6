"""5.22: how the procedure was kept, clause by clause, of a visit and of a month, as the journal has it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from reception_desk.domain.checklist import Phase
from reception_desk.domain.compliance import Verdict
from reception_desk.domain.entity import Answer
from reception_desk.domain.journal import StepKind
from reception_desk.domain.meal import Meal
from reception_desk.domain.preparation import ItemState
from reception_desk.paths import DATABASE_NAME
from tests.desk import ARRIVAL, NOW, plain_visit

AFTER = ARRIVAL + timedelta(hours=30)


def clause(desk, visit_id, name, now=NOW):
    """One clause of the report of a visit."""
    found = {kept.clause: kept for kept in desk.compliance.of_visit(visit_id, now).clauses}
    return found[name]


def verdict(desk, visit_id, name, now=NOW):
    return clause(desk, visit_id, name, now).verdict


def month(desk, name, first=date(2026, 12, 1), now=NOW):
    """One clause of the report of a month."""
    found = {kept.clause: kept for kept in desk.compliance.of_month(first, now).clauses}
    return found[name]


def test_5_22_every_clause_of_the_checklist_has_one_line_in_the_order_of_the_procedure(desk):
    report = desk.compliance.of_visit(plain_visit(desk), NOW)
    names = [kept.clause for kept in report.clauses]
    checklist = desk.procedure.checklist(desk.procedure.newest_checklist_id())

    assert set(names) == {clause for line in checklist.lines for clause in line.clauses}
    assert len(names) == len(set(names))
    assert names[:3] == ["P4", "P5", "A1.1a"]
    assert names.index("B8.1") < names.index("B8.1b") < names.index("B8.2") < names.index("B12")


def test_5_22_a_clause_is_on_time_when_its_item_was_ticked_before_it_was_due(desk, asked):
    visit = asked()
    desk.preparation.check_off(visit.id, "103", "", NOW)

    assert verdict(desk, visit.id, "A1.1a", AFTER) is Verdict.ON_TIME


def test_5_22_a_clause_is_late_by_the_hours_between_due_time_and_tick(desk, asked):
    visit = asked()
    due = visit.item("103").due
    desk.preparation.check_off(visit.id, "103", "", due + timedelta(hours=5))

    kept = clause(desk, visit.id, "A1.1a", AFTER)
    assert (kept.verdict, kept.worst.delay) == (Verdict.LATE, timedelta(hours=5))


def test_5_22_what_is_open_past_its_time_is_late_and_grows_later(desk, asked):
    visit = asked()
    due = visit.item("103").due

    assert verdict(desk, visit.id, "A1.1a", due) is Verdict.TO_COME
    for hours in (1, 7):
        kept = clause(desk, visit.id, "A1.1a", due + timedelta(hours=hours))
        assert (kept.verdict, kept.worst.delay) == (Verdict.LATE, timedelta(hours=hours))


def test_5_22_a_late_tick_stays_late_though_the_visit_is_put_off_afterwards(desk, asked):
    visit = asked()
    late = visit.item("103").due + timedelta(hours=5)
    desk.preparation.check_off(visit.id, "103", "", late)
    desk.visits.change(visit.id, late, arrival_at=ARRIVAL + timedelta(days=3), departure_at=None)

    assert clause(desk, visit.id, "A1.1a", AFTER).worst.delay == timedelta(hours=5)


def test_5_22_what_was_left_out_is_skipped_with_its_reason(desk, asked):
    visit = asked()
    desk.preparation.leave_out(visit.id, "103", "", "对方不告知", NOW)

    kept = clause(desk, visit.id, "A1.1a", AFTER)
    assert (kept.verdict, kept.words()) == (Verdict.SKIPPED, "略过：对方不告知")


def test_5_22_what_the_visit_does_not_call_for_is_not_applicable(desk, asked):
    assert verdict(desk, asked().id, "B4a") is Verdict.NOT_APPLICABLE
    assert verdict(desk, asked(yes=["pick_up"]).id, "B4a") is not Verdict.NOT_APPLICABLE


def test_5_22_what_hangs_on_a_time_nobody_knows_yet_has_no_time(desk, asked):
    assert verdict(desk, asked(yes=["meal"]).id, "E5") is Verdict.NO_TIME


def test_5_22_of_several_items_all_are_listed_and_the_worst_decides(desk, asked):
    visit = asked(yes=["meal"])
    lunch, dinner = (
        visit.add(Meal, starts_at=ARRIVAL + timedelta(hours=hours), place=place)
        for hours, place in ((2, "食堂"), (8, "松鹤楼"))
    )
    desk.preparation.check_off(visit.id, "402", f"meal:{lunch}", NOW)
    late = visit.item("402", f"meal:{dinner}").due + timedelta(hours=2)
    desk.preparation.check_off(visit.id, "402", f"meal:{dinner}", late)

    kept = clause(desk, visit.id, "E2", AFTER)
    assert [item.verdict for item in kept.items] == [Verdict.ON_TIME, Verdict.LATE]
    assert kept.verdict is Verdict.LATE


def test_5_22_what_was_done_for_a_meal_taken_off_since_is_told_all_the_same(desk, asked):
    visit = asked(yes=["meal"])
    meal = visit.add(Meal, starts_at=ARRIVAL + timedelta(hours=2))
    desk.preparation.check_off(visit.id, "402", f"meal:{meal}", NOW)
    desk.parts.remove(Meal, meal, NOW)

    assert NOW in [item.done_at for item in clause(desk, visit.id, "E2").items]
    assert desk.compliance.disagreements(visit.id, NOW) == []


def test_5_22_a_month_counts_each_visit_once_in_each_clause_and_has_the_rows_behind(desk, asked):
    good, late, skipped, without = asked(), asked(), asked(), asked()
    for visit in (good, late, skipped, without):
        desk.visits.change(visit.id, NOW, pick_up=Answer.YES if visit is not without else Answer.NO)
    desk.preparation.check_off(good.id, "103", "", NOW)
    desk.preparation.check_off(late.id, "103", "", late.item("103").due + timedelta(hours=3))
    desk.preparation.leave_out(skipped.id, "103", "", "电话打不通", NOW)

    told = month(desk, "A1.1a", now=late.item("103").due)
    counts = [told.count(verdict) for verdict in (Verdict.ON_TIME, Verdict.LATE, Verdict.SKIPPED)]
    assert counts == [1, 1, 1]
    assert told.count(Verdict.TO_COME) == 1
    assert [visit.id for visit, kept in told.rows if kept.verdict is Verdict.LATE] == [late.id]
    assert month(desk, "B4a").count(Verdict.NOT_APPLICABLE) == 1


def test_5_22_a_month_is_that_of_the_arrival_on_the_companys_clock(desk):
    first_minute = datetime(2026, 11, 30, 16, 0, tzinfo=UTC)  # 1 December, 00:00 in Shanghai
    for arrival in (
        first_minute - timedelta(minutes=1),
        first_minute,
        datetime(2026, 12, 31, 16, tzinfo=UTC),
    ):
        plain_visit(desk, arrival_at=arrival, departure_at=None)

    counted = [len(desk.compliance.of_month(date(2026, number, 5), NOW).visits) for number in (11, 12)]
    assert counted == [1, 1]
    assert len(desk.compliance.of_month(date(2027, 1, 1), NOW).visits) == 1


def test_5_22_cancelled_and_deleted_visits_and_those_without_a_day_are_in_no_month(desk):
    kept, cancelled, deleted, dayless = (plain_visit(desk) for _number in range(4))
    desk.visits.cancel(cancelled, NOW, "客户改期")
    desk.bin.delete(deleted, NOW)
    desk.visits.change(dayless, NOW, arrival_at=None, departure_at=None)

    assert [one.visit.id for one in desk.compliance.of_month(date(2026, 12, 1), NOW).visits] == [kept]


def test_5_22_each_visit_is_judged_by_the_checklist_it_started_with(desk, asked):
    before = asked()
    desk.checklists.hide("101", NOW)
    desk.checklists.add(Phase.TALKS, NOW, zh="擦白板")
    after = asked()

    assert verdict(desk, before.id, "P4", AFTER) is Verdict.LATE
    assert "P4" not in [kept.clause for kept in desk.compliance.of_visit(after.id, AFTER).clauses]
    assert [visit.id for visit, _kept in month(desk, "P4").rows] == [before.id]
    assert len(month(desk, "P5").rows) == 2


# Agrees with the journal, row by row.


def worked_off(desk, visit_id):
    """A visit worked off with everything that can happen to a tick; the moment after it."""
    moment = NOW
    plan = desk.preparation.of(visit_id)
    for number, item in enumerate(plan):
        moment += timedelta(minutes=17)
        desk.company.change(moment, at_desk=("李静", "王芳")[number % 2])
        if number % 7 == 6:
            desk.preparation.leave_out(visit_id, item.code, item.subject, f"原因 {number}", moment)
        elif number % 7 != 5:
            desk.preparation.check_off(visit_id, item.code, item.subject, moment)
        if number % 5 == 4 and number % 7 != 5:
            desk.preparation.reopen(visit_id, item.code, item.subject, moment + timedelta(minutes=1))
        if number % 5 == 3 and number % 7 != 5:
            desk.history.undo(moment + timedelta(minutes=2))
        if number % 10 == 3 and number % 7 != 5:
            desk.history.redo(moment + timedelta(minutes=3))
        if number % 3 == 0:
            desk.preparation.note(visit_id, item.code, item.subject, "已问", moment + timedelta(minutes=4))
    return moment + timedelta(hours=1)


def test_5_22_the_report_agrees_with_the_journal_row_by_row_whatever_was_done(desk, asked):
    visit = asked(yes=["pick_up", "hotel", "meal", "meeting", "gift", "sign", "tour"])
    now = worked_off(desk, visit.id)

    report = desk.compliance.of_visit(visit.id, now)
    items = {(i.planned.code, i.planned.subject): i for kept in report.clauses for i in kept.items}
    states = {i.planned.state for i in items.values()}
    assert states == set(ItemState)
    assert desk.compliance.disagreements(visit.id, now) == []


def test_5_22_each_tick_has_the_person_and_the_time_of_the_step_that_made_it(desk, asked):
    visit = asked(yes=["pick_up", "hotel", "meal", "meeting"])
    now = worked_off(desk, visit.id)
    made = {}  # what each item's rows say last, told by the steps of the history, oldest first
    with desk.database.reading() as work:
        steps = reversed(work.steps.listed(10_000, visit_id=visit.id))
        for step in steps:
            for row in step.rows:
                if row.entity == "preparation_item" and row.field == "state":
                    made[row.entity_id] = (step, row.new)

    seen = 0
    for kept in desk.compliance.of_visit(visit.id, now).clauses:
        for item in kept.items:
            if item.planned.item is None or item.planned.is_open:
                assert (item.done_at, item.done_by) == (None, "")
                continue
            step, state = made[item.planned.item.id]
            assert state == item.planned.state.value
            if step.kind is StepKind.DO:
                assert (item.done_at, item.done_by) == (step.at, step.person)
                seen += 1
    assert seen > 20


@pytest.mark.parametrize("back", ["reopen", "undo", "undo a reopening", "redo"])
def test_5_22_a_tick_taken_back_or_done_again_is_told_as_the_journal_leaves_it(desk, asked, back):
    visit = asked()
    desk.preparation.check_off(visit.id, "103", "", NOW)
    if back == "reopen":
        desk.preparation.reopen(visit.id, "103", "", NOW)
    elif back == "undo a reopening":
        desk.preparation.reopen(visit.id, "103", "", NOW + timedelta(minutes=1))
        desk.history.undo(NOW + timedelta(minutes=2))
    else:
        desk.history.undo(NOW + timedelta(minutes=1))
        if back == "redo":
            desk.history.redo(NOW + timedelta(minutes=2))

    worst = clause(desk, visit.id, "A1.1a").worst
    stands = back in ("redo", "undo a reopening")
    assert (worst.done_at, worst.done_by) == ((NOW, "李静") if stands else (None, ""))
    assert desk.compliance.disagreements(visit.id, NOW) == []


def test_5_22_what_other_work_ticks_along_the_way_agrees_with_the_journal_too(desk):
    desk.sample_data.put_in(NOW)
    visit_id = plain_visit(desk)
    for told in desk.read_back.facts(visit_id):
        desk.read_back.confirm(visit_id, told.fact.key, NOW + timedelta(minutes=5))

    visits = [line.id for line in desk.visits.page()]
    reports = [desk.compliance.of_visit(visit, AFTER) for visit in visits]
    assert any(item.done_by for report in reports for item in report.items())
    assert [desk.compliance.disagreements(visit, AFTER) for visit in visits] == [[]] * len(visits)


def test_5_22_a_tick_that_the_journal_does_not_know_is_found(desk, asked):
    visit = asked()
    desk.preparation.check_off(visit.id, "103", "", NOW)
    with closing(sqlite3.connect(desk.folder / DATABASE_NAME)) as beside:
        beside.execute("UPDATE preparation_item SET done_by = '王芳'")
        beside.commit()

    (found,) = desk.compliance.disagreements(visit.id, NOW)
    assert (found.code, found.field, found.reported, found.journalled) == ("103", "done_by", "王芳", "李静")


def test_5_22_nothing_is_written_down_for_the_report(desk, asked):
    visit = asked()
    before = desk.history.newest()
    desk.compliance.of_visit(visit.id, NOW)
    desk.compliance.of_month(date(2026, 12, 1), NOW)

    assert desk.history.newest() == before
