"""Days, times and how long until then, as one says them at the desk."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from reception_desk.i18n import _, current_language, ngettext
from ui.widgets.moment_text import WEEKDAYS

ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def day_of_month(day: date) -> str:
    """A day near by, without its year: 11月23日 周一, Mon 23 Nov."""
    weekday = _(WEEKDAYS[day.weekday()])
    if current_language() == "en":
        return f"{weekday} {day.day} {ENGLISH_MONTHS[day.month - 1]}"
    return f"{day.month}月{day.day}日 {weekday}"


def day_as_seen(day: date, today: date) -> str:
    """A day as seen from today: today, tomorrow, else its date."""
    near = {0: _("Today"), 1: _("Tomorrow"), -1: _("Yesterday")}
    return near.get((day - today).days) or day_of_month(day)


def until(moment: datetime, now: datetime) -> str:
    """How long until then, or how long ago: as coarse as it is far."""
    distance = moment - now
    minutes = round(abs(distance) / timedelta(minutes=1))
    if minutes == 0:
        return _("now")
    return (
        _ahead(distance, minutes, moment, now)
        if distance > timedelta()
        else _ago(-distance, minutes, moment, now)
    )


def _ahead(distance: timedelta, minutes: int, moment: datetime, now: datetime) -> str:
    if distance < 2 * HOUR:
        return ngettext("in {count} minute", "in {count} minutes", minutes).format(count=minutes)
    if distance < DAY:
        hours = round(distance / HOUR)
        return ngettext("in {count} hour", "in {count} hours", hours).format(count=hours)
    days = (moment.date() - now.date()).days
    return ngettext("in {count} day", "in {count} days", days).format(count=days)


def _ago(distance: timedelta, minutes: int, moment: datetime, now: datetime) -> str:
    if distance < 2 * HOUR:
        return ngettext("{count} minute ago", "{count} minutes ago", minutes).format(count=minutes)
    if distance < DAY:
        hours = round(distance / HOUR)
        return ngettext("{count} hour ago", "{count} hours ago", hours).format(count=hours)
    days = (now.date() - moment.date()).days
    return ngettext("{count} day ago", "{count} days ago", days).format(count=days)
