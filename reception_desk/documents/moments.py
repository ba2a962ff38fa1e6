"""Dates and times as they stand on paper."""

from __future__ import annotations

from datetime import datetime

_DAYS = {"zh": "一二三四五六日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_and_time(moment: datetime, language: str) -> str:
    """`2025年6月3日(周二) 09:30` or `Tue 3 Jun 2025, 09:30`."""
    weekday = _DAYS["en" if language == "en" else "zh"][moment.weekday()]
    if language == "en":
        return f"{weekday} {moment.day} {_MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M}"
    return f"{moment.year}年{moment.month}月{moment.day}日(周{weekday}) {moment:%H:%M}"


def short_day_and_time(moment: datetime) -> str:
    """`6/3 09:30`, for a mark beside which the year is no question."""
    return f"{moment.month}/{moment.day} {moment:%H:%M}"
