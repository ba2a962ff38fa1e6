"""The one door for text from outside: what goes through it can be printed, and is never taken for markup."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = {"Cc", "Cf", "Cs"}  # control, format (bidi, joiners, soft hyphen) and halves of surrogate pairs
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_SPACES = re.compile(r"[^\S\u3000]+")


def clean(text: str) -> str:
    """One line of text as it is printed: nothing invisible in it, accents joined to their letters."""
    seen = "".join(
        c for c in _SELECTORS.sub("", text) if c.isspace() or unicodedata.category(c) not in _DROPPED
    )
    composed: list[str] = []
    for character in _SPACES.sub(" ", seen).strip(" "):
        joined = unicodedata.normalize("NFC", composed[-1] + character) if composed else ""
        if unicodedata.combining(character) and len(joined) == 1:
            composed[-1] = joined
        else:
            composed.append(character)
    return "".join(composed)
