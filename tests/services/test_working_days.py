"""Working days by year: the calendar, and the days that the company has set by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest

from reception_desk.domain.entity import Answer
from reception_desk.domain.lead_times import DayCount
from reception_desk.errors import ReceptionError
from tests.desk import NOW, plain_visit

MONDAY, SATURDAY = date(2026, 12, 7), date(2026, 12, 12)


def test_a_day_set_by_hand_counts_everywhere(desk):
    visit_id = plain_visit(desk)  # arrives on Tuesday the 8th in the morning

    def half_a_day_before():
        return next(item.due for item in desk.preparation.of(visit_id) if item.line.due == "AC-H").date()

    assert half_a_day_before() == MONDAY
    desk.working_days.toggle(MONDAY, NOW)
    assert half_a_day_before() == date(2026, 12, 4)


def test_toggling_twice_leaves_nothing_by_hand(desk):
    desk.working_days.toggle(SATURDAY, NOW)
    assert [day.day for day in desk.working_days.year(2026).by_hand()] == [SATURDAY]

    desk.working_days.toggle(SATURDAY, NOW)
    assert desk.working_days.year(2026).by_hand() == []


def test_a_note_is_kept_beside_the_day_and_undone(desk):
    desk.working_days.set_day(MONDAY, NOW, is_working=False, note="厂庆")
    assert desk.working_days.year(2026).days[MONDAY].note == "厂庆"

    desk.history.undo(NOW)
    assert not desk.working_days.year(2026).days[MONDAY].by_hand


def test_a_year_that_the_calendar_does_not_know_is_said_so(desk):
    assert desk.working_days.year(2026).known
    assert not desk.working_days.year(2040).known
    assert desk.working_days.year(2040).days[date(2040, 1, 2)].is_working


def test_a_weekend_that_is_worked_is_a_shifted_day(desk):
    days = desk.working_days.year(2026).days

    assert [day for day in days.values() if day.is_shifted and day.is_working]
    assert not days[date(2026, 10, 1)].is_working


def test_a_pasted_list_of_days_is_taken_in_one_step(desk):
    text = "2028-01-26 至 02-01 放假 春节\n2028年2月5日 上班\n2028-10-01 free National Day\n"

    assert desk.working_days.take_list(text, NOW) == 9

    year = desk.working_days.year(2028)
    assert not year.days[date(2028, 1, 31)].is_working
    assert year.days[date(2028, 2, 5)].is_working
    assert year.days[date(2028, 10, 1)].note == "National Day"
    desk.history.undo(NOW)
    assert desk.working_days.year(2028).by_hand() == []


@pytest.mark.parametrize(
    "line", ["Spring Festival", "2028-02-30 free", "2028-02-01", "2028-02-05 - 02-01 free"]
)
def test_a_wrong_line_of_a_list_is_refused_and_nothing_is_changed(desk, line):
    with pytest.raises(ReceptionError, match="2"):
        desk.working_days.take_list(f"2028-01-03 free\n{line}\n", NOW)

    assert desk.working_days.year(2028).by_hand() == []


def test_a_due_time_in_a_year_without_an_arrangement_is_said_to_be_guessed(desk):
    def guessed(**facts):
        planned = desk.preparation.of(plain_visit(desk, **facts))
        return {item.line.due for item in planned if item.guessed_year}

    far = datetime(2040, 1, 4, 2, 0, tzinfo=UTC)  # a Wednesday morning
    assert guessed() == set()
    assert "AC-H" in guessed(arrival_at=far, departure_at=far + timedelta(hours=8))
    assert "AC-2d" not in guessed(arrival_at=far, departure_at=far + timedelta(hours=8))


def test_P5_notice_for_the_leadership_is_counted_in_calendar_or_in_working_days(desk):
    def missed(arrival, **facts):
        visit_id = plain_visit(
            desk, **{"arrival_at": arrival, "departure_at": None, "leadership": Answer.YES} | facts
        )
        return desk.procedure.missed_notice(desk.visits.get(visit_id))

    thursday = datetime(2026, 12, 3, 1, 0, tzinfo=UTC)  # notice comes on Tuesday the 1st
    wednesday = thursday - timedelta(days=1)
    assert missed(thursday) is None
    assert missed(wednesday) == date(2026, 11, 30)
    assert missed(wednesday, leadership=Answer.UNCONFIRMED) is None

    desk.working_days.toggle(date(2026, 12, 2), NOW)
    desk.lead_times.change(NOW, "notice_counts", DayCount.WORKING)
    assert missed(thursday) == date(2026, 11, 30)
