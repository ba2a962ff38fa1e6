"""How the window looked when it was closed, so that the next one comes up so before the data are open.

What is chosen (language, theme) stands in the store; this file only remembers it for the first third of a second.
The place of the window belongs to this computer's monitors, so it stands here and nowhere else.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Final

NAME = "window.json"
SCALES: Final = (100, 112, 125)


@dataclass(frozen=True, kw_only=True)
class LastLook:
    """Language, theme, the window's place as Qt encodes it (hexadecimal), and its size in percent."""

    language: str = "zh"
    theme: str = "light"
    place: str = ""
    scale: str = "100"


def read_last_look(folder: Path) -> LastLook:
    """What was remembered; the defaults where there is nothing readable, for looks are never a reason not to start."""
    try:
        stored = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return LastLook()
    known = {field.name for field in fields(LastLook)}
    usable = stored.items() if isinstance(stored, dict) else ()
    return LastLook(**{key: value for key, value in usable if key in known and isinstance(value, str)})


def remember_look(folder: Path, look: LastLook) -> None:
    """Keep it for the next start; a full disk costs no more than the memory."""
    new = folder / f"{NAME}.new"
    with contextlib.suppress(OSError):
        new.write_text(json.dumps(asdict(look), indent=1), encoding="utf-8")
        os.replace(new, folder / NAME)  # noqa: PTH105 - one step, on every system


def scale_of(folder: Path) -> int:
    """How large everything on the screen is, in percent; one of `SCALES`."""
    scale = read_last_look(folder).scale
    return int(scale) if scale in map(str, SCALES) else SCALES[0]


def remember_scale(folder: Path, scale: int) -> None:
    """Have the screen that large from the next start on."""
    remember_look(folder, replace(read_last_look(folder), scale=str(scale)))


def enlarge(folder: Path) -> None:
    """Tell Qt how large everything is to be; it asks before its application is made, and never again."""
    scale = scale_of(folder)
    if scale != SCALES[0]:
        os.environ.setdefault("QT_SCALE_FACTOR", str(scale / 100))
