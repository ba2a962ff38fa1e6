"""How our paper looks: the one place with its measures, greys and type, fit for an office laser printer."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reception_desk.documents.clean import clean
from reception_desk.documents.fonts import THICKENED, Weight, runs, width
from reception_desk.documents.printable import markup
from reception_desk.documents.prose import Prose

PAPERS: Final = {"A3": (297 * mm, 420 * mm), "A4": (210 * mm, 297 * mm), "A5": (148 * mm, 210 * mm)}

INK: Final = Color(0, 0, 0)
QUIET: Final = Color(0.36, 0.36, 0.36)
LINE: Final = Color(0.62, 0.62, 0.62)
TINT: Final = Color(0.93, 0.93, 0.93)
HAIR: Final = 0.35
RULE: Final = 0.9

SIDE: Final = 14 * mm
TOP: Final = 12 * mm
FOOT: Final = 19 * mm
STAMP_LINE: Final = 13.5 * mm
GAP: Final = 4 * mm
CELL: Final = 1.1 * mm
LOGO: Final = (46 * mm, 11 * mm)
BOX: Final = 3.7 * mm
BOX_LINE: Final = 0.7
BOX_CORNER: Final = 0.5 * mm
TICK_LINE: Final = 1.5

PLACARD_EDGE: Final = 7 * mm
PLACARD_LOGO: Final = (42 * mm, 12 * mm)
PLACARD_LEADING: Final = 1.1
PLACARD_SHARES: Final = {1: (1.0,), 2: (0.66, 0.24), 3: (0.52, 0.19, 0.17), 4: (0.46, 0.17, 0.13, 0.12)}
PLACARD_GAIN: Final = 1.12  # what another line must win in size

TILE_EDGE: Final = 7 * mm  # of a sheet that is cut there and put beside another
SIGN_EDGE: Final = 0.06  # of the width, so that A3 looks as A4 does
SIGN_LOGO: Final = (0.2, 0.075)
SIGN_DATE: Final = 0.021
SIGN_AIR: Final = 0.022  # between the rules and what stands within
SIGN_RULE: Final = 0.005
SIGN_ACCENT: Final = Color(0.66, 0.08, 0.1)  # the red of a welcome; dark grey where the printer has no colour
ITINERARY_RULE: Final = 1.6
SIGN_GREETING: Final = 0.74  # of the largest name
SIGN_LINK: Final = 0.42
SIGN_FILLED: Final = 0.67  # of the height at most; the rest is air

CHECKLIST: Final = tuple(part * mm for part in (8, 10, 70, 38.5, 27, 28.5))
CONFIRMATION: Final = tuple(part * mm for part in (8, 44, 52, 39, 39))
FACTS: Final = tuple(part * mm for part in (62, 60, 60))
CUT: Final = (1.5 * mm, 1.5 * mm)
CROP: Final = 4 * mm
CROP_GAP: Final = 1.5 * mm  # between a card and its marks
WRITE_ROOM: Final = 14.5
WRITE_BASE: Final = 3.0
HAND_ROOM: Final = 11.5 * mm
TEXT: Final = PAPERS["A4"][0] - 2 * SIDE
OURS: Final = 62 * mm


PLAIN: Final = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), CELL)]
HEADING: Final = [*PLAIN, ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("ALIGN", (1, 0), (1, -1), "RIGHT")]
FACT_GRID: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEABOVE", (0, 0), (-1, 0), RULE, INK),
    ("LINEBELOW", (0, -1), (-1, -1), HAIR, LINE),
    ("TOPPADDING", (0, 0), (-1, -1), CELL),
    ("BOTTOMPADDING", (0, 0), (-1, -1), CELL),
]
CHECKLIST_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), CELL),
    ("BOTTOMPADDING", (0, 0), (-1, -1), CELL),
    ("LINEBELOW", (0, 1), (-1, -1), HAIR, LINE),
    ("LINEBEFORE", (-1, 1), (-1, -1), HAIR, LINE),
    ("LEFTPADDING", (0, 0), (0, -1), CELL),
    ("LEFTPADDING", (-1, 0), (-1, -1), CELL),
]
CONFIRMATION_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (1, -1), "MIDDLE"),
    ("VALIGN", (2, 0), (-1, -1), "TOP"),
    ("BOX", (0, 0), (-1, -1), RULE, INK),
    ("LINEBELOW", (0, 0), (-1, -2), HAIR, LINE),
    ("LINEBEFORE", (2, 0), (-1, -1), HAIR, LINE),
    ("LEFTPADDING", (0, 0), (0, -1), 2 * CELL),
    ("LEFTPADDING", (2, 0), (-1, -1), CELL),
    ("TOPPADDING", (0, 0), (-1, -1), CELL / 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), CELL / 2),
]


def phase_look(row: int) -> list[tuple[object, ...]]:
    """The heading of a phase: a bar that never stands alone at the foot of a page."""
    return [
        ("SPAN", (0, row), (-2, row)),
        ("BACKGROUND", (0, row), (-1, row), TINT),
        ("LINEBEFORE", (-1, row), (-1, row), HAIR, TINT),
        ("LINEABOVE", (0, row), (-1, row), RULE, INK),
        ("NOSPLIT", (0, row), (-1, row + 1)),
    ]


class _Type(NamedTuple):
    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    colour: Color = INK
    alignment: int = 0
    baseline: float = 0  # of the first line, so that a row of a table stands on one line


_ROLES: Final = {
    "title": _Type(20, 26, Weight.BOLD),
    "ours": _Type(9, 12, Weight.REGULAR, QUIET, 2),
    "company": _Type(14, 21, Weight.BOLD),
    "company second": _Type(10, 16, Weight.REGULAR, QUIET),
    "label": _Type(7.2, 10, Weight.REGULAR, QUIET),
    "value": _Type(10.5, 14.5),
    "second": _Type(8.6, 11.5, Weight.REGULAR, QUIET),
    "phase": _Type(10.5, 14, Weight.BOLD, baseline=11),
    "count": _Type(7.6, 14, Weight.REGULAR, QUIET, 2, baseline=11),
    "head": _Type(7.2, 10, Weight.REGULAR, QUIET),
    "head second": _Type(6.8, 9, Weight.REGULAR, QUIET),
    "code": _Type(7.6, 12.5, Weight.REGULAR, QUIET, baseline=10),
    "item": _Type(9.3, 12.5, baseline=10),
    "item second": _Type(7.6, 9.8, Weight.REGULAR, QUIET),
    "due": _Type(7.6, 12.5, baseline=10),
    "due second": _Type(7, 9.8, Weight.REGULAR, QUIET),
    "owner": _Type(7.6, 12.5, baseline=10),
    "owner second": _Type(7, 9.8, Weight.REGULAR, QUIET),
    "mark": _Type(7.6, 9.8, baseline=10),
    "day": _Type(11.5, 15, Weight.BOLD, baseline=12),
    "time": _Type(10.5, 14, Weight.BOLD, baseline=11),
    "entry": _Type(10.5, 14, baseline=11),
    "entry second": _Type(8.6, 11.5, Weight.REGULAR, QUIET),
    "roomy time": _Type(12, 17, Weight.BOLD, baseline=13),
    "roomy entry": _Type(12, 17, baseline=13),
    "roomy entry second": _Type(9.4, 13, Weight.REGULAR, QUIET),
    "roomy beside": _Type(10.5, 15, baseline=13),
    "brief": _Type(10.5, 15),
    "confidential": _Type(9.3, 13, Weight.BOLD, SIGN_ACCENT),
    "brief name": _Type(11, 15, Weight.BOLD),
    "brief quiet": _Type(9.3, 12.5, Weight.REGULAR, QUIET),
    "card said": _Type(11, 15, Weight.BOLD),
    "card number": _Type(9.3, 20, Weight.REGULAR, QUIET, baseline=15),
    "card hands": _Type(8.6, 11.5, Weight.REGULAR, QUIET),
    "card name": _Type(16, 20, Weight.BOLD, baseline=15),
    "card spoken": _Type(9.3, 12.5, Weight.REGULAR, QUIET),
    "card title": _Type(11.5, 15, baseline=15),
    "card title second": _Type(9.3, 12.5, Weight.REGULAR, QUIET),
    "sign words": _Type(18, 25, Weight.BOLD, INK, 1),
    "sign words second": _Type(12, 17, Weight.REGULAR, INK, 1),
    "part": _Type(11.5, 14, Weight.BOLD),
    "flag": _Type(15, 19, Weight.BOLD, INK, 1),
    "large": _Type(16, 21, Weight.BOLD),
    "label second": _Type(7.2, 9, Weight.REGULAR, QUIET),
    "guest": _Type(10.5, 14, Weight.BOLD, baseline=11),
    "guest second": _Type(8.6, 11.5, Weight.REGULAR, QUIET),
    "beside": _Type(9.3, 12.5, baseline=11),
    "beside second": _Type(8, 10.5, Weight.REGULAR, QUIET),
}
_SMALLEST: Final = 0.6
STAMP_SIZE: Final = 7.2
STAMP_LEADING: Final = 10.0
STAMP_LINES: Final = 2  # of a stamp that leaves room for a line beneath it
CODE_SIZE: Final = 8.5
CODE_ROOM: Final = 26 * mm


@cache
def style(role: str) -> ParagraphStyle:
    """The paragraph style of a role."""
    kind = _ROLES[role]
    return ParagraphStyle(
        role,
        fontName=kind.weight.font,
        fontSize=kind.size,
        leading=kind.leading,
        textColor=kind.colour,
        alignment=kind.alignment,
        wordWrap="CJK",
        baseline=kind.baseline,
    )


def weight_of(role: str) -> Weight:
    """How heavy the type of a role is."""
    return _ROLES[role].weight


def prose(text: str, role: str, *, whole: bool = False) -> Prose:
    """A paragraph; what is `whole` stays on one line."""
    return Prose(markup(text, _ROLES[role].weight, whole=whole), style(role))


def fitted(text: str, role: str, room: float) -> Prose:
    """A name on one line, set smaller where it is wide; one that is wider than any type breaks where it may."""
    kind = _ROLES[role]
    wide = width(clean(text), kind.size, kind.weight)
    scale = max(_SMALLEST, min(1.0, (room - 0.5) / wide)) if wide else 1.0
    smaller = ParagraphStyle(role, parent=style(role), fontSize=kind.size * scale)
    return Prose(markup(text, kind.weight, whole=wide * scale <= room), smaller)


def is_on_one_line(text: str, role: str, room: float) -> bool:
    """Whether the text goes into the room in the type of its role."""
    return width(clean(text), _ROLES[role].size, _ROLES[role].weight) <= room


def bilingual(texts: Sequence[str], role: str, *, whole: bool = False) -> list[Prose]:
    """The same thing in each language, the second one small beneath; once where both say the same."""
    first, *others = dict.fromkeys(texts)
    second = f"{role} second" if f"{role} second" in _ROLES else "second"
    return [prose(first, role, whole=whole), *(prose(other, second, whole=whole) for other in others)]


def line_of_text(canvas: Canvas, x: float, y: float, text: str, size: float, weight: Weight) -> float:
    """Draw cleaned text from `x` on; gives back where it ends."""
    for font, stretch in runs(text, weight):
        canvas.setFont(font, size)
        if font in weight.thin:
            _draw_thickened(canvas, x, y, stretch, size)
        else:
            canvas.drawString(x, y, stretch)
        x += canvas.stringWidth(stretch, font, size)
    return x


def _draw_thickened(canvas: Canvas, x: float, y: float, text: str, size: float) -> None:
    """Rare characters come in one weight only; beside bold ones they would vanish across a hall."""
    canvas.saveState()
    canvas.setLineWidth(size * THICKENED)
    canvas.setLineJoin(1)
    canvas.drawString(x, y, text, mode=2)
    canvas.restoreState()


def logo_within(logo: bytes, room: tuple[float, float]) -> tuple[ImageReader, float, float]:
    """The logo as a picture, and its width and height inside `room`."""
    image = ImageReader(io.BytesIO(logo))
    wide, high = image.getSize()
    scale = min(room[0] / wide, room[1] / high)
    return image, wide * scale, high * scale
