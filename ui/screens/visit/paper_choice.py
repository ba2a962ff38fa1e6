"""How a paper is to be made: language, size of the sheet, about whom, how often, for whose hands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_desk.documents.hand_out import HandOut
from reception_desk.domain.edition import Choice
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _
from ui.screens.visit.fact_suggest import SuggestFact
from ui.screens.visit.paper_words import LANGUAGES, SUBJECTS, subject_options
from ui.theme import SPACE
from ui.widgets.fact_choice import ChoiceFact
from ui.widgets.fact_group import FactGroup
from ui.widgets.fact_number import NumberFact
from ui.widgets.segmented import Segmented

MOST_COPIES = 99


class PaperChoice(QWidget):
    """Shows a choice; what a paper leaves no choice of is not there.

    Signals:
        chosen(choice): somebody wants it otherwise.
        subject_chosen(id): it is to be about another guest, car, hotel; None for the usual one, or all.
        copies_chosen(number), holder_chosen(name): how often it is printed, who gets it.
    """

    chosen = Signal(object)
    subject_chosen = Signal(object)
    copies_chosen = Signal(int)
    holder_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = Choice()
        self._about = ""
        self.language = Segmented([(language, "") for language in LANGUAGES])
        self.whose, self.sheet, self.day = ChoiceFact(""), ChoiceFact(""), ChoiceFact("")
        self.copies, self.holder = NumberFact("", least=1, most=MOST_COPIES), SuggestFact("")
        self._facts = FactGroup()
        for fact in (self.whose, self.sheet, self.day, self.copies, self.holder):
            self._facts.add(fact)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addWidget(self.language)
        column.addWidget(self._facts)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.language.chosen.connect(lambda language: self._change(language=language))
        self.sheet.changed.connect(lambda size: self._change(paper=size))
        self.day.changed.connect(lambda with_day: self._change(with_date=with_day or None))
        self.whose.changed.connect(self.subject_chosen)
        self.copies.changed.connect(self._on_copies)
        self.holder.changed.connect(self._on_holder)

    def show_choice(self, choice: Choice, hand_out: HandOut, visit: Visit) -> None:
        """Show how this paper is made."""
        self._choice, self._about = choice, hand_out.about
        self.language.set_offered(hand_out.languages)
        self.language.set_value(choice.language)
        options = subject_options(hand_out, visit) if hand_out.about else []
        # Of two cars one is chosen, of a single one there is no choice; a single department has a notice of its own.
        fewest = 1 if hand_out.about == "recipient" else 2
        self.whose.setVisible(hand_out.about_a_guest or len(options) > fewest)
        self.whose.set_options(options)
        self.whose.set_value(getattr(choice, hand_out.about) if hand_out.about else None)
        self.sheet.setVisible(len(hand_out.papers) > 1)
        self.sheet.set_options([(size, size) for size in hand_out.papers])
        self.sheet.set_value(choice.paper)
        self.day.setVisible(hand_out.can_show_day)
        self.day.set_value(bool(choice.with_date))
        self._name_subject()

    def show_hands(self, copies: int, holder: str, likely: Sequence[str]) -> None:
        """Show how often it is printed and who gets it; `likely` are offered while one types."""
        self.copies.set_value(copies)
        self.holder.set_value(holder)
        self.holder.set_suggest(
            lambda words: [name for name in likely if words.casefold() in name.casefold()]
        )

    def flush(self) -> None:
        """Take what is half-written."""
        self._facts.flush()

    def _change(self, **parts: object) -> None:
        self._choice = replace(self._choice, **parts)  # type: ignore[arg-type]  # each part comes from its own fact
        self.chosen.emit(self._choice)

    def _on_copies(self, number: object) -> None:
        copies = number if isinstance(number, int) else 1
        self.copies.set_value(copies)
        self.copies_chosen.emit(copies)

    def _on_holder(self, name: object) -> None:
        self.holder.set_value(name)
        self.holder_chosen.emit(str(name))

    def _name_subject(self) -> None:
        self.whose.set_label(_(SUBJECTS.get(self._about, SUBJECTS["guest_id"])))
        self._facts.line_up()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.language.set_words([_(words) for words in LANGUAGES.values()])
        self.language.set_name(_("Language of the paper"))
        self.sheet.set_label(_("Sheet size"))
        self.day.set_label(_("With the day"))
        self.day.set_options([(False, _("No")), (True, _("Yes"))])
        self.copies.set_label(_("Copies"))
        self.holder.set_label(_("Goes to"))
        self.holder.set_prompt(_("who gets it"))
        self._name_subject()
