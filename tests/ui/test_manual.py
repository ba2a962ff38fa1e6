"""The manual: F1 opens it at the right place, in the language of the moment, and every place has a chapter."""

import re

import pytest
from PySide6.QtCore import Qt

from reception_desk.resources import documentation
from tests.window import open_window, press
from ui.manual import FILES, about, chapters
from ui.screens import SCREENS
from ui.screens.settings.sections import SECTIONS as SETTINGS
from ui.screens.visit.visit import SECTIONS as VISIT


@pytest.fixture
def frame(qtbot, desk, clock):
    opened = open_window(qtbot, desk, clock)
    yield opened
    opened.gestures.speak("zh")
    opened.window.close()


@pytest.mark.parametrize("language", FILES)
def test_every_screen_has_a_chapter_of_its_own(language):
    told = {place for chapter in chapters(language) for place in chapter.places}

    assert {place.name for place in SCREENS} - told == set()


@pytest.mark.parametrize("language", FILES)
def test_every_section_has_a_chapter_and_every_place_is_one(language):
    sections = {f"visit/{section.name}" for section in VISIT} | {f"settings/{one.name}" for one in SETTINGS}

    told = {place for chapter in chapters(language) for place in chapter.places if "/" in place}

    assert told == sections


def test_both_languages_have_the_same_chapters():
    zh, en = ([chapter.places for chapter in chapters(language)] for language in ("zh", "en"))

    assert zh == en


@pytest.mark.parametrize("language", FILES)
def test_every_picture_of_the_manual_is_there(language):
    text = documentation(FILES[language]).read_text(encoding="utf-8")

    missing = [name for name in re.findall(r"!\[[^]]*]\(([^)]+)\)", text) if not documentation(name).exists()]

    assert missing == []


def test_f1_opens_the_chapter_about_what_is_shown(qtbot, frame):
    frame.go("settings")

    press(qtbot, frame, Qt.Key.Key_F1)

    manual = frame._manual
    assert manual.isVisible()
    assert manual.list.currentRow() == about("settings", chapters("zh"))
    assert manual.page.toPlainText().startswith(chapters("zh")[manual.list.currentRow()].title)
    manual.close()


def test_a_section_without_a_chapter_leads_to_that_of_its_screen():
    told = chapters("en")

    assert about("today/nothing/of/the/kind", told) == about("today", told)


def test_searching_goes_on_to_the_next_chapter_that_has_the_word(qtbot, frame):
    frame.gestures.speak("en")
    frame.open_manual()
    manual = frame._manual
    manual.list.setCurrentRow(0)

    manual._find("how many minutes")

    assert manual.list.currentRow() == about("today", chapters("en"))
    manual.close()
