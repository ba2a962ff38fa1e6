"""Saying the same thing in each of the languages of one sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from reception_desk.documents.hand_out import spoken
from reception_desk.documents.moments import day_and_time
from reception_desk.documents.own_words import Speaker
from reception_desk.i18n import words

_NUMERALS = "零一二三四五六七八九"


class Tongue:
    """Says words and facts in the languages of one sheet, each as a list with one text a language."""

    def __init__(self, language: str, says: Speaker = words) -> None:
        self.languages, self.says = spoken(language), says

    def __call__(self, message: str) -> list[str]:
        """A marked message."""
        return [self.says(language)(message) for language in self.languages]

    def each(self, say: Callable[[Callable[[str], str]], str]) -> list[str]:
        """Words that know themselves how to be said."""
        return [say(words(language)) for language in self.languages]

    def fact(self, cells: Mapping[str, str], name: str) -> list[str]:
        """A fact that stands once for each language."""
        return [cells[f"{name}/{language}"] for language in self.languages]

    def moment(self, stored: str, unknown: str) -> list[str]:
        """A time, or what is said where it is not known."""
        if not stored:
            return self(unknown)
        return [day_and_time(datetime.fromisoformat(stored), language) for language in self.languages]

    def counted(self, one_word: str, number: str, *, in_chinese_numerals: bool = False) -> list[str]:
        """A number in a phrase of its own."""
        chinese = _NUMERALS[int(number)] if in_chinese_numerals else number
        return [
            words(language)(one_word).format(number=chinese if language == "zh" else number)
            for language in self.languages
        ]
