"""The walk through people, place and vehicle: Enter confirms and goes on, a problem is noted, Esc leaves (A8, 5.18)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.confirmed_facts import Aspect
from reception_desk.domain.second_confirmation import WORDS, Confirmation
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.services.second_confirmation import Round
from ui.models.rows import RowsModel
from ui.models.second_confirmation import (
    TONES,
    WHAT,
    left_words,
    round_words,
    rows_of,
    standing_words,
)
from ui.screens.screen import Clock
from ui.screens.visit.rows import RowsView
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.lines import Line, Lines
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

MOST = 200
"""So many rows stand without scrolling by themselves: the sheet scrolls."""


class FactsView(RowsView):
    """Rows to be read out: nothing opens, nothing is taken out, Tab passes by."""

    def __init__(self, model: RowsModel) -> None:
        super().__init__(model)
        self.most = MOST
        self.setSelectionMode(RowsView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()


class ConfirmationWalk(QWidget):
    """One of the three at a time: its facts, a button that confirms them, a line for what is not settled.

    Signals:
        changed(): something was stored.
        refused(sentence): for the bottom line.
        over(sentence): the last step is done.
    """

    changed = Signal()
    refused = Signal(str)
    over = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._round: Round | None = None
        self._at = Aspect.PEOPLE
        self._rows = RowsModel(self)
        self.act, self.back = Button("", kind="primary", icon_name="check"), Button("", kind="link")
        self.steps = Segmented([(aspect, "") for aspect in Aspect])
        self.facts, self.standing = FactsView(self._rows), Lines()
        self.problem, self.note_it = QLineEdit(), Button("", icon_name="note")
        self._about, self._what, self._noted = (
            Text("", "muted"),
            Text("", "strong"),
            Text("", "muted", wrap=True),
        )
        self.changes = Text("", wrap=True, tone="soon")
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        acts, problem = QHBoxLayout(), QHBoxLayout()
        for widget in (self.act, self.back):
            acts.addWidget(widget)
        acts.addStretch(1)
        problem.addWidget(self.problem, 1)
        problem.addWidget(self.note_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.small, SPACE.medium, SPACE.large)
        column.setSpacing(SPACE.medium)
        for part in (
            self._about,
            self.steps,
            self._what,
            self.standing,
            self.changes,
            acts,
            self.facts,
            problem,
            self._noted,
        ):
            if isinstance(part, QHBoxLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        self.act.clicked.connect(self._confirm)
        self.back.clicked.connect(self._take_back)
        self.steps.chosen.connect(lambda aspect: self._go(Aspect(str(aspect))))
        self.steps.left.connect(self.take_focus)
        self.problem.returnPressed.connect(self._note)
        self.note_it.clicked.connect(self._note)

    def show_round(self, found: Round) -> None:
        """Show the round as read; the step stays."""
        if self._round is not None and self._round.visit.id != found.visit.id:
            self.problem.clear()
        self._round = found
        self._show()

    def begin(self, aspect: str = "") -> None:
        """Start at one of the three, else at the first that is open."""
        first = next(iter(self._round.open), Aspect.PEOPLE) if self._round else Aspect.PEOPLE
        self._go(Aspect(aspect) if aspect in list(Aspect) else first)

    def take_focus(self) -> None:
        """Put the focus on the button, so that Enter confirms."""
        self.act.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, aspect: Aspect) -> None:
        self._at = aspect
        self.problem.clear()
        self._show()

    def _show(self) -> None:
        if self._round is None:
            return
        one = self._round.about(self._at)
        self.steps.set_value(self._at)
        self._about.setText(round_words(self._round))
        self._about.setVisible(bool(self._about.text()))
        self._what.setText(_(WHAT[self._at]))
        self._show_standing(self._round, one)
        self._rows.show_rows(rows_of(self._round.visit, self._at))
        self.act.setText(_("Go on  Enter") if one.is_fresh else _("Confirmed, go on  Enter"))
        self.back.setVisible(one.edition is not None)
        self._noted.setText(_("Noted: {what}").format(what=self._round.note) if self._round.note else "")
        self._noted.setVisible(bool(self._round.note))

    def _show_standing(self, found: Round, one: Confirmation) -> None:
        kind, icon = TONES[one.standing]
        colour = "muted" if kind == "plain" else kind
        self.standing.show_lines([Line(icon, standing_words(one, found.visit), colour)])
        changes = "\n".join(found.changes.get(one.aspect, ()))
        self.changes.setText(changes)
        self.changes.setVisible(bool(changes))

    def _confirm(self) -> None:
        if self._round is None:
            return
        if self._round.about(self._at).is_fresh:
            self._go_on(self._round)
            return
        self._do(self._desk.second_confirmation.confirm, then=self._go_on)

    def _take_back(self) -> None:
        self._do(self._desk.second_confirmation.take_back, then=lambda _found: self.take_focus())

    def _note(self) -> None:
        act = partial(self._desk.second_confirmation.note_problem, problem=self.problem.text())
        self._do(act, then=self._go_on)

    def _do(self, act: Callable[..., Round], then: Callable[[Round], None]) -> None:
        """Do it for the step at hand; refused, nothing moves."""
        if self._round is None:
            return
        was_open = self._round.open
        try:
            found = act(self._round.visit.id, self._at, self._clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.changed.emit()  # the section reads the round under way: perhaps the next one by now
        if found.is_made and was_open:
            self.over.emit(left_words(found))
        else:
            then(found)

    def _go_on(self, found: Round) -> None:
        """To the next of the three; after the last the walk is over."""
        order = list(Aspect)
        place = order.index(self._at) + 1
        if place < len(order):
            self._go(order[place])
            self.take_focus()
        else:
            self.over.emit(left_words(found))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.steps.set_words([_(WORDS[aspect]) for aspect in Aspect])
        self.steps.set_name(_("Second confirmation"))
        self.facts.setAccessibleName(_("What is confirmed"))
        self.back.setText(_("Take back"))
        self.problem.setPlaceholderText(_("What is not settled?"))
        self.problem.setAccessibleName(_("Problem"))
        self.note_it.setText(_("Note, go on"))
        self._show()
