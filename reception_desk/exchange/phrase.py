"""A piece of a form's text, from which facts are taken one by one until only a remark is left."""

from __future__ import annotations

import re
from typing import Final

NUMBER: Final = r"(?:\d{1,4}|[一二两三四五六七八九十]{1,3})"
SEPARATORS: Final = re.compile(r"[;；。\n]+")
_FULL_WIDTH: Final = {
    code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0) not in ",;!?"
}
_NARROW: Final = {**_FULL_WIDTH, 0x3000: 0x20, 0xA0: 0x20, 0x2013: 0x2D, 0x2014: 0x2D, 0xFF5E: 0x7E}
_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_LOOSE: Final = re.compile(r"\s*[,，、;；\x1f]+[\s,，、;；\x1f]*|(?<=\x20)\x20+")
_EMPTY_BRACKETS: Final = re.compile(r"\(\s*[\x1f\s]*\)")


def narrow(text: str) -> str:
    """Full-width digits, letters, colons and brackets as on a Western keyboard; commas stay."""
    return text.translate(_NARROW)


def number(text: str) -> int:
    """A count in digits or in Chinese numerals up to ninety-nine."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.get(tens[-1:], 1) * 10 if ten else 0) + _DIGITS.get(ones[-1:], 0)


def pieces(text: str) -> list[str]:
    """The statements of a list, such as two meals in one cell."""
    return [piece for piece in (part.strip(" ,，、") for part in SEPARATORS.split(text)) if piece]


class Phrase:
    """Text that is used up: `take` cuts a fact out, `rest` is what nobody took."""

    def __init__(self, text: str) -> None:
        self._text = narrow(text)

    def take(self, pattern: str | re.Pattern[str]) -> re.Match[str] | None:
        """Cut the first match out."""
        match = re.search(pattern, self._text)
        if match:
            self.cut(match)
        return match

    def cut(self, match: re.Match[str]) -> None:
        """Cut a match of the present text out."""
        self._text = f"{self._text[: match.start()]}\x1f{self._text[match.end() :]}"

    def find(self, pattern: str | re.Pattern[str]) -> re.Match[str] | None:
        """Look, and leave it."""
        return re.search(pattern, self._text)

    def find_all(self, pattern: str | re.Pattern[str]) -> list[re.Match[str]]:
        """Look for all, and leave them."""
        return list(re.finditer(pattern, self._text))

    @property
    def rest(self) -> str:
        """What is left, tidied: no separators that separate nothing."""
        text = _EMPTY_BRACKETS.sub("\x1f", self._text)
        text = re.sub(r"\s*\x1f[\s\x1f]*", "\x1f", text)
        text = re.sub(r"(?:[,，、;；]*\x1f)+[,，、;；]*", "\x1f", text).strip("\x1f ,，、;；")
        return re.sub(r"\x1f", " ", text).strip()
