"""How a list is drawn that is printed as seen."""

from __future__ import annotations

from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.clean import clean
from reception_desk.documents.fonts import Weight, width
from reception_desk.documents.house_style import prose
from reception_desk.documents.letterhead import gap
from reception_desk.documents.list_sheet import ListSheet
from reception_desk.documents.moments import day_and_time
from reception_desk.documents.sheets import Foot, flowing_sheets
from reception_desk.i18n import words

NARROWEST: Final = 0.045
"""The least share of the width that a column gets, so that a heading has room."""

ROOM_TO_BEGIN: Final = 60 * mm
"""A further list begins on a new page where less than this is left."""


def draw(sheet: ListSheet) -> bytes:
    """The title, what it was narrowed to, and the lines."""
    story: list[Flowable] = [prose(sheet.title, "title")]
    if sheet.narrowed:
        story.append(prose(sheet.narrowed, "company second"))
    story += [gap(0.5), _table(sheet)]
    for further in sheet.then:
        story += [
            gap(2),
            CondPageBreak(ROOM_TO_BEGIN),
            prose(further.title, "phase"),
            gap(0.5),
            _table(further),
        ]
    return flowing_sheets(
        story, paper="A4", title=sheet.title, language=sheet.language, foot=_foot(sheet), landscape=True
    )


def _table(sheet: ListSheet) -> Table:
    room = style.PAPERS["A4"][1] - 2 * style.SIDE
    shares = [max(share / sum(sheet.shares), NARROWEST) for share in sheet.shares]
    widths = [share / sum(shares) * room for share in shares]
    rows: list[list[object]] = [[prose(heading, "head") for heading in sheet.headings]]
    rows += [[prose(cell, "beside") if cell else "" for cell in line] for line in sheet.lines]
    return Table(rows, colWidths=widths, style=looks.LIST_LOOK, repeatRows=1)


def _foot(sheet: ListSheet) -> Foot:
    w = words(sheet.language)
    said = w("Printed {time}").format(time=day_and_time(sheet.printed, sheet.language))
    secret = w("Internal")

    def foot(canvas: Canvas, page: int, pages: int) -> None:
        right = canvas._pagesize[0] - style.SIDE  # noqa: SLF001 - ReportLab has no other way to ask
        canvas.setFillColor(style.INK)
        left = style.line_of_text(canvas, style.SIDE, style.STAMP_LINE, secret, style.STAMP_SIZE, Weight.BOLD)
        canvas.setFillColor(style.QUIET)
        left += style.GAP
        style.line_of_text(canvas, left, style.STAMP_LINE, clean(said), style.STAMP_SIZE, Weight.REGULAR)
        counted = f"{page} / {pages}"
        right -= width(counted, style.CODE_SIZE, Weight.BOLD)
        canvas.setFillColor(style.INK)
        style.line_of_text(canvas, right, style.STAMP_LINE, counted, style.CODE_SIZE, Weight.BOLD)

    return foot
