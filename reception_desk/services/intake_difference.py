"""One fact that a form tells differently: how it is shown, and how it is taken over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.entity import Entity
from reception_desk.domain.field_words import field_word
from reception_desk.i18n import _
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.intake_facts import Facts

ADDED_TO: Final = frozenset({"note", "not_understood"})


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One fact that the form tells differently; `field` names it for taking it over."""

    field: str
    label: str
    old: str
    new: str


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A difference and how it is taken over; `is_field`: by setting a field of a fact that is there."""

    difference: Difference
    is_field: bool = False
    take: Callable[[UnitOfWork], object]


def added(old: str, new: str, between: str = "\n") -> str:
    """A remark with what is new in another; the same words do not come twice."""
    missing = [line for line in new.splitlines() if line and line not in old]
    return between.join(filter(None, [old, *missing]))


def changes(entity: Entity, key: str, about: str, facts: Facts, zone: str) -> Iterator[Proposal]:
    """The fields that would get another value."""
    for field, told in facts.items():
        old = getattr(entity, field)
        new = added(old, told) if field in ADDED_TO else told
        if new != old:
            yield Proposal(
                difference=Difference(
                    field=f"{key}{field}",
                    label=about + _(field_word(entity.__tablename__, field)),
                    old=shown(old, zone),
                    new=shown(new, zone),
                ),
                is_field=True,
                take=partial(_set, entity, field, new),
            )


def _set(entity: Entity, field: str, value: object, _work: UnitOfWork) -> None:
    setattr(entity, field, value)


def shown(value: object, zone: str) -> str:
    """A value as a difference shows it."""
    if isinstance(value, datetime):
        return f"{value.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, StrEnum):
        return choice_word(value)
    return f"{value:%Y-%m-%d}" if isinstance(value, date) else "" if value is None else str(value)
