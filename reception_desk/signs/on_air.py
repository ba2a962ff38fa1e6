"""What a sign's page is sent: pictures, when each takes its turn, and until when it may stay at all."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import Any

from PIL import Image

from reception_desk.domain.sign import Sign
from reception_desk.signs.clean import clean
from reception_desk.signs.frame import HOLD, Frame
from reception_desk.signs.renderer import Look, draw, png
from reception_desk.signs.resolve import Desired, Page
from reception_desk.signs.web_page import page_version

Data = dict[str, Any]


@dataclass(frozen=True)
class OnAir:
    """A drawn state of a sign. `frames` are those of all pages, `pages` says to which page each belongs."""

    fingerprint: str
    pictures: tuple[bytes, ...]
    look: Data
    frames: tuple[Data, ...]
    pages: tuple[int, ...]
    ends: tuple[float | None, ...]

    @classmethod
    def of(cls, desired: Desired, sign: Sign, now: datetime) -> OnAir:
        """Draw what must be on the sign from `now` on."""
        look = Look.of(sign)
        turns = [
            (number, page, frame)
            for number, page in enumerate(desired.pages)
            for frame in draw([page], look).frames
        ]
        pictures = [png(band.image) for _number, _page, frame in turns for band in frame.bands]
        numbers = count()
        return cls(
            fingerprint=desired.fingerprint,
            pictures=tuple(pictures or [png(Image.new("RGB", (1, 1)))]),
            look=_as_sent(look, began=now.timestamp()),
            frames=tuple(_turn(page, frame, numbers) for _number, page, frame in turns),
            pages=tuple(number for number, _page, _frame in turns),
            ends=_ends(desired),
        )

    @property
    def programme(self) -> str:
        """What this state is called in addresses."""
        return self.fingerprint[:32]

    def until(self, desired: Desired) -> OnAir:
        """The same pictures, which go on without a jump; only how long they may stay is new."""
        return replace(self, ends=_ends(desired))

    def event(self, now: datetime) -> Data:
        """All of it as the page reads it. `base` changes only where the desk's clock is set, or sleeps."""
        wall = now.timestamp()
        frames = [
            frame | {"until": self.ends[page]} for frame, page in zip(self.frames, self.pages, strict=True)
        ]
        return self.look | {
            "page": page_version(),
            "programme": self.programme,
            "pictures": len(self.pictures),
            "frames": frames,
            "now": wall,
            "base": wall - time.monotonic(),
        }


def _ends(desired: Desired) -> tuple[float | None, ...]:
    return tuple(page.until.timestamp() if page.until else None for page in desired.pages)


def _as_sent(look: Look, *, began: float) -> Data:
    colour = "#{:02x}{:02x}{:02x}".format(*look.lamp)
    return {"width": look.width, "height": look.height, "hold": HOLD, "colour": colour, "began": began}


def _turn(page: Page, frame: Frame, numbers: count[int]) -> Data:
    bands = [
        {"picture": next(numbers), "top": band.top, "width": band.image.width, "speed": band.speed}
        for band in frame.bands
    ]
    words = [words for words in (clean(page.text), clean(page.text_en)) if words]
    return {"dwell": frame.dwell, "words": words, "bands": bands}
