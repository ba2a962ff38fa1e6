"""Ctrl+Z in a line of text is the text's while it has something to take back, and the desk's afterwards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ui.widgets.draft import is_redo, is_undo


class UndoGuard(QObject):
    """Watches the editor that has the focus: what it cannot take back itself is left to the window."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        # An editor of facts knows itself when its text is stored: from then on the step is undone, not the text.
        if isinstance(now, (QLineEdit, QPlainTextEdit, QTextEdit)) and not hasattr(now, "draft"):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not (is_undo(event) or is_redo(event)):
            return False
        undo, redo = _has_to_undo(watched)
        if undo if is_undo(event) else redo:
            event.accept()
        else:
            event.ignore()
        return True


def _has_to_undo(editor: QObject) -> tuple[bool, bool]:
    """Whether an editor can take something back, and whether it can do something again."""
    if isinstance(editor, QLineEdit):
        return editor.isUndoAvailable(), editor.isRedoAvailable()
    if isinstance(editor, (QPlainTextEdit, QTextEdit)):
        document = editor.document()
        return document.isUndoAvailable(), document.isRedoAvailable()
    return False, False
