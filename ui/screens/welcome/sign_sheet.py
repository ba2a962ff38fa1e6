"""The sheet of one sign: where its pixels are, what they can do, what it shows when nobody comes."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.sign import HEIGHTS, PORTS, SPEEDS, WIDTHS, Sign, SignKind
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from ui.clock import Clock
from ui.screens.welcome.sign_choices import (
    belongs,
    hint_of,
    lamp_colours,
    likely_monitor,
    monitors,
    options_of,
)
from ui.screens.welcome.sign_trial import SignTrial
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.fact import Fact, TextFact
from ui.widgets.fact_choice import ChoiceFact
from ui.widgets.fact_group import FactGroup
from ui.widgets.fact_number import NumberFact
from ui.widgets.text import Text

FARTHEST: Final = 8192


class SignSheet(QWidget):
    """All facts of a sign; a new one begins when its name is written.

    Signals:
        changed(): a fact was saved.
        removed(): the sign is gone.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock, self._sign_id = desk, clock, 0
        self.monitor, self.text_colour, self.trial = ChoiceFact(""), ChoiceFact(""), SignTrial(desk, clock)
        self._choices = {field: ChoiceFact("") for field in options_of()}
        self.facts: dict[str, Fact] = {
            "name": TextFact(""),
            "kind": self._choices["kind"],
            "monitor": self.monitor,
            "left": NumberFact("", least=0, most=FARTHEST),
            "top": NumberFact("", least=0, most=FARTHEST),
            "address": TextFact(""),
            "port": NumberFact("", least=PORTS.start, most=PORTS.stop - 1),
            "width": NumberFact("", least=WIDTHS.start, most=WIDTHS.stop - 1),
            "height": NumberFact("", least=HEIGHTS.start, most=HEIGHTS.stop - 1),
            "colours": self._choices["colours"],
            "charset": self._choices["charset"],
            "text_colour": self.text_colour,
            "scroll_speed": NumberFact("", least=SPEEDS.start, most=SPEEDS.stop - 1),
            "idle_text": TextFact(""),
            "merges": self._choices["merges"],
            "at_exit": self._choices["at_exit"],
            "is_on": self._choices["is_on"],
        }
        self._hint, self.refusal = Text("", "caption", wrap=True), Text("", "refusal", wrap=True)
        self.remove = Button("", kind="flat", icon_name="delete")
        self._group = FactGroup()
        self._build()
        self.retranslate()

    def _build(self) -> None:
        for field, fact in self.facts.items():
            self._group.add(fact)
            fact.changed.connect(partial(self._store, field))
        self.remove.clicked.connect(self._remove)
        self.trial.changed.connect(self.changed)
        last = QHBoxLayout()
        last.addWidget(self.remove)
        last.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE.medium, SPACE.large)
        column.setSpacing(SPACE.medium)
        column.addWidget(self._group)
        column.addWidget(self._hint)
        column.addWidget(self.trial)
        column.addWidget(self.refusal)
        column.addLayout(last)
        column.addStretch(1)

    def begin(self) -> None:
        """Begin a new sign."""
        self._sign_id = 0
        self._show(Sign(name="", monitor=likely_monitor()))

    def open(self, sign: Sign) -> None:
        """Show a sign that is there."""
        self._sign_id = sign.id
        self._show(sign)

    def _show(self, sign: Sign) -> None:
        self.refusal.setText("")
        self.monitor.set_options(monitors(sign.monitor))
        self.text_colour.set_options(lamp_colours(sign.text_colour))
        for field, fact in self.facts.items():
            fact.set_value(getattr(sign, field))
            fact.setVisible(field == "name" or (bool(self._sign_id) and belongs(field, sign.kind)))
        self._hint.setText(
            hint_of(sign.kind) if self._sign_id else _("Write a name, such as “Lobby”; the rest follows.")
        )
        self._name_address(sign.kind)
        self.remove.setVisible(bool(self._sign_id))
        self.trial.setVisible(bool(self._sign_id))
        self.trial.show_sign(sign)
        self._group.line_up()

    def _name_address(self, kind: SignKind) -> None:
        is_folder = kind is SignKind.HAND_OVER
        self.facts["address"].set_label(_("IT's folder") if is_folder else _("Address on the network"))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        words = {
            "name": _("Name of the sign"),
            "kind": _("Kind of sign"),
            "monitor": _("Monitor"),
            "left": _("From the left"),
            "top": _("From the top"),
            "address": _("Address on the network"),
            "port": _("Port"),
            "width": _("Width"),
            "height": _("Height"),
            "colours": _("Colours"),
            "text_colour": _("Colour of the words"),
            "scroll_speed": _("Speed (pixels a second)"),
            "idle_text": _("Words when nobody comes"),
            "merges": _("Several guests at once"),
            "charset": _("Characters it has"),
            "at_exit": _("When the program ends"),
            "is_on": _("Switched on"),
        }
        for field, label in words.items():
            self.facts[field].set_label(label)
        for field, options in options_of().items():
            self._choices[field].set_options(options)
        self.trial.retranslate()
        self.remove.setText(_("Remove the sign"))
        if self._sign_id:
            self.open(self._desk.signs.get(self._sign_id))

    def go_to_first(self) -> None:
        """Put the focus on the name."""
        self.facts["name"].edit()

    def flush(self) -> None:
        """Save what is half-written."""
        self._group.flush()

    def _store(self, field: str, value: object) -> None:
        now = self._clock()
        try:
            if self._sign_id:
                self._desk.signs.change(self._sign_id, now, **{field: value})
            else:
                monitor = self.monitor.value()
                self._sign_id = self._desk.signs.add(str(value), now, monitor=monitor)
        except ReceptionError as refusal:
            self.facts[field].show_refusal(str(refusal))
            return
        self.open(self._desk.signs.get(self._sign_id))
        self.changed.emit()

    def _remove(self) -> None:
        try:
            self._desk.signs.remove(self._sign_id, self._clock())
        except ReceptionError as refusal:
            self.refusal.setText(str(refusal))
            return
        self._sign_id = 0
        self.removed.emit()
