"""A search field and the table below it as one: Down leads into the table, Up on its first line and a letter back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from ui.widgets.search_field import SearchField

PLAIN: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""Keys held down that make no command of a letter or a figure."""


class TypeToSearch(QObject):
    """Lives with `parent`. A screen that filters the table's keys itself is asked first; install its filter after."""

    def __init__(self, search: SearchField, table: QTableView, parent: QObject) -> None:
        super().__init__(parent)
        self._search, self._table = search, table
        search.moved_down.connect(self.go_to_table)
        table.installEventFilter(self)

    def go_to_search(self) -> None:
        """Put the focus on the search, all of it marked."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def go_to_table(self) -> None:
        """Put the focus on the table, on its first line where none is chosen; nothing where it is empty."""
        if self._table.model().rowCount():
            if not self._table.currentIndex().isValid():
                self._table.selectRow(0)
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the table Up on the first line goes back to the search, a letter begins a new one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._took(event)
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        words = event.text()
        if event.key() == Qt.Key.Key_Up and self._table.currentIndex().row() <= 0:
            self.go_to_search()
        elif words.isprintable() and words.strip() and not event.modifiers() & ~PLAIN:
            self.go_to_search()
            self._search.setText(words)
        else:
            return False
        return True
