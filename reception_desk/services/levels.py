"""Levels and the roles in their rosters, edited one by one (B8.1-B8.3); every change is a new version."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from reception_desk.domain.due import Offset, Unit
from reception_desk.domain.levels import LOWEST_LEVEL, Level, Levels, Role, parse_levels
from reception_desk.domain.template import TemplateKind
from reception_desk.domain.template_text import written_levels
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.journal import Said
from reception_desk.services.templates import TemplateBook

ROSTERS: Final = ("escorts", "welcomers")
_FIGURES: Final = "一二三四五六七八九"


class LevelBook:
    """What is asked and done about the levels in force."""

    def __init__(self, templates: TemplateBook) -> None:
        self._templates = templates

    def in_force(self) -> Levels:
        """The levels as they stand."""
        return parse_levels(self._templates.text(TemplateKind.LEVELS))

    def change(self, number: int, now: datetime, **fields: Any) -> None:
        """Change a level."""
        said = Said(N_("Changed level {number}"), number=str(number))

        def changed(levels: Levels) -> Levels:
            _known(levels, number)
            return replace(
                levels,
                levels=tuple(
                    replace(level, **fields) if level.number == number else level for level in levels.levels
                ),
            )

        self._edit(changed, now, said)

    def put_in_roster(self, number: int, roster: str, code: str, now: datetime, *, takes_part: bool) -> None:
        """Have a role take part as `escorts` or `welcomers` of a level, or no longer; in the order of the roles."""
        assert roster in ROSTERS
        levels = self.in_force()
        level = _known(levels, number)
        codes = {role.code for role in getattr(level, roster)} - {code} | ({code} if takes_part else set())
        self.change(number, now, **{roster: tuple(role for role in levels.roles if role.code in codes)})

    def add_level(self, now: datetime) -> int:
        """Add a level below the lowest; its number."""
        levels = self.in_force()
        last = levels.levels[-1]
        number = last.number + 1
        if number > LOWEST_LEVEL:
            raise ReceptionError(_("There can be no more than {most} levels.").format(most=LOWEST_LEVEL))
        level = Level(
            number=number,
            zh=f"{_FIGURES[number - 1]}级",
            en=f"Level {number}",
            escorts=last.escorts,
            welcomers=(),
            send_off=False,
            in_position_minutes=0,
            confirmation_rounds=(Offset(-1, Unit.HALF_DAY),),
        )
        said = Said(N_("Added level {number}"), number=str(number))
        self._edit(lambda before: replace(before, levels=(*before.levels, level)), now, said)
        return number

    def remove_level(self, number: int, now: datetime) -> None:
        """Take a level out; one must stay."""
        left = tuple(level for level in self.in_force().levels if level.number != number)
        if not left:
            raise ReceptionError(_("One level must stay."))
        said = Said(N_("Removed level {number}"), number=str(number))
        self._edit(lambda before: replace(before, levels=left), now, said)

    def add_role(self, zh: str, en: str, now: datetime) -> str:
        """Add a role; its code."""
        names = (zh.strip() or en.strip(), en.strip() or zh.strip())
        if not names[0]:
            raise ReceptionError(_("Say what the role is called."))
        levels = self.in_force()
        if any(names[0] in (role.zh, role.en) for role in levels.roles):
            raise ReceptionError(_("There is a role {name} already.").format(name=names[0]))
        code = _free_code(names[1], [role.code for role in levels.roles])
        role = Role(code=code, zh=names[0], en=names[1])
        said = Said(N_("Added the role {role}"), role_zh=role.zh, role_en=role.en)
        self._edit(lambda before: replace(before, roles=(*before.roles, role)), now, said)
        return code

    def rename_role(self, code: str, now: datetime, **names: str) -> None:
        """Call a role something else, in `zh` or `en`, in every roster."""
        said = Said(N_("Renamed a role"))
        self._edit(lambda before: _each_role(before, lambda role: _renamed(role, code, names)), now, said)

    def remove_role(self, code: str, now: datetime) -> None:
        """Take a role out of the list and out of every roster."""
        roles = self.in_force().roles
        gone = next((role for role in roles if role.code == code), None)
        if gone is None or len(roles) == 1:
            raise ReceptionError(_("One role must stay."))
        said = Said(N_("Removed the role {role}"), role_zh=gone.zh, role_en=gone.en)
        self._edit(
            lambda before: _each_role(before, lambda role: None if role.code == code else role), now, said
        )

    def _edit(self, change: Callable[[Levels], Levels], now: datetime, said: Said) -> None:
        def written(before: str) -> str:
            return written_levels(change(parse_levels(before)), before)

        self._templates.edit(TemplateKind.LEVELS, written, now, said)


def _known(levels: Levels, number: int) -> Level:
    level = levels.level(number)
    if level is None:
        raise ReceptionError(_("Level {number} is no longer there.").format(number=number))
    return level


def _renamed(role: Role, code: str, names: dict[str, str]) -> Role:
    return replace(role, **names) if role.code == code else role


def _each_role(levels: Levels, change: Callable[[Role], Role | None]) -> Levels:
    def each(roles: Sequence[Role]) -> tuple[Role, ...]:
        return tuple(changed for role in roles if (changed := change(role)) is not None)

    return replace(
        levels,
        roles=each(levels.roles),
        levels=tuple(
            replace(level, escorts=each(level.escorts), welcomers=each(level.welcomers))
            for level in levels.levels
        ),
    )


def _free_code(name: str, taken: Sequence[str]) -> str:
    plain = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "role"
    numbered = (f"{plain}_{count}" for count in range(2, len(taken) + 3))
    return plain if plain not in taken else next(code for code in numbered if code not in taken)
