"""How many of something a visit needs: so many for each guest, each of us, each seat (A6.5, C4)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.template_table import TemplateTable
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _

MOST_FOR_ONE: Final = 100


class Per(StrEnum):
    """What a quantity is counted by."""

    VISIT = "visit"
    HEAD = "head"
    HOST = "host"
    SEAT = "seat"
    CAR = "car"

    def words(self, say: Callable[[str], str] = _) -> str:
        """What it is counted by, in the language of the screen, or of `say`."""
        return say(_PERS[self])


_PERS: Final = {
    Per.VISIT: N_("Per visit"),
    Per.HEAD: N_("Per guest"),
    Per.HOST: N_("Per host"),
    Per.SEAT: N_("Per seat"),
    Per.CAR: N_("Per car"),
}


@dataclass(frozen=True, kw_only=True)
class Rule:
    """So many (`factor`) for each of what is counted."""

    per: Per
    factor: Fraction = Fraction(1)

    def quantity(self, counts: Mapping[Per, int]) -> int | None:
        """How many are needed: rounded up, for half a plate is none; None where the count is not known yet."""
        return math.ceil(counts.get(self.per, 0) * self.factor) or None


def read_rule(row: TemplateTable) -> Rule | None:
    """The rule under `per` and `factor` of a template's line; without a factor it is one for each."""
    if row.has("per"):
        per = row.choice("per", Per)
        return Rule(per=per, factor=row.amount("factor", MOST_FOR_ONE) if row.has("factor") else Fraction(1))
    if row.has("factor"):
        raise row.refusal(_("“factor” stands without “per”: say what it is counted by."), "factor")
    return None


def seats(visit: Visit, at: Meeting | Meal | None) -> int | None:
    """How many sit at a meeting or meal, guests and ours; None where nobody knows how many guests come."""
    if isinstance(at, Meal) and at.heads is not None:
        return at.heads
    if visit.head_count is None:
        return None
    ours = at.our_heads if at and at.our_heads is not None else len(visit.hosts)
    return visit.head_count + ours


def counts(visit: Visit, at: Meeting | Meal | None = None) -> dict[Per, int]:
    """What quantities are counted by, as far as it is known: `SEAT` at that table, else at the largest meeting."""
    tables: Sequence[Meeting | Meal | None] = [at] if at else visit.meetings or [None]
    at_tables = [seats(visit, one) for one in tables]
    known = [one for one in at_tables if one is not None]
    ours = [one.our_heads for one in visit.meetings if one.our_heads is not None]
    counted = {
        Per.VISIT: 1,
        Per.HEAD: visit.head_count,
        Per.HOST: len(visit.hosts) or max(ours, default=None),
        Per.SEAT: max(known, default=None),
        Per.CAR: len(visit.car_bookings) or None,
    }
    return {per: count for per, count in counted.items() if count is not None}
