"""The order of protocol among the guests: by rank, the highest first (A1.1c)."""

from __future__ import annotations

from collections.abc import Iterable

from reception_desk.domain.guest import Guest
from reception_desk.domain.ranks import LOWEST_RANK


def by_rank(guests: Iterable[Guest]) -> list[Guest]:
    """Those of one rank stay as they stood, the main guest before them; unknown ranks after the known.

    The agent and the interpreter come along with the delegates and stand behind them, whatever their rank.
    """
    return sorted(guests, key=_standing)


def _standing(guest: Guest) -> tuple[bool, int, bool]:
    beside = (guest.is_agent or guest.is_interpreter) and not guest.is_main
    return (beside, guest.rank or LOWEST_RANK + 1, not guest.is_main)
