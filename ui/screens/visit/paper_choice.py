"""How a paper is to be made: language, size of the sheet, whose name."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_desk.documents.hand_out import HandOut
from reception_desk.domain.edition import Choice
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _
from ui.screens.visit.paper_words import LANGUAGES, guest_options
from ui.theme import SPACE
from ui.widgets.fact_choice import ChoiceFact
from ui.widgets.fact_group import FactGroup
from ui.widgets.segmented import Segmented


class PaperChoice(QWidget):
    """Shows a choice; what a paper leaves no choice of is not there.

    Signals:
        chosen(choice): somebody wants it otherwise.
        guest_chosen(guest_id): somebody else's name is wanted; None for the main guest's.
    """

    chosen = Signal(object)
    guest_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = Choice()
        self.language = Segmented([(language, "") for language in LANGUAGES])
        self.whose, self.sheet = ChoiceFact(""), ChoiceFact("")
        self._facts = FactGroup()
        self._facts.add(self.whose)
        self._facts.add(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addWidget(self.language)
        column.addWidget(self._facts)
        self.language.chosen.connect(lambda language: self._change(language=language))
        self.sheet.changed.connect(lambda size: self._change(paper=size))
        self.whose.changed.connect(self.guest_chosen)
        self.retranslate()

    def show_choice(self, choice: Choice, hand_out: HandOut, visit: Visit) -> None:
        """Show how this paper is made."""
        self._choice = choice
        self.language.set_value(choice.language)
        self.whose.setVisible(hand_out.about_a_guest)
        self.whose.set_options(guest_options(visit))
        self.whose.set_value(choice.guest_id)
        self.sheet.setVisible(len(hand_out.papers) > 1)
        self.sheet.set_options([(size, size) for size in hand_out.papers])
        self.sheet.set_value(choice.paper)

    def _change(self, **parts: str) -> None:
        self._choice = replace(self._choice, **parts)  # type: ignore[arg-type]  # all of them are texts
        self.chosen.emit(self._choice)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.language.set_words([_(words) for words in LANGUAGES.values()])
        self.language.set_name(_("Language of the paper"))
        self.whose.set_label(_("Name on it"))
        self.sheet.set_label(_("Sheet size"))
        self._facts.line_up()
