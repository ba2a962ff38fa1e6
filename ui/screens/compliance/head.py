"""What stands above the compliance report: the month, or the visit; what is shown; the paper."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.i18n import N_, _
from ui.theme import SPACE
from ui.widgets.buttons import Button, IconButton
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

ALL: Final = "all"
DEVIATING: Final = "deviating"
SHOWN: Final = ((ALL, N_("All clauses")), (DEVIATING, N_("Late or skipped")))


class ComplianceHead(QWidget):
    """What it is about, and how it stands below.

    Signals:
        moved(by): so many months on; 0 is this one.
        changed(): something else is to be shown.
        went_back(): back to the visit.
        print_wanted(): put it on paper.
    """

    moved = Signal(int)
    changed = Signal()
    went_back = Signal()
    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = IconButton("back", "")
        self.before, self.after, self.this_month = (
            IconButton("back", ""),
            IconButton("forward", ""),
            Button(""),
        )
        self.about, self.count = Text("", "strong"), Text("", "muted")
        self.shown, self.print = Segmented([(value, "") for value, _words in SHOWN]), IconButton("print", "")
        self.shown.set_value(ALL)
        line, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        column.addLayout(line)
        column.addWidget(self.count)
        line.setSpacing(SPACE.small)
        for widget in (self.back, self.before, self.about, self.after, self.this_month):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.shown)
        line.addWidget(self.print)
        self._connect()

    def _connect(self) -> None:
        self.back.clicked.connect(self.went_back)
        self.before.clicked.connect(lambda: self.moved.emit(-1))
        self.after.clicked.connect(lambda: self.moved.emit(1))
        self.this_month.clicked.connect(lambda: self.moved.emit(0))
        self.shown.chosen.connect(lambda _value: self.changed.emit())
        self.print.clicked.connect(self.print_wanted)

    def show_what(self, about: str, count: str, *, is_visit: bool, is_now: bool) -> None:
        """Name the month or the visit, and say how it stands."""
        self.about.setText(about)
        self.count.setText(count)
        self.back.setVisible(is_visit)
        self.before.setVisible(not is_visit)
        self.after.setVisible(not is_visit)
        self.this_month.setVisible(not is_visit and not is_now)

    def is_deviating(self) -> bool:
        """Whether only what was late or skipped is shown."""
        return self.shown.value() == DEVIATING

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.shown.set_words([_(word) for _value, word in SHOWN])
        self.shown.set_name(_("What is shown"))
        self.back.set_words(_("Back to the visit"))
        self.before.set_words(_("The month before"))
        self.after.set_words(_("The month after"))
        self.this_month.setText(_("This month"))
        self.print.set_words(_("Put the report on paper"))
