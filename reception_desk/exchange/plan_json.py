"""The plan of a visit as JSON for scripts: relation, rosters, introductions, gaps, what is stale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from reception_desk.domain.edition import EditionNow, EditionState
from reception_desk.domain.gap import Gap
from reception_desk.domain.guest import Guest
from reception_desk.domain.host import Host
from reception_desk.domain.introduction import HostsFirst, introduction
from reception_desk.domain.levels import Level
from reception_desk.domain.our_side import Lack, escorts, introducer, lacking, send_off, welcomers
from reception_desk.domain.ranks import RankScale
from reception_desk.domain.relation import rank_of_guest, rank_of_host, ranks_say, relation_of
from reception_desk.domain.second_confirmation import Confirmation
from reception_desk.domain.visit import Visit
from reception_desk.exchange.visit_json import edition_json, local


def plan_json(visit: Visit, level: Level | None, ranks: RankScale, rule: HostsFirst) -> dict[str, Any]:
    """Relation, rosters and introductions; `level` is the visit's, `rule` says who is introduced first."""
    introduces = introducer(visit)
    return {
        "relation": _relation(visit),
        "rosters": {
            "escorts": [_host(host) for host in escorts(visit)],
            "welcomers": [_host(host) for host in welcomers(visit)],
            "send_off": [_host(host) for host in send_off(visit)],
            "introduced_by": _host(introduces) if introduces else None,
            "missing": [_lack(lack) for lack in lacking(visit, level, ranks)],
        },
        "introductions": [
            {
                "side": one.side.value,
                "name": one.name_in("zh"),
                "name_latin": one.name_in("en"),
                "title": one.title_in("zh"),
                "title_latin": one.title_in("en"),
                "rank": one.rank,
                "salutation": one.who.salutation if isinstance(one.who, Guest) else "",
                "pronunciation": one.who.person.pronunciation if isinstance(one.who, Guest) else "",
            }
            for one in introduction(visit, rule)
        ],
        "departments": [
            {
                "department": notice.department,
                "told_at": local(notice.told_at, visit.zone),
                "state": notice.state.value,
                "objection": notice.objection,
            }
            for notice in visit.department_notices
        ],
    }


def _relation(visit: Visit) -> dict[str, Any]:
    relation, by_ranks = relation_of(visit), ranks_say(visit)
    return {
        "value": relation.value if relation else None,
        "by_ranks": by_ranks.value if by_ranks else None,
        "overridden": visit.relation is not None,
        "reason": visit.relation_reason,
        "our_rank": rank_of_host(visit),
        "their_rank": rank_of_guest(visit),
    }


def _host(host: Host) -> dict[str, Any]:
    return {
        "name": host.name_in("zh"),
        "title": host.title_in("zh"),
        "department": host.who.department,
        "rank": host.who.rank,
        "role": host.role,
        "lead": host.is_lead,
    }


def _lack(lack: Lack) -> dict[str, Any]:
    return {
        "role": lack.role.code,
        "zh": lack.role.zh,
        "en": lack.role.en,
        "duties": [duty.value for duty in lack.duties],
        "host": lack.host.name_in("zh") if lack.host else None,
    }


def gaps_json(gaps: Iterable[Gap], zone: str) -> list[dict[str, Any]]:
    """What is lacking, soonest to hurt first."""
    return [
        {
            "sentence": gap.sentence,
            "urgency": gap.urgency.value,
            "section": gap.section,
            "field": gap.field,
            "item": gap.code,
            "hurts_at": local(gap.hurts_at, zone),
        }
        for gap in gaps
    ]


def confirmations_json(found: Sequence[Confirmation], zone: str) -> list[dict[str, Any]]:
    """People, place and vehicle in the last round of the second confirmation (A8)."""
    return [
        {
            "what": one.aspect.value,
            "standing": one.standing.value,
            "by": one.edition.made_by if one.edition else None,
            "at": local(one.edition.made_at if one.edition else None, zone),
        }
        for one in found
    ]


def stale_json(made: Sequence[EditionNow], zone: str) -> list[dict[str, Any]]:
    """Everything that was told, on paper or by word, and is no longer so."""
    return [edition_json(one, zone) for one in made if one.state is EditionState.STALE]
