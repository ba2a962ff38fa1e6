"""A paragraph of Chinese and Latin text, broken where a typesetter would break it, and never inside a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.lib.textsplit import ALL_CANNOT_END, ALL_CANNOT_START
from reportlab.platypus.paragraph import Paragraph, ParaLines, cjkU, makeCJKParaLine

_CLOSING = ALL_CANNOT_START + "，．：；！？％”’》〉）］｝"
_OPENING = ALL_CANNOT_END + "《〈（［｛("
_FIRST_OF_THE_EAST = "\u2e80"
_FUZZ = 0.01


class Prose(Paragraph):  # type: ignore[misc]
    """ReportLab's paragraph with line breaks of our own.

    Its own two ways either break Chinese only at spaces, or Latin words, names and dates anywhere. Here Chinese
    breaks between characters (but before no closing and after no opening mark), Latin at spaces and hyphens, and
    what stands in `<nobr>` nowhere, unless it is alone on the line and still too wide.
    """

    _broken_for: list[float] | None = None
    _broken: ParaLines = None

    def breakLines(self, width: Any) -> ParaLines:  # noqa: N802 - ReportLab's name
        """The lines of the paragraph for one width, or for a list of widths, one a line."""
        widths = list(width) if isinstance(width, (list, tuple)) else [width]
        if getattr(self, "_splitpara", 0) and hasattr(self, "blPara"):
            return self.blPara
        if widths == self._broken_for:  # a table asks several times for the same width
            return self._broken
        lines: list[Any] = []
        for units, is_last in _filled(_pieces(_units(self.frags)), widths):
            room = widths[min(len(lines), len(widths) - 1)]
            used = sum(unit.width for unit in units)
            lines.append(makeCJKParaLine(units, room, used, room - used, is_last, calcBounds=False))
        if lines and (baseline := getattr(self.style, "baseline", 0)):
            lines[0].ascent = baseline
        self._broken_for, self._broken = widths, ParaLines(kind=1, lines=lines)
        return self._broken

    breakLinesCJK = breakLines  # noqa: N815 - a style with wordWrap="CJK" comes in here


def _units(frags: list[Any]) -> list[cjkU]:
    units: list[cjkU] = []
    for frag in frags:
        if hasattr(frag, "lineBreak") or not hasattr(frag, "text"):
            units.append(cjkU("", frag, "utf8"))
        else:
            units += [cjkU(character, frag, "utf8") for character in frag.text]
    return units


def _may_part(before: cjkU, after: cjkU) -> bool:
    if getattr(before.frag, "nobr", False) and getattr(after.frag, "nobr", False):
        return False
    if after.isspace() or after in _CLOSING or before in _OPENING:
        return False
    if before == "-":  # of a double name, not of a number
        return bool(after.isalpha())
    return bool(before.isspace() or max(before, after) >= _FIRST_OF_THE_EAST)


def _pieces(units: list[cjkU]) -> Iterator[list[cjkU]]:
    piece: list[cjkU] = []
    for unit in units:
        if piece and _may_part(piece[-1], unit):
            yield piece
            piece = []
        piece.append(unit)
    if piece:
        yield piece


def _trimmed(units: list[cjkU]) -> list[cjkU]:
    end = len(units)
    while end and units[end - 1].isspace():
        end -= 1
    return units[:end]


def _width(units: list[cjkU]) -> float:
    return float(sum(unit.width for unit in _trimmed(units)))


def _filled(pieces: Iterator[list[cjkU]], widths: list[float]) -> Iterator[tuple[list[cjkU], bool]]:
    """The pieces put into lines as full as they go, each with whether it is the last."""
    line: list[cjkU] = []
    number = 0
    for piece in pieces:
        rest = piece
        while line and _width(line + rest) > widths[min(number, len(widths) - 1)] + _FUZZ:
            yield _trimmed(line), False
            line, number = [], number + 1
        while _width(rest) > (room := widths[min(number, len(widths) - 1)]) + _FUZZ and len(rest) > 1:
            fit = next((n for n in range(len(rest) - 1, 1, -1) if _width(rest[:n]) <= room + _FUZZ), 1)
            yield rest[:fit], False
            rest, number = rest[fit:], number + 1
        line = line + rest
    if line:
        yield _trimmed(line), True
