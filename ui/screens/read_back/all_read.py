"""All is repeated: the tick of the checklist is offered, and never set by itself (A1.5)."""

from __future__ import annotations

from PySide6.QtCore import Signal

from reception_desk.i18n import _
from reception_desk.services.read_back import Card as ReadBackCard
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import Text


class AllRead(Card):
    """Comes up when the last fact is right.

    Signals:
        ticked(): tick the item.
    """

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words, self.tick = Text("", "body", wrap=True), Button("", icon_name="check")
        self.body.addWidget(self.words)
        self.body.addWidget(self.tick)
        self.tick.clicked.connect(self.ticked)

    def show_card(self, card: ReadBackCard) -> None:
        """Say that all is repeated, and whether the checklist knows."""
        item = card.repeated
        self.setVisible(card.is_whole)
        self.tick.setVisible(item is not None and item.is_open)
        sentence = _("All {count} facts are repeated and right.")
        if item is not None and not item.is_open:
            sentence = _("All {count} facts are repeated and right; the checklist is ticked.")
        self.words.setText(sentence.format(count=len(card.facts)))
        self.tick.setText(_("Tick item {code}").format(code=item.code) if item is not None else "")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Done"))
