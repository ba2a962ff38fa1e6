"""What our side should know: dossier, questions, customs, who has read it, what is agreed with the leaders (A2, A5)."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import N_
from ui.screens.screen import Clock
from ui.screens.visit.columns import Columns
from ui.screens.visit.customs_card import CustomsCardView
from ui.screens.visit.dossier_card import DossierCard
from ui.screens.visit.material_card import MaterialCard
from ui.screens.visit.questions_card import QuestionsCard
from ui.screens.visit.readers_card import ReadersCard
from ui.screens.visit.section import Section
from ui.screens.visit.talks_card import TalksCard


class BackgroundSection(Section):
    """Cards side by side; everything saves by itself."""

    name, word = "background", N_("Background")

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.dossier, self.customs = DossierCard(desk, clock), CustomsCardView(desk)
        self.questions, self.talks = QuestionsCard(desk, clock), TalksCard(desk, clock)
        self.readers, self.material = ReadersCard(desk, clock), MaterialCard(desk, clock)
        rest = (self.talks, self.questions, self.material, self.readers, self.customs)
        self._columns = Columns(
            (
                ((self.dossier,), rest),
                ((self.dossier,), rest[:2], rest[2:]),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._columns)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        for card in (self.dossier, self.questions, self.talks, self.readers, self.material):
            card.changed.connect(self.changed)
        for card in (self.dossier, self.questions, self.talks, self.readers):
            card.refused.connect(self.refused)
        for card in (self.dossier, self.questions):
            card.said.connect(self.said)
            card.details_wanted.connect(self.details_wanted)
            card.details_over.connect(self.details_over)

    def show_visit(self, visit_id: int) -> None:
        """Read this visit and show what is known."""
        if visit_id != self.visit_id:
            self.flush()
        self.visit_id = visit_id
        visit = self.read(visit_id)
        for card in (self.dossier, self.questions, self.talks, self.readers, self.material, self.customs):
            card.show_visit(visit)

    def go_to(self, field: str) -> None:
        """Bring a fact of the dossier, `question:3`, `material:product`, `talks` or `readers` to the eye."""
        what, _colon, rest = field.partition(":")
        cards = {
            "question": self.questions,
            "questions": self.questions,
            "talks": self.talks,
            "readers": self.readers,
            "material": self.material,
            "materials": self.material,
            "customs_card": self.customs,
        }
        self._columns.bring_up(cards.get(what, self.dossier))
        if what in ("question", "questions"):
            self.questions.go_to(rest)
        elif what == "talks":
            self.talks.go_to(rest)
        elif what in ("material", "materials"):
            self.material.go_to(rest)
        elif what == "readers":
            next((line.box.setFocus() for line in self.readers.lines.values()), None)
        else:
            self.dossier.go_to("background" if what == "dossier" else what)

    def flush(self) -> None:
        """Save what is half-written."""
        for card in (self.dossier, self.questions, self.talks, self.material):
            card.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for card in (self.dossier, self.questions, self.talks, self.readers, self.material, self.customs):
            card.retranslate()
