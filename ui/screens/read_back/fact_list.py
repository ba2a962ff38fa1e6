"""The list of facts beside the large one: Enter says that the chosen one was repeated, and goes on."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget

from ui.models.rows import Row, RowsModel
from ui.screens.visit.rows import ENTER, RowDelegate
from ui.theme import SIZE, restyle, theme

Index = QModelIndex | QPersistentModelIndex


class _ChosenDelegate(RowDelegate):
    """The chosen row keeps its ground when the keyboard is elsewhere: it is the one that is shown large."""

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (focused or chosen or over):
            return
        painter.setBrush(theme().colour("primary_soft" if chosen else "hover"))
        painter.setPen(QPen(theme().colour("primary"), SIZE.ring) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), SIZE.radius, SIZE.radius)


class FactList(QListView):
    """Facts by keyboard and mouse.

    Signals:
        chosen(place): another one is chosen.
        repeated(): Enter, the chosen one was repeated and is right.
        skipped(): Right, go on without.
        correction_wanted(): F2.
        taken_back(): Backspace or Del, it was not repeated after all.
    """

    chosen = Signal(int)
    repeated = Signal()
    skipped = Signal()
    correction_wanted = Signal()
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_ChosenDelegate(self))
        restyle(self, bare="true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(self, rows: list[Row], place: int) -> None:
        """Show these facts, with one of them chosen."""
        self.rows.show_rows(rows)
        self.choose(place)

    def choose(self, place: int) -> None:
        """Choose a fact; tells as if somebody had."""
        index = self.rows.index(place)
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def _on_current(self, now: Index, _before: Index) -> None:
        if now.isValid():
            self.chosen.emit(now.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each thing that is done with a hand on the phone."""
        acts = {
            Qt.Key.Key_Right: self.skipped,
            Qt.Key.Key_F2: self.correction_wanted,
            Qt.Key.Key_Backspace: self.taken_back,
            Qt.Key.Key_Delete: self.taken_back,
        }
        if event.key() in ENTER and not event.isAutoRepeat():
            self.repeated.emit()
        elif event.key() in acts:
            acts[Qt.Key(event.key())].emit()
        elif event.key() not in ENTER:
            super().keyPressEvent(event)
