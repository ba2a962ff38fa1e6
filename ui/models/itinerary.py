"""The days as the guests will live them: rows of the itinerary, and beside them what stands elsewhere (A4.1)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from reception_desk.documents.hand_out import spoken
from reception_desk.documents.itinerary_words import activity, hours
from reception_desk.documents.moments import day
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.journey import Carrier
from reception_desk.domain.timetable import Entry, Kind, timetable
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _, current_language
from ui.models.rows import Row

ROWS: Final = "itinerary_row"
SECTIONS: Final = {"meeting": "arrangements", "meal": "arrangements", "hotel_booking": "arrangements"}
CARRIERS: Final = {Carrier.FLIGHT: "flight", Carrier.TRAIN: "train"}
ICONS: Final = {
    Kind.MEETING: "meeting",
    Kind.WORKING_MEAL: "restaurant",
    Kind.BANQUET: "restaurant",
    Kind.MEAL: "restaurant",
    Kind.CHECK_IN: "hotel",
}
FROM: Final = {
    "leg": N_("Journey"),
    "meeting": N_("Meeting"),
    "meal": N_("Meal"),
    "hotel_booking": N_("Hotel"),
    "visit": N_("Overview"),
}
ROOM: Final = "00:00–00:00"


def place_of(source: str) -> str:
    """Where an entry is edited, as `section/field`; blank for a row of the itinerary itself."""
    table, _colon, rest = source.partition(":")
    if table == ROWS:
        return ""
    if table == "visit":
        return f"overview/{rest}"
    return f"{SECTIONS.get(table, 'overview')}/{source}"


def day_rows(visit: Visit) -> Iterator[tuple[Row, str]]:
    """Each row with the place where it is edited; a day has a row of its own. Keys of others than rows are below 0."""
    language = current_language()
    others = 0
    for date, entries in groupby(timetable(visit), key=lambda one: one.starts.date() if one.starts else None):
        others -= 1
        words = day(date, language) if date else _("Without a time")
        yield Row(key=others, icon="calendar", first=words), ""
        for entry in entries:
            table, _colon, rest = entry.source.partition(":")
            is_row = table == ROWS
            others -= 0 if is_row else 1
            key = int(rest) if is_row else others
            yield _row(entry, key, _icon(entry, visit), language), place_of(entry.source)


def _icon(entry: Entry, visit: Visit) -> str:
    """A journey goes by what it is travelled with."""
    leg = next((leg for leg in visit.legs if entry.source == f"leg:{leg.id}"), None)
    return CARRIERS.get(leg.carrier, "car") if leg is not None else ICONS.get(entry.kind, "")


def _row(entry: Entry, key: int, icon: str, language: str) -> Row:
    cells = dict(entry.facts())
    (tongue,) = spoken(language)
    what = " ".join(activity(cells, Tongue(tongue)))
    table = entry.source.partition(":")[0]
    return Row(
        key=key,
        lead="".join(hours(cells)[:1]),
        lead_room=ROOM,
        icon=icon,
        first=what,
        second=" · ".join(part for part in (entry.place, entry.host) if part),
        below=entry.hint,
        end=_(FROM[table]) if table in FROM else "",
    )
