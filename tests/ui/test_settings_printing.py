"""Printers and fonts in the settings: preferences of this desk, used where paper is printed."""

import pytest
from PySide6.QtCore import Qt

from tests.desk import NOW, plain_visit
from ui import printing
from ui.last_look import LastLook, read_last_look, remember_look, scale_of
from ui.printing import page_sizes
from ui.screens.settings import printers as printers_module
from ui.screens.settings.fonts import Fonts
from ui.screens.settings.printers import Printers


@pytest.fixture
def with_printers(monkeypatch):
    """A computer with two printers; none of them is ever printed on."""
    names = ["Lobby", "Office A3"]
    for module in (printing, printers_module):
        monkeypatch.setattr(module, "printer_names", lambda: names)
    return names


@pytest.fixture
def card(qtbot, desk, clock):
    """The printers alone."""

    def make(kind=Printers):
        made = kind(desk, clock)
        qtbot.addWidget(made)
        made.show_settings(desk.company.settings())
        made.show()
        return made

    return make


def _choose(field, value):
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def test_without_a_printer_it_says_so_and_pdf_is_offered(card, monkeypatch):
    monkeypatch.setattr(printers_module, "printer_names", list)

    made = card()

    assert made.empty.isVisible()
    assert made.save_page.isVisible()
    assert not made.try_out.isVisible()


def test_the_usual_printer_is_kept_and_is_no_step_to_undo(card, desk, with_printers):
    before = desk.history.newest()

    _choose(card().usual, "Office A3")

    assert desk.company.settings().habit("D5").printer == "Office A3"
    assert desk.history.newest() == before


def test_a_paper_has_a_printer_copies_and_a_sheet_of_its_own(qtbot, card, desk, with_printers):
    made = card()
    _choose(made.usual, "Lobby")
    _choose(made.rows["D5"].printer, "Office A3")
    _choose(made.rows["D5"].sheet, "A3")
    made.rows["D5"].copies.setValue(3)
    qtbot.keyClick(made.rows["D5"].copies, Qt.Key.Key_Return)

    habit = desk.company.settings().habit("D5")
    assert (habit.printer, habit.copies, habit.paper) == ("Office A3", 3, "A3")
    assert desk.company.settings().habit("D4").printer == "Lobby"


def test_the_papers_of_a_visit_are_made_so(desk):
    visit_id = plain_visit(desk)
    desk.company.change(NOW, printing={"D5": {"copies": 3, "paper": "A3"}, "D4": {"paper": "A0"}})

    lines = {line.hand_out.number: line for line in desk.papers.lines(visit_id, NOW)}

    assert (lines["D5"].copies, lines["D5"].choice.paper) == (3, "A3")
    assert lines["D4"].choice.paper == "A4"


def test_a_printer_that_is_gone_stays_chosen_and_is_said_to_be_missing(card, desk, with_printers):
    desk.company.change(NOW, printing={"": {"printer": "Old one"}})

    made = card()

    assert made.usual.currentData() == "Old one"
    assert "Old one" in made.usual.currentText()
    assert made.usual.currentText() != "Old one"


def test_the_test_page_is_one_sheet_of_a4(card):
    (size,) = page_sizes(card().page())

    assert (round(size.width()), round(size.height())) == (595, 842)


def test_the_size_of_the_screen_is_kept_for_the_next_start(card, desk):
    remember_look(desk.folder, LastLook(language="en"))
    made = card(Fonts)

    made.scale.changed.emit(125)

    assert scale_of(desk.folder) == 125
    assert read_last_look(desk.folder).language == "en"


def test_a_size_that_makes_no_sense_is_100(desk):
    remember_look(desk.folder, LastLook(scale="9000"))

    assert scale_of(desk.folder) == 100
