"""The words on the welcome signs: a text per level and language, with gaps for unit, name and title (A6.2a)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from string import Formatter
from typing import Final

from reception_desk.domain.levels import LOWEST_LEVEL
from reception_desk.domain.template_table import TemplateTable, read_name, read_template
from reception_desk.i18n import _

GUEST: Final = frozenset({"unit", "name", "title"})
COMPANY: Final = frozenset({"company"})
UNITS: Final = frozenset({"units"})
NOTHING: Final[frozenset[str]] = frozenset()
FIRST_CJK: Final = "\u2e80"

_ABSENT: Final = "\x00"  # control characters stand for values while a text is put in order: it never has any
_VALUE: Final = "\x01"
_COMMA: Final = "[,，、;；]"
_SEPARATOR: Final = "[,，、;；·|/-]"
_TIDY: Final = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (rf"\s*[(（\[【《「“]\s*(?:{_ABSENT}\s*{_SEPARATOR}?\s*)+[)）\]】》」”]", ""),
        (rf"\s*{_SEPARATOR}\s*{_ABSENT}", ""),
        (rf"(?<={_VALUE})(?:\s*{_ABSENT})+", ""),
        (rf"{_ABSENT}\s*(?:{_SEPARATOR}\s*)?", ""),
        (rf"{_COMMA}\s*(?={_COMMA})", ""),
        (rf"\s+(?={_COMMA})", ""),
        (r"\s+", " "),
    )
)


@dataclass(frozen=True)
class BilingualText:
    """A text in both languages."""

    zh: str
    en: str

    def text(self, language: str) -> str:
        """The text for a reader of `zh` or `en`."""
        return self.en if language == "en" else self.zh


NEUTRAL: Final = BilingualText("热烈欢迎各位来宾", "A warm welcome to our guests")
TOGETHER: Final = BilingualText("热烈欢迎{units}来宾", "A warm welcome to our guests from {units}")


@dataclass(frozen=True, kw_only=True)
class Wording:
    """A version of the company's words of welcome; `unnamed` ones are for when the names are not known.

    `together` welcomes several delegations on one line; a wording may leave it out.
    """

    name: str
    version: int
    welcome: Mapping[int, BilingualText]
    unnamed: BilingualText
    idle: BilingualText
    idle_unnamed: BilingualText
    together: BilingualText = TOGETHER


def welcome_text(
    wording: Wording, level: int | None, language: str, *, unit: str, name: str, title: str
) -> str:
    """Propose the words for a visit; a title without its name is left out, it would say nothing."""
    plainest = wording.welcome[max(wording.welcome)]
    words = plainest if level is None else wording.welcome.get(level, plainest)
    if not (unit.strip() or name.strip()):
        words = wording.unnamed
    known_title = title if name.strip() else ""
    return filled(words.text(language), {"unit": unit, "name": name, "title": known_title})


def idle_text(wording: Wording, language: str, company: str) -> str:
    """What a sign says when nobody is being welcomed."""
    words = wording.idle if company.strip() else wording.idle_unnamed
    return filled(words.text(language), {"company": company})


def parse_wording(text: str) -> Wording:
    """Read the wording; a ReceptionError names the text and the reason if anything is wrong."""
    table = read_template(text)
    name, version = read_name(table)
    welcome: dict[int, BilingualText] = {}
    for row in table.tables("welcome"):
        level = row.number("level", 1, LOWEST_LEVEL)
        row.place = _("Level {number}").format(number=level)
        if level in welcome:
            raise row.refusal(_("this number stands twice."), "level")
        welcome[level] = _read_texts(row, GUEST)
    wording = Wording(
        name=name,
        version=version,
        welcome=welcome,
        unnamed=_read_texts(table.table("unnamed"), NOTHING),
        idle=_read_texts(table.table("idle"), COMPANY),
        idle_unnamed=_read_texts(table.table("idle_unnamed"), NOTHING),
        together=_read_texts(table.table("together"), UNITS) if table.has("together") else TOGETHER,
    )
    table.finish()
    return wording


def _read_texts(row: TemplateTable, known: AbstractSet[str]) -> BilingualText:
    texts = BilingualText(row.text("zh"), row.text("en"))
    row.finish()
    for language, text in (("zh", texts.zh), ("en", texts.en)):
        _check_placeholders(row, language, text, known)
    return texts


def _check_placeholders(row: TemplateTable, language: str, text: str, known: AbstractSet[str]) -> None:
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        reason = _("a curly bracket is open in “{text}”.").format(text=text)
        raise row.refusal(reason, language) from None
    for _literal, field, form, conversion in parts:
        if field is not None and (field not in known or form or conversion):
            reason = _("“{field}” is not a placeholder here; known are: {known}.")
            names = " ".join(f"{{{name}}}" for name in sorted(known)) or _("none")
            raise row.refusal(reason.format(field=field, known=names), language)


def filled(text: str, values: Mapping[str, str]) -> str:
    """Put the values in; around an absent one the comma, the brackets and the second space go too."""
    shape, given = "", []
    for literal, field, _form, _conversion in Formatter().parse(text):
        value = " ".join(values[field].split()) if field else ""
        shape += literal + (_VALUE if value else _ABSENT if field else "")
        if value:
            given.append(value)
    for pattern, instead in _TIDY:
        shape = pattern.sub(instead, shape)
    return _joined(shape.strip(), given)


def _joined(shape: str, given: list[str]) -> str:
    """The values at their places; Latin ones that would touch are parted, Chinese ones are not."""
    text, *literals = shape.split(_VALUE)
    before = ""
    for value, literal in zip(given, literals, strict=True):
        touches = bool(before) and max(before, value[0]) < FIRST_CJK
        text += f" {value}{literal}" if touches else f"{value}{literal}"
        before = "" if literal else value[-1]
    return text
