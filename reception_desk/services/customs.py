"""The customs cards of the countries, edited card by card (A2.3); every change is a new version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from reception_desk.domain.company import HOME_COUNTRY
from reception_desk.domain.customs import CustomsCard, CustomsCards, parse_customs
from reception_desk.domain.template import TemplateKind
from reception_desk.domain.template_text import written_customs
from reception_desk.errors import ReceptionError
from reception_desk.exchange.countries import country_code, country_word
from reception_desk.i18n import N_, _, current_language
from reception_desk.repository.journal import Said
from reception_desk.services.templates import TemplateBook

NAMES: Final = ("zh", "en")


class CustomsBook:
    """What is asked and done about the cards in force; a card is named by its country's code."""

    def __init__(self, templates: TemplateBook) -> None:
        self._templates = templates

    def in_force(self) -> CustomsCards:
        """The cards as they stand."""
        return parse_customs(self._templates.text(TemplateKind.CUSTOMS))

    def rename(self, country: str, language: str, name: str, now: datetime) -> None:
        """Call a country something else, in `zh` or `en`."""
        if not name.strip():
            raise ReceptionError(_("A country needs a name."))
        plain = name.strip()
        self._change(
            country,
            lambda card: replace(card, zh=plain) if language == "zh" else replace(card, en=plain),
            now,
        )

    def set_points(self, country: str, language: str, text: str, now: datetime) -> None:
        """Say what to know of a country, one point a line, in `zh` or `en`."""
        points = tuple(dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()))
        self._change(
            country,
            lambda card: (
                replace(card, points_zh=points) if language == "zh" else replace(card, points_en=points)
            ),
            now,
        )

    def add(self, name: str, now: datetime) -> str:
        """Add a card for a country, by its name in Chinese or English or by its code; the code."""
        code = country_code(name) or country_code(name.upper())
        if not code or code == HOME_COUNTRY:
            sentence = _(
                "{text} is not a country or region that we know; write its name, such as 德国 or Germany."
            )
            raise ReceptionError(sentence.format(text=name.strip() or "…"))
        if self.in_force().card(code) is not None:
            words = _("There is a card of {country} already.")
            raise ReceptionError(words.format(country=country_word(code, current_language())))
        card = CustomsCard(
            country=code,
            zh=country_word(code, "zh"),
            en=country_word(code, "en"),
            points_zh=(),
            points_en=(),
        )
        said = Said(N_("Added the customs card of {country}"), country_zh=card.zh, country_en=card.en)
        self._edit(lambda before: replace(before, cards=(*before.cards, card)), now, said)
        return code

    def remove(self, country: str, now: datetime) -> None:
        """Take a card out; one must stay."""
        cards = self.in_force()
        gone = _known(cards, country)
        left = tuple(card for card in cards.cards if card.country != country)
        if not left:
            raise ReceptionError(_("One card must stay."))
        said = Said(N_("Removed the customs card of {country}"), country_zh=gone.zh, country_en=gone.en)
        self._edit(lambda before: replace(before, cards=left), now, said)

    def _change(self, country: str, change: Callable[[CustomsCard], CustomsCard], now: datetime) -> None:
        card = _known(self.in_force(), country)
        said = Said(N_("Changed the customs card of {country}"), country_zh=card.zh, country_en=card.en)

        def changed(before: CustomsCards) -> CustomsCards:
            cards = tuple(change(card) if card.country == country else card for card in before.cards)
            return replace(before, cards=cards)

        self._edit(changed, now, said)

    def _edit(self, change: Callable[[CustomsCards], CustomsCards], now: datetime, said: Said) -> None:
        def written(before: str) -> str:
            return written_customs(change(parse_customs(before)), before)

        self._templates.edit(TemplateKind.CUSTOMS, written, now, said)


def _known(cards: CustomsCards, country: str) -> CustomsCard:
    card = cards.card(country)
    if card is None:
        raise ReceptionError(_("There is no card of this country any more."))
    return card
