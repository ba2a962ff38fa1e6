"""Two records that may be one: how names are compared, and what is found alike."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from reception_desk.domain.company import DOSSIER_FIELDS, Company
from reception_desk.domain.person import Person
from reception_desk.i18n import N_

COMPANY_FIELDS: Final = ("name", "name_latin", "aliases", "country", "phone", "address", *DOSSIER_FIELDS)
PERSON_FIELDS: Final = (
    "name",
    "name_latin",
    "pronunciation",
    "name_explained",
    "gender",
    "nationality",
    "ethnicity",
    "phone",
    "company_id",
)
_NO_WORD: Final = re.compile(r"[\W_]+")
_LEGAL_ZH: Final = ("股份有限公司", "有限责任公司", "有限公司", "集团公司", "集团", "公司")
_LEGAL: Final = (
    "coltd",
    "companylimited",
    "corporation",
    "incorporated",
    "limited",
    "company",
    "gmbhcokg",
    "gmbh",
    "corp",
    "ltd",
    "llc",
    "inc",
    "plc",
    "kg",
    "ag",
    "co",
)


def plain(name: str) -> str:
    """A name as far as it matters: full width made half, case folded, without spaces and signs."""
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", name).casefold())


def plain_company(name: str) -> str:
    """A company's name without its legal form as well; a name that is nothing else stays."""
    short = plain(name)
    for form in (*_LEGAL_ZH, *_LEGAL):
        if short.endswith(form) and len(short) > len(form) + 1:
            return short.removesuffix(form)
    return short


class Alike(StrEnum):
    """What two records have in common."""

    NAME = "name"
    LATIN_NAME = "latin_name"
    PHONE = "phone"

    @property
    def words(self) -> str:
        """In words: a msgid."""
        return {
            Alike.NAME: N_("Same name"),
            Alike.LATIN_NAME: N_("Same Latin name"),
            Alike.PHONE: N_("Same phone"),
        }[self]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two companies, or two people, that may be one; `visits` counts for each, `last` is when each came last."""

    one: Company | Person
    other: Company | Person
    alike: Alike
    visits: tuple[int, int]
    last: tuple[datetime | None, datetime | None]

    @property
    def is_of_companies(self) -> bool:
        """Whether it is about companies."""
        return isinstance(self.one, Company)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that one may choose between."""
        return COMPANY_FIELDS if self.is_of_companies else PERSON_FIELDS

    @property
    def differing(self) -> list[str]:
        """Those in which the two differ."""
        return [field for field in self.fields if getattr(self.one, field) != getattr(self.other, field)]
