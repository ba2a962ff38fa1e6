"""The parts of a visit that come in rows, each described once: words, facts, how it reads, how it is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.material import Material
from reception_desk.domain.meal import Meal, MealKind
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.opinion import Office, Opinion, Verdict
from reception_desk.domain.question import Question
from reception_desk.domain.supplies import kit
from reception_desk.domain.ticket import Ticket, TicketState
from reception_desk.domain.tour import TourStop
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _
from reception_desk.services.bookings import CHECKS
from reception_desk.services.parts import Part
from ui.models.kit import kit_row
from ui.models.questions import question_row
from ui.models.rows import Row
from ui.models.tour import tour_row
from ui.screens.visit.choices import options_of, zone_options
from ui.screens.visit.fact_form import Kind, Spec
from ui.screens.visit.part_rows import (
    car_row,
    hotel_row,
    itinerary_row,
    leg_row,
    meal_row,
    meeting_row,
    opinion_row,
    ticket_row,
)
from ui.widgets.fact_choice import Options


@dataclass(frozen=True, kw_only=True)
class PartKind:
    """One kind of part: its heading, the line that adds one, its facts, its rows."""

    title: str
    add: str
    new: str
    specs: tuple[Spec, ...]
    row: Callable[[Any, Visit], Row]
    of: Callable[[Visit], Sequence[Any]]


def _directions() -> Options:
    return options_of(Direction)


def _carriers() -> Options:
    return options_of(Carrier)


def _meal_kinds() -> Options:
    return options_of(MealKind)


def _booking_states() -> Options:
    return options_of(BookingState)


def _ticket_states() -> Options:
    return options_of(TicketState)


def _tour_or_not() -> Options:
    return [(False, _("No")), (True, _("The stops of the tour have this time"))]


def _fixed_or_elastic() -> Options:
    return [(False, _("May move")), (True, _("Stays where it is"))]


def _back_or_not() -> Options:
    return [(True, _("It comes back to us")), (False, _("It stays with the guests"))]


def _offices() -> Options:
    return options_of(Office)


def _verdicts() -> Options:
    return options_of(Verdict)


def _car_checks() -> Options:
    return [(check, _(words)) for check, words in CHECKS.items()]


WHY_DOUBLE: Final = Spec(field="overlap_reason", prompt=N_("Book it all the same, because …"))

PART_KINDS: Final[dict[type[Part], PartKind]] = {
    Leg: PartKind(
        title=N_("Journeys"),
        add=N_("+ Add a journey"),
        new=N_("New journey"),
        row=leg_row,
        of=lambda visit: visit.legs,
        specs=(
            Spec(field="direction", kind=Kind.CHOICE, options=_directions),
            Spec(field="carrier", kind=Kind.CHOICE, options=_carriers),
            Spec(field="number", prompt=N_("Such as G7012 or MU5137")),
            Spec(field="from_place", prompt=N_("From where?")),
            Spec(field="to_place", prompt=N_("Where to?")),
            Spec(field="terminal", prompt=N_("Add the terminal or exit")),
            Spec(field="at", kind=Kind.MOMENT, prompt=N_("When, on the clock there?")),
            Spec(field="zone", kind=Kind.CHOICE, options=zone_options),
            Spec(field="plate", prompt=N_("Add the plate")),
            Spec(field="note", kind=Kind.LONG, prompt=N_("Add a note")),
        ),
    ),
    ItineraryRow: PartKind(
        title=N_("Itinerary"),
        add=N_("+ Add a row"),
        new=N_("New row of the itinerary"),
        row=itinerary_row,
        of=lambda visit: visit.itinerary,
        specs=(
            Spec(field="activity", prompt=N_("What happens?")),
            Spec(field="starts_at", kind=Kind.MOMENT, prompt=N_("From when?")),
            Spec(field="ends_at", kind=Kind.MOMENT, prompt=N_("Until when?")),
            Spec(field="place", prompt=N_("Where?")),
            Spec(field="host", kind=Kind.SUGGEST, prompt=N_("Who of us?")),
            Spec(field="is_tour", kind=Kind.CHOICE, options=_tour_or_not),
            Spec(field="is_fixed", kind=Kind.CHOICE, options=_fixed_or_elastic),
            Spec(field="hint", prompt=N_("For the guests: clothing, helmet …")),
            Spec(field="note", kind=Kind.LONG, prompt=N_("Add a note")),
        ),
    ),
    TourStop: PartKind(
        title=N_("Tour"),
        add=N_("+ Add a stop"),
        new=N_("New tour stop"),
        row=tour_row,
        of=lambda visit: visit.tour_stops,
        specs=(
            Spec(field="product", prompt=N_("Which product is shown?")),
            Spec(field="place", prompt=N_("Where?")),
            Spec(field="talking_point", kind=Kind.LONG, prompt=N_("What is said there?")),
            Spec(field="minutes", kind=Kind.NUMBER, prompt=N_("How many minutes?")),
            Spec(field="owner", kind=Kind.SUGGEST, prompt=N_("Who of us?")),
            Spec(field="interests", prompt=N_("For whom it is of interest, such as 五轴, 交期")),
            Spec(field="note", kind=Kind.LONG, prompt=N_("Add a note")),
        ),
    ),
    Meeting: PartKind(
        title=N_("Meetings"),
        add=N_("+ Add a meeting"),
        new=N_("New meeting"),
        row=meeting_row,
        of=lambda visit: visit.meetings,
        specs=(
            Spec(field="topic", prompt=N_("What is it about?")),
            Spec(field="starts_at", kind=Kind.MOMENT, prompt=N_("From when?")),
            Spec(field="ends_at", kind=Kind.MOMENT, prompt=N_("Until when?")),
            Spec(field="room", kind=Kind.SUGGEST, prompt=N_("Which room? Down shows who is free")),
            Spec(field="state", kind=Kind.CHOICE, options=_booking_states),
            Spec(field="our_heads", kind=Kind.NUMBER, prompt=N_("How many of us?")),
            Spec(field="needs", kind=Kind.LONG, prompt=N_("What is needed there?")),
            WHY_DOUBLE,
        ),
    ),
    Meal: PartKind(
        title=N_("Meals"),
        add=N_("+ Add a meal"),
        new=N_("New meal"),
        row=meal_row,
        of=lambda visit: visit.meals,
        specs=(
            Spec(field="kind", kind=Kind.CHOICE, options=_meal_kinds),
            Spec(field="starts_at", kind=Kind.MOMENT, prompt=N_("When?")),
            Spec(field="ends_at", kind=Kind.MOMENT, prompt=N_("Until when?")),
            Spec(field="place", kind=Kind.SUGGEST, prompt=N_("Where? Down shows our rooms")),
            Spec(field="state", kind=Kind.CHOICE, options=_booking_states),
            Spec(field="heads", kind=Kind.NUMBER, prompt=N_("For how many?")),
            Spec(field="our_heads", kind=Kind.NUMBER, prompt=N_("How many of us?")),
            Spec(field="standard", kind=Kind.NUMBER, prompt=N_("Yuan a head?")),
            Spec(field="standard_reason", prompt=N_("Why above the standard, if it is")),
            Spec(field="payer", prompt=N_("Who pays?")),
            Spec(field="menu", kind=Kind.LONG, prompt=N_("What is served?")),
            Spec(field="note", kind=Kind.LONG, prompt=N_("Add a note")),
            WHY_DOUBLE,
        ),
    ),
    CarBooking: PartKind(
        title=N_("Cars"),
        add=N_("+ Add a car"),
        new=N_("New car booking"),
        row=car_row,
        of=lambda visit: visit.car_bookings,
        specs=(
            Spec(field="purpose", word=N_("Use"), prompt=N_("What for?")),
            Spec(field="starts_at", kind=Kind.MOMENT, prompt=N_("From when?")),
            Spec(field="ends_at", kind=Kind.MOMENT, prompt=N_("Until when?")),
            Spec(field="car_id", kind=Kind.SUGGEST, prompt=N_("Which plate? Down shows who is free")),
            Spec(field="driver_id", kind=Kind.SUGGEST, prompt=N_("Who drives? Name and phone")),
            Spec(field="heads", kind=Kind.NUMBER, prompt=N_("How many ride in it? Blank: all")),
            Spec(field="state", kind=Kind.CHOICE, options=_booking_states),
            Spec(field="checks", kind=Kind.FLAGS, word=N_("Before it leaves"), options=_car_checks),
            Spec(field="note", kind=Kind.LONG, prompt=N_("Add a note")),
            WHY_DOUBLE,
        ),
    ),
    HotelBooking: PartKind(
        title=N_("Hotel rooms"),
        add=N_("+ Add a hotel"),
        new=N_("New hotel booking"),
        row=hotel_row,
        of=lambda visit: visit.hotel_bookings,
        specs=(
            Spec(field="hotel", kind=Kind.SUGGEST, prompt=N_("Which hotel? Down shows ours")),
            Spec(field="check_in", kind=Kind.DAY, prompt=N_("From which day?")),
            Spec(field="check_out", kind=Kind.DAY, prompt=N_("Until which day?")),
            Spec(field="check_in_at", kind=Kind.MOMENT, prompt=N_("When do they check in?")),
            Spec(field="rooms", kind=Kind.NUMBER, prompt=N_("How many rooms?")),
            Spec(field="room_kind", prompt=N_("Of what kind?")),
            Spec(field="beds", kind=Kind.NUMBER, prompt=N_("How many beds in all?")),
            Spec(field="price", kind=Kind.NUMBER, prompt=N_("What does a room cost a night?")),
            Spec(field="price_reason", prompt=N_("Why above the standard, if it is")),
            Spec(field="confirmation", prompt=N_("Add the confirmation number")),
            Spec(field="state", kind=Kind.CHOICE, options=_booking_states),
            Spec(field="note", kind=Kind.LONG, prompt=N_("Add a note")),
        ),
    ),
    Question: PartKind(
        title=N_("Questions and answers"),
        add=N_("+ Add a question"),
        new=N_("New question"),
        row=question_row,
        of=lambda visit: visit.questions,
        specs=(
            Spec(field="question", kind=Kind.LONG, prompt=N_("What will they ask?")),
            Spec(field="answer", kind=Kind.LONG, prompt=N_("What do we answer?")),
            Spec(field="owner", kind=Kind.SUGGEST, prompt=N_("Who of us?")),
        ),
    ),
    Material: PartKind(
        title=N_("Material kit"),
        add=N_("+ Add a line"),
        new=N_("New line of the kit"),
        row=kit_row,
        of=kit,
        specs=(
            Spec(field="name", prompt=N_("What is taken along?")),
            Spec(field="quantity", kind=Kind.NUMBER, prompt=N_("How many?")),
            Spec(field="owner", kind=Kind.SUGGEST, prompt=N_("Who sees to it?")),
            Spec(field="place", prompt=N_("File or place")),
            Spec(field="edition", prompt=N_("Such as 3.2, or the day it is of")),
            Spec(field="is_returned", kind=Kind.CHOICE, options=_back_or_not),
        ),
    ),
    Ticket: PartKind(
        title=N_("Tickets"),
        add=N_("+ Add a ticket"),
        new=N_("New ticket"),
        row=ticket_row,
        of=lambda visit: visit.tickets,
        specs=(
            Spec(field="number", prompt=N_("Such as G7012 or MU5137")),
            Spec(field="holder", prompt=N_("For whom?")),
            Spec(field="leaves_at", kind=Kind.MOMENT, prompt=N_("When does it leave?")),
            Spec(field="due_at", kind=Kind.MOMENT, prompt=N_("By when must it be there?")),
            Spec(field="state", kind=Kind.CHOICE, options=_ticket_states),
            Spec(field="price", kind=Kind.NUMBER, prompt=N_("What does it cost?")),
            Spec(field="note", kind=Kind.LONG, prompt=N_("Add a note")),
        ),
    ),
    Opinion: PartKind(
        title=N_("Opinions"),
        add=N_("+ Add an opinion"),
        new=N_("New opinion"),
        row=opinion_row,
        of=lambda visit: sorted(visit.opinions, key=lambda one: list(Office).index(one.office)),
        specs=(
            Spec(field="office", kind=Kind.CHOICE, options=_offices),
            Spec(field="verdict", kind=Kind.CHOICE, options=_verdicts),
            Spec(field="person", prompt=N_("Who gave it?")),
            Spec(field="words", kind=Kind.LONG, prompt=N_("In which words?")),
            Spec(field="given_on", kind=Kind.DAY, prompt=N_("Add the day")),
        ),
    ),
}
