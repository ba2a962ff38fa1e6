"""What matters about a visit now: what is late, and which facts are still lacking, by how soon it hurts (A7, 5.16)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from reception_desk.domain.gap import Beside, Gap, Urgency
from reception_desk.domain.gaps_in_facts import gaps_in_facts
from reception_desk.domain.gaps_in_plan import gaps_in_plan
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.visit import Visit, VisitState
from reception_desk.i18n import _, current_language, ngettext

__all__ = ["Beside", "Gap", "Urgency", "gaps", "item_field"]

SOON: Final = timedelta(hours=24)
NOTHING_BESIDE: Final = Beside()
_ORDER: Final = (Urgency.LATE, Urgency.SOON, Urgency.PLAIN)


def gaps(
    visit: Visit, plan: Sequence[PlannedItem], now: datetime, beside: Beside = NOTHING_BESIDE
) -> list[Gap]:
    """What matters about a visit, soonest to hurt first; a cancelled one has nothing, one that is over only its list.

    What is late comes before all, what is only to be known after all.
    """
    if visit.state is VisitState.CANCELLED:
        return []
    found = list(_late(plan, now))
    if not _is_over(visit, now):
        found += _papers(beside.stale_papers, beside.to_collect)
        found += _timed([*gaps_in_facts(visit), *gaps_in_plan(visit, beside, now)], plan)
    return [*sorted(found, key=_sooner), *_next(plan, now)]


def _timed(found: Iterable[Gap], plan: Sequence[PlannedItem]) -> Iterator[Gap]:
    """When each hurts: at the time of the item of the checklist that it belongs to."""
    due: dict[str, datetime] = {}
    for item in plan:
        if item.due is not None:
            due[item.code] = min(item.due, due.get(item.code, item.due))
    for gap in found:
        yield replace(gap, hurts_at=due.get(gap.code))


def _sooner(gap: Gap) -> tuple[int, bool, float]:
    return (
        _ORDER.index(gap.urgency),
        gap.hurts_at is None,
        gap.hurts_at.timestamp() if gap.hurts_at is not None else 0.0,
    )


def _is_over(visit: Visit, now: datetime) -> bool:
    end = visit.actual_departure_at or visit.departure_at
    return end is not None and end < now


def item_field(item: PlannedItem) -> str:
    """How an item is named as a field of the preparation."""
    return f"{item.code}/{item.subject}"


def _late(plan: Sequence[PlannedItem], now: datetime) -> Iterator[Gap]:
    late = sorted((item for item in plan if item.is_late(now)), key=lambda item: item.due or now)
    if late:
        words = ngettext("One item is late: {item}", "{count} items are late, first: {item}", len(late))
        yield Gap(
            sentence=words.format(count=len(late), item=late[0].text(current_language())),
            section="preparation",
            field=item_field(late[0]),
            urgency=Urgency.LATE,
            hurts_at=late[0].due,
        )


def _papers(stale: int, to_collect: int) -> Iterator[Gap]:
    if stale:
        words = ngettext("{count} paper is out of date.", "{count} papers are out of date.", stale)
        yield Gap(sentence=words.format(count=stale), section="paper", urgency=Urgency.LATE)
    if to_collect:
        words = ngettext(
            "{count} old copy is still about: collect it.",
            "{count} old copies are still about: collect them.",
            to_collect,
        )
        yield Gap(sentence=words.format(count=to_collect), section="paper", urgency=Urgency.LATE)


def _next(plan: Sequence[PlannedItem], now: datetime) -> Iterator[Gap]:
    """The item that is due next, where that is within a day."""
    ahead = [item for item in plan if item.is_open and item.due is not None and now <= item.due <= now + SOON]
    if ahead:
        first = min(ahead, key=lambda item: item.due or now)
        words = _("Next: {item}").format(item=first.text(current_language()))
        yield Gap(sentence=words, section="preparation", field=item_field(first), urgency=Urgency.PLAIN)
