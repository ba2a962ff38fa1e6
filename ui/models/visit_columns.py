"""The columns that the list of visits can have, and which of them somebody has chosen."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Self

from reception_desk.i18n import N_

MOST_COLUMNS: Final = 9


class Column(StrEnum):
    """The columns, left to right."""

    NUMBER = "number"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    COMPANY = "company"
    MAIN_GUEST = "main_guest"
    PHONE = "phone"
    HEADS = "heads"
    LEVEL = "level"
    PURPOSE = "purpose"
    STANDING = "standing"
    PICK_UP = "pick_up"
    HOTEL = "hotel"
    DEPARTMENT = "department"
    APPLICANT = "applicant"


HEADINGS: Final = {
    Column.NUMBER: N_("Number"),
    Column.ARRIVAL: N_("Arrival"),
    Column.DEPARTURE: N_("Departure"),
    Column.COMPANY: N_("Visiting company"),
    Column.MAIN_GUEST: N_("Main guest"),
    Column.PHONE: N_("Phone of the contact"),
    Column.HEADS: N_("Heads"),
    Column.LEVEL: N_("Level"),
    Column.PURPOSE: N_("Purpose"),
    Column.STANDING: N_("Standing"),
    Column.PICK_UP: N_("Pick-up"),
    Column.HOTEL: N_("Hotel"),
    Column.DEPARTMENT: N_("Owner department"),
    Column.APPLICANT: N_("Applicant"),
}
FIRST_CHOICE: Final = (
    Column.ARRIVAL,
    Column.COMPANY,
    Column.MAIN_GUEST,
    Column.HEADS,
    Column.LEVEL,
    Column.STANDING,
    Column.DEPARTMENT,
)
ALWAYS: Final = frozenset({Column.ARRIVAL, Column.COMPANY})
"""Without these nobody knows which visit a line is."""


@dataclass(frozen=True)
class Columns:
    """Which columns are shown, and how wide those are that somebody has drawn to a width."""

    shown: tuple[Column, ...] = FIRST_CHOICE
    widths: dict[Column, int] = field(default_factory=dict)

    def with_column(self, column: Column, *, shown: bool) -> Self:
        """One column more, or one less; its place is always the same."""
        wanted = {*self.shown, column} if shown else {*self.shown} - {column}
        return type(self)(_in_order(wanted | ALWAYS), self.widths)

    def with_width(self, column: Column, width: int | None) -> Self:
        """A column as wide as somebody drew it; `None`: as wide as its words again."""
        others = {name: kept for name, kept in self.widths.items() if name is not column}
        return type(self)(self.shown, others if width is None else others | {column: width})

    def can_show(self, column: Column) -> bool:
        """Whether there is room for it, or it is shown already."""
        return column in self.shown or len(self.shown) < MOST_COLUMNS

    def as_text(self) -> str:
        """As it is kept for the desk."""
        return json.dumps([[column.value, self.widths.get(column, 0)] for column in self.shown])

    @classmethod
    def from_text(cls, text: str) -> Self:
        """As it was kept; the first choice where nothing, or nothing that is understood, was."""
        try:
            kept = {Column(name): int(width) for name, width in json.loads(text or "[]")}
        except (ValueError, TypeError):
            return cls()
        if not kept:
            return cls()
        widths = {column: width for column, width in kept.items() if width > 0}
        return cls(_in_order({*kept} | ALWAYS)[:MOST_COLUMNS], widths)


def _in_order(columns: Iterable[Column]) -> tuple[Column, ...]:
    chosen = set(columns)
    return tuple(column for column in Column if column in chosen)
