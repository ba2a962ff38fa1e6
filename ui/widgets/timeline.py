"""A lane per visit on one time axis, with the moment as a line. Only paints; it is given lanes and `now`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.theme import SIZE, SPACE, TYPE, Theme, face, theme

HEAD = 26
FEET = 8
BLOCK_INSET = 6
LEAST_HOUR_WIDTH = 56
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Block:
    """A stretch of a visit; `kind` is plain, primary, done, soon or late."""

    start: datetime
    end: datetime
    label: str
    kind: str = "plain"


@dataclass(frozen=True)
class Lane:
    """One visit on the axis; `key` comes back when it is chosen."""

    label: str
    blocks: Sequence[Block] = field(default_factory=tuple)
    key: object = None


class Timeline(QWidget):
    """`show_lanes(lanes, now, first, last)`; `lane_chosen(key)` on a click, or Enter on the marked lane."""

    lane_chosen = Signal(object)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: list[Lane] = []
        self._now = self._first = datetime.fromtimestamp(0).astimezone()
        self._last = self._first + HOUR  # painted before it was given anything, it has an axis all the same
        self._marked = 0
        self._labelled = True
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lanes(self, lanes: Sequence[Lane], now: datetime, first: datetime, last: datetime) -> None:
        """Show these lanes between two full hours; the line stands at `now` if it lies between them."""
        self._lanes, self._now, self._first, self._last = list(lanes), now, first, max(last, first + HOUR)
        self._marked = min(self._marked, max(len(lanes) - 1, 0))
        self._labelled = any(lane.label for lane in lanes)
        self.setAccessibleDescription("; ".join(self._spoken(lane) for lane in lanes))
        self.updateGeometry()
        self.update()

    @staticmethod
    def _spoken(lane: Lane) -> str:
        parts = [f"{block.start:%H:%M}–{block.end:%H:%M} {block.label}" for block in lane.blocks]
        return ", ".join([lane.label, *parts])

    def sizeHint(self) -> QSize:
        """As high as its lanes."""
        return QSize(640, HEAD + max(len(self._lanes), 1) * SIZE.lane + FEET)

    def minimumSizeHint(self) -> QSize:
        """Narrower is possible, lower is not."""
        return QSize(320, self.sizeHint().height())

    def _axis(self) -> QRect:
        left = SIZE.lane_label if self._labelled else SPACE.medium
        return QRect(left, HEAD, max(self.width() - left - SPACE.medium, 1), self.height() - HEAD - FEET)

    def x_of(self, moment: datetime) -> float:
        """Where a moment lies on the axis."""
        axis = self._axis()
        return axis.left() + axis.width() * ((moment - self._first) / (self._last - self._first))

    def block_area(self, lane: int, block: Block) -> QRectF:
        """Where a block is drawn."""
        left, right = (
            min(max(self.x_of(m), self.x_of(self._first)), self.x_of(self._last))
            for m in (block.start, block.end)
        )
        top = HEAD + lane * SIZE.lane + BLOCK_INSET
        return QRectF(left + 1, top, max(right - left - 2, SPACE.hair), SIZE.lane - 2 * BLOCK_INSET)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hours, lanes, the moment."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme()
        self._paint_hours(painter, colours)
        for number, lane in enumerate(self._lanes):
            self._paint_lane(painter, colours, number, lane)
        if self._first <= self._now <= self._last:
            self._paint_now(painter, colours)
        if self.hasFocus():
            self._paint_focus(painter, colours)
        painter.end()

    def _paint_hours(self, painter: QPainter, colours: Theme) -> None:
        axis = self._axis()
        hours = round((self._last - self._first) / HOUR)
        every = max(1, -(-LEAST_HOUR_WIDTH * hours // max(axis.width(), 1)))
        painter.setFont(face(TYPE.caption, tabular=True))
        for hour in range(hours + 1):
            moment = self._first + hour * HOUR
            x = self.x_of(moment)
            painter.setPen(colours.colour("line"))
            painter.drawLine(QPointF(x, HEAD), QPointF(x, axis.bottom()))
            if hour % every == 0:
                painter.setPen(colours.colour("muted"))
                place = QRectF(x - 24, 0, 48, HEAD - 6)
                painter.drawText(
                    place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, f"{moment:%H}"
                )

    def _paint_lane(self, painter: QPainter, colours: Theme, number: int, lane: Lane) -> None:
        top = HEAD + number * SIZE.lane
        if number:
            painter.setPen(colours.colour("line"))
            painter.drawLine(QPointF(0, top), QPointF(self.width(), top))
        if lane.label:
            painter.setFont(face(TYPE.body))
            painter.setPen(colours.colour("text"))
            room = QRect(SPACE.hair, top, SIZE.lane_label - SPACE.medium, SIZE.lane)
            words = painter.fontMetrics().elidedText(lane.label, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        for block in lane.blocks:
            if block.end > self._first and block.start < self._last:
                self._paint_block(painter, colours, self.block_area(number, block), block)

    def _paint_block(self, painter: QPainter, colours: Theme, area: QRectF, block: Block) -> None:
        ground, ink = _ground_and_ink(colours, block.kind)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(area, SIZE.radius - 1, SIZE.radius - 1)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(area.left(), area.top(), 3, area.height()), 1.5, 1.5)
        painter.setFont(face(TYPE.caption, strong=block.kind != "plain"))
        room = area.adjusted(SPACE.small - 1, 0, -2, 0)
        words = painter.fontMetrics().elidedText(block.label, Qt.TextElideMode.ElideRight, int(room.width()))
        if len(words) > 1 or words == block.label:
            painter.setPen(ink)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_now(self, painter: QPainter, colours: Theme) -> None:
        x = self.x_of(self._now)
        colour = colours.colour("late")
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(x, HEAD - 2), QPointF(x, self._axis().bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x - 5, HEAD - 7), QPointF(x + 5, HEAD - 7), QPointF(x, HEAD)]))

    def _paint_focus(self, painter: QPainter, colours: Theme) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.colour("primary"), SIZE.ring))
        lane = QRectF(1, HEAD + self._marked * SIZE.lane + 1, self.width() - 2, SIZE.lane - 2)
        painter.drawRoundedRect(lane, SIZE.radius, SIZE.radius)

    def _lane_at(self, y: float) -> int | None:
        number = int((y - HEAD) // SIZE.lane)
        return number if y >= HEAD and 0 <= number < len(self._lanes) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the lane."""
        number = self._lane_at(event.position().y())
        if number is not None and event.button() is Qt.MouseButton.LeftButton:
            self._marked = number
            self.update()
            self.lane_chosen.emit(self._lanes[number].key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what a block is that is too small for its words."""
        number = self._lane_at(event.position().y())
        found = (
            next(
                (
                    b
                    for b in self._lanes[number].blocks
                    if self.block_area(number, b).contains(event.position())
                ),
                None,
            )
            if number is not None
            else None
        )
        words = f"{found.start:%H:%M}–{found.end:%H:%M} {found.label}" if found else ""
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down mark a lane, Enter chooses it."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and self._lanes:
            self._marked = min(max(self._marked + steps[Qt.Key(event.key())], 0), len(self._lanes) - 1)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._lanes:
            self.lane_chosen.emit(self._lanes[self._marked].key)
        else:
            super().keyPressEvent(event)


def _ground_and_ink(colours: Theme, kind: str) -> tuple[QColor, QColor]:
    if kind == "plain":
        return colours.colour("pressed"), colours.colour("muted")
    return colours.colour(f"{kind}_soft"), colours.colour(kind)
