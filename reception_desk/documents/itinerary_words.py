"""How the entries of an itinerary are said, on paper and in a message alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from reception_desk.documents.moments import short_day_and_time
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.timetable import Entry, Kind
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_

Cells = Mapping[str, str]

_WORDS: Final = {
    Kind.ARRIVAL: N_("Arrival at our company"),
    Kind.DEPARTURE: N_("Leaving our company"),
    Kind.ARRIVING: N_("Arriving by {number}"),
    Kind.TRAVELLING: N_("Travelling on by {number}"),
    Kind.LEAVING: N_("Leaving by {number}"),
    Kind.MEETING: N_("Talks"),
    Kind.WORKING_MEAL: N_("Working meal"),
    Kind.BANQUET: N_("Banquet"),
    Kind.MEAL: N_("Meal"),
    Kind.CHECK_IN: N_("Check-in at the hotel"),
}
_WITHOUT_NUMBER: Final = {
    Kind.ARRIVING: N_("Your arrival"),
    Kind.TRAVELLING: N_("Travelling on"),
    Kind.LEAVING: N_("Your journey home"),
}
_BETWEEN_NAMES: Final = re.compile(r"\s*[、,，;；/]\s*")


def entry_facts(entry: Entry, visit: Visit, tongue: Tongue) -> Iterator[tuple[str, str]]:
    """An entry for a content: as it is written, but who of us receives them in each language."""
    for part, value in entry.facts():
        if part != "host":
            yield part, value
            continue
        for language in tongue.languages:
            yield f"host/{language}", hosts_in(visit, value, language)
    yield "hint", entry.hint


def hosts_in(visit: Visit, written: str, language: str) -> str:
    """Those who are hosts of the visit with their titles; others as they are written."""
    known = {name: host for host in visit.hosts for name in (host.who.name, host.who.name_latin) if name}
    said = []
    for name in filter(None, _BETWEEN_NAMES.split(written.strip())):
        host = known.get(name)
        titled = [host.name_in(language), host.title_in(language)] if host else [name]
        said.append((", " if language == "en" else " ").join(filter(None, titled)))
    return ("; " if language == "en" else "、").join(said)


def hours(cells: Cells) -> list[str]:
    """From when until when; an end on another day stands with its date on a line of its own."""
    if not cells["starts"]:
        return []
    starts = datetime.fromisoformat(cells["starts"])
    if not cells["ends"]:
        return [f"{starts:%H:%M}"]
    ends = datetime.fromisoformat(cells["ends"])
    if ends.date() == starts.date():
        return [f"{starts:%H:%M}–{ends:%H:%M}"]
    return [f"{starts:%H:%M}–", short_day_and_time(ends)]


def activity(cells: Cells, tongue: Tongue) -> list[str]:
    """What happens, in each language; what somebody wrote is said once."""
    kind = Kind(cells["kind"])
    said = cells["activity"]
    if kind in _WITHOUT_NUMBER:
        words = tongue(_WORDS[kind] if said else _WITHOUT_NUMBER[kind])
        met = tongue(N_("We meet you there.")) if cells["met"] else [""] * len(words)
        together = zip(tongue.languages, words, met, strict=True)
        return [
            f"{word.format(number=said)}{'' if not more else '，' if one == 'zh' else '. '}{more}"
            for one, word, more in together
        ]
    return [said] if said else tongue(_WORDS.get(kind, N_("Programme")))
