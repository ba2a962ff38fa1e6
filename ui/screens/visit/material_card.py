"""Where the English material for guests from abroad is: company, products, process (A5.2)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.material import REQUIRED, MaterialKind, missing_material
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, ngettext
from reception_desk.services.background import english_material
from ui.screens.screen import Clock
from ui.widgets.card import Card
from ui.widgets.fact import TextFact
from ui.widgets.fact_group import FactGroup


class MaterialCard(Card):
    """A line for each kind, written in place; for guests from abroad only.

    Signals:
        changed(): a place was saved.
    """

    changed = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._visit_id = 0
        self.group = FactGroup()
        self.facts = {kind: TextFact("") for kind in REQUIRED}
        for kind, fact in self.facts.items():
            self.group.add(fact)
            fact.changed.connect(partial(self._store, kind))
        self.body.addWidget(self.group)
        self.retranslate()

    def show_visit(self, visit: Visit) -> None:
        """Show where the material of a visit is."""
        if visit.id != self._visit_id:
            for fact in self.facts.values():
                fact.discard()
        self._visit_id = visit.id
        self.setVisible(visit.is_foreign)
        for kind, fact in self.facts.items():
            there = english_material(visit, kind)
            fact.set_value(there.place if there else "")
        missing = len(missing_material(visit))
        words = ngettext("{count} is missing", "{count} are missing", missing)
        self.set_note(words.format(count=missing) if missing else "")

    def _store(self, kind: MaterialKind, place: object) -> None:
        try:
            self._desk.background.place_material(self._visit_id, kind, str(place), self._clock())
        except ReceptionError as refusal:
            self.facts[kind].show_refusal(str(refusal))
            return
        self.changed.emit()

    def go_to(self, kind: str) -> None:
        """Put the focus on a kind, the first one where none is named."""
        wanted = kind if kind in {one.value for one in REQUIRED} else REQUIRED[0].value
        self.facts[MaterialKind(wanted)].edit()

    def flush(self) -> None:
        """Save what is half-written."""
        for fact in self.facts.values():
            fact.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("English material"))
        for kind, fact in self.facts.items():
            fact.set_label(choice_word(kind))
            fact.set_prompt(_("File or place"))
        self.group.line_up()
