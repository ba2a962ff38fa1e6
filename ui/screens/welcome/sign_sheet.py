"""The sheet of one sign: where its pixels are, what they can do, what it shows when nobody comes."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.sign import (
    AMBER,
    BLUE,
    GREEN,
    HEIGHTS,
    PORTS,
    RED,
    SPEEDS,
    WHITE,
    WIDTHS,
    Charset,
    Colours,
    Sign,
    SignKind,
)
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.signs.driver import DRIVERS
from ui.clock import Clock
from ui.screens.welcome.sign_trial import SignTrial
from ui.sign_window import physical_size
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
        self.monitor, self.colours, self.text_colour = ChoiceFact(""), ChoiceFact(""), ChoiceFact("")
        self.kind, self.is_on, self.merges = ChoiceFact(""), ChoiceFact(""), ChoiceFact("")
        self.at_exit = ChoiceFact("")
        self.charset, self.trial = ChoiceFact(""), SignTrial(desk, clock)
        self.facts: dict[str, Fact] = {
            "name": TextFact(""),
            "kind": self.kind,
            "monitor": self.monitor,
            "left": NumberFact("", least=0, most=FARTHEST),
            "top": NumberFact("", least=0, most=FARTHEST),
            "address": TextFact(""),
            "port": NumberFact("", least=PORTS.start, most=PORTS.stop - 1),
            "width": NumberFact("", least=WIDTHS.start, most=WIDTHS.stop - 1),
            "height": NumberFact("", least=HEIGHTS.start, most=HEIGHTS.stop - 1),
            "colours": self.colours,
            "charset": self.charset,
            "text_colour": self.text_colour,
            "scroll_speed": NumberFact("", least=SPEEDS.start, most=SPEEDS.stop - 1),
            "idle_text": TextFact(""),
            "merges": self.merges,
            "at_exit": self.at_exit,
            "is_on": self.is_on,
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
        self._show(Sign(name="", monitor=_likely_monitor()))

    def open(self, sign: Sign) -> None:
        """Show a sign that is there."""
        self._sign_id = sign.id
        self._show(sign)

    def _show(self, sign: Sign) -> None:
        self.refusal.setText("")
        self._offer_monitors(sign.monitor)
        self._offer_colours(sign.text_colour)
        for field, fact in self.facts.items():
            fact.set_value(getattr(sign, field))
            fact.setVisible(field == "name" or (bool(self._sign_id) and _belongs(field, sign.kind)))
        self._hint.setText(
            _hint(sign.kind) if self._sign_id else _("Write a name, such as “Lobby”; the rest follows.")
        )
        self._name_address(sign.kind)
        self.remove.setVisible(bool(self._sign_id))
        self.trial.setVisible(bool(self._sign_id))
        self.trial.show_sign(sign)
        self._group.line_up()

    def _name_address(self, kind: SignKind) -> None:
        is_folder = kind is SignKind.HAND_OVER
        self.facts["address"].set_label(_("IT's folder") if is_folder else _("Address on the network"))

    def _offer_monitors(self, chosen: str) -> None:
        options: list[tuple[object, str]] = [("", _("The first monitor"))]
        names = []
        for screen in QGuiApplication.screens():
            size = physical_size(screen)
            names.append(screen.name())
            options.append((screen.name(), f"{screen.name()} · {size.width()} × {size.height()}"))
        if chosen and chosen not in names:
            options.append((chosen, _("{monitor} · not connected").format(monitor=chosen)))
        self.monitor.set_options(options)

    def _offer_colours(self, chosen: str) -> None:
        options: list[tuple[object, str]] = [
            (RED, _("Red")),
            (AMBER, _("Amber")),
            (GREEN, _("Green")),
            (WHITE, _("White")),
            (BLUE, _("Blue")),
        ]
        if chosen not in {value for value, _words in options}:
            options.append((chosen, chosen))
        self.text_colour.set_options(options)

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
        self.colours.set_options(
            [
                (Colours.FULL, _("All colours")),
                (Colours.DUAL, _("Red and green")),
                (Colours.MONO, _("One colour")),
            ]
        )
        kinds = {
            SignKind.SCREEN: _("Part of a monitor"),
            SignKind.WEB: _("A page in a browser"),
            SignKind.HAND_OVER: _("Handed over to IT"),
        }
        self.kind.set_options([(kind, kinds[kind]) for kind in DRIVERS])
        self.charset.set_options(
            [
                (Charset.ANY, _("Any: it is given pictures")),
                *((charset, charset.upper()) for charset in (Charset.GB2312, Charset.GBK, Charset.GB18030)),
            ]
        )
        self.merges.set_options([(False, _("Take turns")), (True, _("On one line"))])
        self.at_exit.set_options([("leave", _("Nothing stays")), ("idle", _("The words when nobody comes"))])
        self.trial.retranslate()
        self.is_on.set_options([(True, _("On")), (False, _("Off"))])
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


def _hint(kind: SignKind) -> str:
    return {
        SignKind.SCREEN: _(
            "Left, top, width and height count the monitor's own pixels, whatever the system's scaling."
        ),
        SignKind.WEB: _("Everybody on this network can see the page, and nothing but the sign is on it."),
        SignKind.HAND_OVER: _(
            "What must be on the sign now lies in the folder as now.png and its like. Without a folder people are told."
        ),
    }[kind]


def _belongs(field: str, kind: SignKind) -> bool:
    """Whether a fact says anything about that kind of sign."""
    kinds = {
        "kind": len(DRIVERS) > 1,
        "monitor": kind is SignKind.SCREEN,
        "left": kind is SignKind.SCREEN,
        "top": kind is SignKind.SCREEN,
        "address": kind is not SignKind.SCREEN,
        "port": kind is SignKind.WEB,
        "charset": kind is SignKind.HAND_OVER,
        "at_exit": kind is SignKind.HAND_OVER,
    }
    return kinds.get(field, True)


def _likely_monitor() -> str:
    """A monitor that is not the one where somebody works, if there is one."""
    others = [screen for screen in QGuiApplication.screens() if screen is not QGuiApplication.primaryScreen()]
    return others[0].name() if others else ""
