"""A card of facts of the visit itself, each saved as it is written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _
from ui.screens.screen import Clock
from ui.screens.visit.fact_form import FactForm, Spec
from ui.screens.visit.saving import save_fact
from ui.widgets.card import Card


class VisitFactsCard(Card):
    """Under its `word`, a form of its `specs`.

    Signals:
        changed(): a fact was saved.
    """

    changed = Signal()
    word: ClassVar[str]
    specs: ClassVar[Sequence[Spec]]

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock, self._visit_id = desk, clock, 0
        self.form = FactForm("visit", self.specs, clock)
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
        self.set_title(_(self.word))
        self.form.retranslate()
