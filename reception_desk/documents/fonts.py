"""The fonts that paper is printed with: which of them has which character, embedded so that text is found again."""

from __future__ import annotations

import struct
import threading
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from itertools import groupby
from typing import Any, Final

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from reception_desk.resources import resource

_FILES: Final = {
    "Desk": "NotoSansSC-Regular.ttf",
    "DeskBold": "NotoSansSC-Bold.ttf",
    "DeskWestern": "WesternNames-Regular.ttf",
    "DeskWesternBold": "WesternNames-Bold.ttf",
    "DeskNames": "RareNames.ttf",
    "DeskHan": "RareHan.ttf",
}
THICKENED: Final = 0.045  # of the size: the stroke around a thin character among bold ones
_one_at_a_time = threading.RLock()  # a font file is read through one cursor, whoever asks


class Weight(Enum):
    """How heavy text is, as the chain of fonts that are asked for a character, the first that has it prints it."""

    REGULAR = ("Desk", "DeskWestern", "DeskNames", "DeskHan")
    BOLD = ("DeskBold", "DeskWesternBold", "DeskNames", "DeskHan")

    @property
    def thin(self) -> tuple[str, ...]:
        """Fonts of the chain that are lighter than this weight asks for."""
        return self.value[2:] if self is Weight.BOLD else ()

    @property
    def western(self) -> str:
        """The font for letters beyond Western Europe."""
        return self.value[1]

    @property
    def font(self) -> str:
        """The first of the chain, loaded: what a paragraph style names."""
        _load(self.value[0])
        return self.value[0]


class _FoundAgainFont(TTFont):  # type: ignore[misc]
    """A TrueType font whose embedded text can be copied and searched, characters beyond the BMP too.

    ReportLab 5.1 writes five hex digits where a ToUnicode map wants UTF-16, so a rare name reads back as others.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's document and name
        """Embed the subsets that a document uses, each with a ToUnicode map of our own."""
        with _one_at_a_time:
            subsets = [list(subset) for subset in self.state[doc].subsets]
            names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
            super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for name, subset in zip(names, subsets, strict=True):
            doc.idToObject[fonts[name].ToUnicode.name].content = _to_unicode(fonts[name].BaseFont, subset)


def _to_unicode(name: str, subset: Sequence[int]) -> str:
    pairs = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character
    ]
    hundreds = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]  # a block holds no more
    blocks = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in hundreds]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            f"1 begincodespacerange\n<00> <{len(subset) - 1:02X}>\nendcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end\nend",
        ]
    )


@cache
def _load(name: str) -> TTFont:
    with _one_at_a_time:
        font = _FoundAgainFont(name, str(resource("fonts", _FILES[name])))
        pdfmetrics.registerFont(font)
        for bold in (0, 1):
            for italic in (0, 1):
                addMapping(name, bold, italic, name)
        return font


def font_for(character: str, weight: Weight) -> str | None:
    """The font that prints a character, or nothing: then it cannot be printed."""
    return next((name for name in weight.value if ord(character) in _load(name).face.charToGlyph), None)


def runs(text: str, weight: Weight) -> Iterator[tuple[str, str]]:
    """The text in stretches of one font each, as (font, stretch).

    A character that no font has comes as 〓, the printer's mark for a missing sort; whoever prints asks
    `unprintable()` before.
    """
    standing = zip(_fonts(text, weight), text, strict=True)
    known = [(font or weight.font, character if font else "〓") for font, character in standing]
    for font, stretch in groupby(known, key=lambda pair: pair[0]):
        yield font, "".join(character for _, character in stretch)


def _fonts(text: str, weight: Weight) -> list[str | None]:
    fonts = [font_for(character, weight) for character in text]
    if weight.western not in fonts:
        return fonts
    # One face for all Latin letters around: a name is not printed in two.
    western = _load(weight.western).face.charToGlyph
    return [
        weight.western
        if font == weight.font and ord(character) in western and not character.isspace()
        else font
        for font, character in zip(fonts, text, strict=True)
    ]


def width(text: str, size: float, weight: Weight) -> float:
    """How wide the text is, in points."""
    return float(sum(pdfmetrics.stringWidth(stretch, font, size) for font, stretch in runs(text, weight)))


def ink(text: str, weight: Weight) -> tuple[float, float]:
    """Where the ink of the text ends below and above its baseline, as parts of its size."""
    drawn = []
    for font, stretch in runs(text, weight):
        stroke = THICKENED / 2 if font in weight.thin else 0.0
        boxes = (_box(font, ord(character)) for character in stretch)
        drawn += [(low - stroke, high + stroke) for low, high in boxes if (low, high) != (0.0, 0.0)]
    return (min((low for low, _ in drawn), default=0.0), max((high for _, high in drawn), default=0.0))


@cache
def _box(name: str, character: int) -> tuple[float, float]:
    face = _load(name).face
    glyph = face.charToGlyph[character]
    start, end = face.glyphPos[glyph], face.glyphPos[glyph + 1]
    if start == end:
        return (0.0, 0.0)
    _, low, _, high = struct.unpack_from(">hhhh", face.get_table("glyf"), start + 2)
    return (low / face.unitsPerEm, high / face.unitsPerEm)
