"""Which words of welcome must name nobody before others have them: a rival is on the same sign at the same time."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from reception_desk.domain.lead_times import LeadTimes
from reception_desk.domain.visit import Visit
from reception_desk.domain.welcome import WelcomeMessage
from reception_desk.domain.welcome_state import Window, window_of
from reception_desk.repository.unit_of_work import UnitOfWork

Entry = tuple[WelcomeMessage, Visit | None]
Pairs = AbstractSet[tuple[int, int]]


def discreet(work: UnitOfWork, entries: Iterable[Entry], times: LeadTimes) -> frozenset[int]:
    """The ids of those messages that a rival would read at some time: whoever looks after the sign has them once."""
    rivals = {(pair.company_id, pair.rival_id) for pair in work.welcome.rivals()}
    concerned = _placed(entries, rivals, times)
    if not concerned:
        return frozenset()
    others = work.welcome.not_over(min(one.window.starts for one in concerned))
    visits = work.welcome.visits({other.visit_id for other in others if other.visit_id})
    known = _placed(((other, visits.get(other.visit_id or 0)) for other in others), rivals, times)
    return frozenset(
        one.message_id for one in concerned if any(_must_not_meet(one, other, rivals) for other in known)
    )


@dataclass(frozen=True)
class _Placed:
    message_id: int
    sign_id: int
    company_id: int
    window: Window


def _placed(entries: Iterable[Entry], rivals: Pairs, times: LeadTimes) -> list[_Placed]:
    """Where and when the words for companies that have rivals are shown."""
    among = {company for pair in rivals for company in pair}
    found = []
    for message, visit in entries:
        window = window_of(message, visit, times)
        if visit is None or visit.company_id not in among or window is None or message.is_over:
            continue
        found.append(_Placed(message.id, message.sign_id, visit.company_id, window))
    return found


def _must_not_meet(one: _Placed, other: _Placed, rivals: Pairs) -> bool:
    pair = min(one.company_id, other.company_id), max(one.company_id, other.company_id)
    meet = one.window.starts < other.window.ends and other.window.starts < one.window.ends
    return pair in rivals and one.sign_id == other.sign_id and meet
