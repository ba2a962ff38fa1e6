"""A sign that is a rectangle of a monitor: a window on exactly those physical pixels, whatever Windows scales."""

from __future__ import annotations

import time
from math import ceil, floor
from typing import Final

from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QCursor, QImage, QPainter, QPaintEvent, QRasterWindow, QScreen

from reception_desk.signs.frame import Band, Frame, Programme

ON_TOP_MS: Final = 1000
"""Other topmost windows and the taskbar take the top; it is asked for again this often."""

FLAGS: Final = (
    Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.Tool
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


def place_of(rectangle: QRect, ratio: float) -> tuple[QRect, QPoint]:
    """Where a window must be, in Qt's pixels, to cover physical ones; and where these begin inside it.

    Qt rounds halves up; Python's own rounding would be wrong by a pixel.
    """
    left, top = floor(rectangle.x() / ratio), floor(rectangle.y() / ratio)
    inside = QPoint(rectangle.x() - floor(left * ratio + 0.5), rectangle.y() - floor(top * ratio + 0.5))
    width = ceil((inside.x() + rectangle.width()) / ratio)
    height = ceil((inside.y() + rectangle.height()) / ratio)
    return QRect(left, top, width, height), inside


def physical_size(screen: QScreen) -> QSize:
    """A monitor's size in its own pixels."""
    size, ratio = screen.geometry().size(), screen.devicePixelRatio()
    return QSize(floor(size.width() * ratio + 0.5), floor(size.height() * ratio + 0.5))


class SignWindow(QRasterWindow):
    """Shows a programme on a rectangle of physical pixels, counted from the corner of a monitor.

    `painted` is the fingerprint of what was really drawn last, while the window could be seen.
    """

    def __init__(self, screen: QScreen, rectangle: QRect) -> None:
        super().__init__()
        self.monitor, self._rectangle = screen, rectangle
        self._programme: Programme | None = None
        self._began = 0.0
        self._images: dict[Band, QImage] = {}
        self.painted = ""
        self.setFlags(FLAGS)
        self.setTitle("Reception sign")
        self.setCursor(QCursor(Qt.CursorShape.BlankCursor))
        self._turn, self._top = QTimer(self), QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setTimerType(Qt.TimerType.PreciseTimer)
        self._turn.timeout.connect(self._turn_page)
        self._top.setInterval(ON_TOP_MS)
        self._top.timeout.connect(self.raise_)

    def show_programme(self, programme: Programme) -> None:
        """Show this from now on, from its beginning; what is shown already goes on."""
        before = self._programme
        if before is None or not programme.fingerprint or before.fingerprint != programme.fingerprint:
            self._programme, self._began = programme, time.monotonic()
            self._images = {band: as_qimage(band.image) for frame in programme.frames for band in frame.bands}
            self.painted = ""
        self.place()
        self.show()
        self.place()  # on Windows a place that is set before the first show may be scaled wrongly
        self._top.start()
        self.update()

    def finish(self) -> None:
        """Go for good."""
        self._programme = None
        self._turn.stop()
        self._top.stop()
        self.hide()
        self.destroy()
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        # What the system still has to say while the window goes must not be painted: there is nothing to paint on.
        if self._programme is None and event.type() in (QEvent.Type.Expose, QEvent.Type.UpdateRequest):
            return True
        return super().event(event)

    def place(self) -> None:
        """Go where the sign is, if not there already."""
        if self.screen() is not self.monitor:
            self.setScreen(self.monitor)
        wanted = self._wanted()
        if self.geometry() != wanted:
            self.setGeometry(wanted)

    def is_in_place(self) -> bool:
        """Whether it can be seen, on the right monitor, on the right pixels."""
        return self.isExposed() and self.screen() is self.monitor and self.geometry() == self._wanted()

    def seconds(self) -> float:
        """How long the programme has been running."""
        return time.monotonic() - self._began

    def _turn_page(self) -> None:
        self.update()

    def _wanted(self) -> QRect:
        place, _ = place_of(self._rectangle, self.monitor.devicePixelRatio())
        return place.translated(self.monitor.geometry().topLeft())

    def paintEvent(self, event: QPaintEvent) -> None:
        programme = self._programme
        if programme is None:
            return
        frame, since = programme.place_at(self.seconds())
        offsets = tuple(band.offset_at(since) for band in frame.bands)
        self._draw(frame, offsets)
        self.painted = programme.fingerprint
        self._go_on(programme)

    def _draw(self, frame: Frame, offsets: tuple[int, ...]) -> None:
        ratio = self.devicePixelRatio()
        _, inside = place_of(self._rectangle, ratio)
        painter = QPainter(self)
        painter.fillRect(QRect(QPoint(), self.size()), Qt.GlobalColor.black)
        painter.scale(1 / ratio, 1 / ratio)
        painter.setClipRect(QRect(inside, self._rectangle.size()))
        for band, offset in zip(frame.bands, offsets, strict=True):
            image = self._images[band]
            left, top = inside.x() - offset, inside.y() + band.top
            painter.drawImage(left, top, image)
            if band.moves:
                painter.drawImage(left + image.width(), top, image)
        painter.end()

    def _go_on(self, programme: Programme) -> None:
        """Paint again with the next picture of the monitor while something moves, else when a page turns."""
        still = programme.still_for(self.seconds())
        if still == 0:
            self.update()
        elif still is not None:
            self._turn.start(ceil(still * 1000))


def as_qimage(picture: Image.Image) -> QImage:
    """A drawn picture as Qt's own, pixel for pixel."""
    rgb = picture.convert("RGB")
    data = rgb.tobytes()
    image = QImage(data, rgb.width, rgb.height, rgb.width * 3, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)  # a copy: `data` may go
