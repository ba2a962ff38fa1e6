"""How a visit is told on the first screen."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.phone_words import phone_words
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _, current_language, ngettext
from ui.moments import day_of_month
from ui.widgets.lines import Line

CARRIER_ICONS = {
    Carrier.FLIGHT: "flight",
    Carrier.TRAIN: "train",
    Carrier.OUR_CAR: "car",
    Carrier.OWN_CAR: "car",
    Carrier.OTHER: "forward",
}


def company_of(visit: Visit) -> str:
    """The company that comes, else the visit's number."""
    name = visit.company.name_in(current_language()) if visit.company else ""
    return name or _("Visit {number}").format(number=visit.number)


def party_of(visit: Visit) -> str:
    """The main guest with title, and how many they are."""
    language = current_language()
    main = visit.main_guest
    name = f"{main.person.name_in(language)} {main.title_in(language)}".strip() if main else ""
    heads = visit.head_count or 0
    if not name:
        return ngettext("{count} guest", "{count} guests", heads).format(count=heads) if heads else ""
    if heads <= 1:
        return name
    return ngettext("{name}, party of {count}", "{name}, party of {count}", heads).format(
        name=name, count=heads
    )


def level_pill(desk: ReceptionDesk, visit: Visit) -> tuple[str, str]:
    """The level as a word and the kind of its pill."""
    level = desk.procedure.levels().level(visit.level)
    if level is None:
        return _("Level not decided"), "soon"
    return level.text(current_language()), "primary"


def arrival_lines(visit: Visit, day: datetime) -> list[Line]:
    """How they come, whom to call, whose guests they are; only what is known."""
    lines = [_leg(leg, day) for leg in visit.legs if leg.direction is Direction.ARRIVAL]
    if (contact := visit.contact) is not None:
        words = _("{name}, {phone}") if contact.person.phone else "{name}"
        name = contact.person.name_in(current_language())
        lines.append(Line("phone", words.format(name=name, phone=phone_words(contact.person.phone))))
    if host := " · ".join(part for part in (visit.owner_department, visit.applicant) if part):
        lines.append(Line("person", host))
    return lines


def _leg(leg: Leg, day: datetime) -> Line:
    parts = [leg.number or leg.plate]
    if leg.at is not None:
        local = leg.at.astimezone(ZoneInfo(leg.zone))
        same_day = local.date() == day.date()
        parts.append(f"{local:%H:%M}" if same_day else f"{day_of_month(local.date())} {local:%H:%M}")
    parts.append(" ".join(part for part in (leg.to_place, leg.terminal) if part))
    return Line(CARRIER_ICONS[leg.carrier], " · ".join(part for part in parts if part))
