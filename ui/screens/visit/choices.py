"""What can be chosen where a fact is one of a few, in the language of the moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.due_words import offset_words
from reception_desk.domain.levels import Level, Role
from reception_desk.i18n import N_, _, current_language
from ui.widgets.fact_choice import Options

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


def options_of(values: Iterable[StrEnum]) -> Options:
    """The values with their words."""
    return [(value, choice_word(value)) for value in values]


def level_options(desk: ReceptionDesk) -> Options:
    """The company's levels, and that it is not decided."""
    levels = [(level.number, level.text(current_language())) for level in desk.procedure.levels().levels]
    return [*levels, (None, _("Not decided"))]


def roster_words(level: Level | None) -> str:
    """Who accompanies, welcomes and sees off at a level (B8.1-B8.3, B11b); nothing for an unknown one."""
    if level is None:
        return ""
    said = [_("Escorts: {roles}").format(roles=_roles(level.escorts))]
    if level.welcomers:
        sentence = _("In the lobby {minutes} minutes before: {roles}")
        said.append(sentence.format(minutes=level.in_position_minutes, roles=_roles(level.welcomers)))
    else:
        said.append(_("No welcome in the lobby"))
    said.append(_("The escorts see them off at the door") if level.send_off else _("No send-off at the door"))
    rounds = _(", ").join(offset_words(offset) for offset in level.confirmation_rounds)
    said.append(_("People, place and vehicle are confirmed again: {rounds}").format(rounds=rounds))
    return "\n".join(said)


def _roles(roles: Sequence[Role]) -> str:
    return _(", ").join(role.text(current_language()) for role in roles) or _("nobody")


def zone_options() -> Options:
    """Time zones by the cities that guests come from."""
    return [(zone, _(cities)) for zone, cities in ZONES.items()]


def zone_word(zone: str) -> str:
    """What a time zone is called; its own name where it is a rare one."""
    return _(ZONES[zone]) if zone in ZONES else zone.rpartition("/")[2].replace("_", " ")


def known_companies(desk: ReceptionDesk, words: str) -> list[str]:
    """Companies that came before and fit what was typed."""
    return [company.name or company.name_latin for company in desk.acquaintances.companies_like(words)]


def known_departments(desk: ReceptionDesk, words: str) -> list[str]:
    """Departments of our list, or that own visits, that fit what was typed."""
    return [name for name in desk.house.departments() if words.casefold() in name.casefold()]


def known_people(desk: ReceptionDesk, words: str) -> list[str]:
    """Our own people that fit what was typed, by rank: hosts and escorts."""
    return [name for name in desk.house.people() if words.casefold() in name.casefold()]
