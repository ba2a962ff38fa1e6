"""One fact, as large as it can be said from across a desk, with the buttons under it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.read_aloud import aloud_lines, beside
from reception_desk.domain.read_back import FactNow, Reading
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _, current_language
from ui.clock import Clock
from ui.models.read_back import READINGS, confirmed_by, fact_label, value_then
from ui.screens.read_back.correction import Correction
from ui.theme import SPACE, TYPE, face, restyle
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.pill import Pill
from ui.widgets.text import Text

MOST_LINES = 4
SIZES: Final = {"spoken-huge": TYPE.spoken_huge, "spoken": TYPE.spoken, "spoken-long": TYPE.spoken_long}
"""In which sizes a fact is written: the first one in which no line of it has to be broken."""


class LargeFact(Card):
    """The fact that is being said.

    Signals:
        repeated(), skipped(), taken_back(): as the keys beside the words.
        corrected(): its value was changed here.
        correction_over(): nobody writes here any more.
    """

    repeated = Signal()
    skipped = Signal()
    taken_back = Signal()
    corrected = Signal()
    correction_over = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._shown: tuple[FactNow, Visit] | None = None
        self.label, self.state = Text("", "lead"), Pill("")
        self.words = Text("", "spoken", wrap=True)
        self.lines = [Text("", "aside", wrap=True) for _line in range(MOST_LINES)]
        self.history = Text("", "muted", wrap=True)
        self.right = Button("", kind="primary", icon_name="check")
        self.skip, self.correct = Button(""), Button("", icon_name="edit")
        self.take_back = Button("", kind="link")
        self.correction = Correction(desk, clock)
        self.correction.hide()
        self._buttons = QWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.label, 1)
        head.addWidget(self.state)
        self.body.addLayout(head)
        self.body.addStretch(2)
        for text in (self.words, *self.lines):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.body.addWidget(text)
        self.body.addStretch(3)
        self.history.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.history)
        row = FlowLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.right, self.skip, self.correct, self.take_back):
            restyle(button, large="true")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        below = QVBoxLayout()
        below.setContentsMargins(0, SPACE.medium, 0, 0)
        below.addWidget(self._buttons)
        below.addWidget(self.correction)
        self.body.addLayout(below)

    def _connect(self) -> None:
        self.right.clicked.connect(self.repeated)
        self.skip.clicked.connect(self.skipped)
        self.take_back.clicked.connect(self.taken_back)
        self.correct.clicked.connect(self.begin_correction)
        self.correction.saved.connect(self.corrected)
        self.correction.closed.connect(self.end_correction)

    def show_fact(self, one: FactNow, visit: Visit) -> None:
        """Show a fact, and how it stands."""
        before, self._shown = self._shown, (one, visit)
        if before is not None and before[0].fact.key != one.fact.key:
            self.end_correction()
        self.label.setText(fact_label(one))
        self.words.setText("\n".join(aloud_lines(one.fact, current_language())))
        self._fit()
        helps = [*beside(one.fact, current_language()), *[""] * MOST_LINES]
        for text, line in zip(self.lines, helps[:MOST_LINES], strict=True):
            text.setText(line)
            text.setVisible(bool(line))
        self._show_reading(one, visit)
        self.correction.show_fact(one.fact, visit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Write the fact as large as the room allows."""
        room, lines = self.width() - 2 * SPACE.large, self.words.text().split("\n")
        fitting = (
            role
            for role, size in SIZES.items()
            if all(QFontMetrics(face(size, strong=True)).horizontalAdvance(line) < room for line in lines)
        )
        restyle(self.words, role=next(fitting, "spoken-long"))

    def _show_reading(self, one: FactNow, visit: Visit) -> None:
        words, kind, icon = READINGS[one.reading]
        self.state.show_status(_(words), kind, icon)
        is_right = one.reading is Reading.CONFIRMED
        self.take_back.setVisible(is_right)
        self.right.setText(_("Next  Enter") if is_right else _("Repeated and right  Enter"))
        told = confirmed_by(one.edition, visit.zone) if one.edition is not None else ""
        if one.reading is Reading.FELL:
            told = _("Repeated before: {value} · {how}").format(value=value_then(one), how=told)
        self.history.setText(told)
        self.history.set_tone("soon" if one.reading is Reading.FELL else "")

    def begin_correction(self) -> None:
        """Write the value anew, here in its place."""
        if self._shown is not None:
            self._buttons.hide()
            self.correction.show()
            self.correction.begin()

    def end_correction(self) -> None:
        """Save what is half-written and show the buttons again."""
        if not self.correction.isHidden():
            self.correction.flush()
            self.correction.hide()
            self._buttons.show()
            self.correction_over.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.skip.setText(_("Skip  →"))
        self.correct.setText(_("Correct  F2"))
        self.take_back.setText(_("Not repeated after all"))
        self.correction.retranslate()
