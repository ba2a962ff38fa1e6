"""The editors of a fact: text to the eye, a field to the hand. What is half-written is known to their `draft`."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QStyle, QStyleOptionFrame, QWidget

from ui.theme import SIZE, SPACE, restyle, theme
from ui.widgets.draft import Draft


class FactLine(QLineEdit):
    """One line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = Draft(self, self)
        self.prompt_ink = "primary"
        restyle(self, fact="true")
        self.textEdited.connect(self.draft.typed)

    def replace_text(self, text: str) -> None:
        """Write something else, and show its beginning or, to somebody writing, its end."""
        chosen = self.hasFocus() and self.hasSelectedText()
        self.setText(text)
        if chosen:
            self.selectAll()
        elif not self.hasFocus():
            self.setCursorPosition(0)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Tell the draft of half-typed pinyin."""
        self.draft.composing(event)
        super().inputMethodEvent(event)
        self.draft.typed()

    def event(self, event: QEvent) -> bool:
        """Give back shortcuts that are the window's while nothing is half-written."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and (taken := self.draft.overrides(event)) is not None
        ):
            return taken
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the draft take Enter and Esc."""
        if self.draft.takes(event):
            return
        if event.key() == Qt.Key.Key_F2:
            self.deselect()
            self.end(False)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the draft that writing may begin."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason and not self.hasSelectedText():
            self.end(False)
        self.draft.opened.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the draft that the writer has left."""
        super().focusOutEvent(event)
        self.draft.gone(event)
        if not self.hasFocus():
            self.deselect()
            self.setCursorPosition(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """At rest a text too long ends in an ellipsis, and an empty fact shows in colour what can be done."""
        if self.hasFocus() or (self.text() and self._fits()):
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        words = self.text() or ("" if self.isReadOnly() else self.placeholderText())
        painter.setPen(theme().colour(self._ink()))
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self._room().width())
        painter.drawText(self._room(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()

    def _ink(self) -> str:
        if not self.isEnabled():
            return "disabled"
        return "text" if self.text() else self.prompt_ink

    def _room(self) -> QRect:
        margin = SPACE.small + SIZE.ring
        shown = sum(action.isVisible() for action in self.actions())
        return self.rect().adjusted(margin, 0, -margin - shown * (SIZE.icon + SPACE.small), 0)

    def _fits(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) <= self._room().width()


class FactArea(QPlainTextEdit):
    """Several lines, as high as its text; Ctrl+Enter submits, Enter is a new line, Tab goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = Draft(self, self, enter_needs_control=True)
        restyle(self, fact="true")
        self._loading = False
        self._prompt = ""
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Lines break at the width; a closing mark that hangs over would call for a bar that hides a line.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(SPACE.hair / 2)
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        # As high as its text, it has nothing to scroll to; Qt would scroll before the height has followed.
        self.verticalScrollBar().valueChanged.connect(self._stay_at_top)
        self._fit()

    def text(self) -> str:
        """What is written."""
        return self.toPlainText()

    def replace_text(self, text: str) -> None:
        """Write something else."""
        self._loading = True
        self.setPlainText(text)
        self._loading = False
        self._fit()

    def setPlaceholderText(self, prompt: str) -> None:
        """The quiet line of an empty fact; drawn here, in the colour of something to do."""
        self._prompt = prompt
        self.viewport().update()

    def placeholderText(self) -> str:
        """The quiet line of an empty fact."""
        return self._prompt

    def _typed(self) -> None:
        if not self._loading:
            self.draft.typed()

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))
        self.setFixedHeight(max(SIZE.target, lines * self.fontMetrics().lineSpacing() + SPACE.medium))

    def _stay_at_top(self, line: int) -> None:
        if line:
            self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines anew, and Qt does not say so."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Tell the draft of half-typed pinyin."""
        self.draft.composing(event)
        super().inputMethodEvent(event)
        self.draft.typed()

    def event(self, event: QEvent) -> bool:
        """Give back shortcuts that are the window's while nothing is half-written."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and (taken := self.draft.overrides(event)) is not None
        ):
            return taken
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the draft take Enter and Esc."""
        if not self.draft.takes(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the draft that writing may begin."""
        super().focusInEvent(event)
        self.draft.opened.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the draft that the writer has left."""
        super().focusOutEvent(event)
        self.draft.gone(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show in colour what can be done, while there is nothing."""
        super().paintEvent(event)
        if self.text() or self.hasFocus() or self.isReadOnly():
            return
        painter = QPainter(self.viewport())
        painter.setPen(theme().colour("primary"))
        room = self.viewport().rect().adjusted(SPACE.hair // 2, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._prompt)
        painter.end()
