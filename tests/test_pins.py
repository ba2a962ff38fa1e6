"""Why the pins are where they are: a pin goes when its test passes without it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QTableView, QWidget


class _Blank(QAbstractTableModel):
    """200 x 20 cells that answer None to every role."""

    def rowCount(self, parent=QModelIndex()):  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 200

    def columnCount(self, parent=QModelIndex()):  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 20

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return None


def test_a_qt_call_that_returns_nothing_leaves_the_references_to_none_alone(qapp):
    """PySide6 6.12.0 on CPython 3.11 drops one per call until the interpreter dies."""
    widget = QWidget()
    widget.setWindowTitle("1")
    before = sys.getrefcount(None)
    for number in range(500):
        widget.setWindowTitle(str(number))
        widget.update()
    assert sys.getrefcount(None) > before - 50


def test_a_model_that_returns_none_leaves_the_references_to_none_alone(qtbot):
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(_Blank())
    view.resize(1000, 700)
    view.render(QPixmap(view.size()))
    before = sys.getrefcount(None)
    for _ in range(50):
        view.render(QPixmap(view.size()))
    assert sys.getrefcount(None) > before - 50
