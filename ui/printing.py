"""Paper on the screen, out of the printer and into a file: always the bytes themselves, never drawn anew."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pypdfium2
from PySide6.QtCore import QMarginsF, QRectF, QSaveFile, QSizeF, QStandardPaths, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

POINTS_PER_INCH: Final = 72
PRINT_DPI: Final = 300
METRES_PER_INCH: Final = 0.0254
_pdfium = threading.RLock()  # PDFium serves one thread at a time


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def page_sizes(pdf: bytes) -> list[QSizeF]:
    """The size of every page, in points."""
    with _opened(pdf) as document:
        return [QSizeF(*document.get_page_size(number)) for number in range(len(document))]


def page_picture(pdf: bytes, page: int, dpi: float) -> QImage:
    """One page, the first is 0, as a picture."""
    with _opened(pdf) as document:
        sheet = document[page]
        bitmap = sheet.render(scale=dpi / POINTS_PER_INCH, prefer_bgrx=True, maybe_alpha=False)
        # The picture must own its pixels: the bitmap's are freed with it.
        picture = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()
        bitmap.close()
        sheet.close()
    for set_density in (picture.setDotsPerMeterX, picture.setDotsPerMeterY):
        set_density(round(dpi / METRES_PER_INCH))
    return picture


def has_printer() -> bool:
    """Whether this computer knows a printer; a QPrinter says it is valid even without one."""
    return bool(QPrinterInfo.availablePrinters())


def printer_for(pdf: bytes) -> QPrinter:
    """A printer set to the paper and the side of the first page, without margins of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(PRINT_DPI)
    size = page_sizes(pdf)[0]
    upright = size if size.width() <= size.height() else size.transposed()
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    side = QPageLayout.Orientation.Portrait if upright == size else QPageLayout.Orientation.Landscape
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(paper, side, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point, QMarginsF(0, 0, 0, 0))
    )
    printer.setFullPage(True)
    return printer


def printer_names() -> list[str]:
    """The printers that this computer knows."""
    return [info.printerName() for info in QPrinterInfo.availablePrinters()]


def ask_for_printer(
    pdf: bytes, title: str, parent: QWidget, copies: int = 1, printer_name: str = ""
) -> QPrinter | None:
    """Let the system's own dialog choose printer, copies and pages; nothing if it is called off.

    `printer_name` is proposed where it is still there.
    """
    if not has_printer():
        raise ReceptionError(
            _("No printer is set up on this computer. Save the paper as a PDF, or set up a printer first.")
        )
    printer = printer_for(pdf)
    if printer_name in printer_names():
        printer.setPrinterName(printer_name)
    printer.setDocName(title)
    printer.setCopyCount(copies)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, len(page_sizes(pdf)))
    return printer if dialog.exec() else None


def printer_like(chosen: QPrinter, pdf: bytes, title: str, copies: int, printer_name: str = "") -> QPrinter:
    """The printer that was chosen, or the one named, set to the paper and the side of another document."""
    printer = printer_for(pdf)
    if printer_name in printer_names():
        printer.setPrinterName(printer_name)
        printer.setDocName(title)
        printer.setCopyCount(copies)
        return printer
    printer.setPrinterName(chosen.printerName())
    printer.setOutputFormat(chosen.outputFormat())
    printer.setColorMode(chosen.colorMode())
    printer.setDuplex(chosen.duplex())
    printer.setDocName(title)
    printer.setCopyCount(copies)
    if file := chosen.outputFileName():
        printer.setOutputFileName(str(Path(file).with_name(f"{title}.pdf")))
    return printer


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Print every page asked for, as large as the paper of the printer allows, and as often as asked for."""
    pages = _pages_asked(pdf, printer)
    times = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise ReceptionError(_("The printer does not answer. Nothing was printed."))
    try:
        for place, page in enumerate(pages * times):
            if place and not printer.newPage():
                raise ReceptionError(_("The printer stopped before the last page."))
            picture = page_picture(pdf, page, min(printer.resolution(), PRINT_DPI))
            painter.drawImage(
                _place(picture, QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))), picture
            )
    finally:
        painter.end()


def _pages_asked(pdf: bytes, printer: QPrinter) -> list[int]:
    count = len(page_sizes(pdf))
    first, last = printer.fromPage() or 1, printer.toPage() or count
    pages = list(range(first - 1, min(last, count)))
    return pages[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else pages


def _place(picture: QImage, sheet: QRectF) -> QRectF:
    """The middle of the sheet, in the picture's proportions; untouched where it fits to a pixel or two."""
    size = QSizeF(picture.size()).scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(sheet.center())
    return place


def ask_where_to_save(file_name: str, parent: QWidget) -> Path | None:
    """Let the system's own dialog choose a file; nothing if it is called off."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _filter = QFileDialog.getSaveFileName(
        parent, _("Save as PDF"), str(Path(folder) / file_name), _("PDF files (*.pdf)")
    )
    if not chosen:
        return None
    return Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf")


def ask_for_folder(parent: QWidget) -> Path | None:
    """Let the system's own dialog choose a folder; nothing if it is called off."""
    start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen = QFileDialog.getExistingDirectory(parent, _("Save the papers in"), start)
    return Path(chosen) if chosen else None


def save_pdf(pdf: bytes, file: Path) -> None:
    """Write the file whole, or leave what was there."""
    target = QSaveFile(str(file))
    if not (
        target.open(QSaveFile.OpenModeFlag.WriteOnly) and target.write(pdf) == len(pdf) and target.commit()
    ):
        raise ReceptionError(
            _("{file} cannot be written: {reason}").format(file=file, reason=target.errorString())
        )
