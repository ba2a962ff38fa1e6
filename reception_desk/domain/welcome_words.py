"""The proposed words of welcome: unit, name and full title, in English too where guests come from abroad (A6.2a)."""

from __future__ import annotations

from collections.abc import Iterator

from reception_desk.domain.guest import Guest
from reception_desk.domain.visit import Visit
from reception_desk.domain.wording import BilingualText, Wording, welcome_text
from reception_desk.i18n import N_, words

STATED = N_("Welcome text: {text}")
"""How words that a form asked for stand in the note of a visit."""


def proposed_words(visit: Visit, wording: Wording) -> BilingualText:
    """What the company's wording makes of a visit (A6.2a); no English where nobody comes from abroad.

    A confidential visit is welcomed without its name.
    """
    if visit.is_confidential:
        return BilingualText(wording.unnamed.zh, wording.unnamed.en if visit.is_foreign else "")
    unit = visit.company.name_in("zh") if visit.company else ""
    main = visit.main_guest
    name, title = (main.person.name_in("zh"), main.title) if main else ("", "")
    chinese = stated_words(visit.note) or welcome_text(
        wording, visit.level, "zh", unit=unit, name=name, title=title
    )
    return BilingualText(chinese, _english(visit, wording) if visit.is_foreign else "")


def _english(visit: Visit, wording: Wording) -> str:
    """In English a Chinese name or title says nothing: what has no Latin letters is left out."""
    main, company = visit.main_guest, visit.company
    unit = _latin(company.name_latin, company.name) if company else ""
    name = " ".join(_address(main)) if main else ""
    title = _latin(main.title_latin, main.title) if main else ""
    return welcome_text(wording, visit.level, "en", unit=unit, name=name, title=title)


def _address(guest: Guest) -> Iterator[str]:
    name = _latin(guest.person.name_latin, guest.person.name)
    if name:
        if salutation := _latin(guest.salutation):
            yield salutation
        yield name


def _latin(*texts: str) -> str:
    return next((text for text in texts if text and text.isprintable() and max(text) < "\u2e80"), "")


def stated_words(note: str) -> str:
    """The words that an application form asked for, where there was no sign yet to put them on."""
    for language in ("zh", "en"):
        before = words(language)(STATED).format(text="")
        for line in note.splitlines():
            if line.startswith(before) and line.removeprefix(before).strip():
                return line.removeprefix(before).strip()
    return ""


def wording_phrases(wording: Wording) -> list[str]:
    """The company's own words around the names, for the typo guard: they are no names."""
    texts = [*wording.welcome.values(), wording.unnamed, wording.idle, wording.idle_unnamed]
    parts = (part for text in texts for whole in (text.zh, text.en) for part in _literals(whole))
    return list(dict.fromkeys(part for part in parts if part))


def _literals(template: str) -> Iterator[str]:
    from string import Formatter

    return (literal.strip(" ,，") for literal, _field, _form, _conversion in Formatter().parse(template))
