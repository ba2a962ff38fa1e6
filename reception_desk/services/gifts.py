"""Gifts for guests: the same thing twice to the same person is warned of, with when; nothing blocks (A6.6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reception_desk.domain.gift import Gift, is_same_gift
from reception_desk.domain.visit import Visit
from reception_desk.repository.database import Database


@dataclass(frozen=True, kw_only=True)
class GivenBefore:
    """That somebody was given the same thing at an earlier visit; `when` is that visit's local arrival."""

    gift_id: int
    visit_id: int
    number: str
    when: datetime | None
    name: str


class Gifts:
    """What is asked about gifts; they are added, changed and removed as parts of the visit."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def repeated(self, gifts: Iterable[Gift]) -> dict[int, GivenBefore]:
        """By the id of a gift, when the same thing was given to the same person last, at another visit."""
        found: dict[int, GivenBefore] = {}
        with self._database.reading() as work:
            for gift in gifts:
                before = work.acquaintances.gifts_before(gift.person_id, work.get(Visit, gift.visit_id))
                same = next(
                    ((one, visit) for one, visit in before if is_same_gift(one.name, gift.name)), None
                )
                if same is not None:
                    found[gift.id] = _given(*same)
        return found


def _given(gift: Gift, visit: Visit) -> GivenBefore:
    return GivenBefore(
        gift_id=gift.id,
        visit_id=visit.id,
        number=visit.number,
        when=visit.local(visit.arrival_at),
        name=gift.name,
    )
