"""Sheets of paper: a page that passers-by read, and pages that fill up one after the other, with their stamp."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, Final

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepInFrame, PageTemplate

from reception_desk.documents import house_style as house
from reception_desk.documents.clean import clean
from reception_desk.documents.fonts import Weight, width
from reception_desk.documents.hand_out import spoken
from reception_desk.documents.moments import day_and_time
from reception_desk.documents.own_words import Speaker
from reception_desk.domain.edition import Stamp
from reception_desk.domain.preparation import ItemState
from reception_desk.i18n import words

BETWEEN: Final = "  ·  "

Foot = Callable[[Canvas, int, int], None]


class TickBox(Flowable):  # type: ignore[misc]
    """A box to tick by hand; ticked, or crossed out, where that is done already."""

    def __init__(self, mark: ItemState) -> None:
        super().__init__()
        self.mark = mark
        self.width = self.height = house.BOX

    def wrap(self, *_room: float) -> tuple[float, float]:
        """Its size, whatever room there is."""
        return self.width, self.height

    def draw(self) -> None:
        """The box and what is in it."""
        canvas, side = self.canv, house.BOX
        canvas.setStrokeColor(house.INK if self.mark is not ItemState.NOT_APPLICABLE else house.QUIET)
        canvas.setLineWidth(house.BOX_LINE)
        canvas.roundRect(0, 0, side, side, house.BOX_CORNER)
        canvas.setLineCap(1)
        if self.mark is ItemState.DONE:
            canvas.setLineWidth(house.TICK_LINE)
            tick = canvas.beginPath()
            tick.moveTo(side * 0.2, side * 0.5)
            tick.lineTo(side * 0.43, side * 0.24)
            tick.lineTo(side * 0.95, side * 1.0)
            canvas.drawPath(tick)
        elif self.mark is ItemState.NOT_APPLICABLE:
            canvas.line(side * 0.25, side * 0.5, side * 0.75, side * 0.5)


class Logo(Flowable):  # type: ignore[misc]
    """The company's logo at the head of a sheet."""

    def __init__(self, logo: bytes) -> None:
        super().__init__()
        self.image, self.width, self.height = house.logo_within(logo, house.LOGO)

    def draw(self) -> None:
        """The picture."""
        self.canv.drawImage(self.image, 0, 0, self.width, self.height, mask="auto")


class WriteLine(Flowable):  # type: ignore[misc]
    """A quiet line to write on, as wide as its room, where a fact is not known."""

    def wrap(self, wide: float, _high: float) -> tuple[float, float]:
        """As high as a line that is printed."""
        self.width, self.height = wide - house.GAP, house.WRITE_ROOM
        return self.width, self.height

    def draw(self) -> None:
        """The line, where the baseline of a printed one would be."""
        self.canv.setStrokeColor(house.LINE)
        self.canv.setLineWidth(house.HAIR)
        self.canv.line(0, house.WRITE_BASE, self.width, house.WRITE_BASE)


class Ruled(Flowable):  # type: ignore[misc]
    """A rule across the page, as wide as its room."""

    def __init__(self, colour: Color, strength: float) -> None:
        super().__init__()
        self._colour, self._strength = colour, strength

    def wrap(self, wide: float, _high: float) -> tuple[float, float]:
        """A little air above and below it."""
        self.width, self.height = wide, house.GAP
        return self.width, self.height

    def draw(self) -> None:
        """The rule, in the middle of its air."""
        self.canv.setStrokeColor(self._colour)
        self.canv.setLineWidth(self._strength)
        self.canv.line(0, self.height / 2, self.width, self.height / 2)


class _Sheets(Canvas):  # type: ignore[misc]
    """A canvas that knows the number of its pages before it draws their feet."""

    def __init__(self, *args: Any, foot: Foot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._foot = foot
        self._sheets: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Keep the page open for its foot."""
        self._sheets.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Draw every foot, and close the document."""
        for number, sheet in enumerate(self._sheets, 1):
            self.__dict__.update(sheet)
            self._foot(self, number, len(self._sheets))
            super().showPage()
        super().save()


def single_sheet(
    paint: Callable[[Canvas, float, float], None], *, paper: str, title: str, language: str
) -> bytes:
    """A landscape page of its own, without a stamp: what passers-by look at."""
    high, wide = house.PAPERS[paper]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(wide, high), invariant=1, lang=pdf_language(language))
    canvas.setTitle(clean(title))
    paint(canvas, wide, high)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def tiled_sheets(paint: Callable[[Canvas, float, float], None], *, title: str, language: str) -> bytes:
    """An A3 landscape page as two upright A4, to be cut at the marks and put together; no ink where none can be."""
    high, wide = house.PAPERS["A3"]
    tile_wide, tile_high = house.PAPERS["A4"]
    scale = 2 * (tile_wide - house.TILE_EDGE) / wide
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(tile_wide, tile_high), invariant=1, lang=pdf_language(language))
    canvas.setTitle(clean(title))
    below = (tile_high - high * scale) / 2
    for seam, start in ((tile_wide - house.TILE_EDGE, 0.0), (house.TILE_EDGE, -wide * scale / 2)):
        is_left = start == 0
        canvas.saveState()
        shown = canvas.beginPath()
        shown.rect(0 if is_left else seam, 0, tile_wide - house.TILE_EDGE, tile_high)
        canvas.clipPath(shown, stroke=0, fill=0)
        canvas.translate(start + (0 if is_left else house.TILE_EDGE), below)
        canvas.scale(scale, scale)
        paint(canvas, wide, high)
        canvas.restoreState()
        canvas.setStrokeColor(house.LINE)
        canvas.setLineWidth(house.HAIR)
        for foot in (house.TILE_EDGE, tile_high - 2 * house.TILE_EDGE):
            canvas.line(seam, foot, seam, foot + house.TILE_EDGE)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def crop_marks(canvas: Canvas, left: float, below: float, wide: float, high: float) -> None:
    """Where to cut a card out, outside of it so that none stays on it."""
    canvas.setStrokeColor(house.LINE)
    canvas.setLineWidth(house.HAIR)
    for x, away_x in ((left, -1), (left + wide, 1)):
        for y, away_y in ((below, -1), (below + high, 1)):
            canvas.line(x + away_x * house.CROP_GAP, y, x + away_x * (house.CROP_GAP + house.CROP), y)
            canvas.line(x, y + away_y * house.CROP_GAP, x, y + away_y * (house.CROP_GAP + house.CROP))


def flowing_sheets(
    story: list[Flowable], *, paper: str, title: str, language: str, foot: Foot, landscape: bool = False
) -> bytes:
    """Pages that fill up one after the other, portrait or `landscape`, each with its foot."""
    out = io.BytesIO()
    wide, high = reversed(house.PAPERS[paper]) if landscape else house.PAPERS[paper]
    document = BaseDocTemplate(
        out, pagesize=(wide, high), invariant=1, title=clean(title), lang=pdf_language(language)
    )
    frame = Frame(house.SIDE, house.FOOT, wide - 2 * house.SIDE, high - house.TOP - house.FOOT, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("sheet", [frame]))
    document.build(story, canvasmaker=lambda *args, **kwargs: _Sheets(*args, foot=foot, **kwargs))
    return out.getvalue()


def pages_in(pdf: bytes) -> int:
    """How many pages a PDF of ours has."""
    return pdf.count(b"/Type /Page\n")


def halved_sheets(
    sheets: list[tuple[list[Flowable], list[Flowable]]], *, title: str, language: str, foot: Foot
) -> bytes:
    """A4 sheets to be cut into an upper and a lower A5, each half with its foot; what is too much is set smaller."""
    out = io.BytesIO()
    wide, high = house.PAPERS["A4"]
    canvas = Canvas(out, pagesize=(wide, high), invariant=1, lang=pdf_language(language))
    canvas.setTitle(clean(title))
    room = (wide - 2 * house.SIDE, high / 2 - house.TOP - house.FOOT)
    for number, halves in enumerate(sheets, 1):
        for story, below in zip(halves, (high / 2, 0.0), strict=True):
            canvas.saveState()
            canvas.translate(0, below)
            frame = Frame(house.SIDE, house.FOOT, *room, 0, 0, 0, 0)
            frame.addFromList([KeepInFrame(*room, story, mode="shrink")], canvas)
            foot(canvas, number, len(sheets))
            canvas.restoreState()
        canvas.setStrokeColor(house.LINE)
        canvas.setLineWidth(house.HAIR)
        canvas.setDash(*house.CUT)
        canvas.line(0, high / 2, wide, high / 2)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def pdf_language(language: str) -> str:
    """What a PDF says its language is."""
    return "en" if language == "en" else "zh-CN"


def stamp_lines(title: str, stamp: Stamp, language: str, says: Speaker = words) -> list[str]:
    """What the stamp says in each language asked for; `title` is the paper's, in English."""
    lines = []
    for one in spoken(language):
        w = words(one)
        parts = (
            f"{stamp.document} {says(one)(title)}",
            w("Revision {number}").format(number=stamp.revision),
            w("Visit {number}").format(number=stamp.visit_number),
            w("Printed {time}").format(time=day_and_time(stamp.printed, one)),
        )
        lines.append(BETWEEN.join(parts))
    return lines


def _folded(lines: list[str], room: float) -> list[str]:
    """The lines of a stamp; on a small sheet what does not fit beside the code goes beneath."""
    if all(width(clean(line), house.STAMP_SIZE, Weight.REGULAR) <= room for line in lines):
        return lines
    return [part for line in lines for part in line.rsplit(BETWEEN, 1)]


def unread_line(stamp: Stamp, language: str, room: float) -> str:
    """Which values on the sheet nobody has confirmed, as many as go into one line; blank where all are (A1.5)."""
    if not stamp.unread:
        return ""
    tongues = [words(one) for one in spoken(language)]
    head = " / ".join(w("Not read back") for w in tongues) + ": "
    told = [f"{value} ({' '.join(w(place) for w in tongues)})" for value, place in stamp.unread]
    for shown in range(len(told), 0, -1):
        more = f" +{len(told) - shown}" if shown < len(told) else ""
        line = clean(head + ", ".join(told[:shown]) + more)
        if width(line, house.STAMP_SIZE, Weight.BOLD) <= room:
            return line
    return clean(f"{head}{len(told)}")


def stamped_foot(
    title: str, stamp: Stamp, language: str, says: Speaker = words, *, internal: bool = True
) -> Foot:
    """The foot of a sheet: stamp on the left, short code and page on the right; an internal one says so.

    Beneath the stamp an internal sheet names the values on it that were not read back (A1.5), for us to see to.
    A guest's own paper, such as D4, and one for a hotel say nothing of it, whatever the stamp holds.
    """
    tongues = [words(one) for one in spoken(language)]
    secret = " ".join(w("Internal") for w in tongues) if internal else ""
    lines = stamp_lines(title, stamp, language, says)

    def draw(canvas: Canvas, page: int, pages: int) -> None:
        right = canvas._pagesize[0] - house.SIDE  # noqa: SLF001 - ReportLab has no other way to ask
        canvas.setStrokeColor(house.LINE)
        canvas.setLineWidth(house.HAIR)
        canvas.line(
            house.SIDE, house.STAMP_LINE + house.STAMP_LEADING, right, house.STAMP_LINE + house.STAMP_LEADING
        )
        canvas.setFillColor(house.INK)
        left = house.line_of_text(canvas, house.SIDE, house.STAMP_LINE, secret, house.STAMP_SIZE, Weight.BOLD)
        left += house.GAP if secret else 0
        canvas.setFillColor(house.QUIET)
        unread = unread_line(stamp, language, right - house.SIDE) if internal else ""
        stamped = _folded(lines, right - left - house.CODE_ROOM)
        if unread and len(stamped) > house.STAMP_LINES:  # a small sheet in two languages has no room for both
            stamped = _folded(lines[:1], right - left - house.CODE_ROOM)
        for number, text in enumerate(stamped):
            y = house.STAMP_LINE - number * house.STAMP_LEADING
            house.line_of_text(canvas, left, y, clean(text), house.STAMP_SIZE, Weight.REGULAR)
        canvas.setFillColor(house.INK)
        y = house.STAMP_LINE - len(stamped) * house.STAMP_LEADING
        house.line_of_text(canvas, house.SIDE, y, unread, house.STAMP_SIZE, Weight.BOLD)
        counted = f"{page} / {pages}"
        right -= width(counted, house.CODE_SIZE, Weight.BOLD)
        house.line_of_text(canvas, right, house.STAMP_LINE, counted, house.CODE_SIZE, Weight.BOLD)
        right -= house.GAP + width(stamp.code, house.CODE_SIZE, Weight.REGULAR)
        house.line_of_text(canvas, right, house.STAMP_LINE, stamp.code, house.CODE_SIZE, Weight.REGULAR)

    return draw
