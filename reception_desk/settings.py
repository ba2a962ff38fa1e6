"""What the company and this desk have set: each value once, with its default."""

from __future__ import annotations

import base64
import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

PREFERENCES = frozenset(
    {"language", "theme", "at_desk", "desk_name", "list_columns", "is_set_up", "printing", "seal"}
)


@dataclass(frozen=True, kw_only=True)
class PrintingHabit:
    """How this desk prints a hand-out unless somebody says otherwise; empty: as the system, as the hand-out."""

    printer: str = ""
    copies: int = 1
    paper: str = ""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All settings. `PREFERENCES` belong to this desk and are no facts: neither journalled nor undone.

    `is_set_up`: the pages of the first run were gone through. `printing`: how this desk prints, by hand-out
    (`""`: all others). `sample_data`: the ids of what the sample put in, by table (`step`: the last of its steps).
    `hosts_first`: for which visits our side is introduced first (B8.1b).
    `paper_words`: what stands on paper in our own words, by paper, language, msgid. `seal`: under which name the key
    of the passports is kept (`id`), by what it is known (`check`), when its code was printed (`printed`); no undo may
    part it from what it has sealed.
    """

    company_name: str = ""
    company_name_en: str = ""
    logo_png: str = ""
    zone: str = "Asia/Shanghai"
    desk_contact: str = ""
    desk_phone: str = ""
    admin_name: str = ""
    admin_phone: str = ""
    coordinator: str = ""
    company_address: str = ""
    company_address_en: str = ""
    inviter_name: str = ""
    inviter_name_latin: str = ""
    inviter_title: str = ""
    inviter_title_latin: str = ""
    letter_place: str = ""
    letter_place_en: str = ""
    hosts_first: str = "always"
    hotel_standards: Mapping[str, int] = field(default_factory=dict)
    paper_words: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    language: str = "zh"
    theme: str = "light"
    at_desk: str = ""
    list_columns: str = ""
    desk_name: str = platform.node() or "desk"
    is_set_up: bool = False
    printing: dict[str, dict[str, Any]] = field(default_factory=dict)
    sample_data: dict[str, list[int]] = field(default_factory=dict)
    seal: dict[str, str] = field(default_factory=dict)

    def hotel_standard(self, level: int | None) -> int | None:
        """What a room may cost a night at that level, in yuan (B1); None where the company has set nothing."""
        standard = self.hotel_standards.get(str(level))
        return None if standard is None else int(standard)

    @property
    def logo(self) -> bytes | None:
        """The company's logo as PNG."""
        return base64.b64decode(self.logo_png) if self.logo_png else None

    @property
    def attendant(self) -> str:
        """Who stands in the journal: the name chosen at the desk, else the desk itself."""
        return self.at_desk or self.desk_name

    def habit(self, number: str = "") -> PrintingHabit:
        """How this desk prints the hand-out of that number; what is not said for it is as for all (`""`)."""
        known = {one.name for one in fields(PrintingHabit)}
        said = self.printing.get("", {}) | self.printing.get(number, {})
        return PrintingHabit(**{key: value for key, value in said.items() if key in known and value})

    def company_in(self, language: str) -> str:
        """Our own name for a reader of `zh` or `en`."""
        preferred, other = (
            (self.company_name_en, self.company_name)
            if language == "en"
            else (self.company_name, self.company_name_en)
        )
        return preferred or other

    def with_stored(self, stored: dict[str, str]) -> Settings:
        """These settings with what the store has, as JSON by key; unknown keys are left alone."""
        known = {field.name for field in fields(self)}
        return replace(self, **{key: json.loads(value) for key, value in stored.items() if key in known})


def as_stored(value: object) -> str:
    """A setting's value as the store keeps it."""
    return json.dumps(value, ensure_ascii=False)
