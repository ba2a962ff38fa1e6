"""A template as the text that it is: for those who would rather write it; refused with line and reason."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.template import TemplateKind
from reception_desk.domain.template_table import TemplateRefusalError
from reception_desk.i18n import _
from ui.clock import Clock
from ui.theme import SPACE, fixed_face, theme
from ui.widgets.buttons import Button
from ui.widgets.text import Text


class TextPage(QWidget):
    """The text in force in an editor; `Save` makes a version, what is half-written stays until then.

    Signals:
        changed(): a version was saved.
        refused(sentence): it was refused; the sentence stands below the text too.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock, kind: TemplateKind) -> None:
        super().__init__()
        self._desk, self._clock, self._kind = desk, clock, kind
        self.editor = NumberedText()
        self.refusal = Text("", "refusal", wrap=True)
        self.save_button, self.revert_button = Button("", icon_name="save"), Button("", kind="flat")
        self._keys = Text("", "muted")
        self._stored = ""
        self.save_button.clicked.connect(self.save)
        self.revert_button.clicked.connect(self.revert)
        self.editor.save_wanted.connect(self.save)
        self.editor.textChanged.connect(self._show_state)
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addWidget(self.revert_button)
        row.addWidget(self._keys)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addWidget(self.editor, 1)
        column.addWidget(self.refusal)
        column.addLayout(row)
        self.refusal.hide()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.editor.setAccessibleName(_("Text of the template"))
        self.save_button.setText(_("Save as a new version"))
        self.revert_button.setText(_("Discard"))
        self._keys.setText(_("Ctrl+S saves"))

    def is_dirty(self) -> bool:
        """Whether something is written that is in no version."""
        return self.editor.toPlainText() != self._stored

    def refresh(self) -> None:
        """Show the text in force, unless somebody is writing another."""
        text = self._desk.templates.text(self._kind)
        if text == self._stored:
            return
        dirty, self._stored = self.is_dirty(), text
        if not dirty:
            self.revert()
        self._show_state()

    def revert(self) -> None:
        """Give up what is half-written."""
        self.editor.setPlainText(self._stored)
        self._refuse("", None)

    def save(self) -> None:
        """Make a version of what is written; a wrong one is refused, and the cursor goes to the line."""
        try:
            self._desk.templates.save(self._kind, self.editor.toPlainText(), self._clock())
        except TemplateRefusalError as refusal:
            self._refuse(str(refusal), refusal.line)
            return
        self._refuse("", None)
        self._stored = self._desk.templates.text(self._kind)
        self.revert()
        self.changed.emit()

    def _refuse(self, sentence: str, line: int | None) -> None:
        words = _("{refusal} Nothing was saved.").format(refusal=sentence) if sentence else ""
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))
        self.editor.mark_line(line)
        if words:
            self.refused.emit(words)

    def _show_state(self) -> None:
        dirty = self.is_dirty()
        self.save_button.setEnabled(dirty)
        self.revert_button.setVisible(dirty)


class NumberedText(QPlainTextEdit):
    """A text with the numbers of its lines at the left.

    Signals:
        save_wanted(): Ctrl+S.
    """

    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(fixed_face())
        self._numbers = _Numbers(self)
        self.blockCountChanged.connect(lambda _count: self._make_room())
        self.updateRequest.connect(self._scroll_numbers)
        self._make_room()

    def mark_line(self, line: int | None) -> None:
        """Go to a line, counted from 1, and mark it; None takes the mark off."""
        if line is None:
            self.setExtraSelections([])
            return
        cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        self.setTextCursor(cursor)
        self.centerCursor()
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format.setBackground(theme().colour("late_soft"))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.setExtraSelections([mark])
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def numbers_width(self) -> int:
        """How much room the numbers need."""
        return (
            self.fontMetrics().horizontalAdvance("0" * max(len(str(self.blockCount())), 2)) + 2 * SPACE.small
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_S and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.save_wanted.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        area = self.contentsRect()
        self._numbers.setGeometry(area.left(), area.top(), self.numbers_width(), area.height())

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines in sight."""
        painter = QPainter(self._numbers)
        painter.fillRect(event.rect(), theme().colour("ground"))
        painter.setPen(theme().colour("muted"))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= event.rect().bottom():
            height = self.blockBoundingRect(block).height()
            area = QRect(0, round(top), self._numbers.width() - SPACE.small, round(height))
            painter.drawText(area, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            top += height
            block = block.next()
        painter.end()

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    def _scroll_numbers(self, area: QRect, by: int) -> None:
        if by:
            self._numbers.scroll(0, by)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())


class _Numbers(QWidget):
    """The room at the left."""

    def __init__(self, owner: NumberedText) -> None:
        super().__init__(owner)
        self._owner = owner
        self.setFont(owner.font())

    def sizeHint(self) -> QSize:
        return QSize(self._owner.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._owner.paint_numbers(event)
