"""What is remembered of guests and companies that come again, and what of it is old enough to be asked anew (5.14)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from reception_desk.domain.dossier import is_old
from reception_desk.domain.guest import Guest
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _, ngettext

NEEDS: Final = ("diet", "lodging", "customs", "drink", "preferences")
"""What is asked of every guest: None is not asked, "" asked and none."""


@dataclass(frozen=True, kw_only=True)
class OldNeeds:
    """The needs of one guest that were last asked for more than a year before: ask again."""

    guest_id: int
    fields: tuple[str, ...]
    as_of: date


@dataclass(frozen=True, kw_only=True)
class EarlierVisit:
    """A visit that somebody came with before, for reading."""

    visit_id: int
    number: str
    arrived_at: datetime
    level: int | None
    title: str
    received_by: tuple[str, ...]
    gifts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Remembered:
    """How much of a visit's guests was known before: how many came before, whether needs came along, what is old."""

    seen: int = 0
    brought_along: bool = False
    old: tuple[OldNeeds, ...] = ()
    is_dossier_old: bool = False

    @property
    def old_facts(self) -> int:
        """How many facts want to be asked again."""
        return sum(len(needs.fields) for needs in self.old) + self.is_dossier_old

    def sentence(self) -> str:
        """4 guests seen before; preferences taken over; 2 facts older than a year: confirm."""
        parts = []
        if self.seen:
            words = ngettext("{count} guest seen before", "{count} guests seen before", self.seen)
            parts.append(words.format(count=self.seen))
        if self.brought_along:
            parts.append(_("what we know was taken over"))
        if self.old_facts:
            words = ngettext(
                "{count} fact older than a year: confirm",
                "{count} facts older than a year: confirm",
                self.old_facts,
            )
            parts.append(words.format(count=self.old_facts))
        return _("; ").join(parts)


def asked_needs(guest: Guest) -> tuple[str, ...]:
    """The needs that somebody has answered."""
    return tuple(field for field in NEEDS if getattr(guest, field) is not None)


def needs_to_confirm(visit: Visit, today: date) -> list[OldNeeds]:
    """Whose needs are older than a year when they arrive, else today; the guests in their order."""
    day = _day_that_counts(visit, today)
    return [
        OldNeeds(guest_id=guest.id, fields=asked_needs(guest), as_of=guest.needs_as_of)
        for guest in visit.guests
        if guest.needs_as_of is not None and is_old(guest.needs_as_of, day) and asked_needs(guest)
    ]


def _day_that_counts(visit: Visit, today: date) -> date:
    arrival = visit.local(visit.arrival_at)
    return arrival.date() if arrival else today


def oldest(days: Iterable[date | None]) -> date | None:
    """The earliest of the days that are known."""
    return min((day for day in days if day is not None), default=None)
