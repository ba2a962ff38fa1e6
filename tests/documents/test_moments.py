from datetime import datetime

from reception_desk.documents.moments import day_and_time, short_day_and_time

MOMENT = datetime(2025, 6, 3, 9, 30)  # noqa: DTZ001 - local time on paper


def test_a_moment_in_chinese():
    assert day_and_time(MOMENT, "zh") == "2025年6月3日(周二) 09:30"


def test_a_moment_in_english():
    assert day_and_time(MOMENT, "en") == "Tue 3 Jun 2025, 09:30"


def test_a_short_moment():
    assert short_day_and_time(MOMENT) == "6/3 09:30"
