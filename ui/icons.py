"""The pictures of the program: one set of line icons, drawn in the colour of the text beside them.

An icon looks its colour up when it is painted, so a change of theme needs no more than the repaint that comes anyway.
The drawings are Material Symbols (Apache-2.0, licence beside them), under names of our own.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception_desk.resources import resource
from ui.theme import SIZE, theme


@cache
def icon_names() -> tuple[str, ...]:
    """Every name that `icon` knows."""
    return tuple(sorted(path.stem for path in resource("icons").glob("*.svg")))


def icon(name: str, colour: str = "text") -> QIcon:
    """An icon by its name, drawn in a colour role of the theme (`text`, `muted`, `on_primary`, `late`, …)."""
    return QIcon(_Engine(name, colour))


def paint_icon(painter: QPainter, area: QRect, name: str, colour: str = "text") -> None:
    """Draw an icon into a rectangle; for widgets that paint themselves."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(
        area, _picture(name, theme().colour(colour).name(), area.width(), area.height(), ratio)
    )


@cache
def _renderer(name: str) -> QSvgRenderer:
    data = resource("icons", f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(data))


@cache  # a picture wider than high keeps the drawing at its left: room before the words of a button
def _picture(name: str, colour: str, width: int, height: int, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(width, height) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(picture.width(), picture.height())
    _renderer(name).render(painter, QRectF(0, (picture.height() - side) / 2, side, side))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), QColor(colour))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


class _Engine(QIconEngine):
    """Draws one icon in the theme's colour of the moment."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        _renderer(name)
        self._name, self._colour = name, colour

    def _colour_in(self, mode: QIcon.Mode) -> str:
        return theme().colour("disabled" if mode is QIcon.Mode.Disabled else self._colour).name()

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            rect, _picture(self._name, self._colour_in(mode), rect.width(), rect.height(), ratio)
        )

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return QPixmap(_picture(self._name, self._colour_in(mode), size.width(), size.height(), 1.0))

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour)


class IconLabel(QWidget):
    """An icon standing alone beside words; says nothing to a screen reader, the words do."""

    def __init__(
        self, name: str, colour: str = "text", size: int = SIZE.icon, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._colour = name, colour
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, colour: str | None = None) -> None:
        """Show another icon, perhaps in another colour."""
        self._name, self._colour = name, colour or self._colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the colour of the moment."""
        painter = QPainter(self)
        paint_icon(painter, self.rect(), self._name, self._colour)
        painter.end()
