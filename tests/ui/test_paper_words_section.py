"""The words on paper in the settings: written, refused beside their place, taken back."""

import pytest
from PySide6.QtCore import Qt

from reception_desk.i18n import use_language
from tests.desk import NOW, plain_visit
from ui.screens.settings.paper_words import PaperWordsSection

SETTLED = ("People are settled", "en")


@pytest.fixture
def section(qtbot, desk, clock):
    use_language("en")
    section = PaperWordsSection(desk, clock)
    qtbot.addWidget(section)
    section.resize(960, 640)
    section.show()
    section.refresh()
    return section


def write(qtbot, fact, words):
    fact.edit()
    line = fact.focusProxy()
    line.selectAll()
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_words_are_stored_as_they_are_written(qtbot, section, desk):
    write(qtbot, section.cards["D25"].facts[SETTLED], "All people known")

    assert desk.paper_words.in_force() == {"D25": {"en": {SETTLED[0]: "All people known"}}}
    assert section.cards["D25"].back.isEnabled()


def test_words_too_long_are_refused_beside_their_place(qtbot, section, desk):
    fact = section.cards["D25"].facts[SETTLED]
    write(qtbot, fact, "x" * 31)

    assert "30" in fact.refusal()
    assert desk.paper_words.in_force() == {}


def test_a_paper_goes_back_to_the_shipped_words_with_one_press(qtbot, section, desk):
    desk.paper_words.change("D25", *SETTLED, "All people known", NOW)
    section.refresh()
    section.cards["D25"].back.click()

    assert desk.paper_words.in_force() == {}
    assert section.cards["D25"].facts[SETTLED].value() == ""


def test_a_paper_is_seen_with_its_new_words(qtbot, section, desk):
    plain_visit(desk)
    section.cards["D25"].look.click()
    before = section.drawn_with()
    write(qtbot, section.cards["D25"].facts[SETTLED], "All people known")

    assert section.preview.isVisible()
    assert before == {}
    assert section.drawn_with() == {"en": {SETTLED[0]: "All people known"}}
    assert "Preparation sheet" in section.preview.view.accessibleName()
