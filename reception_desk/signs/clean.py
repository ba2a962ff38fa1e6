"""The door for words that go on a sign: what is invisible there, or would turn the text around, stays outside."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_DROPPED: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Control, format (bidi, joiners), halves of surrogate pairs, private and unassigned code points."""

_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_LINE_ENDS: Final = re.compile(r"[ \t\u3000]*(?:\r\n|[\n\r\v\f\x85\u2028\u2029])\s*")
_SPACES: Final = re.compile(r"[^\S\n]+")


def clean(text: str) -> str:
    """The words as a sign shows them: accents joined to their letters, single spaces, line ends kept."""
    text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    kept = (c for c in _SELECTORS.sub("", text) if c == "\n" or unicodedata.category(c) not in _DROPPED)
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def dropped(text: str) -> list[str]:
    """The visible characters of `text` that `clean` takes out, each once."""
    gone = (c for c in text if unicodedata.category(c) in {"Co", "Cn", "Cs"})
    return list(dict.fromkeys(gone))
