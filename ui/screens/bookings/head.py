"""What stands above the list of bookings: the day, the kind, the state."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.domain.choice_words import choice_word
from reception_desk.i18n import N_, _
from ui.theme import SPACE
from ui.widgets.buttons import Button, IconButton
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

KINDS: Final = (
    ("", N_("All")),
    ("car", N_("Cars")),
    ("room", N_("Meeting rooms")),
    ("hotel", N_("Hotels")),
    ("meal", N_("Meals")),
    ("ticket", N_("Tickets")),
)
STATES: Final = (
    ("", N_("Any")),
    ("open", N_("Still open")),
    ("trouble", N_("Needs attention")),
)
SPANS: Final = ((1, N_("One day")), (7, N_("One week")))


class BookingsHead(QWidget):
    """Two quiet lines.

    Signals:
        changed(): something else is to be shown.
        moved(by): so many days, or weeks, on; 0 is today.
        advance_wanted(): the chosen booking is one state further.
    """

    changed = Signal()
    moved = Signal(int)
    advance_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kinds, self.states, self.spans = (
            Segmented([(value, "") for value, _words in choices]) for choices in (KINDS, STATES, SPANS)
        )
        self.before, self.after, self.today = IconButton("back", ""), IconButton("forward", ""), Button("")
        self.day_words, self.count = Text("", "strong"), Text("", "muted")
        self.advance = Button("", kind="primary", icon_name="check")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        left = (self.before, self.day_words, self.after, self.today, self.spans, self.count)
        column.addLayout(_line(left, (self.advance,)))
        column.addLayout(_line((self.kinds, self.states), ()))
        for choice, first in ((self.kinds, ""), (self.states, ""), (self.spans, 1)):
            choice.set_value(first)
            choice.chosen.connect(lambda _value: self.changed.emit())
        self.before.clicked.connect(lambda: self.moved.emit(-1))
        self.after.clicked.connect(lambda: self.moved.emit(1))
        self.today.clicked.connect(lambda: self.moved.emit(0))
        self.advance.clicked.connect(self.advance_wanted)

    def show_further(self, state: StrEnum | None) -> None:
        """Offer the next state of the chosen booking; None: there is none."""
        self.advance.setVisible(state is not None)
        if state is not None:
            self.advance.setText(_("Mark: {state}  Space").format(state=choice_word(state)))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for choice, words, name in (
            (self.kinds, KINDS, _("What is shown")),
            (self.states, STATES, _("State")),
            (self.spans, SPANS, _("How long")),
        ):
            choice.set_words([_(word) for _value, word in words])
            choice.set_name(name)
        is_week = self.spans.value() == SPANS[-1][0]
        self.before.set_words(_("A week earlier") if is_week else _("The day before"))
        self.after.set_words(_("A week later") if is_week else _("The day after"))
        self.today.setText(_("Today"))


def _line(left: tuple[QWidget, ...], right: tuple[QWidget, ...]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE.small)
    for widget in left:
        line.addWidget(widget)
    line.addStretch(1)
    for widget in right:
        line.addWidget(widget)
    return line
