"""What stands on our paper, in our own words: a card a paper, each text in both languages (issue 3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.documents import HAND_OUTS
from reception_desk.documents.hand_out import HandOut
from reception_desk.documents.own_words import OWN_WORDS
from reception_desk.domain.edition import Choice
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language, words
from reception_desk.services.drawing import Drawing
from ui.clock import Clock
from ui.screens.settings.settings_section import COLUMN, SettingsSection
from ui.screens.visit.paper_preview import PaperPreview
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
        self.preview = PaperPreview()
        self._drawing: Drawing | None = None
        self._shown = ""
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
            card.look.clicked.connect(partial(self._show_paper, number))
            column.addWidget(card)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, SPACE.large, SPACE.wide, SPACE.medium)
        whole.setSpacing(SPACE.small)
        for widget in (self._title, self._hint):
            whole.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(SPACE.large)
        row.addWidget(Scroll(inside), 3)
        row.addWidget(self.preview, 2)
        whole.addLayout(row, 1)
        self.preview.hide()
        self.retranslate()

    def refresh(self) -> None:
        own = self.desk.paper_words.in_force()
        for number, card in self.cards.items():
            of_it = own.get(number, {})
            for (msgid, language), fact in card.facts.items():
                fact.set_value(of_it.get(language, {}).get(msgid, ""))
            card.back.setEnabled(bool(of_it))
        self._draw()

    def retranslate(self) -> None:
        self._title.setText(_("Texts on paper"))
        self._hint.setText(
            _(
                "What our papers say: titles, headings, notices. What is left blank is said in the words shown."
            )
        )
        for card in self.cards.values():
            card.retranslate()
        self.preview.retranslate()
        self._draw()

    def flush(self) -> None:
        for fact in self.findChildren(Fact):
            fact.flush()

    def go_to(self, place: str) -> None:
        """Open a paper by its number."""
        if card := self.cards.get(place):
            next(iter(card.facts.values())).edit()

    def _show_paper(self, paper: str) -> None:
        self.flush()
        self._shown = paper
        self._draw()

    def _draw(self) -> None:
        """Have the paper drawn that somebody looks at, for the visit that was taken in last."""
        self.preview.setVisible(bool(self._shown))
        if not self._shown:
            return
        newest = self.desk.visits.page(limit=1)
        if not newest:
            self.preview.say(_("There is no visit yet whose paper could be shown."))
            return
        try:
            drawing = self.desk.papers.drawing(
                newest[0].id, self._shown, Choice(language="both"), self.clock()
            )
            drawing.refuse_unprintable()
        except ReceptionError as refusal:
            self._drawing = None
            self.preview.say(str(refusal))
            return
        before = self._drawing
        if before and replace(drawing, stamp=replace(drawing.stamp, printed=before.stamp.printed)) == before:
            return
        self._drawing = drawing
        self.preview.show_pdf(drawing.pdf(), drawing.hand_out.name(current_language()))

    def drawn_with(self) -> Mapping[str, Mapping[str, str]]:
        """Our own words on the paper that is looked at, by language and msgid."""
        return self._drawing.house.words.get(self._shown, {}) if self._drawing else {}

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
        self.look, self.back = Button("", kind="flat"), Button("", kind="flat")
        for button in (self.look, self.back):
            self.add_action(button)
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
        self.look.setText(_("Preview"))
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
