"""A line in which somebody of the house is named: who fits what was typed stands below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

SuggestPeople = Callable[[str], Sequence[tuple[str, str]]]
"""Who fits what was typed, as (name, department)."""
NAME = Qt.ItemDataRole.UserRole
MOST, AROUND = 8, 10


class _Names(QListView):
    """As high as its names: what the style sheet puts around them is not counted by Qt."""

    def sizeHintForRow(self, row: int) -> int:
        rows = min(self.model().rowCount(), MOST) or 1
        return super().sizeHintForRow(row) - (-AROUND // rows)


class NameLine(QLineEdit):
    """Down and Enter take one of them; what is typed freely counts too.

    Signals:
        named(): somebody was taken, or Enter was pressed over the list.
    """

    named = Signal()

    def __init__(self, suggest: SuggestPeople, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggest, self._known = suggest, QStandardItemModel(self)
        self._list = QCompleter(self._known, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setCompletionRole(NAME)
        self._list.setMaxVisibleItems(MOST)
        self.setCompleter(self._list)
        self._popup = _Names()
        self._list.setPopup(self._popup)
        self._list.activated.connect(self._take)
        self.textEdited.connect(self._look)
        self.returnPressed.connect(self._on_enter)

    def suggestions(self) -> list[str]:
        """The names that stand below the line."""
        return [self._known.item(row).data(NAME) for row in range(self._known.rowCount())]

    def showEvent(self, event: QShowEvent) -> None:
        """Show whom one could name before a letter is typed."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._offer)

    def _offer(self) -> None:
        if self.hasFocus() and not self.isModified():
            self._look("")

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Half-typed pinyin asks for nobody."""
        super().inputMethodEvent(event)
        if event.commitString():
            self._look(self.text())

    def _look(self, asked: str) -> None:
        self._known.clear()
        for name, department in self._suggest(asked)[:MOST]:
            entry = QStandardItem(f"{name} · {department}" if department else name)
            entry.setData(name, NAME)
            self._known.appendRow(entry)
        if self._known.rowCount():
            self._list.complete()
        else:
            self._popup.hide()

    def _take(self, name: str) -> None:
        self.setText(name)
        self.named.emit()

    def _on_enter(self) -> None:
        """Enter with the list open, and nobody marked in it, means what is typed."""
        if self._popup.isVisible() and not self._popup.currentIndex().isValid():
            self._popup.hide()
            self.named.emit()
