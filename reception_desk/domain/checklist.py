"""The company's procedure as a list: what is to be done, when, by whom, and for which visits (P6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reception_desk.domain.due import Offset
from reception_desk.domain.quantity import Rule, read_rule
from reception_desk.domain.template_table import TemplateTable, read_name, read_template
from reception_desk.i18n import N_, _

CODE: Final = re.compile(r"[0-9A-Za-z]{1,8}")
CLAUSE: Final = re.compile(r"[A-Z]\d{1,2}(\.\d{1,2})?[a-z]?", re.ASCII)


class Subject(StrEnum):
    """What an item is about: the visit, or each of its meetings or meals."""

    VISIT = ""
    MEETING = "meeting"
    MEAL = "meal"


class Anchor(StrEnum):
    """A time of the visit that due times hang on; it may not be known yet."""

    NOTICE = "NA"
    ARRIVAL = "AC"
    PICK_UP = "PU"
    MEETING = "MS"
    MEAL = "ME"
    CHECK_IN = "CI"
    DEPARTURE = "DC"
    STATION = "DS"

    @property
    def subject(self) -> Subject:
        """What an item with this anchor comes once for."""
        return {Anchor.MEETING: Subject.MEETING, Anchor.MEAL: Subject.MEAL}.get(self, Subject.VISIT)

    def words(self, say: Callable[[str], str] = _) -> str:
        """The anchor in the language of the screen, or of `say`."""
        return say(_ANCHORS[self])


class Phase(StrEnum):
    """The five phases of a reception (P6)."""

    PREPARATION = "preparation"
    TRANSFER = "transfer"
    TALKS = "talks"
    DINING = "dining"
    FOLLOW_UP = "follow_up"

    def words(self, say: Callable[[str], str] = _) -> str:
        """The phase in the language of the screen, or of `say`."""
        return say(_PHASES[self])


class Owner(StrEnum):
    """Who sees to an item."""

    FRONT_DESK = "front_desk"
    HR_ADMIN = "hr_admin"
    DEPARTMENT = "department"
    DRIVER = "driver"
    CLEANING = "cleaning"
    GATE = "gate"
    IT = "it"
    ESCORTS = "escorts"

    def words(self, say: Callable[[str], str] = _) -> str:
        """The owner in the language of the screen, or of `say`."""
        return say(_OWNERS[self])


class Condition(StrEnum):
    """What must hold of a visit for an item to appear; the answers have the names they have in the visit."""

    ALWAYS = ""
    PICK_UP = "pick"
    SELF_DRIVE = "self"
    FOREIGN = "foreign"
    HOTEL = "hotel"
    TICKET = "ticket"
    MEAL = "meal"
    MEETING = "meeting"
    TOUR = "tour"
    GIFT = "gift"
    SIGN = "sign"
    LEADERSHIP = "lead"
    INVITATION = "inv"
    LEVEL_1 = "L1"
    LEVEL_1_OR_2 = "L12"

    def words(self, say: Callable[[str], str] = _) -> str:
        """For which visits, in the language of the screen, or of `say`."""
        return say(_CONDITIONS[self])


_ANCHORS: Final = {
    Anchor.NOTICE: N_("Notice taken"),
    Anchor.ARRIVAL: N_("Arrival at the company"),
    Anchor.PICK_UP: N_("Pick-up"),
    Anchor.MEETING: N_("Start of the meeting"),
    Anchor.MEAL: N_("Start of the meal"),
    Anchor.CHECK_IN: N_("Hotel check-in"),
    Anchor.DEPARTURE: N_("Departure from the company"),
    Anchor.STATION: N_("Departure from the station or airport"),
}
_PHASES: Final = {
    Phase.PREPARATION: N_("Preparation"),
    Phase.TRANSFER: N_("Transfer"),
    Phase.TALKS: N_("Talks"),
    Phase.DINING: N_("Dining"),
    Phase.FOLLOW_UP: N_("Follow-up"),
}
_OWNERS: Final = {
    Owner.FRONT_DESK: N_("Front desk"),
    Owner.HR_ADMIN: N_("HR and admin"),
    Owner.DEPARTMENT: N_("Matching department"),
    Owner.DRIVER: N_("Driver"),
    Owner.CLEANING: N_("Cleaning"),
    Owner.GATE: N_("Gate"),
    Owner.IT: N_("IT"),
    Owner.ESCORTS: N_("Escorts"),
}


_CONDITIONS: Final = {
    Condition.ALWAYS: N_("Every visit"),
    Condition.PICK_UP: N_("With a pick-up"),
    Condition.SELF_DRIVE: N_("In their own car"),
    Condition.FOREIGN: N_("From abroad"),
    Condition.HOTEL: N_("With a hotel"),
    Condition.TICKET: N_("With tickets"),
    Condition.MEAL: N_("With a meal"),
    Condition.MEETING: N_("With a meeting"),
    Condition.TOUR: N_("With a tour"),
    Condition.GIFT: N_("With a gift"),
    Condition.SIGN: N_("With words on the sign"),
    Condition.LEADERSHIP: N_("With the leadership"),
    Condition.INVITATION: N_("With an invitation"),
    Condition.LEVEL_1: N_("Level 1 only"),
    Condition.LEVEL_1_OR_2: N_("Level 1 or 2"),
}


def conditions_of_level(level: int | None) -> frozenset[Condition]:
    """What a level makes true; an unknown level makes nothing true, it is a gap of its own."""
    if level == 1:
        return frozenset({Condition.LEVEL_1, Condition.LEVEL_1_OR_2})
    return frozenset({Condition.LEVEL_1_OR_2}) if level == 2 else frozenset()  # noqa: PLR2004 - it is its name


@dataclass(frozen=True, kw_only=True)
class ChecklistLine:
    """One thing to do, with one due time; where it is counted, with the rule for how many."""

    code: str
    zh: str
    en: str
    phase: Phase
    anchor: Anchor
    offset: Offset
    owner: Owner
    condition: Condition
    clauses: tuple[str, ...]
    rule: Rule | None = None
    hidden: bool = False

    def text(self, language: str) -> str:
        """What is to be done, for a reader of `zh` or `en`."""
        return self.en if language == "en" else self.zh

    @property
    def subject(self) -> Subject:
        """Whether the line is one item of the visit, or one for every meeting or meal."""
        return self.anchor.subject

    @property
    def due(self) -> str:
        """The due time as it stands in the file, such as `AC-2d`."""
        return f"{self.anchor}{self.offset}"


@dataclass(frozen=True, kw_only=True)
class Checklist:
    """A version of the list, in the order in which it is shown."""

    name: str
    version: int
    lines: tuple[ChecklistLine, ...]

    def lines_for(self, conditions: AbstractSet[Condition]) -> list[ChecklistLine]:
        """The lines of a visit for which exactly these conditions hold."""
        holding = (Condition.ALWAYS, *conditions)
        return [line for line in self.lines if line.condition in holding and not line.hidden]

    def line(self, code: str) -> ChecklistLine | None:
        """The line with this code, if the list has it."""
        return next((line for line in self.lines if line.code == code), None)


def parse_checklist(text: str) -> Checklist:
    """Read a checklist; a ReceptionError names the item and the reason if anything in it is wrong."""
    table = read_template(text)
    name, version = read_name(table)
    lines: dict[str, ChecklistLine] = {}
    for row in table.tables("item"):
        line = _read_line(row)
        if line.code in lines:
            raise row.refusal(_("this code stands twice."), "code")
        lines[line.code] = line
    table.finish()
    return Checklist(name=name, version=version, lines=tuple(lines.values()))


def _read_line(row: TemplateTable) -> ChecklistLine:
    code = row.text("code")
    if not CODE.fullmatch(code):
        raise row.refusal(_("“{code}” is not a code: one to eight letters or digits.").format(code=code))
    row.place = _("Item {code}").format(code=code)
    anchor, offset = _read_due(row)
    line = ChecklistLine(
        code=code,
        zh=row.text("zh"),
        en=row.text("en"),
        phase=row.choice("phase", Phase),
        anchor=anchor,
        offset=offset,
        owner=row.choice("owner", Owner),
        condition=row.choice("when", Condition),
        clauses=row.texts("clauses"),
        rule=read_rule(row),
        hidden=row.has("hidden") and row.yes_or_no("hidden"),
    )
    for clause in line.clauses:
        if not CLAUSE.fullmatch(clause):
            reason = _("“{clause}” is not the number of a clause.").format(clause=clause)
            raise row.refusal(reason, "clauses")
    row.finish()
    return line


def _read_due(row: TemplateTable) -> tuple[Anchor, Offset]:
    due = row.text("due")
    try:
        anchor = Anchor(due[:2])
    except ValueError:
        known = " ".join(Anchor)
        reason = _("“{due}” begins with no time of the visit; known are: {known}.")
        raise row.refusal(reason.format(due=due, known=known)) from None
    try:
        return anchor, Offset.parse(due[2:])
    except ValueError:
        reason = _("“{due}” is not a due time; write it like AC-30m, AC-4h, AC-2d, DC+3wd or AC-H.")
        raise row.refusal(reason.format(due=due)) from None
