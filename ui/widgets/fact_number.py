"""A fact that is a number, such as how many are coming."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from ui.widgets.fact import LineFact


class NumberFact(LineFact):
    """A whole number between `least` and `most`; full-width figures are fine; the value is an int or None."""

    def __init__(
        self, label: str, *, least: int = 0, most: int = 9999, prompt: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(label, prompt=prompt, parent=parent)
        self._least, self._most = least, most
        self._line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def _understand(self, text: str) -> object:
        plain = unicodedata.normalize("NFKC", text).strip()
        if not plain:
            return None
        try:
            number = int(plain)
        except ValueError:
            raise ReceptionError(_("{text} is not a whole number.").format(text=plain)) from None
        if not self._least <= number <= self._most:
            sentence = _("The number must lie between {least} and {most}.")
            raise ReceptionError(sentence.format(least=self._least, most=self._most))
        return number
