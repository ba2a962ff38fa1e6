"""A year as twelve months: days that are worked or free against the week carry a word, not only a colour."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import SIZE, SPACE, TYPE, face, theme

COLUMNS: Final = 4
ROWS: Final = 3
DAYS: Final = 7
WEEKS: Final = 6
CELL: Final = QSize(27, 22)
WIDEST: Final = 36
MARK: Final = 9
HEAD: Final = 20
MONTH: Final = QSize(CELL.width() * DAYS, HEAD + CELL.height() * (WEEKS + 1))


@dataclass(frozen=True)
class DayLook:
    """How a day looks: a small word on it, its ground (a colour of the theme), whether it is framed."""

    mark: str = ""
    ground: str = ""
    ink: str = "text"
    framed: bool = False


class YearView(QWidget):
    """One stop for Tab; arrows go through the days, Space, Enter or a click toggles one.

    Signals:
        toggled(day): somebody wants it the other way round.
        chosen(day): the day at hand is another.
    """

    toggled = Signal(date)
    chosen = Signal(date)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._looks: Mapping[date, DayLook] = {}
        self._months: Sequence[str] = ()
        self._weekdays: Sequence[str] = ()
        self._day = date(2026, 1, 1)

    def set_words(self, months: Sequence[str], weekdays: Sequence[str]) -> None:
        """Name the months, and the days of the week from Monday on."""
        self._months, self._weekdays = months, weekdays
        self.update()

    def show_year(self, looks: Mapping[date, DayLook], day: date) -> None:
        """Show the days of a year, one of them at hand."""
        self._looks, self._day = looks, day
        self.update()

    def day(self) -> date:
        """The day at hand."""
        return self._day

    def minimumSizeHint(self) -> QSize:
        return QSize(
            MONTH.width() * COLUMNS + SPACE.large * (COLUMNS - 1),
            MONTH.height() * ROWS + SPACE.small * (ROWS - 1),
        )

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def _width(self) -> int:
        """How wide a day is: more where there is room."""
        room = (self.width() - SPACE.wide * (COLUMNS - 1)) // (COLUMNS * DAYS)
        return min(max(room, CELL.width()), WIDEST)

    def _cell(self, day: date) -> QRect:
        """Where a day lies."""
        left, top = self._corner(day.month)
        first = day.replace(day=1)
        place = first.weekday() + day.day - 1
        return QRect(
            left + place % DAYS * self._width(),
            top + HEAD + CELL.height() * (1 + place // DAYS),
            self._width(),
            CELL.height(),
        )

    def _corner(self, month: int) -> tuple[int, int]:
        across, down = (month - 1) % COLUMNS, (month - 1) // COLUMNS
        month_width = self._width() * DAYS
        wide = max((self.width() - month_width * COLUMNS) // (COLUMNS - 1), SPACE.medium)
        high = max((self.height() - MONTH.height() * ROWS) // (ROWS - 1), SPACE.hair)
        gap = min(wide, 2 * SPACE.huge), min(high, SPACE.wide)
        return across * (month_width + gap[0]), down * (MONTH.height() + gap[1])

    def day_at(self, x: int, y: int) -> date | None:
        """The day at a point, if there is one."""
        return next((day for day in self._looks if self._cell(day).contains(x, y)), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, len(self._months) + 1):
            self._paint_head(painter, month)
        for day, look in self._looks.items():
            self._paint_day(painter, self._cell(day), day, look)
        painter.end()

    def _paint_head(self, painter: QPainter, month: int) -> None:
        left, top = self._corner(month)
        painter.setFont(face(strong=True))
        painter.setPen(theme().colour("text"))
        area = QRect(left, top, MONTH.width(), HEAD)
        painter.drawText(
            area.adjusted(SPACE.hair, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._months[month - 1]
        )
        painter.setFont(face(TYPE.caption))
        painter.setPen(theme().colour("muted"))
        for place, name in enumerate(self._weekdays):
            cell = QRect(left + place * self._width(), top + HEAD, self._width(), CELL.height())
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_day(self, painter: QPainter, cell: QRect, day: date, look: DayLook) -> None:
        colours, inner = theme(), cell.adjusted(1, 1, -1, -1)
        if look.ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour(look.ground))
            painter.drawRoundedRect(inner, SIZE.radius - 2, SIZE.radius - 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if look.framed:
            painter.setPen(QPen(colours.colour("border"), 1))
            painter.drawRoundedRect(inner, SIZE.radius - 2, SIZE.radius - 2)
        if day == self._day:
            painter.setPen(QPen(colours.colour("primary"), SIZE.ring if self.hasFocus() else 1))
            painter.drawRoundedRect(inner, SIZE.radius - 2, SIZE.radius - 2)
        painter.setPen(colours.colour(look.ink))
        painter.setFont(face(TYPE.caption, tabular=True, strong=bool(look.mark)))
        room = inner.adjusted(0, 0, -MARK, 0) if look.mark else inner
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if look.mark:
            painter.setFont(face(MARK))
            corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            painter.drawText(inner.adjusted(0, 0, -1, 0), corner, look.mark)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint().x(), event.position().toPoint().y())
        if day is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._go(day)
        self.toggled.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}
        if key in steps:
            self._go(self._day + timedelta(days=steps[Qt.Key(key)]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._go(month_on(self._day, 1 if key == Qt.Key.Key_PageDown else -1))
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggled.emit(self._day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _go(self, day: date) -> None:
        if day in self._looks and day != self._day:
            self._day = day
            self.update()
            self.chosen.emit(day)


def month_on(day: date, by: int) -> date:
    """The same day of a month before or after, or the last one where there is none."""
    month = day.year * 12 + day.month - 1 + by
    year, number = month // 12, month % 12 + 1
    last = max(Calendar().itermonthdays(year, number))
    return date(year, number, min(day.day, last))
