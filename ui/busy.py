"""The hourglass over work that takes longer than half a second."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication


@contextmanager
def busy(*, is_long: bool = True) -> Iterator[None]:
    """Show it as long as the work runs; short work shows none."""
    if is_long:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        if is_long:
            QGuiApplication.restoreOverrideCursor()
