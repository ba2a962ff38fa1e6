"""What is half-written: when it may be saved, and which keys belong to it; shared by both editors of facts."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence

from ui.theme import SILENCE_MS

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_undo(event: QKeyEvent) -> bool:
    """Whether the key takes back."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Whether the key does again; Ctrl+Y does everywhere, also where the system has another key for it."""
    is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return event.matches(QKeySequence.StandardKey.Redo) or (event.key() == Qt.Key.Key_Y and is_control)


class Writable(Protocol):
    """An editor with a text."""

    def text(self) -> str:
        """What is written."""

    def replace_text(self, text: str) -> None:
        """Write something else."""

    def redo(self) -> None:
        """Write again what was taken back."""


class Draft(QObject):
    """`opened` with the focus, `left` when it goes, `submitted` on Enter, `silent` after 800 ms, `reverted` on Esc.

    While an input method composes (half-typed pinyin) Enter is the input method's and nothing is silent.
    """

    submitted = Signal()
    left = Signal()
    silent = Signal()
    reverted = Signal()
    opened = Signal()

    def __init__(self, editor: Writable, parent: QObject, *, enter_needs_control: bool = False) -> None:
        super().__init__(parent)
        self._editor = editor
        self._enter_needs_control = enter_needs_control
        self._stored = ""
        self._preedit = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SILENCE_MS)
        self._timer.timeout.connect(self.silent)

    def settle(self, stored: str, *, show: bool) -> None:
        """`stored` is what stands stored now; `show` it, or leave what is written."""
        self._stored = stored
        self._timer.stop()
        if show and self._editor.text() != stored:
            self._editor.replace_text(stored)

    def is_dirty(self) -> bool:
        """Whether something is written that is not stored."""
        return self._editor.text() != self._stored

    def is_composing(self) -> bool:
        """Whether an input method holds half-typed pinyin."""
        return bool(self._preedit)

    def is_waiting(self) -> bool:
        """Whether the silence is being measured."""
        return self._timer.isActive()

    def typed(self) -> None:
        """A key changed the text."""
        if self.is_dirty() and not self._preedit:
            self._timer.start()
        else:
            self._timer.stop()

    def composing(self, event: QInputMethodEvent) -> None:
        """To be told before the editor handles the event; `typed` after it."""
        self._preedit = event.preeditString()
        self._timer.stop()

    def revert(self) -> None:
        """Back to what is stored."""
        self.settle(self._stored, show=True)
        self.reverted.emit()

    def overrides(self, event: QEvent) -> bool | None:
        """Who takes a shortcut: Esc and Ctrl+Z are the editor's only while something is half-written."""
        if not isinstance(event, QKeyEvent):
            return None
        if self.is_composing() or (event.key() == Qt.Key.Key_Escape and self.is_dirty()):
            event.accept()
            return True
        if is_undo(event) or is_redo(event):
            event.setAccepted(self.is_dirty())
            return self.is_dirty()
        return None

    def takes(self, event: QKeyEvent) -> bool:
        """Whether the key was the draft's own; what is ignored goes on to the window."""
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.is_composing():
            return key in (*ENTER, Qt.Key.Key_Escape)
        if key in ENTER and (control or not self._enter_needs_control):
            self.submitted.emit()
        elif key == Qt.Key.Key_Escape and self.is_dirty():
            self.revert()
        elif key == Qt.Key.Key_Escape or (not self.is_dirty() and (is_undo(event) or is_redo(event))):
            event.ignore()
        elif is_redo(event):
            self._editor.redo()
        else:
            return False
        return True

    def gone(self, event: QFocusEvent) -> None:
        """The focus went; a menu over the editor is no farewell."""
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._preedit = ""
            self.left.emit()
