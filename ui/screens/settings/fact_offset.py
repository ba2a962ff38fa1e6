"""A fact that is a distance in time, written in words: `2 days before`."""

from __future__ import annotations

from reception_desk.domain.due import Offset
from reception_desk.domain.due_words import offset_words, read_offset
from ui.widgets.fact import LineFact


class OffsetFact(LineFact):
    """How far before or after; checked while it is typed. The value is an `Offset`."""

    def _words(self, value: object) -> str:
        return offset_words(value) if isinstance(value, Offset) else ""

    def _understand(self, text: str) -> object:
        return read_offset(text)
