"""A list as it stands on the screen, on paper: the same columns and lines in the same order (ux 6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class ListSheet:
    """What was seen: `narrowed` says what the list was narrowed to, `shares` how wide each column was.

    All words are in `language` already; `printed` is local. A list is no edition: nobody outside is told by it.
    `then`: further lists on the same paper, each under its title.
    """

    title: str
    headings: Sequence[str]
    lines: Sequence[Sequence[str]]
    shares: Sequence[float]
    narrowed: str = ""
    language: str
    printed: datetime
    then: Sequence[ListSheet] = ()

    def draw(self) -> bytes:
        """A4 landscape, the headings anew on every page."""
        from reception_desk.documents.pages import list_sheet

        return list_sheet.draw(self)
