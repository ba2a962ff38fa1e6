"""How the window looked when it was closed, so that the next one comes up so before the data are open.

What is chosen (language, theme) stands in the store; this file only remembers it for the first third of a second.
The place of the window belongs to this computer's monitors, so it stands here and nowhere else.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path

NAME = "window.json"


@dataclass(frozen=True, kw_only=True)
class LastLook:
    """Language, theme, and the window's place as Qt encodes it (hexadecimal)."""

    language: str = "zh"
    theme: str = "light"
    place: str = ""


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
