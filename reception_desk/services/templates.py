"""The templates that a company edits: a new version with every change, an old one taken up again, the shipped one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from reception_desk.domain.checklist import parse_checklist
from reception_desk.domain.customs import parse_customs
from reception_desk.domain.house_lists import parse_lists
from reception_desk.domain.lead_times import parse_lead_times
from reception_desk.domain.levels import Levels, parse_levels
from reception_desk.domain.ranks import parse_ranks
from reception_desk.domain.template import Template, TemplateKind
from reception_desk.domain.template_text import numbered
from reception_desk.domain.wording import parse_wording
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.resources import resource
from reception_desk.services.procedure import SHIPPED

KIND_WORDS: Final = {
    TemplateKind.CHECKLIST: N_("Checklist"),
    TemplateKind.LEVELS: N_("Levels"),
    TemplateKind.WORDING: N_("Welcome texts"),
    TemplateKind.LEAD_TIMES: N_("Lead times"),
    TemplateKind.RANKS: N_("Ranks"),
    TemplateKind.CUSTOMS: N_("Customs of countries"),
    TemplateKind.LISTS: N_("Supplies, zones, presentation"),
}
_PARSE: Final[dict[TemplateKind, Callable[[str], Any]]] = {
    TemplateKind.CHECKLIST: parse_checklist,
    TemplateKind.LEVELS: parse_levels,
    TemplateKind.WORDING: parse_wording,
    TemplateKind.LEAD_TIMES: parse_lead_times,
    TemplateKind.RANKS: parse_ranks,
    TemplateKind.CUSTOMS: parse_customs,
    TemplateKind.LISTS: parse_lists,
}
ONE_SITTING: Final = timedelta(minutes=30)


@dataclass(frozen=True, kw_only=True)
class Version:
    """A version as the list shows it: the last one of a sitting stands for the `changes` made in it."""

    id: int
    number: int
    since: datetime
    saved_by: str
    in_force: bool
    is_shipped: bool
    changes: int = 1


class TemplateBook:
    """Versions are added, never changed; which is in force is a setting, so undo gives back the one before."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def text(self, kind: TemplateKind) -> str:
        """The text in force."""
        with self._database.reading() as work:
            return work.templates.in_force(kind).text

    def parsed(self, kind: TemplateKind) -> Any:
        """The template in force, parsed."""
        return _PARSE[kind](self.text(kind))

    def text_of(self, template_id: int) -> str:
        """The text of one version."""
        with self._database.reading() as work:
            return work.templates.get(template_id).text

    def versions(self, kind: TemplateKind) -> list[Version]:
        """The versions there are, the newest first; of one person's sitting the last, and the one in force."""
        with self._database.reading() as work:
            found, in_force = work.templates.all(kind), work.templates.in_force(kind).id
        shipped = shipped_text(kind)
        listed: list[Version] = []
        later: Template | None = None
        for template in found:
            if later is not None and template.id != in_force and _one_sitting(later, template):
                listed[-1] = replace(listed[-1], changes=listed[-1].changes + 1)
            else:
                listed.append(_version(template, in_force, shipped))
            later = template
        return listed

    def save(self, kind: TemplateKind, text: str, now: datetime, said: Said | None = None) -> bool:
        """Put a new version in force; refused with line and reason when wrong. Whether there was anything new."""
        return self.edit(kind, lambda _before: text, now, said or Said(N_("Changed: {kind_word}")))

    def edit(self, kind: TemplateKind, change: Callable[[str], str], now: datetime, said: Said) -> bool:
        """Make a new version out of the one in force, and put it in force; whether it is another."""
        return self.edit_all({kind: change}, now, said)

    def edit_all(
        self, changes: Mapping[TemplateKind, Callable[[str], str]], now: datetime, said: Said
    ) -> bool:
        """The same for several templates that belong together, as one step; the first names the step."""
        changed = False
        with self._database.unit_of_work(said, now) as work:
            for kind, change in changes.items():
                said.details.setdefault("kind_word", KIND_WORDS[kind])
                changed |= self._edit(work, kind, change, now)
        return changed

    def _edit(
        self, work: UnitOfWork, kind: TemplateKind, change: Callable[[str], str], now: datetime
    ) -> bool:
        before = work.templates.in_force(kind)
        text = change(before.text)
        _PARSE[kind](text)
        if _plain(text) == _plain(before.text):
            return False
        number = work.templates.next_number(kind)
        person = self._database.attendant.person
        after = work.templates.store(kind, before.name, numbered(text, number), now, person)
        _put_in_force(work, before, after)
        return True

    def take_again(self, template_id: int, now: datetime) -> None:
        """Put an older version in force again; new visits start with it, running ones keep theirs."""
        said = Said(N_("Took up version {number} again: {kind_word}"))
        with self._database.unit_of_work(said, now) as work:
            after = work.templates.get(template_id)
            _PARSE[after.kind](after.text)
            said.details |= {"number": str(after.version), "kind_word": KIND_WORDS[after.kind]}
            _put_in_force(work, work.templates.in_force(after.kind), after)

    def take_shipped(self, kind: TemplateKind, now: datetime) -> bool:
        """Go back to what came with the program, as a new version; whether it is another."""
        return self.save(kind, shipped_text(kind), now, Said(N_("Back to the shipped one: {kind_word}")))

    def is_shipped(self, kind: TemplateKind) -> bool:
        """Whether the version in force is what came with the program."""
        return _means_the_same(kind, self.text(kind), shipped_text(kind))


def shipped_text(kind: TemplateKind) -> str:
    """What came with the program."""
    return resource("templates", *SHIPPED[kind]).read_text(encoding="utf-8")


def _put_in_force(work: UnitOfWork, before: Template, after: Template) -> None:
    work.templates.choose(after)
    if after.kind is not TemplateKind.LEVELS:
        return
    standards = hotel_standards(parse_levels(after.text))
    if standards != hotel_standards(parse_levels(before.text)):
        work.settings.put("hotel_standards", standards)


def hotel_standards(levels: Levels) -> dict[str, int]:
    """Up to how many yuan a room may cost a night, by level (B1)."""
    return {
        str(level.number): level.hotel_standard for level in levels.levels if level.hotel_standard is not None
    }


def _plain(text: str) -> str:
    return "\n".join(line.rstrip() for line in numbered(text, 1).strip().splitlines())


def _means_the_same(kind: TemplateKind, one: str, other: str) -> bool:
    """Whether two texts differ in their explanations at most: those that ship may be worded better later."""
    try:
        return bool(_PARSE[kind](numbered(one, 1)) == _PARSE[kind](numbered(other, 1)))
    except ReceptionError:
        return False


def _one_sitting(later: Template, earlier: Template) -> bool:
    return later.saved_by == earlier.saved_by and later.since - earlier.since < ONE_SITTING


def _version(template: Template, in_force: int, shipped: str) -> Version:
    return Version(
        id=template.id,
        number=template.version,
        since=template.since,
        saved_by=template.saved_by,
        in_force=template.id == in_force,
        is_shipped=_means_the_same(template.kind, template.text, shipped),
    )
