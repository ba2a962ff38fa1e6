"""The lamps of a sign on the screen: the same pixels as the output's, larger or smaller, moving as they move there."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import SIZE, SPACE

if TYPE_CHECKING:  # drawing is imported for a sign, not at every start
    from reception_desk.signs.frame import Programme

FRAME_MS: Final = 40
HIGHEST: Final = 120


class SignPicture(QWidget):
    """Plays a programme in a black frame, at most `highest`; a lamp is a whole number of pixels where it fits."""

    def __init__(self, highest: int = HIGHEST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._highest = highest
        self._programme: Programme | None = None
        self._began = 0.0
        self._shown: tuple[object, ...] = ()
        self._image = QImage()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def play(self, programme: Programme, words: str) -> None:
        """Show this from its beginning, unless it is what is shown; `words` for those who hear the screen."""
        self.setAccessibleName(words)
        before = self._programme
        self._programme = programme
        if before is None or before.fingerprint != programme.fingerprint or not programme.fingerprint:
            self._began, self._shown = time.monotonic(), ()
            self.updateGeometry()
        self._look()

    def image(self) -> QImage:
        """What is shown now, a pixel a lamp."""
        return self._image

    def _look(self) -> None:
        """Draw what stands there now, if it is something else; come again when it changes."""
        if self._programme is None:
            return
        seconds = time.monotonic() - self._began
        frame, since = self._programme.place_at(seconds)
        place = (id(frame), *(band.offset_at(since) for band in frame.bands))
        if place != self._shown:
            self._shown = place
            from ui.sign_window import as_qimage

            self._image = as_qimage(frame.picture_at(since))
            self.update()
        still = self._programme.still_for(seconds)
        if still is None or not self.isVisible():
            self._timer.stop()
        else:
            self._timer.start(FRAME_MS if still == 0 else max(FRAME_MS, round(still * 1000)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._fitting(width).height() + 2 * SPACE.small

    def sizeHint(self) -> QSize:
        return QSize(SIZE.sheet, self.heightForWidth(SIZE.sheet))

    def minimumSizeHint(self) -> QSize:
        return QSize(SIZE.control, SIZE.control)

    def _fitting(self, width: int) -> QSize:
        room = QSize(max(width - 2 * SPACE.small, 1), self._highest)
        whole = self._image.size() if not self._image.isNull() else QSize(192, 32)
        times = min(room.width() // whole.width(), room.height() // whole.height())
        if times > 1:
            return whole * times
        return whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        case = QPainterPath()
        case.addRoundedRect(self.rect(), SIZE.radius, SIZE.radius)
        painter.fillPath(case, Qt.GlobalColor.black)
        if not self._image.isNull():
            size = self._fitting(self.width())
            left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
            uneven = size.width() % self._image.width() != 0
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, uneven)
            painter.drawImage(QRect(left, top, size.width(), size.height()), self._image)
        painter.end()
