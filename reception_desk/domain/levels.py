"""The levels of a reception: who accompanies, who welcomes, who sees off (B8.1-B8.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reception_desk.domain.due import Offset
from reception_desk.domain.template_table import TemplateTable, read_name, read_template
from reception_desk.i18n import _

LOWEST_LEVEL = 9
LONGEST_WAIT = 240
DEAREST_ROOM = 100_000
USUAL_REFRESHMENTS: Final = {
    1: ("茶、咖啡、矿泉水、牛奶、时令水果、糕点", "Tea, coffee, water, milk, seasonal fruit, pastries"),
    2: ("茶、咖啡、牛奶、时令水果", "Tea, coffee, milk, seasonal fruit"),
}
FEWEST_REFRESHMENTS: Final = ("茶", "Tea")
"""By level the classes A, B and C of common practice (2.2 M2)."""


@dataclass(frozen=True, kw_only=True)
class Role:
    """A position in our own house whose holder takes part."""

    code: str
    zh: str
    en: str

    def text(self, language: str) -> str:
        """The position, for a reader of `zh` or `en`."""
        return self.en if language == "en" else self.zh


@dataclass(frozen=True, kw_only=True)
class Level:
    """One level: 1 is the highest."""

    number: int
    zh: str
    en: str
    escorts: tuple[Role, ...]
    welcomers: tuple[Role, ...]
    send_off: bool
    in_position_minutes: int
    confirmation_rounds: tuple[Offset, ...]
    hotel_standard: int | None = None
    """Up to how many yuan a room may cost a night (B1); None where the company has set no limit."""
    refreshments_zh: str = ""
    refreshments_en: str = ""
    """What is laid out at talks (A6.5); blank as it is usual at such a level."""

    def refreshments(self, language: str) -> str:
        """What is laid out at talks, for a reader of `zh` or `en`: as set, else as usual (2.2 M2)."""
        zh, en = USUAL_REFRESHMENTS.get(self.number, FEWEST_REFRESHMENTS)
        ours, theirs = self.refreshments_zh or zh, self.refreshments_en or self.refreshments_zh or en
        return theirs if language == "en" else ours

    def text(self, language: str) -> str:
        """What the level is called, for a reader of `zh` or `en`."""
        return self.en if language == "en" else self.zh

    @property
    def welcomes_in_lobby(self) -> bool:
        """Whether somebody waits in the lobby."""
        return bool(self.welcomers)


@dataclass(frozen=True, kw_only=True)
class Levels:
    """A version of the company's levels, the highest first."""

    name: str
    version: int
    levels: tuple[Level, ...]
    roles: tuple[Role, ...] = ()

    def level(self, number: int | None) -> Level | None:
        """The level with this number, if the company has it."""
        return next((level for level in self.levels if level.number == number), None)


def parse_levels(text: str) -> Levels:
    """Read the levels; a ReceptionError names the level and the reason if anything is wrong."""
    table = read_template(text)
    name, version = read_name(table)
    roles = _read_roles(table)
    levels: dict[int, Level] = {}
    for row in table.tables("level"):
        level = _read_level(row, roles)
        if level.number in levels:
            raise row.refusal(_("this number stands twice."), "number")
        levels[level.number] = level
    table.finish()
    return Levels(
        name=name,
        version=version,
        levels=tuple(levels[number] for number in sorted(levels)),
        roles=tuple(roles.values()),
    )


def _read_roles(table: TemplateTable) -> dict[str, Role]:
    roles: dict[str, Role] = {}
    for row in table.tables("role"):
        role = Role(code=row.text("code"), zh=row.text("zh"), en=row.text("en"))
        row.finish()
        if role.code in roles:
            raise row.refusal(_("“{code}” stands twice.").format(code=role.code), "code")
        roles[role.code] = role
    return roles


def _read_level(row: TemplateTable, roles: Mapping[str, Role]) -> Level:
    number = row.number("number", 1, LOWEST_LEVEL)
    row.place = _("Level {number}").format(number=number)
    level = Level(
        number=number,
        zh=row.text("zh"),
        en=row.text("en"),
        escorts=_chosen(row, "escorts", roles),
        welcomers=_chosen(row, "welcomers", roles),
        send_off=row.yes_or_no("send_off"),
        in_position_minutes=row.number("in_position_minutes", 0, LONGEST_WAIT),
        confirmation_rounds=_read_rounds(row),
        hotel_standard=row.number("hotel_standard", 0, DEAREST_ROOM) if row.has("hotel_standard") else None,
        **{key: row.text(key) for key in ("refreshments_zh", "refreshments_en") if row.has(key)},
    )
    row.finish()
    return level


def _chosen(row: TemplateTable, key: str, roles: Mapping[str, Role]) -> tuple[Role, ...]:
    codes = row.texts(key)
    for code in codes:
        if code not in roles:
            raise row.refusal(_("“{code}” in “{key}” is not one of the roles.").format(code=code, key=key))
    return tuple(roles[code] for code in codes)


def _read_rounds(row: TemplateTable) -> tuple[Offset, ...]:
    rounds = []
    for text in row.texts("confirmation_rounds"):
        try:
            offset = Offset.parse(text)
        except ValueError:
            offset = Offset()
        if offset.amount >= 0:
            reason = _("“{text}” is not a time before the arrival; write it like -1d or -H.")
            raise row.refusal(reason.format(text=text))
        rounds.append(offset)
    if not rounds:
        raise row.refusal(_("At least one round of confirmation is needed."))
    return tuple(rounds)
