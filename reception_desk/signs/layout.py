"""Setting type for a sign: as large as it fits, on as few lines as it needs, or one line that has to move."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reception_desk.signs.fonts import advance, ink

READABLE: Final = 24
"""Smaller than this (or 70 % of what one line could have) nothing stands still: it moves instead."""

SMALLEST: Final = 12
"""Where standing still is asked for, nothing is set smaller than this."""

WORTH_IT: Final = 0.7
"""So much of the largest size is enough, if the lines are then broken where one pauses."""

LONGEST_PART: Final = 12

_GREETING: Final = re.compile("(?:热烈)?欢迎(?:光临)?|喜迎|恭迎")
_NEVER_FIRST: Final = "，。、；：！？）》」』”’】〉…,.;:!?)]}%"
_REFERENCE: Final = "国"
_LATIN_REFERENCE: Final = "A"
_FIRST_WIDE: Final = "\u2e80"


@dataclass(frozen=True)
class Setting:
    """Lines of one size: how far a line reaches above and below its baseline, and whether it fits standing."""

    lines: tuple[str, ...]
    size: int
    above: int
    below: int
    stands: bool

    @property
    def gap(self) -> int:
        """Pixels between two lines."""
        return max(1, self.size // 8)

    @property
    def height(self) -> int:
        """Pixels from the top of the first line to the foot of the last."""
        return len(self.lines) * (self.above + self.below + self.gap) - self.gap


def fit(
    text: str, width: int, height: int, mode: str, *, whole: Sequence[str] = (), still: bool = False
) -> Setting:
    """Set `text` into a box: standing as large as possible, else on one line as high as the box.

    What is `whole` (a name with its title) is not broken; `still` accepts smaller type before it gives up.
    """
    moving = one_line(text, height, mode, width)
    highest = moving.size
    floor = min(highest, SMALLEST if still else max(1, min(READABLE, round(highest * 0.7))))

    free = _standing(text, width, height, mode, whole, range(floor, highest + 1))
    if free is None:
        return moving
    parts = (*whole, *_parts(text))
    in_parts = (
        _standing(text, width, height, mode, parts, range(floor, highest + 1))
        if len(parts) > len(whole)
        else None
    )
    return in_parts if in_parts is not None and in_parts.size >= free.size * WORTH_IT else free


def _standing(
    text: str, width: int, height: int, mode: str, whole: Sequence[str], sizes: range
) -> Setting | None:
    """The largest of the sizes at which the text stands, if it does at any."""

    def stands(size: int) -> bool:
        setting = _set(text, size, width, mode, whole)
        return setting.height <= height and all(advance(part, size, mode) <= width for part in setting.lines)

    if not stands(sizes.start):
        return None
    return _set(text, _largest(sizes.start, sizes.stop - 1, stands), width, mode, whole)


def _parts(text: str) -> tuple[str, ...]:
    """A greeting and whom it is for: better broken between than inside, where neither gets long."""
    found = _GREETING.match(text)
    rest = text[found.end() :] if found else ""
    return (found[0], rest) if found and 0 < len(rest) <= LONGEST_PART and "\n" not in rest else ()


def one_line(text: str, height: int, mode: str, width: int | None = None) -> Setting:
    """Set `text` on one line as high as the box, however long it gets: it will move.

    Where the box is higher than wide no letter is wider than the box, so that each can be seen whole.
    """
    line = " ".join(text.split("\n"))
    letters = set(line)

    def stands(size: int) -> bool:
        if sum(_reach([line], size, mode)) > height:
            return False
        return width is None or all(advance(letter, size, mode) <= width for letter in letters)

    highest = _largest(4, max(4, height * 2), stands)
    return Setting((line,), highest, *_reach([line], highest, mode), stands=False)


def _largest(low: int, high: int, fits: Callable[[int], bool]) -> int:
    """The largest size of [low, high] that fits; `low` is taken to fit."""
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _set(text: str, size: int, width: int, mode: str, whole: Sequence[str]) -> Setting:
    lines = tuple(part for line in text.split("\n") for part in _wrapped(line, size, width, mode, whole))
    return Setting(lines, size, *_reach(lines, size, mode), stands=True)


def _reach(lines: Sequence[str], size: int, mode: str) -> tuple[int, int]:
    """How far the highest and the lowest stroke of any line reach; never less than a plain character."""
    wide = any(character >= _FIRST_WIDE for line in lines for character in line)
    boxes = [ink(line + (_REFERENCE if wide else _LATIN_REFERENCE), size, mode) for line in lines]
    return max(above for above, _ in boxes), max(below for _, below in boxes)


def _wrapped(line: str, size: int, width: int, mode: str, whole: Sequence[str]) -> list[str]:
    """The line in as few parts as fit into `width`, the parts as even as can be."""
    pieces = [(piece, advance(piece, size, mode)) for piece in _pieces(line, whole)]
    count = len(_filled(pieces, width))
    if count == 1:
        return [line]
    widest = max(length for _, length in pieces)
    narrowest = width - _largest(
        0, max(0, width - widest), lambda less: len(_filled(pieces, width - less)) <= count
    )
    return _filled(pieces, narrowest)


def _filled(pieces: Sequence[tuple[str, int]], width: int) -> list[str]:
    lines, line, filled = [], "", 0
    for piece, length in pieces:
        if line and filled + length > width:
            lines.append(line.strip())
            line, filled = "", 0
            if piece.isspace():
                continue
        line, filled = line + piece, filled + length
    return [*lines, line.strip()] if line.strip() or not lines else lines


def _pieces(line: str, whole: Sequence[str]) -> Iterator[str]:
    """What a line may be broken between: names, Latin words, spaces, single Chinese characters."""
    names = sorted({name for name in whole if name}, key=len, reverse=True)
    closing = f"[{re.escape(_NEVER_FIRST)}]*"
    body = "|".join([*map(re.escape, names), rf"[^\s{_FIRST_WIDE}-\U0010ffff]+", r"\S"])
    for found in re.finditer(rf"(?:{body}){closing}|\s+", line):
        yield found[0]
