"""What an application would change about a visit, fact by fact: shown as differences, taken over one by one.

A form that is silent about a fact changes nothing; remarks are added to, never replaced.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from reception_desk.domain.booking import HotelBooking
from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.company import Company
from reception_desk.domain.entity import Entity
from reception_desk.domain.field_words import NOUNS, field_word
from reception_desk.domain.guest import Guest
from reception_desk.domain.journey import Leg
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.person import Person
from reception_desk.domain.visit import Visit
from reception_desk.domain.welcome import WelcomeMessage
from reception_desk.exchange.application import Application, FormGuest
from reception_desk.i18n import N_, _
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services import intake_facts
from reception_desk.services.intake_facts import Facts
from reception_desk.services.visits import company_named, person_named

ADDED_TO: Final = frozenset({"note", "not_understood"})
Row = TypeVar("Row", Leg, Meeting, Meal, HotelBooking)
Form = TypeVar("Form")


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


def proposals(visit: Visit, application: Application) -> list[Proposal]:
    """Everything that the application tells differently from the visit (loaded whole)."""
    return [
        *_changes(visit, "", "", intake_facts.visit_facts(application), visit.zone),
        *_company(visit, application),
        *_guests(visit, application),
        *_rows(visit, "leg", Leg, visit.legs, application.legs, lambda leg: (leg.direction, leg.number)),
        *_rows(visit, "meeting", Meeting, visit.meetings, application.meetings, lambda row: row.starts_at),
        *_rows(visit, "meal", Meal, visit.meals, application.meals, lambda row: row.starts_at),
        *_hotel(visit, application),
        *_words(visit, application),
    ]


def added(old: str, new: str, between: str = "\n") -> str:
    """A remark with what is new in another; the same words do not come twice."""
    missing = [line for line in new.splitlines() if line and line not in old]
    return between.join(filter(None, [old, *missing]))


def _changes(entity: Entity, key: str, about: str, facts: Facts, zone: str) -> Iterator[Proposal]:
    """The fields that would get another value."""
    for field, told in facts.items():
        old = getattr(entity, field)
        new = added(old, told) if field in ADDED_TO else told
        if new != old:
            yield Proposal(
                difference=Difference(
                    field=f"{key}{field}",
                    label=about + _(field_word(entity.__tablename__, field)),
                    old=_shown(old, zone),
                    new=_shown(new, zone),
                ),
                is_field=True,
                take=partial(_set, entity, field, new),
            )


def _set(entity: Entity, field: str, value: object, _work: UnitOfWork) -> None:
    setattr(entity, field, value)


def _shown(value: object, zone: str) -> str:
    if isinstance(value, datetime):
        return f"{value.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, StrEnum):
        return choice_word(value)
    return f"{value:%Y-%m-%d}" if isinstance(value, date) else "" if value is None else str(value)


def _company(visit: Visit, application: Application) -> Iterator[Proposal]:
    known = visit.company
    if application.company and (known is None or application.company not in {known.name, known.name_latin}):
        yield Proposal(
            difference=Difference(
                field="company",
                label=_("Visiting company"),
                old=known.name_in("zh") if known else "",
                new=application.company,
            ),
            take=lambda work: work.change(visit, company_id=company_named(work, application.company).id),
        )
        known = None
    for field, value in intake_facts.company_facts(application).items():
        if known is None or not getattr(known, field):
            yield _of_company(visit, field, "", value)
    for field, value in application.dossier.items():
        old = getattr(known, field) if known else ""
        if added(old, value) != old:
            yield _of_company(visit, field, old, value)


def _of_company(visit: Visit, field: str, old: str, value: str) -> Proposal:
    """A fact of whichever company the visit has once the form's company is taken over."""

    def take(work: UnitOfWork) -> None:
        if visit.company_id is not None:
            company = work.get(Company, visit.company_id)
            setattr(company, field, added(getattr(company, field), value))

    return Proposal(
        difference=Difference(
            field=f"company:{field}", label=_(field_word("company", field)), old=old, new=added(old, value)
        ),
        take=take,
    )


def _guests(visit: Visit, application: Application) -> Iterator[Proposal]:
    pairs = _paired_guests(visit, application)
    known = [guest for _told, guest in pairs if guest]
    for guest in visit.guests if application.guests else ():
        if guest not in known:
            yield Proposal(
                difference=Difference(
                    field=f"guest:{guest.id}",
                    label=_("Guest no longer on the form"),
                    old=guest.person.name,
                    new="",
                ),
                take=partial(_remove, guest),
            )
    for told, found in pairs:
        if found:
            yield from _changed_guest(visit, found, told)
    for order, (told, found) in enumerate(pairs, 1):
        if found is None:
            yield Proposal(
                difference=Difference(
                    field=f"guest:+{order}",
                    label=_("New guest"),
                    old="",
                    new=f"{told.name} {told.title}".strip(),
                ),
                take=partial(_add_guest, visit, told),
            )


def _paired_guests(visit: Visit, application: Application) -> list[tuple[FormGuest, Guest | None]]:
    """Each guest of the form with the guest of the visit: of the same name, else of the same phone."""
    left = list(visit.guests)
    pairs: list[tuple[FormGuest, Guest | None]] = []
    for told in application.guests:
        found = next((guest for guest in left if _same_name(guest.person, told)), None)
        if found is None and told.phone:
            names = {other.name for other in application.guests}
            found = next(
                (g for g in left if g.person.phone == told.phone and g.person.name not in names), None
            )
        if found:
            left.remove(found)
        pairs.append((told, found))
    return pairs


def _same_name(person: Person, told: FormGuest) -> bool:
    return told.name in {person.name, person.name_latin}


def _changed_guest(visit: Visit, guest: Guest, told: FormGuest) -> Iterator[Proposal]:
    about, key = f"{guest.person.name} · ", f"guest:{guest.id}:"
    facts = intake_facts.guest_facts(told)
    becomes_main = facts.pop("is_main", False) and not guest.is_main
    person = intake_facts.person_facts(told)
    if _same_name(guest.person, told):
        person.pop("name")
    yield from _changes(guest.person, key, about, person, visit.zone)
    yield from _changes(guest, key, about, facts, visit.zone)
    if becomes_main:
        label = about + _(field_word("guest", "is_main"))
        yield Proposal(
            difference=Difference(field=f"{key}is_main", label=label, old="", new="✓"),
            take=partial(_make_main, visit, guest),
        )


def _remove(guest: Guest, work: UnitOfWork) -> None:
    work.delete(guest)


def _make_main(visit: Visit, guest: Guest, work: UnitOfWork) -> None:
    for other in visit.guests:
        if other is not guest and other.is_main:
            work.change(other, is_main=False)
    work.change(guest, is_main=True)


def _add_guest(visit: Visit, told: FormGuest, work: UnitOfWork) -> None:
    company_id = company_named(work, told.company).id if told.company else visit.company_id
    person = person_named(work, told.name, company_id, told.phone)
    work.change(person, **intake_facts.person_facts(told) | {"name": person.name or told.name})
    facts = intake_facts.guest_facts(told)
    becomes_main = facts.pop("is_main", False)
    whole = work.visits.whole(visit.id)
    position = max((other.position for other in whole.guests), default=0) + 1 if whole else 1
    guest = work.add(Guest(visit_id=visit.id, person_id=person.id, position=position, **facts))
    if becomes_main:
        _make_main(visit, guest, work)


def _rows(
    visit: Visit,
    table: str,
    kind: type[Row],
    rows: Sequence[Row],
    told: Sequence[Any],
    mark: Callable[[Any], object],
) -> Iterator[Proposal]:
    for order, (form, row) in enumerate(_paired(told, rows, mark), 1):
        facts = intake_facts.row_facts(form)
        about = f"{_(NOUNS[table])} {order} · "
        if row is not None:
            yield from _changes(row, f"{table}:{row.id}:", about, facts, visit.zone)
            continue
        new = ", ".join(filter(None, (_shown(value, visit.zone) for value in facts.values())))
        yield Proposal(
            difference=Difference(field=f"{table}:+{order}", label=_(_NEW[table]), old="", new=new),
            take=partial(_add_row, kind, visit, facts),
        )


_NEW: Final = {
    "leg": N_("New journey"),
    "meeting": N_("New meeting"),
    "meal": N_("New meal"),
    "hotel_booking": N_("New hotel booking"),
}


def _add_row(kind: type[Row], visit: Visit, facts: Facts, work: UnitOfWork) -> None:
    work.add(kind(visit_id=visit.id, **facts))


def _paired(
    told: Iterable[Form], rows: Sequence[Row], mark: Callable[[Any], object]
) -> list[tuple[Form, Row | None]]:
    """Each row of the form with the one it means: that with the same mark, else the next one left of its direction."""
    left = list(rows)
    same: dict[int, Row] = {}
    forms = list(told)
    for place, form in enumerate(forms):
        found = next((row for row in left if mark(row) == mark(form)), None)
        if found is not None:
            left.remove(found)
            same[place] = found
    for place, form in enumerate(forms):
        if place not in same:
            way = getattr(form, "direction", None)
            found = next((row for row in left if getattr(row, "direction", None) == way), None)
            if found is not None:
                left.remove(found)
                same[place] = found
    return [(form, same.get(place)) for place, form in enumerate(forms)]


def _hotel(visit: Visit, application: Application) -> Iterator[Proposal]:
    told = [application.hotel] if application.hotel else []
    first = visit.hotel_bookings[:1]
    return _rows(visit, "hotel_booking", HotelBooking, first, told, lambda _row: None)


def _words(visit: Visit, application: Application) -> Iterator[Proposal]:
    """Welcome text, remarks, and what was not understood."""
    said = application.welcome_text
    texts = [message.text for message in visit.messages]
    if said and said not in texts and said not in visit.note:
        draft = next((message for message in visit.messages if message.checked_at is None), None)
        old = draft.text if draft else ""
        yield Proposal(
            difference=Difference(field="welcome_text", label=_("Welcome text"), old=old, new=said),
            take=partial(_welcome, visit, draft, said),
        )
    left = "\n".join(str(cell) for cell in application.not_understood)
    remarks = {"note": application.note, "not_understood": left}
    yield from _changes(visit, "", "", {key: value for key, value in remarks.items() if value}, visit.zone)


def _welcome(visit: Visit, draft: WelcomeMessage | None, said: str, work: UnitOfWork) -> None:
    """Draft a welcome message; where there is no sign yet the words are kept in the note."""
    signs = work.welcome.signs()
    sign = next((sign for sign in signs if sign.is_on), signs[0] if signs else None)
    if draft is not None:
        work.change(draft, text=said)
    elif sign is not None:
        work.add(WelcomeMessage(visit_id=visit.id, sign_id=sign.id, text=said, zone=visit.zone))
    else:
        words = _("Welcome text: {text}").format(text=said)
        work.change(visit, note=added(visit.note, words))
