"""A fact that says how many for each of what is counted: `1`, `2`, `0.5`."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import Final

from reception_desk.domain.quantity import MOST_FOR_ONE
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from ui.widgets.fact import LineFact

WRITTEN: Final = re.compile(r"\d{1,9}(\.\d{1,4})?", re.ASCII)


class FactorFact(LineFact):
    """A number above 0, broken ones with a point; full-width figures are fine. The value is a `Fraction` or None."""

    def _words(self, value: object) -> str:
        return f"{float(value):g}" if isinstance(value, Fraction) else ""

    def _understand(self, text: str) -> object:
        plain = unicodedata.normalize("NFKC", text).strip()
        if not plain:
            return None
        if not WRITTEN.fullmatch(plain):
            raise ReceptionError(_("{text} is not a number such as 1, 2 or 0.5.").format(text=plain))
        number = Fraction(plain)
        if not 0 < number <= MOST_FOR_ONE:
            sentence = _("The number must be above 0, {most} at most.")
            raise ReceptionError(sentence.format(most=MOST_FOR_ONE))
        return number
