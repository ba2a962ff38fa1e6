"""Where the files that ship with the program lie."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, in a checkout, an installed and a frozen program alike."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen, "resources", *parts)
    import resources

    return Path(resources.__file__).resolve().parent.joinpath(*parts)


def documentation(*parts: str) -> Path:
    """The path of a file of the manual, wherever the program runs."""
    return resource().parent.joinpath("docs", *parts)
