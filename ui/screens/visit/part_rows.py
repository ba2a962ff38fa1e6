"""How journeys, meetings, meals, itinerary rows and bookings read as quiet rows."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.opinion import Opinion, Verdict
from reception_desk.domain.ticket import Ticket
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _, ngettext
from ui.models.rows import Row
from ui.screens.visit.choices import zone_word
from ui.widgets.moment_text import WEEKDAYS

CARRIER_ICONS = {
    Carrier.FLIGHT: "flight",
    Carrier.TRAIN: "train",
    Carrier.OUR_CAR: "car",
    Carrier.OWN_CAR: "car",
    Carrier.OTHER: "forward",
}
STATE_KINDS = {
    "wanted": "soon",
    "booked": "plain",
    "confirmed": "done",
    "bought": "plain",
    "handed_over": "done",
}


VERDICT_KINDS = {Verdict.AGREES: "done", Verdict.AGREES_IF: "soon", Verdict.DECLINES: "late"}


def short_day(day: date) -> str:
    """A day as it stands before a row: 12-08 周二."""
    return f"{day:%m-%d} {_(WEEKDAYS[day.weekday()])}"


def short_moment(moment: datetime | None) -> str:
    """A moment as it stands before a row."""
    return f"{short_day(moment)} {moment:%H:%M}" if moment else _("Time open")


def _span(visit: Visit, part: Any) -> str:
    start, end = visit.local(part.starts_at), visit.local(part.ends_at)
    if start and end and end.date() == start.date():
        return f"{short_moment(start)}–{end:%H:%M}"
    return short_moment(start)


def moment_room() -> str:
    """The widest moment."""
    return f"12-28 {max((_(day) for day in WEEKDAYS), key=len)} 22:58"


def span_room() -> str:
    """The widest stretch of time."""
    return f"{moment_room()}–22:58"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _heads(count: int | None) -> str:
    return "" if count is None else ngettext("{count} person", "{count} people", count).format(count=count)


def leg_row(leg: Leg, visit: Visit) -> Row:
    """A journey: when, by what, which number, from where to where."""
    way = " → ".join(part for part in (leg.from_place, leg.to_place) if part)
    marks = [(choice_word(leg.direction), "primary" if leg.direction is Direction.ARRIVAL else "plain")]
    if leg.number_looks_wrong:
        marks.append((_("Unusual number"), "soon"))
    return Row(
        key=leg.id,
        lead=short_moment(leg.local_at),
        lead_room=moment_room(),
        icon=CARRIER_ICONS[leg.carrier],
        first=leg.number or leg.plate or choice_word(leg.carrier),
        marks=tuple(marks),
        below=_joined(way, leg.terminal),
        end="" if leg.zone == visit.zone else zone_word(leg.zone),
    )


def meeting_row(meeting: Meeting, visit: Visit) -> Row:
    """A meeting: when, about what, where."""
    ours = _heads(meeting.our_heads)
    return Row(
        key=meeting.id,
        lead=_span(visit, meeting),
        lead_room=span_room(),
        icon="meeting",
        first=meeting.topic or meeting.room or _("Meeting"),
        marks=_state_of_a_room(meeting),
        below=_joined(
            meeting.room if meeting.topic else "", _("of us: {heads}").format(heads=ours) if ours else ""
        ),
    )


def meal_row(meal: Meal, visit: Visit) -> Row:
    """A meal: when, of what kind, where, for how many."""
    return Row(
        key=meal.id,
        lead=short_moment(visit.local(meal.starts_at)),
        lead_room=moment_room(),
        icon="restaurant",
        first=choice_word(meal.kind),
        marks=_state_of_a_room(meal),
        second=_joined(meal.place, _heads(meal.heads)),
    )


def itinerary_row(row: ItineraryRow, visit: Visit) -> Row:
    """A row of the itinerary: when, what, where, with whom of us."""
    return Row(
        key=row.id,
        lead=_span(visit, row),
        lead_room=span_room(),
        first=row.activity or row.place or _("Itinerary row"),
        second=_joined(row.place if row.activity else "", row.host),
    )


def car_row(booking: CarBooking, visit: Visit) -> Row:
    """A car: when, which, who drives."""
    driver = booking.driver
    return Row(
        key=booking.id,
        lead=_span(visit, booking),
        lead_room=span_room(),
        icon="car",
        first=booking.purpose or (booking.car.plate if booking.car else "") or _("Car"),
        marks=(
            (choice_word(booking.state), STATE_KINDS[booking.state]),
            *(((_("Car is ready"), "done"),) if booking.is_ready else ()),
        ),
        second=_joined(
            booking.car.plate if booking.car and booking.purpose else "",
            driver.name if driver else _("Driver open"),
        ),
    )


def hotel_row(booking: HotelBooking, _visit: Visit) -> Row:
    """Rooms: from when to when, where, how many."""
    nights = " – ".join(short_day(day) for day in (booking.check_in, booking.check_out) if day)
    rooms = booking.rooms
    return Row(
        key=booking.id,
        lead=nights or _("Days open"),
        lead_room=f"{moment_room()[:-6]} – {moment_room()[:-6]}",
        icon="hotel",
        first=booking.hotel or _("Hotel open"),
        marks=((choice_word(booking.state), STATE_KINDS[booking.state]),),
        second=_joined(
            ngettext("{count} room", "{count} rooms", rooms).format(count=rooms) if rooms else "",
            booking.room_kind,
        ),
    )


def ticket_row(ticket: Ticket, visit: Visit) -> Row:
    """A ticket: when it leaves, which, for whom, how far it is."""
    return Row(
        key=ticket.id,
        lead=short_moment(visit.local(ticket.leaves_at)),
        lead_room=moment_room(),
        icon="ticket",
        first=ticket.number or _("Ticket"),
        marks=((choice_word(ticket.state), STATE_KINDS[ticket.state]),),
        second=ticket.holder,
    )


def opinion_row(opinion: Opinion, _visit: Visit) -> Row:
    """An opinion: whose, what it comes to, who gave it, in which words."""
    return Row(
        key=opinion.id,
        first=choice_word(opinion.office),
        marks=((choice_word(opinion.verdict), VERDICT_KINDS[opinion.verdict]),),
        second=opinion.person,
        below=opinion.words,
        end=short_day(opinion.given_on) if opinion.given_on else "",
    )


def _state_of_a_room(booking: Meeting | Meal) -> tuple[tuple[str, str], ...]:
    """How far the booking of a room is; what needs none has no mark."""
    if booking.room_id is None and booking.state is BookingState.WANTED:
        return ()
    return ((choice_word(booking.state), STATE_KINDS[booking.state]),)
