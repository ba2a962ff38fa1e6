"""What drivers and guards are told beside the bookings: parking, quiet in the car, who goes along to the station."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.entity import Answer
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _
from ui.screens.screen import Clock
from ui.screens.visit.choices import options_of
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.saving import save_fact
from ui.widgets.card import Card
from ui.widgets.fact_choice import Options


def _yes_or_no() -> Options:
    return [(False, _("Talk is welcome")), (True, _("Quiet, please"))]


SPECS: Final = (
    Spec(field="parking", prompt=N_("Where do their cars stand?")),
    Spec(field="wants_quiet", kind=Kind.CHOICE, options=_yes_or_no),
    Spec(field="station_send_off", kind=Kind.CHOICE, options=partial(options_of, Answer)),
    Spec(field="station_send_off_by", prompt=N_("Who of us goes along?")),
)


class OnTheWay(Card):
    """Facts of the visit that stand on the sheets of driver and gate (B5b, B11c).

    Signals:
        changed(): a fact was saved.
    """

    changed = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock, self._visit_id = desk, clock, 0
        self.form = FactForm("visit", SPECS, clock)
        self.form.wanted.connect(self._on_wanted)
        self.body.addWidget(self.form)
        self.retranslate()

    def show_visit(self, visit: Visit) -> None:
        """Show how it is for this visit."""
        if visit.id != self._visit_id:
            self.flush()
        self._visit_id = visit.id
        self.form.show_values({field: getattr(visit, field) for field in self.form.fields()})

    def _on_wanted(self, field: str, value: object) -> None:
        change = partial(self._desk.visits.change, self._visit_id, self._clock(), **{field: value})
        if save_fact(self.form, field, change):
            self.changed.emit()

    def flush(self) -> None:
        """Save what is half-written."""
        self.form.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("On the road"))
        self.form.retranslate()
