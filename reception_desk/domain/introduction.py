"""Who is introduced to whom, in which order: our side first, each side by rank (B8.1b)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reception_desk.domain.guest import Guest
from reception_desk.domain.host import Host
from reception_desk.domain.protocol_order import by_rank
from reception_desk.domain.visit import Visit


class Side(StrEnum):
    """Whose side somebody stands on."""

    HOST = "host"
    GUEST = "guest"


class HostsFirst(StrEnum):
    """For which visits our side is introduced first; for the others the guests are."""

    ALWAYS = "always"
    FOREIGN = "foreign"


@dataclass(frozen=True, kw_only=True)
class Introduced:
    """One person in their turn."""

    side: Side
    who: Host | Guest

    @property
    def rank(self) -> int | None:
        """The place on the company's rank scale, 1 highest."""
        return self.who.who.rank if isinstance(self.who, Host) else self.who.rank

    def name_in(self, language: str) -> str:
        """The name for a reader of `zh` or `en`."""
        return self.who.name_in(language) if isinstance(self.who, Host) else self.who.person.name_in(language)

    def title_in(self, language: str) -> str:
        """The full title for a reader of `zh` or `en`."""
        return self.who.title_in(language)


def hosts_come_first(visit: Visit, rule: HostsFirst = HostsFirst.ALWAYS) -> bool:
    """Whether our side is introduced first; the procedure asks it of guests from abroad where both are several."""
    if rule is HostsFirst.ALWAYS:
        return True
    return visit.is_foreign and len(visit.guests) > 1 and len(our_party(visit)) > 1


def our_party(visit: Visit) -> list[Host]:
    """Our people once each, by rank, the highest first; without a rank as listed, the interpreter behind them all."""
    known: dict[object, Host] = {}
    for host in sorted(visit.hosts, key=lambda host: (host.is_interpreter, *host.standing)):
        who = host.employee_id or (host.name.strip(), host.department.strip())
        known.setdefault(who, host)
    return list(known.values())


def their_party(visit: Visit) -> list[Guest]:
    """The guests in the order that somebody has put them in; before anybody has, by rank."""
    listed = sorted(visit.guests, key=lambda guest: guest.position)
    as_written = sorted(listed, key=lambda guest: guest.id or 0)
    return by_rank(listed) if listed == as_written else listed


def introduction(visit: Visit, rule: HostsFirst = HostsFirst.ALWAYS) -> list[Introduced]:
    """Everybody in the order in which they are introduced: one side whole, then the other, each by rank."""
    ours = [Introduced(side=Side.HOST, who=host) for host in our_party(visit)]
    theirs = [Introduced(side=Side.GUEST, who=guest) for guest in their_party(visit)]
    return [*ours, *theirs] if hosts_come_first(visit, rule) else [*theirs, *ours]
