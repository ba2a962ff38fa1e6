"""Facts stored as machines want them and written as people do: phones and countries."""

from __future__ import annotations

from reception_desk.domain.phone_words import phone_words
from reception_desk.errors import ReceptionError
from reception_desk.exchange.countries import country_code, country_word
from reception_desk.i18n import _, current_language
from ui.widgets.fact import TextFact


class PhoneFact(TextFact):
    """A phone, shown for reading out; what is written is understood by the desk."""

    def _words(self, value: object) -> str:
        number, _space, extension = str(value or "").partition(" ")
        return " ".join(part for part in (phone_words(number, current_language()), extension) if part)


class CountryFact(TextFact):
    """A country or region by its code (`DE`), shown and written by its name in Chinese or English."""

    def retranslate(self) -> None:
        """The name in the language of the moment."""
        if not self.is_dirty():
            self._draft.settle(self._words(self._stored), show=True)

    def _words(self, value: object) -> str:
        return country_word(str(value), current_language()) if value else ""

    def _understand(self, text: str) -> object:
        code = country_code(text)
        if text.strip() and not code:
            sentence = _(
                "{text} is not a country or region that we know; write its name, such as 德国 or Germany."
            )
            raise ReceptionError(sentence.format(text=text.strip()))
        return code
