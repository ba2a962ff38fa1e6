"""The customs cards in the settings: the countries at the left, the card of the chosen one at the right (A2.3)."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.customs import CustomsCard
from reception_desk.domain.template import TemplateKind
from reception_desk.i18n import N_, _, current_language, ngettext
from ui.clock import Clock
from ui.models.rows import Row, RowsModel
from ui.screens.settings.templates import TemplateSection
from ui.screens.visit.rows import Index, RowDelegate
from ui.theme import SIZE, SPACE, restyle, theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.fact import Fact, LongTextFact, TextFact
from ui.widgets.fact_group import FactGroup
from ui.widgets.scroll import Scroll

LABELS: Final = {
    "zh": N_("Chinese"),
    "en": N_("English"),
    "points_zh": N_("What to know, in Chinese"),
    "points_en": N_("What to know, in English"),
}
LEFT: Final = SIZE.sheet // 2 + SPACE.huge


class CustomsSection(TemplateSection):
    """Facts save by themselves; cards are added by the country's name."""

    kind = TemplateKind.CUSTOMS

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._country = ""
        self._cards: list[CustomsCard] = []
        self._model = RowsModel(self)
        self.countries, self.card = QListView(), CountryCard()
        self.new_country, self.add_button = QLineEdit(), Button("", icon_name="add")
        self._build_editor()
        self._connect()
        self.retranslate()

    def _build_editor(self) -> None:
        self.countries.setModel(self._model)
        self.countries.setItemDelegate(_Chosen(self.countries))
        restyle(self.countries, bare="true")
        self.countries.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        listed = Card()
        listed.setFixedWidth(LEFT)
        listed.body.addWidget(self.countries, 1)
        listed.body.addWidget(self.new_country)
        listed.body.addWidget(self.add_button)
        right, whole = QWidget(), QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, SPACE.small, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.medium)
        row.addWidget(listed)
        row.addWidget(Scroll(right), 1)
        self.show_editor(whole)

    def _connect(self) -> None:
        self.countries.selectionModel().currentChanged.connect(self._on_chosen)
        self.add_button.clicked.connect(self.add_country)
        self.new_country.returnPressed.connect(self.add_country)
        self.card.remove_button.clicked.connect(self._remove)
        for field, fact in self.card.facts.items():
            fact.changed.connect(partial(self._store_fact, field))

    def hint(self) -> str:
        return _(
            "They stand under “Background” of a visit and on the leader's brief. A habit of many, of no one in "
            "particular: what a guest tells us counts more."
        )

    def retranslate_editor(self) -> None:
        self.countries.setAccessibleName(_("Countries"))
        self.new_country.setPlaceholderText(_("Name of another country"))
        self.new_country.setAccessibleName(_("Name of another country"))
        self.add_button.setText(_("Add a card"))
        self.card.retranslate()

    def refresh_editor(self) -> None:
        self._cards = list(self.desk.customs.in_force().cards)
        self._model.show_rows([_row(place, card) for place, card in enumerate(self._cards)])
        codes = [card.country for card in self._cards]
        place = codes.index(self._country) if self._country in codes else 0
        self.countries.setCurrentIndex(self._model.index(place))
        self._show(place)

    def _on_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and now.row() < len(self._cards) and self._cards[now.row()].country != self._country:
            self.flush()
            self._show(now.row())

    def _show(self, place: int) -> None:
        card = self._cards[place]
        is_another = card.country != self._country
        self._country = card.country
        self.card.show_card(card, anew=is_another)

    def choose(self, country: str) -> None:
        """Show the card of a country."""
        place = next((n for n, card in enumerate(self._cards) if card.country == country), None)
        if place is not None:
            self.countries.setCurrentIndex(self._model.index(place))

    def add_country(self) -> None:
        """Add a card for the country that was written."""
        words, added = self.new_country.text(), []
        if self.do(lambda: added.append(self.desk.customs.add(words, self.clock()))):
            self.new_country.clear()
            self.choose(added[0])

    def _remove(self) -> None:
        country = self._country
        self.do(lambda: self.desk.customs.remove(country, self.clock()))

    def _store_fact(self, field: str, value: object) -> None:
        fact, book, language = self.card.facts[field], self.desk.customs, field[-2:]
        act = book.set_points if field.startswith("points") else book.rename
        self.store(fact, lambda: act(self._country, language, str(value), self.clock()))


class _Chosen(RowDelegate):
    """Rows of which the chosen one is seen without the focus too."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("primary_soft"))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), SIZE.radius, SIZE.radius)
            painter.restore()
        super().paint(painter, option, index)


class CountryCard(Card):
    """One country: its two names, and its points, a line each."""

    def __init__(self) -> None:
        super().__init__(" ")
        self._shown: CustomsCard | None = None
        self.facts: dict[str, Fact] = {
            field: LongTextFact("") if field.startswith("points") else TextFact("") for field in LABELS
        }
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
            if isinstance(fact, LongTextFact):
                fact.set_prompt(_("One point a line"))
        self._group.line_up()
        if self._shown is not None:
            self.show_card(self._shown, anew=False)

    def show_card(self, card: CustomsCard, *, anew: bool) -> None:
        """Show what is in force; `anew`: another country comes up."""
        self._shown = card
        name = card.text(current_language())
        self.set_title(name)
        for field, fact in self.facts.items():
            if anew and isinstance(fact, (TextFact, LongTextFact)):
                fact.discard()
            value = getattr(card, field)
            fact.set_value("\n".join(value) if field.startswith("points") else value)
        self.remove_button.set_words(_("Remove the card of {country}").format(country=name))


def _row(place: int, card: CustomsCard) -> Row:
    count = max(len(card.points_zh), len(card.points_en))
    words = ngettext("{count} point", "{count} points", count).format(count=count)
    return Row(key=place, first=card.text(current_language()), end=words)
