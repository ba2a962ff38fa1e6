"""What can be done with words of welcome: the next step in front, the others quietly beneath."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.sign import SignKind
from reception_desk.domain.visit import VisitState
from reception_desk.domain.welcome_state import MessageState, Standing
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from ui.clock import Clock
from ui.screens.welcome.order_menu import order_menu
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout

OVER: Final = {MessageState.CANCELLED, MessageState.TAKEN_DOWN, MessageState.EXPIRED, MessageState.MISSED}
STANDS: Final = {MessageState.SHOWING, MessageState.TAKE_DOWN}


class MessageActs(QWidget):
    """The buttons under one message.

    Signals:
        about_to(): something will be done, save what is half-written.
        done(note): it was done; what must be said about it, if anything.
        refused(sentence): it was refused.
    """

    about_to = Signal()
    done = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._entry: Standing | None = None
        self.ask_for_folder: Callable[[], Path | None] = self._ask_for_folder
        self.check, self.give = Button("", kind="primary", icon_name="check"), Button("", icon_name="folder")
        self.tell, self.see = Button("", icon_name="message"), Button("", icon_name="show")
        self.again, self.down = Button("", kind="flat", icon_name="refresh"), Button("", kind="flat")
        self.copy = Button("", kind="flat", icon_name="copy")
        self.show_now, self.cancel = Button("", kind="flat", icon_name="monitor"), Button("", kind="flat")
        self._build()
        self._connect()

    def _build(self) -> None:
        first, more = FlowLayout(spacing=SPACE.small), FlowLayout(spacing=SPACE.small)
        for button in (self.check, self.give, self.see, self.tell):
            first.addWidget(button)
        for button in (self.down, self.again, self.show_now, self.copy, self.cancel):
            more.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addLayout(first)
        column.addLayout(more)

    def _connect(self) -> None:
        welcome = self._desk.welcome
        acts: dict[Button, Callable[[int, datetime], object]] = {
            self.check: welcome.check,
            self.tell: welcome.tell_it,
            self.see: welcome.see,
            self.again: welcome.propose_again,
            self.down: welcome.take_down,
            self.cancel: welcome.cancel,
            self.give: self._give,
        }
        for button, act in acts.items():
            button.clicked.connect(partial(self._do, act))
        self.show_now.clicked.connect(self._offer_ends)
        self.copy.clicked.connect(self._copy)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.check.setText(_("The words are right"))
        self.give.setText(_("Hand over to IT…"))
        self.tell.setText(_("IT has been told"))
        self.see.setText(_("Seen on the sign"))
        self.again.setText(_("Propose again"))
        self.down.setText(_("Take down"))
        self.show_now.setText(_("Show now…"))
        self.copy.setText(_("Copy the words"))
        self.cancel.setText(_("Cancel it"))

    def show_entry(self, entry: Standing) -> None:
        """Offer what can be done with a message as it stands."""
        self._entry = entry
        message, over, by_people = entry.message, entry.state in OVER, entry.sign.kind is SignKind.HAND_OVER
        to_check = not over and (not message.is_checked or message.has_new_words)
        to_tell = not over and not to_check and not entry.knows_it and not message.is_over
        to_see = not over and message.is_checked and message.seen_at is None and not message.is_over
        stands = entry.state in STANDS
        self.check.setVisible(to_check)
        self.give.setVisible(to_tell and by_people)
        self.give.set_kind("primary")
        self.tell.setVisible(to_tell)
        self.tell.set_kind("flat" if by_people else "primary")
        self.see.setVisible(to_see and by_people)
        self.see.set_kind("quiet" if to_check or to_tell else "primary")
        self.again.setVisible(not over and message.visit_id is not None and not message.is_over)
        self.down.setVisible(stands)
        self.down.setText(_("It has been taken down") if by_people else _("Take down"))
        self.down.set_kind("primary" if by_people and entry.state is MessageState.TAKE_DOWN else "flat")
        called_off = entry.visit is not None and entry.visit.state is VisitState.CANCELLED
        self.show_now.setVisible(message.is_checked and not message.is_over and not called_off)
        self.copy.setVisible(message.is_checked and not over and by_people)
        self.cancel.setVisible(not over and not stands)

    def show_until(self, until: datetime) -> None:
        """Have the words shown from now until then."""
        self._do(lambda message_id, now: self._desk.sign_orders.show_now(message_id, until, now))

    def _offer_ends(self) -> None:
        here = self._clock().astimezone(ZoneInfo(self._desk.company.settings().zone))
        menu = order_menu(self, here, self.show_until)
        menu.popup(self.show_now.mapToGlobal(self.show_now.rect().bottomLeft()))

    def _copy(self) -> None:
        """The words as they are, for any other program; those of a confidential visit stay here."""
        if self._entry is not None:
            page = self._desk.hand_over.page(self._entry.message.id, self._clock())
            QGuiApplication.clipboard().setText("\n".join(filter(None, (page.text, page.text_en))))
            self.done.emit(_("The words are copied."))

    def _give(self, message_id: int, now: datetime) -> str:
        assert self._entry is not None
        folder = None
        if not self._entry.sign.address.strip():
            folder = self.ask_for_folder()
            if folder is None:
                return ""
        place, notes = self._desk.hand_over.give(message_id, folder, now)
        return "\n".join([_("The files lie in {folder}.").format(folder=place), *notes])

    def _ask_for_folder(self) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where does IT find the files?"))
        return Path(chosen) if chosen else None

    def _do(self, act: Callable[[int, datetime], object]) -> None:
        self.about_to.emit()
        if self._entry is None:
            return
        try:
            note = act(self._entry.message.id, self._clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.done.emit(note if isinstance(note, str) else "")
