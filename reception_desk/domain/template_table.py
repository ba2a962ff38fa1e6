"""Read a template's text strictly: what is missing, unknown or of the wrong kind is refused with a reason."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _

Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")

BYTE_ORDER_MARK = "\ufeff"
LARGEST_VERSION = 1_000_000_000


class TemplateTable:
    """One table of a template; the keys asked for are remembered, so that `finish` can refuse all others."""

    def __init__(self, values: Mapping[str, object], place: str = "") -> None:
        self._values = values
        self._asked: set[str] = set()
        self.place = place

    def refusal(self, reason: str) -> ReceptionError:
        """An error that says where in the template it is, and why."""
        if not self.place:
            return ReceptionError(reason)
        return ReceptionError(_("{place}: {reason}").format(place=self.place, reason=reason))

    def _get(self, key: str) -> object:
        self._asked.add(key)
        if key not in self._values:
            raise self.refusal(_("“{key}” is missing.").format(key=key))
        return self._values[key]

    def _get_as(self, kind: type[Value], key: str, wanted: str) -> Value:
        value = self._get(key)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.refusal(_("“{key}” must be {kind}.").format(key=key, kind=wanted))
        return value

    def word(self, key: str) -> str:
        """A text that may be empty."""
        return self._get_as(str, key, _("a text in quotation marks"))

    def text(self, key: str) -> str:
        """A text on one line that says something."""
        value = self.word(key).strip()
        if not value:
            raise self.refusal(_("“{key}” is empty.").format(key=key))
        if any(unicodedata.category(character) in ("Cc", "Zl", "Zp") for character in value):
            raise self.refusal(_("“{key}” must be on one line, without control characters.").format(key=key))
        return value

    def choice(self, key: str, words: type[Word]) -> Word:
        """One word of a closed vocabulary."""
        value = self.word(key)
        try:
            return words(value)
        except ValueError:
            known = " ".join(word.value for word in words if word.value)
            reason = _("“{value}” is not known as “{key}”; known are: {known}.")
            raise self.refusal(reason.format(value=value, key=key, known=known)) from None

    def number(self, key: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        value = self._get_as(int, key, _("a whole number"))
        if not low <= value <= high:
            reason = _("“{key}” must be from {low} to {high}.")
            raise self.refusal(reason.format(key=key, low=low, high=high))
        return value

    def yes_or_no(self, key: str) -> bool:
        """A `true` or `false`."""
        return self._get_as(bool, key, _("true or false"))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, none of them twice."""
        wanted = _("a list of texts in quotation marks")
        texts: list[str] = []
        for text in self._get_as(list, key, wanted):
            if not isinstance(text, str):
                raise self.refusal(_("“{key}” must be {kind}.").format(key=key, kind=wanted))
            if text in texts:
                raise self.refusal(_("“{value}” stands twice in “{key}”.").format(value=text, key=key))
            texts.append(text)
        return tuple(texts)

    def has(self, key: str) -> bool:
        """Whether there is anything under this key: for what may be left out."""
        return key in self._values

    def table(self, key: str) -> TemplateTable:
        """A table below this one."""
        return TemplateTable(self._get_as(dict, key, _("a table [{key}]").format(key=key)), f"[{key}]")

    def tables(self, key: str) -> list[TemplateTable]:
        """The tables of a list, at least one; their place is a number until they are given a better one."""
        wanted = _("a list of tables [[{key}]]").format(key=key)
        rows = self._get_as(list, key, wanted)
        if not rows or not all(isinstance(row, dict) for row in rows):
            raise self.refusal(_("“{key}” must be {kind}.").format(key=key, kind=wanted))
        return [TemplateTable(row, f"[[{key}]] {number}") for number, row in enumerate(rows, start=1)]

    def finish(self) -> None:
        """Refuse the keys that nobody asked for: a slip of the pen must not pass in silence."""
        for key in self._values:
            if key not in self._asked:
                raise self.refusal(_("“{key}” is not a known key.").format(key=key))


def read_template(text: str) -> TemplateTable:
    """The outermost table of a template file."""
    try:
        return TemplateTable(tomllib.loads(text.removeprefix(BYTE_ORDER_MARK)))
    except tomllib.TOMLDecodeError as error:
        detail, _at, position = str(error).partition(" (at ")
        line = re.match(r"line (\d+)", position)
        place = _("Line {line}").format(line=line[1]) if line else _("At the end")
        reason = _("this is not TOML ({detail}).").format(detail=detail)
        raise TemplateTable({}, place).refusal(reason) from None


def read_name(table: TemplateTable) -> tuple[str, int]:
    """The name and version at the head of every template."""
    return table.text("name"), table.number("version", 1, LARGEST_VERSION)
