"""All widgets together: none without a name, none of them cut, none forgotten."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollBar, QWidget

from tests.ui.looking import shown
from tools.gallery import Gallery


@pytest.fixture(params=[(1366, 768), (1920, 1080)], ids=["small", "large"])
def gallery(request, qtbot):
    """The gallery on a small and on a large screen."""
    return shown(qtbot, Gallery(), *request.param)


OURS = ("ui.",)


def test_everything_that_takes_the_keyboard_has_a_name(gallery):
    nameless = [
        type(widget).__name__
        for widget in gallery.findChildren(QWidget)
        if type(widget).__module__.startswith(OURS)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_no_words_are_cut(gallery):
    cut = [
        widget.text()
        for widget in gallery.findChildren(QWidget)
        if isinstance(widget, (QLabel, QAbstractButton))
        and widget.isVisible()
        and widget.text()
        and widget.width() < min(widget.sizeHint().width(), widget.minimumSizeHint().width())
    ]
    assert cut == []


def test_what_is_pressed_is_large_enough(gallery):
    small = [
        (type(widget).__name__, widget.size().toTuple())
        for widget in gallery.page.findChildren(QAbstractButton)
        if widget.isVisible() and type(widget).__module__.startswith(OURS) and widget.height() < 30
    ]
    assert small == []


def test_the_page_needs_no_sideways_scrolling(gallery):
    assert not any(
        bar.isVisible() and bar.orientation() is Qt.Orientation.Horizontal
        for bar in gallery.findChildren(QScrollBar)
    )
