"""The words of welcome in the settings: a text a level and language, and below each what it comes to (A6.2a)."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.template import TemplateKind
from reception_desk.domain.wording import Wording
from reception_desk.i18n import LANGUAGES, N_, _, current_language
from reception_desk.services.wording import PLAIN, placeholders, sample, text_at
from ui.clock import Clock
from ui.screens.settings.templates import TemplateSection
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fact import Fact, TextFact
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

TITLES: Final = {
    "unnamed": N_("Neither unit nor name is known"),
    "together": N_("Several delegations on one line"),
    "idle": N_("Nobody is being welcomed"),
    "idle_unnamed": N_("Nobody is being welcomed, our name is not known"),
}
PLACEHOLDER_WORDS: Final = {
    "unit": N_("visiting company"),
    "name": N_("main guest"),
    "title": N_("title"),
    "units": N_("visiting companies"),
    "company": N_("our name"),
}


class WordingSection(TemplateSection):
    """A card a text; each language saves by itself."""

    kind = TemplateKind.WORDING

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.cards: dict[str, WordsCard] = {}
        self._column, self._missing = QVBoxLayout(), Button("", icon_name="add")
        self._level: int | None = None
        self._missing.clicked.connect(self._add_level)
        self._build_editor()
        self.retranslate()

    def _build_editor(self) -> None:
        inside, row = QWidget(), QHBoxLayout()
        row.addWidget(self._missing)
        row.addStretch(1)
        self._column.setSpacing(SPACE.medium)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, SPACE.small, 0)
        whole.setSpacing(SPACE.medium)
        whole.addLayout(self._column)
        whole.addLayout(row)
        whole.addStretch(1)
        self.show_editor(Scroll(inside))

    def hint(self) -> str:
        return _(
            "What is proposed for the welcome signs; what is not known is left out with the comma or the brackets "
            "around it."
        )

    def retranslate_editor(self) -> None:
        for card in self.cards.values():
            card.retranslate()

    def refresh_editor(self) -> None:
        wording = self.desk.wording.in_force()
        places = [*(f"welcome/{level}" for level in sorted(wording.welcome)), *PLAIN]
        for place in set(self.cards) - set(places):
            gone = self.cards.pop(place)
            gone.hide()
            gone.deleteLater()
        settings = self.desk.company.settings()
        companies = {language: settings.company_in(language) for language in LANGUAGES}
        for number, place in enumerate(places):
            if place not in self.cards:
                self.cards[place] = self._card(place)
                self._column.insertWidget(number, self.cards[place])
            self.cards[place].show_texts(self._called(place), wording, companies)
        self._offer_level(wording)

    def _card(self, place: str) -> WordsCard:
        card = WordsCard(place)
        for language, fact in card.facts.items():
            fact.changed.connect(partial(self._store_words, fact, place, language))
        return card

    def _called(self, place: str) -> str:
        name, _slash, number = place.partition("/")
        if name != "welcome":
            return _(TITLES[name])
        level = self.desk.procedure.levels().level(int(number))
        words = level.text(current_language()) if level else _("Level {number}").format(number=number)
        return _("Welcome, {level}").format(level=words)

    def _offer_level(self, wording: Wording) -> None:
        """A level without words of its own is welcomed with those of the last one."""
        lacking = [
            level for level in self.desk.procedure.levels().levels if level.number not in wording.welcome
        ]
        self._level = lacking[0].number if lacking else None
        self._missing.setVisible(bool(lacking))
        if lacking:
            words = _("Words of its own for {level}").format(level=lacking[0].text(current_language()))
            self._missing.setText(words)

    def _add_level(self) -> None:
        level = self._level
        if level is not None:
            self.do(lambda: self.desk.wording.add_level(level, self.clock()))

    def _store_words(self, fact: Fact, place: str, language: str, text: object) -> None:
        self.store(fact, lambda: self.desk.wording.change(place, language, str(text), self.clock()))


class WordsCard(Card):
    """A text in both languages, each with what it comes to for a sample visit."""

    def __init__(self, place: str) -> None:
        super().__init__(" ")
        self._place = place
        self.facts = {language: TextFact("") for language in LANGUAGES}
        self.samples = {language: Text("", "muted", wrap=True) for language in LANGUAGES}
        self.body.setSpacing(0)
        for language in LANGUAGES:
            self.samples[language].setContentsMargins(SPACE.small, 0, 0, SPACE.small)
            self.body.addWidget(self.facts[language])
            self.body.addWidget(self.samples[language])
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.facts["zh"].set_label(_("Chinese"))
        self.facts["en"].set_label(_("English"))
        width = max(fact.label_hint() for fact in self.facts.values())
        for language, fact in self.facts.items():
            fact.set_label_width(width)
            self.samples[language].setIndent(width + SPACE.small)
        known = [
            _("{placeholder} {meaning}").format(placeholder=f"{{{name}}}", meaning=_(PLACEHOLDER_WORDS[name]))
            for name in placeholders(self._place)
        ]
        self.set_note(" · ".join(known))

    def show_texts(self, title: str, wording: Wording, companies: dict[str, str]) -> None:
        """Show what is in force, and what it comes to."""
        self.set_title(title)
        words = text_at(wording, self._place)
        for language, fact in self.facts.items():
            text = words.text(language)
            fact.set_value(text)
            shown = sample(text, language, companies[language])
            self.samples[language].setText(_("For example: {text}").format(text=shown))
            self.samples[language].setVisible(shown != text)
