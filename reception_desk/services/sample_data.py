"""The sample data: put in through the services like everything else, and taken out again in one step."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from reception_desk.domain.booking import CarBooking
from reception_desk.domain.preparation import PreparationItem
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, ngettext
from reception_desk.repository.database import Database
from reception_desk.repository.house import House
from reception_desk.repository.journal import Said
from reception_desk.repository.sample import Sample
from reception_desk.repository.steps import kind_of
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.cars import Cars
from reception_desk.services.guests import Guests
from reception_desk.services.hosts import Hosts
from reception_desk.services.parts import Parts
from reception_desk.services.preparation import Preparation
from reception_desk.services.visits import Visits

if TYPE_CHECKING:  # the content is read once in the life of a desk
    from reception_desk.services.sample_content import SamplePart, SampleVisit

TAKEN_IN: Final = timedelta(days=1)
LEFT_UNDONE: Final = 2
QUIET: Final = timedelta(hours=2)
"""How long after its making nothing more of the sample falls due."""
STEP: Final = "step"
IN_THE_HOUSE: Final = ("employee", "department", "car", "driver", "hotel", "room", "nearby_place")
KNOWN: Final = ("person", "company")
MOST_NAMED: Final = 4


@dataclass(frozen=True, kw_only=True)
class Removed:
    """What taking the sample out did: how many visits went, and the names of what has stayed."""

    visits: int
    kept: list[str] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """It, in words."""
        gone = ngettext(
            "Removed the sample data with {count} visit.",
            "Removed the sample data with {count} visits.",
            self.visits,
        ).format(count=self.visits)
        if not self.kept:
            return gone
        named = _(", ").join(self.kept[:MOST_NAMED])
        if len(self.kept) > MOST_NAMED:
            named = _("{names} and {count} more").format(names=named, count=len(self.kept) - MOST_NAMED)
        return gone + _(" Kept, because you use it: {names}.").format(names=named)


class SampleData:
    """An invented house with three visits, to look around in."""

    def __init__(
        self,
        database: Database,
        visits: Visits,
        guests: Guests,
        parts: Parts,
        cars: Cars,
        preparation: Preparation,
        hosts: Hosts,
    ) -> None:
        self._database = database
        self._visits, self._guests, self._parts, self._cars = visits, guests, parts, cars
        self._preparation, self._hosts = preparation, hosts

    def is_there(self) -> bool:
        """Whether sample data were put in and not taken out."""
        with self._database.reading() as work:
            return bool(work.settings.read().sample_data)

    def put_in(self, now: datetime) -> None:
        """Put the sample in, its first visit today or tomorrow; refused where it is in already.

        It stands in the journal under a name of its own, so that nobody's Ctrl+Z takes it apart piece by piece.
        """
        from reception_desk.services.sample_content import house, visits

        if self.is_there():
            raise ReceptionError(_("The sample data are there already."))
        attendant = self._database.attendant
        person, attendant.person = attendant.person, _("Sample data")
        try:
            with self._database.reading() as work:
                before, zone = work.steps.newest_id(), work.settings.read().zone
            with self._database.unit_of_work(Said(N_("Put the sample data in")), now) as work:
                for entity in house():
                    work.add(entity)
            for number, visit in enumerate(visits(now.astimezone(ZoneInfo(zone)))):
                self._catch_up(self._take_in(visit, now), now, left=LEFT_UNDONE if number == 0 else 0)
            with self._database.unit_of_work(Said(N_("Put the sample data in")), now) as work:
                ids = Sample(work.session).inserted_since(before, attendant.person)
                work.settings.put("sample_data", ids | {STEP: [work.steps.newest_id()]})
        finally:
            attendant.person = person

    def _catch_up(self, visit_id: int, now: datetime, *, left: int) -> None:
        """Tick what was due before now, but leave a little undone, as on a real day."""
        plan = self._preparation.of(visit_id)
        late = [planned for planned in plan if planned.is_late(now)]
        kept = late[max(len(late) - left, 0) :]
        due = [one for one in plan if one.is_late(now + QUIET) and one not in kept]
        at, said = now - TAKEN_IN / 2, Said(N_("Put the sample data in"), visit_id=visit_id)
        with self._database.unit_of_work(said, at) as work:
            for planned in due:
                item = PreparationItem(visit_id=visit_id, code=planned.code, subject=planned.subject)
                item.check_off(self._database.attendant.person, at, planned.due)
                work.add(item)

    def _take_in(self, sample: SampleVisit, now: datetime) -> int:
        received = now - TAKEN_IN
        visit_id = self._visits.new(received, **sample.facts).id
        if sample.company:
            self._visits.change_company(visit_id, received, **sample.company)
        if sample.main_guest:
            self._guests.change(self._visits.get(visit_id).guests[0].id, received, **sample.main_guest)
        for guest in sample.guests:
            facts = dict(guest)
            self._guests.add(visit_id, facts.pop("name"), received, **facts)
        for part in sample.parts:
            self._add(part, visit_id, received)
        self._hosts.propose(visit_id, received)
        return visit_id

    def _add(self, part: SamplePart, visit_id: int, now: datetime) -> None:
        facts = dict(part.facts)
        plate, driver = facts.pop("car", ""), facts.pop("driver", "")
        part_id = self._parts.add(part.kind, visit_id, now, **facts)
        if part.kind is CarBooking:
            self._cars.take_car(part_id, plate, now)
            self._cars.take_driver(part_id, driver, now)

    def remove(self, now: datetime) -> Removed:
        """Take out what the sample put in, in one step that can be undone; what somebody uses by now stays."""
        with self._database.reading() as work:
            ids = dict(work.settings.read().sample_data)
        if not ids:
            raise ReceptionError(_("There are no sample data here."))
        with self._database.unit_of_work(Said(N_("Removed the sample data")), now) as work:
            rows = Sample(work.session)
            gone = rows.remove_visits(ids.get("visit", []))
            kept = [
                name
                for table in (*KNOWN, *IN_THE_HOUSE)
                for identity in ids.get(table, [])
                for name in _take_out(work, rows, table, identity, ids[STEP][0])
            ]
            work.settings.put("sample_data", {})
        return Removed(visits=gone, kept=kept)


def _take_out(work: UnitOfWork, rows: Sample, table: str, identity: int, step: int) -> list[str]:
    """Take one entry out; its name where it has to stay."""
    entry: Any = work.find(kind_of(table), identity)
    if entry is None:
        return []
    if _is_used(work, rows, table, entry, step):
        return [entry.plate if table == "car" else entry.name]
    rows.remove(table, identity)
    return []


def _is_used(work: UnitOfWork, rows: Sample, table: str, entry: Any, step: int) -> bool:
    if rows.is_referred_to(table, entry.id):
        return True
    if table not in IN_THE_HOUSE:
        return False
    house_rows = House(work.session)
    return (
        rows.changed_by_hand(table, entry.id, step)
        or bool(house_rows.visits_with(entry))
        or house_rows.walk_ins_with(entry) > 0
    )
