"""What a sign shows over time: frames that take turns, made of bands that stand or move at a constant speed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from PIL import Image

HOLD: Final = 1.5
"""Seconds for which a moving text stands still at its beginning, so that the first word can be read."""


@dataclass(frozen=True, eq=False)
class Band:
    """A strip of the sign. If it moves, `image` is the text followed by one empty sign's width."""

    image: Image.Image
    top: int
    window: int
    speed: int = 0

    @property
    def moves(self) -> bool:
        """Whether it scrolls."""
        return self.speed > 0

    @property
    def period(self) -> float:
        """Seconds until it looks again as it did: hold, out to the left, in from the right."""
        return HOLD + self.image.width / self.speed if self.moves else 0.0

    @property
    def full_scroll(self) -> float:
        """Seconds until every character has been seen."""
        return HOLD + (self.image.width - self.window) / self.speed if self.moves else 0.0

    def offset_at(self, seconds: float) -> int:
        """How many pixels of the strip have gone out to the left, `seconds` after the frame began."""
        if not self.moves:
            return 0
        moving = max(0.0, seconds % self.period - HOLD)
        return int(moving * self.speed) % self.image.width


@dataclass(frozen=True, eq=False)
class Frame:
    """All of the sign while one page has its turn, `dwell` seconds long."""

    width: int
    height: int
    bands: tuple[Band, ...]
    dwell: float

    @property
    def moves(self) -> bool:
        """Whether any of it scrolls."""
        return any(band.moves for band in self.bands)

    def picture_at(self, seconds: float) -> Image.Image:
        """The exact pixels, `seconds` after this frame began."""
        picture = Image.new("RGB", (self.width, self.height))
        for band in self.bands:
            left = -band.offset_at(seconds)
            picture.paste(band.image, (left, band.top))
            if band.moves and left + band.image.width < self.width:
                picture.paste(band.image, (left + band.image.width, band.top))
        return picture


@dataclass(frozen=True, eq=False)
class Programme:
    """The frames of a sign, one after the other and again; there is always at least one."""

    frames: tuple[Frame, ...]
    fingerprint: str = ""

    @cached_property
    def length(self) -> float:
        """Seconds of one round."""
        return sum(frame.dwell for frame in self.frames)

    def place_at(self, seconds: float) -> tuple[Frame, float]:
        """Whose turn it is, `seconds` after the programme began, and for how long already."""
        if len(self.frames) == 1:
            return self.frames[0], seconds
        rest = seconds % self.length
        for frame in self.frames:
            if rest < frame.dwell:
                return frame, rest
            rest -= frame.dwell
        return self.frames[0], 0.0

    def picture_at(self, seconds: float) -> Image.Image:
        """The exact pixels, `seconds` after the programme began."""
        frame, since = self.place_at(seconds)
        return frame.picture_at(since)

    def still_for(self, seconds: float) -> float | None:
        """For how long nothing will change; `None` for ever, 0 while something moves."""
        frame, since = self.place_at(seconds)
        if frame.moves:
            return 0.0
        return None if len(self.frames) == 1 else frame.dwell - since
