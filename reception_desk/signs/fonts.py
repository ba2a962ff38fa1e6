"""The bundled fonts as a sign sees them: which one draws a character, and how, at so many pixels."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

from PIL.ImageFont import FreeTypeFont, Layout, truetype

from reception_desk.resources import resource

REGULAR: Final = "NotoSansSC-Regular.ttf"
BOLD: Final = "NotoSansSC-Bold.ttf"
WESTERN: Final = {REGULAR: "WesternNames-Regular.ttf", BOLD: "WesternNames-Bold.ttf"}
FALLBACKS: Final = ("RareNames.ttf", "RareHan.ttf")
BOLD_FROM: Final = {"1": 28, "L": 24}
"""From how many pixels on strokes are thick enough to be drawn bold, on a grid of lamps and smoothly."""

MISSING: Final = "〓"
"""The printer's mark for a missing sort; whoever shows words asks `problems()` before."""

_NEVER_A_CHARACTER: Final = "\U0010ffff"
_TRIAL_SIZE: Final = 24


@lru_cache(maxsize=64)
def font(name: str, size: int) -> FreeTypeFont:
    """A bundled font at a height in pixels; plain layout, so that every machine sets text alike."""
    return truetype(str(resource("fonts", name)), size, layout_engine=Layout.BASIC)


@cache
def _box_for_missing(name: str) -> bytes:
    return bytes(font(name, _TRIAL_SIZE).getmask(_NEVER_A_CHARACTER, mode="1"))


@lru_cache(maxsize=4096)
def _has(name: str, character: str) -> bool:
    # Pillow does not tell which characters a font has; one that it lacks is drawn as its box.
    if character.isspace():
        return True
    return bytes(font(name, _TRIAL_SIZE).getmask(character, mode="1")) != _box_for_missing(name)


def font_name_for(character: str, *, bold: bool) -> str | None:
    """The font that draws a character, or nothing: then no sign of ours can show it as a picture."""
    first = BOLD if bold else REGULAR
    chain = (first, WESTERN[first], *FALLBACKS)
    return next((name for name in chain if _has(name, character)), None)


def runs(text: str, size: int, mode: str) -> Iterator[tuple[FreeTypeFont, str]]:
    """The text in stretches of one font each; what no font has comes as 〓."""
    bold = size >= BOLD_FROM[mode]
    drawn = [(font_name_for(character, bold=bold), character) for character in text]
    known = [(name or REGULAR, character if name else MISSING) for name, character in drawn]
    for name, stretch in groupby(known, key=lambda pair: pair[0]):
        yield font(name, size), "".join(character for _, character in stretch)


def advance(text: str, size: int, mode: str) -> int:
    """How many pixels wide a text is set."""
    return sum(round(face.getlength(stretch, mode=mode)) for face, stretch in runs(text, size, mode))


def ink(text: str, size: int, mode: str) -> tuple[int, int]:
    """How many pixels its ink reaches above and below the baseline."""
    boxes = [face.getbbox(stretch, mode=mode, anchor="ls") for face, stretch in runs(text, size, mode)]
    above = max((-round(box[1]) for box in boxes), default=0)
    below = max((round(box[3]) for box in boxes), default=0)
    return above, below
