"""What was printed of one paper: when, by whom, in whose hands it is, what is old on it; collected, printed again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from reception_desk.domain.edition import EditionNow, EditionState
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _
from ui.screens.visit.fact_suggest import SuggestFact
from ui.screens.visit.paper_list import PaperList
from ui.screens.visit.paper_words import edition_row, what_differs
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fact_group import FactGroup
from ui.widgets.text import Text

MOST_EDITIONS, MOST_DIFFERENCES = 4, 8


class PaperMade(Card):
    """The editions of one paper; about the chosen one all that is known.

    Signals:
        collected(edition_id): it was brought back.
        handed(edition_id, name): somebody else has it.
        again_wanted(edition_id): it is to be printed as it was.
    """

    collected = Signal(int)
    handed = Signal(int, str)
    again_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._made: list[EditionNow] = []
        self.editions = PaperList(MOST_EDITIONS)
        self.differences = Text("", "caption", tone="late", wrap=True)
        self.holder = SuggestFact("")
        self.recall, self.again = Button("", icon_name="undo"), Button("", icon_name="print")
        self._facts = FactGroup()
        self._facts.add(self.holder)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.small)
        buttons.addWidget(self.recall)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        self.body.addWidget(self.editions)
        self.body.addWidget(self.differences)
        self.body.addWidget(self._facts)
        self.body.addLayout(buttons)
        self.editions.chosen.connect(self._show_chosen)
        self.recall.clicked.connect(lambda: self.collected.emit(self.editions.key()))
        self.again.clicked.connect(lambda: self.again_wanted.emit(self.editions.key()))
        self.holder.changed.connect(self._on_holder)

    def show_made(self, made: Sequence[EditionNow], visit: Visit, likely: Sequence[str]) -> None:
        """Show these, newest first; nothing of the card where there are none."""
        self._made = list(made)
        self.setVisible(bool(made))
        self.editions.rows.show_rows([edition_row(one, visit) for one in made])
        self.holder.set_suggest(
            lambda words: [name for name in likely if words.casefold() in name.casefold()]
        )
        if made and self.chosen() is None:
            old = next((one for one in made if one.is_to_collect), made[0])
            self.editions.choose(old.edition.id)
        self._show_chosen()

    def chosen(self) -> EditionNow | None:
        """The edition that is chosen."""
        return next((one for one in self._made if one.edition.id == self.editions.key()), None)

    def _show_chosen(self, _key: int = 0) -> None:
        made = self.chosen()
        is_about = made is not None and made.is_about
        self._facts.setVisible(is_about)
        self.recall.setVisible(is_about)
        self.again.setVisible(
            made is not None and made.state is EditionState.STALE and bool(made.content_now)
        )
        said: list[str] = []
        if made is not None and is_about and made.content_then != made.content_now:
            said = what_differs(made, MOST_DIFFERENCES)
        self.differences.setText("\n".join(said))
        self.differences.setVisible(bool(said))
        if made is not None:
            self.holder.set_value(made.edition.holder)

    def _on_holder(self, name: object) -> None:
        made = self.chosen()
        if made is not None and str(name) != made.edition.holder:
            self.handed.emit(made.edition.id, str(name))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Printed so far"))
        self.editions.setAccessibleName(_("Printed so far"))
        self.recall.setText(_("Collected"))
        self.again.setText(_("Print again …"))
        self.holder.set_label(_("Held by"))
        self.holder.set_prompt(_("who has it"))
        self._facts.line_up()
