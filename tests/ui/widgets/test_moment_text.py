"""Dates and times as people write them, on Monday 23 November 2026, 09:41."""

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_desk.i18n import use_language
from ui.widgets.moment_text import day_words, moment_words, read_moment

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 23, 9, 41, tzinfo=CHINA)
EARLY, LATE = (datetime.fromisoformat(text) for text in ("2000-01-01", "2099-12-31"))
DEC_8 = date(2026, 12, 8)

READ = [
    ("2026-12-08 10:30", DEC_8, time(10, 30)),
    ("2026-12-08T10:30", DEC_8, time(10, 30)),
    ("2026/12/8 10:30", DEC_8, time(10, 30)),
    ("2026.12.8", DEC_8, None),
    ("2026年12月8日10:30", DEC_8, time(10, 30)),
    ("26年12月8日", DEC_8, None),
    ("20261208 1030", DEC_8, time(10, 30)),
    ("2026-12-08 周二 10:30", DEC_8, time(10, 30)),
    ("2026-12-08 Tue 10:30", DEC_8, time(10, 30)),
    ("12-8 10:30", DEC_8, time(10, 30)),
    ("12/8", DEC_8, None),
    ("12月8日 10:30", DEC_8, time(10, 30)),
    ("12月8号上午10点半", DEC_8, time(10, 30)),
    ("十二月八日 十点", DEC_8, time(10)),
    ("12月8日（周二）10：30", DEC_8, time(10, 30)),
    ("１２月８日　１０：３０", DEC_8, time(10, 30)),
    ("明天 9:30", date(2026, 11, 24), time(9, 30)),
    ("后天下午3点", date(2026, 11, 25), time(15)),
    ("大后天", date(2026, 11, 26), None),
    ("今晚7点", date(2026, 11, 23), time(19)),
    ("昨天", date(2026, 11, 22), None),
    ("25日", date(2026, 11, 25), None),
    ("25号 14:00", date(2026, 11, 25), time(14)),
    ("5日", date(2026, 12, 5), None),
    ("31日", date(2026, 12, 31), None),
    ("1-5", date(2027, 1, 5), None),
    ("11-20", date(2026, 11, 20), None),
    ("2-29", date(2028, 2, 29), None),
    ("周五 10:00", date(2026, 11, 27), time(10)),
    ("周一", date(2026, 11, 23), None),
    ("下周二 10点", date(2026, 12, 1), time(10)),
    ("下下周日", date(2026, 12, 13), None),
    ("星期天", date(2026, 11, 29), None),
    ("10:30", None, time(10, 30)),
    ("0930", None, time(9, 30)),
    ("10点", None, time(10)),
    ("10点一刻", None, time(10, 15)),
    ("10时05分", None, time(10, 5)),
    ("中午12点", None, time(12)),
    ("中午1点", None, time(13)),
    ("下午3:30", None, time(15, 30)),
    ("3:30 pm", None, time(15, 30)),
    ("12am", None, time(0)),
    ("tomorrow 9:30", date(2026, 11, 24), time(9, 30)),
    ("8 Dec 10:30", DEC_8, time(10, 30)),
    ("December 8, 2026 10:30", DEC_8, time(10, 30)),
    ("Fri 10:00", date(2026, 11, 27), time(10)),
    ("next Tue", date(2026, 12, 1), None),
]
NOT_READ = [
    "",
    "等通知",
    "12-",
    "13-40",
    "2026-02-30",
    "25:00",
    "10:75",
    "12-8 10:30 左右吧",
    "32日",
    "恒屹 12-8",
    "abc",
]


@pytest.mark.parametrize(("text", "day", "clock"), READ)
def test_it_is_read(text, day, clock):
    read = read_moment(text, NOW)
    assert read is not None
    assert (read.day, read.clock) == (day, clock)


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_not_wholly_understood_is_not_guessed(text):
    assert read_moment(text, NOW) is None


@given(st.datetimes(EARLY, LATE, timezones=st.just(CHINA)))
def test_what_is_written_is_read_back(moment):
    for language in ("zh", "en"):
        use_language(language)
        read = read_moment(moment_words(moment), NOW)
        use_language("zh")
        assert read is not None
        assert (read.day, read.clock) == (moment.date(), moment.time().replace(second=0, microsecond=0))


@given(st.text(max_size=30))
def test_no_text_is_too_strange(text):
    read_moment(text, NOW)


def test_a_day_is_written_with_its_weekday():
    assert day_words(DEC_8) == "2026-12-08 周二"
