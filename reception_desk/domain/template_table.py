"""Read a template's text strictly: what is missing, unknown or of the wrong kind is refused with a reason."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _

Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")

BYTE_ORDER_MARK = "\ufeff"
LARGEST_VERSION = 1_000_000_000


class TemplateRefusalError(ReceptionError):
    """A template is wrong; `line` says where in its text, if that is known, `reason` why without the place."""

    def __init__(self, sentence: str, line: int | None, reason: str) -> None:
        super().__init__(sentence)
        self.line, self.reason = line, reason


class Source:
    """The lines that a table is written on: from its heading to the next, counted from 1."""

    def __init__(self, lines: Sequence[str] = (), first: int = 1) -> None:
        self._lines, self.first = lines, first

    def line_of(self, key: str) -> int | None:
        """Where a key is written; where it is not, where the table begins."""
        written = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        found = (number for number, line in enumerate(self._lines, self.first) if written.match(line))
        return next(found, self.first if self._lines else None)

    def part(self, heading: str, number: int = 1) -> Source:
        """The part under a heading such as `[idle]`, or under the `number`-th one such as `[[item]]`."""
        wanted = re.compile(rf"\s*{re.escape(heading)}\s*(#.*)?")
        begins = [place for place, line in enumerate(self._lines) if wanted.fullmatch(line)]
        if len(begins) < number:
            return Source()
        begin = begins[number - 1]
        rest = range(begin + 1, len(self._lines))
        end = next(
            (place for place in rest if re.match(r"\s*\[+\s*\w", self._lines[place])), len(self._lines)
        )
        return Source(self._lines[begin:end], self.first + begin)

    def head(self) -> Source:
        """The part before the first heading."""
        heads = (place for place, line in enumerate(self._lines) if re.match(r"\s*\[", line))
        return Source(self._lines[: next(heads, len(self._lines))], self.first)


class TemplateTable:
    """One table of a template; the keys asked for are remembered, so that `finish` can refuse all others."""

    def __init__(self, values: Mapping[str, object], place: str = "", source: Source | None = None) -> None:
        self._values = values
        self._asked: set[str] = set()
        self._last = ""
        self._whole = source or Source()
        self._source = self._whole.head() if not place else self._whole
        self.place = place

    def refusal(self, reason: str, key: str = "") -> TemplateRefusalError:
        """An error that says where in the template it is, and why; without a `key` it is about the last one read."""
        line = self._source.line_of(key or self._last)
        words = _("{place}: {reason}").format(place=self.place, reason=reason) if self.place else reason
        if line is not None:
            words = _("Line {line}: {reason}").format(line=line, reason=words)
        return TemplateRefusalError(words, line, reason)

    def _get(self, key: str) -> object:
        self._asked.add(key)
        self._last = key
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

    def amount(self, key: str, high: int) -> Fraction:
        """A number above 0, up to `high`; of a broken one exactly what is written: 0.1 is a tenth."""
        value = self._get(key)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= high:
            reason = _("“{key}” must be a number above 0, {high} at most.")
            raise self.refusal(reason.format(key=key, high=high))
        return Fraction(str(value))

    def numbers(self, key: str, low: int, high: int) -> tuple[int, ...]:
        """A list of whole numbers from `low` to `high`."""
        found = []
        for value in self._get_as(list, key, _("a list of whole numbers")):
            if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
                reason = _("“{key}” must be from {low} to {high}.")
                raise self.refusal(reason.format(key=key, low=low, high=high))
            found.append(value)
        return tuple(found)

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
        values = self._get_as(dict, key, _("a table [{key}]").format(key=key))
        return TemplateTable(values, f"[{key}]", self._whole.part(f"[{key}]"))

    def tables(self, key: str) -> list[TemplateTable]:
        """The tables of a list, at least one; their place is a number until they are given a better one."""
        wanted = _("a list of tables [[{key}]]").format(key=key)
        rows = self._get_as(list, key, wanted)
        if not rows or not all(isinstance(row, dict) for row in rows):
            raise self.refusal(_("“{key}” must be {kind}.").format(key=key, kind=wanted))
        return [
            TemplateTable(row, f"[[{key}]] {number}", self._whole.part(f"[[{key}]]", number))
            for number, row in enumerate(rows, start=1)
        ]

    def finish(self) -> None:
        """Refuse the keys that nobody asked for: a slip of the pen must not pass in silence."""
        for key in self._values:
            if key not in self._asked:
                raise self.refusal(_("“{key}” is not a known key.").format(key=key), key)


def read_template(text: str) -> TemplateTable:
    """The outermost table of a template file."""
    try:
        plain = text.removeprefix(BYTE_ORDER_MARK)
        return TemplateTable(tomllib.loads(plain), source=Source(plain.splitlines()))
    except tomllib.TOMLDecodeError as error:
        detail, _at, position = str(error).partition(" (at ")
        line = re.match(r"line (\d+)", position)
        place = _("Line {line}").format(line=line[1]) if line else _("At the end")
        number = int(line[1]) if line else text.count("\n") + 1
        reason = _("this is not TOML ({detail}).").format(detail=detail)
        words = _("{place}: {reason}").format(place=place, reason=reason)
        raise TemplateRefusalError(words, number, reason) from None


def read_name(table: TemplateTable) -> tuple[str, int]:
    """The name and version at the head of every template."""
    return table.text("name"), table.number("version", 1, LARGEST_VERSION)
