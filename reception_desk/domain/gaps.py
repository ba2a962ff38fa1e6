"""What matters about a visit now: what is late, and which facts are still lacking, worst first (A7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.visit import ANSWERS, Visit, VisitState
from reception_desk.i18n import _, current_language, ngettext

MOST_NAMED: Final = 4
"""Answers that are named in one line; it has to fit."""

SOON: Final = timedelta(hours=24)


class Urgency(StrEnum):
    """How a gap is shown: late hurts already, soon will, plain is to be known."""

    LATE = "late"
    SOON = "soon"
    PLAIN = "plain"


@dataclass(frozen=True, kw_only=True)
class Gap:
    """One thing that matters: a sentence, and where to go to settle it (`section`, and a `field` in it)."""

    sentence: str
    section: str
    field: str = ""
    urgency: Urgency = Urgency.SOON


def gaps(
    visit: Visit, plan: Sequence[PlannedItem], now: datetime, *, stale_papers: int = 0, to_collect: int = 0
) -> list[Gap]:
    """What matters about a visit, worst first; a cancelled one has nothing, one that is over only its list.

    `stale_papers` are those in people's hands that no longer say what is true; `to_collect` were printed again since,
    but the old ones are still about.
    """
    if visit.state is VisitState.CANCELLED:
        return []
    found = list(_late(plan, now))
    if not _is_over(visit, now):
        found += _papers(stale_papers, to_collect)
        for finder in (_basics, _heads, _roles, _journeys, _needs, _answers, _form):
            found += finder(visit)
    return [*found, *_next(plan, now)]


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


def _basics(visit: Visit) -> Iterator[Gap]:
    lacking = {
        "arrival_at": (visit.arrival_at, _("When they arrive is not known.")),
        "departure_at": (visit.departure_at, _("When they leave is not known.")),
        "level": (visit.level, _("The level is not decided.")),
        "owner_department": (visit.owner_department, _("No department is responsible yet.")),
    }
    for field, (value, sentence) in lacking.items():
        if not value:
            yield Gap(sentence=sentence, section="overview", field=field)


def _heads(visit: Visit) -> Iterator[Gap]:
    """The number that was told and the names on the list (A1.1a), and names that stand twice (A1.1b)."""
    if visit.guests and visit.heads is not None and visit.heads not in visit.named_counts:
        sentence = _("{heads} are announced, {names} are on the list.")
        yield Gap(
            sentence=sentence.format(heads=visit.heads, names=len(visit.guests)),
            section="overview",
            field="heads",
        )
    names = Counter(guest.person.name or guest.person.name_latin for guest in visit.guests)
    for name, times in names.items():
        if times > 1:
            sentence = _("{name} is on the list {times} times.").format(name=name, times=times)
            yield Gap(sentence=sentence, section="overview", field="guests")


def _roles(visit: Visit) -> Iterator[Gap]:
    if visit.main_guest is None:
        yield Gap(sentence=_("No main guest is named."), section="overview", field="guests")
    is_driven = any(leg.carrier is Carrier.OWN_CAR for leg in visit.legs)
    if visit.pick_up is Answer.YES or is_driven:
        contact = visit.contact
        if contact is None:
            yield Gap(sentence=_("Nobody is named whom we can call."), section="overview", field="guests")
        elif not contact.person.phone:
            sentence = _("There is no phone number of {name}, whom we call.").format(name=contact.person.name)
            yield Gap(sentence=sentence, section="overview", field=f"guest:{contact.id}:phone")
    if is_driven and not visit.drop_off:
        yield Gap(
            sentence=_("They drive themselves: where do they get out?"), section="overview", field="drop_off"
        )


def _journeys(visit: Visit) -> Iterator[Gap]:
    """A pick-up without a journey, no way back, a number of unusual form (A1.2d)."""
    ways = {leg.direction for leg in visit.legs}
    if visit.pick_up is Answer.YES and Direction.ARRIVAL not in ways:
        yield Gap(
            sentence=_("A pick-up is wanted, but no arriving journey is noted."),
            section="overview",
            field="legs",
        )
    travelling = any(leg.direction is Direction.ARRIVAL and _is_public(leg) for leg in visit.legs)
    if travelling and Direction.DEPARTURE not in ways:
        yield Gap(sentence=_("The way back is not noted."), section="overview", field="legs")
    for leg in visit.legs:
        if leg.number_looks_wrong:
            sentence = _("The number {number} looks unusual.").format(number=leg.number)
            yield Gap(sentence=sentence, section="overview", field=f"leg:{leg.id}", urgency=Urgency.PLAIN)


def _is_public(leg: Leg) -> bool:
    return leg.carrier in (Carrier.FLIGHT, Carrier.TRAIN)


def _needs(visit: Visit) -> Iterator[Gap]:
    """Needs that nobody has asked for; unknown is not none (A1.1e)."""
    unasked = [guest for guest in visit.guests if guest.diet is None]
    if visit.meal.counts and unasked:
        words = ngettext(
            "{count} guest was not asked about food.",
            "{count} guests were not asked about food.",
            len(unasked),
        )
        yield Gap(
            sentence=words.format(count=len(unasked)), section="overview", field=f"guest:{unasked[0].id}:diet"
        )
    unasked = [guest for guest in visit.guests if guest.lodging is None]
    if visit.hotel is Answer.YES and unasked:
        words = ngettext(
            "{count} guest was not asked about the room.",
            "{count} guests were not asked about the room.",
            len(unasked),
        )
        yield Gap(
            sentence=words.format(count=len(unasked)),
            section="overview",
            field=f"guest:{unasked[0].id}:lodging",
        )


def _answers(visit: Visit) -> Iterator[Gap]:
    """What nobody has confirmed counts as a gap (A1.2e)."""
    names = [name for name, answer in visit.answers() if answer is Answer.UNCONFIRMED]
    if names:
        words = ngettext("Not confirmed: {names}", "{count} not confirmed: {names}", len(names))
        said = _(", ").join(_(ANSWERS[name]) for name in names[:MOST_NAMED])
        said += " …" if len(names) > MOST_NAMED else ""
        yield Gap(sentence=words.format(count=len(names), names=said), section="overview", field=names[0])


def _form(visit: Visit) -> Iterator[Gap]:
    lines = [line for line in visit.not_understood.splitlines() if line.strip()]
    if lines:
        words = ngettext(
            "{count} line of the form was not understood.",
            "{count} lines of the form were not understood.",
            len(lines),
        )
        yield Gap(sentence=words.format(count=len(lines)), section="overview", field="not_understood")
