"""What application and plan both tell: level, relation of the ranks, what costs more than the standard."""

from __future__ import annotations

from collections.abc import Iterator

from reception_desk.documents.hand_out import PaperFacts
from reception_desk.documents.told import Pairs, each, lines, number
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.booking_warnings import is_over
from reception_desk.domain.relation import relation_of
from reception_desk.domain.visit import Visit


def needs_dossier(visit: Visit) -> bool:
    """Whether an application is not whole without the dossier (A2.4)."""
    return visit.level == 1 or visit.is_foreign


def relation_facts(facts: PaperFacts, tongue: Tongue) -> Pairs:
    """The level in words, how we receive, and why so."""
    visit, level, relation = facts.visit, facts.level, relation_of(facts.visit)
    yield from each("level", tongue, [level.text(one) if level else "" for one in tongue.languages])
    yield "relation/is", relation.value if relation else ""
    yield "relation/reason", " ".join(lines(visit.relation_reason)) if visit.relation else ""


def over_standard(facts: PaperFacts) -> Iterator[list[tuple[str, str]]]:
    """Each line that costs more than the standard, with its reason (P1)."""
    visit, most = facts.visit, facts.level.hotel_standard if facts.level else None
    for stay in visit.hotel_bookings:
        if is_over(stay, most) or (most is None and stay.price_reason.strip()):
            yield [
                ("what", "hotel"),
                ("name", stay.hotel),
                ("price", number(stay.price)),
                ("standard", number(most)),
                ("reason", " ".join(lines(stay.price_reason))),
            ]
    for meal in visit.meals:
        if meal.standard_reason.strip():
            yield [
                ("what", "meal"),
                ("name", meal.place),
                ("price", number(meal.standard)),
                ("standard", ""),
                ("reason", " ".join(lines(meal.standard_reason))),
            ]
