"""Things that somebody puts into an order by hand: guests, hosts, stops of the tour, questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Placed(Protocol):
    """Something with a place among its like, 1 first."""

    id: int
    position: int


def put_at(ones: Iterable[Placed], moved_id: int, position: int) -> None:
    """Put one of them at a place, 1 first; the others keep their order and close up."""
    order = sorted(ones, key=lambda one: one.id == moved_id)
    order.insert(max(position, 1) - 1, order.pop())
    for place, one in enumerate(order, 1):
        one.position = place
