"""A sheet that comes in from the right with the details of one thing; nothing behind it is blocked."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import SIZE, SPACE, motion_ms, restyle
from ui.widgets.buttons import IconButton
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text


class SideSheet(QFrame):
    """Lies over the right of its parent. `open(title, content)`, `close_sheet()`; Esc closes; `closed` tells.

    The content stays its maker's: it is handed back (without a parent) when other content comes or the sheet closes.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, *, close_words: str = "") -> None:
        super().__init__(parent)
        self._room = parent
        restyle(self, frame="sheet")
        self._title = Text("", "lead")
        self._close = IconButton("close", close_words)
        self._close.clicked.connect(self.close_sheet)
        self._scroll = Scroll()
        self._before: QWidget | None = None
        self._motion = QPropertyAnimation(self, b"pos", self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._build()
        parent.installEventFilter(self)
        self.hide()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.medium, SPACE.medium, SPACE.medium)
        column.setSpacing(SPACE.small)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)

    def set_close_words(self, words: str) -> None:
        """What the closing button is called."""
        self._close.set_words(words)

    def set_title(self, title: str) -> None:
        """The heading of the sheet."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def open(self, title: str, content: QWidget) -> None:
        """Show the content, sliding in unless the system asks for less motion; the focus goes in."""
        coming = not self.isVisible()
        if coming:
            self._before = QApplication.focusWidget()
        if self._scroll.widget() is not content:
            self._scroll.show_content(content)
        self.set_title(title)
        self._place()
        self.show()
        self.raise_()
        if coming and motion_ms():
            self._slide_in()
        self._focus_first(content)

    def close_sheet(self) -> None:
        """Put the sheet away; the focus goes back where it was."""
        if not self.isVisible():
            return
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self.hide()
        self._scroll.takeWidget()
        if inside and self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.closed.emit()

    def _focus_first(self, content: QWidget) -> None:
        inside = [
            w
            for w in content.findChildren(QWidget)
            if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()
        ]
        (inside[0] if inside else self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        room = self._room
        width = min(SIZE.sheet, room.width())
        self.setGeometry(room.width() - width, 0, width, room.height())

    def _slide_in(self) -> None:
        end = self.pos()
        self._motion.stop()
        self._motion.setDuration(motion_ms())
        self._motion.setStartValue(end + QPoint(SPACE.huge, 0))
        self._motion.setEndValue(end)
        self._motion.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the right when the parent changes its size."""
        if watched is self._room and event.type() == QEvent.Type.Resize and self.isVisible():
            self._motion.stop()
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing inside wanted closes the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
            return
        super().keyPressEvent(event)
