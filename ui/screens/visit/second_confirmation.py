"""How the second confirmation stands: three words above the preparation, and the way into the walk (A8)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception_desk.domain.confirmed_facts import Aspect
from reception_desk.domain.second_confirmation import WORDS
from reception_desk.i18n import _
from reception_desk.services.second_confirmation import Round
from ui.models.second_confirmation import TONES, round_words, standing_words
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.pill import Pill


class ConfirmationCard(Card):
    """People, place and vehicle with who confirmed them and when.

    Signals:
        wanted(): somebody wants to walk through them.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._round: Round | None = None
        self.pills = {aspect: Pill(" ") for aspect in Aspect}
        self.begin = Button("", icon_name="checklist")
        self.begin.clicked.connect(self.wanted)
        self.add_action(self.begin)
        standing = QWidget()
        flow = FlowLayout(standing, spacing=SPACE.small)
        for pill in self.pills.values():
            flow.addWidget(pill)
        self.body.addWidget(standing)

    def show_round(self, found: Round) -> None:
        """Show the round under way."""
        self._round = found
        self.set_note(round_words(found))
        for one in found.confirmations:
            kind, icon = TONES[one.standing]
            words = f"{_(WORDS[one.aspect])} · {standing_words(one, found.visit)}"
            self.pills[one.aspect].show_status(words, kind, icon)
            self.pills[one.aspect].setToolTip("\n".join(found.changes.get(one.aspect, ())))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Second confirmation"))
        self.begin.setText(_("Walk through"))
        if self._round is not None:
            self.show_round(self._round)
