"""Our side of a visit: hosts added, changed, put in order; the roles of the level proposed (B8.1-B8.3, B11b)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from reception_desk.domain.employee import Employee
from reception_desk.domain.host import Host
from reception_desk.domain.in_order import put_at
from reception_desk.domain.levels import Level, Role
from reception_desk.domain.our_side import (
    Duty,
    Lack,
    candidates,
    duties_of,
    fits,
    lacking,
    no_longer_fitting,
    proposed,
    roles_of,
)
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.exchange.phones import phone as read_phone
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.search import normal
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.guest_rules import refuse_rank_off_the_scale
from reception_desk.services.house import House
from reception_desk.services.procedure import Procedure
from reception_desk.services.visits import changed_in

OF_THE_LIST: Final = ("name", "name_latin", "department", "title", "title_latin", "rank", "phone")
"""What our list of people says of an employee; a host that stands there has none of it here."""


class Hosts:
    """What is asked and done about who of us receives."""

    def __init__(self, database: Database, house: House, procedure: Procedure) -> None:
        self._database, self._house, self._procedure = database, house, procedure
        self._words_of: dict[tuple[object, ...], str] = {}  # how a name sounds is slow to find, for thousands

    def people_like(self, words: str) -> list[Employee]:
        """Our people that fit what was typed: name, pinyin, initials, department, title; the highest rank first."""
        asked = normal(words.strip())
        return [one for one in self._house.offered(Employee) if asked in self._words(one)]

    def _words(self, employee: Employee) -> str:
        written = (employee.id, *(getattr(employee, field) for field in OF_THE_LIST))
        if written not in self._words_of:
            self._words_of[written] = self._house.words_of(employee)
        return self._words_of[written]

    def add(
        self, visit_id: int, now: datetime, *, name: str = "", employee_id: int | None = None, **facts: Any
    ) -> int:
        """Put somebody on our side, at the place of the rank; without duties said, those of the level. The host's id.

        A name that exactly one of our people has is theirs.
        """
        said = Said(N_("Added the host {name}"), visit_id=visit_id, name=name.strip())
        with self._database.unit_of_work(said, now) as work:
            refuse_rank_off_the_scale(work, facts)
            visit = work.visits.get(visit_id)
            employee = work.get(Employee, employee_id) if employee_id else _named(work, name)
            if employee is not None:
                said.details["name"] = employee.name
                _refuse_twice(visit, employee)
            host = Host(visit_id=visit_id, employee_id=employee.id if employee else None)
            if employee is None:
                host.name = name.strip()
            for field, value in self._as_called_for(visit, host, employee, _read(facts)).items():
                setattr(host, field, value)
            return _put_in(work, visit, host, employee).id

    def change(self, host_id: int, now: datetime, **facts: Any) -> None:
        """Change facts of a host: from then on a person chose it, and no proposal touches it."""
        with self._database.unit_of_work(said := Said(N_("Changed {field_word}")), now) as work:
            refuse_rank_off_the_scale(work, facts)
            host = work.get(Host, host_id)
            spoken = changed_in(host.visit_id, "host", next(iter(facts)))
            said.visit_id, said.details = spoken.visit_id, spoken.details
            if facts.get("is_lead"):
                _take_the_lead(work, host)
            if "name" in facts:
                facts |= _whose(work, host, str(facts["name"]))
            work.change(host, by_hand=True, **_read(facts))

    def move(self, host_id: int, position: int, now: datetime) -> None:
        """Put a host at another place of our list, 1 first."""
        said = Said(N_("Changed the order of our side"))
        with self._database.unit_of_work(said, now) as work:
            host = work.get(Host, host_id)
            said.visit_id = host.visit_id
            put_at(work.visits.get(host.visit_id).hosts, host_id, position)

    def remove(self, host_id: int, now: datetime) -> None:
        """Take a host off the visit; undo brings it back."""
        with self._database.unit_of_work(said := Said(N_("Removed a host")), now) as work:
            host = work.get(Host, host_id)
            said.visit_id = host.visit_id
            work.delete(host)

    def propose(self, visit_id: int, now: datetime) -> int:
        """Fill the empty roles of the level from our people, where one answer is left; how many were filled.

        What a person set is not overwritten, removed or doubled; only those put in by a proposal get duties.
        """
        said = Said(N_("Proposed who receives"), visit_id=visit_id)
        filled = 0
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get(visit_id)
            people = [one for one in work.house.all(Employee) if one.is_active]
            for lack in lacking(visit, self._level(visit), self._procedure.ranks()):
                filled += self._filled(work, work.visits.get(visit_id), lack, people)
        return filled

    def _filled(self, work: UnitOfWork, visit: Visit, lack: Lack, people: Sequence[Employee]) -> bool:
        duties: dict[str, Any] = {duty.value: True for duty in lack.duties}
        if lack.host is not None:
            if not lack.host.by_hand:
                work.change(lack.host, role=lack.role.code, **duties)
            return not lack.host.by_hand
        employee = proposed(lack.role, visit, people, self._procedure.ranks())
        if employee is None:
            return False
        host = Host(visit_id=visit.id, employee_id=employee.id, role=lack.role.code, by_hand=False, **duties)
        _put_in(work, visit, host, employee)
        return True

    def take_out_strays(self, visit_id: int, now: datetime) -> int:
        """Take those off whose role the level does not have; how many. Asked for by a person, after another level."""
        said = Said(N_("Took out who is not at this level"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get(visit_id)
            strays = no_longer_fitting(visit, self._level(visit))
            for host in strays:
                work.delete(host)
        return len(strays)

    def lacking(self, visit: Visit) -> list[Lack]:
        """What the level asks for and our side lacks."""
        return lacking(visit, self._level(visit), self._procedure.ranks())

    def candidates(self, visit: Visit, role: Role) -> list[Employee]:
        """Who of our people could fill a role, the likeliest first."""
        return candidates(role, visit, self._house.offered(Employee), self._procedure.ranks())

    def could(self, visit: Visit, lacks: Sequence[Lack]) -> list[int]:
        """For each lack how many of our people could fill it; none where somebody holds the role."""
        people, ranks = self._house.offered(Employee), self._procedure.ranks()
        return [
            len(candidates(lack.role, visit, people, ranks)) if lack.host is None else 0 for lack in lacks
        ]

    def _level(self, visit: Visit) -> Level | None:
        return self._procedure.levels().level(visit.level)

    def _as_called_for(
        self, visit: Visit, host: Host, employee: Employee | None, facts: dict[str, Any]
    ) -> dict[str, Any]:
        """The facts, with a role that is still empty and the duties that the level has for it, where none is said."""
        level = self._level(visit)
        if level is None:
            return {"is_escort": not facts.keys() & set(Duty)} | facts
        ranks = self._procedure.ranks()
        somebody = employee or _with(host, facts)
        empty = [lack.role for lack in lacking(visit, level, ranks) if lack.host is None]
        role = next((role for role in roles_of(level) if role.code == facts.get("role")), None)
        role = role or next((role for role in empty if fits(somebody, role, visit, ranks)), None)
        called: dict[str, Any] = {"role": role.code} if role else {}
        if not facts.keys() & set(Duty):
            duties = duties_of(level, role) if role else ()
            called |= {duty.value: True for duty in duties or _usual(level)}
        return called | facts


def _usual(level: Level) -> tuple[Duty, ...]:
    """What somebody without a role of the level does: goes along, and sees off where escorts do."""
    return (Duty.ESCORTS, Duty.SEES_OFF) if level.send_off else (Duty.ESCORTS,)


def _with(host: Host, facts: dict[str, Any]) -> Host:
    for field in OF_THE_LIST:
        if field in facts:
            setattr(host, field, facts[field])
    return host


def _read(facts: dict[str, Any]) -> dict[str, Any]:
    if "phone" not in facts:
        return facts
    phone = read_phone(str(facts["phone"] or ""))
    return facts | {"phone": " ".join(part for part in (phone.number, phone.extension) if part)}


def _named(work: UnitOfWork, name: str) -> Employee | None:
    """The one of our people who has that name; nobody where two have it."""
    found = [one for one in work.house.alike(Employee, name=name.strip()) if one.is_active]
    return found[0] if len(found) == 1 else None


def _refuse_twice(visit: Visit, employee: Employee) -> None:
    if any(host.employee_id == employee.id for host in visit.hosts):
        raise ReceptionError(_("{name} is on the list already.").format(name=employee.name))


def _whose(work: UnitOfWork, host: Host, name: str) -> dict[str, Any]:
    """What a new name makes of a host: one of our people, or somebody written here alone."""
    employee = _named(work, name)
    if employee is None:
        return {"employee_id": None, "name": name.strip()}
    if employee.id != host.employee_id:
        _refuse_twice(work.visits.get(host.visit_id), employee)
    blank = dict.fromkeys(OF_THE_LIST, "") | {"rank": None}
    return {"employee_id": employee.id} | blank


def _take_the_lead(work: UnitOfWork, host: Host) -> None:
    """Exactly one leads: the store refuses a second."""
    for other in work.visits.get(host.visit_id).hosts:
        if other.is_lead and other.id != host.id:
            work.change(other, is_lead=False)


def _put_in(work: UnitOfWork, visit: Visit, host: Host, employee: Employee | None) -> Host:
    """Add a host before the first of a lower rank; those behind move down."""
    rank = (employee.rank if employee else host.rank) or 100
    behind = [other for other in visit.hosts if (other.who.rank or 100) > rank]
    last = max((other.position for other in visit.hosts), default=0) + 1
    host.position = min((other.position for other in behind), default=last)
    for other in visit.hosts:
        if other.position >= host.position:
            other.position += 1
    if host.is_lead:
        host.is_lead = False
        work.add(host)
        _take_the_lead(work, host)
        work.change(host, is_lead=True)
        return host
    return work.add(host)
