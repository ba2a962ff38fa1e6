"""The sheet of the visiting company: its names, and the dossier that stays with it for the next visit (A2.1)."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.company import Company
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _, current_language
from ui.screens.screen import Clock
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.saving import save_fact
from ui.theme import SPACE

DOSSIER: Final[tuple[Spec, ...]] = (
    Spec(field="background", kind=Kind.LONG, prompt=N_("Add the background")),
    Spec(field="strength", kind=Kind.LONG, prompt=N_("Add the strength")),
    Spec(field="business_status", kind=Kind.LONG, prompt=N_("Add the business status")),
    Spec(field="business_scope", kind=Kind.LONG, prompt=N_("Add the business scope")),
    Spec(field="regional_market", kind=Kind.LONG, prompt=N_("Add the regional market")),
    Spec(field="business_model", kind=Kind.LONG, prompt=N_("Add the business model")),
    Spec(field="interests", kind=Kind.LONG, prompt=N_("Interests, parted by commas")),
    Spec(field="customs", kind=Kind.LONG, prompt=N_("Add customs and habits")),
)
"""The dossier as it is written, here and under “Background”."""
ADDRESS: Final = Spec(field="address", prompt=N_("Add the address"))

GROUPS: Final[tuple[tuple[str, tuple[Spec, ...]], ...]] = (
    (
        N_("Company"),
        (
            Spec(field="name", prompt=N_("The name as it is written")),
            Spec(field="name_latin", prompt=N_("Add the English name")),
            Spec(field="aliases", prompt=N_("Add what it is called for short")),
            Spec(field="country", kind=Kind.COUNTRY, prompt=N_("Add the country or region")),
            Spec(field="phone", kind=Kind.PHONE, prompt=N_("Add a phone number")),
            ADDRESS,
        ),
    ),
    (N_("Dossier"), DOSSIER),
)


class CompanySheet(QWidget):
    """All facts of the company that comes.

    Signals:
        changed(): a fact was saved.
    """

    changed = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._visit_id, self._company_id = 0, 0
        self._company: Company | None = None
        self.forms: list[FactForm] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE.medium, SPACE.large)
        column.setSpacing(SPACE.small)
        for _title, specs in GROUPS:
            form = FactForm("company", specs, clock)
            form.wanted.connect(partial(self._on_wanted, form))
            self.forms.append(form)
            column.addWidget(form)
            column.addSpacing(SPACE.small)
        column.addStretch(1)
        self.retranslate()

    def show_visit(self, visit: Visit) -> bool:
        """Show the company of a visit; False where none is named."""
        self._company, self._visit_id = visit.company, visit.id
        company_id = self._company.id if self._company else 0
        for form in self.forms:
            if company_id != self._company_id:
                form.reset({})
            if self._company is not None:
                form.show_values({field: getattr(self._company, field) for field in form.fields()})
        self._company_id = company_id
        return self._company is not None

    def heading(self) -> str:
        """What the sheet is called."""
        return self._company.name_in(current_language()) if self._company else _("Company")

    def flush(self) -> None:
        """Save what is half-written."""
        for form in self.forms:
            form.flush()

    def _on_wanted(self, form: FactForm, field: str, value: object) -> None:
        save = partial(self._desk.visits.change_company, self._visit_id, self._clock(), **{field: value})
        if save_fact(form, field, save):
            self.changed.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for form, (title, _specs) in zip(self.forms, GROUPS, strict=True):
            form.set_title(_(title))
            form.retranslate()
        for form in self.forms:
            form.line_up_with(self.forms)
