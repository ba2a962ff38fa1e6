"""The second confirmation: people, place and vehicle are confirmed once more before the guests come (A8).

Each tick is an edition of the facts that were confirmed, so that a later change of one of them lets fall the ticks that
it concerns, and no other. `confirmed_facts.py` says which facts each of the three is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from reception_desk.domain.confirmed_facts import Aspect, facts_of
from reception_desk.domain.due import Offset, Unit
from reception_desk.domain.edition import Content, Edition
from reception_desk.domain.levels import Level
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_

FIRST_ITEM: Final = "189"
LAST_ITEM: Final = "190"
DOCUMENTS: Final = {aspect: f"second-{aspect.value}" for aspect in Aspect}
FIELD: Final = "confirmation"
"""How the place where it is done is called, `preparation/confirmation:people`."""
WORDS: Final = {Aspect.PEOPLE: N_("People"), Aspect.PLACE: N_("Place"), Aspect.VEHICLE: N_("Vehicle")}


class Standing(StrEnum):
    """Whether one of the three is confirmed: not yet, yes, or yes but a fact was changed since."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    FELL = "fell"


@dataclass(frozen=True, kw_only=True)
class Confirmation:
    """One of the three as it stands in a round: the facts as they are now, and the tick that counts."""

    aspect: Aspect
    content: Content
    edition: Edition | None = None

    @property
    def standing(self) -> Standing:
        """How it stands."""
        if self.edition is None:
            return Standing.OPEN
        return Standing.CONFIRMED if self.content_then == self.content else Standing.FELL

    @property
    def is_fresh(self) -> bool:
        """Whether it is confirmed as it is now."""
        return self.standing is Standing.CONFIRMED

    @property
    def content_then(self) -> Content:
        """What was confirmed."""
        stored = self.edition.content if self.edition is not None else []
        return tuple((str(name), str(value)) for name, value in stored)


def rounds_of(level: Level | None) -> tuple[Offset, ...]:
    """When the rounds of a visit of this level are made; half a day before the arrival where no level is known."""
    return level.confirmation_rounds if level is not None else (Offset(-1, Unit.HALF_DAY),)


def item_of(number: int, rounds: int) -> str:
    """The item of the checklist that a round ticks off; blank for one between the first and the last."""
    if number >= rounds:
        return LAST_ITEM
    return FIRST_ITEM if number == 1 else ""


def round_under_way(dues: Sequence[datetime | None], editions: Sequence[Edition], now: datetime) -> int:
    """Which round it is, 1 first: the next begins once a round is made, or its time (`dues`) is over."""
    for number, due in enumerate(dues[:-1], 1):
        is_made = all(_ticks(editions, aspect, number) for aspect in Aspect)
        if not is_made and (due is None or now <= due):
            return number
    return len(dues)


def confirmations(visit: Visit, editions: Sequence[Edition], number: int) -> tuple[Confirmation, ...]:
    """How the three stand in a round; `editions` are the visit's, newest first."""
    return tuple(
        Confirmation(
            aspect=aspect,
            content=facts_of(visit, aspect),
            edition=next(
                (one for one in _ticks(editions, aspect, number) if one.replaced_by_id is None), None
            ),
        )
        for aspect in Aspect
    )


def _ticks(editions: Sequence[Edition], aspect: Aspect, number: int) -> list[Edition]:
    """What was ticked in this round or a later one: a visit may have come to a level with fewer rounds."""
    return list(_of_round(editions, DOCUMENTS[aspect], number))


def _of_round(editions: Sequence[Edition], document: str, number: int) -> Iterator[Edition]:
    for one in editions:
        is_tick = one.document == document and one.withdrawn_at is None
        if is_tick and int(one.choice.get("round", 1)) >= number:
            yield one
