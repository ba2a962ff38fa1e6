"""A search line: finds while one types, but never on half-typed pinyin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.icons import icon


class SearchField(QLineEdit):
    """`searched(text)` for committed text only; `entered` on Enter; `moved_down` on Down, for a list to take over."""

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
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
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
        """Keep half-typed pinyin from being searched."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        self._changed()

    def event(self, event: QEvent) -> bool:
        """Esc is the line's own while there is something to clear."""
        if isinstance(event, QKeyEvent) and self._is_own_escape(event):
            event.accept()
            return True
        return super().event(event)

    def _is_own_escape(self, event: QKeyEvent) -> bool:
        asks = event.type() == QEvent.Type.ShortcutOverride
        return asks and event.key() == Qt.Key.Key_Escape and bool(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Down and Esc mean something here; the rest is text."""
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
