"""Spin boxes that look like the other fields, and that the wheel does not change in passing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateTimeEdit,
    QListView,
    QSpinBox,
    QStyledItemDelegate,
    QWidget,
)

from ui.theme import SPACE


def _settle(field: QAbstractSpinBox, name: str) -> None:
    """Qt's style sheets forget the left padding of a spin box: its line keeps it."""
    field.setAccessibleName(name)
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.lineEdit().setTextMargins(SPACE.small, 0, 0, 0)


class NumberField(QSpinBox):
    """A whole number with arrows; for small numbers that are tried out, such as a size."""

    def __init__(
        self, name: str = "", least: int = 0, most: int = 9999, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        _settle(self, name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the number only while it is being written; else the page scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class MomentField(QDateTimeEdit):
    """A date and time in fixed places; facts use `MomentFact`, which is written freely."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("yyyy-MM-dd HH:mm")
        _settle(self, name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the time only while it is being written; else the page scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(QComboBox):
    """A drop-down of a few words."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setView(QListView())
        self.view().setItemDelegate(QStyledItemDelegate(self))  # Qt's own does not ask the style sheet

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a choice is never changed in passing."""
        event.ignore()
