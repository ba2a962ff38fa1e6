"""What stands on our paper, in our own words: a card a paper, each text in both languages (issue 3)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.documents import HAND_OUTS
from reception_desk.documents.hand_out import HandOut
from reception_desk.documents.own_words import OWN_WORDS
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language, words
from ui.clock import Clock
from ui.screens.settings.settings_section import COLUMN, SettingsSection
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fact import Fact, TextFact
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text


class PaperWordsSection(SettingsSection):
    """A card a paper; each text saves by itself, a paper goes back to the shipped words with one press."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._title, self._hint = Text("", "lead"), Text("", "muted", wrap=True)
        worded = {word.paper for word in OWN_WORDS}
        self.cards = {paper.number: PaperCard(paper) for paper in HAND_OUTS if paper.number in worded}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACE.small, 0)
        column.setSpacing(SPACE.medium)
        for number, card in self.cards.items():
            card.setMaximumWidth(COLUMN)
            card.back.clicked.connect(partial(self._take_back, number))
            card.written.connect(partial(self._store, number))
            column.addWidget(card)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, SPACE.large, SPACE.wide, SPACE.medium)
        whole.setSpacing(SPACE.small)
        for widget in (self._title, self._hint):
            whole.addWidget(widget)
        whole.addWidget(Scroll(inside), 1)
        self.retranslate()

    def refresh(self) -> None:
        own = self.desk.paper_words.in_force()
        for number, card in self.cards.items():
            of_it = own.get(number, {})
            for (msgid, language), fact in card.facts.items():
                fact.set_value(of_it.get(language, {}).get(msgid, ""))
            card.back.setEnabled(bool(of_it))

    def retranslate(self) -> None:
        self._title.setText(_("Texts on paper"))
        self._hint.setText(
            _(
                "What our papers say: titles, headings, notices. What is left blank is said in the words shown."
            )
        )
        for card in self.cards.values():
            card.retranslate()

    def flush(self) -> None:
        for fact in self.findChildren(Fact):
            fact.flush()

    def go_to(self, place: str) -> None:
        """Open a paper by its number."""
        if card := self.cards.get(place):
            next(iter(card.facts.values())).edit()

    def _store(self, paper: str, msgid: str, language: str, text: str) -> None:
        try:
            self.desk.paper_words.change(paper, msgid, language, text, self.clock())
        except ReceptionError as refusal:
            self.cards[paper].facts[msgid, language].show_refusal(str(refusal))
            return
        self.refresh()
        self.changed.emit()

    def _take_back(self, paper: str) -> None:
        for fact in self.cards[paper].facts.values():
            fact.discard()
        if self.attempt(lambda: self.desk.paper_words.take_back(paper, self.clock())):
            self.refresh()


class PaperCard(Card):
    """The texts of a paper, each with the shipped words as its prompt.

    Signals:
        written(msgid, language, text): words were put in.
    """

    written = Signal(str, str, str)

    def __init__(self, paper: HandOut) -> None:
        super().__init__(" ")
        self._paper = paper
        self.back = Button("", kind="flat")
        self.add_action(self.back)
        self.facts: dict[tuple[str, str], TextFact] = {}
        self._heads: dict[str, Text] = {}
        self.body.setSpacing(0)
        for word in OWN_WORDS:
            if word.paper == paper.number:
                self._add(word.msgid, word.languages)
        self.retranslate()

    def _add(self, msgid: str, languages: tuple[str, ...]) -> None:
        self._heads[msgid] = Text("", "caption")
        self._heads[msgid].setContentsMargins(0, SPACE.small, 0, 0)
        self.body.addWidget(self._heads[msgid])
        for language in languages:
            fact = TextFact("")
            fact.changed.connect(partial(self._on_written, msgid, language))
            self.facts[msgid, language] = fact
            self.body.addWidget(fact)

    def _on_written(self, msgid: str, language: str, text: object) -> None:
        self.written.emit(msgid, language, str(text))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(f"{self._paper.number} {self._paper.name(current_language())}")
        self.back.setText(_("Back to the shipped words"))
        for msgid, head in self._heads.items():
            head.setText(_(msgid))
        for (msgid, language), fact in self.facts.items():
            label = _("Chinese") if language == "zh" else _("English")
            fact.set_label(label)
            if line := fact.focusProxy():
                line.setAccessibleName(f"{_(msgid)} {label}")
            fact.set_prompt(words(language)(msgid))
        width = max(fact.label_hint() for fact in self.facts.values())
        for fact in self.facts.values():
            fact.set_label_width(width)
