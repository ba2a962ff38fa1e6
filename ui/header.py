"""The line above every screen: where one is, which day it is, the way to everything, and the time."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from reception_desk.i18n import _
from ui.icons import icon
from ui.moments import day_of_month
from ui.theme import SIZE, SPACE, restyle, with_even_figures
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
        self._search = QPushButton(icon("search", "muted"), "")
        self._search.setIconSize(QSize(SIZE.icon - 2, SIZE.icon - 2))
        self._search.setMinimumWidth(SEARCH_WIDTH)
        restyle(self._search, kind="flat")
        self._search.clicked.connect(self.search_wanted)
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
        words = _("Search or command")
        self._search.setText(f" {words}   Ctrl+K")
        self._search.setAccessibleName(words)

    def show_title(self, title: str) -> None:
        """Name the screen."""
        self._title.setText(title)

    def show_moment(self, here: datetime) -> None:
        """Tell day and time, on the company's clock."""
        self._day.setText(day_of_month(here.date()))
        self._clock.setText(f"{here:%H:%M}")
        self._clock.setAccessibleName(_("Time: {time}").format(time=f"{here:%H:%M}"))
