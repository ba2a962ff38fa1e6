from datetime import datetime

from reception_desk.documents.moments import (
    brief_day_and_time,
    day,
    day_and_time,
    plain_day,
    short_day_and_time,
)

MOMENT = datetime(2025, 6, 3, 9, 30)  # noqa: DTZ001 - local time on paper


def test_a_moment_in_chinese():
    assert day_and_time(MOMENT, "zh") == "2025年6月3日(周二) 09:30"


def test_a_moment_in_english():
    assert day_and_time(MOMENT, "en") == "Tue 3 Jun 2025, 09:30"


def test_a_short_moment():
    assert short_day_and_time(MOMENT) == "6/3 09:30"


def test_a_day_alone():
    assert (day(MOMENT, "zh"), day(MOMENT, "en")) == ("2025年6月3日(周二)", "Tue 3 Jun 2025")
    assert (plain_day(MOMENT, "zh"), plain_day(MOMENT, "en")) == ("2025年6月3日", "3 Jun 2025")


def test_a_brief_moment():
    assert brief_day_and_time(MOMENT, "zh") == "6月3日 09:30"
    assert brief_day_and_time(MOMENT, "en") == "3 Jun 09:30"
