"""The frame: rail, header, the screen, bottom line. It knows the screens by their list and what they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reception_desk.i18n import _
from ui.clock import Clock
from ui.header import Header
from ui.widgets.empty_state import EmptyState
from ui.widgets.nav_rail import NavRail
from ui.widgets.status_line import StatusLine

if TYPE_CHECKING:  # the window is on the screen before the store is imported
    from reception_desk.desk import ReceptionDesk
    from ui.screens.screen import Screen

SMALLEST = (1280, 680)
FIRST = (1366, 768)


class MainWindow(QMainWindow):
    """The window of one data folder: empty at first, `take_desk` fills it.

    Signals:
        painted(): it has been on the screen for the first time.
        closing(): somebody closes it; what is half-written can still be saved.
        language_changed(): it speaks another language from now on.
    """

    painted = Signal()
    closing = Signal()
    language_changed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.clock = clock
        self.desk: ReceptionDesk | None = None
        self.screens: dict[str, Screen] = {}
        self._was_painted = False
        self.rail, self.header, self.bottom = NavRail(), Header(), StatusLine()
        self._stack = QStackedWidget()
        self._waiting = EmptyState("clock", "")
        self._stack.addWidget(self._waiting)
        self._build()
        self.rail.chosen.connect(self.go)
        self.retranslate()

    def _build(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST)
        right = QVBoxLayout()
        right.setSpacing(0)
        for widget in (self.header, self._stack, self.bottom):
            right.addWidget(widget)
        right.setStretchFactor(self._stack, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(whole)

    def take_desk(self, desk: ReceptionDesk, kinds: tuple[type[Screen], ...]) -> None:
        """Show what the desk has, first of all the first screen."""
        self.desk = desk
        for kind in kinds:
            screen = kind(desk, self.clock)
            self.screens[kind.name] = screen
            self._stack.addWidget(screen)
            self.rail.add_page(kind.name, screen.title(), kind.icon)
        self.retranslate()
        self.go(next(iter(self.screens)))

    def show_trouble(self, sentence: str) -> None:
        """The data could not be opened: say why, and what can be done."""
        self._waiting.say(
            sentence,
            hint=_("Nothing was changed. When the reason is removed, start the program again."),
            icon_name="error",
        )
        self._stack.setCurrentWidget(self._waiting)

    def come_to_front(self) -> None:
        """Somebody has started the program again: here it is."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def current(self) -> Screen | None:
        """The screen that is shown."""
        return self.screens.get(self.rail.current())

    def go(self, name: str) -> None:
        """Show a screen, read anew."""
        screen = self.screens[name]
        self.rail.set_current(name)
        screen.refresh()
        self._stack.setCurrentWidget(screen)
        self.header.show_title(screen.title())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setWindowTitle(_("Reception desk"))
        self._waiting.say("")
        self.header.retranslate()
        for name, screen in self.screens.items():
            screen.retranslate()
            self.rail.set_words(name, screen.title())

    def show_place(self, place: str) -> None:
        """Take the place on the monitors that the window had last."""
        if place:
            self.restoreGeometry(QByteArray.fromHex(place.encode()))

    def place(self) -> str:
        """The place on the monitors, to be remembered."""
        return bytes(self.saveGeometry().toHex().data()).decode()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and not self._was_painted:
            self._was_painted = True
            self.painted.emit()
        return done

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
