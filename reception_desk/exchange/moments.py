"""Dates and times as Chinese offices write them: 2026年12月8日 10:30, 12/15, 下午2点, 46357."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from reception_desk.exchange.phrase import Phrase
from reception_desk.exchange.workbook import Cell

EXCEL_EPOCH: Final = datetime.combine(date(1899, 12, 30), time())
SERIALS: Final = range(20_000, 80_000)  # 1954 to 2119
_WEEKDAY: Final = r"(?:\s*\(?(?:周|星期|礼拜)[一二三四五六日天]\)?)?"
_FULL: Final = re.compile(
    r"(?<!\d)(20\d\d)\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})(?!\d)\s*[日号]?" + _WEEKDAY
)
_COMPACT: Final = re.compile(r"(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?!\d)")
_SHORT: Final = re.compile(r"(?<!\d)()(\d{1,2})\s*月\s*(\d{1,2})(?!\d)\s*[日号]?" + _WEEKDAY)
_SLASH: Final = re.compile(r"(?<![\d/])()(\d{1,2})/(\d{1,2})(?![\d/])" + _WEEKDAY)
_DAY: Final = re.compile(r"(?<![\d月])(\d{1,2})\s*[日号]" + _WEEKDAY)
_PERIOD: Final = r"(凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚)?\s*"
_CLOCK: Final = (
    _PERIOD + r"(?<!\d)(\d{1,2})\s*(?::\s*(\d{2})(?::\d{2})?(?!\d)|[点时](?:\s*(半|整)|\s*(\d{1,2})\s*分?)?)"
    r"(?:\s*([AaPp])\.?[Mm]\.?)?"
)
CLOCK: Final = re.compile(_CLOCK)
CLOCK_RANGE: Final = re.compile(_CLOCK + r"\s*(?:-|~|至|到)\s*" + _CLOCK)
_GROUPS: Final = 6
_NOON: Final = 12
_DAY_HOURS: Final = 24  # 24:00 is midnight
_LATE: Final = {"下午", "傍晚", "晚上", "晚"}
_HALF_YEAR: Final = timedelta(days=183)


@dataclass(frozen=True)
class Calendar:
    """Gives a date without a year the year that brings it nearest to `near`."""

    near: date
    zone: ZoneInfo

    def take_date(self, phrase: Phrase) -> date | None:
        """The first date of a phrase."""
        for pattern in (_FULL, _COMPACT, _SHORT, _SLASH):
            match = phrase.find(pattern)
            if match and (day := self._date(*match.groups())):
                phrase.cut(match)
                return day
        return None

    def take_day(self, phrase: Phrase, after: date) -> date | None:
        """The first `9日` of a phrase, in the month of `after` or the next."""
        match = phrase.find(_DAY)
        if match is None:
            return None
        following = after.replace(day=1) + timedelta(days=32)
        for year, month in ((after.year, after.month), (following.year, following.month)):
            day = _day(year, month, int(match[1]))
            if day and day >= after:
                phrase.cut(match)
                return day
        return None

    def at(self, day: date, clock: time) -> datetime:
        """A moment on the clock of the house."""
        return datetime.combine(day, clock, self.zone)

    def _date(self, year: str, month: str, day: str) -> date | None:
        if year:
            return _day(int(year), int(month), int(day))
        years = (self.near.year, self.near.year + 1, self.near.year - 1)
        days = [found for year_ in years if (found := _day(year_, int(month), int(day)))]
        return min(days, key=lambda found: abs(found - self.near), default=None)


def take_time(phrase: Phrase) -> time | None:
    """The first time of day of a phrase."""
    match = phrase.find(CLOCK)
    if match is None:
        return None
    clock = _clock(*match.groups()[:_GROUPS])
    if clock is not None:
        phrase.cut(match)
    return clock


def take_times(phrase: Phrase) -> tuple[time | None, time | None]:
    """From when until when: `14:00-16:30`; the end may be missing."""
    match = phrase.find(CLOCK_RANGE)
    if match:
        first, last = match.groups()[:_GROUPS], match.groups()[_GROUPS:]
        start, end = _clock(*first), _clock(last[0] or first[0], *last[1:])
        if start is not None and end is not None:
            phrase.cut(match)
            return start, end
    return take_time(phrase), None


def dated_text(cell: Cell) -> str:
    """The text of a cell that should hold a date: a bare Excel serial (46357) reads as its date."""
    if not isinstance(cell.value, float) or int(cell.value) not in SERIALS:
        return cell.text
    moment = EXCEL_EPOCH + timedelta(minutes=round(cell.value * 1440))
    return f"{moment:%Y-%m-%d}" if cell.value.is_integer() else f"{moment:%Y-%m-%d %H:%M}"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(
    period: str | None,
    hour: str,
    minute: str | None,
    half: str | None,
    minutes: str | None,
    meridiem: str | None,
) -> time | None:
    hours = int(hour)
    is_late = period in _LATE or (meridiem or "").lower() == "p" or (period == "中午" and hours < _NOON - 2)
    if is_late and hours < _NOON:
        hours += _NOON
    try:
        return time(
            hours % _DAY_HOURS if hours == _DAY_HOURS else hours,
            30 if half == "半" else int(minute or minutes or 0),
        )
    except ValueError:
        return None
