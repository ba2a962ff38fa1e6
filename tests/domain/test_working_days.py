from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_desk.domain.working_days import WorkingDays

CALENDAR = WorkingDays()
UNKNOWN_YEAR = next(year for year in range(2026, 2100) if not CALENDAR.known(year))


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 9, 18), True),  # a Friday
        (date(2026, 9, 19), False),  # a Saturday
        (date(2026, 9, 20), True),  # a Sunday worked for the National Day holidays
        (date(2026, 2, 14), True),  # a Saturday worked for the Spring Festival
        (date(2026, 2, 16), False),  # a Monday of the Spring Festival
        (date(2026, 10, 7), False),
        (date(2026, 10, 10), True),  # a Saturday worked
        (date(2026, 12, 31), True),
    ],
)
def test_the_shifted_days_of_2026_are_known(day, worked):
    assert CALENDAR.is_working(day) is worked


def test_a_year_that_the_calendar_knows_is_known():
    assert CALENDAR.known(2026)


def test_a_year_that_the_calendar_does_not_know_counts_monday_to_friday():
    first = date(UNKNOWN_YEAR, 1, 1)
    days = [first + timedelta(days=number) for number in range(365)]
    assert [CALENDAR.is_working(day) for day in days] == [day.weekday() < 5 for day in days]


@pytest.mark.parametrize("year", [1999, 2199])
def test_a_year_far_away_is_never_an_error(year):
    assert not CALENDAR.known(year)
    assert CALENDAR.shift(date(year, 6, 1), 3) > date(year, 6, 1)


@pytest.mark.parametrize(("day", "worked"), [(date(2026, 9, 19), True), (date(2026, 9, 18), False)])
def test_the_company_s_own_days_go_before_the_calendar(day, worked):
    assert WorkingDays({day: worked}).is_working(day) is worked


def test_the_company_s_own_days_hold_in_an_unknown_year_too():
    day = date(UNKNOWN_YEAR, 2, 3)
    worked = CALENDAR.is_working(day)
    assert WorkingDays({day: not worked}).is_working(day) is not worked


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 9, 30), 1, date(2026, 10, 8)),
        (date(2026, 9, 30), 2, date(2026, 10, 9)),
        (date(2026, 9, 30), 3, date(2026, 10, 10)),
        (date(2026, 9, 30), 4, date(2026, 10, 12)),
        (date(2026, 10, 8), -1, date(2026, 9, 30)),
        (date(2026, 9, 21), -1, date(2026, 9, 20)),
        (date(2026, 10, 3), 1, date(2026, 10, 8)),  # from within the holidays
        (date(2026, 12, 8), 0, date(2026, 12, 8)),
    ],
)
def test_shifting_counts_working_days_only(day, count, expected):
    assert CALENDAR.shift(day, count) == expected


@given(day=st.dates(date(2010, 1, 1), date(2040, 1, 1)), count=st.integers(-30, 30).filter(bool))
def test_shifting_ends_on_a_working_day_with_that_many_in_between(day, count):
    end = CALENDAR.shift(day, count)
    first, last = (day + timedelta(days=1), end) if count > 0 else (end, day - timedelta(days=1))
    between = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    assert CALENDAR.is_working(end)
    assert sum(map(CALENDAR.is_working, between)) == abs(count)
