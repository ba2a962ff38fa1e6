"""The times of a visit that due times hang on, and since when each of them is what it is (5.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from reception_desk.domain.checklist import Anchor
from reception_desk.domain.journey import Carrier, Direction
from reception_desk.domain.visit import Visit

KnownSince = Mapping[tuple[Anchor, str], datetime]
"""Since when each time of a visit is what it is, by anchor and subject."""


def anchors(visit: Visit) -> dict[Anchor, list[tuple[str, str, datetime | None]]]:
    """The times that items hang on, as (subject, what it is called, moment); a meal or meeting has its own."""
    return {
        Anchor.NOTICE: [("", "", visit.received_at)],
        Anchor.ARRIVAL: [("", "", visit.arrival_at)],
        Anchor.PICK_UP: [
            ("", "", _first(leg.at for leg in visit.legs if _is_met(leg.direction, leg.carrier)))
        ],
        Anchor.MEETING: [
            (f"meeting:{meeting.id}", meeting.topic or meeting.room, meeting.starts_at)
            for meeting in visit.meetings
        ]
        or [("", "", None)],
        Anchor.MEAL: [(f"meal:{meal.id}", meal.place, meal.starts_at) for meal in visit.meals]
        or [("", "", None)],
        Anchor.CHECK_IN: [("", "", _first(booking.check_in_at for booking in visit.hotel_bookings))],
        Anchor.DEPARTURE: [("", "", visit.departure_at)],
        Anchor.STATION: [
            ("", "", _first(leg.at for leg in visit.legs if leg.direction is Direction.DEPARTURE))
        ],
    }


TIMES: Final = ("received_at", "arrival_at", "departure_at", "at", "starts_at", "check_in_at")
"""The fields that hold the times of a visit and of its parts."""


def known_since(visit: Visit, written_at: Mapping[tuple[str, int, str], datetime]) -> KnownSince:
    """Since when each time of a visit is what it is; `written_at`: when each of its fields got its value."""
    sources: dict[tuple[Anchor, str], list[tuple[str, int, str]]] = {
        (Anchor.NOTICE, ""): [("visit", visit.id, "received_at")],
        (Anchor.ARRIVAL, ""): [("visit", visit.id, "arrival_at")],
        (Anchor.DEPARTURE, ""): [("visit", visit.id, "departure_at")],
        (Anchor.PICK_UP, ""): [
            ("leg", leg.id, "at") for leg in visit.legs if _is_met(leg.direction, leg.carrier)
        ],
        (Anchor.STATION, ""): [
            ("leg", leg.id, "at") for leg in visit.legs if leg.direction is Direction.DEPARTURE
        ],
        (Anchor.CHECK_IN, ""): [("hotel_booking", one.id, "check_in_at") for one in visit.hotel_bookings],
    }
    sources |= {
        (Anchor.MEETING, f"meeting:{one.id}"): [("meeting", one.id, "starts_at")] for one in visit.meetings
    }
    sources |= {(Anchor.MEAL, f"meal:{one.id}"): [("meal", one.id, "starts_at")] for one in visit.meals}
    found = {key: [written_at[one] for one in fields if one in written_at] for key, fields in sources.items()}
    return {key: max(moments) for key, moments in found.items() if moments}


def _is_met(direction: Direction, carrier: Carrier) -> bool:
    return direction is Direction.ARRIVAL and carrier is not Carrier.OWN_CAR


def _first(moments: Iterator[datetime | None]) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)
