"""The line above every screen: where one is, which day it is, the way to everything, and the time."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from reception_desk.i18n import _
from ui.moments import day_of_month
from ui.theme import SPACE, restyle, with_even_figures
from ui.widgets.search_field import SearchField
from ui.widgets.text import Text

HEIGHT = 56
SEARCH_WIDTH = 280


class Header(QFrame):
    """Title, day, search, clock.

    Signals:
        search_wanted(): the search entry was pressed.
    """

    search_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        restyle(self, frame="top")
        self.setFixedHeight(HEIGHT)
        self._title, self._day = Text("", "title"), Text("", "muted")
        self._clock = Text("", "title")
        self._clock.setFont(with_even_figures(self._clock.font()))
        self._search = _SearchEntry()
        self._search.pressed.connect(self.search_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.wide, 0, SPACE.wide, 0)
        row.setSpacing(SPACE.medium)
        row.addWidget(self._title)
        row.addWidget(self._day)
        row.addStretch(1)
        row.addWidget(self._search)
        row.addSpacing(SPACE.medium)
        row.addWidget(self._clock)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        self._search.set_prompt(_("Search or command  Ctrl+K"))

    def show_title(self, title: str) -> None:
        """Name the screen."""
        self._title.setText(title)

    def show_moment(self, here: datetime) -> None:
        """Tell day and time, on the company's clock."""
        self._day.setText(day_of_month(here.date()))
        self._clock.setText(f"{here:%H:%M}")
        self._clock.setAccessibleName(_("Time: {time}").format(time=f"{here:%H:%M}"))


class _SearchEntry(SearchField):
    """Looks like a search field and leads to the one that is: the palette."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(SEARCH_WIDTH)
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+K is the key for it
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
