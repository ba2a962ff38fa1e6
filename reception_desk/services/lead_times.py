"""The lead times, changed one by one; every change is a new version, and moves the items that hang on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from reception_desk.domain.checklist import Anchor, ChecklistLine, parse_checklist
from reception_desk.domain.due import Offset
from reception_desk.domain.lead_times import DayCount, LeadTimes, parse_lead_times
from reception_desk.domain.template import TemplateKind
from reception_desk.domain.template_text import with_value, written_checklist
from reception_desk.i18n import N_
from reception_desk.repository.journal import Said
from reception_desk.services.templates import TemplateBook

NAMES: Final = {
    "notice_days": N_("Notice of a visit with the leadership"),
    "notice_counts": N_("Days that are counted for the notice"),
    "sign_told_days": N_("IT has the welcome words"),
    "sign_lead_minutes": N_("Welcome words on the sign, before the arrival"),
    "sign_grace_minutes": N_("Welcome words stay, after the departure"),
    "fountain_minutes": N_("Fountain runs, before the arrival"),
    "welcomers_in_position_minutes": N_("Welcomers in the lobby, before the arrival"),
    "driver_early_minutes": N_("Driver waits, before flight or train"),
    "self_drive_call_minutes": N_("Call self-driving guests, before they arrive"),
    "car_at_door_minutes": N_("Car at the door, before the departure"),
    "car_at_door_latest_minutes": N_("Car at the door at the latest, before the departure"),
    "tea_refill_minutes": N_("Tea is poured again during talks, every"),
    "itinerary_hole_minutes": N_("Guests from abroad wait at most, without a programme"),
}
CLAUSES: Final = {
    "notice_days": "P5",
    "notice_counts": "P5",
    "sign_told_days": "A6.2b",
    "sign_lead_minutes": "A6.2b",
    "fountain_minutes": "A6.4d",
    "welcomers_in_position_minutes": "B8.1",
    "driver_early_minutes": "B3a",
    "self_drive_call_minutes": "B6c",
    "car_at_door_minutes": "B11a",
    "car_at_door_latest_minutes": "B11a",
    "itinerary_hole_minutes": "A4.4",
}
_ANCHORS: Final = {
    "sign_lead_minutes": Anchor.ARRIVAL,
    "fountain_minutes": Anchor.ARRIVAL,
    "welcomers_in_position_minutes": Anchor.ARRIVAL,
    "driver_early_minutes": Anchor.PICK_UP,
    "self_drive_call_minutes": Anchor.ARRIVAL,
    "car_at_door_minutes": Anchor.DEPARTURE,
}


class LeadTimeBook:
    """What is asked and done about the lead times in force."""

    def __init__(self, templates: TemplateBook) -> None:
        self._templates = templates

    def in_force(self) -> LeadTimes:
        """The lead times as they stand."""
        return parse_lead_times(self._templates.text(TemplateKind.LEAD_TIMES))

    def items(self) -> dict[str, list[ChecklistLine]]:
        """The items of the checklist that move with a lead time: of its clause, and due just then."""
        times = self.in_force()
        lines = parse_checklist(self._templates.text(TemplateKind.CHECKLIST)).lines
        return {
            name: [line for line in lines if hangs_on(line, name, getattr(times, name))] for name in _ANCHORS
        }

    def change(self, now: datetime, name: str, value: int | DayCount) -> None:
        """Change one of them, and the due times of its items; a number out of range is refused with the reason."""
        stored = value.value if isinstance(value, DayCount) else value
        before = getattr(self.in_force(), name)
        said = Said(N_("Changed the lead time “{name_word}”: {old_word} → {new_word}"), name_word=NAMES[name])
        said.details |= {"old_word": _word(before), "new_word": _word(value)}
        changes: dict[TemplateKind, Callable[[str], str]] = {
            TemplateKind.LEAD_TIMES: lambda text: with_value(text, name, stored)
        }
        if name in _ANCHORS and isinstance(value, int):
            changes[TemplateKind.CHECKLIST] = lambda text: _moved(text, name, before, value)
        self._templates.edit_all(changes, now, said)


def _word(value: int | DayCount) -> str:
    """A value as a msgid; a number is its own."""
    counts = {DayCount.CALENDAR: N_("Calendar days"), DayCount.WORKING: N_("Working days")}
    return counts[value] if isinstance(value, DayCount) else str(value)


def hangs_on(line: ChecklistLine, name: str, minutes: int) -> bool:
    """Whether an item is due by this lead time."""
    is_then = line.anchor is _ANCHORS[name] and line.offset == Offset(-minutes)
    return is_then and CLAUSES[name] in line.clauses


def _moved(text: str, name: str, before: int, after: int) -> str:
    checklist = parse_checklist(text)
    if not any(hangs_on(line, name, before) for line in checklist.lines):
        return text
    lines = (
        replace(line, offset=Offset(-after)) if hangs_on(line, name, before) else line
        for line in checklist.lines
    )
    return written_checklist(replace(checklist, lines=tuple(lines)), text)
