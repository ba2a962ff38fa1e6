"""The day on an axis: a lane for each visit, the moment as a line; or, on a day without visits, the next ones."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Signal

from reception_desk.domain.day import Stretch, StretchKind, stretches
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _, current_language, ngettext
from reception_desk.services.today import Day
from ui.moments import day_of_month
from ui.screens.today.words import company_of
from ui.widgets.card import Card
from ui.widgets.lines import Line, Lines
from ui.widgets.timeline import Block, Lane, Timeline

FIRST_HOUR, LAST_HOUR = 8, 18
HOUR = timedelta(hours=1)
MOST_AHEAD = 6


class DayAxis(Card):
    """Today's visits as lanes, and what comes after today as lines.

    Signals:
        visit_wanted(visit_id, place): somebody wants to see the visit.
    """

    visit_wanted = Signal(int, str)

    def __init__(self) -> None:
        super().__init__(" ")
        self._day: Day | None = None
        self.timeline, self._ahead = Timeline(), Lines()
        self.timeline.lane_chosen.connect(self._on_lane)
        self._ahead.chosen.connect(self._on_line)
        self.body.addWidget(self.timeline)
        self.body.addWidget(self._ahead)
        self.body.addStretch(1)

    def show_day(self, day: Day) -> None:
        """Show the day."""
        self._day = day
        self.setVisible(bool(day.visits or day.ahead))
        self.timeline.setVisible(bool(day.visits))
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        day = self._day
        if day is None:
            return
        self.set_title(_("The day") if day.visits else _("No visits today. The next ones:"))
        count = len(day.visits)
        note = ngettext("{count} visit", "{count} visits", count).format(count=count) if count else ""
        self.set_note(note)
        self.timeline.setAccessibleName(_("The day"))
        lanes = [_lane(visit, day) for visit in day.visits]
        self.timeline.show_lanes(lanes, day.here, *_hours(lanes, day))
        self._ahead.show_lines([] if day.visits else [_line(visit, day) for visit in day.ahead[:MOST_AHEAD]])

    def _on_lane(self, key: object) -> None:
        self.visit_wanted.emit(key, "")

    def _on_line(self, place: str) -> None:
        self.visit_wanted.emit(int(place), "")


def _lane(visit: Visit, day: Day) -> Lane:
    found = stretches(visit, day.start, day.end)
    return Lane(label=company_of(visit), blocks=[_block(stretch, day) for stretch in found], key=visit.id)


def _block(stretch: Stretch, day: Day) -> Block:
    zone = day.here.tzinfo
    start, end = stretch.starts.astimezone(zone), stretch.ends.astimezone(zone)
    if stretch.kind is StretchKind.PRESENCE:
        kind = "plain"
    elif end <= day.here:
        kind = "done"
    else:
        kind = "soon" if start <= day.here else "primary"
    return Block(start=start, end=end, label=stretch.words, kind=kind)


def _hours(lanes: list[Lane], day: Day) -> tuple[datetime, datetime]:
    """The full hours that the axis spans: office hours, and what lies outside of them."""
    starts = [max(block.start, day.start) for lane in lanes for block in lane.blocks]
    ends = [min(block.end, day.end) for lane in lanes for block in lane.blocks if block.label]
    first = min([day.start + FIRST_HOUR * HOUR, *starts])
    last = max([day.start + LAST_HOUR * HOUR, *ends])
    whole = last.replace(minute=0)
    return first.replace(minute=0), whole if whole == last else whole + HOUR


def _line(visit: Visit, day: Day) -> Line:
    arrival = (visit.arrival_at or day.here).astimezone(day.here.tzinfo)
    when = f"{day_of_month(arrival.date())} {arrival:%H:%M}"
    return Line("calendar", f"{when}  {visit.heading(current_language())}", place=str(visit.id))
