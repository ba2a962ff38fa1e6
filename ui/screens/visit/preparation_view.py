"""The list of items by keyboard, several at once: as the preparation of a visit and the tasks of all visits show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeView

from reception_desk.i18n import ngettext
from ui.models.two_levels import TwoLevels
from ui.screens.visit.preparation_rows import ItemDelegate
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ItemsView(QTreeView):
    """Space ticks, F2 notes, Del says that items do not apply, Ctrl+D delegates, Enter opens; F4 and H ask for more.

    Space on a heading chooses what stands below it.

    Signals:
        note_wanted(), reason_wanted(), delegate_wanted(), toggle_wanted(), open_wanted(): what the keys ask of those
            that are chosen. due_wanted(), hurry_wanted(): of the current one.
    """

    note_wanted = Signal()
    reason_wanted = Signal()
    delegate_wanted = Signal()
    toggle_wanted = Signal()
    open_wanted = Signal()
    due_wanted = Signal()
    hurry_wanted = Signal()

    def __init__(self, model: TwoLevels, delegate: ItemDelegate | None = None) -> None:
        super().__init__()
        self.setModel(model)
        self._model = model
        self.delegate = delegate or ItemDelegate()
        self.delegate.setParent(self)
        self.setItemDelegateForColumn(0, self.delegate)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(True)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._dress_header()
        model.modelReset.connect(self._lay_out)
        self._lay_out()

    def _dress_header(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setFixedHeight(SIZE.control)

    def _lay_out(self) -> None:
        """Headings reach over all columns and stand open."""
        for row in range(self.model().rowCount()):
            self.setFirstColumnSpanned(row, QModelIndex(), True)
        self.expandAll()

    def fit_columns(self, samples: Mapping[int, str], *, pictured: Sequence[int]) -> None:
        """Widths from the words, so that nothing is cut; some columns have a picture before them."""
        for column, words in samples.items():
            room = SIZE.icon if column in pictured else 0
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance(words) + room + SPACE.huge)

    def chosen(self) -> list[QModelIndex]:
        """The items that are chosen, the current one first; it alone where no other is."""
        current = self.currentIndex().siblingAtColumn(0)
        rows = [
            index for index in self.selectionModel().selectedRows(0) if self._model.row(index) is not None
        ]
        if self._model.row(current) is None or (rows and current not in rows):
            return rows
        return [current, *(index for index in rows if index != current)]

    def write(self, role: int) -> None:
        """Open the line in which a note, a reason or a name is written, at the current item."""
        chosen, index = self.chosen(), self.currentIndex().siblingAtColumn(0)
        if self._model.row(index) is None:
            index = chosen[0] if chosen else QModelIndex()
        if index.isValid():
            self.delegate.write(role, chosen)
            self.scrollTo(index)
            self.edit(index)

    def open_menu(self, place: QPoint, acts: Iterable[tuple[Button, Callable[[], None]]]) -> None:
        """Offer what the buttons offer at this moment, with their keys."""
        if not self.chosen():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button, do in acts:
            if button.isEnabled() and not button.isHidden():
                menu.addAction(button.text().replace("  ", "\t"), do)
        menu.popup(self.viewport().mapToGlobal(place))

    def is_writing(self) -> bool:
        """Whether the line of a note, a reason or a name is open."""
        return self.state() is QAbstractItemView.State.EditingState

    def choose_below(self) -> bool:
        """Where a heading alone is chosen, choose what stands below it; whether that was so."""
        heading = self.currentIndex()
        if not heading.isValid() or self.chosen():
            return False
        self.setCurrentIndex(heading.model().index(0, 0, heading))
        last = self._model.index(self._model.rowCount(heading) - 1, self._model.columnCount() - 1, heading)
        self.selectionModel().select(
            QItemSelection(self.currentIndex(), last), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {
            Qt.Key.Key_F2: self.note_wanted,
            Qt.Key.Key_Delete: self.reason_wanted,
            Qt.Key.Key_D: self.delegate_wanted,
            Qt.Key.Key_F4: self.due_wanted,
            Qt.Key.Key_H: self.hurry_wanted,
            **dict.fromkeys(ENTER, self.open_wanted),
        }
        if self.is_writing():  # Enter in the line comes by here as well
            super().keyPressEvent(event)
            return
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        asks_to_delegate = event.key() == Qt.Key.Key_D and held == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and not held:
            if not self.choose_below():
                self.toggle_wanted.emit()
        elif event.key() in wanted and (not held or asks_to_delegate):
            wanted[Qt.Key(event.key())].emit()
        else:
            super().keyPressEvent(event)


def chosen_words(count: int) -> str:
    """How many items are chosen."""
    return ngettext("{count} chosen", "{count} chosen", count).format(count=count)
