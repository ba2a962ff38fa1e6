"""The lead times, changed one by one; every change is a new version."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from reception_desk.domain.lead_times import DayCount, LeadTimes, parse_lead_times
from reception_desk.domain.template import TemplateKind
from reception_desk.domain.template_text import with_value
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
    "self_drive_call_minutes": N_("Call guests in their own car, before the arrival"),
    "car_at_door_minutes": N_("Car at the door, before the departure"),
    "car_at_door_latest_minutes": N_("Car at the door at the latest, before the departure"),
}


class LeadTimeBook:
    """What is asked and done about the lead times in force."""

    def __init__(self, templates: TemplateBook) -> None:
        self._templates = templates

    def in_force(self) -> LeadTimes:
        """The lead times as they stand."""
        return parse_lead_times(self._templates.text(TemplateKind.LEAD_TIMES))

    def change(self, now: datetime, name: str, value: int | DayCount) -> None:
        """Change one of them; a number out of range is refused with the reason."""
        stored = value.value if isinstance(value, DayCount) else value
        said = Said(N_("Changed the lead time “{name_word}”"), name_word=NAMES[name])
        self._templates.edit(TemplateKind.LEAD_TIMES, lambda text: with_value(text, name, stored), now, said)
