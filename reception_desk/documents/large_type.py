"""Text set as large as a room allows, in lines that break where sense does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reception_desk.documents.fonts import Weight, ink, width
from reception_desk.documents.house_style import PLACARD_GAIN, PLACARD_LEADING

_MOST_LINES: Final = 8
_STEPS: Final = 24
_WORDS: Final = re.compile(r"(?:\S*\.\s+)*\S+\s*")  # an honorific stays with its name
_OF_A_NAME: Final = re.compile(r"[^·•・]+[·•・]?")
_OF_A_COMPANY: Final = re.compile(
    r"(?:股份|责任)?有限(?:责任)?公司|集团(?:公司)?|公司|[\u2e80-\U0003ffff][，、。）)·]?|[^\u2e80-\U0003ffff]+"
)


@dataclass(frozen=True, kw_only=True)
class LargeType:
    """Lines of bold text and the size they are set in."""

    lines: tuple[str, ...]
    size: float = 0.0

    @property
    def _ink(self) -> tuple[float, float]:
        return ink(self.lines[-1], Weight.BOLD)[0], ink(self.lines[0], Weight.BOLD)[1]

    @property
    def height(self) -> float:
        """From the top of the ink to its bottom."""
        low, high = self._ink
        return ((len(self.lines) - 1) * PLACARD_LEADING + high - low) * self.size

    def baselines(self, top: float) -> Iterator[tuple[str, float]]:
        """Each line with its baseline, the ink beginning at `top`."""
        first = top - self._ink[1] * self.size
        for number, line in enumerate(self.lines):
            yield line, first - number * PLACARD_LEADING * self.size

    def fitted(self, room: tuple[float, float]) -> LargeType:
        """The same lines, as large as the room (width, height) allows."""
        low, high = self._ink
        tall = (len(self.lines) - 1) * PLACARD_LEADING + max(high - low, ink("国", Weight.BOLD)[1])
        wide = max(width(line, 1, Weight.BOLD) for line in self.lines)
        return LargeType(lines=self.lines, size=min(room[0] / wide if wide else room[1], room[1] / tall))


def in_large_type(text: str, room: tuple[float, float], *, is_name: bool) -> LargeType:
    """A text as large as it goes; another line is taken only where that gains something worth seeing."""
    return in_lines(pieces_of(text, is_name=is_name), room)


def pieces_of(text: str, *, is_name: bool) -> list[str]:
    """What stays together of a text where it is broken into lines."""
    return [piece for word in _WORDS.findall(text) for piece in _parts(word, is_name=is_name)] or [text]


def in_lines(pieces: list[str], room: tuple[float, float]) -> LargeType:
    """Pieces that are not broken, as large as they go in one line or in several."""
    best = LargeType(lines=("".join(pieces).strip(),)).fitted(room)
    for count in range(2, min(len(pieces), _MOST_LINES) + 1):
        other = LargeType(lines=_balanced(pieces, count)).fitted(room)
        if other.size > best.size * PLACARD_GAIN ** (len(other.lines) - len(best.lines)):
            best = other
    return best


def _parts(word: str, *, is_name: bool) -> list[str]:
    body = word.rstrip()
    parts = (_OF_A_NAME if is_name else _OF_A_COMPANY).findall(body) or [body]
    return [*parts[:-1], parts[-1] + word[len(body) :]]


def _balanced(pieces: list[str], count: int) -> tuple[str, ...]:
    """The pieces in at most `count` lines, the widest of them as narrow as it can be."""
    widths = [width(piece.rstrip(), 1, Weight.BOLD) for piece in pieces]
    full = [width(piece, 1, Weight.BOLD) for piece in pieces]
    low, high = max(widths), sum(full)
    for _step in range(_STEPS):
        middle = (low + high) / 2
        if len(_greedy(widths, full, middle)) < count:
            high = middle
        else:
            low = middle
    starts = [0, *_greedy(widths, full, high)]
    ends = [*starts[1:], len(pieces)]
    return tuple(
        "".join(pieces[start:end]).strip() for start, end in zip(starts, ends, strict=True) if start < end
    )


def _greedy(widths: list[float], full: list[float], room: float) -> list[int]:
    """Where lines of at most `room` begin, the first one left out."""
    starts, used = [], 0.0
    for number, (bare, whole) in enumerate(zip(widths, full, strict=True)):
        if number and used + bare > room:
            starts.append(number)
            used = 0.0
        used += whole
    return starts
