"""How far a visit is, and what is missing for the next step; each with one press to where it is put right (A0)."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.readiness import Missing, Readiness, Stage, readiness
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _, ngettext
from ui.models.rows import Row, RowsModel
from ui.screens.screen import Clock
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.hosts import LacksView
from ui.screens.visit.saving import save_fact
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.pill import Pill

STAGES: Final = {
    Stage.FACTS: N_("Facts"),
    Stage.STANDING: N_("Relation"),
    Stage.PLAN: N_("Roster"),
    Stage.PREPARATION: N_("Preparation"),
    Stage.READY: N_("Ready"),
}
REASON: Final = Spec(field="ready_reason", kind=Kind.LONG, prompt=N_("Ready all the same, because …"))


class ReadinessCard(Card):
    """The stages side by side, the one it is in marked; below what is missing, and why it counts as ready.

    Signals:
        changed(): the reason was written or taken back.
        wanted(section, field): somebody wants to put something right.
    """

    changed = Signal()
    wanted = Signal(str, str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._visit_id = 0
        self._shows_all = False
        self._found: Readiness | None = None
        self._shown: list[Missing] = []
        self.pills = {stage: Pill("") for stage in Stage}
        stages = QWidget()
        flow = FlowLayout(stages, spacing=SPACE.hair)
        for pill in self.pills.values():
            flow.addWidget(pill)
        self.missing = LacksView(RowsModel())
        self.missing.opened.connect(self._on_opened)
        self.more = Button("", kind="link")
        self.more.clicked.connect(self._on_more)
        self.form = FactForm("visit", (REASON,), clock)
        self.form.wanted.connect(self._on_wanted)
        for widget in (stages, self.missing, self.more, self.form):
            self.body.addWidget(widget)

    def show_visit(self, visit: Visit) -> None:
        """Work out how far a visit is, and show it."""
        if visit.id != self._visit_id:
            self._shows_all = False
        self._visit_id = visit.id
        procedure = self._desk.procedure
        level, plan = procedure.levels().level(visit.level), self._desk.preparation.plan(visit)
        gaps = self._desk.gaps.of(visit, plan, self._clock())
        confirmed = self._desk.second_confirmation.last_round(visit.id)
        self._found = readiness(visit, level, procedure.ranks(), plan, gaps, confirmed)
        self.form.show_values({"ready_reason": visit.ready_reason})
        self._show()

    def readiness(self) -> Readiness | None:
        """What was worked out last."""
        return self._found

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        order = list(Stage)
        for stage, pill in self.pills.items():
            is_past = order.index(stage) < order.index(found.stage) or stage is found.stage is Stage.READY
            if stage is found.stage and stage is not Stage.READY:
                pill.show_status(_(STAGES[stage]), "primary")
            elif stage is Stage.READY and found.is_by_word:
                pill.show_status(_(STAGES[stage]), "soon", "warning")
            else:
                pill.show_status(_(STAGES[stage]), "done" if is_past else "plain", "check" if is_past else "")
        self._shown = list(found.missing if self._shows_all or found.is_by_word else found.next)
        apart = len({one.stage for one in self._shown}) > 1
        rows = [
            Row(key=place, icon="circle", first=one.what, end=_(STAGES[one.stage]) if apart else "")
            for place, one in enumerate(self._shown)
        ]
        self.missing.rows.show_rows(rows)
        others = len(found.missing) - len(self._shown)
        words = ngettext("{count} more for the steps after", "{count} more for the steps after", others)
        self.more.setText(words.format(count=others))
        self.more.setVisible(others > 0)
        self.form.setVisible(bool(found.missing or found.reason))
        self.set_note("" if found.missing else _("Nothing is missing"))

    def _on_opened(self, place: int) -> None:
        self.wanted.emit(self._shown[place].section, self._shown[place].field)

    def _on_more(self) -> None:
        self._shows_all = True
        self._show()

    def _on_wanted(self, field: str, value: object) -> None:
        save = partial(self._desk.visits.change, self._visit_id, self._clock(), **{field: str(value).strip()})
        if save_fact(self.form, field, save):
            self.changed.emit()

    def flush(self) -> None:
        """Save what is half-written."""
        self.form.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("How far it is"))
        self.missing.setAccessibleName(_("What is missing"))
        self.form.retranslate()
        self._show()
