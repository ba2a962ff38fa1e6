"""The one door for text from outside: what goes through it can be printed, and is never taken for markup."""

from __future__ import annotations

import re
import unicodedata
from xml.sax.saxutils import escape

from reception_desk.documents.fonts import Weight, font_for, runs

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


def unprintable(*texts: str) -> list[str]:
    """The characters that no bundled font has, each once: to be named before anything is printed."""
    found = (c for text in texts for c in clean(text) if font_for(c, Weight.REGULAR) is None)
    return list(dict.fromkeys(found))


def markup(text: str, weight: Weight = Weight.REGULAR, *, whole: bool = False) -> str:
    """The text for a paragraph of that weight; what is `whole` (a name, a date) is not broken across lines."""
    inner = "".join(
        escape(stretch) if font == weight.font else f'<font face="{font}">{escape(stretch)}</font>'
        for font, stretch in runs(clean(text), weight)
    )
    return f"<nobr>{inner}</nobr>" if whole and inner else inner
