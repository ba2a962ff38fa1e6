"""What is due now and reminded of: gathered by visit and moment; what the computer slept through was missed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final

from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.visit import Visit

LATE_LOOK: Final = timedelta(minutes=3)
"""Between two looks at the clock lies a minute; where more than this does, nobody was there to be reminded."""

DueItem = tuple[datetime, Visit, PlannedItem]


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """The items of one visit that are due at one moment; `is_missed`: the moment went by unseen."""

    visit: Visit
    due: datetime
    items: tuple[PlannedItem, ...]
    is_missed: bool = False

    @property
    def key(self) -> tuple[int, datetime]:
        """What it is known by."""
        return self.visit.id, self.due


def came_due(items: Iterable[DueItem], since: datetime, now: datetime) -> list[Reminder]:
    """What came due after the last look at `since`, up to `now`, the earliest first."""
    was_away = now - since > LATE_LOOK
    found = sorted(
        (row for row in items if since < row[0] <= now), key=lambda row: (row[0], row[1].id, row[2].code)
    )
    return [
        Reminder(
            visit=rows[0][1], due=due, items=tuple(row[2] for row in rows), is_missed=was_away and due < now
        )
        for (due, _visit_id), group in groupby(found, key=lambda row: (row[0], row[1].id))
        if (rows := list(group))
    ]


def still_open(reminder: Reminder, items: Iterable[DueItem]) -> Reminder | None:
    """The reminder with what is left of it to be done at that moment; None where nothing is."""
    left = [(visit, item) for due, visit, item in items if (visit.id, due) == reminder.key]
    if not left:
        return None
    return Reminder(
        visit=left[0][0],
        due=reminder.due,
        items=tuple(item for _visit, item in left),
        is_missed=reminder.is_missed,
    )
