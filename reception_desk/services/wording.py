"""The words of welcome, changed text by text, and what they come to for a sample visit (A6.2a)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from reception_desk.domain.template import TemplateKind
from reception_desk.domain.template_text import written_wording
from reception_desk.domain.wording import BilingualText, Wording, filled, parse_wording
from reception_desk.i18n import N_
from reception_desk.repository.journal import Said
from reception_desk.services.templates import TemplateBook

PLAIN: Final = ("unnamed", "together", "idle", "idle_unnamed")
PLACEHOLDERS: Final = {
    "welcome": ("unit", "name", "title"),
    "together": ("units",),
    "idle": ("company",),
}
SAMPLE: Final = {
    "zh": {"unit": "苏州恒屹精密机械有限公司", "name": "顾翀", "title": "董事长"},
    "en": {"unit": "Hartmann Antriebstechnik GmbH", "name": "Jürgen Hartmann", "title": "CEO"},
}
SAMPLE_UNITS: Final = {
    "zh": "苏州恒屹精密机械、宁波远帆物流",
    "en": "Hartmann Antriebstechnik and Ningbo Yuanfan",
}


class WordingBook:
    """What is asked and done about the words in force; a text is named `welcome/1` or `idle`."""

    def __init__(self, templates: TemplateBook) -> None:
        self._templates = templates

    def in_force(self) -> Wording:
        """The words as they stand."""
        return parse_wording(self._templates.text(TemplateKind.WORDING))

    def change(self, place: str, language: str, text: str, now: datetime) -> None:
        """Put other words in one place; a wrong placeholder is refused with the reason."""

        def written(before: str) -> str:
            wording = parse_wording(before)
            words = replace(text_at(wording, place), **{language: text.strip()})
            return written_wording(_with(wording, place, words), before)

        self._templates.edit(TemplateKind.WORDING, written, now, Said(N_("Changed the words of welcome")))

    def add_level(self, level: int, now: datetime) -> None:
        """Give a level words of its own; they begin as those of the level above it."""

        def written(before: str) -> str:
            wording = parse_wording(before)
            above = max(
                (number for number in wording.welcome if number < level), default=min(wording.welcome)
            )
            return written_wording(_with(wording, f"welcome/{level}", wording.welcome[above]), before)

        self._templates.edit(TemplateKind.WORDING, written, now, Said(N_("Changed the words of welcome")))


def text_at(wording: Wording, place: str) -> BilingualText:
    """The text of a place."""
    name, _slash, level = place.partition("/")
    found: BilingualText = wording.welcome[int(level)] if name == "welcome" else getattr(wording, name)
    return found


def placeholders(place: str) -> tuple[str, ...]:
    """What may stand in curly brackets in a place."""
    return PLACEHOLDERS.get(place.partition("/")[0], ())


def sample(text: str, language: str, company: str) -> str:
    """What a text comes to for a sample visit; one with a wrong placeholder is given back as it is."""
    values = SAMPLE[language] | {"units": SAMPLE_UNITS[language], "company": company}
    try:
        return filled(text, values)
    except (ValueError, KeyError):
        return text


def _with(wording: Wording, place: str, words: BilingualText) -> Wording:
    name, _slash, level = place.partition("/")
    if name == "welcome":
        return replace(wording, welcome={**wording.welcome, int(level): words})
    changed: dict[str, Any] = {name: words}
    return replace(wording, **changed)
