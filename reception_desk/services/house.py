"""Whom and what the house has to receive guests with: added, changed, retired, removed; each a step of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import islice, product
from typing import Any, Final, TypeVar

from reception_desk.domain.choice_words import choice_msgid
from reception_desk.domain.department import Department
from reception_desk.domain.employee import Employee
from reception_desk.domain.field_words import field_word
from reception_desk.errors import ReceptionError
from reception_desk.i18n import LANGUAGES, N_, _, ngettext, words
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.search import HAN, normal
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.guest_rules import refuse_rank_off_the_scale
from reception_desk.services.house_facts import LISTS, Thing, as_stored, key_field, name_of, table_of

Kind = TypeVar("Kind", bound=Thing)
MOST_NAMED: Final = 3
MOST_READINGS: Final = 16
SHORTEST_ASKED: Final = 2


class House:
    """Employees, departments, cars, drivers, hotels, rooms, places nearby: one way for all."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, kind: type[Kind]) -> list[Kind]:
        """Every entry of a list, those that are no longer offered at the end."""
        with self._database.reading() as work:
            return work.house.all(kind)

    def get(self, kind: type[Kind], entry_id: int) -> Kind:
        """One entry."""
        with self._database.reading() as work:
            return work.get(kind, entry_id)

    def words_of(self, entry: Thing) -> str:
        """All by which an entry is found: what is written of it, and how its name sounds (`陈刚`: chengang, cg)."""
        written = [value for value in vars(entry).values() if isinstance(value, str)]
        return normal(" ".join([*written, *_kind_words(entry), *_sounds(name_of(entry))]))

    def offered(self, kind: type[Kind]) -> list[Kind]:
        """The entries that can be chosen."""
        return [entry for entry in self.all(kind) if entry.is_active]

    def find(self, kind: type[Kind], asked: str) -> list[Kind]:
        """The entries on offer that hold every word of what was asked, written or by its sound; none for a letter."""
        parts = normal(asked).split()
        if sum(len(part) + bool(HAN.match(part)) for part in parts) < SHORTEST_ASKED:
            return []
        return [
            entry
            for entry in self.offered(kind)
            if (known := self.words_of(entry)) and all(part in known for part in parts)
        ]

    def departments(self) -> list[str]:
        """The departments to choose from: those of the list, and those that visits and employees name."""
        with self._database.reading() as work:
            listed = work.house.all(Department)
            retired = {department.name for department in listed if not department.is_active}
            names = [department.name for department in listed if department.is_active]
            used = sorted({*work.visits.departments(), *work.house.departments_of_people()})
            return names + [name for name in used if name not in {*names, *retired}]

    def people(self) -> list[str]:
        """The names of our own people, the highest rank first: hosts and escorts to choose from."""
        return list(dict.fromkeys(employee.name for employee in self.offered(Employee)))

    def add(self, kind: type[Thing], now: datetime, /, **facts: Any) -> int:
        """Put an entry in; refused without a name, and where there is one alike. Its id."""
        taken = as_stored(kind, facts)
        if not taken.get(key_field(kind)):
            word = _(field_word(table_of(kind), key_field(kind)))
            raise ReceptionError(_("Write this first: {field}.").format(field=word))
        said = Said(
            N_("Added to {list_word}: {name}"), list_word=LISTS[kind], name=str(taken[key_field(kind)])
        )
        with self._database.unit_of_work(said, now) as work:
            _refuse_alike(work, kind, 0, taken)
            refuse_rank_off_the_scale(work, taken)
            return work.add(kind(**taken)).id

    def change(self, kind: type[Thing], entry_id: int, now: datetime, /, **facts: Any) -> None:
        """Change fields of an entry; a bad value is refused and nothing is changed."""
        taken = as_stored(kind, facts)
        said = Said(
            N_("{name}: {field_word} changed"), field_word=field_word(table_of(kind), next(iter(facts)))
        )
        with self._database.unit_of_work(said, now) as work:
            entry: Any = work.get(kind, entry_id)
            said.details["name"] = name_of(entry)
            _refuse_alike(work, kind, entry_id, _identity(entry) | taken)
            if kind is Department and "name" in taken:
                for employee in work.house.alike(Employee, department=entry.name):
                    employee.department = taken["name"]
            refuse_rank_off_the_scale(work, taken)
            work.change(entry, **taken)

    def retire(self, kind: type[Thing], entry_id: int, now: datetime) -> None:
        """No longer offer an entry; what was done with it stays as it is."""
        self._offer(kind, entry_id, now, N_("No longer offered: {name}"), is_active=False)

    def offer_again(self, kind: type[Thing], entry_id: int, now: datetime) -> None:
        """Offer a retired entry again."""
        self._offer(kind, entry_id, now, N_("Offered again: {name}"), is_active=True)

    def _offer(
        self, kind: type[Thing], entry_id: int, now: datetime, sentence: str, *, is_active: bool
    ) -> None:
        said = Said(sentence)
        with self._database.unit_of_work(said, now) as work:
            entry: Any = work.get(kind, entry_id)
            said.details["name"] = name_of(entry)
            work.change(entry, is_active=is_active)

    def remove(self, kind: type[Thing], entry_id: int, now: datetime) -> None:
        """Take an entry out; refused where something holds it: then it can be retired."""
        said = Said(N_("Removed from {list_word}: {name}"), list_word=LISTS[kind])
        with self._database.unit_of_work(said, now) as work:
            entry = work.get(kind, entry_id)
            said.details["name"] = name_of(entry)
            if holders := _holders(work, entry):
                sentence = _("“{name}” stands in {holders}. Retire it instead: history stays as it is.")
                raise ReceptionError(sentence.format(name=name_of(entry), holders=holders))
            work.delete(entry)


def _holders(work: UnitOfWork, entry: Thing) -> str:
    """What an entry stands in, in words; nothing where it can go."""
    entries = work.house
    numbers, walk_ins = entries.visits_with(entry), entries.walk_ins_with(entry)
    held = []
    if numbers:
        more = len(numbers) - MOST_NAMED
        named = _(", ").join(numbers[:MOST_NAMED])
        held.append(
            _("visits {numbers} and {count} more").format(numbers=named, count=more)
            if more > 0
            else ngettext("visit {numbers}", "visits {numbers}", len(numbers)).format(numbers=named)
        )
    if walk_ins:
        held.append(
            ngettext("{count} line of the register", "{count} lines of the register", walk_ins).format(
                count=walk_ins
            )
        )
    if isinstance(entry, Department) and (people := entries.alike(Employee, department=entry.name)):
        named = _(", ").join(employee.name for employee in people[:MOST_NAMED])
        held.append(
            ngettext(
                "the facts of {names}", "the facts of {count} employees ({names}, …)", len(people)
            ).format(count=len(people), names=named)
        )
    return _(", ").join(held)


def _identity(entry: Any) -> dict[str, Any]:
    """What makes an entry one of its own, as stored."""
    fields = ("name", "department", "phone") if isinstance(entry, Employee) else (key_field(type(entry)),)
    return {field: getattr(entry, field) for field in fields}


def _refuse_alike(work: UnitOfWork, kind: type[Thing], entry_id: int, facts: dict[str, Any]) -> None:
    """Refuse what is there already; two of our people may share a name where department or phone differ."""
    key = key_field(kind)
    wanted = {key: facts[key]}
    if kind is Employee:
        wanted["department"] = facts.get("department", "")
    others: list[Any] = [other for other in work.house.alike(kind, **wanted) if other.id != entry_id]
    phone = facts.get("phone", "")
    if kind is Employee:
        others = [other for other in others if not (phone and other.phone and other.phone != phone)]
    if others:
        raise ReceptionError(_alike_sentence(others[0]))


def _alike_sentence(other: Any) -> str:
    name = name_of(other)
    department = getattr(other, "department", "")
    if department:
        name = _("{name} ({department})").format(name=name, department=department)
    if not other.is_active:
        return _("“{name}” is in the list already, but no longer offered. Offer it again instead.").format(
            name=name
        )
    return _("“{name}” is in the list already; nothing was changed.").format(name=name)


def _kind_words(entry: Any) -> Iterator[str]:
    """What an entry is, in both languages, where its list has kinds."""
    if msgid := choice_msgid(entry.kind) if hasattr(entry, "kind") else "":
        yield from (words(language)(msgid) for language in LANGUAGES)


def _sounds(name: str) -> Iterator[str]:
    """How the Chinese of a name can be read, in full and by initials; for thousands of names in one go."""
    for han in HAN.findall(name):
        for syllables in islice(product(*(_syllables(character) for character in han)), MOST_READINGS):
            yield "".join(syllables)
            yield "".join(syllable[0] for syllable in syllables)


@cache
def _syllables(character: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    return tuple(pinyin(character, style=Style.NORMAL, heteronym=True)[0])
