"""Phones as people write them, brought to E.164 with the extension apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reception_desk.exchange.phrase import narrow

_EXTENSION: Final = re.compile(
    r"\s*[,，]?\s*(?:\(?(?:转分机|分机号|分机|转|ext\.?|extension|x|#)\s*:?\s*(\d{1,6})\)?)\s*$",
    re.IGNORECASE,
)
_DASHED: Final = re.compile(r"^(.*\d{7,8})\s*-\s*(\d{2,5})$")  # 021-62329999-801
_IN_TEXT: Final = re.compile(
    r"(?<![\w+])\+?\d(?:[\d\s()-]{5,22})\d(?:\s*(?:转|分机|ext\.?)\s*\d{1,6})?(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True)
class Phone:
    """A phone: `number` as E.164 where it could be read, else as written."""

    number: str = ""
    extension: str = ""
    is_read: bool = True


def phone(text: str) -> Phone:
    """Read one phone number, Chinese unless it says otherwise."""
    import phonenumbers

    written = narrow(text).strip()
    match = _EXTENSION.search(written) or _DASHED.match(written)
    extension = match[match.lastindex or 0] if match else ""
    number = written[: match.start(match.lastindex or 0)] if match else written
    if match:
        number = match[1] if match.lastindex == 2 else written[: match.start()]  # noqa: PLR2004 - main and extension
    try:
        parsed = phonenumbers.parse(number, "CN")
    except phonenumbers.NumberParseException:
        return Phone(text.strip(), "", is_read=False)
    if not phonenumbers.is_valid_number(parsed) or re.search(r"[^\d\s()+./-]", number):
        return Phone(text.strip(), "", is_read=False)
    return Phone(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164), extension)


def cut_phone(text: str) -> tuple[Phone, str]:
    """The phone that stands somewhere in a text, and the text without it."""
    written = narrow(text)
    for match in _IN_TEXT.finditer(written):
        found = phone(match[0])
        if found.is_read:
            return found, f"{written[: match.start()]} {written[match.end() :]}".strip()
    return Phone(), text
