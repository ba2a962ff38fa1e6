"""The navigation rail: the screens one below the other, with words where there is room for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.theme import SIZE, SPACE, restyle

MOST_KEYS = 9


class NavRail(QFrame):
    """`add_page` a screen; `chosen(key)` when somebody goes there (click or Ctrl+1…9); `footer` stands below.

    `narrowed(narrow)` when there is room for pictures alone, or for words again.
    """

    chosen = Signal(str)
    narrowed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, frame="rail")
        self._buttons: dict[str, _Page] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._narrow = False
        self._watched: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.small, SPACE.medium, SPACE.small, SPACE.small)
        column.setSpacing(2)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(2)
        self.footer = QVBoxLayout()
        self.footer.setSpacing(2)
        column.addLayout(self._pages)
        column.addStretch(1)
        column.addLayout(self.footer)
        self.set_narrow(narrow=False)

    def add_page(self, key: str, words: str, icon_name: str) -> None:
        """Add a screen below the others."""
        number = len(self._buttons) + 1
        button = _Page(icon_name, number if number <= MOST_KEYS else 0)
        button.clicked.connect(lambda: self._go(key))
        if number <= MOST_KEYS:
            QShortcut(QKeySequence(f"Ctrl+{number}"), self).activated.connect(lambda: self._go(key))
        self._buttons[key] = button
        self._group.addButton(button)
        self._pages.addWidget(button)
        button.set_words(words, narrow=self._narrow)

    def set_words(self, key: str, words: str) -> None:
        """Name a screen anew (the language was switched)."""
        self._buttons[key].set_words(words, narrow=self._narrow)

    def set_current(self, key: str) -> None:
        """Mark where one is; emits nothing."""
        self._buttons[key].setChecked(True)

    def current(self) -> str:
        """Where one is, or nothing."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_narrow(self, *, narrow: bool) -> None:
        """Pictures alone, or with words."""
        self._narrow = narrow
        self.setFixedWidth(SIZE.rail_narrow if narrow else SIZE.rail_wide)
        for button in self._buttons.values():
            button.set_words(button.words, narrow=narrow)
        self.narrowed.emit(narrow)

    def is_narrow(self) -> bool:
        """Whether the words are hidden."""
        return self._narrow

    def _go(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the window that it stands in."""
        super().showEvent(event)
        if self._watched is None and self.window() is not self:
            self._watched = self.window()
            self._watched.installEventFilter(self)
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show words or not, as the window has room."""
        if watched is self._watched and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        narrow = self.window().width() < SIZE.rail_words_from
        if narrow != self._narrow:
            self.set_narrow(narrow=narrow)


class _Page(QPushButton):
    """One line of the rail."""

    def __init__(self, icon_name: str, number: int) -> None:
        super().__init__()
        self.words = ""
        self._icon_name, self._number = icon_name, number
        self.setCheckable(True)
        restyle(self, kind="rail")
        self.toggled.connect(self._colour)
        self._colour()

    def _colour(self) -> None:
        self.setIcon(icon(self._icon_name, "primary" if self.isChecked() else "muted"))

    def set_words(self, words: str, *, narrow: bool) -> None:
        self.words = words
        self.setText("" if narrow else words)
        self.setIconSize(QSize(SIZE.icon if narrow else SIZE.icon + SPACE.small, SIZE.icon))
        self.setAccessibleName(words)
        self.setToolTip(f"{words} (Ctrl+{self._number})" if self._number else words)
