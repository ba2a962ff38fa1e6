"""The words of one message: written in place, looked at in the sign's own pixels, checked, told to IT, taken down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.welcome import Effect
from reception_desk.domain.welcome_state import MessageState, Standing
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.signs.renderer import Look, draw, problems
from reception_desk.signs.resolve import Page
from ui.clock import Clock
from ui.models.welcome import heading_of, mark_of, zone_of
from ui.screens.welcome.sign_picture import SignPicture
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.fact import Fact, LongTextFact
from ui.widgets.fact_choice import ChoiceFact
from ui.widgets.fact_group import FactGroup
from ui.widgets.fact_moment import MomentFact
from ui.widgets.lines import Line, Lines
from ui.widgets.pill import Pill
from ui.widgets.text import Text

PILL_KINDS: Final = {"muted": "plain", "text": "plain"}
OVER: Final = {MessageState.CANCELLED, MessageState.TAKEN_DOWN, MessageState.EXPIRED, MessageState.MISSED}


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
        self.check, self.tell = Button("", kind="primary", icon_name="check"), Button("", icon_name="message")
        self.again, self.down = Button("", kind="flat", icon_name="refresh"), Button("", kind="flat")
        self.cancel = Button("", kind="flat")
        self._told = Text("", "caption", wrap=True)
        self._group = FactGroup()
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.pill)
        head.addStretch(1)
        head.addWidget(self.to_visit)
        for fact in self.facts.values():
            self._group.add(fact)
        acts = QHBoxLayout()
        acts.setSpacing(SPACE.small)
        for button in (self.check, self.tell):
            acts.addWidget(button)
        acts.addStretch(1)
        more = QHBoxLayout()
        more.setSpacing(SPACE.small)
        for button in (self.again, self.down, self.cancel):
            more.addWidget(button)
        more.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addLayout(head)
        for widget in (self.heading, self.picture, self.lines, self._group):
            column.addWidget(widget)
        column.addWidget(self.refusal)
        column.addLayout(acts)
        column.addLayout(more)
        column.addWidget(self._told)
        column.addStretch(1)

    def _connect(self) -> None:
        for field, fact in self.facts.items():
            fact.changed.connect(partial(self._store, field))
        self.to_visit.clicked.connect(self._on_visit)
        welcome = self._desk.welcome
        acts: dict[Button, Callable[[int, datetime], object]] = {
            self.check: welcome.check,
            self.tell: welcome.tell_it,
            self.again: welcome.propose_again,
            self.down: welcome.take_down,
            self.cancel: welcome.cancel,
        }
        for button, act in acts.items():
            button.clicked.connect(partial(self._do, act))

    def message_id(self) -> int:
        """The message that is shown; 0 for none."""
        return self._entry.message.id if self._entry else 0

    def show_entry(self, entry: Standing) -> None:
        """Show a message as it stands now."""
        if self._entry is not None and self._entry.message.id != entry.message.id:
            self.flush()
            self.refusal.setText("")
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
        self.priority.set_options([(0, _("In turn with others")), (1, _("Before all others"))])
        for moment in (self.starts, self.ends):
            moment.retranslate()
        self.to_visit.setText(_("Open the visit"))
        self.check.setText(_("The words are right"))
        self.tell.setText(_("IT has been told"))
        self.again.setText(_("Propose again"))
        self.down.setText(_("Take down"))
        self.cancel.setText(_("Cancel it"))
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
        window = entry.window
        moments = (window.starts, window.ends) if window else (None, None)
        for written, moment in zip((self.starts, self.ends), moments, strict=True):
            follows = _("as the visit: {moment}")
            local = moment and f"{moment.astimezone(zone):%m-%d %H:%M}"
            written.set_prompt(follows.format(moment=local) if local else _("as the visit"))

    def _show_state(self, entry: Standing) -> None:
        mark, message = mark_of(entry), entry.message
        self.heading.setText(heading_of(entry))
        self.to_visit.setVisible(entry.visit is not None)
        self.pill.show_status(mark.words, PILL_KINDS.get(mark.tone, mark.tone), mark.icon)
        self._show_picture(entry)
        self.lines.show_lines(list(self._lines(entry)))
        over = entry.state in OVER
        to_check = not over and (not message.is_checked or message.has_new_words)
        self.check.setVisible(to_check)
        self.tell.setVisible(not over and not to_check and not entry.knows_it)
        self.tell.set_kind("primary")
        self.again.setVisible(not over and message.visit_id is not None)
        self.down.setVisible(not over and entry.state in {MessageState.SHOWING, MessageState.TAKE_DOWN})
        self.cancel.setVisible(not over and not self.down.isVisibleTo(self))
        self._told.setText("\n".join(self._acts(entry)))

    def _show_picture(self, entry: Standing) -> None:
        message = entry.message
        page = Page(message.text, message.text_en, message.effect)
        try:
            programme = draw(
                [page], Look.of(entry.sign), fingerprint=repr((page, entry.sign.id, entry.sign.width))
            )
        except ReceptionError as refusal:
            self.refusal.setText(str(refusal))
            return
        self.picture.play(programme, message.words)

    def _lines(self, entry: Standing) -> list[Line]:
        """What to look at twice, the worst first."""
        message, lines = entry.message, []
        for text in (message.text, message.text_en):
            lines += [Line("error", problem, "late") for problem in problems(text, entry.sign)]
            for doubt in self._desk.welcome.doubts(text, entry.visit) if entry.visit else ():
                words = (
                    _("“{found}”: the visit has “{meant}”.")
                    if doubt.meant
                    else _("“{found}” is not in the visit.")
                )
                lines.append(Line("warning", words.format(found=doubt.found, meant=doubt.meant), "soon"))
        if message.has_new_words and not message.is_over:
            words = _("Until these words are checked the sign goes on with: {words}")
            checked = f"{message.checked_text} {message.checked_text_en}".strip()
            lines.append(Line("info", words.format(words=checked), "soon"))
        if entry.is_told_old_words:
            lines.append(
                Line("refresh", _("IT was told something else: words, sign or time have changed."), "soon")
            )
        elif entry.is_telling_late(self._clock()) and entry.tell_it_by:
            by = f"{entry.tell_it_by.astimezone(zone_of(entry)):%m-%d %H:%M}"
            lines.append(
                Line("warning", _("IT should have been told by {moment}.").format(moment=by), "late")
            )
        return lines

    def _acts(self, entry: Standing) -> list[str]:
        """Who did what, when."""
        message, zone = entry.message, zone_of(entry)
        acts = (
            (message.checked_at, _("{moment} checked by {person}"), message.checked_by),
            (message.told_it_at, _("{moment} IT told by {person}"), message.told_it_by),
            (message.seen_at, _("{moment} on the sign, says {person}"), message.seen_by),
            (message.taken_down_at, _("{moment} taken down by {person}"), message.taken_down_by),
            (message.cancelled_at, _("{moment} cancelled by {person}"), message.cancelled_by),
        )
        return [
            words.format(moment=f"{at.astimezone(zone):%m-%d %H:%M}", person=person)
            for at, words, person in acts
            if at is not None
        ]

    def _store(self, field: str, value: object) -> None:
        try:
            self._desk.welcome.change(self.message_id(), self._clock(), **{field: value})
        except ReceptionError as refusal:
            self.facts[field].show_refusal(str(refusal))
            return
        self.refusal.setText("")
        self.changed.emit()

    def _do(self, act: Callable[[int, datetime], object]) -> None:
        self.flush()
        try:
            act(self.message_id(), self._clock())
        except ReceptionError as refusal:
            self.refusal.setText(str(refusal))
            return
        self.refusal.setText("")
        self.changed.emit()

    def _on_visit(self) -> None:
        if self._entry is not None and self._entry.visit is not None:
            self.visit_wanted.emit(self._entry.visit.id)
