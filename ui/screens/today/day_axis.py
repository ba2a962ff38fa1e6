"""The day on an axis: a lane for each visit, the moment as a line; or, on a day without visits, the next ones."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from reception_desk.domain.day import Stretch, StretchKind, stretches
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _, current_language, ngettext
from reception_desk.services.today import Day
from ui.moments import day_of_month
from ui.screens.today.words import company_of
from ui.theme import SIZE
from ui.widgets.card import Card
from ui.widgets.lines import Line, Lines
from ui.widgets.text import Text
from ui.widgets.timeline import Block, Lane, Timeline

FIRST_HOUR, LAST_HOUR = 8, 18
HOUR = timedelta(hours=1)
LATE_WIDTH = timedelta(minutes=75)
MOST_AHEAD = 6
HEAD = 120


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
        self._then = Text("", "muted")
        self.body.addWidget(self.timeline)
        self.body.addWidget(self._then)
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
        self._then.setText(_("Then:"))
        self._show_ahead(day)

    def _show_ahead(self, day: Day) -> None:
        """The next visits: on a day without any, and wherever there is room below the axis."""
        used = self.timeline.sizeHint().height() + HEAD if day.visits else HEAD
        room = min(max(self.height() - used, 0) // SIZE.target, MOST_AHEAD) if day.visits else MOST_AHEAD
        lines = [_line(visit, day) for visit in day.ahead[:room]]
        self._then.setVisible(bool(day.visits and lines))
        self._ahead.show_lines(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._day is not None:
            self._show_ahead(self._day)

    def _on_lane(self, key: object) -> None:
        self.visit_wanted.emit(key, "")

    def _on_line(self, place: str) -> None:
        self.visit_wanted.emit(int(place), "")


def _lane(visit: Visit, day: Day) -> Lane:
    found = stretches(visit, day.start, day.end)
    blocks = [_block(stretch, day) for stretch in found]
    return Lane(label=company_of(visit), blocks=[*blocks, *_late(visit, day, found)], key=visit.id)


def _late(visit: Visit, day: Day, found: list[Stretch]) -> list[Block]:
    """What is late stands left of the line, in its colour, where there is room for it."""
    count = sum(task.is_late for task in day.tasks if task.visit.id == visit.id)
    mark = Stretch(kind=StretchKind.PROGRAMME, starts=day.here - LATE_WIDTH, ends=day.here)
    if not count or any(mark.overlaps(other) for other in found if other.words):
        return []
    words = ngettext("{count} late", "{count} late", count).format(count=count)
    return [Block(start=mark.starts, end=mark.ends, label=words, kind="late")]


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
