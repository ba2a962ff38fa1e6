"""What a form tells of the guests, compared with the guests of the visit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from reception_desk.domain.field_words import field_word
from reception_desk.domain.guest import Guest
from reception_desk.domain.person import Person
from reception_desk.domain.visit import Visit
from reception_desk.exchange.application import Application, FormGuest
from reception_desk.i18n import _
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services import intake_facts
from reception_desk.services.guests import refuse_with_ticket
from reception_desk.services.intake_difference import Difference, Proposal, changes
from reception_desk.services.visits import company_named, person_named


def guest_proposals(visit: Visit, application: Application) -> Iterator[Proposal]:
    """Guests who come, go, or are told of differently."""
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
    yield from changes(guest.person, key, about, person, visit.zone)
    yield from changes(guest, key, about, facts, visit.zone)
    if becomes_main:
        label = about + _(field_word("guest", "is_main"))
        yield Proposal(
            difference=Difference(field=f"{key}is_main", label=label, old="", new="✓"),
            take=partial(_make_main, visit, guest),
        )


def _remove(guest: Guest, work: UnitOfWork) -> None:
    refuse_with_ticket(work, guest.visit_id, guest_id=guest.id)
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
