"""A paper on the screen: the pages of a PDF, one at a time, as large as wished."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QMargins, QPoint, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reception_desk.i18n import _
from ui.printing import POINTS_PER_INCH, page_picture, page_sizes
from ui.theme import SPACE, look, theme

STEP: Final = 1.25
LEAST: Final = 0.2
MOST: Final = 4.0
SMALLEST_DPI: Final = 10
_MARGINS: Final = QMargins(SPACE.small, SPACE.small, SPACE.small, SPACE.small)


class Zoom(Enum):
    """How large a page is shown, unless somebody has chosen a size of their own."""

    PAGE = "page"
    WIDTH = "width"
    FULL = "full"


class PaperView(QAbstractScrollArea):
    """Page Up and Page Down turn the page, Ctrl with plus, minus and 0 zooms, the wheel scrolls and turns.

    Signals:
        page_shown(number, count): another page is shown, the first is 1; (0, 0) for none.
    """

    page_shown = Signal(int, int)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pdf = b""
        self._sizes: list[QSizeF] = []
        self._page = 0
        self._zoom: Zoom | float = Zoom.PAGE
        self._picture: QImage | None = None
        self._name = name
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.viewport().update)
        look().changed.connect(self.viewport().update)

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes, at the page that was open where there is one; none clears the view."""
        if pdf == self._pdf:
            return
        self._pdf, self._sizes = pdf, page_sizes(pdf) if pdf else []
        self._go(min(self._page, max(self.pages - 1, 0)))

    def pdf(self) -> bytes:
        """The bytes that are shown."""
        return self._pdf

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """Which page is shown, the first is 1; 0 for none."""
        return self._page + 1 if self._sizes else 0

    def turn(self, by: int) -> bool:
        """Turn pages; whether there was one to turn to."""
        wanted = min(max(self._page + by, 0), self.pages - 1)
        if not self._sizes or wanted == self._page:
            return False
        self._go(wanted)
        return True

    def zoom(self) -> Zoom | float:
        """How large the page is shown: a way, or a factor."""
        return self._zoom

    def set_zoom(self, zoom: Zoom | float) -> None:
        """Show the page whole, in the width of the view, in its own size, or by a factor."""
        self._zoom = zoom if isinstance(zoom, Zoom) else min(max(zoom, LEAST), MOST)
        self._draw_anew()

    def set_name(self, name: str) -> None:
        """What is shown, for those who hear the screen."""
        self._name = name
        self._tell()

    def factor(self) -> float:
        """The size on the screen as a part of the size on paper."""
        if not self._sizes:
            return 1.0
        if isinstance(self._zoom, float):
            return self._zoom
        size = self._sizes[self._page] * (self.logicalDpiX() / POINTS_PER_INCH)
        room = self.maximumViewportSize().shrunkBy(_MARGINS)
        wide = room.width() / size.width()
        if self._zoom is Zoom.WIDTH:
            bar = self.verticalScrollBar().sizeHint().width() if size.height() * wide > room.height() else 0
            return max((room.width() - bar) / size.width(), LEAST)
        return max(min(wide, room.height() / size.height()), LEAST) if self._zoom is Zoom.PAGE else 1.0

    def _go(self, page: int) -> None:
        self._page = page
        self._draw_anew()
        self.verticalScrollBar().setValue(0)
        self._tell()
        self.page_shown.emit(self.page, self.pages)

    def _tell(self) -> None:
        where = (
            _("page {number} of {count}").format(number=self.page, count=self.pages) if self._sizes else ""
        )
        self.setAccessibleName(", ".join(part for part in (self._name, where) if part))

    def _draw_anew(self) -> None:
        self._picture = None
        self._fit_bars()
        self.viewport().update()

    def _paper(self) -> QRect:
        """Where the page lies in the viewport."""
        size = (self._sizes[self._page] * (self.logicalDpiX() / POINTS_PER_INCH * self.factor())).toSize()
        room = self.viewport().size()
        left = max((room.width() - size.width()) // 2, SPACE.small)
        top = max((room.height() - size.height()) // 2, SPACE.small)
        bars = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRect(QPoint(left, top) - bars, size)

    def _fit_bars(self) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if not self._sizes:
            across.setRange(0, 0)
            down.setRange(0, 0)
            return
        paper, room = self._paper().size().grownBy(_MARGINS), self.viewport().size()
        across.setRange(0, max(paper.width() - room.width(), 0))
        down.setRange(0, max(paper.height() - room.height(), 0))
        for bar, length in ((across, room.width()), (down, room.height())):
            bar.setPageStep(length)
            bar.setSingleStep(SPACE.huge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._sizes:
            return
        paper = self._paper()
        if self._picture is None:
            dpi = self.logicalDpiX() * self.factor() * self.devicePixelRatioF()
            self._picture = page_picture(self._pdf, self._page, max(dpi, SMALLEST_DPI))
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(paper, self._picture)
        painter.setPen(QPen(theme().colour("primary" if self.hasFocus() else "line"), 1))
        painter.drawRect(paper.adjusted(-1, -1, 0, 0))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if isinstance(self._zoom, Zoom) and self._zoom is not Zoom.FULL:
            self._picture = None
        self._fit_bars()

    def wheelEvent(self, event: QWheelEvent) -> None:
        down, turned = self.verticalScrollBar(), event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.factor() * (STEP if turned > 0 else 1 / STEP))
        elif turned < 0 and down.value() == down.maximum() and self.turn(1):
            pass
        elif turned > 0 and down.value() == down.minimum() and self.turn(-1):
            down.setValue(down.maximum())
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        turns = {
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Home: -self.pages,
            Qt.Key.Key_End: self.pages,
        }
        if control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_zoom(self.factor() * STEP)
        elif control and key == Qt.Key.Key_Minus:
            self.set_zoom(self.factor() / STEP)
        elif control and key == Qt.Key.Key_0:
            self.set_zoom(Zoom.PAGE)
        elif key in turns and not control:
            self.turn(turns[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
