"""How far the letter to one guest is: collecting, draft, confirmed, sent; and the next thing to do (A1.3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.documents.moments import brief_day_and_time
from reception_desk.domain.edition import EditionNow, EditionState
from reception_desk.domain.invitation import InvitationState
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, current_language
from reception_desk.services.invitations import Letter
from ui.screens.screen import Clock
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fact import TextFact
from ui.widgets.fact_group import FactGroup
from ui.widgets.flow import FlowLayout
from ui.widgets.lines import Line, Lines
from ui.widgets.pill import Pill
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

STATES: Final = {
    InvitationState.COLLECTING: N_("Collecting"),
    InvitationState.DRAFT: N_("Draft"),
    InvitationState.AGREED: N_("Client confirmed"),
    InvitationState.SENT: N_("Sent"),
}
KINDS: Final = {
    InvitationState.COLLECTING: "soon",
    InvitationState.DRAFT: "primary",
    InvitationState.AGREED: "primary",
    InvitationState.SENT: "done",
}
TICK: Final = "tick"
"""The place of a line that ticks an item: `tick/106`."""

NEXT: Final = {
    InvitationState.COLLECTING: N_("Copy the request to the client"),
    InvitationState.DRAFT: N_("The client has confirmed"),
    InvitationState.AGREED: N_("The letter was sent"),
}


class LetterCard(Card):
    """The four steps, what is lacking, one primary act.

    Signals:
        changed(): something was stored.
        said(sentence), refused(sentence): for the bottom line.
        place_wanted(place): what is lacking is written there, `section/field`.
    """

    changed = Signal()
    said = Signal(str)
    refused = Signal(str)
    place_wanted = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._desk, self._clock = desk, clock
        self._letter: Letter | None = None
        self._visit: Visit | None = None
        self._offers_tick = False
        self.steps = {state: Pill(" ") for state in STATES}
        self.told = Text("", "muted", wrap=True)
        self.lacks = Lines()
        self.act = Button("", kind="primary", icon_name="check")
        self.copy, self.back = Button("", icon_name="copy"), Button("", kind="link")
        self.language = Segmented([("zh", "中文"), ("en", "English")])
        self.costs = TextFact("")
        self._group = FactGroup()
        self._build()
        self.retranslate()

    def _build(self) -> None:
        steps, acts, words = FlowLayout(), FlowLayout(), QHBoxLayout()
        for pill in self.steps.values():
            steps.addWidget(pill)
        for button in (self.act, self.back):
            acts.addWidget(button)
        words.addWidget(self.language)
        words.addWidget(self.copy)
        words.addStretch(1)
        self._group.add(self.costs)
        self.body.addLayout(steps)
        for widget in (self.told, self.lacks):
            self.body.addWidget(widget)
        self.body.addLayout(acts)
        self.body.addLayout(words)
        self.body.addWidget(self._group)
        self.lacks.chosen.connect(self.place_wanted)
        self.act.clicked.connect(self._next)
        self.copy.clicked.connect(self._copy)
        self.back.clicked.connect(self._take_back)
        self.costs.changed.connect(self._store_costs)

    def show_letter(self, letter: Letter, visit: Visit, *, offers_tick: bool) -> None:
        """Show how this letter stands; with the last one sent, the item of the preparation list can be ticked."""
        if self._letter is None or self._letter.guest.id != letter.guest.id:
            self.language.set_value("en" if letter.guest.person.name_latin else "zh")
        self._letter, self._visit, self._offers_tick = letter, visit, offers_tick
        self.costs.set_value(visit.invitation_costs)
        self._say()

    def flush(self) -> None:
        """Save what is half-written."""
        self.costs.flush()

    def _say(self) -> None:
        letter = self._letter
        if letter is None:
            return
        reached = list(STATES).index(letter.state)
        for place, (state, pill) in enumerate(self.steps.items()):
            is_over = place < reached or (place == reached and state is InvitationState.SENT)
            kind = "done" if is_over else KINDS[state] if place == reached else "plain"
            pill.show_status(_(STATES[state]), kind, "check" if is_over else "")
        lines = [
            Line("edit", _("Still lacking: {fact}").format(fact=_(lack.word)), "soon", lack.place)
            for lack in letter.lacks
        ]
        if self._offers_tick:
            lines.append(
                Line("check-circle", _("Tick it on the preparation list (106)"), "primary", f"{TICK}/106")
            )
        self.lacks.show_lines(lines)
        self.told.setText("\n".join(self._sentences(letter)))
        self.told.setVisible(bool(self.told.text()))
        self._show_acts(letter)

    def _show_acts(self, letter: Letter) -> None:
        words = NEXT.get(letter.state, "")
        self.act.setVisible(bool(words) and letter.is_wanted)
        if words:
            self.act.setText(_(words))
        is_told = letter.state in (InvitationState.AGREED, InvitationState.SENT)
        self.back.setVisible(is_told)
        self.back.setText(
            _("It was not sent after all")
            if letter.state is InvitationState.SENT
            else _("It was not confirmed after all")
        )
        self.copy.setVisible(letter.state is InvitationState.DRAFT)
        self.language.setVisible(letter.state in (InvitationState.COLLECTING, InvitationState.DRAFT))

    def _sentences(self, letter: Letter) -> list[str]:
        said = []
        if not letter.is_wanted:
            said.append(_("No letter is written for this guest."))
        if letter.has_fallen:
            said.append(
                _(
                    "The letter says something else now than the client confirmed: please have it confirmed again."
                )
            )
        for told, sentence in (
            (letter.agreed, N_("Confirmed by the client, noted {when} by {person}.")),
            (letter.sent, N_("Sent, noted {when} by {person}.")),
        ):
            if told is not None and told.state is EditionState.CURRENT:
                said.append(_(sentence).format(when=self._when(told), person=told.edition.made_by))
        return said

    def _when(self, told: EditionNow) -> str:
        assert self._visit is not None
        local = self._visit.local(told.edition.made_at)
        assert local is not None
        return brief_day_and_time(local, current_language())

    def _next(self) -> None:
        letter, invitations = self._letter, self._desk.invitations
        if letter is None:
            return
        guest_id = letter.guest.id
        if letter.state is InvitationState.COLLECTING:
            self._copy()
        elif letter.state is InvitationState.DRAFT:
            self._do(lambda: invitations.agreed(guest_id, self._clock()))
        else:
            self._do(lambda: invitations.sent(guest_id, self._clock()))

    def _copy(self) -> None:
        """Words for any other program: ask for the passport, or for the confirmation."""
        letter, visit = self._letter, self._visit
        if letter is None or visit is None:
            return
        language = str(self.language.value())
        invitations = self._desk.invitations
        try:
            if letter.state is InvitationState.COLLECTING:
                words = invitations.asking(visit.id, language)
            else:
                words = invitations.confirming(letter.guest.id, visit.id, language)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        QGuiApplication.clipboard().setText(words)
        self.said.emit(_("The words are copied."))

    def _take_back(self) -> None:
        letter = self._letter
        if letter is None:
            return
        told = letter.sent if letter.state is InvitationState.SENT else letter.agreed
        if told is not None:
            self._do(lambda: self._desk.tellings.take_back(told.edition.id, self._clock()))

    def _store_costs(self, costs: object) -> None:
        assert self._visit is not None
        try:
            self._desk.visits.change(self._visit.id, self._clock(), invitation_costs=str(costs))
        except ReceptionError as refusal:
            self.costs.show_refusal(str(refusal))
            return
        self.changed.emit()

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.changed.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("How far the letter is"))
        self.copy.setText(_("Copy: please confirm"))
        self.language.set_name(_("Language of the words"))
        self.costs.set_label(_("Who bears the cost"))
        self.costs.set_prompt(_("Add who pays for what"))
        self._group.line_up()
        self._say()
