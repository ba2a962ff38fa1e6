"""Facts that are read back, as the card's list and its large side say them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from reception_desk.domain.edition import Edition, Medium
from reception_desk.domain.read_aloud import aloud, aloud_briefly
from reception_desk.domain.read_back import FactNow, Kind, Reading
from reception_desk.i18n import N_, _, current_language
from ui.models.rows import Row

MEDIA: Final = {
    Medium.PHONE: N_("By phone"),
    Medium.MESSAGE: N_("By message"),
    Medium.MAIL: N_("By mail"),
    Medium.IN_PERSON: N_("In person"),
}
READINGS: Final = {
    Reading.NOT_YET: (N_("Not repeated yet"), "plain", "circle"),
    Reading.CONFIRMED: (N_("Repeated and right"), "done", "check-circle"),
    Reading.FELL: (N_("Changed since: repeat again"), "soon", "warning"),
}
_ENDS: Final = {
    Reading.NOT_YET: N_("To repeat"),
    Reading.CONFIRMED: N_("Repeated"),
    Reading.FELL: N_("Changed"),
}


def fact_row(key: int, one: FactNow) -> Row:
    """A fact in the list: its value first, below it what it is, at the end how it stands."""
    _words, tone, icon = READINGS[one.reading]
    return Row(
        key=key,
        first=aloud_briefly(one.fact, current_language()),
        below=fact_label(one) if one.fact.kind is Kind.PHONE else _(one.fact.label),
        end=_(_ENDS[one.reading]),
        tone="muted" if tone == "plain" else tone,
        icon=icon,
    )


def fact_label(one: FactNow) -> str:
    """What a fact is, and whose."""
    return " · ".join(part for part in (_(one.fact.label), one.fact.whose) if part)


def confirmed_by(edition: Edition, zone: str) -> str:
    """Who confirmed it, when and how, on the company's clock."""
    local = edition.made_at.astimezone(ZoneInfo(zone))
    return " · ".join((edition.made_by, when(local), _(MEDIA[Medium(edition.medium)])))


def when(local: datetime) -> str:
    """`12/8 09:41`."""
    return f"{local.month}/{local.day} {local:%H:%M}"


def value_then(one: FactNow) -> str:
    """What was confirmed before it was changed, as it was said then."""
    return aloud(replace(one.fact, content=one.content_then), current_language())
