"""The real window on a real desk, as a test and a receptionist use it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.application import QtWords, the_application
from ui.main_window import MainWindow
from ui.screens import SCREENS


def open_window(qtbot, desk, clock):
    """The window, shown and in front, with all its screens; its frame."""
    qt_words = QtWords(the_application())
    qt_words.follow()
    window = MainWindow(clock)
    window.language_changed.connect(qt_words.follow)
    qtbot.addWidget(window)
    frame = window.take_desk(desk, SCREENS)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    return frame


def press(qtbot, frame, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key where the focus is."""
    qtbot.keyClick(frame.window.focusWidget() or frame.window, key, modifier)
