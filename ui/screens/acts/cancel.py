"""A visit is called off: why, so that everybody who opens it later knows."""

from __future__ import annotations

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _
from ui.screens.acts.act_sheet import ActSheet
from ui.screens.screen import Clock
from ui.screens.visit.fact_form import Spec


class CancelSheet(ActSheet):
    """Asks for the reason; it may be left out."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        specs = (Spec(field="cancel_reason", word=N_("Reason"), prompt=N_("Why do they not come?")),)
        super().__init__(desk, clock, specs, kind="danger", icon_name="close")
        self.form.wanted.connect(lambda field, value: self.form.show_values({field: value}))
        self.retranslate()

    def first_values(self, visit: Visit) -> dict[str, object]:
        """No reason yet."""
        return {"cancel_reason": ""}

    def act(self, visit: Visit) -> str:
        """Call it off."""
        self.desk.visits.cancel(visit.id, self.clock(), str(self.form.values()["cancel_reason"]))
        return _("Cancelled the visit")

    def title(self) -> str:
        """What the sheet is called."""
        return _("Cancel the visit")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.button.setText(_("Cancel the visit  Ctrl+Enter"))
        self.hint.setText(
            _("It stays in the list and can be taken up again. Tell hotel, cars and hosts yourself.")
        )
