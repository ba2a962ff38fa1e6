"""While an input method composes, a key belongs to it: no shortcut of ours may take it (ux 4)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


class ComposingGuard(QObject):
    """Watches the widget that has the focus, and keeps shortcuts from it while half-typed pinyin stands in it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._is_composing = False
        app.focusChanged.connect(self._on_focus)

    def is_composing(self) -> bool:
        """Whether half-typed text stands in the widget with the focus."""
        return self._is_composing

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        self._is_composing = False
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._is_composing = bool(event.preeditString())
        elif event.type() == QEvent.Type.ShortcutOverride and self._is_composing:
            event.accept()
            return True
        return False
