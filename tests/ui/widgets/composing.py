"""An input method, as Qt hears it."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def compose(widget, letters):
    """Half-typed pinyin stands at the caret."""
    QApplication.sendEvent(widget, QInputMethodEvent(letters, []))


def commit(widget, words):
    """The input method gives the words and is done."""
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def type_text(widget, text):
    """Type what a keyboard has, and let an input method give the rest."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(widget, letter)
        else:
            commit(widget, letter)
