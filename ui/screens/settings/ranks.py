"""The rank scale in the settings: a card a rank, with its names and the titles that belong to it (A1.1c)."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.ranks import Rank
from reception_desk.domain.template import TemplateKind
from reception_desk.i18n import N_, _, current_language
from ui.clock import Clock
from ui.screens.settings.templates import TemplateSection
from ui.theme import SPACE
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.fact import Fact, LongTextFact, TextFact
from ui.widgets.fact_group import FactGroup
from ui.widgets.scroll import Scroll

LABELS: Final = {"zh": N_("Chinese"), "en": N_("English"), "titles": N_("Titles")}


class RanksSection(TemplateSection):
    """Names and titles save by themselves; ranks are added below the lowest, and removed while nobody holds them."""

    kind = TemplateKind.RANKS

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.cards: dict[int, RankCard] = {}
        self.new_rank, self.add_button = QLineEdit(), Button("", icon_name="add")
        self._column = QVBoxLayout()
        self._build_editor()
        self.add_button.clicked.connect(self.add_rank)
        self.new_rank.returnPressed.connect(self.add_rank)
        self.retranslate()

    def _build_editor(self) -> None:
        inside, below = QWidget(), QHBoxLayout()
        below.setSpacing(SPACE.small)
        below.addWidget(self.new_rank, 1)
        below.addWidget(self.add_button)
        self._column.setSpacing(SPACE.small)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, SPACE.small, 0)
        whole.setSpacing(SPACE.medium)
        whole.addLayout(self._column)
        whole.addLayout(below)
        whole.addStretch(1)
        self.show_editor(Scroll(inside))

    def hint(self) -> str:
        return _(
            "The highest rank first. A title that ends in one of these words has its rank; "
            "whoever has a rank keeps it when titles change."
        )

    def retranslate_editor(self) -> None:
        self.new_rank.setPlaceholderText(_("Name of another rank"))
        self.new_rank.setAccessibleName(_("Name of another rank"))
        self.add_button.setText(_("Add a rank"))
        for card in self.cards.values():
            card.retranslate()

    def refresh_editor(self) -> None:
        ranks = self.desk.ranks.in_force().ranks
        for number in set(self.cards) - {rank.number for rank in ranks}:
            gone = self.cards.pop(number)
            gone.hide()
            gone.deleteLater()
        for place, rank in enumerate(ranks):
            if rank.number not in self.cards:
                self.cards[rank.number] = self._card(rank.number)
                self._column.insertWidget(place, self.cards[rank.number])
            self.cards[rank.number].show_rank(rank)

    def _card(self, number: int) -> RankCard:
        card, book = RankCard(), self.desk.ranks
        for field, fact in card.facts.items():
            fact.changed.connect(partial(self._store_fact, number, field))
        card.remove_button.clicked.connect(lambda: self.do(lambda: book.remove_rank(number, self.clock())))
        return card

    def _store_fact(self, number: int, field: str, value: object) -> None:
        fact, book = self.cards[number].facts[field], self.desk.ranks
        if field == "titles":
            self.store(fact, lambda: book.set_titles(number, str(value), self.clock()))
        else:
            self.store(fact, lambda: book.rename(number, self.clock(), **{field: str(value)}))

    def add_rank(self) -> None:
        """Add the rank that was written, below the lowest."""
        words = self.new_rank.text()
        if self.do(lambda: self._added(words)):
            self.new_rank.clear()

    def _added(self, words: str) -> int:
        zh, en = ("", words) if current_language() == "en" else (words, "")
        return self.desk.ranks.add_rank(zh, en, self.clock())


class RankCard(Card):
    """One rank: its number and name as the heading, two names, the titles."""

    def __init__(self) -> None:
        super().__init__(" ")
        self._shown: Rank | None = None
        self.facts: dict[str, Fact] = {"zh": TextFact(""), "en": TextFact(""), "titles": LongTextFact("")}
        self.remove_button = IconButton("delete", "")
        self._group = FactGroup()
        for fact in self.facts.values():
            self._group.add(fact)
        self.add_action(self.remove_button)
        self.body.addWidget(self._group)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for field, fact in self.facts.items():
            fact.set_label(_(LABELS[field]))
        self._group.line_up()
        if self._shown is not None:
            self.show_rank(self._shown)

    def show_rank(self, rank: Rank) -> None:
        """Show what is in force."""
        self._shown = rank
        name = rank.text(current_language())
        self.set_title(f"{rank.number}  {name}")
        self.facts["zh"].set_value(rank.zh)
        self.facts["en"].set_value(rank.en)
        self.facts["titles"].set_value(_(", ").join(rank.titles))
        self.remove_button.set_words(_("Remove the rank {rank}").format(rank=name))
