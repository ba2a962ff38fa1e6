"""A new visit by keyboard alone: company, main guest, arrival, level; Ctrl+Enter saves what is there."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.acquaintance import Acquaintance
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from ui.screens.screen import Clock
from ui.screens.visit.choices import known_companies, known_departments, level_options
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.fact_known import KnownFact
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.text import Text

FACTS: Final = ("arrival_at", "departure_at", "level", "purpose", "owner_department")


class NewVisitSheet(QWidget):
    """What the side sheet shows for Ctrl+N. A draft saves with anything (P1); what is refused stays to be mended.

    Signals:
        created(visit_id): the visit is saved.
    """

    created = Signal(int)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._known: Acquaintance | None = None
        self.form = FactForm("visit", self._specs(), self._here)
        self.save = Button("", kind="primary", icon_name="check")
        self._hint, self._refusal = Text("", "caption", wrap=True), Text("", "refusal", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.small, SPACE.medium, SPACE.large)
        column.setSpacing(SPACE.large)
        for widget in (self.form, self._refusal, self.save, self._hint):
            column.addWidget(widget)
        column.addStretch(1)
        self.save.clicked.connect(self.create_visit)
        name = self.form.fact("main_guest")
        if isinstance(name, KnownFact):
            name.set_ask(desk.acquaintances.people_like)
            name.recognised.connect(self._recognise)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.create_visit)
        self.retranslate()
        self.begin()

    def _specs(self) -> tuple[Spec, ...]:
        desk = self._desk
        return (
            Spec(
                field="company",
                kind=Kind.SUGGEST,
                word=N_("Visiting company"),
                prompt=N_("Which company comes?"),
                suggest=partial(known_companies, desk),
            ),
            Spec(
                field="main_guest",
                kind=Kind.KNOWN,
                word=N_("Main guest"),
                prompt=N_("Who is the main guest?"),
            ),
            Spec(field="title", word=N_("Title"), prompt=N_("Add the title")),
            Spec(field="arrival_at", kind=Kind.MOMENT, prompt=N_("Such as 12-8 10:30 or tomorrow 9:30")),
            Spec(
                field="level",
                kind=Kind.CHOICE,
                prompt=N_("Choose the level"),
                options=partial(level_options, desk),
            ),
            Spec(field="departure_at", kind=Kind.MOMENT, prompt=N_("When do they leave?")),
            Spec(field="purpose", prompt=N_("What do they come for?")),
            Spec(
                field="owner_department",
                kind=Kind.SUGGEST,
                prompt=N_("Who is responsible?"),
                suggest=partial(known_departments, desk),
            ),
        )

    def _here(self) -> datetime:
        return self._clock().astimezone(ZoneInfo(self._desk.company.settings().zone))

    def begin(self) -> None:
        """Empty the sheet for the next visit, the hand at the first fact."""
        self._known = None
        blank: dict[str, object] = dict.fromkeys(self.form.fields(), "")
        self.form.reset(blank | dict.fromkeys(("arrival_at", "departure_at", "level")))
        self._show_refusal("")
        self.form.go_to("company")

    def _recognise(self, known: Acquaintance) -> None:
        """Somebody who came before: company and title come along where nothing is written yet."""
        self._known = known
        along = {"company": known.company, "title": known.title}
        values = self.form.values()
        self.form.show_values({field: value for field, value in along.items() if not values[field]})
        self.form.go_to("arrival_at" if self.form.values()["title"] else "title")

    def is_dirty(self) -> bool:
        """Whether something stands in it."""
        return any(self.form.values().values()) or any(fact.is_dirty() for fact in self.form.facts())

    def create_visit(self) -> None:
        """Save; a fact that is not understood is gone to, and nothing is lost."""
        self.form.flush()
        refused = next((field for field in self.form.fields() if self.form.fact(field).refusal()), "")
        if refused:
            self.form.go_to(refused)
            return
        values = self.form.values()
        try:
            visit = self._desk.visits.new(
                self._clock(),
                company=str(values["company"]),
                main_guest=str(values["main_guest"]),
                title=str(values["title"]),
                known=self._known,
                **{field: values[field] for field in FACTS if values[field] not in ("", None)},
            )
        except ReceptionError as refusal:
            self._refuse(str(refusal))
            return
        self.begin()
        self.created.emit(visit.id)

    def _refuse(self, sentence: str) -> None:
        """Say it beside the time that cannot be, else below all facts."""
        values = self.form.values()
        if values["arrival_at"] and values["departure_at"]:
            self.form.show_refusal("departure_at", sentence)
            self.form.go_to("departure_at")
        else:
            self._show_refusal(sentence)

    def _show_refusal(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    def title(self) -> str:
        """What the sheet is called."""
        return _("New visit")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.form.retranslate()
        self.save.setText(_("Save the visit  Ctrl+Enter"))
        self._hint.setText(
            _("Enter goes to the next line. Nothing is obligatory: the rest can follow later.")
        )
