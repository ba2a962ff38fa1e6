"""The tour beside the time that the itinerary has for it, and beside what the client is interested in (A4.3, A2.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from reception_desk.domain.tour import TourStop
from reception_desk.domain.visit import Visit

_BETWEEN_PHRASES: Final = re.compile(r"[,，、;；\n]+")


@dataclass(frozen=True, kw_only=True)
class TourTime:
    """Minutes that the stops need; `unknown` stops say none. `slot`: the minutes there are, if anybody has said."""

    needed: int
    unknown: int
    slot: int | None

    @property
    def over(self) -> int:
        """How many minutes too long the tour is."""
        return max(0, self.needed - self.slot) if self.slot is not None else 0


def tour_time(visit: Visit) -> TourTime:
    """The minutes of all stops, and of all rows of the itinerary that are the tour."""
    known = [stop.minutes for stop in visit.tour_stops if stop.minutes is not None]
    slots = [
        row.ends_at - row.starts_at
        for row in visit.itinerary
        if row.is_tour and row.starts_at is not None and row.ends_at is not None
    ]
    slot = int(sum(slots, timedelta()) / timedelta(minutes=1)) if slots else None
    return TourTime(needed=sum(known), unknown=len(visit.tour_stops) - len(known), slot=slot)


def interest_words(text: str) -> list[str]:
    """What somebody is interested in, word by word: phrases between commas, else words between blanks."""
    parts = _BETWEEN_PHRASES.split(text) if _BETWEEN_PHRASES.search(text) else text.split()
    return list(dict.fromkeys(part.strip() for part in parts if part.strip()))


def appeals(stop: TourStop, interests: Sequence[str]) -> bool:
    """Whether a stop shows something of what they are interested in."""
    said = f"{stop.interests}\n{stop.product}\n{stop.place}".casefold()
    return any(word.casefold() in said for word in interests)
