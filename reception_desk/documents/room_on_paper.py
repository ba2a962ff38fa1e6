"""How much room a text takes on paper, guessed without a font and rather too high; and texts cut at a sentence to fit.

A content has to be exactly what is printed, so what does not fit is cut in the content, where no font may be asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Final

CUT: Final = "…"
FEWEST: Final = 2
_LOST: Final = 0.95
"""How full a line gets: words are not broken."""
_SENTENCES: Final = re.compile(r"[^。！？!?\n]*?(?:[。！？!?]+[”’」』）)]?|\.(?=\s|$)|\n|$)", re.DOTALL)
_CLAUSES: Final = re.compile(r"[^，,；;：:、\s]*(?:[，,；;：:、\s]+|$)")


def ems(text: str) -> float:
    """How wide a text is, in widths of a Chinese character."""
    return sum(map(_em, text))


def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if character.isascii():
        return 0.72 if character.isupper() or character in "@%&MWmw" else 0.57
    return 0.8


def lines(text: str, wide: float) -> int:
    """How many lines a text takes where one holds `wide` Chinese characters; its own line breaks count."""
    return sum(max(1, -int(-ems(line) // (wide * _LOST))) for line in text.split("\n"))


def cut(text: str, most: int, wide: float) -> str:
    """The text in so many lines at most: whole sentences and a visible …; where not even one fits, as much of it."""
    if lines(text, wide) <= most:
        return text
    kept = ""
    for sentence in _SENTENCES.findall(text):
        if lines((kept + sentence).rstrip() + CUT, wide) > most:
            break
        kept += sentence
    return (kept.rstrip() or _begun(text, most, wide)) + CUT


def _begun(text: str, most: int, wide: float) -> str:
    kept = ""
    for clause in _CLAUSES.findall(text):
        if lines((kept + clause).rstrip() + CUT, wide) > most:
            break
        kept += clause
    if not kept.strip():
        for character in text:
            if lines(kept + character + CUT, wide) > most:
                break
            kept += character
    return kept.rstrip(" ，,；;：:、\n")


def cut_longest(
    texts: Mapping[str, str], room: float, wide: float, last: Collection[str] = ()
) -> dict[str, str]:
    """The texts in `room` lines altogether: the longest are cut, each to the same number of lines, the others stay.

    Those named in `last` stay whole until all others have no more than `FEWEST` lines.
    """
    needs = {name: lines(text, wide) for name, text in texts.items() if text}
    most = dict.fromkeys(needs, max(needs.values(), default=1))

    def shorten(names: Collection[str], fewest: int) -> None:
        for name in names:
            most[name] = min(needs[name], most[name])
        while sum(min(needs[name], most[name]) for name in needs) > room:
            longest = max((most[name] for name in names), default=fewest)
            if longest <= fewest:
                return
            for name in names:
                most[name] = min(most[name], longest - 1)

    shorten([name for name in needs if name not in last], FEWEST)
    shorten([name for name in needs if name in last], FEWEST)
    shorten(list(needs), 1)
    return {name: cut(text, most[name], wide) if text else "" for name, text in texts.items()}
