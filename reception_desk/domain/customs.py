"""Cards with the customs of a country: what to know before its people come (A2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reception_desk.domain.template_table import TemplateTable, read_name, read_template
from reception_desk.i18n import _

COUNTRY: Final = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, kw_only=True)
class CustomsCard:
    """One country (ISO 3166 alpha-2) with its points, in Chinese and English, a line each."""

    country: str
    zh: str
    en: str
    points_zh: tuple[str, ...]
    points_en: tuple[str, ...]

    def text(self, language: str) -> str:
        """The country's name, for a reader of `zh` or `en`."""
        return self.en if language == "en" else self.zh

    def points(self, language: str) -> tuple[str, ...]:
        """What to know, for a reader of `zh` or `en`."""
        return self.points_en if language == "en" else self.points_zh


@dataclass(frozen=True, kw_only=True)
class CustomsCards:
    """A version of the company's cards."""

    name: str
    version: int
    cards: tuple[CustomsCard, ...]

    def card(self, country: str) -> CustomsCard | None:
        """The card of that country, if the company has one."""
        return next((card for card in self.cards if card.country == country), None)

    def of(self, countries: Iterable[str]) -> tuple[CustomsCard, ...]:
        """The cards of these countries, as far as the company has them."""
        return tuple(card for country in countries if (card := self.card(country)) is not None)


def parse_customs(text: str) -> CustomsCards:
    """Read the cards; a ReceptionError names the country and the reason if anything is wrong."""
    table = read_template(text)
    name, version = read_name(table)
    cards: dict[str, CustomsCard] = {}
    for row in table.tables("country"):
        card = _read_card(row)
        if card.country in cards:
            raise row.refusal(_("“{code}” stands twice.").format(code=card.country), "code")
        cards[card.country] = card
    table.finish()
    return CustomsCards(name=name, version=version, cards=tuple(cards.values()))


def _read_card(row: TemplateTable) -> CustomsCard:
    code = row.text("code")
    if not COUNTRY.fullmatch(code):
        raise row.refusal(_("“{code}” is no country code of two capital letters.").format(code=code), "code")
    card = CustomsCard(
        country=code,
        zh=row.text("zh"),
        en=row.text("en"),
        points_zh=row.texts("points_zh"),
        points_en=row.texts("points_en"),
    )
    row.finish()
    return card
