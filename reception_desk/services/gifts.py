"""Gifts for guests: handed out, and in a ledger; the same to the same person again is told of (A6.6)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reception_desk.domain.gift import Gift, GivenBefore, came_before, given_at, is_same_gift
from reception_desk.domain.guest import Guest
from reception_desk.domain.person import Person
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.search import normal, readings
from reception_desk.repository.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class LedgerLine:
    """A line of the ledger: what, to whom, at which visit; `day` it was handed out, else the local day of the visit."""

    gift: Gift
    visit: Visit
    person: Person
    day: date | None
    before: GivenBefore | None

    def company_in(self, language: str) -> str:
        """The visiting company."""
        return self.visit.company.name_in(language) if self.visit.company else ""

    def words(self) -> str:
        """All by which it is found: what is written of it, and how the names sound."""
        company = self.visit.company
        names = [self.person.name, self.person.name_latin, self.gift.name]
        names += [company.name, company.name_latin, company.aliases] if company else []
        written = [*names, self.visit.number, self.gift.issued_by]
        return normal(" ".join([*written, *(sound for name in names for sound in readings(name))]))


class Gifts:
    """What is asked about gifts; they are added, changed and removed as parts of the visit."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def repeated(self, gifts: Collection[Gift]) -> dict[int, GivenBefore]:
        """By the id of a gift, when the same thing was given to the same person last, at another visit."""
        with self._database.reading() as work:
            return given_before(work, gifts)

    def issue(self, gift_id: int, now: datetime, *, issued: bool = True) -> None:
        """Note that a gift was handed out now by who is at the desk, or was not after all (G3)."""
        said = Said(
            N_("Gift “{gift}” is handed out") if issued else N_("Gift “{gift}” is not handed out yet")
        )
        with self._database.unit_of_work(said, now) as work:
            gift = work.get(Gift, gift_id)
            said.visit_id, said.details["gift"] = gift.visit_id, gift.name
            person = self._database.attendant.person if issued else ""
            work.change(gift, issued_at=now if issued else None, issued_by=person)

    def ledger(self, first: date, last: date, asked: str = "") -> list[LedgerLine]:
        """What was handed out or is planned between two local days, both included, and holds what was typed."""
        with self._database.reading() as work:
            zone = ZoneInfo(work.settings.read().zone)
            start = datetime.combine(first, time(), zone)
            end = datetime.combine(last + timedelta(days=1), time(), zone)
            found = work.gifts.between(start, end)
            before = given_before(work, [gift for gift, _visit, _person in found])
        lines = [
            LedgerLine(
                gift=gift, visit=visit, person=person, day=_day(gift, visit), before=before.get(gift.id)
            )
            for gift, visit, person in found
        ]
        parts = normal(asked).split()
        return [line for line in lines if all(part in line.words() for part in parts)]

    def guest_of(self, line: LedgerLine) -> Guest | None:
        """The guest of the visit that a line is about, if the person is still one of them."""
        with self._database.reading() as work:
            visit = work.visits.whole(line.visit.id)
            guests = visit.guests if visit else []
        return next((guest for guest in guests if guest.person_id == line.person.id), None)


def sum_of(lines: Sequence[LedgerLine]) -> int:
    """What all of them cost, in yuan, as far as it is known."""
    return sum(line.gift.sum or 0 for line in lines)


def given_before(work: UnitOfWork, gifts: Collection[Gift]) -> dict[int, GivenBefore]:
    """By the id of a gift, when the same thing was given to the same person last, at an earlier visit."""
    given = work.gifts.given_to({gift.person_id for gift in gifts})
    by_person: dict[int, list[tuple[Gift, Visit]]] = {}
    for one, visit in given:
        by_person.setdefault(one.person_id, []).append((one, visit))
    found: dict[int, GivenBefore] = {}
    for gift in gifts:
        visit = work.get(Visit, gift.visit_id)
        for one, earlier in by_person.get(gift.person_id, ()):
            is_another = earlier.id != visit.id and came_before(earlier, visit)
            if is_another and is_same_gift(one.name, gift.name):
                found[gift.id] = given_at(one, earlier)
                break
    return found


def _day(gift: Gift, visit: Visit) -> date | None:
    moment = visit.local(gift.issued_at or visit.arrival_at or visit.received_at)
    return moment.date() if moment else None
