"""The working days of a year: what the calendar says, and what the company has set by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from reception_desk.domain.special_day import SpecialDay
from reception_desk.domain.working_days import SATURDAY, WorkingDays
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork

_LINE: Final = re.compile(
    r"(\d{4})\D(\d{1,2})\D(\d{1,2})日?"
    r"(?:\s*(?:-|~|–|—|至|到|to)\s*(?:(\d{4})\D)?(\d{1,2})\D(\d{1,2})日?)?[\s,，;；:：]*(.*)"
)
_FREE: Final = ("free", "off", "holiday", "休", "放假", "假")
_WORKED: Final = ("working", "work", "班", "上班", "补班", "调休上班")
LONGEST: Final = 31


@dataclass(frozen=True, kw_only=True)
class Day:
    """One day of the calendar: worked or not, whether that is unusual for its weekday, whether set by hand."""

    day: date
    is_working: bool
    is_shifted: bool
    by_hand: bool
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Year:
    """A year, day by day; `known`: whether the official arrangement is known, else Monday to Friday are counted."""

    year: int
    known: bool
    days: Mapping[date, Day]

    def by_hand(self) -> list[Day]:
        """The days that the company has set itself."""
        return [day for day in self.days.values() if day.by_hand]

    def working(self) -> int:
        """How many days are worked."""
        return sum(day.is_working for day in self.days.values())


class WorkingDayBook:
    """What is asked and done about working days."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def year(self, number: int) -> Year:
        """A year, day by day."""
        with self._database.reading() as work:
            kept = {special.day: special for special in work.special_days.of_year(number)}
        calendar = WorkingDays()
        first = date(number, 1, 1)
        days = (first + timedelta(days=count) for count in range((date(number + 1, 1, 1) - first).days))
        return Year(
            year=number,
            known=calendar.known(number),
            days={day: _day(day, calendar, kept.get(day)) for day in days},
        )

    def set_day(self, day: date, now: datetime, *, is_working: bool, note: str | None = None) -> None:
        """Say that a day is worked or free; one that is as the calendar has it, without a note, is no longer kept."""
        sentence = N_("{day} is a working day") if is_working else N_("{day} is a free day")
        with self._database.unit_of_work(Said(sentence, day=day.isoformat()), now) as work:
            _set(work, day, is_working=is_working, note=note)

    def toggle(self, day: date, now: datetime) -> None:
        """A worked day becomes free, a free one worked."""
        with self._database.reading() as work:
            worked = WorkingDays(work.special_days.overrides()).is_working(day)
        self.set_day(day, now, is_working=not worked)

    def take_list(self, text: str, now: datetime) -> int:
        """Take a list, a day or a stretch a line: `2028-01-26 - 2028-02-01 free Spring Festival`; how many days."""
        read = [_read(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
        days = {day: entry for entry in read for day in entry.days}
        if not days:
            raise ReceptionError(_("There is no day in this list. Nothing was changed."))
        said = Said(N_("Took over a list of {count} days"), count=str(len(days)))
        with self._database.unit_of_work(said, now) as work:
            for day, entry in days.items():
                _set(work, day, is_working=entry.is_working, note=entry.note)
        return len(days)


@dataclass(frozen=True)
class _Entry:
    days: list[date]
    is_working: bool
    note: str


def _day(day: date, calendar: WorkingDays, kept: SpecialDay | None) -> Day:
    worked = calendar.is_working(day) if kept is None else kept.is_working
    return Day(
        day=day,
        is_working=worked,
        is_shifted=worked is not (day.weekday() < SATURDAY),
        by_hand=kept is not None,
        note=kept.note if kept is not None else "",
    )


def _set(work: UnitOfWork, day: date, *, is_working: bool, note: str | None) -> None:
    kept = work.special_days.on(day)
    words = note.strip() if note is not None else kept.note if kept is not None else ""
    as_the_calendar = is_working is WorkingDays().is_working(day)
    if as_the_calendar and not words:
        if kept is not None:
            work.delete(kept)
    elif kept is None:
        work.add(SpecialDay(day=day, is_working=is_working, note=words))
    else:
        work.change(kept, is_working=is_working, note=words)


def _read(number: int, line: str) -> _Entry:
    found = _LINE.match(line.strip())
    if found is None:
        raise _refusal(number, _("begin the line with a day such as 2028-01-26."))
    try:
        first = date(int(found[1]), int(found[2]), int(found[3]))
        last = date(int(found[4] or found[1]), int(found[5]), int(found[6])) if found[5] else first
    except ValueError:
        raise _refusal(number, _("there is no such day.")) from None
    if not 0 <= (last - first).days < LONGEST:
        raise _refusal(number, _("a stretch runs forward and has at most {most} days.").format(most=LONGEST))
    word, _space, note = found[7].strip().partition(" ")
    if word.lower() not in (*_FREE, *_WORKED):
        raise _refusal(number, _("say behind the day whether it is free or working."))
    days = [first + timedelta(days=count) for count in range((last - first).days + 1)]
    return _Entry(days, word.lower() in _WORKED, note.strip())


def _refusal(number: int, reason: str) -> ReceptionError:
    words = _("Line {line}: {reason}").format(line=number, reason=reason)
    return ReceptionError(_("{refusal} Nothing was changed.").format(refusal=words))
