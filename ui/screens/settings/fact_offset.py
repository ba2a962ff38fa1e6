"""Facts that are distances in time, written in words: `2 days before`, or several with commas between."""

from __future__ import annotations

import re

from reception_desk.domain.due import Offset
from reception_desk.domain.due_words import offset_words, read_offset
from reception_desk.i18n import _
from ui.widgets.fact import LineFact


class OffsetFact(LineFact):
    """How far before or after; checked while it is typed. The value is an `Offset`."""

    def _words(self, value: object) -> str:
        return offset_words(value) if isinstance(value, Offset) else ""

    def _understand(self, text: str) -> object:
        return read_offset(text)


class OffsetsFact(LineFact):
    """Several of them; the value is a tuple of offsets."""

    def _words(self, value: object) -> str:
        return _(", ").join(offset_words(offset) for offset in value) if isinstance(value, tuple) else ""

    def _understand(self, text: str) -> object:
        return tuple(read_offset(part) for part in re.split(r"[,，、;；]", text) if part.strip())
