"""The checklist, edited item by item; every change is a new version, and a running visit keeps its own (P6)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from typing import Any, Final

from reception_desk.domain.checklist import (
    Anchor,
    Checklist,
    ChecklistLine,
    Condition,
    Owner,
    Phase,
    parse_checklist,
)
from reception_desk.domain.due import Offset
from reception_desk.domain.quantity import Rule
from reception_desk.domain.template import TemplateKind
from reception_desk.domain.template_text import written_checklist
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.services.templates import TemplateBook

OWN: Final = re.compile(r"X(\d{1,6})")
"""Codes of items that a company adds: X01, X02 …; none is ever given twice, for ticks are kept under it."""

FIELD_WORDS: Final = {
    "zh": N_("Chinese"),
    "en": N_("English"),
    "phase": N_("Phase"),
    "anchor": N_("Hangs on"),
    "offset": N_("Due"),
    "owner": N_("Responsible"),
    "condition": N_("For which visits"),
    "per": N_("Counted"),
    "factor": N_("How many each"),
    "clauses": N_("Clauses"),
}

RULE: Final = ("per", "factor")
"""The fields that make up the quantity rule of an item."""

Lines = list[ChecklistLine]


class Checklists:
    """What is asked and done about the items of the checklist in force."""

    def __init__(self, database: Database, templates: TemplateBook) -> None:
        self._database, self._templates = database, templates

    def in_force(self) -> Checklist:
        """The checklist that new visits start with."""
        return parse_checklist(self._templates.text(TemplateKind.CHECKLIST))

    def change(self, code: str, now: datetime, **fields: Any) -> None:
        """Change an item; clauses may come as words with commas or spaces between.

        `per` and `factor` are its quantity rule: without `per` it is not counted, without `factor` it is one for each.
        """
        if isinstance(clauses := fields.get("clauses"), str):
            fields["clauses"] = tuple(dict.fromkeys(re.findall(r"[^\s,，、;；]+", clauses)))
        said = Said(N_("Changed item {code} of the checklist, {field_word}: {item}"), code=code)
        before = self.in_force().line(code)
        if before is not None:
            said.details["field_word"] = FIELD_WORDS[next(iter(fields))]
            said.details |= {"item_zh": before.zh, "item_en": before.en}

        def changed(lines: Lines) -> Lines:
            place = _place(lines, code)
            line = replace(lines[place], **_with_rule(lines[place], fields))
            rest = [*lines[:place], *lines[place + 1 :]]
            return _inserted(rest, line, place if line.phase is lines[place].phase else None)

        self._edit(changed, now, said)

    def hide(self, code: str, now: datetime, *, hidden: bool = True) -> None:
        """Keep an item but do not use it, or use it again."""
        sentence = N_("Hid item {code} of the checklist") if hidden else N_("Item {code} is used again")
        self._edit(
            lambda lines: [replace(line, hidden=hidden) if line.code == code else line for line in lines],
            now,
            Said(sentence, code=code),
        )

    def add(self, phase: Phase, now: datetime, *, zh: str, en: str = "") -> str:
        """Add an item at the end of a phase; its code. A text in one language stands for both until the other comes."""
        words = (zh.strip() or en.strip(), en.strip() or zh.strip())
        if not words[0]:
            raise ReceptionError(_("Say what is to be done."))
        line = ChecklistLine(
            code=self._free_code(),
            zh=words[0],
            en=words[1],
            phase=phase,
            anchor=Anchor.ARRIVAL,
            offset=Offset(),
            owner=Owner.FRONT_DESK,
            condition=Condition.ALWAYS,
            clauses=(),
        )
        said = Said(N_("Added item {code} to the checklist"), code=line.code)
        self._edit(lambda lines: _inserted(lines, line), now, said)
        return line.code

    def double(self, code: str, now: datetime) -> str:
        """Put a copy of an item below it; its code."""
        own = self._free_code()
        said = Said(N_("Copied item {code} of the checklist"), code=code)

        def doubled(lines: Lines) -> Lines:
            place = _place(lines, code)
            return [*lines[: place + 1], replace(lines[place], code=own), *lines[place + 1 :]]

        self._edit(doubled, now, said)
        return own

    def move(self, code: str, by: int, now: datetime) -> bool:
        """Move an item up or down within its phase; whether there was room."""
        lines = self.in_force().lines
        place = _place(list(lines), code)
        to = place + by
        if not 0 <= to < len(lines) or lines[to].phase is not lines[place].phase:
            return False
        self.put_at(code, to, now)
        return True

    def put_at(self, code: str, to: int, now: datetime, phase: Phase | None = None) -> None:
        """Put an item at a place of the list, counted without it; into `phase`, or that of its new neighbours."""
        said = Said(N_("Moved item {code} of the checklist"), code=code)

        def moved(lines: Lines) -> Lines:
            line = lines.pop(_place(lines, code))
            near = [other.phase for other in lines[max(to - 1, 0) : to + 1]]
            fits = phase or (line.phase if line.phase in near else near[-1])
            return [*lines[:to], replace(line, phase=fits), *lines[to:]]

        self._edit(moved, now, said)

    def _edit(self, change: Callable[[Lines], Lines], now: datetime, said: Said) -> None:
        def written(before: str) -> str:
            checklist = parse_checklist(before)
            return written_checklist(replace(checklist, lines=tuple(change(list(checklist.lines)))), before)

        self._templates.edit(TemplateKind.CHECKLIST, written, now, said)

    def _free_code(self) -> str:
        """The next own code that no version ever had."""
        with self._database.reading() as work:
            texts = [template.text for template in work.templates.all(TemplateKind.CHECKLIST)]
        given = (re.findall(rf'code\s*=\s*"{OWN.pattern}"', text) for text in texts)
        return f"X{max((int(number) for numbers in given for number in numbers), default=0) + 1:02d}"


def _with_rule(line: ChecklistLine, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a line, with `per` and `factor` put together as its rule; a factor of nothing is refused."""
    others = {field: value for field, value in fields.items() if field not in RULE}
    if len(others) == len(fields):
        return others
    per = fields.get("per", line.rule and line.rule.per)
    factor = fields.get("factor", line.rule and line.rule.factor)
    if per is None and "per" not in fields and factor is not None:
        raise ReceptionError(_("Choose first what this item is counted by; nothing was changed."))
    return others | {"rule": None if per is None else Rule(per=per, factor=factor or Fraction(1))}


def _place(lines: Lines, code: str) -> int:
    for place, line in enumerate(lines):
        if line.code == code:
            return place
    raise ReceptionError(_("Item {code} is no longer on the checklist.").format(code=code))


def _inserted(lines: Lines, line: ChecklistLine, place: int | None = None) -> Lines:
    """The lines with one more: at a place, or at the end of its phase."""
    if place is None:
        order = list(Phase)
        upto = order.index(line.phase)
        place = sum(order.index(other.phase) <= upto for other in lines)
    return [*lines[:place], line, *lines[place:]]
