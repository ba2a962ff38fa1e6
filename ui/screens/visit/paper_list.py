"""A list of papers or editions, one of them chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from ui.models.rows import RowsModel
from ui.screens.visit.rows import ENTER, RowDelegate, row_height
from ui.theme import SIZE, restyle, theme


class ChosenDelegate(RowDelegate):
    """Shows which row is chosen, with the focus or without."""

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if not (focused or chosen or option.state & QStyle.StateFlag.State_MouseOver):
            return
        painter.setBrush(theme().colour("primary_soft" if chosen else "hover"))
        painter.setPen(QPen(theme().colour("primary"), SIZE.ring) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), SIZE.radius, SIZE.radius)


class PaperList(QListView):
    """As high as its rows, up to `most`.

    Signals:
        chosen(key): another row is chosen.
        entered(): Enter on a row.
    """

    chosen = Signal(int)
    entered_row = Signal()

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows, self._most = RowsModel(self), most
        self.setModel(self.rows)
        self.setItemDelegate(ChosenDelegate(self))
        # The card around it is frame enough.
        restyle(self, bare="true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for signal in (self.rows.modelReset, self.rows.dataChanged):
            signal.connect(self._fit)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._fit()

    def key(self) -> int | None:
        """Which row is chosen."""
        row = self.rows.row_at(self.currentIndex())
        return row.key if row else None

    def choose(self, key: int) -> None:
        """Choose a row."""
        place = self.rows.place_of(key)
        if place is not None:
            self.setCurrentIndex(self.rows.index(place))

    def _fit(self) -> None:
        count = self.rows.rowCount()
        shown = (self.rows.row_at(self.rows.index(place)) for place in range(min(count, self._most)))
        self.setFixedHeight(sum(row_height(below=bool(row and row.below)) for row in shown))
        self.setVisible(count > 0)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self.rows.row_at(current)
        if row is not None:
            self.chosen.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.key() is not None:
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)
