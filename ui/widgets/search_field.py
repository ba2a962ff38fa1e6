"""A search line: finds while one types, but never on half-typed pinyin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.icons import icon


class SearchField(QLineEdit):
    """`searched(text)` for committed text only; `entered` on Enter, `moved_down` on Down, so that a list can take over."""

    searched = Signal(str)
    entered = Signal()
    moved_down = Signal()

    def __init__(self, prompt: str = "", *, clear_words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preedit = ""
        self._last = ""
        self.setProperty("search", "true")
        self.addAction(QAction(icon("search", "muted"), "", self), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(icon("close", "muted"), "", self)
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._changed)
        self.set_prompt(prompt, clear_words)

    def set_prompt(self, prompt: str, clear_words: str = "") -> None:
        """The words in the empty line, and those of the button that empties it."""
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        self._clear.setToolTip(clear_words)
        self._clear.setText(clear_words)

    def sizeHint(self) -> QSize:
        """Wide enough for a company's name."""
        return super().sizeHint().expandedTo(QSize(280, 0))

    def _changed(self) -> None:
        self._clear.setVisible(bool(self.text()))
        text = self.text().strip()
        if not self._preedit and text != self._last:
            self._last = text
            self.searched.emit(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        self._changed()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.text():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._preedit:
                self.entered.emit()
        elif key == Qt.Key.Key_Down:
            self.moved_down.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
