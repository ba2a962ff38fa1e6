"""How a guest is addressed, proposed with the full title: 顾翀董事长; Mr. Weber, Chief Technology Officer."""

from __future__ import annotations

import re
from typing import Final

from reception_desk.domain.guest import Guest
from reception_desk.domain.person import Gender, Person
from reception_desk.domain.pronunciation import is_chinese, spelled_surnames

PROFESSOR: Final = re.compile(r"\b(?:prof(?:essor)?\b\.?)", re.IGNORECASE)
DOCTOR: Final = re.compile(r"\b(?:dr\b\.?|doctor\b|ph\.?\s?d\b\.?)", re.IGNORECASE)
_CHINESE_GENDER: Final = {Gender.MALE: "先生", Gender.FEMALE: "女士"}
_ENGLISH_GENDER: Final = {Gender.MALE: "Mr.", Gender.FEMALE: "Ms."}
_FIRST_OF_A_NAME: Final = frozenset(
    {"van", "von", "de", "der", "den", "del", "della", "di", "da", "bin", "al", "el"}
)


def addressed(guest: Guest, language: str) -> str:
    """How a guest is addressed on paper: as a person wrote it, else as proposed for a reader of `zh` or `en`."""
    return guest.salutation or proposed(guest, language)


def own_language(guest: Guest) -> str:
    """In which language a guest is spoken to: Chinese where the name is."""
    return "zh" if is_chinese(guest.person.name) and not guest.person.is_foreign else "en"


def proposed(guest: Guest, language: str) -> str:
    """The salutation with the full title; blank where neither title nor gender is known: a bare name is none."""
    person = guest.person
    if language == "zh" and is_chinese(person.name):
        return _chinese(person.name, guest.title_in("zh"), person.gender)
    name = _without_degree(person.name_in("en"))
    if not name:
        return ""
    if language == "zh":
        return _chinese_of_latin(guest, name)
    return _english(guest, name)


def _chinese(name: str, title: str, gender: Gender) -> str:
    if title and is_chinese(title.replace(" ", "")[:1]):
        return name + title
    if title:
        return f"{name} {title}"
    return name + _CHINESE_GENDER[gender] if gender in _CHINESE_GENDER else ""


def _chinese_of_latin(guest: Guest, name: str) -> str:
    """`Weber博士`, `首席技术官Weber先生`: the title goes first, the surname bears what one is called by."""
    title, degree = guest.title_in("zh"), _degree(guest)
    office = title if is_chinese(title[:1]) else ""
    for word in ("教授", "博士"):
        office = office.replace(word, "").strip("、，, ")
    called = {"Prof.": "教授", "Dr.": "博士"}.get(degree, _CHINESE_GENDER.get(guest.person.gender, ""))
    if not called:
        return f"{office}{name}" if office else ""
    return f"{office}{latin_surname(guest.person)}{called}"


def _english(guest: Guest, name: str) -> str:
    """`Mr. Weber, Chief Technology Officer`; of unknown gender the full name, never a guess."""
    degree = _degree(guest)
    called = degree or _ENGLISH_GENDER.get(guest.person.gender, "")
    title = _without_degree(guest.title_in("en"))
    if not called and not title:
        return ""
    who = f"{called} {latin_surname(guest.person)}" if called else name
    return f"{who}, {title}" if title else who


def latin_surname(person: Person) -> str:
    """The surname in Latin letters: the one in capitals, before the comma, first of a Chinese name, else the last."""
    name = _without_degree(person.name_in("en"))
    if "," in name:
        return name.partition(",")[0].strip()
    words = name.split()
    if not words:
        return ""
    capitals = [word for word in words if len(word) > 1 and word.isupper() and word.isalpha()]
    if len(capitals) == 1 and len(words) > 1:
        return capitals[0].capitalize()
    if words[0].casefold() in spelled_surnames(person.name):  # Gu Chong
        return words[0]
    return _with_its_particles(words)


def _with_its_particles(words: list[str]) -> str:
    """The last word and the small ones before it: van der Berg."""
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _FIRST_OF_A_NAME:
        start -= 1
    return " ".join(words[start:])


def _degree(guest: Guest) -> str:
    """The academic title that is never left out."""
    told = f"{guest.person.name_latin} {guest.person.name} {guest.title} {guest.title_latin}"
    if PROFESSOR.search(told) or "教授" in told:
        return "Prof."
    return "Dr." if DOCTOR.search(told) or "博士" in told else ""


def _without_degree(words: str) -> str:
    return re.sub(r"\s+", " ", DOCTOR.sub("", PROFESSOR.sub("", words))).strip(" ,")
