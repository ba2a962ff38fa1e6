"""Screens of the visit on the sample desk, shown and in front."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.ui.sample_desk import now
from ui.screens.visit.visit import VisitScreen
from ui.screens.visits import VisitsScreen


def in_front(qtbot, widget, width=1310, height=678):
    """The widget in a window that has the keyboard."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow, timeout=5000)
    return widget


def visits_screen(qtbot, desk):
    """The list of visits."""
    return in_front(qtbot, VisitsScreen(desk, now))


def visit_screen(qtbot, desk, visit_id, place=""):
    """One visit, perhaps at a section."""
    screen = in_front(qtbot, VisitScreen(desk, now))
    screen.show_visit(visit_id, place)
    return screen


def write(widget, text):
    """Write as an input method does: the text comes in one piece."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)
