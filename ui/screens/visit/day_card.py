"""The days of a visit in one list: rows of the itinerary are edited here, all else where it stands (A4.1)."""

from __future__ import annotations

from PySide6.QtCore import Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.itinerary_density import holes
from reception_desk.domain.itinerary_order import Clash, clashes
from reception_desk.domain.timetable import Entry
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _
from ui.models.itinerary import day_rows
from ui.screens.screen import Clock
from ui.screens.visit.part_card import PartCard
from ui.widgets.lines import Line, Lines

MOST_SHOWN = 40
"""Rows before the list scrolls by itself: a day is seen whole."""


class DayCard(PartCard):
    """What happens when; below it what does not fit together, and what leaves the guests waiting (A4.4).

    Signals:
        place_wanted(place): this stands at another section, `section/field`.
    """

    place_wanted = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        self._places: dict[int, str] = {}
        super().__init__(ItineraryRow, desk, clock)
        self.rows.most = MOST_SHOWN
        self.doubts = Lines()
        self.body.insertWidget(self.body.count() - 1, self.doubts)

    def show_visit(self, visit: Visit) -> None:
        """Show the days of a visit as read."""
        super().show_visit(visit)
        rows = list(day_rows(visit))
        self._places = {row.key: place for row, place in rows}
        self._model.show_rows([row for row, _place in rows])
        self.doubts.show_lines(self._doubts(visit))

    def _doubts(self, visit: Visit) -> list[Line]:
        minutes = self.desk.procedure.lead_times().itinerary_hole_minutes
        found = [Line("warning", _clash_words(clash), "soon") for clash in clashes(visit)]
        found += [
            Line(
                "clock",
                _("{minutes} minutes with nothing planned, {start} to {end}.").format(
                    minutes=hole.minutes, start=f"{hole.starts:%H:%M}", end=f"{hole.ends:%H:%M}"
                ),
                "soon",
            )
            for hole in holes(visit, minutes)
        ]
        return found

    def open_one(self, key: int, field: str = "") -> None:
        """Open a row of the itinerary, or lead to where the entry stands."""
        if key > 0:
            super().open_one(key, field)
        elif place := self._places.get(key, ""):
            self.place_wanted.emit(place)

    def remove_one(self, key: int) -> None:
        """Take a row of the itinerary out; what stands elsewhere is taken out there."""
        if key > 0:
            super().remove_one(key)
        elif self._places.get(key):
            self.refused.emit(_("This stands elsewhere: Enter leads there."))


def _clash_words(clash: Clash) -> str:
    if clash.second is None:
        return _("{entry} is on a day outside the visit.").format(entry=_called(clash.first))
    sentence = _("At the same time: {first} and {second}.")
    return sentence.format(first=_called(clash.first), second=_called(clash.second))


def _called(entry: Entry) -> str:
    starts = f"{entry.starts:%H:%M} " if entry.starts else ""
    return starts + (entry.activity or entry.place)
