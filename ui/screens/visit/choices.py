"""What can be chosen where a fact is one of a few, in the language of the moment."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.booking import BookingState
from reception_desk.domain.journey import Carrier, Direction
from reception_desk.domain.meal import MealKind
from reception_desk.domain.person import Gender
from reception_desk.i18n import N_, _, current_language
from ui.widgets.fact_choice import Options

WORDS: Final[dict[StrEnum, str]] = {
    Direction.ARRIVAL: N_("Arriving"),
    Direction.DEPARTURE: N_("Leaving"),
    Direction.BETWEEN: N_("In between"),
    Carrier.FLIGHT: N_("Flight"),
    Carrier.TRAIN: N_("Train"),
    Carrier.OUR_CAR: N_("Our car"),
    Carrier.OWN_CAR: N_("Their own car"),
    Carrier.OTHER: N_("Other means"),
    MealKind.WORKING: N_("Working meal"),
    MealKind.BANQUET: N_("Banquet"),
    MealKind.OTHER: N_("Meal"),
    BookingState.WANTED: N_("To be booked"),
    BookingState.BOOKED: N_("Booked"),
    BookingState.CONFIRMED: N_("Booking confirmed"),
    Gender.MALE: N_("Mr"),
    Gender.FEMALE: N_("Ms"),
    Gender.UNKNOWN: N_("Gender not known"),
}
ZONES: Final = {
    "Asia/Shanghai": N_("Beijing time"),
    "Asia/Tokyo": N_("Tokyo, Seoul"),
    "Asia/Singapore": N_("Singapore, Kuala Lumpur"),
    "Asia/Bangkok": N_("Bangkok, Hanoi, Jakarta"),
    "Asia/Kolkata": N_("Delhi, Mumbai"),
    "Asia/Dubai": N_("Dubai"),
    "Europe/Moscow": N_("Moscow, Istanbul"),
    "Europe/Athens": N_("Athens, Helsinki"),
    "Europe/Berlin": N_("Berlin, Paris, Milan"),
    "Europe/London": N_("London"),
    "America/Sao_Paulo": N_("São Paulo"),
    "America/New_York": N_("New York, Toronto"),
    "America/Chicago": N_("Chicago, Houston"),
    "America/Los_Angeles": N_("Los Angeles, Vancouver"),
    "Australia/Sydney": N_("Sydney"),
}


def word(value: StrEnum) -> str:
    """What a value is called."""
    return _(WORDS[value])


def options_of(values: Iterable[StrEnum]) -> Options:
    """The values with their words."""
    return [(value, word(value)) for value in values]


def level_options(desk: ReceptionDesk) -> Options:
    """The company's levels, and that it is not decided."""
    levels = [(level.number, level.text(current_language())) for level in desk.procedure.levels().levels]
    return [*levels, (None, _("Not decided"))]


def zone_options() -> Options:
    """Time zones by the cities that guests come from."""
    return [(zone, _(cities)) for zone, cities in ZONES.items()]


def zone_word(zone: str) -> str:
    """What a time zone is called; its own name where it is a rare one."""
    return _(ZONES[zone]) if zone in ZONES else zone.rpartition("/")[2].replace("_", " ")
