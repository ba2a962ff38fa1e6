"""Today at the desk, asked of a real store."""

from datetime import timedelta

import pytest

from reception_desk.domain.edition import Choice, Medium
from reception_desk.domain.entity import Answer
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, DEPARTURE, NOW, plain_visit

HOUR = timedelta(hours=1)


def _at(desk, moment):
    return desk.today.at(moment)


def test_the_next_is_the_first_that_has_not_come_yet(desk):
    plain_visit(desk, arrival_at=ARRIVAL + HOUR)
    first = plain_visit(desk)

    assert _at(desk, ARRIVAL - HOUR).next.visit.id == first


def test_who_has_come_is_in_the_house_and_no_longer_the_next(desk):
    first, second = plain_visit(desk), plain_visit(desk, arrival_at=ARRIVAL + HOUR)
    desk.visits.arrived(first, ARRIVAL)

    day = _at(desk, ARRIVAL)

    assert day.next.visit.id == second
    assert [visit.id for visit in day.in_house] == [first]


def test_who_never_came_and_should_have_left_by_now_is_not_awaited(desk):
    plain_visit(desk, departure_at=ARRIVAL + HOUR)

    assert _at(desk, ARRIVAL + 2 * HOUR).next is None


def test_who_has_left_is_in_the_house_no_more(desk):
    visit_id = plain_visit(desk)
    desk.visits.arrived(visit_id, ARRIVAL)
    desk.visits.left(visit_id, DEPARTURE)

    assert _at(desk, DEPARTURE).in_house == []


def test_a_cancelled_visit_is_nowhere_to_be_seen(desk):
    visit_id = plain_visit(desk)
    desk.visits.cancel(visit_id, NOW)

    day = _at(desk, ARRIVAL - HOUR)

    assert (day.next, day.visits, day.tasks) == (None, [], [])


def test_the_day_is_the_day_on_the_company_s_clock(desk):
    plain_visit(desk, arrival_at=ARRIVAL.replace(hour=17), departure_at=None)  # 01:00 of the 9th in Shanghai

    assert _at(desk, ARRIVAL).visits == []
    assert len(_at(desk, ARRIVAL.replace(hour=17)).visits) == 1


def test_a_visit_over_night_is_of_both_days_and_of_no_third(desk):
    plain_visit(desk)
    day = timedelta(days=1)

    assert [len(_at(desk, ARRIVAL + days * day).visits) for days in (-1, 0, 1, 2)] == [0, 1, 1, 0]


def test_tasks_are_those_due_by_midnight_the_longest_overdue_first(desk):
    plain_visit(desk, pick_up=Answer.YES)

    day = _at(desk, ARRIVAL - HOUR)

    dues = [task.planned.due for task in day.tasks]
    assert dues == sorted(dues)
    assert all(due < day.end for due in dues)
    assert [task.is_late for task in day.tasks] == [due < ARRIVAL - HOUR for due in dues]


def test_what_was_due_for_a_visit_of_last_month_is_no_task_any_more(desk):
    plain_visit(desk)

    assert _at(desk, DEPARTURE + timedelta(days=31)).tasks == []


def test_what_is_open_of_a_visit_long_over_is_told_once_and_no_longer_item_by_item(desk):
    visit_id = plain_visit(desk)
    a_day = timedelta(days=1)
    last_due = max(item.due for item in desk.preparation.of(visit_id) if item.due)

    during, after = _at(desk, last_due + a_day), _at(desk, last_due + 4 * a_day)

    assert (during.left_open, bool(during.tasks)) == ([], True)
    assert after.tasks == []
    (left,) = after.left_open
    assert (left.visit.id, left.count) == (visit_id, len(desk.preparation.of(visit_id)))


def test_guests_who_are_still_here_long_after_are_not_forgotten(desk):
    visit_id = plain_visit(desk)
    desk.visits.arrived(visit_id, ARRIVAL)

    day = _at(desk, DEPARTURE + timedelta(days=20))

    assert ([visit.id for visit in day.in_house], day.left_open) == ([visit_id], [])


def test_nothing_is_read_again_while_nothing_has_changed(desk):
    visit_id = plain_visit(desk)
    before = _at(desk, ARRIVAL - HOUR)

    again = _at(desk, ARRIVAL - HOUR / 2)
    desk.visits.change(visit_id, NOW, heads=9)
    changed = _at(desk, ARRIVAL - HOUR / 2)

    assert again.next.visit is before.next.visit
    assert (changed.next.visit.heads, before.next.visit.heads) == (9, None)


def test_a_paper_that_was_collected_is_stale_no_more(desk, tmp_path):
    visit_id = plain_visit(desk)
    desk.papers.write(visit_id, ["D5"], tmp_path, NOW, reason="催得急")
    desk.guests.change(desk.visits.get(visit_id).guests[0].id, NOW, name="顾翀之")
    (paper,) = _at(desk, ARRIVAL).stale_papers

    desk.papers.recall(paper.edition.id, NOW)

    assert _at(desk, ARRIVAL).stale_papers == []


def test_an_old_copy_is_told_until_it_is_collected_also_when_the_new_one_is_printed(desk):
    visit_id = plain_visit(desk)
    for name in ("顾翀之", "顾翀"):
        desk.papers.make(
            visit_id, "D5", Choice(), NOW, medium=Medium.PRINTER, holder="司机王", reason="催得急"
        )
        desk.guests.change(desk.visits.get(visit_id).guests[0].id, NOW, name=name)
    desk.papers.make(visit_id, "D5", Choice(), NOW, medium=Medium.PRINTER, holder="司机王", reason="催得急")

    (paper,) = _at(desk, ARRIVAL).stale_papers

    assert (paper.is_replaced, paper.edition.revision, paper.edition.holder) == (True, 2, "司机王")


def test_a_draft_without_a_date_has_the_tasks_of_its_notice(desk):
    desk.visits.new(NOW, company="宁波远帆物流")

    assert [task.planned.code for task in _at(desk, NOW).tasks] == ["101"]


def test_what_is_lacking_is_told_of_the_next_but_not_what_is_merely_late(desk):
    plain_visit(desk)

    fields = {gap.field for gap in _at(desk, ARRIVAL - HOUR).next.gaps}

    assert "owner_department" in fields
    assert not any(field.startswith("1") for field in fields)


def test_a_paper_is_stale_once_what_it_tells_has_changed(desk, tmp_path):
    visit_id = plain_visit(desk)
    desk.papers.write(visit_id, ["D5"], tmp_path, NOW, reason="催得急")
    assert _at(desk, ARRIVAL).stale_papers == []

    desk.guests.change(desk.visits.get(visit_id).guests[0].id, NOW, name="顾翀之")

    (paper,) = _at(desk, ARRIVAL).stale_papers
    assert (paper.visit.id, paper.name("zh")) == (visit_id, "D5 接机牌")


def test_pressed_once_they_are_here_pressed_again_they_have_left(desk):
    visit_id = plain_visit(desk)

    said = [desk.today.come_or_gone(visit_id, ARRIVAL), desk.today.come_or_gone(visit_id, DEPARTURE)]

    visit = desk.visits.get(visit_id)
    assert (visit.actual_arrival_at, visit.actual_departure_at) == (ARRIVAL, DEPARTURE)
    assert [words.split("：")[0] for words in said] == ["已到达", "已离开"]


def test_pressed_a_third_time_it_is_refused(desk):
    visit_id = plain_visit(desk)
    for moment in (ARRIVAL, DEPARTURE):
        desk.today.come_or_gone(visit_id, moment)

    with pytest.raises(ReceptionError):
        desk.today.come_or_gone(visit_id, DEPARTURE + HOUR)
