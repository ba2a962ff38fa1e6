"""What we write to the client about a letter of invitation: ready to be copied, in Chinese or English (A1.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reception_desk.domain.guest import Guest
from reception_desk.domain.passport import OpenPassport
from reception_desk.i18n import N_, words

if TYPE_CHECKING:
    from reception_desk.services.invitations import Letter

_ASKING = N_(
    "Dear {name}, for your letter of invitation we need, for each guest, the full name exactly as in the passport, "
    "the passport number and, if you like, the date of birth. A picture of the page is not needed. "
    "We keep them encrypted and use them for the letter alone."
)
_CONFIRMING = N_(
    "Dear {name}, please find attached the draft of the letter of invitation. Please check that the name is exactly "
    "as in your passport, that the passport number (it ends in {ending}) and the days are right, and confirm. "
    "We send the signed letter as soon as you have done so."
)


def asking(letters: Sequence[Letter], language: str) -> str:
    """Words that ask for the passports of these guests."""
    w = words(language)
    names = w(", ").join(letter.guest.person.name_in(language) for letter in letters)
    return w(_ASKING).format(name=names)


def confirming(guest: Guest, plain: OpenPassport | None, language: str) -> str:
    """Words that ask one guest to confirm the letter."""
    ending = plain.number[-3:] if plain and plain.number else "…"
    return words(language)(_CONFIRMING).format(name=guest.person.name_in(language), ending=ending)
