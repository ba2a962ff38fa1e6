"""The frame: rail, header, the screen, bottom line. It knows the screens by their list and what they tell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reception_desk.i18n import _
from ui.attendant import Attendant
from ui.clock import Clock
from ui.drop_zone import DropZone, form_in
from ui.header import Header
from ui.widgets.empty_state import EmptyState
from ui.widgets.nav_rail import NavRail
from ui.widgets.reminder_strip import ReminderStrip
from ui.widgets.status_line import StatusLine

if TYPE_CHECKING:  # the window is on the screen before the store is imported
    from reception_desk.desk import ReceptionDesk
    from ui.frame import Frame
    from ui.screens import Place

SMALLEST = (1280, 680)
FIRST = (1366, 768)


class MainWindow(QMainWindow):
    """The window of one data folder: empty at first; `take_desk` fills it and gives it its life (`frame`).

    Signals:
        painted(): it has been on the screen for the first time.
        closing(): somebody closes it.
        language_changed(): it speaks another language from now on.
    """

    painted = Signal()
    closing = Signal()
    language_changed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.clock = clock
        self.frame: Frame | None = None
        self._was_painted = False
        self.rail, self.header, self.bottom, self.attendant = NavRail(), Header(), StatusLine(), Attendant()
        self.stack, self.whole, self.reminder = QStackedWidget(), QWidget(), ReminderStrip()
        self._waiting = EmptyState("clock", "")
        self.stack.addWidget(self._waiting)
        self._build()
        self.rail.narrowed.connect(lambda narrow: self.attendant.set_narrow(narrow=narrow))
        self.drop_zone = DropZone(self.whole)
        self.setAcceptDrops(True)
        self.retranslate()

    def _build(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST)
        right = QVBoxLayout()
        right.setSpacing(0)
        for widget in (self.header, self.reminder, self.stack, self.bottom):
            right.addWidget(widget)
        right.setStretchFactor(self.stack, 1)
        row = QHBoxLayout(self.whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(self.whole)

    def show_first_run(self, pages: QWidget) -> None:
        """Show the pages of the first run, and nothing beside them."""
        self._dress(whole=False)
        self.stack.addWidget(pages)
        self.stack.setCurrentWidget(pages)

    def end_first_run(self, pages: QWidget) -> None:
        """The pages are done with: show rail, header and bottom line again."""
        self._waiting.say(_("The desk is being set up…"))
        self.stack.setCurrentWidget(self._waiting)
        self.stack.removeWidget(pages)
        pages.deleteLater()
        self._dress(whole=True)

    def show_alone(self, *, alone: bool) -> None:
        """Whether the screen has the window to itself, but for the bottom line."""
        for widget in (self.rail, self.header):
            widget.setVisible(not alone)

    def _dress(self, *, whole: bool) -> None:
        for widget in (self.rail, self.header, self.bottom):
            widget.setVisible(whole)

    def take_desk(self, desk: ReceptionDesk, places: tuple[Place, ...]) -> Frame:
        """Show what the desk has, first of all the first screen."""
        from ui.frame import Frame

        self.rail.footer.addWidget(self.attendant)
        self.frame = Frame(self, desk, places)
        return self.frame

    def show_trouble(self, sentence: str) -> None:
        """The data could not be opened: say why, and what can be done."""
        hint = _("Nothing was changed. When the reason is removed, start the program again.")
        self._waiting.say(sentence, hint=hint, icon_name="error")
        self.stack.setCurrentWidget(self._waiting)

    def come_to_front(self) -> None:
        """Somebody has started the program again: here it is."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def retranslate(self) -> None:
        """Say what belongs to no screen in the language of the moment."""
        self.setWindowTitle(_("Reception desk"))
        self.header.retranslate()
        self.attendant.retranslate()

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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.frame is not None and form_in(event.mimeData()) is not None:
            event.acceptProposedAction()
            self.drop_zone.show_over()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_zone.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_zone.hide()
        form: Path | None = form_in(event.mimeData())
        if self.frame is not None and form is not None:
            event.acceptProposedAction()
            self.frame.take_in(form)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.frame is not None:
            self.frame.end()
        self.closing.emit()
        super().closeEvent(event)
