"""What a change touches, as rows: a heading for each kind, below it what to change, to collect, whom to tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reception_desk.domain.consequences import Concern, Consequence
from reception_desk.i18n import N_, _, ngettext
from ui.models.rows import Row

HEADINGS: Final = {
    Concern.BOOKING: N_("Bookings to change"),
    Concern.PAPER: N_("Papers to collect and print again"),
    Concern.PERSON: N_("People to tell"),
    Concern.SIGN: N_("Words on signs"),
    Concern.CONFIRMATION: N_("Confirmations that no longer hold"),
}
ICONS: Final = {
    Concern.BOOKING: "bookings",
    Concern.PAPER: "paper",
    Concern.PERSON: "person",
    Concern.SIGN: "sign",
    Concern.CONFIRMATION: "check-circle",
}
HEADING_KEYS: Final = {concern: -1 - place for place, concern in enumerate(Concern)}


@dataclass(frozen=True, kw_only=True)
class TouchedRow(Row):
    """A row of the list; `can_tick`: whether it has a box, `is_done`: whether it is ticked."""

    is_heading: bool = False
    can_tick: bool = False
    is_done: bool = False


def touched_rows(lines: Sequence[Consequence]) -> list[TouchedRow]:
    """The rows, each kind under its heading; the key of a line is its place."""
    rows: list[TouchedRow] = []
    for concern in Concern:
        of_kind = [(place, line) for place, line in enumerate(lines) if line.concern is concern]
        if of_kind:
            rows.append(_heading(concern, [line for _place, line in of_kind]))
            rows += [_row(place, line) for place, line in of_kind]
    return rows


def _heading(concern: Concern, lines: Sequence[Consequence]) -> TouchedRow:
    return TouchedRow(
        key=HEADING_KEYS[concern],
        first=_(HEADINGS[concern]),
        end=str(sum(not line.is_done for line in lines)),
        is_heading=True,
    )


def _row(key: int, line: Consequence) -> TouchedRow:
    return TouchedRow(
        key=key,
        first=line.what,
        second=_second(line),
        below=_("; ").join(line.changes),
        end=_(end_of(line)),
        tone="done" if line.is_done else "late",
        icon=ICONS[line.concern],
        can_tick=can_tick(line),
        is_done=line.is_done,
    )


def _second(line: Consequence) -> str:
    if line.concern is Concern.PAPER and line.can_collect:
        copies = ngettext("{count} copy", "{count} copies", line.copies).format(count=line.copies)
        return " · ".join(filter(None, (line.who, copies)))
    return line.who


def can_tick(line: Consequence) -> bool:
    """Whether somebody can note with one key that it is seen to."""
    return line.can_tell or line.can_collect


def end_of(line: Consequence) -> str:
    """Where a line stands: a msgid."""
    if line.is_done:
        return N_("told")
    if line.can_tell:
        return N_("not told yet")
    if line.can_collect:
        return N_("to be collected")
    return N_("to be seen to")
