"""The list that quiet rows stand in: opened with Enter or a click, taken out with Del, as high as its rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reception_desk.i18n import _
from ui.icons import paint_icon
from ui.models.rows import ROW, Row, RowsModel
from ui.theme import SIZE, SPACE, TYPE, face, restyle, theme

Index = QModelIndex | QPersistentModelIndex
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOST_ROWS = 9
PILL_HEIGHT = 22


class RowDelegate(QStyledItemDelegate):
    """Paints a row: picture, bold word, quiet words, pills, a word at the end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        room = option.rect.adjusted(SPACE.small, 0, -SPACE.small, 0)
        if row.below:
            room.setHeight(SIZE.row - SPACE.hair)
        room = _paint_lead(painter, room, row)
        room = _paint_picture(painter, room, row)
        room = _paint_end(painter, room, row)
        if row.below:
            below = QRect(room.left(), room.bottom() - SPACE.hair, room.width(), TYPE.title)
            _paint_words(painter, below, row.below, face(TYPE.caption), "muted")
        room = _paint_words(painter, room, row.first, face(strong=True), "text")
        room = _paint_marks(painter, room, row)
        _paint_words(painter, room, row.second, face(), "muted")
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (focused or over):
            return
        painter.setBrush(theme().colour("hover"))
        painter.setPen(QPen(theme().colour("primary"), SIZE.ring) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), SIZE.radius, SIZE.radius)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        return QSize(0, row_height(below=isinstance(row, Row) and bool(row.below)))


def row_height(*, below: bool) -> int:
    """How high a row is, with a line below or without."""
    return SIZE.row + SPACE.large if below else SIZE.row


def _paint_lead(painter: QPainter, room: QRect, row: Row) -> QRect:
    if not (row.lead or row.lead_room):
        return room
    painter.setFont(face(tabular=True))
    painter.setPen(theme().colour("text" if row.lead_room else "muted"))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row.lead)
    width = (
        painter.fontMetrics().horizontalAdvance(row.lead_room) + SPACE.medium if row.lead_room else SIZE.icon
    )
    return room.adjusted(width, 0, 0, 0)


def _paint_picture(painter: QPainter, room: QRect, row: Row) -> QRect:
    if not row.icon:
        return room
    area = QRect(room.left(), room.center().y() - SIZE.icon // 2 + 1, SIZE.icon, SIZE.icon)
    paint_icon(painter, area, row.icon, "muted")
    return room.adjusted(SIZE.icon + SPACE.small, 0, 0, 0)


def _paint_end(painter: QPainter, room: QRect, row: Row) -> QRect:
    if not row.end:
        return room
    painter.setFont(face(TYPE.caption, tabular=True))
    painter.setPen(theme().colour(row.tone))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.end)
    return room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(row.end) - SPACE.small, 0)


def _paint_words(painter: QPainter, room: QRect, words: str, font: QFont, colour: str) -> QRect:
    painter.setFont(font)
    painter.setPen(theme().colour(colour))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(room.width(), 0))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return room.adjusted(
        painter.fontMetrics().horizontalAdvance(shown) + SPACE.small if shown else 0, 0, 0, 0
    )


def _paint_marks(painter: QPainter, room: QRect, row: Row) -> QRect:
    for words, kind in row.marks:
        font = face(TYPE.caption)
        width = QFontMetrics(font).horizontalAdvance(words) + SPACE.large
        area = QRect(room.left(), room.center().y() - PILL_HEIGHT // 2 + 1, width, PILL_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("pressed" if kind == "plain" else f"{kind}_soft"))
        painter.drawRoundedRect(area, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
        painter.setFont(font)
        painter.setPen(theme().colour("muted" if kind == "plain" else kind))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
        room = room.adjusted(width + SPACE.hair, 0, 0, 0)
    return room.adjusted(SPACE.hair, 0, 0, 0) if row.marks else room


class RowsView(QListView):
    """Rows by keyboard and mouse.

    Signals:
        opened(key): Enter, F2 or a click on a row.
        removed(key): Del on a row, or its menu.
        advanced(key): Space on a row, or its menu, where rows have states.
    """

    opened = Signal(int)
    removed = Signal(int)
    advanced = Signal(int)

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.has_states, self.most = False, MOST_ROWS
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        # The card around it is frame enough; the row with the focus shows the ring.
        restyle(self, bare="true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        for signal in (model.modelReset, model.dataChanged):
            signal.connect(self._fit)
        self._fit()

    def go_to(self, key: int) -> None:
        """Put the focus on a row."""
        place = self.rows.place_of(key)
        if place is not None:
            self.setCurrentIndex(self.rows.index(place))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> int | None:
        """The key of the row with the focus."""
        row = self.rows.row_at(self.currentIndex())
        return row.key if row else None

    def _fit(self) -> None:
        """As high as its rows; beyond a measure it scrolls. Without rows it is no stop for Tab."""
        count = self.rows.rowCount()
        shown = (self.rows.row_at(self.rows.index(place)) for place in range(min(count, self.most)))
        self.setFixedHeight(sum(row_height(below=bool(row and row.below)) for row in shown))
        self.setVisible(count > 0)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None:
            self.opened.emit(row.key)

    def menu_for(self, key: int) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open"), lambda: self.opened.emit(key))
        if self.has_states:
            menu.addAction(_("One state further") + "\tSpace", lambda: self.advanced.emit(key))
        menu.addSeparator()
        menu.addAction(_("Remove"), lambda: self.removed.emit(key))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = self.rows.row_at(index)
        if row is not None:
            place = (
                event.globalPos()
                if by_mouse
                else self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            )
            self.menu_for(row.key).popup(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.chosen()
        if key is not None and event.key() in (*ENTER, Qt.Key.Key_F2):
            self.opened.emit(key)
        elif key is not None and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(key)
        elif key is not None and event.key() == Qt.Key.Key_Space and self.has_states:
            self.advanced.emit(key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))
