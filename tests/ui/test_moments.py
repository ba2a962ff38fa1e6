"""Days, times and how long until then, as one says them at the desk."""

from datetime import datetime, timedelta

import pytest

from reception_desk.i18n import use_language
from ui.moments import day_as_seen, day_of_month, until

NOW = datetime(2026, 12, 8, 9, 41).astimezone()


@pytest.fixture(params=["zh", "en"])
def language(request):
    """Each language in turn."""
    use_language(request.param)
    yield request.param
    use_language("zh")


@pytest.mark.parametrize(
    ("ahead", "zh", "en"),
    [
        (timedelta(minutes=49), "49 分钟后", "in 49 minutes"),
        (timedelta(minutes=1), "1 分钟后", "in 1 minute"),
        (timedelta(minutes=119), "119 分钟后", "in 119 minutes"),
        (timedelta(hours=2), "2 小时后", "in 2 hours"),
        (timedelta(days=3, hours=1), "3 天后", "in 3 days"),
        (timedelta(seconds=20), "现在", "now"),
        (-timedelta(minutes=12), "12 分钟前", "12 minutes ago"),
        (-timedelta(hours=5), "5 小时前", "5 hours ago"),
        (-timedelta(days=2), "2 天前", "2 days ago"),
    ],
)
def test_a_distance_is_told_as_coarse_as_it_is_far(language, ahead, zh, en):
    assert until(NOW + ahead, NOW) == {"zh": zh, "en": en}[language]


def test_days_near_by_have_names(language):
    today = NOW.date()
    names = [day_as_seen(today + timedelta(days=days), today) for days in (-1, 0, 1, 2)]

    assert (
        names
        == {
            "zh": ["昨天", "今日", "明天", "12月10日 周四"],
            "en": ["Yesterday", "Today", "Tomorrow", "Thu 10 Dec"],
        }[language]
    )


def test_a_day_is_told_without_its_year(language):
    assert day_of_month(NOW.date()) == {"zh": "12月8日 周二", "en": "Tue 8 Dec"}[language]
