"""How long ahead things are to be ready or known, as far as no item on the checklist says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from reception_desk.domain.template_table import read_name, read_template
from reception_desk.domain.working_days import WorkingDays
from reception_desk.i18n import _

MOST_DAYS = 90
MOST_MINUTES = 24 * 60
USUAL_HOLE = 30
"""Minutes without a programme that guests from abroad may have, where a version says nothing of it (A4.4)."""

USUAL_REFILL = 20
"""After how many minutes tea is poured again where the company has set nothing (2.7)."""


class DayCount(StrEnum):
    """Which days are counted."""

    CALENDAR = "calendar"
    WORKING = "working"


@dataclass(frozen=True, kw_only=True)
class LeadTimes:
    """A version of the company's lead times; the unit is in the name."""

    name: str
    version: int
    notice_days: int
    notice_counts: DayCount
    sign_told_days: int
    sign_lead_minutes: int
    sign_grace_minutes: int
    fountain_minutes: int
    welcomers_in_position_minutes: int
    driver_early_minutes: int
    self_drive_call_minutes: int
    car_at_door_minutes: int
    car_at_door_latest_minutes: int
    itinerary_hole_minutes: int = USUAL_HOLE
    tea_refill_minutes: int = USUAL_REFILL

    def latest_notice(self, arrival: date, calendar: WorkingDays) -> date:
        """The last day on which notice of an arrival on that day is in time; later is urgent (加急, P5)."""
        if self.notice_counts is DayCount.WORKING:
            return calendar.shift(arrival, -self.notice_days)
        return arrival - timedelta(days=self.notice_days)


def parse_lead_times(text: str) -> LeadTimes:
    """Read the lead times; a ReceptionError names the one that is wrong, and why."""
    table = read_template(text)
    name, version = read_name(table)

    def minutes(key: str) -> int:
        return table.number(key, 0, MOST_MINUTES)

    times = LeadTimes(
        name=name,
        version=version,
        notice_days=table.number("notice_days", 0, MOST_DAYS),
        notice_counts=table.choice("notice_counts", DayCount),
        sign_told_days=table.number("sign_told_days", 0, MOST_DAYS),
        sign_lead_minutes=minutes("sign_lead_minutes"),
        sign_grace_minutes=minutes("sign_grace_minutes"),
        fountain_minutes=minutes("fountain_minutes"),
        welcomers_in_position_minutes=minutes("welcomers_in_position_minutes"),
        driver_early_minutes=minutes("driver_early_minutes"),
        self_drive_call_minutes=minutes("self_drive_call_minutes"),
        car_at_door_minutes=minutes("car_at_door_minutes"),
        car_at_door_latest_minutes=minutes("car_at_door_latest_minutes"),
        tea_refill_minutes=minutes("tea_refill_minutes") if table.has("tea_refill_minutes") else USUAL_REFILL,
        itinerary_hole_minutes=(
            minutes("itinerary_hole_minutes") if table.has("itinerary_hole_minutes") else USUAL_HOLE
        ),
    )
    table.finish()
    if times.car_at_door_latest_minutes > times.car_at_door_minutes:
        reason = _("“car_at_door_latest_minutes” must not be more than “car_at_door_minutes”.")
        raise table.refusal(reason, "car_at_door_latest_minutes")
    return times
