"""When an item is due: an offset from a time of the visit, derived anew whenever that time moves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from reception_desk.domain.working_days import WorkingDays
from reception_desk.i18n import _

NOON = time(12)
THE_AFTERNOON_BEFORE = time(14)
THE_SAME_MORNING = time(8, 30)
_OFFSET = re.compile(r"([+-])([1-9]\d{0,3})(m|h|d|wd)", re.ASCII)


class Unit(StrEnum):
    """What an offset counts."""

    MINUTES = "m"
    HOURS = "h"
    DAYS = "d"
    WORKING_DAYS = "wd"
    HALF_DAY = "H"


@dataclass(frozen=True)
class Offset:
    """How far from its anchor something is due; negative amounts lie before it."""

    amount: int = 0
    unit: Unit = Unit.MINUTES

    @classmethod
    def parse(cls, text: str) -> Offset:
        """Read `-30m`, `+2h`, `-2d`, `+3wd`, `-H` or nothing; anything else is a ValueError."""
        if not text:
            return cls()
        if text == "-H":
            return cls(-1, Unit.HALF_DAY)
        match = _OFFSET.fullmatch(text)
        if match is None:
            msg = f"not an offset: {text}"
            raise ValueError(msg)
        return cls(int(match[1] + match[2]), Unit(match[3]))

    def __str__(self) -> str:
        if self.unit is Unit.HALF_DAY:
            return "-H"
        return f"{self.amount:+d}{self.unit}" if self.amount else ""


def due_at(offset: Offset, anchor: datetime, zone: ZoneInfo, calendar: WorkingDays) -> datetime:
    """The moment, in UTC, that lies `offset` from `anchor`; days keep the time on the clock of `zone`.

    A time that the clock skips in spring is taken an hour later; of a time that comes twice in autumn, the first.
    """
    if anchor.tzinfo is None:
        msg = f"a moment without a zone: {anchor}"
        raise ValueError(msg)
    match offset.unit:
        case Unit.MINUTES:
            return anchor.astimezone(UTC) + timedelta(minutes=offset.amount)
        case Unit.HOURS:
            return anchor.astimezone(UTC) + timedelta(hours=offset.amount)
        case Unit.DAYS | Unit.WORKING_DAYS | Unit.HALF_DAY:
            day, clock = _on_the_clock(offset, anchor.astimezone(zone), calendar)
            return datetime.combine(day, clock, zone).astimezone(UTC)


def _on_the_clock(offset: Offset, local: datetime, calendar: WorkingDays) -> tuple[date, time]:
    """The day and the time of day for an offset that counts days."""
    day, clock = local.date(), local.time()
    if offset.unit is Unit.DAYS:
        return day + timedelta(days=offset.amount), clock
    if offset.unit is Unit.WORKING_DAYS:
        return calendar.shift(day, offset.amount), clock
    if clock < NOON:
        return calendar.shift(day, -1), THE_AFTERNOON_BEFORE
    return day, THE_SAME_MORNING


def guessed_year(offset: Offset, anchor: datetime, zone: ZoneInfo, calendar: WorkingDays) -> int | None:
    """The first year for which working days had to be guessed to find a due time; None where all are known."""
    if offset.unit not in (Unit.WORKING_DAYS, Unit.HALF_DAY):
        return None
    start = anchor.astimezone(zone).date()
    due = due_at(offset, anchor, zone, calendar).astimezone(zone).date()
    if due == start:
        return None
    next_to_start = start + timedelta(days=1 if due > start else -1)
    years = sorted({next_to_start.year, due.year})
    return next((year for year in years if not calendar.known(year)), None)


def guess_note(year: int | None) -> str:
    """What to say beside a due time for which working days were guessed; nothing where they are known."""
    if year is None:
        return ""
    return _("The holidays of {year} are not known yet; Monday to Friday are counted.").format(year=year)


def calendar_note(offset: Offset, anchor: datetime, zone: ZoneInfo, calendar: WorkingDays) -> str:
    """The same for an offset that is not planned yet."""
    return guess_note(guessed_year(offset, anchor, zone, calendar))
