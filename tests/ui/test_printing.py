"""Printing: what comes out of the printer are the bytes that were seen."""

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from reception_desk.documents.placard import Placard
from reception_desk.documents.preparation_sheet import PreparationSheet
from reception_desk.domain.edition import Choice
from reception_desk.errors import ReceptionError
from tests.documents.paper_facts import HOUSE, facts_of, sample_visit, stamp_of
from ui.printing import ask_for_printer, page_picture, page_sizes, print_pdf, printer_for, save_pdf

PLACARD, SHEET = Placard(), PreparationSheet()


def drawn(hand_out, paper="A4"):
    facts, choice = facts_of(sample_visit()), Choice(paper=paper)
    return hand_out.draw(hand_out.content(facts, choice), choice, HOUSE, stamp_of(), {})


def printed(pdf, file, copies=1, pages=(0, 0)):
    """What a printer that writes a PDF makes of it."""
    printer = printer_for(pdf)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setCopyCount(copies)
    printer.setFromTo(*pages)
    print_pdf(pdf, printer)
    return file.read_bytes()


def grey(pdf, page=0):
    picture = page_picture(pdf, page, 100)
    return Image.frombuffer("RGBA", (picture.width(), picture.height()), bytes(picture.constBits())).convert(
        "L"
    )


def edges(picture):
    return picture.point(lambda level: 255 if level < 160 else 0).getbbox()


@pytest.mark.parametrize(("paper", "size"), [("A4", (842, 595)), ("A3", (1191, 842)), ("A5", (595, 420))])
def test_a_placard_keeps_its_size_and_side(qapp, tmp_path, paper, size):
    pdf = drawn(PLACARD, paper)
    out = printed(pdf, tmp_path / "out.pdf")
    for sizes in (page_sizes(pdf), page_sizes(out)):
        assert [(round(s.width()), round(s.height())) for s in sizes] == [pytest.approx(size, abs=1)]


def test_every_page_is_printed_where_it_was_seen(qapp, tmp_path):
    pdf = drawn(SHEET)
    out = printed(pdf, tmp_path / "out.pdf")
    assert len(page_sizes(out)) == len(page_sizes(pdf)) > 1
    for page in range(len(page_sizes(pdf))):
        seen, came = grey(pdf, page), grey(out, page)
        assert edges(seen) == pytest.approx(edges(came), abs=2)
        soft = [picture.resize(seen.size).filter(ImageFilter.GaussianBlur(2)) for picture in (seen, came)]
        [difference] = ImageStat.Stat(ImageChops.difference(*soft)).mean
        assert difference < 4


def test_only_the_pages_asked_for_are_printed(qapp, tmp_path):
    pdf = drawn(SHEET)
    out = printed(pdf, tmp_path / "out.pdf", pages=(2, 2))
    assert len(page_sizes(out)) == 1


def test_a_picture_owns_its_pixels_and_knows_its_density(qapp):
    pdf = drawn(PLACARD)
    picture = page_picture(pdf, 0, 96)
    assert (picture.width(), picture.height()) == (1123, 794)
    assert round(picture.dotsPerMeterX() * 0.0254) == 96
    del pdf
    assert picture.pixelColor(2, 2).name() == "#ffffff"


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_cannot_begin_is_told_in_a_sentence(qapp, tmp_path):
    pdf = drawn(PLACARD)
    printer = printer_for(pdf)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "out.pdf"))
    with pytest.raises(ReceptionError):
        print_pdf(pdf, printer)


def test_a_computer_without_a_printer_is_told_in_a_sentence(qtbot):
    if QPrinterInfo.availablePrinters():
        pytest.skip("this computer has a printer")
    parent = QWidget()
    qtbot.addWidget(parent)
    with pytest.raises(ReceptionError, match="没有安装打印机"):
        ask_for_printer(drawn(PLACARD), "D5", parent)


def test_a_paper_is_saved_byte_for_byte(qapp, tmp_path):
    pdf = drawn(PLACARD)
    save_pdf(pdf, tmp_path / "接机牌 顾翀.pdf")
    assert (tmp_path / "接机牌 顾翀.pdf").read_bytes() == pdf


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(qapp, tmp_path):
    with pytest.raises(ReceptionError, match="no such folder"):
        save_pdf(b"%PDF", tmp_path / "no such folder" / "x.pdf")


def test_the_printer_has_no_margins_of_its_own(qapp):
    layout = printer_for(drawn(SHEET)).pageLayout()
    assert layout.orientation() is QPageLayout.Orientation.Portrait
    assert layout.pageSize().id() == QPageSize.PageSizeId.A4
    assert layout.paintRectPoints() == layout.fullRectPoints()
