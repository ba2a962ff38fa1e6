"""Text from outside as our fonts print it: what they lack, and the markup of what they have."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reception_desk.documents.clean import clean
from reception_desk.documents.fonts import Weight, font_for, runs


def unprintable(*texts: str) -> list[str]:
    """The characters that no bundled font has, each once: to be named before anything is printed."""
    found = (c for text in texts for c in clean(text) if font_for(c, Weight.REGULAR) is None)
    return list(dict.fromkeys(found))


def markup(text: str, weight: Weight = Weight.REGULAR, *, whole: bool = False) -> str:
    """The text for a paragraph of that weight; what is `whole` (a name, a date) is not broken across lines."""
    inner = "".join(
        escape(stretch) if font == weight.font else f'<font face="{font}">{escape(stretch)}</font>'
        for font, stretch in runs(clean(text), weight)
    )
    return f"<nobr>{inner}</nobr>" if whole and inner else inner
