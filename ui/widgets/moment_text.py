"""Dates and times as people write them, read (`read_moment`) and written (`moment_words`); `now` comes from outside."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _

WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
RELATIVE = {
    "大后天": 3,
    "后天": 2,
    "明天": 1,
    "明日": 1,
    "明": 1,
    "今天": 0,
    "今日": 0,
    "今": 0,
    "昨天": -1,
    "昨日": -1,
    "前天": -2,
    "tomorrow": 1,
    "today": 0,
    "yesterday": -1,
}
NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
LONG_PAST = timedelta(days=60)
AFTERNOON = ("下午", "晚上", "傍晚", "晚", "pm")
MORNING = ("上午", "早上", "早晨", "凌晨", "清晨", "早", "am")
NOON = ("中午",)
HALF_DAY = 12
HALF_HOUR = 30
SHORT_YEAR = 100

_YMD = re.compile(r"(?<!\d)(\d{4}|\d{2}(?=年))\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_COMPACT = re.compile(r"(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)")
_MD = re.compile(r"(?<![\d:])(\d{1,2})\s*(?:月\s*(\d{1,2})\s*[日号]?|[-/](\d{1,2})(?![\d:]))")
_D = re.compile(r"(?<![\d:])(\d{1,2})\s*[日号]")
_ENGLISH = re.compile(r"\b(?:(\d{1,2})\s+([a-z]{3})[a-z]*|([a-z]{3})[a-z]*\s+(\d{1,2}))(?:,?\s+(20\d{2}))?\b")
_WEEK = re.compile(r"(下下|下|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天])")
_ENGLISH_WEEK = re.compile(r"\b(next\s+)?(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b")
_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?::\s*(\d{1,2})(?::\d{2})?|[点时](?:\s*(半|[一三]刻|\d{1,2})(?:分|(?!\d))|整)?)\s*(am|pm)?"
)
_BARE_HOUR = re.compile(r"(?<!\d)(\d{1,2})\s*(am|pm)\b")
_COMPACT_CLOCK = re.compile(r"^([01]\d|2[0-3])([0-5]\d)$")


@dataclass(frozen=True)
class ReadMoment:
    """What was written: a day, a time of day, or both."""

    day: date | None
    clock: time | None


def read_moment(text: str, now: datetime) -> ReadMoment | None:
    """What the text means as seen from `now`; nothing where any part of it is not understood."""
    rest = _chinese_figures(unicodedata.normalize("NFKC", text).strip().lower())
    if not rest:
        return None
    try:
        day, rest = _take_day(rest, now.date())
        clock, rest = _take_clock(rest)
    except ValueError:
        return None
    rest = _without_weekday(rest) if day else rest
    if re.sub(r"[\s,.t()]", "", rest) or (day is None and clock is None):
        return None
    return ReadMoment(day, clock)


def understood_moment(text: str, now: datetime, stored: datetime | None = None) -> datetime:
    """The moment that was written; a day alone keeps the time of `stored`, a time alone its day, or means today.

    A ReceptionError says how to write it where it is not understood.
    """
    read = read_moment(text, now)
    if read is None:
        sentence = _("{text} is not a date and time. Write for example 12-8 10:30 or 明天 9:30.")
        raise ReceptionError(sentence.format(text=text.strip()))
    day = read.day or (stored or now).date()
    clock = read.clock or (stored.time().replace(second=0, microsecond=0) if stored else None)
    if clock is None:
        example = f"{day:%m-%d} 10:30"
        raise ReceptionError(_("Write the time as well, for example {example}.").format(example=example))
    return datetime.combine(day, clock, (stored or now).tzinfo)


def _chinese_figures(text: str) -> str:
    """十二月八日十点 → 12月8日10点; only where a unit follows, so that 周三 stays."""

    def figure(match: re.Match[str]) -> str:
        tens, has_ten, ones = match[1], match[2], match[3]
        value = (NUMERALS[tens] if tens else 1) * 10 if has_ten else 0
        return str(value + (NUMERALS[ones] if ones else 0)) if has_ten else str(NUMERALS[ones or tens])

    digit = "[零〇一二两三四五六七八九]"
    both = re.compile(rf"(?<![周期拜])({digit})?(十)({digit})?(?=[月日号点时分])")
    single = re.compile(rf"(?<![周期拜])()()({digit})(?=[月日号点时分])")
    return single.sub(figure, both.sub(figure, text))


def _cut(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"


def _take_day(text: str, today: date) -> tuple[date | None, str]:
    for reader in (_full_date, _month_and_day, _relative_day, _english_date, _weekday, _day_of_month):
        found = reader(text, today)
        if found is not None:
            return found
    return None, text


def _full_date(text: str, today: date) -> tuple[date, str] | None:
    match = _YMD.search(text) or _COMPACT.search(text)
    if match is None:
        return None
    year = int(match[1])
    year += today.year // SHORT_YEAR * SHORT_YEAR if year < SHORT_YEAR else 0
    return date(year, int(match[2]), int(match[3])), _cut(text, match)


def _month_and_day(text: str, today: date) -> tuple[date, str] | None:
    match = _MD.search(text)
    if match is None:
        return None
    return _near(today, int(match[1]), int(match[2] or match[3])), _cut(text, match)


def _near(today: date, month: int, day: int) -> date:
    """Without a year the next such day is meant, or one not long past."""
    for year in range(today.year, today.year + 5):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today - LONG_PAST:
            return found
    raise ValueError(f"{month}-{day} never comes")


def _relative_day(text: str, today: date) -> tuple[date, str] | None:
    for word, days in RELATIVE.items():
        if word in text:
            return today + timedelta(days=days), text.replace(word, " ", 1)
    return None


def _english_date(text: str, today: date) -> tuple[date, str] | None:
    for match in _ENGLISH.finditer(text):
        name = match[2] or match[3]
        if name in ENGLISH_MONTHS:
            month, day = ENGLISH_MONTHS.index(name) + 1, int(match[1] or match[4])
            found = date(int(match[5]), month, day) if match[5] else _near(today, month, day)
            return found, _cut(text, match)
    return None


def _weekday(text: str, today: date) -> tuple[date, str] | None:
    if match := _WEEK.search(text):
        wanted = min("一二三四五六日天".index(match[2]), 6)
        weeks = {"下下": 2, "下": 1}.get(match[1] or "", 0)
    elif match := _ENGLISH_WEEK.search(text):
        wanted, weeks = ENGLISH_DAYS.index(match[2]), 1 if match[1] else 0
    else:
        return None
    monday = today - timedelta(days=today.weekday())
    found = monday + timedelta(days=wanted, weeks=weeks)
    if found < today and match[1] is None:
        found += timedelta(weeks=1)
    return found, _cut(text, match)


def _day_of_month(text: str, today: date) -> tuple[date, str] | None:
    match = _D.search(text)
    if match is None:
        return None
    day = int(match[1])
    for months in range(12):
        year, month = divmod(today.month - 1 + months, 12)
        try:
            found = date(today.year + year, month + 1, day)
        except ValueError:
            continue
        if found >= today:
            return found, _cut(text, match)
    raise ValueError(f"there is no day {day}")


def _take_clock(text: str) -> tuple[time | None, str]:
    part, rest = _part_of_day(text)
    if match := _CLOCK.search(rest):
        hour, minute, part = int(match[1]), _minute(match[2] or match[3]), match[4] or part
    elif match := _BARE_HOUR.search(rest):
        hour, minute, part = int(match[1]), 0, match[2]
    elif match := _COMPACT_CLOCK.search(rest.strip()):
        return time(int(match[1]), int(match[2])), ""
    else:
        return None, text
    if (part in AFTERNOON and hour < HALF_DAY) or (part in NOON and hour < HALF_DAY - 1):
        hour += HALF_DAY
    elif part == "am" and hour == HALF_DAY:
        hour = 0
    return time(hour, minute), _cut(rest, match)


def _part_of_day(text: str) -> tuple[str, str]:
    for word in (*AFTERNOON[:-1], *MORNING[:-1], *NOON):
        if word in text:
            return word, text.replace(word, " ", 1)
    return "", text


def _minute(text: str | None) -> int:
    if not text:
        return 0
    return {"半": HALF_HOUR, "一刻": 15, "三刻": 45}.get(text) or int(text)


def _without_weekday(text: str) -> str:
    """A weekday beside a date says nothing more."""
    return _ENGLISH_WEEK.sub(" ", _WEEK.sub(" ", text))


def day_words(day: date) -> str:
    """A date as we write it: 2026-12-08 周二."""
    return f"{day.isoformat()} {_(WEEKDAYS[day.weekday()])}"


def moment_words(moment: datetime) -> str:
    """A date and time as we write them: 2026-12-08 周二 10:30."""
    return f"{day_words(moment.date())} {moment:%H:%M}"
