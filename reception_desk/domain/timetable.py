"""The one timetable that a visit's facts make: rows of the itinerary, journeys, talks, meals, coming and going."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.meal import MealKind
from reception_desk.domain.visit import Visit


class Kind(StrEnum):
    """What an entry is, for the words that it is told in."""

    ROW = "row"
    ARRIVING = "arriving"
    ARRIVAL = "arrival"
    CHECK_IN = "check-in"
    MEETING = "meeting"
    WORKING_MEAL = "working meal"
    BANQUET = "banquet"
    MEAL = "meal"
    TRAVELLING = "travelling"
    DEPARTURE = "departure"
    LEAVING = "leaving"


_LEGS: Final = {
    Direction.ARRIVAL: Kind.ARRIVING,
    Direction.BETWEEN: Kind.TRAVELLING,
    Direction.DEPARTURE: Kind.LEAVING,
}
_MEALS: Final = {
    MealKind.WORKING: Kind.WORKING_MEAL,
    MealKind.BANQUET: Kind.BANQUET,
    MealKind.OTHER: Kind.MEAL,
}
_COMES_AND_GOES: Final = {Kind.ARRIVAL: Kind.ARRIVING, Kind.DEPARTURE: Kind.LEAVING}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry; times are on the clock of its place. `met`: somebody of us waits there.

    `source` says where it is edited: `itinerary_row:12`, `leg:3`; coming and going: `visit:arrival_at`.
    """

    kind: Kind
    starts: datetime | None
    ends: datetime | None = None
    activity: str = ""
    place: str = ""
    host: str = ""
    met: bool = False
    hint: str = ""
    source: str = ""

    def facts(self) -> list[tuple[str, str]]:
        """Itself for a content."""
        return [
            ("kind", self.kind.value),
            ("starts", _stored(self.starts)),
            ("ends", _stored(self.ends)),
            ("activity", self.activity),
            ("place", self.place),
            ("host", self.host),
            ("met", "yes" if self.met else ""),
        ]

    def covers(self, other: Entry) -> bool:
        """Whether a row tells of the other one too: a journey only where both start together."""
        if self.starts is None or other.starts is None:
            return False
        if self.starts == other.starts:
            return True
        is_journey = other.kind in _LEGS.values()
        return not is_journey and self.ends is not None and self.starts <= other.starts < self.ends


def has_programme(visit: Visit) -> bool:
    """Whether more is known than when they come and go."""
    return bool(visit.itinerary or visit.meetings or visit.meals or visit.legs)


def rows_of(visit: Visit) -> list[Entry]:
    """The rows of the itinerary as they are written."""
    return [
        Entry(
            kind=Kind.ROW,
            starts=visit.local(row.starts_at),
            ends=visit.local(row.ends_at),
            activity=row.activity,
            place=row.place,
            host=row.host,
            hint=row.hint,
            source=f"itinerary_row:{row.id}",
        )
        for row in visit.itinerary
    ]


def timetable(visit: Visit) -> list[Entry]:
    """Every entry once, by time; those without a time come last."""
    rows, told = rows_of(visit), list[Entry]()
    for other in (*_journeys(visit), *programme(visit), *_frame(visit)):
        covering = next((number for number, row in enumerate(rows) if row.covers(other)), None)
        if covering is not None:
            rows[covering] = _completed(rows[covering], other)
        elif not any(_is_told_by(entry, other) for entry in told):
            told.append(other)
    order = list(Kind)
    return sorted([*rows, *told], key=lambda entry: (*_sooner(entry.starts), order.index(entry.kind)))


def _journeys(visit: Visit) -> Iterator[Entry]:
    for leg in visit.legs:
        is_met = leg.direction is Direction.ARRIVAL and leg.carrier is not Carrier.OWN_CAR
        yield Entry(
            kind=_LEGS[leg.direction],
            starts=leg.local_at,
            activity=leg.number,
            place=_place(leg),
            met=is_met and visit.pick_up is Answer.YES,
            source=f"leg:{leg.id}",
        )


def _place(leg: Leg) -> str:
    if leg.direction is Direction.BETWEEN:
        return " → ".join(filter(None, (leg.from_place, leg.to_place)))
    there = leg.to_place if leg.direction is Direction.ARRIVAL else leg.from_place
    return " ".join(filter(None, (there, leg.terminal)))


def programme(visit: Visit) -> Iterator[Entry]:
    """Talks, meals and check-ins, which are edited with the arrangements."""
    for meeting in visit.meetings:
        yield Entry(
            kind=Kind.MEETING,
            starts=visit.local(meeting.starts_at),
            ends=visit.local(meeting.ends_at),
            activity=meeting.topic,
            place=meeting.room,
            source=f"meeting:{meeting.id}",
        )
    for meal in visit.meals:
        yield Entry(
            kind=_MEALS[meal.kind],
            starts=visit.local(meal.starts_at),
            ends=visit.local(meal.ends_at),
            place=meal.place,
            source=f"meal:{meal.id}",
        )
    for stay in visit.hotel_bookings:
        if stay.check_in_at is not None:
            at = visit.local(stay.check_in_at)
            yield Entry(kind=Kind.CHECK_IN, starts=at, place=stay.hotel, source=f"hotel_booking:{stay.id}")


def _frame(visit: Visit) -> Iterator[Entry]:
    for kind, field in ((Kind.ARRIVAL, "arrival_at"), (Kind.DEPARTURE, "departure_at")):
        at = getattr(visit, field)
        if at is not None:
            yield Entry(kind=kind, starts=visit.local(at), source=f"visit:{field}")


def _is_told_by(entry: Entry, other: Entry) -> bool:
    """Whether coming or going is a journey's own time, or the same check-in stands there already."""
    if entry.kind is other.kind is Kind.CHECK_IN:
        return (entry.starts, entry.place) == (other.starts, other.place)
    return entry.kind is _COMES_AND_GOES.get(other.kind) and _same_clock(entry.starts, other.starts)


def _same_clock(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and other is not None and one.replace(tzinfo=None) == other.replace(tzinfo=None)


def _completed(row: Entry, other: Entry) -> Entry:
    """The row with the place and the end that only the other one knows, where both start together."""
    if row.starts != other.starts:
        return row
    return replace(row, place=row.place or other.place, ends=row.ends or other.ends)


def _sooner(starts: datetime | None) -> tuple[bool, str]:
    return (starts is None, _stored(starts))


def _stored(moment: datetime | None) -> str:
    return "" if moment is None else moment.strftime("%Y-%m-%dT%H:%M")
