"""What is free instead of what was refused: one press takes it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception_desk.domain.occupancy import Free
from reception_desk.i18n import _
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout

MOST = 4


class FreeOffers(QWidget):
    """Buttons side by side.

    Signals:
        taken(name): this one instead.
    """

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self._flow = FlowLayout(self)
        self.hide()

    def show_free(self, free: Sequence[Free]) -> None:
        """Offer these; none hides it."""
        for old in self.buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [self._button(one) for one in free[:MOST]]
        for button in self.buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(self.buttons))

    def _button(self, one: Free) -> Button:
        seats = _("{name}, {seats} seats").format(name=one.name, seats=one.seats)
        button = Button(_("Take {name}").format(name=seats if one.seats else one.name))
        button.clicked.connect(partial(self.taken.emit, one.name))
        return button
