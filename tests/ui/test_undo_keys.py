"""Ctrl+Z and Ctrl+Y: the text's own while something is half-written, the desk's step otherwise."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from tests.ui.looking import shown
from ui.application import the_application
from ui.undo_guard import UndoGuard
from ui.widgets.fact import TextFact
from ui.widgets.search_field import SearchField

CONTROL = Qt.KeyboardModifier.ControlModifier


class Window(QWidget):
    """A fact, a search line and a bare editor, and the keys of the frame."""

    def __init__(self):
        super().__init__()
        self.steps: list[str] = []
        self.fact, self.search, self.note = TextFact("Purpose"), SearchField("Search"), QPlainTextEdit()
        column = QVBoxLayout(self)
        for widget in (self.fact, self.search, self.note):
            column.addWidget(widget)
        for key in ("Ctrl+Z", "Ctrl+Y"):
            QShortcut(QKeySequence(key), self).activated.connect(lambda key=key: self.steps.append(key))


@pytest.fixture
def window(qtbot):
    guard = UndoGuard(the_application())
    made = shown(qtbot, Window(), 400, 300)
    made.activateWindow()
    yield made
    QApplication.instance().focusChanged.disconnect(guard._on_focus)
    guard.deleteLater()


def press(qtbot, editor, *keys):
    editor.setFocus()
    for key in keys:
        qtbot.keyClick(editor, key, CONTROL)


def test_half_written_text_is_taken_back_before_any_step(qtbot, window):
    line = window.fact._line
    line.setFocus()
    qtbot.keyClicks(line, "abc")

    press(qtbot, line, Qt.Key.Key_Z)
    assert (line.text(), window.steps) == ("", [])

    press(qtbot, line, Qt.Key.Key_Z)
    assert window.steps == ["Ctrl+Z"]


def test_half_written_text_comes_again_and_no_step_with_it(qtbot, window):
    line = window.fact._line
    window.fact.set_value("abc")
    line.setFocus()
    qtbot.keyClicks(line, "d")
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(line, "e")

    press(qtbot, line, Qt.Key.Key_Y)

    assert (line.text(), window.steps) == ("abce", [])


def test_what_is_stored_leaves_both_keys_to_the_desk(qtbot, window):
    window.fact.set_value("abc")

    press(qtbot, window.fact._line, Qt.Key.Key_Z, Qt.Key.Key_Y)

    assert window.steps == ["Ctrl+Z", "Ctrl+Y"]


@pytest.mark.parametrize("name", ["search", "note"])
def test_an_editor_with_nothing_to_take_back_leaves_the_keys_to_the_desk(qtbot, window, name):
    press(qtbot, getattr(window, name), Qt.Key.Key_Z, Qt.Key.Key_Y)

    assert window.steps == ["Ctrl+Z", "Ctrl+Y"]


@pytest.mark.parametrize("name", ["search", "note"])
def test_an_editor_takes_its_own_text_back_first(qtbot, window, name):
    editor = getattr(window, name)
    editor.setFocus()
    qtbot.keyClicks(editor, "abc")

    press(qtbot, editor, Qt.Key.Key_Z)

    assert window.steps == []
