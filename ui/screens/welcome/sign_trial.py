"""The test of a sign: a pattern stands on it for a minute, and somebody says whether it was seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.sign import Sign, SignKind
from reception_desk.domain.sign_order import OrderKind
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from ui.clock import Clock
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.text import Text

_LOOK_AT: Final = {
    SignKind.SCREEN: N_("Look at monitor, left, top, width and height: they count the monitor's own pixels."),
    SignKind.WEB: N_("Look whether the browser has the page open, and whether address and port are right."),
    SignKind.HAND_OVER: N_("The picture lies in the folder as now.png; ask IT whether they have loaded it."),
}


class SignTrial(QWidget):
    """A button, then a question with two answers.

    Signals:
        changed(): the test began, or was answered.
    """

    changed = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._sign: Sign | None = None
        self._advice = ""
        self.begin = Button("", icon_name="show")
        self.seen, self.not_seen = Button("", icon_name="check"), Button("", kind="flat")
        self.words = Text("", "caption", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        for button in (self.begin, self.seen, self.not_seen):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addWidget(self.words)
        column.addLayout(row)
        orders = desk.sign_orders
        self.begin.clicked.connect(lambda: self._do(lambda sign_id: orders.test(sign_id, clock())))
        self.seen.clicked.connect(
            lambda: self._do(lambda sign_id: orders.end_test(sign_id, clock(), seen=True))
        )
        self.not_seen.clicked.connect(self._on_not_seen)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.begin.setText(_("Test the sign"))
        self.seen.setText(_("Yes, all of it"))
        self.not_seen.setText(_("No, not all of it"))
        if self._sign is not None:
            self.show_sign(self._sign)

    def show_sign(self, sign: Sign) -> None:
        """Show how far the test of this sign is."""
        if self._sign is not None and self._sign.id != sign.id:
            self._advice = ""
        self._sign = sign
        runs = bool(sign.id) and any(
            order.kind is OrderKind.TEST for order in self._desk.sign_orders.holding(sign.id, self._clock())
        )
        self.begin.setVisible(not runs)
        for button in (self.seen, self.not_seen):
            button.setVisible(runs)
        self.words.setText(self._question() if runs else self._advice or self._tested(sign))
        self.words.set_tone("" if runs or not self._advice else "late")

    def _question(self) -> str:
        return _("For a minute the sign shows its name in a frame. Do you see all four sides of the frame?")

    def _tested(self, sign: Sign) -> str:
        if sign.tested_at is None:
            return _("Not tested yet: nobody has seen anything on it.")
        at = sign.tested_at.astimezone(ZoneInfo(self._desk.company.settings().zone))
        words = _("Seen by {person} on {moment}.")
        return words.format(person=sign.tested_by, moment=f"{at:%Y-%m-%d %H:%M}")

    def _on_not_seen(self) -> None:
        self._do(lambda sign_id: self._desk.sign_orders.end_test(sign_id, self._clock(), seen=False))
        if self._sign is not None:
            self._advice = _(_LOOK_AT[self._sign.kind])
            self.show_sign(self._sign)

    def _do(self, act: Callable[[int], object]) -> None:
        if self._sign is None:
            return
        self._advice = ""
        try:
            act(self._sign.id)
        except ReceptionError as refusal:
            self._advice = str(refusal)
        self.show_sign(self._desk.signs.get(self._sign.id))
        self.changed.emit()
