import pypdfium2
import pytest
from PIL import ImageStat
from reportlab.pdfgen.canvas import Canvas

from reception_desk.documents.fonts import Weight, font_for, ink, runs
from reception_desk.documents.house_style import line_of_text
from tests.documents.paper_facts import bare, pages_of


def printed(text, weight=Weight.REGULAR):
    canvas = Canvas("", pagesize=(600, 200), invariant=1)
    line_of_text(canvas, 20, 80, text, 24, weight)
    return canvas.getpdfdata()


@pytest.mark.parametrize("weight", Weight)
@pytest.mark.parametrize(
    "name", ["顾翀", "欧阳喆", "单镕", "䶮㛃", "王𬭊𬸦", "Lefèvre", "Łukasz Dvořák", "𱁬", "𠮷田"]
)
def test_a_name_is_copied_out_of_the_pdf_as_it_was_written(name, weight):
    assert bare(pages_of(printed(name, weight))[0]) == bare(name)


def test_more_characters_than_one_subset_holds_are_all_found_again():
    text = "".join(chr(0x4E00 + number) for number in range(300)) + "𬭊𬸦"
    canvas = Canvas("", pagesize=(5000, 200), invariant=1)
    line_of_text(canvas, 20, 80, text, 12, Weight.REGULAR)
    assert bare(pages_of(canvas.getpdfdata())[0]) == text


def test_each_character_comes_from_the_first_font_that_has_it():
    rare = next(c for c in map(chr, range(0x20000, 0x2A6D6)) if font_for(c, Weight.BOLD) == "DeskHan")
    assert list(runs(f"王{rare}明", Weight.BOLD)) == [
        ("DeskBold", "王"),
        ("DeskHan", rare),
        ("DeskBold", "明"),
    ]


def test_a_western_name_is_in_one_face():
    assert list(runs("Dvořák 先生", Weight.BOLD)) == [("DeskWesternBold", "Dvořák"), ("DeskBold", " 先生")]
    assert list(runs("Lefèvre", Weight.BOLD)) == [("DeskBold", "Lefèvre")]


def test_a_character_that_no_font_has_stands_as_the_printers_mark():
    assert list(runs("王😀", Weight.REGULAR)) == [("Desk", "王〓")]


def test_the_ink_of_a_text_is_known():
    low, high = ink("国", Weight.BOLD)
    assert -0.15 < low < 0
    assert 0.8 < high < 0.95


def test_a_rare_character_among_bold_ones_is_as_black_as_they_are():
    def blackness(text):
        document = pypdfium2.PdfDocument(printed(text, Weight.BOLD))
        try:
            picture = document[0].render(scale=4).to_pil().convert("L")
        finally:
            document.close()
        return 255 - ImageStat.Stat(picture).mean[0]

    assert blackness("𠮷") > 0.7 * blackness("吉")
