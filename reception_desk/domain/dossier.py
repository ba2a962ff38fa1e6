"""The dossier of a company: what it is interested in, and whether what we know of it is still fresh (A2.1, A2.2)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from reception_desk.domain.company import DOSSIER_FIELDS, HOME_COUNTRY
from reception_desk.domain.visit import Visit

DOSSIER_TEXTS: Final = tuple(field for field in DOSSIER_FIELDS if field not in ("interests", "customs"))
"""The client's dossier as such; what interests them and their customs stand apart on paper."""

LONGEST_TAG: Final = 24
"""How wide a word may be that counts as a tag, in columns: a Chinese character takes two."""

_BETWEEN_TAGS: Final = re.compile(r"[,，、;；/]")
_ENDS_A_SENTENCE: Final = ("。", "！", "？", ".", "!", "?")


@dataclass(frozen=True, kw_only=True)
class Interests:
    """What interests them most: words by which tour stops are found, and what else was written."""

    tags: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class EarlierText:
    """What stood in a field of the dossier, since when, and who had written it."""

    field: str
    text: str
    since: datetime
    person: str


def interests_of(written: str) -> Interests:
    """Lines of short words, parted by commas, are tags; every other line is text."""
    tags: list[str] = []
    text: list[str] = []
    for line in written.splitlines():
        words = [word.strip() for word in _BETWEEN_TAGS.split(line) if word.strip()]
        is_tags = not line.rstrip().endswith(_ENDS_A_SENTENCE) and all(map(_is_short, words))
        if is_tags:
            tags += words
        else:
            text.append(line.strip())
    return Interests(tags=tuple(dict.fromkeys(tags)), text="\n".join(text))


def countries(visit: Visit) -> list[str]:
    """The foreign countries that they come from, the company's first, then the guests' in their order (A2.3)."""
    company = visit.company
    found = [company.country if company else "", *(guest.person.nationality for guest in visit.guests)]
    return [country for country in dict.fromkeys(found) if country and country != HOME_COUNTRY]


def _is_short(word: str) -> bool:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in word) <= LONGEST_TAG


def is_old(as_of: date | None, on: date) -> bool:
    """Whether what was known on `as_of` is older than a year on that day; of an unknown day it counts as old."""
    if as_of is None:
        return True
    is_leap_day = (as_of.month, as_of.day) == (2, 29)
    return on > as_of.replace(year=as_of.year + 1, day=28 if is_leap_day else as_of.day)


def dossier_to_confirm(visit: Visit, today: date) -> bool:
    """Whether there is a dossier that will be older than a year when they arrive (5.14)."""
    company = visit.company
    if company is None or not company.has_dossier:
        return False
    arrival = visit.local(visit.arrival_at)
    return is_old(company.dossier_as_of, arrival.date() if arrival else today)
