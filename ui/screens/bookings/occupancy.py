"""Cars, drivers and rooms of a day on a time axis: where the gaps are, and who is free at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Signal

from reception_desk.i18n import _, ngettext
from reception_desk.services.booking_day import InUse, stretch_of
from reception_desk.services.bookings import BookingLine
from ui.models.booking_words import visit_of
from ui.theme import SIZE
from ui.widgets.card import Card
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text
from ui.widgets.timeline import Block, Lane, Timeline

FIRST_HOUR, LAST_HOUR = 8, 18
HOUR = timedelta(hours=1)
LEAST_LANES, HEAD = 2, 34
KINDS = {"wanted": "soon", "booked": "primary", "confirmed": "done"}


class Occupancy(Card):
    """A lane for each car, driver or room.

    Signals:
        thing_chosen(resource, id): a lane was chosen.
    """

    thing_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(" ")
        self.timeline = Timeline()
        self.timeline.lane_chosen.connect(self.thing_chosen)
        self._lanes = Scroll(self.timeline)
        self.free_words = Text("", "body", wrap=True)
        self.body.addWidget(self.free_words)
        self.body.addWidget(self._lanes, 1)

    def show_things(self, things: Sequence[InUse], now: datetime, start: datetime) -> None:
        """Show these on the day that begins at `start`, on the desk's clock."""
        self.set_title(_("Who is taken when"))
        self.timeline.setAccessibleName(_("Who is taken when"))
        self.setVisible(bool(things))
        lanes = [_lane(thing, start) for thing in things]
        self.timeline.show_lanes(lanes, now, *_hours(lanes, start))
        height = self.timeline.sizeHint().height()
        self._lanes.setMaximumHeight(height)
        self._lanes.setMinimumHeight(min(height, HEAD + LEAST_LANES * SIZE.lane))

    def show_free(self, things: Sequence[InUse], moment: datetime, *, is_now: bool) -> None:
        """Say who is free at a moment and until when, and from when on the others are."""
        free = [thing for thing in things if thing.free_from(moment) == moment]
        taken = [thing for thing in things if thing not in free]
        sentences = []
        if free:
            names = _(", ").join(_free_words(thing, moment) for thing in free)
            sentence = _("Free now: {names}.") if is_now else _("Free at {time}: {names}.")
            sentences.append(sentence.format(names=names, time=f"{moment:%H:%M}"))
        if taken:
            names = _(", ").join(
                _("{name}, free from {time}").format(
                    name=thing.name, time=_clock(thing.free_from(moment), moment)
                )
                for thing in taken
            )
            sentences.append(_("Taken: {names}.").format(names=names))
        self.free_words.setText(" ".join(sentences))


def _free_words(thing: InUse, moment: datetime) -> str:
    known = []
    if thing.seats:
        known.append(ngettext("{count} seat", "{count} seats", thing.seats).format(count=thing.seats))
    if (until := thing.free_until(moment)) is not None:
        known.append(_("until {time}").format(time=_clock(until, moment)))
    return _("{name} ({known})").format(name=thing.name, known=" · ".join(known)) if known else thing.name


def _clock(moment: datetime, seen: datetime) -> str:
    local = moment.astimezone(seen.tzinfo)
    return f"{local:%H:%M}" if local.date() == seen.date() else f"{local:%m-%d %H:%M}"


def _lane(thing: InUse, start: datetime) -> Lane:
    blocks = [block for line in thing.lines if (block := _block(line, start)) is not None]
    return Lane(label=thing.name, blocks=blocks, key=(thing.resource, thing.id))


def _block(line: BookingLine, start: datetime) -> Block | None:
    stretch = stretch_of(line)
    if stretch is None or stretch.end <= start or stretch.starts_at >= start + 24 * HOUR:
        return None
    zone = start.tzinfo
    kind = "late" if line.overlaps else KINDS[line.booking.state.value]
    return Block(
        start=stretch.starts_at.astimezone(zone),
        end=stretch.end.astimezone(zone),
        label=visit_of(line),
        kind=kind,
    )


def _hours(lanes: Sequence[Lane], start: datetime) -> tuple[datetime, datetime]:
    """The full hours that the axis spans: office hours, and what lies outside of them."""
    starts = [max(block.start, start) for lane in lanes for block in lane.blocks]
    ends = [min(block.end, start + 24 * HOUR) for lane in lanes for block in lane.blocks]
    first = min([start + FIRST_HOUR * HOUR, *starts]).replace(minute=0)
    last = max([start + LAST_HOUR * HOUR, *ends])
    whole = last.replace(minute=0)
    return first, whole if whole == last else whole + HOUR
