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
from ui.theme import SIZE
from ui.widgets.card import Card
from ui.widgets.lines import Line, Lines
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text
from ui.widgets.timeline import Block, Lane, Timeline

FIRST_HOUR, LAST_HOUR = 8, 18
HOUR = timedelta(hours=1)
LATE_WIDTH = timedelta(minutes=95)
MOST_AHEAD, LEAST_AHEAD = 6, 3
CARD = 64
MOST_LANES = 3
HEAD = 34
THEN = 38


class DayAxis(Card):
    """Today's visits as lanes, and what comes after today as lines.

    Signals:
        visit_wanted(visit_id, place): somebody wants to see the visit.
    """

    visit_wanted = Signal(int, str)

    def __init__(self) -> None:
        super().__init__(" ")
        self._day: Day | None = None
        self._room = 0
        self.timeline, self._ahead = Timeline(), Lines()
        self.timeline.lane_chosen.connect(self._on_lane)
        self._ahead.chosen.connect(self._on_line)
        self._then = Text("", "muted")
        self._lanes = Scroll(self.timeline)
        self.body.addWidget(self._lanes)
        self.body.addWidget(self._then)
        self.body.addWidget(self._ahead)
        self.body.addStretch(1)

    def show_day(self, day: Day) -> None:
        """Show the day."""
        self._day = day
        self.setVisible(bool(day.visits or day.ahead))
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
        height = self.timeline.sizeHint().height()
        self._lanes.setVisible(bool(day.visits))
        self._lanes.setMaximumHeight(height)
        self._lanes.setMinimumHeight(self._wanted())
        self._then.setText(_("Then:"))
        self._show_ahead(day)

    def least_height(self) -> int:
        """What the card needs: its lanes, or a few of the next visits; what else it shows is given room."""
        if self._day is None or self._day.visits:
            return CARD + self._wanted()
        return CARD + min(len(self._day.ahead), LEAST_AHEAD) * SIZE.target

    def _wanted(self) -> int:
        """The height that the lanes want: of more than a few the rest is scrolled to."""
        return min(self._lanes.maximumHeight(), HEAD + MOST_LANES * SIZE.lane)

    def fit(self, height: int) -> None:
        """Show as many of the next visits as there is room for; where it is very low, some lanes are scrolled to."""
        self._room = height
        whole = self._lanes.maximumHeight()
        least = min(whole, HEAD + SIZE.lane)
        self._lanes.setMinimumHeight(max(min(self._wanted(), height - CARD), least))
        if self._day is not None:
            self._show_ahead(self._day)

    def _show_ahead(self, day: Day) -> None:
        """The next visits: on a day without any, and wherever there is room below the axis."""
        used = CARD + (self._lanes.maximumHeight() + THEN if day.visits else 0)
        room = min(max(self._room - used, 0) // SIZE.target, MOST_AHEAD)
        lines = [_line(visit, day) for visit in day.ahead[:room]]
        self._then.setVisible(bool(day.visits and lines))
        self._ahead.show_lines(lines)

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
