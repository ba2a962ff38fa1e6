"""Facts that are repeated to the other side on the phone, and what of them was confirmed (A1.5, 5.2).

What was confirmed is no state of a fact: each confirmation is an edition of what was said, so that a later change of
that value, and of no other, lets it fall.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from reception_desk.domain.edition import Content, Edition
from reception_desk.domain.guest import Guest
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_

READ_BACK: Final = "read-back"
COMPANY: Final = "company:name"
STORED: Final = "%Y-%m-%dT%H:%M"
PLACE: Final = {"name": N_("name"), "title": N_("title"), "phone": N_("phone"), "number": N_("number")}
PLACE_OF_TIME: Final = {
    "arrival": N_("arrival"),
    "departure": N_("departure"),
    "time": N_("time of the journey"),
}
_SHORTEST: Final = 2
_NUMBERS: Final = {
    Direction.ARRIVAL: N_("Number, on the way here"),
    Direction.DEPARTURE: N_("Number, on the way back"),
    Direction.BETWEEN: N_("Number, in between"),
}
_TIMES: Final = {
    Direction.ARRIVAL: N_("Time, on the way here"),
    Direction.DEPARTURE: N_("Time, on the way back"),
    Direction.BETWEEN: N_("Time, in between"),
}


class Kind(StrEnum):
    """How a fact is spoken."""

    NAME = "name"
    PHONE = "phone"
    NUMBER = "number"
    MOMENT = "moment"


class Reading(StrEnum):
    """Whether a fact was repeated: not yet, yes, or yes but it was changed since."""

    NOT_YET = "not_yet"
    CONFIRMED = "confirmed"
    FELL = "fell"


@dataclass(frozen=True, kw_only=True)
class ReadBackFact:
    """One fact to be repeated. `content` are the values said, by field; `label` a msgid; `whose` a name beside it.

    `pronunciation` and `explained` go with a name and are no part of what is confirmed.
    """

    key: str
    kind: Kind
    label: str
    content: Content
    whose: str = ""
    pronunciation: str = ""
    explained: str = ""
    guest_id: int | None = None
    leg_id: int | None = None

    def value(self, field: str) -> str:
        """One of the values; blank where it has none."""
        return dict(self.content).get(field, "")


@dataclass(frozen=True, kw_only=True)
class Unread:
    """One value that nobody has confirmed: as it is stored, of what kind, and where it belongs (a msgid)."""

    value: str
    kind: Kind
    place: str
    is_name: bool = False


@dataclass(frozen=True, kw_only=True)
class FactNow:
    """A fact, and what was last confirmed of it."""

    fact: ReadBackFact
    edition: Edition | None = None

    @property
    def reading(self) -> Reading:
        """How it stands."""
        if self.edition is None:
            return Reading.NOT_YET
        return Reading.CONFIRMED if self.content_then == self.fact.content else Reading.FELL

    @property
    def content_then(self) -> Content:
        """What was confirmed."""
        stored = self.edition.content if self.edition is not None else []
        return tuple((str(field), str(value)) for field, value in stored)

    def unread(self) -> Iterator[Unread]:
        """The values that were not confirmed as they are now; of a changed title not the name beside it."""
        for field, value in self.fact.content:
            if (field, value) not in self.content_then:
                part = field.partition("/")[0]
                place = PLACE.get(part) or PLACE_OF_TIME[part]
                if self.fact.key == COMPANY:
                    place = N_("company")
                yield Unread(value=value, kind=self.fact.kind, place=place, is_name=part == "name")


def facts_to_read_back(visit: Visit) -> list[ReadBackFact]:
    """The facts of a visit that have a value, in the order of a call: names, phones, times, journeys."""
    return [*_company(visit), *_guests(visit), *_times(visit), *_legs(visit), *_applicant(visit)]


def facts_now(visit: Visit, editions: Sequence[Edition]) -> list[FactNow]:
    """The same with what was confirmed; `editions` are the visit's, newest first."""
    confirmed: dict[str, Edition] = {}
    for edition in editions:
        if edition.document == READ_BACK and edition.withdrawn_at is None and edition.replaced_by_id is None:
            confirmed.setdefault(str(edition.choice.get("fact", "")), edition)
    return [FactNow(fact=fact, edition=confirmed.get(fact.key)) for fact in facts_to_read_back(visit)]


def unread_of(facts: Iterable[FactNow]) -> tuple[Unread, ...]:
    """All values that nobody has confirmed as they are now, each once."""
    return tuple(dict.fromkeys(unread for fact in facts for unread in fact.unread()))


def standing_on(content: Content, unread: Sequence[Unread]) -> list[Unread]:
    """Those of the values that stand on a sheet; names and numbers also where they stand within a text."""
    values = {value for _field, value in content if value}
    return [one for one in unread if one.value in values or _is_within(one, values)]


def _is_within(one: Unread, texts: Iterable[str]) -> bool:
    """Whether a name or number stands as a word of its own in one of the texts: `Li` does not in `Lindqvist`."""
    if not (one.is_name or one.kind is Kind.NUMBER) or len(one.value) < _SHORTEST:
        return False
    edge = r"(?<![A-Za-z0-9]){}(?![A-Za-z0-9])"
    word = re.compile(edge.format(re.escape(one.value)))
    return any(one.value in text and word.search(text) for text in texts)


def _company(visit: Visit) -> Iterator[ReadBackFact]:
    if visit.company is not None:
        content = _filled(("name/zh", visit.company.name), ("name/en", visit.company.name_latin))
        if content:
            yield ReadBackFact(key=COMPANY, kind=Kind.NAME, label=N_("Company"), content=content)


def _guests(visit: Visit) -> Iterator[ReadBackFact]:
    """The main guest first, then whom we call, then the others in the order of protocol."""
    for guest in sorted(
        visit.guests, key=lambda guest: (not guest.is_main, not guest.is_contact, guest.position)
    ):
        yield from _guest(guest)


def _guest(guest: Guest) -> Iterator[ReadBackFact]:
    person = guest.person
    named = _filled(("name/zh", person.name), ("name/en", person.name_latin))
    titled = _filled(("title/zh", guest.title), ("title/en", guest.title_latin))
    if named:
        yield ReadBackFact(
            key=f"guest:{guest.id}:name",
            kind=Kind.NAME,
            label=_role(guest),
            content=named + titled,
            pronunciation=person.pronunciation,
            explained=person.name_explained,
            guest_id=guest.id,
        )
    if person.phone:
        yield ReadBackFact(
            key=f"guest:{guest.id}:phone",
            kind=Kind.PHONE,
            label=N_("Phone of the contact") if guest.is_contact else N_("Phone of a guest"),
            content=_filled(("phone", person.phone), ("phone/extension", person.phone_extension)),
            whose=person.name or person.name_latin,
            guest_id=guest.id,
        )


def _role(guest: Guest) -> str:
    if guest.is_main:
        return N_("Main guest")
    return N_("Contact") if guest.is_contact else N_("Guest")


def _times(visit: Visit) -> Iterator[ReadBackFact]:
    for field, label, moment in (
        ("arrival", N_("They arrive at our company"), visit.arrival_at),
        ("departure", N_("They leave our company"), visit.departure_at),
    ):
        if local := visit.local(moment):
            yield ReadBackFact(
                key=f"visit:{field}_at", kind=Kind.MOMENT, label=label, content=((field, _stored(local)),)
            )


def _legs(visit: Visit) -> Iterator[ReadBackFact]:
    for leg in visit.legs:
        if leg.number:
            yield _of_leg(leg, "number", Kind.NUMBER, _NUMBERS[leg.direction], leg.number)
        if leg.local_at is not None:
            yield _of_leg(leg, "time", Kind.MOMENT, _TIMES[leg.direction], _stored(leg.local_at))


def _of_leg(leg: Leg, field: str, kind: Kind, label: str, value: str) -> ReadBackFact:
    way = " → ".join(part for part in (leg.from_place, leg.to_place) if part)
    named = leg.number if field == "time" and leg.carrier is not Carrier.OWN_CAR else ""
    return ReadBackFact(
        key=f"leg:{leg.id}:{field}",
        kind=kind,
        label=label,
        content=((field, value),),
        whose=" ".join(part for part in (named, way) if part),
        leg_id=leg.id,
    )


def _applicant(visit: Visit) -> Iterator[ReadBackFact]:
    if visit.applicant_phone:
        yield ReadBackFact(
            key="visit:applicant_phone",
            kind=Kind.PHONE,
            label=N_("Phone of the applicant"),
            content=_filled(
                ("phone", visit.applicant_phone), ("phone/extension", visit.applicant_phone_extension)
            ),
            whose=visit.applicant,
        )


def _filled(*pairs: tuple[str, str]) -> Content:
    return tuple((field, value) for field, value in pairs if value.strip())


def _stored(moment: datetime) -> str:
    return moment.strftime(STORED)
