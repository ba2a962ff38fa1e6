"""The overview: who comes, when, what for, what they want; guests and journeys."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.journey import Leg
from reception_desk.domain.visit import ANSWERS, Visit
from reception_desk.i18n import N_, _
from ui.models.answers import AnswersModel
from ui.screens.screen import Clock
from ui.screens.visit.answers import AnswersView
from ui.screens.visit.choices import (
    known_companies,
    known_departments,
    known_people,
    level_options,
    roster_words,
)
from ui.screens.visit.columns import Columns
from ui.screens.visit.companions import CompanionsCard
from ui.screens.visit.company_sheet import CompanySheet
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.guests import GuestsCard
from ui.screens.visit.part_card import PartCard
from ui.screens.visit.saving import save_fact
from ui.screens.visit.section import Section
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fact import Fact
from ui.widgets.pill import Pill
from ui.widgets.text import Text

FORMS: Final[dict[str, tuple[str, tuple[Spec, ...]]]] = {
    "visit": (
        N_("The visit"),
        (
            Spec(field="company_id", kind=Kind.SUGGEST, prompt=N_("Which company comes?")),
            Spec(field="purpose", kind=Kind.LONG, prompt=N_("What do they come for?")),
            Spec(field="level", kind=Kind.CHOICE, prompt=N_("Choose the level")),
            Spec(field="owner_department", kind=Kind.SUGGEST, prompt=N_("Who is responsible?")),
            Spec(field="note", kind=Kind.LONG, prompt=N_("Add a note")),
        ),
    ),
    "time": (
        N_("Time and head count"),
        (
            Spec(field="arrival_at", kind=Kind.MOMENT, prompt=N_("When do they arrive?")),
            Spec(field="departure_at", kind=Kind.MOMENT, prompt=N_("When do they leave?")),
            Spec(field="heads", kind=Kind.NUMBER, prompt=N_("How many come?")),
            Spec(field="men", kind=Kind.NUMBER, prompt=N_("How many men?")),
            Spec(field="women", kind=Kind.NUMBER, prompt=N_("How many women?")),
            Spec(field="drop_off", prompt=N_("Where do they get out?")),
        ),
    ),
    "applicant": (
        N_("Application"),
        (
            Spec(field="applicant", kind=Kind.SUGGEST, prompt=N_("Who applies?")),
            Spec(field="applicant_phone", kind=Kind.PHONE, prompt=N_("Add a phone number")),
            Spec(field="applied_on", kind=Kind.DAY, prompt=N_("Add the day")),
            Spec(field="received_at", kind=Kind.MOMENT, prompt=N_("When did we hear of it?")),
        ),
    ),
    "rest": (N_("Not understood in the form"), (Spec(field="not_understood", kind=Kind.LONG),)),
}
MOMENTS: Final = ("arrival_at", "departure_at", "received_at")


class OverviewSection(Section):
    """Facts in groups, read as text and written in place; everything saves by itself."""

    name, word = "overview", N_("Overview")

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._visit: Visit | None = None
        self._cards: dict[str, Card] = {}
        self.forms: dict[str, FactForm] = {}
        for key, (_title, specs) in FORMS.items():
            self._make_form(key, specs)
        self.answers = AnswersView(AnswersModel(desk, clock, self))
        self._answers_card = Card()
        self._answers_card.body.addWidget(self.answers)
        self.guests = GuestsCard(desk, clock)
        self.legs = PartCard(Leg, desk, clock)
        self.dossier = Button("", kind="link")
        self._company: CompanySheet | None = None
        self.roster = Text("", "muted", wrap=True)
        self._cards["visit"].body.addWidget(self.roster)
        self.companions = CompanionsCard(desk, clock)
        self._cards["visit"].add_action(self.dossier)
        self.mismatch = Pill("")
        self._cards["time"].add_action(self.mismatch)
        self._columns = self._arranged()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._columns)
        self._connect()
        self.retranslate()

    def _make_form(self, key: str, specs: tuple[Spec, ...]) -> None:
        form = FactForm("visit", [self._fitted(spec) for spec in specs], self.local_now)
        self.forms[key] = form
        form.wanted.connect(partial(self._on_wanted, form))
        card = self._cards[key] = Card()
        card.body.addWidget(form)

    def _fitted(self, spec: Spec) -> Spec:
        """The spec with what the desk knows to choose from."""
        match spec.field:
            case "level":
                return replace(spec, options=partial(level_options, self.desk))
            case "company_id":
                return replace(spec, suggest=partial(known_companies, self.desk))
            case "owner_department":
                return replace(spec, suggest=partial(known_departments, self.desk))
            case "applicant":
                return replace(spec, suggest=partial(known_people, self.desk))
        return spec

    def _arranged(self) -> Columns:
        cards, guests, legs, answers = self._cards, self.guests, self.legs, self._answers_card
        return Columns(
            (
                (
                    (cards["visit"], cards["time"], cards["applicant"], cards["rest"]),
                    (guests, self.companions, legs, answers),
                ),
                (
                    (cards["visit"], cards["time"]),
                    (guests, self.companions, legs),
                    (answers, cards["applicant"], cards["rest"]),
                ),
            )
        )

    def _connect(self) -> None:
        model = self.answers.answers
        model.answered.connect(self.changed)
        model.refused.connect(self.refused)
        self.dossier.clicked.connect(self.open_company)
        self.companions.changed.connect(self.changed)
        self.guests.ledger_wanted.connect(lambda whose: self.elsewhere_wanted.emit(f"gifts/{whose}"))
        for card in (self.guests, self.legs):
            card.changed.connect(self.changed)
            card.refused.connect(self.refused)
            card.said.connect(self.said)
            card.details_wanted.connect(self.details_wanted)
            card.details_named.connect(self.details_named)
            card.details_over.connect(self.details_over)

    def local_now(self) -> datetime:
        """The moment on the clock of the company that is visited; what is written is meant on it."""
        return (self._visit.local(self.now()) if self._visit else None) or self.now()

    def show_visit(self, visit_id: int) -> None:
        """Read this visit and show it."""
        if visit_id != self.visit_id:
            self.flush()
        self.visit_id = visit_id
        visit = self._visit = self.read(visit_id)
        values = self._values(visit)
        for form in self.forms.values():
            form.show_values({field: values[field] for field in form.fields()})
        self._cards["rest"].setVisible(bool(visit.not_understood.strip()))
        self.companions.show_visit(visit)
        self._show_heads(visit)
        words = roster_words(self.desk.procedure.levels().level(visit.level))
        self.roster.setText(words)
        self.roster.setVisible(bool(words))
        self.dossier.setVisible(visit.company is not None)
        if self._company is not None:
            self._company.show_visit(visit)
        self.answers.answers.show_visit(visit)
        self.guests.show_visit(visit)
        self.legs.show_visit(visit)

    @staticmethod
    def _values(visit: Visit) -> dict[str, object]:
        """The facts as they are written: moments on the visited company's clock, the company by its name."""
        fields = [spec.field for _title, specs in FORMS.values() for spec in specs]
        values: dict[str, object] = {field: getattr(visit, field) for field in fields}
        values |= {field: visit.local(getattr(visit, field)) for field in MOMENTS}
        company = visit.company
        values["company_id"] = (company.name or company.name_latin) if company else ""
        if visit.applicant_phone and visit.applicant_phone_extension:
            parts = (visit.applicant_phone, _("ext."), visit.applicant_phone_extension)
            values["applicant_phone"] = " ".join(parts)
        return values

    def _show_heads(self, visit: Visit) -> None:
        """Say that the number told and the names on the list differ (A1.1a)."""
        differ = bool(visit.guests) and visit.heads is not None and visit.heads not in visit.named_counts
        sentence = _("{heads} announced, {names} on the list").format(
            heads=visit.heads, names=len(visit.guests)
        )
        self.mismatch.show_status(sentence if differ else "", "soon", "warning")
        self.mismatch.setVisible(differ)

    def _on_wanted(self, form: FactForm, field: str, value: object) -> None:
        if save_fact(form, field, partial(self._save, field, value)):
            self.changed.emit()

    def _save(self, field: str, value: object) -> None:
        if field == "company_id":
            self.desk.visits.name_company(self.visit_id, str(value), self.now())
        else:
            self.desk.visits.change(self.visit_id, self.now(), **{field: value})

    @property
    def company(self) -> CompanySheet:
        """The sheet of the company, made when it is first wanted."""
        if self._company is None:
            self._company = CompanySheet(self.desk, self.clock)
            self._company.changed.connect(self.changed)
        return self._company

    def open_company(self) -> None:
        """Show what we know of the company."""
        if self._visit is not None and self.company.show_visit(self._visit):
            self.details_wanted.emit(self.company.heading(), self.company)

    def go_to(self, field: str) -> None:
        """Bring a fact, a question, a guest or a journey to the eye and the hand."""
        what, _colon, rest = field.partition(":")
        if field in ANSWERS:
            self._columns.bring_up(self.answers)
            self.answers.go_to(field)
        elif what in ("guest", "guests"):
            self._columns.bring_up(self.guests)
            self.guests.go_to(rest)
        elif what in ("leg", "legs"):
            self._columns.bring_up(self.legs)
            self.legs.go_to(rest)
        else:
            self._go_to_fact(field)

    def _go_to_fact(self, field: str) -> None:
        for form in self._all_forms():
            if form.go_to(field):
                self._columns.bring_up(form.fact(field))

    def _all_forms(self) -> list[FactForm]:
        """The forms that are made: that of who comes along only with a visit from abroad."""
        own = self.companions.form
        return [
            *self.forms.values(),
            *([own] if own is not None and self.companions.isVisibleTo(self) else []),
        ]

    def fact(self, field: str) -> Fact:
        """The fact of a field of the visit."""
        return next(form.fact(field) for form in self._all_forms() if field in form.fields())

    def flush(self) -> None:
        """Save what is half-written."""
        for form in self.forms.values():
            form.flush()
        if self._company is not None:
            self._company.flush()
        self.companions.flush()
        self.guests.flush()
        self.legs.flush()

    @Slot()
    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for key, (title, _specs) in FORMS.items():
            self._cards[key].set_title(_(title))
            self.forms[key].retranslate()
        for form in self.forms.values():
            form.line_up_with(list(self.forms.values()))
        self.dossier.setText(_("About the company"))
        if self._company is not None:
            self._company.retranslate()
        self._answers_card.set_title(_("What do they want?"))
        self.answers.setAccessibleName(_("What do they want?"))
        self.companions.retranslate()
        self.guests.retranslate()
        self.legs.retranslate()
