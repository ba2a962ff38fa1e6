"""The sheet of one sign: its name, its rectangle on a monitor, what it shows when nobody comes, on or off."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.sign import Sign
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from ui.clock import Clock
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.saving import save_fact
from ui.sign_screen import monitor_named
from ui.sign_window import physical_size
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.fact_choice import Options
from ui.widgets.text import Text


def monitor_options() -> Options:
    """The monitors that are connected, and the first one whatever it is called."""
    first = _("The first monitor")
    return [("", first), *((screen.name(), screen.name()) for screen in QGuiApplication.screens())]


def switch_options() -> Options:
    """On or off."""
    return [(True, _("On")), (False, _("Off"))]


SPECS: Final = (
    Spec(field="name", prompt=N_("Give it a name")),
    Spec(field="is_on", kind=Kind.CHOICE, options=switch_options),
    Spec(field="monitor", kind=Kind.CHOICE, options=monitor_options),
    Spec(field="left", kind=Kind.NUMBER, prompt=N_("Pixels from the left edge")),
    Spec(field="top", kind=Kind.NUMBER, prompt=N_("Pixels from the top edge")),
    Spec(field="width", kind=Kind.NUMBER, prompt=N_("Width in pixels")),
    Spec(field="height", kind=Kind.NUMBER, prompt=N_("Height in pixels")),
    Spec(field="idle_text", kind=Kind.LONG, prompt=N_("Words when nobody comes")),
)


class SignSheet(QWidget):
    """Facts of a sign, each saved as it is written.

    Signals:
        changed(): a fact was saved.
        removed(): the sign is gone.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self.sign_id = 0
        self.form = FactForm(Sign.__tablename__, SPECS, clock)
        self._room, self._refusal = Text("", "muted", wrap=True), Text("", "refusal", wrap=True)
        self._remove = Button("", kind="danger", icon_name="delete")
        self.form.wanted.connect(self._on_wanted)
        self._remove.clicked.connect(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.small, SPACE.medium, SPACE.large)
        column.setSpacing(SPACE.large)
        for widget in (self.form, self._room, self._remove, self._refusal):
            column.addWidget(widget)
        column.addStretch(1)
        self.retranslate()

    def show_sign(self, sign: Sign) -> None:
        """Show a sign as read."""
        if sign.id != self.sign_id:
            self.form.reset({})
        self.sign_id = sign.id
        self._refusal.hide()
        self.form.show_values({spec.field: getattr(sign, spec.field) for spec in SPECS})
        self._room.setText(_room_for(sign))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.form.retranslate()
        self._remove.setText(_("Remove the sign"))

    def remove(self) -> None:
        """Take the sign out; refused where it has had messages."""
        try:
            self._desk.signs.remove(self.sign_id, self._clock())
        except ReceptionError as refusal:
            self._refusal.setText(str(refusal))
            self._refusal.show()
            return
        self.sign_id = 0
        self.removed.emit()

    def _on_wanted(self, field: str, value: object) -> None:
        change = partial(self._desk.signs.change, self.sign_id, self._clock(), **{field: value})
        if save_fact(self.form, field, change):
            self.changed.emit()


def _room_for(sign: Sign) -> str:
    """How large the monitor is, or that it is not connected: what a rectangle has to fit into."""
    screen = monitor_named(sign.monitor)
    if screen is None:
        return _("The monitor {monitor} is not connected.").format(monitor=sign.monitor)
    size = physical_size(screen)
    return _(
        "This monitor has {width} × {height} pixels. The sign is drawn on exactly its rectangle."
    ).format(width=size.width(), height=size.height())
