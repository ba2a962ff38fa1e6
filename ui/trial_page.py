"""A page that shows whether a printer does what paper needs: edges, greys, colours, small type, rare characters."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter, QPen

from reception_desk.i18n import _
from ui.theme import THEMES, paper_face

RARE: Final = "𠮷 㛃 镕 喆"
DPI: Final = 300
MARGIN_MM: Final = 10
MM: Final = DPI / 25.4
GREYS: Final = 10
COLOURS: Final = ("late", "done", "primary", "soon")


def trial_page(printer: str, moment: str) -> bytes:
    """The page as PDF; `printer` and `moment` are named on it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(DPI)
    writer.setTitle(_("Test page"))
    painter = QPainter(writer)
    _draw(painter, QRectF(0, 0, writer.width(), writer.height()), printer, moment)
    painter.end()
    return bytes(buffer.data().data())


def _draw(painter: QPainter, sheet: QRectF, printer: str, moment: str) -> None:
    frame = sheet.adjusted(MARGIN_MM * MM, MARGIN_MM * MM, -MARGIN_MM * MM, -MARGIN_MM * MM)
    painter.setPen(QPen(QColor("black"), MM / 4))
    painter.drawRect(frame)
    lines = (
        (28, _("Test page")),
        (12, printer or _("The printer of the system")),
        (12, moment),
        (12, _("The frame is 10 mm from each edge; all four sides must be there.")),
        (12, _("Names with rare characters: {names}").format(names=RARE)),
        (8, _("Small type, as at the foot of a paper.")),
        (12, "Łukasz Dvořák · Şükrü · Jürgen Hartmann · ÅÄÖ"),
    )
    top = frame.top() + 12 * MM
    for size, words in lines:
        painter.setFont(paper_face(size))
        height = size * MM * 0.6
        painter.drawText(
            QRectF(frame.left() + 8 * MM, top, frame.width() - 16 * MM, height),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            words,
        )
        top += height + 3 * MM
    width = (frame.width() - 16 * MM) / GREYS
    for step in range(GREYS):
        grey = 255 * step // (GREYS - 1)
        painter.fillRect(
            QRectF(frame.left() + 8 * MM + step * width, top, width, 12 * MM), QColor(grey, grey, grey)
        )
    for step, colour in enumerate(COLOURS):
        painter.fillRect(
            QRectF(frame.left() + 8 * MM + step * 2 * width, top + 16 * MM, 2 * width - MM, 12 * MM),
            THEMES["light"].colour(colour),
        )
