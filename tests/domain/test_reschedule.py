"""Another arrival moves the plan as one."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from reception_desk.domain.reschedule import Shift

BERLIN, SHANGHAI = "Europe/Berlin", "Asia/Shanghai"


def at(zone, *parts):
    year, month, day, *clock = parts
    hour, minute = (*clock, 0, 0)[:2]
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone))


def test_whole_days_keep_the_time_of_day_where_the_clocks_change():
    before_summer = at(BERLIN, 2027, 3, 26, 10, 30)
    shift = Shift.between(before_summer, at(BERLIN, 2027, 3, 29, 10, 30), BERLIN)

    moved = shift.moved(at(BERLIN, 2027, 3, 26, 14), BERLIN)

    assert moved == at(BERLIN, 2027, 3, 29, 14)


def test_a_leg_abroad_keeps_the_clock_of_its_own_place():
    shift = Shift.between(at(SHANGHAI, 2027, 3, 26, 10), at(SHANGHAI, 2027, 3, 29, 10), SHANGHAI)

    assert shift.moved(at(BERLIN, 2027, 3, 26, 13, 5), BERLIN) == at(BERLIN, 2027, 3, 29, 13, 5)


def test_another_time_of_day_moves_times_and_leaves_days():
    shift = Shift.between(at(SHANGHAI, 2026, 12, 8, 10, 30), at(SHANGHAI, 2026, 12, 8, 13), SHANGHAI)

    assert shift.moved(at(SHANGHAI, 2026, 12, 8, 14), SHANGHAI) == at(SHANGHAI, 2026, 12, 8, 16, 30)
    assert shift.moved(date(2026, 12, 8), SHANGHAI) == date(2026, 12, 8)


def test_a_stay_keeps_its_nights_when_the_arrival_passes_midnight():
    shift = Shift.between(at(SHANGHAI, 2026, 12, 8, 23), at(SHANGHAI, 2026, 12, 9, 1), SHANGHAI)

    stay = [shift.moved(day, SHANGHAI) for day in (date(2026, 12, 8), date(2026, 12, 10))]
    assert stay == [date(2026, 12, 9), date(2026, 12, 11)]


def test_a_time_that_the_clock_skips_is_taken_an_hour_later():
    shift = Shift.between(at(BERLIN, 2027, 3, 27, 10), at(BERLIN, 2027, 3, 28, 10), BERLIN)

    assert shift.moved(at(BERLIN, 2027, 3, 27, 2, 30), BERLIN) == at(BERLIN, 2027, 3, 28, 3, 30)
