"""The list of what is touched: headings, boxes to tick, what is otherwise; by keyboard and mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from ui.models.rows import ROW, RowsModel
from ui.models.touched import TouchedRow
from ui.screens.visit.paper_list import ChosenDelegate
from ui.screens.visit.preparation_rows import BOX
from ui.screens.visit.rows import ENTER
from ui.theme import SIZE, SPACE, TYPE, face, restyle, theme

Index = QModelIndex | QPersistentModelIndex
ROOM_FOR_BOX = BOX + SPACE.medium


class TouchedDelegate(ChosenDelegate):
    """Paints a heading, or a row with its box before it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, TouchedRow):
            return
        if row.is_heading:
            _paint_heading(painter, option.rect, row)
            return
        self._paint_ground(painter, option)
        if row.can_tick:
            self._paint_box(painter, option.rect, row)
        moved = QStyleOptionViewItem(option)
        moved.rect = option.rect.adjusted(ROOM_FOR_BOX, 0, 0, 0)
        moved.state &= ~(
            QStyle.StateFlag.State_HasFocus
            | QStyle.StateFlag.State_Selected
            | QStyle.StateFlag.State_MouseOver
        )
        super().paint(painter, moved, index)

    def _paint_box(self, painter: QPainter, area: QRect, row: TouchedRow) -> None:
        box, view = QStyleOptionButton(), self.parent()
        box.rect = box_of(area)
        ticked = QStyle.StateFlag.State_On if row.is_done else QStyle.StateFlag.State_Off
        box.state = QStyle.StateFlag.State_Enabled | ticked
        if isinstance(view, QListView):
            indicator = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
            view.style().drawPrimitive(indicator, box, painter, view)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        if isinstance(row, TouchedRow) and row.is_heading:
            return QSize(0, SIZE.row + SPACE.small)
        return super().sizeHint(option, index)

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        row = index.data(ROW)
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            near = box_of(option.rect).adjusted(-SPACE.small, -SPACE.small, SPACE.small, SPACE.small)
            if isinstance(row, TouchedRow) and row.can_tick and near.contains(event.position().toPoint()):
                view = self.parent()
                if isinstance(view, TouchedView):
                    view.ticked.emit(row.key)
                return True
        return False


def box_of(area: QRect) -> QRect:
    """Where the box is drawn, and taken."""
    return QRect(area.left() + SPACE.small, area.top() + (SIZE.row - BOX) // 2, BOX, BOX)


def _paint_heading(painter: QPainter, area: QRect, row: TouchedRow) -> None:
    painter.save()
    painter.setFont(face(TYPE.body, strong=True))
    painter.setPen(theme().colour("muted"))
    room = area.adjusted(SPACE.small, 0, -SPACE.small, -SPACE.hair)
    words = f"{row.first}   {row.end}"
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)
    painter.restore()


class TouchedView(QListView):
    """Rows by keyboard and mouse; headings are passed over.

    Signals:
        chosen(key): another row is chosen.
        ticked(key): Space, or a click on the box.
        gone_to(key): Enter, or a double click.
        copied(key): C or Ctrl+C.
    """

    chosen = Signal(int)
    ticked = Signal(int)
    gone_to = Signal(int)
    copied = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(TouchedDelegate(self))
        restyle(self, bare="true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda index: self._emit(self.gone_to, index))

    def show_rows(self, rows: list[TouchedRow]) -> None:
        """Show these; the row that was chosen, or the one in its place, stays chosen."""
        place = max(self.currentIndex().row(), 0)
        self.rows.show_rows(rows)
        lines = [number for number, row in enumerate(rows) if not row.is_heading]
        if lines and self.key() is None:
            self.setCurrentIndex(self.rows.index(min(lines, key=lambda number: abs(number - place))))

    def key(self) -> int | None:
        """The line that is chosen."""
        row = self._row(self.currentIndex())
        return None if row is None or row.is_heading else row.key

    def choose(self, key: int) -> None:
        """Choose a line."""
        place = self.rows.place_of(key)
        if place is not None:
            self.setCurrentIndex(self.rows.index(place))

    def _row(self, index: Index) -> TouchedRow | None:
        row = self.rows.row_at(index)
        return row if isinstance(row, TouchedRow) else None

    def _emit(self, signal: object, index: Index) -> None:
        row = self._row(index)
        if row is not None and not row.is_heading:
            signal.emit(row.key)  # type: ignore[attr-defined]  # a bound signal has no type of its own

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        row = self._row(current)
        if row is None:
            return
        if row.is_heading:
            step = 1 if current.row() >= previous.row() or current.row() == 0 else -1
            self.setCurrentIndex(self.rows.index(current.row() + step))
        else:
            self.chosen.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {
            Qt.Key.Key_Space: self.ticked,
            Qt.Key.Key_C: self.copied,
            **dict.fromkeys(ENTER, self.gone_to),
        }
        if event.key() in wanted:
            self._emit(wanted[Qt.Key(event.key())], self.currentIndex())
        else:
            super().keyPressEvent(event)
