"""What a sign shows over time as a GIF: the same pixels, at a speed that a GIF can keep."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

from PIL import Image

from reception_desk.signs.frame import HOLD, Frame, Programme
from reception_desk.signs.renderer import Look

DELAYS: Final = range(4, 11)
"""Hundredths of a second between two pictures: shorter ones are slowed down by many players."""

GOOD_ENOUGH: Final = 0.03
MOST_PIXELS: Final = 300_000_000
"""More than this, all pictures together, takes long to make and no player plays it."""

_Shot = tuple[Frame, tuple[int, ...], int]


def gif(programme: Programme, look: Look) -> bytes | None:
    """The programme, for ever again; nothing if it stands still, or would be far too large."""
    if len(programme.frames) == 1 and not programme.frames[0].moves:
        return None
    shots = list(_shots(programme, look.speed))
    if len(shots) * look.width * look.height > MOST_PIXELS:
        return None
    lamps = _Lamps(look)
    pictures = (lamps.indexed(_picture(frame, offsets)) for frame, offsets, _hundredths in shots)
    out = io.BytesIO()
    first = next(pictures)
    first.save(
        out,
        "GIF",
        save_all=True,
        append_images=pictures,
        duration=[hundredths * 10 for _frame, _offsets, hundredths in shots],
        loop=0,
        optimize=False,
    )
    return out.getvalue()


def pace(speed: int) -> tuple[int, int]:
    """Pixels a picture, and hundredths of a second between two, that come nearest to a speed: always the same."""
    ways = [(max(1, round(speed * delay / 100)), delay) for delay in DELAYS]

    def wrong(way: tuple[int, int]) -> float:
        return abs(way[0] * 100 / way[1] - speed) / speed

    return next((way for way in ways if wrong(way) <= GOOD_ENOUGH), min(ways, key=wrong))


def _shots(programme: Programme, speed: int) -> Iterator[_Shot]:
    step, delay = pace(max(1, speed))
    is_alone = len(programme.frames) == 1
    for frame in programme.frames:
        still = tuple(0 for _band in frame.bands)
        if not frame.moves:
            yield frame, still, round(frame.dwell * 100)
            continue
        yield frame, still, round(HOLD * 100)
        # alone it goes on until it looks as at the beginning; else until its turn is over
        length = _round_trip(frame, step) if is_alone else max(step, round((frame.dwell - HOLD) * speed))
        for offset in range(step, length, step):
            yield frame, tuple(offset if band.moves else 0 for band in frame.bands), delay


def _round_trip(frame: Frame, step: int) -> int:
    longest = max(band.image.width for band in frame.bands if band.moves)
    return -(-longest // step) * step


def _picture(frame: Frame, offsets: tuple[int, ...]) -> Image.Image:
    picture = Image.new("RGB", (frame.width, frame.height))
    for band, offset in zip(frame.bands, offsets, strict=True):
        picture.paste(band.image, (-offset, band.top))
        if band.moves:
            picture.paste(band.image, (_next_left(frame) - offset, band.top))
    return picture


def _next_left(frame: Frame) -> int:
    """Where the text comes in again: two that move do so together, or they would never meet at the beginning."""
    return max(other.image.width for other in frame.bands if other.moves)


class _Lamps:
    """The colours of a sign: one hue at all its strengths, so a palette of 256 has them all."""

    def __init__(self, look: Look) -> None:
        self._brightest = max(range(3), key=lambda channel: look.lamp[channel])
        strengths = Image.frombytes("L", (256, 1), bytes(range(256)))
        lit = Image.new("RGB", (256, 1))
        lit.paste(look.lamp, mask=strengths)
        # a lamp of less than full brightness has fewer strengths: the last colour of each is near enough
        colours = {
            colour[self._brightest]: colour
            for colour in (lit.tobytes()[at : at + 3] for at in range(0, 768, 3))
        }
        self._palette = [part for number in range(256) for part in colours.get(number, (0, 0, 0))]

    def indexed(self, picture: Image.Image) -> Image.Image:
        """The picture with a number of this palette for every lamp: the brightness of its brightest part."""
        numbers = picture.getchannel(self._brightest).tobytes()
        small = Image.frombytes("P", picture.size, numbers)
        small.putpalette(self._palette)
        return small
