"""Dates and times as they stand on paper."""

from __future__ import annotations

from datetime import date, datetime

_DAYS = {"zh": "一二三四五六日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_and_time(moment: datetime, language: str) -> str:
    """`2025年6月3日(周二) 09:30` or `Tue 3 Jun 2025, 09:30`."""
    return f"{day(moment, language)}{', ' if language == 'en' else ' '}{moment:%H:%M}"


def day(moment: date, language: str) -> str:
    """`2025年6月3日(周二)` or `Tue 3 Jun 2025`."""
    weekday = _DAYS["en" if language == "en" else "zh"][moment.weekday()]
    if language == "en":
        return f"{weekday} {plain_day(moment, language)}"
    return f"{plain_day(moment, language)}(周{weekday})"


def plain_day(moment: date, language: str) -> str:
    """`2025年6月3日` or `3 Jun 2025`."""
    if language == "en":
        return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    return f"{moment.year}年{moment.month}月{moment.day}日"


def month(first: date, language: str) -> str:
    """`2025年6月` or `Jun 2025`."""
    if language == "en":
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{first.year}年{first.month}月"


def short_day_and_time(moment: datetime) -> str:
    """`6/3 09:30`, for a mark beside which the year is no question."""
    return f"{moment.month}/{moment.day} {moment:%H:%M}"


def brief_day_and_time(moment: datetime, language: str) -> str:
    """`6月3日 09:30` or `3 Jun 09:30`, where the year is no question."""
    if language == "en":
        return f"{moment.day} {_MONTHS[moment.month - 1]} {moment:%H:%M}"
    return f"{moment.month}月{moment.day}日 {moment:%H:%M}"
