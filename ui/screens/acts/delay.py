"""F7, something changed on the way: what comes later, by how much; what moves and is touched, before it is done."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.consequences import counted
from reception_desk.domain.delay import Delay
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, ngettext
from reception_desk.services.booking_gate import OverlapError
from reception_desk.services.delays import Foreseen
from ui.models.rows import RowsModel
from ui.screens.acts.act_sheet import ActSheet
from ui.screens.acts.reschedule import MovesView, move_rows
from ui.screens.screen import Clock
from ui.screens.visit.fact_form import Kind, Spec
from ui.screens.visit.part_rows import short_moment
from ui.widgets.fact_choice import Options
from ui.widgets.text import Text

ARRIVAL: Final = 0
"""Stands for the arrival at our company, where a journey has its id."""
REASON: Final = "overlap_reason"
MINUTES: Final = (15, 30, 60, 90, 120, 180, 240, 300, -15, -30, -60)


class DelaySheet(ActSheet):
    """The journey, how much later it comes, whether the rest of the day moves along."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        self.rows, self._what, self.touched = (
            RowsModel(),
            Text("", "strong"),
            Text("", wrap=True, tone="late"),
        )
        specs = (
            Spec(field="what", kind=Kind.CHOICE, word=N_("What comes later"), options=self._things),
            Spec(field="minutes", kind=Kind.CHOICE, word=N_("By"), options=_by),
            Spec(field="along", kind=Kind.CHOICE, word=N_("The rest of the day"), options=_along),
            Spec(field=REASON, word=N_("Why both"), prompt=N_("Why may it be booked all the same?")),
        )
        self.list = MovesView(self.rows)
        super().__init__(desk, clock, specs, (self.touched, self._what, self.list), icon_name="clock")
        self.form.wanted.connect(self._on_wanted)
        self.retranslate()

    def _things(self) -> Options:
        legs = self.visit.legs if self.visit else []
        journeys = [(leg.id, f"{leg.number or _('Journey')} · {short_moment(leg.local_at)}") for leg in legs]
        return [*journeys, (ARRIVAL, _("Arrival at our company"))]

    def first_values(self, visit: Visit) -> dict[str, object]:
        """The journey that brings them, an hour later, the rest of the day with it."""
        self.form.retranslate()  # the journeys to choose from are those of this visit
        self.form.fact(REASON).hide()
        coming = next((leg.id for leg in visit.legs if leg.at is not None), ARRIVAL)
        values = {"what": coming, "minutes": 60, "along": True, REASON: ""}
        self._preview(values)
        return values

    def _on_wanted(self, field: str, value: object) -> None:
        self.form.show_values({field: value})
        if field != REASON:
            self.form.fact(REASON).hide()
            self.form.show_values({REASON: ""})
            self._preview(self.form.values())

    def _delay(self, values: dict[str, object]) -> Delay:
        what, minutes = values["what"], values["minutes"]
        return Delay(
            leg_id=what if isinstance(what, int) and what != ARRIVAL else None,
            by=timedelta(minutes=minutes if isinstance(minutes, int) else 0),
            along=bool(values["along"]),
        )

    def _preview(self, values: dict[str, object]) -> None:
        self.show_refusal("")
        found = Foreseen(moves=[], touched=[])
        if self.visit is not None:
            try:
                found = self.desk.delays.preview(self.visit.id, self._delay(values), self.clock())
            except ReceptionError as refusal:
                self.show_refusal(str(refusal))
        rows = move_rows(found.moves)
        self.rows.show_rows(rows)
        words = ngettext("{count} thing moves", "{count} things move", len(rows))
        self._what.setText(words.format(count=len(rows)))
        said = counted(found.touched)
        self.touched.setText(_("Touched then: {what}").format(what=said) if said else "")
        self.touched.setVisible(bool(said))

    def act(self, visit: Visit) -> str:
        """Move it."""
        values = self.form.values()
        self.desk.delays.delay(visit.id, self._delay(values), self.clock(), str(values[REASON] or ""))
        said = counted(self.desk.consequences.of(visit.id))
        return _("Moved. Touched: {what} — Ctrl+J shows them").format(what=said) if said else _("Moved")

    def take_refusal(self, refusal: ReceptionError) -> None:
        """Where something is taken already, ask why both may stand."""
        super().take_refusal(refusal)
        if isinstance(refusal, OverlapError):
            self.form.fact(REASON).show()
            self.form.go_to(REASON)

    def title(self) -> str:
        """What the sheet is called."""
        return _("Something has changed")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.list.setAccessibleName(_("What moves along"))
        self.button.setText(_("Move it  Ctrl+Enter"))


def _by() -> Options:
    later, sooner = _("{minutes} minutes later"), _("{minutes} minutes sooner")
    hours = _("{hours} hours later")
    return [
        (
            minutes,
            sooner.format(minutes=-minutes)
            if minutes < 0
            else hours.format(hours=minutes // 60)
            if minutes > 60 and minutes % 60 == 0  # noqa: PLR2004 - an hour
            else later.format(minutes=minutes),
        )
        for minutes in MINUTES
    ]


def _along() -> Options:
    return [(True, _("moves along")), (False, _("stays"))]
