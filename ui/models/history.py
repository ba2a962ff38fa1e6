"""The history as rows: a heading for each day, below it who did what, and from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Final

from reception_desk.domain.journal import StepKind
from reception_desk.i18n import _
from reception_desk.services.history import Told
from ui.models.rows import Row
from ui.moments import day_as_seen

CLOCK_ROOM: Final = "00:00"
ICONS: Final = {StepKind.DO: "", StepKind.UNDO: "undo", StepKind.REDO: "redo"}


def history_rows(told: Iterable[Told], today: date, *, of_all_visits: bool) -> Iterator[Row]:
    """Newest first; the key of a heading is negative."""
    for day, of_day in groupby(told, key=lambda one: one.at.date()):
        year = "" if day.year == today.year else f" {day.year}"
        yield Row(key=-day.toordinal(), first=f"{day_as_seen(day, today)}{year}")
        for one in of_day:
            yield _row(one, of_all_visits=of_all_visits)


def _row(one: Told, *, of_all_visits: bool) -> Row:
    is_over = not one.counts and one.step.kind is not StepKind.UNDO
    about = (one.step.person, one.visit_number if of_all_visits else "")
    return Row(
        key=one.step.id,
        lead=f"{one.at:%H:%M}",
        lead_room=CLOCK_ROOM,
        icon=ICONS[one.step.kind],
        first=one.said,
        second=" · ".join(filter(None, about)),
        below=_("; ").join(one.changes),
        end=_("taken back") if is_over else "",
    )
