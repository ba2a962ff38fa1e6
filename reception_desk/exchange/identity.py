"""Numbers of identity documents in forms: found, named, and taken nowhere; passports are written sealed (A1.3)."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = r"(?:护照|身份证|通行证|证件|passport)"
_AFTER_WORD: Final = re.compile(
    rf"({_WORDS}[^A-Za-z0-9\n]{{0,8}}(?:no\.?|number)?[\s:：]{{0,3}})((?=[A-Za-z]{{0,3}}\d)[A-Za-z0-9]{{6,18}}|[A-Z]\d{{2}}[A-Z0-9]{{4,8}})",
    re.IGNORECASE,
)
_RESIDENT: Final = re.compile(r"(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])")
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK: Final = "10X98765432"
_LONE: Final = re.compile(r"(?=[A-Z0-9]*[A-Z])(?=(?:[A-Z0-9]*\d){4})[A-Z0-9]{8,9}")
HIDDEN: Final = "***"


def without_numbers(text: str) -> str:
    """The text with every recognised document number replaced by HIDDEN."""
    shown = _AFTER_WORD.sub(lambda match: match[1] + HIDDEN, text)
    return _RESIDENT.sub(lambda match: HIDDEN if is_resident_id(match[0]) else match[0], shown)


def is_resident_id(text: str) -> bool:
    """Whether 18 characters are a Chinese resident's number: their check digit agrees (GB 11643)."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text[:17], strict=True))
    return _CHECK[total % 11] == text[17].upper()


def may_be_document(text: str) -> bool:
    """Whether a lone word has the form of a passport's number: C01X00T47, E12345678."""
    return bool(_LONE.fullmatch(text.strip()))
