"""The plan: how far it is, level and relation, who of us receives, opinions, which departments are told."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.opinion import Opinion
from reception_desk.domain.relation import Leader
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _
from ui.screens.screen import Clock
from ui.screens.visit.choices import known_people
from ui.screens.visit.columns import Columns
from ui.screens.visit.departments_told import DepartmentsCard
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.hosts import HostsCard
from ui.screens.visit.part_card import PartCard
from ui.screens.visit.readiness import ReadinessCard
from ui.screens.visit.saving import save_fact
from ui.screens.visit.section import Section
from ui.screens.visit.standing_card import StandingCard
from ui.widgets.card import Card

SPECS: Final = (
    Spec(field="kind", kind=Kind.SUGGEST, prompt=N_("Such as inspection or talks")),
    Spec(field="coordinator", kind=Kind.SUGGEST, prompt=N_("Who coordinates?")),
    Spec(field="budget", kind=Kind.LONG, prompt=N_("What may it cost, by kind?")),
    Spec(field="contingency", kind=Kind.LONG, prompt=N_("What if they are late, or it rains?")),
)


class PlanSection(Section):
    """Cards; everything saves by itself."""

    name, word = "plan", N_("Plan")

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._visit: Visit | None = None
        self.readiness, self.standing = ReadinessCard(desk, clock), StandingCard(desk, clock)
        self.hosts, self.departments = HostsCard(desk, clock), DepartmentsCard(desk, clock)
        self.opinions = PartCard(Opinion, desk, clock)
        self.form = FactForm("visit", [self._fitted(spec) for spec in SPECS], clock)
        self.form.wanted.connect(self._on_wanted)
        self._texts = Card()
        self._texts.body.addWidget(self.form)
        self._columns = Columns(
            (
                ((self.readiness, self.standing, self._texts), (self.hosts, self.departments, self.opinions)),
                (
                    (self.readiness, self._texts),
                    (self.hosts, self.opinions),
                    (self.standing, self.departments),
                ),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._columns)
        self._connect()
        self.retranslate()

    def _fitted(self, spec: Spec) -> Spec:
        """The spec with what the desk knows to choose from."""
        match spec.field:
            case "coordinator":
                return replace(spec, suggest=partial(known_people, self.desk))
            case "kind":
                return replace(spec, suggest=self._kinds)
        return spec

    def _kinds(self, words: str) -> list[str]:
        return [kind for kind in self.desk.visits.kinds() if words.casefold() in kind.casefold()]

    def _connect(self) -> None:
        for card in (self.hosts, self.departments, self.opinions):
            card.changed.connect(self.changed)
            card.refused.connect(self.refused)
            card.said.connect(self.said)
            card.details_wanted.connect(self.details_wanted)
            card.details_over.connect(self.details_over)
        for quiet in (self.readiness, self.standing):
            quiet.changed.connect(self.changed)
        self.readiness.wanted.connect(self._on_missing)
        self.departments.paper_wanted.connect(lambda: self.visit_wanted.emit(self.visit_id, "paper/D3"))
        self.standing.rank_wanted.connect(self._on_rank_wanted)
        self.standing.asked.connect(self._bring_up)

    def show_visit(self, visit_id: int) -> None:
        """Read this visit and show it."""
        if visit_id != self.visit_id:
            self.flush()
        self.visit_id = visit_id
        visit = self._visit = self.read(visit_id)
        for card in (self.readiness, self.standing, self.hosts, self.departments, self.opinions):
            card.show_visit(visit)
        self.form.show_values({spec.field: getattr(visit, spec.field) for spec in SPECS})

    def _on_wanted(self, field: str, value: object) -> None:
        save = partial(self.desk.visits.change, self.visit_id, self.now(), **{field: value})
        if save_fact(self.form, field, save):
            self.changed.emit()

    def _on_missing(self, section: str, field: str) -> None:
        if section == self.name:
            self.go_to(field)
        else:
            self.visit_wanted.emit(self.visit_id, f"{section}/{field}")

    def _bring_up(self, widget: QWidget) -> None:
        """Let a line that has just come up get its place first."""
        QTimer.singleShot(0, self, lambda: self._columns.bring_up(widget))

    def _on_rank_wanted(self, leader: str) -> None:
        main = self._visit.main_guest if self._visit else None
        if leader == Leader.HOST:
            self._columns.bring_up(self.hosts)
            self.hosts.open_lead()
        elif main is not None:
            self.visit_wanted.emit(self.visit_id, f"overview/guest:{main.id}:rank")
        else:
            self.visit_wanted.emit(self.visit_id, "overview/guests")

    def go_to(self, field: str) -> None:
        """Bring a fact, one of us, an empty role or a department to the eye and the hand."""
        what, _colon, rest = field.partition(":")
        if what == "relation" and rest:
            self._on_rank_wanted(rest)
        elif what in ("host", "hosts"):
            self._columns.bring_up(self.hosts)
            self.hosts.go_to(rest) if rest else self.hosts.go_to_open()
        elif what == "role":
            self._columns.bring_up(self.hosts)
            self.hosts.open_role(rest)
        elif what in ("department_notice", "departments"):
            self._columns.bring_up(self.departments)
            self.departments.go_to(rest) if rest else self.departments.go_to_open()
        elif what in ("opinion", "opinions"):
            self._columns.bring_up(self.opinions)
            self.opinions.go_to(rest)
        elif self.standing.go_to(field):
            self._columns.bring_up(self.standing)
        elif self.readiness.form.go_to(field):
            self._columns.bring_up(self.readiness)
        elif self.form.go_to(field):
            self._columns.bring_up(self._texts)

    def flush(self) -> None:
        """Save what is half-written."""
        self.form.flush()
        for card in (self.readiness, self.standing, self.hosts, self.departments, self.opinions):
            card.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._texts.set_title(_("Coordination, budget, precautions"))
        self.form.retranslate()
        for card in (self.readiness, self.standing, self.hosts, self.departments, self.opinions):
            card.retranslate()
