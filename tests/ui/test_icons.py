"""The icons: all there, all drawn, always in the colour of the moment."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from tests.ui.looking import colours, shown
from ui.icons import IconLabel, icon, icon_names
from ui.theme import THEMES, apply_theme
from ui.widgets.buttons import Button

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
WANTED = (
    "today", "visits", "calendar", "sign", "settings", "search", "add", "print", "save", "pdf", "undo", "redo", "check",
    "check-circle", "circle", "clock", "warning", "error", "person", "group", "star", "phone", "train", "flight", "car",
    "hotel", "restaurant", "meeting", "gift", "tour", "back", "chevron-right", "chevron-down", "more", "close", "edit",
    "delete", "copy", "upload", "translate", "dark", "light", "backup", "folder", "refresh", "show", "play", "pause",
    "stop", "info", "note", "history", "badge", "door",
)  # fmt: skip


def ink(drawn):
    image = drawn.toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.fixture(autouse=True)
def _light(qapp):
    apply_theme(qapp, "light")
    yield
    apply_theme(qapp, "light")


def test_all_that_the_program_speaks_of_has_a_picture(qapp):
    assert set(WANTED) <= set(icon_names())


@pytest.mark.parametrize("name", sorted(path.stem for path in ICONS.glob("*.svg")))
def test_an_icon_is_drawn_in_the_colour_of_the_text(qapp, name):
    assert ink(icon(name).pixmap(QSize(40, 40))) == {THEMES["light"].text}


def test_an_icon_of_another_role_has_its_colour(qapp):
    assert ink(icon("warning", "late").pixmap(QSize(40, 40))) == {THEMES["light"].late}


def test_a_disabled_icon_is_drawn_like_disabled_words(qapp):
    assert ink(icon("print").pixmap(QSize(40, 40), QIcon.Mode.Disabled)) == {THEMES["light"].disabled}


def test_an_icon_made_before_follows_the_theme(qapp):
    made = icon("print")
    apply_theme(qapp, "dark")
    assert ink(made.pixmap(QSize(40, 40))) == {THEMES["dark"].text}


def test_a_shown_button_follows_the_theme(qapp, qtbot):
    label = shown(qtbot, IconLabel("star", "primary", 40))
    before = set(colours(label.grab().toImage(), None))
    apply_theme(qapp, "dark")
    qapp.processEvents()
    after = set(colours(label.grab().toImage(), None))
    assert THEMES["light"].primary in before
    assert THEMES["dark"].primary in after


def test_a_name_that_is_not_there_is_an_error_at_once(qapp):
    with pytest.raises(FileNotFoundError):
        icon("no-such-thing")


def test_an_icon_outlives_its_maker(qapp, qtbot):
    buttons = [Button("打印", icon_name="print") for _ in range(50)]
    for button in buttons:
        qtbot.addWidget(button)
    gc.collect()
    assert all(ink(button.icon().pixmap(QSize(40, 40))) for button in buttons)


def test_a_picture_before_words_keeps_a_distance(qapp):
    image = icon("print").pixmap(QSize(44, 40)).toImage()
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(40, 44) for y in range(40))


def test_the_licence_of_the_drawings_lies_beside_them():
    assert "Apache License" in (ICONS / "LICENSE-material-symbols.txt").read_text(encoding="utf-8")
