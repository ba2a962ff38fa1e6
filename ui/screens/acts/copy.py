"""The same visit once more: only the new arrival is asked, and even that may stay open."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _
from ui.screens.acts.act_sheet import ActSheet
from ui.screens.screen import Clock
from ui.screens.visit.fact_form import Kind, Spec


class CopySheet(ActSheet):
    """Asks when they come this time.

    Signals:
        made(visit_id): the copy is there.
    """

    made = Signal(int)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        prompt = N_("When do they come this time?")
        specs = (Spec(field="arrival_at", kind=Kind.MOMENT, word=N_("New arrival"), prompt=prompt),)
        super().__init__(desk, clock, specs, icon_name="copy")
        self.form.wanted.connect(lambda field, value: self.form.show_values({field: value}))
        self.retranslate()

    def first_values(self, visit: Visit) -> dict[str, object]:
        """Nothing yet."""
        return {"arrival_at": None}

    def act(self, visit: Visit) -> str:
        """Make the copy."""
        arrival = self.form.values()["arrival_at"]
        moment = arrival if isinstance(arrival, datetime) else None
        made = self.desk.rescheduling.copy(visit.id, self.clock(), moment)
        self.made.emit(made)
        return _("Copied from visit {number}").format(number=visit.number)

    def title(self) -> str:
        """What the sheet is called."""
        return _("Copy the visit")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.button.setText(_("Make the copy  Ctrl+Enter"))
        self.hint.setText(
            _(
                "Company, guests, answers, meetings, meals and itinerary are copied, moved to the new day. "
                "Journeys, cars, hotel, tickets, ticks, papers and welcome words are not."
            )
        )
