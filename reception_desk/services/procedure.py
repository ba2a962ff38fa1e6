"""The company's own procedure: checklists, levels, wording and lead times, as the store has them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Final, TypeVar

from reception_desk.domain.checklist import Checklist, parse_checklist
from reception_desk.domain.customs import CustomsCards, parse_customs
from reception_desk.domain.entity import Answer
from reception_desk.domain.house_lists import HouseLists, parse_lists
from reception_desk.domain.lead_times import LeadTimes, parse_lead_times
from reception_desk.domain.levels import Levels, parse_levels
from reception_desk.domain.ranks import RankScale, parse_ranks
from reception_desk.domain.template import TemplateKind
from reception_desk.domain.visit import Visit
from reception_desk.domain.wording import Wording, parse_wording
from reception_desk.domain.working_days import WorkingDays
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.resources import resource

SHIPPED: Final = {
    TemplateKind.CHECKLIST: ("checklists", "standard.toml"),
    TemplateKind.LEVELS: ("levels.toml",),
    TemplateKind.WORDING: ("wording.toml",),
    TemplateKind.LEAD_TIMES: ("lead_times.toml",),
    TemplateKind.RANKS: ("ranks.toml",),
    TemplateKind.CUSTOMS: ("customs.toml",),
    TemplateKind.LISTS: ("lists.toml",),
}

KEPT: Final = 4
"""Versions of each kind that are kept as read: the one in force is asked for at every look at a sign."""

Parsed = TypeVar("Parsed")


class Procedure:
    """The data that the company edits, parsed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._checklist = cache(self._parsed_checklist)
        self._levels = lru_cache(KEPT)(parse_levels)
        self._wording = lru_cache(KEPT)(parse_wording)
        self._lead_times = lru_cache(KEPT)(parse_lead_times)
        self._ranks = lru_cache(KEPT)(parse_ranks)
        self._customs = lru_cache(KEPT)(parse_customs)
        self._lists = lru_cache(KEPT)(parse_lists)

    def take_over_shipped(self, now: datetime) -> None:
        """Copy what ships with the program into the store, once, for the company to edit."""
        with self._database.reading() as work:
            lacking = [kind for kind in TemplateKind if work.templates.first(kind) is None]
        if not lacking:
            return
        with self._database.unit_of_work(Said(""), now) as work:
            for kind in lacking:
                path = resource("templates", *SHIPPED[kind])
                work.templates.store(kind, path.stem, path.read_text(encoding="utf-8"), now)

    def checklist(self, template_id: int) -> Checklist:
        """The version of the checklist that a visit started with."""
        return self._checklist(template_id)

    def _parsed_checklist(self, template_id: int) -> Checklist:
        with self._database.reading() as work:
            return parse_checklist(work.templates.get(template_id).text)

    def newest_checklist_id(self) -> int:
        """The version that new visits start with."""
        with self._database.reading() as work:
            return work.templates.in_force(TemplateKind.CHECKLIST).id

    def levels(self) -> Levels:
        """The levels with their rosters, as in force now."""
        return self._newest(TemplateKind.LEVELS, self._levels)

    def wording(self) -> Wording:
        """The words for signs and letters, as in force now."""
        return self._newest(TemplateKind.WORDING, self._wording)

    def lead_times(self) -> LeadTimes:
        """How long before and after, as in force now."""
        return self._newest(TemplateKind.LEAD_TIMES, self._lead_times)

    def ranks(self) -> RankScale:
        """The rank scale, as in force now (A1.1c)."""
        return self._newest(TemplateKind.RANKS, self._ranks)

    def customs(self) -> CustomsCards:
        """The customs cards of the countries, as in force now (A2.3)."""
        return self._newest(TemplateKind.CUSTOMS, self._customs)

    def lists(self) -> HouseLists:
        """What is laid out, taken along, cleaned and presented, as in force now (A6)."""
        return self._newest(TemplateKind.LISTS, self._lists)

    def calendar(self, work: UnitOfWork | None = None) -> WorkingDays:
        """The working days, with those that the company has set by hand; asked of `work` where one is open."""
        if work is not None:
            return WorkingDays(work.special_days.overrides())
        with self._database.reading() as reading:
            return self.calendar(reading)

    def missed_notice(self, visit: Visit) -> date | None:
        """By when a visit with the leadership was to be made known, if notice came later: urgent (加急, P5)."""
        arrival, received = visit.local(visit.arrival_at), visit.local(visit.received_at)
        if visit.leadership is not Answer.YES or arrival is None or received is None:
            return None
        latest = self.lead_times().latest_notice(arrival.date(), self.calendar())
        return latest if received.date() > latest else None

    def _newest(self, kind: TemplateKind, parse: Callable[[str], Parsed]) -> Parsed:
        with self._database.reading() as work:
            return parse(work.templates.in_force(kind).text)
