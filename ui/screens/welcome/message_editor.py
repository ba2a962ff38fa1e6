"""The words of one message: written in place, looked at in the sign's own pixels, checked, told to IT, taken down."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.welcome import Effect
from reception_desk.domain.welcome_state import Standing
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.signs.renderer import Look, draw
from reception_desk.signs.resolve import Page
from ui.clock import Clock
from ui.models.welcome import heading_of, mark_of, zone_of
from ui.screens.welcome.message_acts import MessageActs
from ui.screens.welcome.message_lines import acts_of, lines_of
from ui.screens.welcome.sign_picture import SignPicture
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.fact import Fact, LongTextFact
from ui.widgets.fact_choice import ChoiceFact
from ui.widgets.fact_group import FactGroup
from ui.widgets.fact_moment import MomentFact
from ui.widgets.lines import Lines
from ui.widgets.pill import Pill
from ui.widgets.text import Text

PILL_KINDS: Final = {"muted": "plain", "text": "plain"}


class MessageEditor(QWidget):
    """Shows one message and saves by itself what is written.

    Signals:
        changed(): something was saved or done.
        visit_wanted(visit_id): somebody wants to see whose words they are.
    """

    changed = Signal()
    visit_wanted = Signal(int)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._entry: Standing | None = None
        self.heading, self.pill = Text("", "strong", wrap=True), Pill("")
        self.to_visit = Button("", kind="link")
        self.picture = SignPicture()
        self.lines, self.refusal = Lines(), Text("", "refusal", wrap=True)
        self.text, self.text_en = LongTextFact(""), LongTextFact("")
        self.sign, self.effect, self.priority = ChoiceFact(""), ChoiceFact(""), ChoiceFact("")
        self.names = ChoiceFact("")
        self.starts, self.ends = MomentFact("", self._here), MomentFact("", self._here)
        self.facts: dict[str, Fact] = {
            "text": self.text,
            "text_en": self.text_en,
            "sign_id": self.sign,
            "starts_at": self.starts,
            "ends_at": self.ends,
            "effect": self.effect,
            "priority": self.priority,
        }
        self.acts = MessageActs(desk, clock)
        self.check, self.tell = self.acts.check, self.acts.tell
        self.note = Text("", "caption", wrap=True)
        self._told = Text("", "caption", wrap=True)
        self._group = FactGroup()
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.pill)
        head.addStretch(1)
        head.addWidget(self.to_visit)
        for fact in (*self.facts.values(), self.names):
            self._group.add(fact)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addLayout(head)
        for widget in (self.heading, self.picture, self.lines, self._group):
            column.addWidget(widget)
        column.addWidget(self.refusal)
        column.addWidget(self.note)
        column.addWidget(self.acts)
        column.addWidget(self._told)
        column.addStretch(1)

    def _connect(self) -> None:
        for field, fact in self.facts.items():
            fact.changed.connect(partial(self._store, field))
        self.names.changed.connect(self._keep_names_off)
        self.to_visit.clicked.connect(self._on_visit)
        self.lines.chosen.connect(self._on_rival)
        self.acts.about_to.connect(self.flush)
        self.acts.done.connect(self._on_done)
        self.acts.refused.connect(self.refusal.setText)

    def message_id(self) -> int:
        """The message that is shown; 0 for none."""
        return self._entry.message.id if self._entry else 0

    def show_entry(self, entry: Standing) -> None:
        """Show a message as it stands now."""
        if self._entry is not None and self._entry.message.id != entry.message.id:
            self.flush()
            self.refusal.setText("")
            self.note.setText("")
        self._entry = entry
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._name()
        if self._entry is not None:
            self._show_facts(self._entry)
            self._show_state(self._entry)

    def flush(self) -> None:
        """Save what is half-written."""
        self._group.flush()

    def _name(self) -> None:
        labels = (
            _("Words"),
            _("In English"),
            _("Sign"),
            _("Shown from"),
            _("Shown until"),
            _("Movement"),
            _("Turn"),
        )
        for fact, label in zip(self.facts.values(), labels, strict=True):
            fact.set_label(label)
        self.text_en.set_prompt(_("English words"))
        self.text.set_prompt(_("Words of welcome"))
        self.effect.set_options(
            [
                (Effect.AUTO, _("Stands where it fits, else moves")),
                (Effect.STATIC, _("Stands, in smaller letters")),
                (Effect.SCROLL, _("Moves")),
            ]
        )
        self.names.set_label(_("Names"))
        self.names.set_options([(False, _("May be read")), (True, _("Confidential: on no sign"))])
        self.priority.set_options([(0, _("In turn with others")), (1, _("Before all others"))])
        for moment in (self.starts, self.ends):
            moment.retranslate()
        self.to_visit.setText(_("Open the visit"))
        self.acts.retranslate()
        self._group.line_up()

    def _here(self) -> datetime:
        """The moment on the clock of the message."""
        now = self._clock()
        return now.astimezone(zone_of(self._entry)) if self._entry else now

    def _show_facts(self, entry: Standing) -> None:
        message, zone = entry.message, zone_of(entry)
        signs = self._desk.signs.all()
        self.sign.set_options([(sign.id, sign.name) for sign in signs])
        self.sign.setVisible(len(signs) > 1)
        for field, fact in self.facts.items():
            value = getattr(message, field)
            fact.set_value(value.astimezone(zone) if isinstance(value, datetime) else value)
        self.names.setVisible(entry.visit is not None)
        self.names.set_value(entry.visit is not None and entry.visit.is_confidential)
        window = entry.window
        moments = (window.starts, window.ends) if window else (None, None)
        for written, moment in zip((self.starts, self.ends), moments, strict=True):
            follows = _("as the visit: {moment}")
            local = moment and f"{moment.astimezone(zone):%m-%d %H:%M}"
            written.set_prompt(follows.format(moment=local) if local else _("as the visit"))

    def _show_state(self, entry: Standing) -> None:
        mark = mark_of(entry)
        self.heading.setText(heading_of(entry))
        self.to_visit.setVisible(entry.visit is not None)
        self.pill.show_status(mark.words, PILL_KINDS.get(mark.tone, mark.tone), mark.icon)
        self._show_picture(entry)
        self.lines.show_lines(lines_of(self._desk, entry, self._clock()))
        self.acts.show_entry(entry)
        self._told.setText("\n".join(acts_of(entry)))

    def _show_picture(self, entry: Standing) -> None:
        """What the sign shows of the words as they are written."""
        message = entry.message
        page = Page(message.text, message.text_en, message.effect)
        if entry.visit is not None and entry.visit.is_confidential:
            neutral = self._desk.procedure.wording().unnamed
            page = Page(neutral.zh, neutral.en if message.text_en else "")
        try:
            programme = draw(
                [page], Look.of(entry.sign), fingerprint=repr((page, entry.sign.id, entry.sign.width))
            )
        except ReceptionError as refusal:
            self.refusal.setText(str(refusal))
            return
        self.picture.play(programme, message.words)

    def _store(self, field: str, value: object) -> None:
        try:
            self._desk.welcome.change(self.message_id(), self._clock(), **{field: value})
        except ReceptionError as refusal:
            self.facts[field].show_refusal(str(refusal))
            return
        self.refusal.setText("")
        self.changed.emit()

    def _keep_names_off(self, value: object) -> None:
        """Keep the names of a visit off every sign and notice, or not any more."""
        if self._entry is not None and self._entry.visit is not None:
            self._desk.visits.change(self._entry.visit.id, self._clock(), is_confidential=bool(value))
            self._on_done("")

    def _on_done(self, note: str) -> None:
        self.refusal.setText("")
        self.changed.emit()
        self.note.setText(note)

    def _on_rival(self, company: str) -> None:
        mine = self._entry.visit.company_id if self._entry and self._entry.visit else None
        if mine is None:
            return
        rivals, theirs = self._desk.rivals, int(company)
        act = rivals.unmark if rivals.are_rivals(mine, theirs) else rivals.mark
        act(mine, theirs, self._clock())
        self._on_done("")

    def _on_visit(self) -> None:
        if self._entry is not None and self._entry.visit is not None:
            self.visit_wanted.emit(self._entry.visit.id)
