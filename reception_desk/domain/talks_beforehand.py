"""Which talks beforehand a visit calls for: one with each chairman or general manager who takes part (A5.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reception_desk.domain.briefing import Briefing
from reception_desk.domain.entity import Answer
from reception_desk.domain.host import Host
from reception_desk.domain.introduction import our_party
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.visit import Visit

ITEM: Final = "118"
"""The item of the checklist that is ticked once all of these talks are done."""
LOWEST_LEADER: Final = 2
"""Chairman and general manager stand on the ranks 1 and 2."""
LEADERS_ROLE: Final = "general_manager"


@dataclass(frozen=True, kw_only=True)
class TalkBeforehand:
    """A talk that is called for; `briefing` is what was written of it, nothing before anybody has.

    `is_ticked`: its item on the list is, so every talk counts as done.
    """

    leader: str
    briefing: Briefing | None = None
    is_ticked: bool = False

    @property
    def is_noted(self) -> bool:
        """Whether it was written down that the points were talked over with this leader."""
        return self.briefing is not None and self.briefing.done_at is not None

    @property
    def is_done(self) -> bool:
        """Whether the points were talked over, as noted here or ticked on the list."""
        return self.is_noted or self.is_ticked


def leaders(visit: Visit) -> list[Host]:
    """Chairman and general manager, as far as they are among the hosts."""
    return [host for host in our_party(visit) if is_leader(host)]


def called(visit: Visit, leader: str, language: str) -> str:
    """What a leader is called for a reader of `zh` or `en`; talks are kept under the Chinese name."""
    host = next((one for one in our_party(visit) if one.name_in("zh") == leader), None)
    return host.name_in(language) if host else leader


def is_leader(host: Host) -> bool:
    """Whether it is the chairman or the general manager, by rank or by the role filled at this visit."""
    rank = host.who.rank
    return host.role == LEADERS_ROLE or (rank is not None and rank <= LOWEST_LEADER)


def talks_beforehand(visit: Visit) -> list[TalkBeforehand]:
    """A talk for each leader, written of or not; one without a name where the leadership comes but nobody is named."""
    written = {briefing.leader.strip(): briefing for briefing in reversed(visit.briefings)}
    names = [host.name_in("zh") for host in leaders(visit)]
    unnamed = written.get("")
    if not names and visit.leadership is Answer.YES:
        names = [""]
    elif unnamed is not None and unnamed.points.strip():
        names.append("")
    names += [name for name in written if name and name not in names]
    ticked = any(item.code == ITEM and item.state is ItemState.DONE for item in visit.items)
    return [TalkBeforehand(leader=name, briefing=written.get(name), is_ticked=ticked) for name in names]
