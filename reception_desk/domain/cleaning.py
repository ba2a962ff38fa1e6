"""Cleaning: which zones are to be clean for a visit, by when, and which are (A6.4c, C1, C2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from reception_desk.domain.checklist import Anchor
from reception_desk.domain.house_lists import HouseLists, Zone
from reception_desk.domain.list_tick import ListTick
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.visit import Visit

ZONE: Final = "zone"
"""The part of a tick that is about a zone."""


@dataclass(frozen=True, kw_only=True)
class ZoneToClean:
    """A zone that is cleaned once, for an item of the checklist; `again`: when it is looked at once more (UTC)."""

    zone: Zone
    planned: PlannedItem | None
    again: datetime | None
    tick: ListTick | None

    @property
    def code(self) -> str:
        """The code of the zone."""
        return self.zone.code

    @property
    def subject(self) -> str:
        """What its tick is about: the item, with its meeting where there is one for each."""
        return f"{self.planned.code} {self.planned.subject}".strip() if self.planned else ""

    @property
    def due(self) -> datetime | None:
        """When it is to be clean: by its item, else as the list says."""
        return (self.planned.due if self.planned else None) or self.again

    @property
    def is_clean(self) -> bool:
        """Whether somebody has ticked it."""
        return self.tick is not None and self.tick.done_at is not None

    def belongs_to(self, other: ZoneToClean) -> bool:
        """Whether both are cleaned for the same item."""
        return self.planned is not None and self.subject == other.subject


@dataclass(frozen=True, kw_only=True)
class CleaningRound:
    """What is cleaned at one time: before they come, or before a meeting; that may not be planned yet."""

    is_for_meeting: bool
    meeting: Meeting | None
    at: datetime | None
    zones: tuple[ZoneToClean, ...]


def cleaning_rounds(visit: Visit, lists: HouseLists, plan: Sequence[PlannedItem]) -> list[CleaningRound]:
    """The rounds in the order of their times, each zone in the order of the lists; none without a zone."""
    meetings: dict[str, Meeting | None] = {f"meeting:{one.id}": one for one in visit.meetings}
    order = sorted(meetings.items(), key=lambda one: _sooner(one[1]))
    rounds = [CleaningRound(is_for_meeting=False, meeting=None, at=visit.arrival_at, zones=())]
    for _subject, meeting in order or [("", None)]:
        at = meeting.starts_at if meeting else None
        rounds.append(CleaningRound(is_for_meeting=True, meeting=meeting, at=at, zones=()))
    filled = (_filled(one, visit, lists, plan) for one in rounds)
    return [one for one in filled if one.zones]


def _sooner(meeting: Meeting | None) -> tuple[bool, float]:
    starts = meeting.starts_at if meeting else None
    return (starts is None, starts.timestamp() if starts else 0.0)


def _filled(
    one: CleaningRound, visit: Visit, lists: HouseLists, plan: Sequence[PlannedItem]
) -> CleaningRound:
    ticks = {(tick.code, tick.subject): tick for tick in visit.list_ticks if tick.part == ZONE}
    zones = []
    for zone, planned in _zones(one, lists, plan):
        again = one.at - timedelta(minutes=zone.minutes) if one.at else None
        blank = ZoneToClean(zone=zone, planned=planned, again=again, tick=None)
        zones.append(replace(blank, tick=ticks.get((zone.code, blank.subject))))
    return replace(one, zones=tuple(zones))


def _zones(
    one: CleaningRound, lists: HouseLists, plan: Sequence[PlannedItem]
) -> Iterator[tuple[Zone, PlannedItem | None]]:
    """The zones of a round; one of no item is cleaned before the guests come."""
    subject = f"meeting:{one.meeting.id}" if one.meeting else ""
    of_round = {
        planned.code: planned
        for planned in plan
        if (planned.line.anchor is Anchor.MEETING, planned.subject) == (one.is_for_meeting, subject)
    }
    for zone in lists.zones:
        yield from ((zone, of_round[code]) for code in zone.items if code in of_round)
        if not zone.items and not one.is_for_meeting:
            yield zone, None


def rooms_of(visit: Visit) -> list[str]:
    """The rooms of the meetings, each once."""
    return list(dict.fromkeys(one.room for one in visit.meetings if one.room))
