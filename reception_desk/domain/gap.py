"""One thing that matters about a visit, and what must be known beside its facts to find such things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from reception_desk.domain.confirmed_facts import Aspect
from reception_desk.domain.levels import Level
from reception_desk.domain.ranks import RankScale
from reception_desk.i18n import _

MOST_NAMED: Final = 4
"""So many are named in one line; it has to fit."""


class Urgency(StrEnum):
    """How a gap is shown: late hurts already, soon will, plain is to be known."""

    LATE = "late"
    SOON = "soon"
    PLAIN = "plain"


@dataclass(frozen=True, kw_only=True)
class Gap:
    """One thing that matters: a sentence, and where to go to settle it (`section`, and a `field` in it).

    `code` is the item of the checklist by whose time it has to be settled; `hurts_at` that time, where it is known.
    """

    sentence: str
    section: str
    field: str = ""
    urgency: Urgency = Urgency.SOON
    code: str = ""
    hurts_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What the finders are told beside the visit: the procedure that holds of it, and what was told to whom.

    `stale_papers` are those in people's hands that no longer say what is true; `to_collect` were printed again since,
    but the old ones are still about. `unread`: names, phones, dates and numbers that nobody has repeated to the other
    side (A1.5). `is_agreed`: whether the client has confirmed the itinerary as it is (A4.1). None: not asked.
    `fallen`: what of people, place and vehicle was confirmed a second time and changed since (A8).
    """

    level: Level | None = None
    ranks: RankScale | None = None
    hole_minutes: int | None = None
    stale_papers: int = 0
    to_collect: int = 0
    unread: int = 0
    is_agreed: bool | None = None
    without_passport: Sequence[str] = ()
    fallen: Sequence[Aspect] = ()


def named(words: Sequence[str]) -> str:
    """Several words in one line, the first few of them."""
    return _(", ").join(words[:MOST_NAMED]) + (" …" if len(words) > MOST_NAMED else "")
