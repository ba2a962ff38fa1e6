"""Our side of a visit, derived: who escorts, welcomes, introduces and sees off, and whom the level still lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, Protocol

from reception_desk.domain.employee import Employee
from reception_desk.domain.entity import Answer
from reception_desk.domain.host import Host
from reception_desk.domain.levels import Level, Role
from reception_desk.domain.ranks import RankScale
from reception_desk.domain.visit import Visit

MATCHING: Final = ("matching_department", "对口")
"""A role that begins so, by code or name, is one of the department that the visit belongs to (对口部门)."""
OF_A_DEPARTMENT: Final = frozenset({"department_manager"})
"""Roles that only the department of the visit can fill: the house has as many as it has departments."""
STAFF: Final = ("staff", "人员", "员工")
"""A role that ends so is anybody's who has no office in the department."""
TITLES: Final = 2_000
MANAGER: Final = ("经理", "manager")
"""Whoever stands below this office is staff of the department."""


class Duty(StrEnum):
    """What a role of a level is called for."""

    ESCORTS = "is_escort"
    WELCOMES = "is_welcomer"
    SEES_OFF = "sees_off"


class Titled(Protocol):
    """Somebody of us, whether on the list of our people or not."""

    department: str
    title: str
    title_latin: str
    rank: int | None


@dataclass(frozen=True, kw_only=True)
class Lack:
    """A role of the level that nobody fills, or whose holder lacks some of its duties."""

    role: Role
    duties: tuple[Duty, ...]
    host: Host | None = None
    """Who holds the role, where only a duty is lacking."""


def escorts(visit: Visit) -> list[Host]:
    """Who accompanies the guests, in the order of our list."""
    return [host for host in visit.hosts if host.is_escort]


def welcomers(visit: Visit) -> list[Host]:
    """Who waits for the guests in the lobby, in the order of our list: a list of its own (B8.1)."""
    return [host for host in visit.hosts if host.is_welcomer]


def send_off(visit: Visit) -> list[Host]:
    """Who stands at the door when the guests leave (B11b)."""
    return [host for host in visit.hosts if host.sees_off]


def introducer(visit: Visit) -> Host | None:
    """Who introduces: the one named so, else the highest of the department that the visit belongs to (B8.1)."""
    named = next((host for host in visit.hosts if host.introduces), None)
    matching = [host for host in visit.hosts if _is_matching(host.who, visit)]
    return named or min(matching, key=lambda host: host.standing, default=None)


def duties_of(level: Level, role: Role) -> tuple[Duty, ...]:
    """What the level asks of a role; whoever escorts also sees off where the level says so (B11b)."""
    is_escort = role in level.escorts
    asked = {
        Duty.ESCORTS: is_escort,
        Duty.WELCOMES: role in level.welcomers,
        Duty.SEES_OFF: is_escort and level.send_off,
    }
    return tuple(duty for duty, wanted in asked.items() if wanted)


def roles_of(level: Level) -> list[Role]:
    """The roles of a level, each once: the escorts, then those who only welcome."""
    return list(dict.fromkeys((*level.escorts, *level.welcomers)))


def lacking(visit: Visit, level: Level | None, ranks: RankScale) -> list[Lack]:
    """What the level asks for and our side lacks, in the order of its roles."""
    if level is None:
        return []
    found = []
    holders = held(visit, level, ranks)
    for role in roles_of(level):
        host = holders.get(role.code)
        duties = tuple(
            duty for duty in duties_of(level, role) if host is None or not getattr(host, duty.value)
        )
        if duties:
            found.append(Lack(role=role, duties=duties, host=host))
    return found


def held(visit: Visit, level: Level, ranks: RankScale) -> dict[str, Host]:
    """Who holds which role of the level, by its code: as written, else by the title; nobody holds two."""
    roles = roles_of(level)
    holders: dict[str, Host] = {}
    for host in visit.hosts:
        if any(role.code == host.role for role in roles):
            holders.setdefault(host.role, host)
    taken = {host.id for host in holders.values()}
    for role in roles:
        if role.code in holders:
            continue
        fitting = [
            host
            for host in visit.hosts
            if host.id not in taken and not _holds(host, roles) and fits(host.who, role, visit, ranks)
        ]
        if fitting:
            holders[role.code] = min(fitting, key=lambda host: host.standing)
            taken.add(holders[role.code].id)
    return holders


def _holds(host: Host, roles: Sequence[Role]) -> bool:
    return any(role.code == host.role for role in roles)


def no_longer_fitting(visit: Visit, level: Level | None) -> list[Host]:
    """Who stands on our list for a role that the level does not have: after a change of the level."""
    if level is None:
        return []
    codes = {role.code for role in roles_of(level)}
    return [host for host in visit.hosts if host.role and host.role not in codes]


def leaders_unsaid(visit: Visit, ranks: RankScale) -> list[Host]:
    """Who of the leadership stands on our list though nobody has said that it takes part: notice hangs on it (P5)."""
    general_manager = ranks.proposed("总经理") or ranks.proposed("general manager")
    if visit.leadership is Answer.YES or general_manager is None:
        return []
    return [host for host in visit.hosts if (host.who.rank or general_manager + 1) <= general_manager]


def asked_about(visit: Visit, level: Level | None, ranks: RankScale) -> list[Role]:
    """Roles that escort and are not named among the welcomers, though the level has some: welcome they too, or not.

    The procedure names the director as an escort of level 1 and leaves it out of the welcome (decisions, 2).
    """
    if level is None or not level.welcomers:
        return []
    holders = held(visit, level, ranks)
    return [
        role
        for role in level.escorts
        if role not in level.welcomers and not (role.code in holders and holders[role.code].is_welcomer)
    ]


def fits(somebody: Titled, role: Role, visit: Visit, ranks: RankScale) -> bool:
    """Whether the title makes somebody the holder of a role; where it says nothing, the rank does."""
    if (is_matching(role) or role.code in OF_A_DEPARTMENT) and not _is_matching(somebody, visit):
        return False
    if is_staff(role):
        manager = next((rank for rank in map(ranks.proposed, MANAGER) if rank is not None), 0)
        return (somebody.rank or _rank(somebody, ranks) or manager + 1) > manager
    offices = _offices(ranks, role.zh, role.en)
    own = _offices(ranks, somebody.title, somebody.title_latin)
    if own:
        return any(_is_same_office(one, other, ranks) for one in own for other in offices)
    wanted = ranks.proposed(role.zh) or ranks.proposed(role.en)
    return wanted is not None and somebody.rank == wanted


@lru_cache(TITLES)
def _offices(ranks: RankScale, *titles: str) -> frozenset[str]:
    """The offices that titles end in; kept, for a house has thousands of people and few titles."""
    return frozenset(office for title in titles if title and (office := ranks.office(title)))


def _is_same_office(one: str, other: str, ranks: RankScale) -> bool:
    """Whether two words are one office: 副总 is short for 副总经理."""
    short = one.startswith(other) or other.startswith(one)
    return one == other or (short and ranks.proposed(one) == ranks.proposed(other))


def candidates(role: Role, visit: Visit, people: Iterable[Employee], ranks: RankScale) -> list[Employee]:
    """Who of our people could fill a role, the likeliest first; nobody who is on the list of the visit already.

    Ahead are the department's own people, the applicant where staff is asked for, then the higher rank.
    """
    there = {host.employee_id for host in visit.hosts}  # with the blank of those who are on no list
    fitting = [one for one in people if one.id not in there and fits(one, role, visit, ranks)]
    return sorted(fitting, key=lambda one: _closeness(one, role, visit, ranks))


def proposed(role: Role, visit: Visit, people: Iterable[Employee], ranks: RankScale) -> Employee | None:
    """Who fills a role, where the facts leave one answer: of several equals a person chooses."""
    found = candidates(role, visit, people, ranks)
    if not found:
        return None
    best = _closeness(found[0], role, visit, ranks)
    return found[0] if sum(_closeness(one, role, visit, ranks) == best for one in found) == 1 else None


def _closeness(somebody: Employee, role: Role, visit: Visit, ranks: RankScale) -> tuple[bool, bool, int]:
    is_applicant = is_staff(role) and bool(visit.applicant) and somebody.name == visit.applicant
    rank = 0 if is_staff(role) else somebody.rank or _rank(somebody, ranks) or 100
    return (not is_applicant, not _is_matching(somebody, visit), rank)


def is_matching(role: Role) -> bool:
    """Whether a role is one of the department that the visit belongs to."""
    return role.code.startswith(MATCHING) or role.zh.startswith(MATCHING)


def is_staff(role: Role) -> bool:
    """Whether a role asks for no office."""
    return role.code.endswith(STAFF) or role.zh.endswith(STAFF)


def _is_matching(somebody: Titled, visit: Visit) -> bool:
    return bool(visit.owner_department) and somebody.department == visit.owner_department


def _rank(somebody: Titled, ranks: RankScale) -> int | None:
    return _rank_of(ranks, somebody.title, somebody.title_latin)


@lru_cache(TITLES)
def _rank_of(ranks: RankScale, title: str, latin: str) -> int | None:
    return ranks.proposed(title) or ranks.proposed(latin)
