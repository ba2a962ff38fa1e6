"""What a visit needs of the company's lists, in which quantity, and how far its kit is (A6.1, A6.3, A6.5, B2c, C4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reception_desk.domain.checklist import Condition
from reception_desk.domain.house_lists import HouseLists, Part, Supply
from reception_desk.domain.material import Material, MaterialKind
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.plan import conditions
from reception_desk.domain.quantity import counts
from reception_desk.domain.visit import Visit
from reception_desk.i18n import words

SHOWN: Final = "A6.3b"
"""The clause of what is shown to the guests: it needs a file, its version and a trial on the room's computer."""
POINT: Final = "point"
"""The part of a tick that is about a point of the company presentation (A6.3c)."""


class KitState(StrEnum):
    """How far a line of the kit is."""

    LISTED = "listed"
    OUT = "out"
    BACK = "back"
    STAYS = "stays"


@dataclass(frozen=True, kw_only=True)
class Needed:
    """A supply that a visit needs; `quantity` None: what it is counted by is not known yet."""

    supply: Supply
    count: int | None
    quantity: int | None


def supplies_for(visit: Visit, lists: HouseLists, meeting: Meeting | None = None) -> list[Needed]:
    """What the facts and the level of a visit call for, in the order of the lists."""
    counted, held = counts(visit, meeting), conditions(visit)
    return [
        Needed(
            supply=supply,
            count=counted.get(supply.rule.per),
            quantity=supply.rule.quantity(counted),
        )
        for supply in lists.supplies
        if (supply.condition is Condition.ALWAYS or supply.condition in held)
        and (not supply.levels or visit.level in supply.levels)
    ]


def of_part(needed: list[Needed], *parts: Part) -> list[Needed]:
    """Those that are for something."""
    return [one for one in needed if one.supply.part in parts]


def kit(visit: Visit) -> list[Material]:
    """The lines of the material kit; the English material of the background (A5.2) is not among them."""
    return [one for one in visit.materials if one.kind is MaterialKind.OTHER]


def lacking(visit: Visit, lists: HouseLists) -> list[Needed]:
    """What the lists would have in the kit and is not in it."""
    there = {one.code for one in kit(visit)}
    return [one for one in of_part(supplies_for(visit, lists), Part.KIT) if one.supply.code not in there]


def state_of(line: Material) -> KitState:
    """How far a line is: listed, out, back; what stays with the guests is done once it is out."""
    if line.in_at is not None:
        return KitState.BACK
    if line.out_at is None:
        return KitState.LISTED
    return KitState.OUT if line.is_returned else KitState.STAYS


def not_returned(visit: Visit) -> list[Material]:
    """What was taken along, should come back and has not."""
    return [one for one in kit(visit) if state_of(one) is KitState.OUT]


def by_rule(visit: Visit, lists: HouseLists) -> dict[int, int]:
    """The lines whose quantity is no longer what the lists say, by id: how many it would be now."""
    wanted = {one.supply.code: one.quantity for one in of_part(supplies_for(visit, lists), Part.KIT)}
    differing = ((one.id, wanted.get(one.code), one) for one in kit(visit) if one.out_at is None)
    return {key: now for key, now, one in differing if now is not None and now != one.quantity}


def name_of(line: Material, lists: HouseLists | None, language: str) -> str:
    """What a line is called: in the reader's language unless somebody has given it another name."""
    found = [one for one in (lists.supplies if lists else ()) if one.code == line.code]
    if found and line.name in ("", found[0].zh, found[0].en):
        return found[0].text(language)
    return line.name


def owner_of(line: Material, lists: HouseLists | None, language: str) -> str:
    """Who sees to a line: who was named, else whose work it is by the lists."""
    found = [one for one in (lists.supplies if lists else ()) if one.code == line.code]
    return line.owner.strip() or (found[0].owner.words(words(language)) if found else "")


def shown_codes(lists: HouseLists) -> set[str]:
    """The codes of what is shown to the guests (A6.3b)."""
    return {one.code for one in lists.supplies if SHOWN in one.clauses}


def presentation(visit: Visit, lists: HouseLists) -> Material | None:
    """The line of the kit that is the company presentation."""
    codes = shown_codes(lists)
    return next((one for one in kit(visit) if one.code in codes), None)


def presentation_wanted(visit: Visit, lists: HouseLists) -> Supply | None:
    """The supply of the lists that is the company presentation, where the visit calls for one."""
    return next(
        (one.supply for one in supplies_for(visit, lists) if SHOWN in one.supply.clauses),
        None,
    )


def cannot_be_shown_yet(visit: Visit, lists: HouseLists) -> list[Material]:
    """What is to be shown and lacks its file, its version or the trial on the room's computer (A6.3b, C6)."""
    codes = shown_codes(lists)
    return [
        one
        for one in kit(visit)
        if one.code in codes and not (one.place.strip() and one.edition.strip() and one.tried_at is not None)
    ]


def points_done(visit: Visit) -> Iterator[str]:
    """The codes of the points that the company presentation was found to cover (A6.3c)."""
    return (one.code for one in visit.list_ticks if one.part == POINT and one.done_at is not None)
