"""Passports for invitation letters: sealed in the store, open only to the letter (A1.3)."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.sealing.seal import Seal

SEALED: Final = ("sealed_name", "sealed_number", "sealed_birth", "mark")
"""What no history, no search and no script may show."""

_SHOWN: Final = 3
_LONG_ENOUGH: Final = 8  # to show so much of both ends
_HIDDEN: Final = "***"
_NUMBER: Final = re.compile(r"[A-Z0-9]{5,15}")
_USUAL: Final = re.compile(r"[A-Z0-9]{6,9}")
_DAY: Final = re.compile(r"(\d{4})(?:\s*[-/.年]\s*)?(\d{1,2})(?:\s*[-/.月]\s*)?(\d{1,2})\s*日?")
_PATTERNS: Final = {  # of the countries that come oftenest; another form only warns
    "AU": r"[A-Z]{1,2}\d{7}",
    "CA": r"[A-Z]{2}\d{6}|[A-Z]\d{6}[A-Z]{2}",
    "DE": r"[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}",
    "FR": r"\d{2}[A-Z]{2}\d{5}",
    "GB": r"\d{9}",
    "IN": r"[A-Z]\d{7}",
    "IT": r"[A-Z]{2}\d{7}|[A-Z]\d{8}",
    "JP": r"[A-Z]{2}\d{7}",
    "KR": r"[A-Z]\d{8}|[A-Z]\d{3}[A-Z]\d{4}",
    "NL": r"[A-NP-Z]{2}[A-NP-Z0-9]{6}\d",
    "RU": r"\d{9}",
    "US": r"\d{9}|[A-Z]\d{8}",
}


@dataclass(frozen=True, kw_only=True)
class OpenPassport:
    """What stands in a passport, plain: for the letter and for who holds the key to look at; never kept so."""

    name: str = field(default="", repr=False)
    number: str = field(default="", repr=False)
    birth: date | None = field(default=None, repr=False)

    @property
    def masked_number(self) -> str:
        """As much of the number as tells it from others: `E12***789`."""
        shown = _SHOWN if len(self.number) >= _LONG_ENOUGH else 1
        return f"{self.number[:shown]}{_HIDDEN}{self.number[-shown:]}" if self.number else ""

    @property
    def masked_birth(self) -> str:
        """The year alone: `1968-**-**`."""
        return f"{self.birth.year}-**-**" if self.birth else ""


class Passport(Entity, kw_only=True, eq=False):
    """A person's passport. Each `sealed_…` field is AES-GCM under the key of this desk, as text; never plain.

    `mark` is a keyed digest of all that is sealed: it tells that something changed without telling what.
    """

    __tablename__ = "passport"
    __table_args__ = (UniqueConstraint("person_id"), NO_REUSE)

    person_id: Mapped[int] = mapped_column(PK, ForeignKey("person.id", ondelete="RESTRICT"))
    sealed_name: Mapped[str] = mapped_column(default="")
    sealed_number: Mapped[str] = mapped_column(default="")
    sealed_birth: Mapped[str] = mapped_column(default="")
    mark: Mapped[str] = mapped_column(default="")

    @property
    def is_complete(self) -> bool:
        """Whether it has what the letter cannot do without."""
        return bool(self.sealed_name and self.sealed_number)

    def seal(self, seal: Seal, plain: OpenPassport) -> None:
        """Take what stands in the passport; what is unchanged stays sealed as it was."""
        before = self.opened(seal) if self.mark else OpenPassport()
        for part, value in _parts(plain).items():
            if value != _parts(before)[part] or not self.mark:
                setattr(self, f"sealed_{part}", seal.sealed(value, self._about(part)))
        self.mark = seal.mark(*_parts(plain).values())

    def opened(self, seal: Seal) -> OpenPassport:
        """What stands in the passport."""
        name, number, birth = (
            seal.opened(getattr(self, f"sealed_{part}"), self._about(part))
            for part in ("name", "number", "birth")
        )
        return OpenPassport(name=name, number=number, birth=date.fromisoformat(birth) if birth else None)

    def move_to(self, person_id: int, seal: Seal) -> None:
        """Make it another person's: what is sealed opens for one person only, and is sealed anew."""
        plain = self.opened(seal)
        self.person_id, self.mark = person_id, ""
        self.seal(seal, plain)

    def _about(self, part: str) -> str:
        return f"passport.{part}:{self.person_id}"


def _parts(plain: OpenPassport) -> dict[str, str]:
    return {
        "name": plain.name,
        "number": plain.number,
        "birth": plain.birth.isoformat() if plain.birth else "",
    }


def read_name(text: str) -> str:
    """A name as it is kept: on one line, in capitals as in the passport."""
    return " ".join(unicodedata.normalize("NFKC", text).split()).upper()


def read_number(text: str) -> str:
    """A passport's number without blanks, in capitals; refused where it can be none."""
    number = "".join(unicodedata.normalize("NFKC", text).split()).replace("-", "").upper()
    if number and not _NUMBER.fullmatch(number):
        raise ReceptionError(_("A passport number has 5 to 15 letters and figures. Nothing was changed."))
    return number


def is_unusual(number: str, nationality: str) -> bool:
    """Whether a number has another form than those of that country (ISO 3166 alpha-2) usually have."""
    usual = _PATTERNS.get(nationality)
    return bool(number) and not (re.fullmatch(usual, number) if usual else _USUAL.fullmatch(number))


def read_birth(text: str) -> date | None:
    """A date of birth as people write it: 1968-07-03, 1968/7/3, 1968年7月3日, 19680703; nothing for nothing."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return None
    match = _DAY.fullmatch(plain)
    with suppress(ValueError):  # a 31st of February
        if match is not None:
            return date(*map(int, match.groups()))
    raise ReceptionError(
        _("“{text}” is no date; write year, month and day, such as 1968-07-03.").format(text=plain)
    )
