"""D6, the dispatch slip (派车单): one sheet a car, its upper half for the company, its lower for the driver (A6.4b)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from reportlab.platypus import Flowable, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, Mark, Marks, PaperFacts, grouped
from reception_desk.documents.house_style import bilingual, prose
from reception_desk.documents.letterhead import (
    company_facts,
    fact,
    gap,
    main_guest_facts,
    ours,
    with_titles,
)
from reception_desk.documents.moments import brief_day_and_time, short_day_and_time
from reception_desk.documents.sheets import TickBox, halved_sheets, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.booking import CarBooking
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.phone_words import phone_words
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _

Cells = Mapping[str, str]
Groups = Mapping[str, Cells]

CAR_ITEM, SUPPLIES_ITEM = "item 130", "item 202"  # car clean, reliable, full tank; tissues and water in it
_LONGEST_WAY: Final = timedelta(hours=6)
_REASONS: Final = {
    Direction.ARRIVAL.value: N_("To meet the guests"),
    Direction.DEPARTURE.value: N_("To take the guests to their train or flight"),
    Direction.BETWEEN.value: N_("To take the guests on their way"),
}
_APPROVED_BY: Final = (
    N_("Department of the visit"),
    N_("Administration"),
    N_("Dispatched by"),
    N_("Driver"),
)
_DRIVEN: Final = (
    N_("Actual time out"),
    N_("Actual time back"),
    N_("Odometer out / back (km)"),
    N_("Driver's signature"),
)


class DispatchSlip(HandOut):
    """What the trip is for, which car, who drives; checks to tick, signatures, the kilometres."""

    number = "D6"
    title = N_("Dispatch slip")
    template_version = "1"

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether a car is booked, or one will be wanted to pick the guests up."""
        visit = facts.visit
        comes = [leg for leg in visit.legs if leg.direction is Direction.ARRIVAL]
        drive_themselves = bool(comes) and all(leg.carrier is Carrier.OWN_CAR for leg in comes)
        return bool(visit.car_bookings) or (visit.pick_up.counts and not drive_themselves)

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """Whom it is for, and the trip of each car."""
        visit, tongue = facts.visit, Tongue(choice.language)
        pairs = [*company_facts(visit, tongue), *main_guest_facts(visit, tongue)]
        pairs += [
            ("visit/heads", "" if visit.head_count is None else str(visit.head_count)),
            ("visit/department", visit.owner_department),
            ("visit/applicant", visit.applicant),
        ]
        for number, booking in enumerate(_bookings(visit, choice), 1):
            pairs += [(f"trip {number}/{part}", value) for part, value in _trip(booking, visit)]
        return tuple(pairs)

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name, and who has checked the car."""
        yield from (house.name, house.name_en)
        for item in (CAR_ITEM, SUPPLIES_ITEM):
            if mark := marks.get(item):
                yield mark.by

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait, to be cut into two A5; the checks that are done stand on the company's half."""
        groups, tongue = grouped(content), Tongue(choice.language)
        sheets = [
            (
                _half(groups, trip, house, tongue, part=N_("For the company"), marks=marks),
                _half(groups, trip, house, tongue, part=N_("For the driver"), marks=None),
            )
            for about, trip in groups.items()
            if about.startswith("trip ")
        ]
        title = f"{self.number} {self.name(choice.language)} {stamp.visit_number}"
        foot = stamped_foot(self.title, stamp, choice.language)
        return halved_sheets(sheets, title=title, language=choice.language, foot=foot)


def _bookings(visit: Visit, choice: Choice) -> list[CarBooking | None]:
    """The booking that was chosen, else all of them; a blank one where nobody has noted any yet."""
    if choice.car_booking_id is None:
        return list(visit.car_bookings) or [None]
    chosen: list[CarBooking | None] = [one for one in visit.car_bookings if one.id == choice.car_booking_id]
    if not chosen:
        raise ReceptionError(_("This car booking is no longer part of the visit."))
    return chosen


def _trip(booking: CarBooking | None, visit: Visit) -> Iterator[tuple[str, str]]:
    leg = _leg(booking, visit)
    car, driver = (booking.car, booking.driver) if booking else (None, None)
    yield "purpose", booking.purpose if booking else ""
    yield "direction", leg.direction.value if leg else ""
    yield "out", _stored(visit.local(booking.starts_at) if booking else None)
    yield "back", _stored(visit.local(booking.ends_at) if booking else None)
    yield "place", " ".join(filter(None, (_station(leg), leg.terminal))) if leg else ""
    yield "number", leg.number if leg else ""
    yield "at", _stored(leg.local_at) if leg else ""
    yield "to", visit.drop_off if leg and leg.direction is Direction.ARRIVAL else ""
    yield "plate", car.plate if car else ""
    yield "model", car.model if car else ""
    yield "seats", str(car.seats) if car and car.seats else ""
    yield "driver", driver.name if driver else ""
    yield "phone", driver.phone if driver else ""
    yield "note", booking.note if booking else ""


def _leg(booking: CarBooking | None, visit: Visit) -> Leg | None:
    """The journey that a car goes to: the first within its time; where it has none, the arrival."""
    legs = [leg for leg in visit.legs if leg.carrier is not Carrier.OWN_CAR]
    if booking is None or booking.starts_at is None:
        is_only_one = len(visit.car_bookings) <= 1
        return next((leg for leg in legs if is_only_one and leg.direction is Direction.ARRIVAL), None)
    start, end = booking.starts_at, booking.ends_at or booking.starts_at + _LONGEST_WAY
    within = [(leg.at, number) for number, leg in enumerate(legs) if leg.at and start <= leg.at <= end]
    return legs[min(within)[1]] if within else None


def _station(leg: Leg) -> str:
    return leg.to_place if leg.direction is Direction.ARRIVAL else leg.from_place


def _stored(moment: datetime | None) -> str:
    return "" if moment is None else moment.strftime("%Y-%m-%dT%H:%M")


def _half(
    groups: Groups, trip: Cells, house: House, tongue: Tongue, *, part: str, marks: Marks | None
) -> list[Flowable]:
    """One half; `marks` are drawn on the company's, the driver ticks anew."""
    return [
        _head(part, house, tongue),
        gap(0.5),
        _facts(groups, trip, tongue),
        gap(),
        _checks(trip, marks, tongue),
        gap(0.8),
        _signatures(_DRIVEN if marks is None else _APPROVED_BY, tongue),
    ]


def _head(part: str, house: House, tongue: Tongue) -> Flowable:
    title = prose("  ".join(tongue(DispatchSlip.title)), "title")
    cells = [[title, bilingual(tongue(part), "part"), ours(house, tongue)]]
    return Table(cells, colWidths=looks.SLIP_HEAD, style=looks.SLIP_HEAD_LOOK)


def _facts(groups: Groups, trip: Cells, tongue: Tongue) -> Flowable:
    w, visit = tongue, groups["visit"]
    guest = with_titles(groups["main guest"], groups["title"], tongue)
    heads = w.counted(N_("{number} people"), visit["heads"]) if visit["heads"] else []
    reason = (
        [trip["purpose"]]
        if trip["purpose"]
        else tongue(_REASONS[trip["direction"]])
        if trip["direction"]
        else []
    )
    seats = w.counted(N_("{number} seats"), trip["seats"])[0] if trip["seats"] else ""
    asked_by = " ".join(filter(None, (visit["department"], visit["applicant"])))
    phone = phone_words(trip["phone"], w.languages[0])
    cells = [
        [
            fact(w(N_("Guests")), list(groups["company"].values()), whole=False),
            fact(w(N_("Main guest")), guest, whole=False),
            fact(w(N_("Heads")), heads),
        ],
        [
            fact(w(N_("Reason for the trip")), reason, whole=False),
            fact(w(N_("Asked for by")), [asked_by], whole=False),
            fact(w(N_("Flight or train")), _journey(trip, tongue)),
        ],
        [
            fact(w(N_("Where to")), [trip["place"]], whole=False),
            fact(w(N_("Then on to")), [trip["to"]], whole=False),
            fact(w(N_("Note")), [trip["note"]], whole=False),
        ],
        [
            fact(w(N_("Planned time out")), w.moment(trip["out"], "") if trip["out"] else []),
            fact(w(N_("Planned time back")), w.moment(trip["back"], "") if trip["back"] else []),
            fact(w(N_("Date of this slip")), []),
        ],
        [
            fact(w(N_("Plate")), [trip["plate"]]),
            fact(w(N_("Model and seats")), ["  ".join(filter(None, (trip["model"], seats)))], whole=False),
            fact(w(N_("Driver")), ["  ".join(filter(None, (trip["driver"], phone)))], whole=False),
        ],
    ]
    return Table(cells, colWidths=looks.SLIP, style=style.FACT_GRID)


def _journey(trip: Cells, tongue: Tongue) -> list[str]:
    """Its number and when it comes in or leaves."""
    at = datetime.fromisoformat(trip["at"]) if trip["at"] else None
    return [
        "  ".join(filter(None, (trip["number"], brief_day_and_time(at, language) if at else "")))
        for language in tongue.languages
    ]


def _checks(trip: Cells, marks: Marks | None, tongue: Tongue) -> Flowable:
    """The five checks before the car leaves (A6.4b, B2c): the company's are as they were ticked off."""
    car, supplies = ((marks or {}).get(item) for item in (CAR_ITEM, SUPPLIES_ITEM))
    water = [f"{word} × {trip['seats']}" if trip["seats"] else word for word in tongue(N_("Drinking water"))]
    checks = (
        (tongue(N_("Clean")), car),
        (tongue(N_("Reliable")), car),
        (tongue(N_("Tank full")), car),
        (water, supplies),
        (tongue(N_("Tissues")), supplies),
    )
    row: list[object] = []
    for said, mark in checks:
        row += [TickBox(mark.state if mark else ItemState.OPEN), bilingual(said, "item")]
    return Table([[*row, _checked(car, tongue)]], colWidths=looks.CHECKS, style=looks.CHECKS_LOOK)


def _checked(mark: Mark | None, tongue: Tongue) -> list[Flowable]:
    """`已备` with who and when, once the car's three checks are done; else room to sign."""
    if mark is None or mark.state is not ItemState.DONE:
        return [prose(" ".join(tongue(N_("Checked by"))), "label")]
    when = short_day_and_time(mark.at) if mark.at else ""
    return [
        prose(" ".join(tongue(N_("Car is ready"))), "phase"),
        prose(f"{when}  {mark.by}", "mark"),
    ]


def _signatures(labels: Sequence[str], tongue: Tongue) -> Flowable:
    cells = [[bilingual(tongue(label), "label") for label in labels]]
    return Table(cells, colWidths=looks.SIGNED, rowHeights=looks.SIGN_ROOM, style=looks.SIGNATURES_LOOK)
