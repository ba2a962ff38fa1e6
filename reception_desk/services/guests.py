"""Guests: added, changed, put in order, one of them the main guest."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from reception_desk.domain.acquaintance import Acquaintance
from reception_desk.domain.guest import Guest
from reception_desk.domain.in_order import put_at
from reception_desk.domain.person import Person
from reception_desk.domain.protocol_order import by_rank
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.exchange.phones import phone as read_phone
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.acquaintances import take_along, take_along_latest
from reception_desk.services.guest_rules import followed
from reception_desk.services.visits import changed_in, person_named

OF_THE_PERSON: Final = frozenset(
    {
        "name",
        "name_latin",
        "pronunciation",
        "name_explained",
        "gender",
        "nationality",
        "ethnicity",
        "phone",
        "phone_extension",
    }
)


class Guests:
    """What is done about the guests of a visit."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, visit_id: int, name: str, now: datetime, **facts: Any) -> int:
        """Add a guest at the end; the first one is the main guest until another is named. The guest's id."""
        if not name.strip():
            raise ReceptionError(_("A guest needs a name."))
        said = Said(N_("Added the guest {name}"), visit_id=visit_id, name=name.strip())
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get(visit_id)
            person = person_named(work, name.strip(), visit.company_id)
            guest = Guest(
                visit_id=visit_id,
                person_id=person.id,
                position=max((other.position for other in visit.guests), default=0) + 1,
                is_main=not visit.guests,
            )
            work.add(_with(work, guest, person, facts, now))
            take_along_latest(work, guest)
            return guest.id

    def add_known(self, visit_id: int, known: Acquaintance, now: datetime) -> int:
        """Add somebody who came before, with what was written of them then. The guest's id."""
        if known.person_id is None:
            return self.add(visit_id, known.name, now)
        said = Said(N_("Added the guest {name}"), visit_id=visit_id, name=known.name)
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get(visit_id)
            refuse_twice(visit, known)
            guest = Guest(
                visit_id=visit_id,
                person_id=known.person_id,
                position=max((other.position for other in visit.guests), default=0) + 1,
                is_main=not visit.guests,
            )
            take_along(work, work.add(guest), known)
            return guest.id

    def recognise(self, guest_id: int, known: Acquaintance, now: datetime) -> None:
        """Say that a guest is somebody who came before; what was known then fills what is blank now.

        A person who was written down for this guest alone goes: it was the same one.
        """
        said = Said(N_("Recognised {name}"), name=known.name)
        with self._database.unit_of_work(said, now) as work:
            guest = work.get(Guest, guest_id)
            said.visit_id = guest.visit_id
            if known.person_id is None or guest.person_id == known.person_id:
                return
            refuse_twice(work.visits.get(guest.visit_id), known)
            written = guest.person_id
            work.change(guest, person_id=known.person_id)
            take_along(work, guest, known)
            if not work.acquaintances.is_known(written):
                work.delete(work.get(Person, written))

    def change(self, guest_id: int, now: datetime, **facts: Any) -> None:
        """Change fields of a guest or of the person behind; a name may not become empty."""
        if "name" in facts and not str(facts["name"]).strip():
            raise ReceptionError(_("A guest needs a name."))
        with self._database.unit_of_work(said := Said(N_("Changed {field_word}")), now) as work:
            guest = work.get(Guest, guest_id)
            first = next(iter(facts))
            table = "person" if first in OF_THE_PERSON else "guest"
            spoken = changed_in(guest.visit_id, table, first)
            said.visit_id, said.details = spoken.visit_id, spoken.details
            if facts.pop("is_main", False):
                _make_main(work, guest)
            _with(work, guest, work.get(Person, guest.person_id), facts, now)

    def make_main(self, guest_id: int, now: datetime) -> None:
        """Name the main guest; there is exactly one (A1.1b)."""
        self.change(guest_id, now, is_main=True)

    def move(self, guest_id: int, position: int, now: datetime) -> None:
        """Put a guest at another place of the protocol order, 1 first (A1.1c)."""
        said = Said(N_("Changed the order of the guests"))
        with self._database.unit_of_work(said, now) as work:
            guest = work.get(Guest, guest_id)
            said.visit_id = guest.visit_id
            put_at(work.visits.get(guest.visit_id).guests, guest_id, position)

    def order_by_rank(self, visit_id: int, now: datetime) -> bool:
        """Put the guests in the order of their ranks, as one step; whether the order changed (A1.1c)."""
        said = Said(N_("Put the guests in the order of their ranks"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get(visit_id)
            ordered = by_rank(visit.guests)
            changed = [guest.id for guest in ordered] != [guest.id for guest in visit.guests]
            for place, guest in enumerate(ordered, 1):
                guest.position = place
        return changed

    def remove(self, guest_id: int, now: datetime) -> None:
        """Take a guest off the visit; the person stays known."""
        said = Said(N_("Removed a guest"))
        with self._database.unit_of_work(said, now) as work:
            guest = work.get(Guest, guest_id)
            said.visit_id = guest.visit_id
            refuse_with_ticket(work, guest.visit_id, guest_id=guest_id)
            work.delete(guest)


def refuse_twice(visit: Visit, known: Acquaintance) -> None:
    """Refuse somebody who is on the list of this visit already."""
    if any(guest.person_id == known.person_id for guest in visit.guests):
        raise ReceptionError(_("{name} is on the list already.").format(name=known.name))


def refuse_with_ticket(work: UnitOfWork, visit_id: int, **whose: int) -> None:
    """Refuse to take out a guest or a journey that a ticket is for: a bought one must not lose its way."""
    visit = work.visits.whole(visit_id)
    for ticket in visit.tickets if visit else ():
        if all(getattr(ticket, field) == value for field, value in whose.items()):
            sentence = _("The ticket {number} is for it. Remove the ticket first. Nothing was changed.")
            raise ReceptionError(sentence.format(number=ticket.number or "…"))


def _make_main(work: UnitOfWork, guest: Guest) -> None:
    for other in work.visits.get(guest.visit_id).guests:
        if other.is_main and other.id != guest.id:
            work.change(other, is_main=False)
    work.change(guest, is_main=True)


def _with(work: UnitOfWork, guest: Guest, person: Person, facts: dict[str, Any], now: datetime) -> Guest:
    facts = followed(work, guest, facts, now)
    if "phone" in facts:
        phone = read_phone(facts["phone"])
        facts = facts | {"phone": phone.number}
        if phone.extension:
            facts["phone_extension"] = phone.extension
    for field, value in facts.items():
        setattr(person if field in OF_THE_PERSON else guest, field, value)
    work.flush()
    return guest
