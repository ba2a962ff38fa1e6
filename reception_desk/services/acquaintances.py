"""Who was here before: found while a name or a company is typed."""

from __future__ import annotations

from typing import Final

from reception_desk.domain.acquaintance import Acquaintance
from reception_desk.domain.company import Company
from reception_desk.domain.guest import Guest
from reception_desk.domain.guest_memory import NEEDS, oldest
from reception_desk.repository.database import Database
from reception_desk.repository.unit_of_work import UnitOfWork

MOST: Final = 6
OF_THE_TITLE: Final = frozenset({"title_latin", "salutation", "rank"})
"""What says the title in another way: it stays behind where somebody has another title now."""
TAKEN_ALONG: Final = (
    "title",
    "title_latin",
    "salutation",
    "rank",
    "is_interpreter",
    "is_agent",
    "diet",
    "lodging",
    "customs",
    "drink",
    "preferences",
)


class Acquaintances:
    """What is asked while somebody types."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def people_like(self, words: str) -> list[Acquaintance]:
        """People who came with a visit, by name, Latin name, pinyin, initials or phone, the latest first."""
        with self._database.reading() as work:
            return work.acquaintances.people(words, MOST)

    def visitors_like(self, words: str) -> list[Acquaintance]:
        """People of the register and of visits, for the register's own form."""
        with self._database.reading() as work:
            found = work.acquaintances.from_the_register(words, MOST)
            found += work.acquaintances.people(words, MOST)
        by_name: dict[tuple[str, str], Acquaintance] = {}
        for one in found:
            by_name.setdefault((one.name, one.company), one)
        return list(by_name.values())[:MOST]

    def companies_like(self, words: str) -> list[Company]:
        """Companies that came before, by name, alias, pinyin or initials; those that came lately first."""
        with self._database.reading() as work:
            found = work.acquaintances.companies(words, MOST)
            if len(found) < MOST and words.strip():
                found += work.companies.beginning(words)
        return list({company.id: company for company in found}.values())[:MOST]


def take_along(work: UnitOfWork, guest: Guest, known: Acquaintance) -> None:
    """Fill what is blank of a guest with what was written when they came last."""
    before = work.find(Guest, known.guest_id) if known.guest_id else None
    if before is not None:
        _fill(work, guest, before)


def take_along_latest(work: UnitOfWork, guest: Guest) -> None:
    """The same for somebody who was known by the name alone: what was written at the visit before this one."""
    before = work.acquaintances.part_before(guest)
    if before is not None:
        _fill(work, guest, before)


def _fill(work: UnitOfWork, guest: Guest, before: Guest) -> None:
    """Needs come with the day on which they were asked for; the older of two days stays with both."""
    brought = False
    is_of_another_title = guest.title not in ("", before.title)
    for field in TAKEN_ALONG:
        if is_of_another_title and field in OF_THE_TITLE:
            continue
        blank = (None,) if field in NEEDS else (None, "", False)
        value = getattr(before, field)
        if getattr(guest, field) in blank and value not in blank:
            setattr(guest, field, value)
            brought |= field in NEEDS
    if brought:
        asked = before.needs_as_of or work.acquaintances.day_of(before)
        guest.needs_as_of = oldest((guest.needs_as_of, asked))
    work.flush()
