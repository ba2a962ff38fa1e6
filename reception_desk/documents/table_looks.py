"""How the tables of each sheet look: the widths of their columns, their rules and tints."""

from __future__ import annotations

from typing import Final

from reportlab.lib.units import mm

from reception_desk.documents.house_style import CELL, HAIR, INK, LINE, PLAIN, RULE, TINT

STAY: Final = tuple(part * mm for part in (74, 28, 80))
CONTACT: Final = tuple(part * mm for part in (91, 91))
TIMETABLE: Final = tuple(part * mm for part in (27, 77, 48, 30))
ROOMY_TIMETABLE: Final = tuple(part * mm for part in (30, 76, 46, 30))
LOCAL_GUIDE: Final = tuple(part * mm for part in (76, 40, 32, 34))
SLIP: Final = tuple(part * mm for part in (66, 62, 54))
SLIP_HEAD: Final = tuple(part * mm for part in (78, 42, 62))
SIGNED: Final = tuple(part * mm for part in (45.5, 45.5, 45.5, 45.5))
CHECKS: Final = tuple(part * mm for part in (6, 19, 6, 19, 6, 21, 6, 34, 6, 19, 40))
ROOMS: Final = tuple(part * mm for part in (8, 38, 14, 33, 33, 23, 19, 14))
BRIEF_GUESTS: Final = tuple(part * mm for part in (7, 48, 55, 52, 20))
INTRODUCED: Final = tuple(part * mm for part in (8, 60, 66))
INTRODUCED_TITLE: Final = 44 * mm
CODE: Final = (90 * mm, 10 * mm)
LETTER: Final = tuple(part * mm for part in (56, 126))
LETTER_SIGNED: Final = tuple(part * mm for part in (72, 62, 48))
LETTER_SIGN_ROOM: Final = (13 * mm, 22 * mm)
SIGN_ROOM: Final = 15 * mm
NOTICE_TEXT: Final = 120 * mm
NOTICE: Final = tuple(part * mm for part in (60, 60))
NOTICE_ACTS: Final = tuple(part * mm for part in (8, 34, 42, 36))

BAR: Final = tuple(part * mm for part in (112, 70))
FLAG: Final = tuple(part * mm for part in (34, 148))
COUNTED: Final = tuple(part * mm for part in (6, 58, 6, 58, 6, 48))
TWO_TICKS: Final = tuple(part * mm for part in (6, 85, 6, 85))
PLATES: Final = tuple(part * mm for part in (44, 70, 68))
PART_ROOM: Final = 30 * mm
HALVES: Final = (91 * mm, 91 * mm)
QUARTERS: Final = (45.5 * mm,) * 4

CONTACT_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("BACKGROUND", (0, 0), (-1, -1), TINT),
    ("LEFTPADDING", (0, 0), (-1, -1), 3 * CELL),
    ("TOPPADDING", (0, 0), (-1, -1), 1.5 * CELL),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2 * CELL),
]
CODE_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("BOX", (0, 0), (-1, -1), RULE, INK),
    ("LINEBELOW", (0, 0), (-1, -2), HAIR, LINE),
    ("LEFTPADDING", (0, 0), (-1, -1), 3 * CELL),
    ("TOPPADDING", (0, 0), (-1, -1), CELL),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3 * CELL),
]
LETTER_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEABOVE", (0, 0), (-1, 0), RULE, INK),
    ("LINEBELOW", (0, 0), (-1, -1), HAIR, LINE),
    ("TOPPADDING", (0, 0), (-1, -1), CELL),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.3 * CELL),
]
LETTER_SIGNED_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("SPAN", (1, 0), (1, 1)),
    ("SPAN", (2, 0), (2, 1)),
    ("BOX", (1, 0), (1, 1), HAIR, LINE),
    ("BOX", (2, 0), (2, 1), HAIR, LINE),
    ("LEFTPADDING", (1, 0), (-1, -1), 2 * CELL),
    ("TOPPADDING", (0, 0), (-1, -1), 1.5 * CELL),
]
TIMETABLE_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (0, -1), CELL),
    ("TOPPADDING", (0, 0), (-1, -1), 1.6 * CELL),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.8 * CELL),
    ("LINEBELOW", (0, 1), (-1, -1), HAIR, LINE),
]
ROOMY_LOOK: Final = [
    ("TOPPADDING", (0, 1), (-1, -1), 2.4 * CELL),
    ("BOTTOMPADDING", (0, 1), (-1, -1), 2.8 * CELL),
]
ROOMS_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (0, -1), CELL),
    ("LEFTPADDING", (-2, 0), (-1, -1), CELL),
    ("RIGHTPADDING", (0, 0), (-3, -1), 2 * CELL),
    ("TOPPADDING", (0, 0), (-1, -1), 1.3 * CELL),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.6 * CELL),
    ("LINEBELOW", (0, 1), (-1, -1), HAIR, LINE),
    ("LINEBEFORE", (-2, 1), (-1, -1), HAIR, LINE),
]
BRIEF_GUESTS_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("RIGHTPADDING", (0, 0), (-1, -1), 2 * CELL),
    ("TOPPADDING", (0, 0), (-1, -1), CELL / 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), CELL),
    ("LINEBELOW", (0, 0), (-1, -2), HAIR, LINE),
]
INTRODUCED_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), CELL),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.6 * CELL),
    ("LINEBELOW", (0, 0), (-1, -1), HAIR, LINE),
]
LIST_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (0, -1), CELL),
    ("RIGHTPADDING", (0, 0), (-1, -1), 2 * CELL),
    ("TOPPADDING", (0, 0), (-1, -1), CELL),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.4 * CELL),
    ("LINEBELOW", (0, 0), (-1, 0), RULE, INK),
    ("LINEBELOW", (0, 1), (-1, -1), HAIR, LINE),
]
SLIP_HEAD_LOOK: Final = [*PLAIN, ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("ALIGN", (2, 0), (2, -1), "RIGHT")]
SIGN_WORDS_LOOK: Final = [
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("BOX", (0, 0), (-1, -1), RULE, INK),
    ("LEFTPADDING", (0, 0), (-1, -1), 3 * CELL),
    ("RIGHTPADDING", (0, 0), (-1, -1), 3 * CELL),
    ("TOPPADDING", (0, 0), (-1, -1), 3 * CELL),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4 * CELL),
]
CHECKS_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-2, -1), "MIDDLE"),
    ("VALIGN", (-1, 0), (-1, -1), "TOP"),
    ("BACKGROUND", (0, 0), (-2, -1), TINT),
    ("LEFTPADDING", (0, 0), (0, -1), CELL),
    ("LEFTPADDING", (-1, 0), (-1, -1), 2 * CELL),
    ("TOPPADDING", (0, 0), (-1, -1), CELL),
    ("BOTTOMPADDING", (0, 0), (-1, -1), CELL),
    ("LINEBELOW", (-1, 0), (-1, -1), HAIR, LINE),
]
BAR_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("BACKGROUND", (0, 0), (-1, -1), TINT),
    ("LINEABOVE", (0, 0), (-1, 0), RULE, INK),
    ("LEFTPADDING", (0, 0), (0, -1), CELL),
    ("TOPPADDING", (0, 0), (-1, -1), CELL / 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), CELL),
]
FLAG_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("BOX", (0, 0), (-1, -1), 2 * RULE, INK),
    ("LINEBEFORE", (1, 0), (1, -1), RULE, INK),
    ("LEFTPADDING", (0, 0), (-1, -1), 2 * CELL),
    ("TOPPADDING", (0, 0), (-1, -1), CELL),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5 * CELL),
]
TICKS_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (0, -1), CELL),
    ("TOPPADDING", (0, 0), (-1, -1), CELL),
    ("BOTTOMPADDING", (0, 0), (-1, -1), CELL),
]
SIGNATURES_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("BOX", (0, 0), (-1, -1), RULE, INK),
    ("LINEBEFORE", (1, 0), (-1, -1), HAIR, LINE),
    ("LEFTPADDING", (0, 0), (-1, -1), CELL),
    ("TOPPADDING", (0, 0), (-1, -1), CELL / 2),
]
ACKNOWLEDGED_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), CELL),
    ("LINEBELOW", (0, 0), (-1, -1), HAIR, LINE),
    ("LINEBEFORE", (1, 1), (-1, -1), HAIR, LINE),
]
PLATES_LOOK: Final = [
    *PLAIN,
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("TOPPADDING", (0, 0), (-1, -1), CELL),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.4 * CELL),
    ("LINEBELOW", (0, 0), (-1, -2), HAIR, LINE),
]
BETWEEN_LOOK: Final = [
    ("LINEBELOW", (0, 0), (-1, -2), HAIR, LINE),
    ("BOTTOMPADDING", (0, 0), (-1, -1), CELL),
]


def day_look(row: int) -> list[tuple[object, ...]]:
    """The heading of a day: as a phase's, over the whole width."""
    return [
        ("SPAN", (0, row), (-1, row)),
        ("BACKGROUND", (0, row), (-1, row), TINT),
        ("LINEABOVE", (0, row), (-1, row), RULE, INK),
        ("NOSPLIT", (0, row), (-1, row + 1)),
    ]
