"""What stands at the foot of the guests' itinerary: weather, clothing, what to bring (D4)."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _
from ui.screens.screen import Clock
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.saving import save_fact
from ui.widgets.card import Card

SPECS: Final = (Spec(field="guest_hint", kind=Kind.LONG, prompt=N_("Weather, clothing, what to bring")),)


class HintCard(Card):
    """Words to the guests.

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
        """Show what the guests are told."""
        if visit.id != self._visit_id:
            self.flush()
        self._visit_id = visit.id
        self.form.show_values({"guest_hint": visit.guest_hint})

    def _on_wanted(self, field: str, value: object) -> None:
        change = partial(self._desk.visits.change, self._visit_id, self._clock(), **{field: value})
        if save_fact(self.form, field, change):
            self.changed.emit()

    def flush(self) -> None:
        """Save what is half-written."""
        self.form.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("To the guests"))
        self.form.retranslate()
