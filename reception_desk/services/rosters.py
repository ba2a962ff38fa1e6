"""A list of our people is taken over from Excel or CSV: compared first, written only when confirmed, one step."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from reception_desk.domain.employee import Employee
from reception_desk.domain.field_words import field_word
from reception_desk.errors import ReceptionError
from reception_desk.exchange.roster import NotUnderstood, Roster, RosterRow, read_roster
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.services.house_facts import as_stored, read_phone
from reception_desk.services.procedure import Procedure

HEADED: Final = {"is_active": N_("Status")}
Ranks = Mapping[str, int | None]
TELLING_APART: Final = "department"
COLUMNS: Final = (
    "name",
    "name_latin",
    "department",
    "title",
    "title_latin",
    "rank",
    "phone",
    "phone_extension",
    "is_active",
    "note",
)


class Standing(StrEnum):
    """What a row of the list means for ours."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, kw_only=True)
class Compared:
    """A row of the list beside ours: `changes` are field → (ours, theirs); `facts` what would be stored."""

    place: int
    name: str
    standing: Standing
    facts: dict[str, Any] = field(default_factory=dict)
    changes: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    employee_id: int = 0
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The whole list beside ours, in its order; `missing`: of us, but not in the list; they stay."""

    file: str
    rows: tuple[Compared, ...]
    missing: int
    left_alone: tuple[str, ...]

    def count(self, standing: Standing) -> int:
        """How many rows mean this."""
        return sum(row.standing is standing for row in self.rows)

    @property
    def to_take(self) -> int:
        """How many employees would be added or changed."""
        return self.count(Standing.NEW) + self.count(Standing.CHANGED)


class Rosters:
    """Lists of our own people."""

    def __init__(self, database: Database, procedure: Procedure) -> None:
        self._database, self._procedure = database, procedure

    def read(self, file: Path) -> Roster:
        """Read a list, its phones too, for this may be done beside the window; nothing is written."""
        roster = read_roster(file)
        for row in roster.rows:
            read_phone(str(row.facts.get("phone", "")))
        return roster

    def titles(self, roster: Roster) -> dict[str, int | None]:
        """The titles of rows without a rank, each with the one that our people have, else the proposed one."""
        ours: dict[str, Counter[int]] = defaultdict(Counter)
        for employee in self._employees():
            if employee.title and employee.rank:
                ours[employee.title][employee.rank] += 1
        wanted = dict.fromkeys(
            str(row.facts["title"]) for row in roster.rows if "title" in row.facts and "rank" not in row.facts
        )
        scale = self._procedure.ranks()
        return {
            title: ours[title].most_common(1)[0][0] if title in ours else scale.proposed(title)
            for title in wanted
        }

    def compare(self, roster: Roster, ranks: Ranks) -> Comparison:
        """Set a list beside ours; a rank is taken from the title where the row has none and we have none."""
        ours = _Ours(self._employees(), roster)
        rows = [ours.compared(row, ranks) for row in roster.rows]
        rows += [_refused(row) for row in roster.not_understood]
        known = {row.employee_id for row in rows if row.employee_id}
        return Comparison(
            file=roster.file,
            rows=tuple(sorted(rows, key=lambda row: row.place)),
            missing=sum(employee.is_active and employee.id not in known for employee in ours.all),
            left_alone=tuple(roster.left_alone),
        )

    def written(self, file: Path) -> int:
        """Write our list as CSV that Excel opens and `read` takes back; how many people it holds."""
        employees = self._employees()
        try:
            with file.open("w", encoding="utf-8-sig", newline="") as stream:  # the mark tells Excel of UTF-8
                lines = csv.writer(stream)
                lines.writerow([_(HEADED.get(name, field_word("employee", name))) for name in COLUMNS])
                lines.writerows(
                    [_cell(getattr(employee, name)) for name in COLUMNS] for employee in employees
                )
        except OSError as trouble:
            raise ReceptionError(
                _("{file} cannot be written: {reason}").format(file=file, reason=trouble.strerror or trouble)
            ) from trouble
        return len(employees)

    def take(self, comparison: Comparison, now: datetime) -> int:
        """Add the new, change the changed, all in one step; how many it were."""
        count = comparison.to_take
        if not count:
            raise ReceptionError(_("There is nothing new in {file}.").format(file=comparison.file))
        said = Said(N_("Took over {count} employees from {file}"), count=str(count), file=comparison.file)
        with self._database.unit_of_work(said, now) as work:
            for row in comparison.rows:
                if row.standing is Standing.NEW:
                    work.session.add(Employee(**row.facts))
                elif row.standing is Standing.CHANGED:
                    employee = work.get(Employee, row.employee_id)
                    for name, (_ours, theirs) in row.changes.items():
                        setattr(employee, name, theirs)
            work.flush()
        return count

    def _employees(self) -> list[Employee]:
        with self._database.reading() as work:
            return work.house.all(Employee)


class _Ours:
    """Our people by name, and which names the list has more than once."""

    def __init__(self, employees: list[Employee], roster: Roster) -> None:
        self.all = employees
        self._named: dict[str, list[Employee]] = defaultdict(list)
        for employee in employees:
            self._named[employee.name].append(employee)
        self._often = Counter(row.facts["name"] for row in roster.rows)
        self._seen: dict[tuple[str, ...], int] = {}

    def compared(self, row: RosterRow, ranks: Ranks) -> Compared:
        """One row beside ours, or why it cannot be."""
        name = str(row.facts["name"])
        try:
            facts = as_stored(Employee, dict(row.facts))
            self._refuse_twice(row.place, facts)
            employee = self._one_of_us(facts)
        except ReceptionError as refusal:
            return Compared(place=row.place, name=name, standing=Standing.NOT_UNDERSTOOD, reason=str(refusal))
        if facts.get("title") and "rank" not in facts and not (employee and employee.rank):
            rank = ranks.get(str(facts["title"]))
            facts |= {"rank": rank} if rank else {}
        if employee is None:
            return Compared(place=row.place, name=name, standing=Standing.NEW, facts=facts)
        changes = {
            field: (getattr(employee, field), value)
            for field, value in facts.items()
            if getattr(employee, field) != value
        }
        return Compared(
            place=row.place,
            name=name,
            standing=Standing.CHANGED if changes else Standing.SAME,
            facts=facts,
            changes=changes,
            employee_id=employee.id,
        )

    def _refuse_twice(self, place: int, facts: dict[str, Any]) -> None:
        """Refuse who stands in the list already, in an earlier row."""
        key = (facts["name"], facts.get("department", ""), facts.get("phone", ""))
        if key in self._seen:
            raise ReceptionError(_("the same as row {place}").format(place=self._seen[key]))
        self._seen[key] = place

    def _one_of_us(self, facts: dict[str, Any]) -> Employee | None:
        """Who of us is meant: by phone, by department, or by a name that is the only one on both sides."""
        named = self._named[facts["name"]]
        for telling in ("phone", TELLING_APART):
            alike = [e for e in named if facts.get(telling) and getattr(e, telling) == facts[telling]]
            if len(alike) == 1:
                return alike[0]
        if not named:
            return None
        if len(named) == 1 and self._often[facts["name"]] == 1:
            return named[0]
        if facts.get(TELLING_APART):
            return None
        raise ReceptionError(_("there are several of this name; write the department"))


def status_word(*, is_active: bool) -> str:
    """Whether somebody is one of us still, as lists say it."""
    return _("in service") if is_active else _("no longer in service")


def _cell(value: object) -> str:
    """A value as `read` understands it; what a spreadsheet would take for a formula begins with an apostrophe."""
    if isinstance(value, bool):
        return status_word(is_active=value)
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(("=", "-", "@", "\t")) else text


def _refused(row: NotUnderstood) -> Compared:
    return Compared(place=row.place, name=row.who, standing=Standing.NOT_UNDERSTOOD, reason=row.reason)
