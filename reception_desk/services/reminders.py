"""Reminders of one window: what came due since it last looked, until it is done, put away or put off."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from reception_desk.domain.reminder import Reminder, came_due, still_open
from reception_desk.services.today import Today

LATER: Final = timedelta(minutes=10)


class Reminders:
    """What stands to be said; nothing of it is stored, for the items themselves are."""

    def __init__(self, today: Today) -> None:
        self._today = today
        self._looked: datetime | None = None
        self._standing: dict[tuple[int, datetime], Reminder] = {}
        self._put_off: dict[tuple[int, datetime], datetime] = {}
        self._missed: set[tuple[int, datetime]] = set()

    def look(self, now: datetime) -> list[Reminder]:
        """What is new since the last look; the first look finds nothing, for Today shows what is late already."""
        since, self._looked = self._looked, now
        if since is None:
            return []
        items = self._today.open_items(now)
        new = came_due(items, since, now)
        back = [key for key, moment in self._put_off.items() if moment <= now]
        for key in back:
            del self._put_off[key]
        self._standing |= {one.key: one for one in new}
        self._missed |= {one.key for one in new if one.is_missed}
        known = {key: still_open(one, items) for key, one in self._standing.items()}
        self._standing = {key: one for key, one in known.items() if one is not None}
        return [*(self._standing[key] for key in back if key in self._standing), *new]

    def standing(self, now: datetime) -> list[Reminder]:
        """What is still to be said, as far as it is not done meanwhile and not put off, the earliest first."""
        items = self._today.open_items(now) if self._standing else []
        shown = (still_open(one, items) for key, one in self._standing.items() if key not in self._put_off)
        return sorted((one for one in shown if one is not None), key=lambda one: one.due)

    def was_missed(self, visit_id: int, due: datetime | None) -> bool:
        """Whether what is due then came due while nobody could be reminded of it."""
        return due is not None and (visit_id, due) in self._missed

    def put_off(self, reminder: Reminder, now: datetime) -> None:
        """Say it again in ten minutes."""
        self._put_off[reminder.key] = now + LATER

    def put_away(self, reminder: Reminder) -> None:
        """Say it no more; the items stay in the list."""
        self._standing.pop(reminder.key, None)
        self._put_off.pop(reminder.key, None)
