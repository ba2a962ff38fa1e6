"""One sign: what it shows now, whether it has said so, and until when."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.domain.sign import SignKind
from reception_desk.domain.sign_order import SignOrder
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.signs.reconciler import SignState, SignStatus
from reception_desk.signs.resolve import Desired, Showing, SignQueue
from ui.screens.welcome.order_menu import order_menu
from ui.screens.welcome.sign_picture import SignPicture
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button, IconButton
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

    `acts`: it can be made dark, left to its queue again, and asked for its record.

    Signals:
        setup_wanted(sign_id): somebody wants to change the sign.
        record_wanted(sign_id): somebody wants to see what was sent to it.
        dark_wanted(sign_id, until): somebody wants it dark until then.
        queue_wanted(sign_id): whatever was ordered shall be over.
    """

    setup_wanted = Signal(int)
    record_wanted = Signal(int)
    dark_wanted = Signal(int, object)
    queue_wanted = Signal(int)

    def __init__(self, *, acts: bool = False) -> None:
        super().__init__()
        self._sign_id = 0
        self.picture, self.name, self.pill = SignPicture(), Text("", "strong"), Pill("")
        self.note = Text("", "caption", wrap=True)
        self._setup = IconButton("settings", "")
        self._setup.clicked.connect(lambda: self.setup_wanted.emit(self._sign_id))
        self._here: datetime | None = None
        self.record, self.dark = IconButton("history", ""), IconButton("hide", "")
        self.lift = Button("", kind="link")
        self.record.clicked.connect(lambda: self.record_wanted.emit(self._sign_id))
        self.dark.clicked.connect(self._offer_ends)
        self.lift.clicked.connect(lambda: self.queue_wanted.emit(self._sign_id))
        for button in (self.record, self.dark):
            button.setVisible(acts)
        self._acts = acts
        head = QHBoxLayout()
        head.setSpacing(SPACE.small)
        head.addWidget(self.name)
        head.addWidget(self.pill)
        head.addStretch(1)
        head.addWidget(self.dark)
        head.addWidget(self.record)
        head.addWidget(self._setup)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        column.addLayout(head)
        column.addWidget(self.picture)
        column.addWidget(self.note)
        column.addWidget(self.lift)
        column.addStretch(1)
        self.setMaximumWidth(SIZE.prose)

    def show_sign(self, queue: SignQueue, status: SignStatus, now: datetime, here: datetime) -> None:
        """Show how this sign is; `here` is the same moment on the company's clock."""
        sign = queue.sign
        self._sign_id, self._here = sign.id, here
        desired = queue.desired(now)
        self.name.setText(sign.name)
        self._setup.set_words(_("Change the sign “{sign}”").format(sign=sign.name))
        self.dark.set_words(_("Make it dark…"))
        self.record.set_words(_("What was sent to it"))
        self.lift.setText(_("Back to the queue"))
        self.lift.setVisible(self._acts and desired.order_id is not None)
        if sign.kind is SignKind.HAND_OVER and status.state is SignState.SENT:
            self.pill.show_status(_("in people's hands"), "plain", "person")  # they say what stands there
        else:
            kind, icon_name = PILLS[status.state]
            self.pill.show_status(status_words(status.state), kind, icon_name)
        self.note.setText(_note(desired, status, here, _order(queue, desired)))
        self.note.set_tone("late" if status.state is SignState.OFFLINE else "")
        from reception_desk.signs.renderer import render  # draws; without a sign nothing has to

        try:
            self.picture.play(render(desired, sign), _spoken(desired))
        except ReceptionError as refusal:
            self.note.setText(str(refusal))

    def _offer_ends(self) -> None:
        if self._here is not None:
            menu = order_menu(self, self._here, self.make_dark)
            menu.popup(self.dark.mapToGlobal(self.dark.rect().bottomLeft()))

    def make_dark(self, until: datetime) -> None:
        """Ask for a dark sign until then."""
        self.dark_wanted.emit(self._sign_id, until)


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


def _order(queue: SignQueue, desired: Desired) -> SignOrder | None:
    return next((order for order in queue.orders if order.id == desired.order_id), None)


def _moment(moment: datetime, here: datetime) -> str:
    until = moment.astimezone(here.tzinfo)
    return f"{until:%H:%M}" if until.date() == here.date() else f"{until:%m-%d %H:%M}"


def _note(desired: Desired, status: SignStatus, here: datetime, order: SignOrder | None) -> str:
    """What it shows in a word, until when, who ordered it, and what is wrong."""
    if status.state is SignState.ELSEWHERE:
        what = _note(desired, SignStatus(), here, order)
        return f"{status.reason}\n{what}"
    if status.reason:
        return status.reason
    kind = {
        Showing.WELCOME: _("Words of welcome"),
        Showing.IDLE: _("Nobody is being welcomed"),
        Showing.BLANK: _("The sign is dark"),
        Showing.PATTERN: _("Test pattern"),
    }[desired.showing]
    if order is not None:
        words = _("{what}, ordered by {person} until {moment}")
        return words.format(what=kind, person=order.ordered_by, moment=_moment(order.ends_at, here))
    if desired.valid_until is None:
        return kind
    moment = _moment(desired.valid_until, here)
    return _("{what}, next change {moment}").format(what=kind, moment=moment)


def _spoken(desired: Desired) -> str:
    return " / ".join(" ".join(f"{page.text} {page.text_en}".split()) for page in desired.pages)
