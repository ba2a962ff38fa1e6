"""Reference texts: what each page of a hand-out says, to be read by people.

A deliberate change: run the tests with WRITE_REFERENCE=1, and read the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

_FOLDER = Path(__file__).parent


def same_as_reference(name: str, pages: list[str]) -> None:
    """Compare with the text that is kept."""
    text = "\n\n----- next page -----\n\n".join(page.strip() for page in pages) + "\n"
    kept = _FOLDER / f"{name}.txt"
    if os.environ.get("WRITE_REFERENCE"):
        kept.write_text(text, encoding="utf-8", newline="\n")
    assert text == kept.read_text(encoding="utf-8")
