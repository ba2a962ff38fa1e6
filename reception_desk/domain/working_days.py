"""Working days: the Chinese calendar with its shifted days, and the company's own exceptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@cache
def _by_the_calendar(day: date) -> bool | None:
    """Whether `day` is worked in China, or None for a year whose arrangement is not known."""
    import chinese_calendar

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None


@dataclass(frozen=True)
class WorkingDays:
    """Which days are worked; `overrides` are the company's own: a date and whether it is a working day."""

    overrides: Mapping[date, bool] = field(default_factory=dict)

    def known(self, year: int) -> bool:
        """Whether the year's holidays and shifted days are known; else Monday to Friday are counted."""
        return _by_the_calendar(date(year, 1, 1)) is not None

    def is_working(self, day: date) -> bool:
        """Whether `day` is a working day."""
        if day in self.overrides:
            return self.overrides[day]
        known = _by_the_calendar(day)
        return day.weekday() < SATURDAY if known is None else known

    def shift(self, day: date, count: int) -> date:
        """The working day that is `count` working days after `day`, or before it for a negative count."""
        step = ONE_DAY if count > 0 else -ONE_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_working(day)
        return day
