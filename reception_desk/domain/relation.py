"""Whether our lead host ranks with the main guest, above or below: 对等, 高格, 低格 (A3.1)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reception_desk.domain.visit import Visit


class Relation(StrEnum):
    """How our side receives, seen from the ranks of the two who lead."""

    EQUAL = "equal"
    HIGH = "high"
    LOW = "low"


class Leader(StrEnum):
    """The two whose ranks are compared."""

    HOST = "host"
    GUEST = "guest"


def relation_of(visit: Visit) -> Relation | None:
    """How we receive: as a person decided, else as the ranks say; None where they do not say."""
    return visit.relation or ranks_say(visit)


def ranks_say(visit: Visit) -> Relation | None:
    """What the ranks of our lead host and of the main guest say (1 is the highest); None where one is lacking."""
    ours, theirs = rank_of_host(visit), rank_of_guest(visit)
    if ours is None or theirs is None:
        return None
    if ours == theirs:
        return Relation.EQUAL
    return Relation.HIGH if ours < theirs else Relation.LOW


def rank_gap(visit: Visit) -> int | None:
    """By how many ranks the two are apart; None where one is lacking."""
    ours, theirs = rank_of_host(visit), rank_of_guest(visit)
    return None if ours is None or theirs is None else abs(ours - theirs)


def rank_of_host(visit: Visit) -> int | None:
    """The rank of who leads on our side."""
    lead = visit.lead_host
    return None if lead is None else lead.who.rank


def rank_of_guest(visit: Visit) -> int | None:
    """The rank of the main guest."""
    main = visit.main_guest
    return None if main is None else main.rank


def lacking_ranks(visit: Visit) -> list[Leader]:
    """Whose rank is not known: without both nothing can be said."""
    ranks = {Leader.HOST: rank_of_host(visit), Leader.GUEST: rank_of_guest(visit)}
    return [leader for leader, rank in ranks.items() if rank is None]
