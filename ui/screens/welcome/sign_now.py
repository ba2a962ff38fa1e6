"""One sign: what it shows now, whether it has said so, and until when."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.signs.reconciler import SignState, SignStatus
from reception_desk.signs.renderer import render
from reception_desk.signs.resolve import Desired, Showing, SignQueue
from ui.screens.welcome.sign_picture import SignPicture
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import IconButton
from ui.widgets.pill import Pill
from ui.widgets.text import Text

PILLS: Final = {
    SignState.CONFIRMED: ("done", "monitor"),
    SignState.SENT: ("soon", "clock"),
    SignState.WAITING: ("soon", "clock"),
    SignState.OFFLINE: ("late", "wifi-off"),
    SignState.ELSEWHERE: ("plain", "monitor"),
    SignState.OFF: ("plain", "stop"),
}


class SignNow(QWidget):
    """The picture of a sign, its name and state.

    Signals:
        setup_wanted(sign_id): somebody wants to change the sign.
    """

    setup_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._sign_id = 0
        self.picture, self.name, self.pill = SignPicture(), Text("", "strong"), Pill("")
        self.note = Text("", "caption", wrap=True)
        self._setup = IconButton("settings", "")
        self._setup.clicked.connect(lambda: self.setup_wanted.emit(self._sign_id))
        head = QHBoxLayout()
        head.setSpacing(SPACE.small)
        head.addWidget(self.name)
        head.addWidget(self.pill)
        head.addStretch(1)
        head.addWidget(self._setup)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        column.addLayout(head)
        column.addWidget(self.picture)
        column.addWidget(self.note)
        column.addStretch(1)
        self.setMaximumWidth(SIZE.prose)

    def show_sign(self, queue: SignQueue, status: SignStatus, now: datetime, here: datetime) -> None:
        """Show how this sign is; `here` is the same moment on the company's clock."""
        sign = queue.sign
        self._sign_id = sign.id
        desired = queue.desired(now)
        self.name.setText(sign.name)
        self._setup.set_words(_("Change the sign “{sign}”").format(sign=sign.name))
        kind, icon_name = PILLS[status.state]
        self.pill.show_status(status_words(status.state), kind, icon_name)
        self.note.setText(_note(desired, status, here))
        self.note.set_tone("late" if status.state is SignState.OFFLINE else "")
        try:
            self.picture.play(render(desired, sign), _spoken(desired))
        except ReceptionError as refusal:
            self.note.setText(str(refusal))


def status_words(state: SignState) -> str:
    """A sign's state as one word or two."""
    return {
        SignState.CONFIRMED: _("shown"),
        SignState.SENT: _("sent, not confirmed"),
        SignState.WAITING: _("starting"),
        SignState.OFFLINE: _("offline"),
        SignState.ELSEWHERE: _("driven elsewhere"),
        SignState.OFF: _("switched off"),
    }[state]


def _note(desired: Desired, status: SignStatus, here: datetime) -> str:
    """What it shows in a word, until when, and what is wrong."""
    if status.reason:
        return status.reason
    kind = {
        Showing.WELCOME: _("Words of welcome"),
        Showing.IDLE: _("Nobody is being welcomed"),
        Showing.BLANK: _("The sign is dark"),
    }[desired.showing]
    if desired.valid_until is None:
        return kind
    until = desired.valid_until.astimezone(here.tzinfo)
    moment = f"{until:%H:%M}" if until.date() == here.date() else f"{until:%m-%d %H:%M}"
    return _("{what}, next change {moment}").format(what=kind, moment=moment)


def _spoken(desired: Desired) -> str:
    return " / ".join(" ".join(f"{page.text} {page.text_en}".split()) for page in desired.pages)
