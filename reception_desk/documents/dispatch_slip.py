"""D6, the dispatch slip (派车单): one sheet a car, its upper half for the company, its lower for the driver (A6.4b)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Mark, Marks, PaperFacts
from reception_desk.documents.heading_facts import company_facts, main_guest_facts
from reception_desk.documents.placard import PICKED_UP, driver_of
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.booking import CarBooking
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _

CAR_ITEM, SUPPLIES_ITEM = "item 130", "item 202"  # car clean, reliable, full tank; tissues and water in it
CHECKS: Final = ("is_clean", "is_reliable", "is_fuelled", "is_supplied")
_LONGEST_WAY: Final = timedelta(hours=6)


class DispatchSlip(HandOut):
    """What the trip is for, which car, who drives; checks to tick, signatures, the kilometres."""

    number = "D6"
    title = N_("Dispatch slip")
    template_version = "1"
    about = "car_booking_id"

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether a car is booked, or one will be wanted to pick the guests up."""
        return is_driven(facts.visit)

    def reason(self, facts: PaperFacts) -> str:
        """The bookings, else the answer about the pick-up."""
        return why_driven(facts.visit)

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """The driver."""
        return driver_of(facts.visit, choice.car_booking_id)

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """Whom it is for, and the trip of each car."""
        visit, tongue = facts.visit, Tongue(choice.language)
        pairs = [*company_facts(visit, tongue), *main_guest_facts(visit, tongue)]
        pairs += [
            ("visit/heads", "" if visit.head_count is None else str(visit.head_count)),
            ("visit/department", visit.owner_department),
            ("visit/applicant", visit.applicant),
        ]
        for number, booking in enumerate(chosen_bookings(visit, choice), 1):
            pairs += [(f"trip {number}/{part}", value) for part, value in _trip(booking, visit)]
        return tuple(pairs)

    def marks(self, facts: PaperFacts, choice: Choice) -> Marks:
        """Beside the items, what was checked of each car (A6.4b, B2c)."""
        checked = {
            f"trip {number}/{check}": Mark(state=ItemState.DONE)
            for number, booking in enumerate(chosen_bookings(facts.visit, choice), 1)
            for check in CHECKS
            if booking is not None and getattr(booking, check)
        }
        return {**facts.marks(), **checked}

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name, and who has checked the car."""
        yield from (house.name, house.name_en)
        for item in (CAR_ITEM, SUPPLIES_ITEM):
            if mark := marks.get(item):
                yield mark.by

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait, to be cut into two A5; the checks that are done stand on the company's half."""
        from reception_desk.documents.pages import dispatch_slip

        return dispatch_slip.draw(self, content, choice, house, stamp, marks)


def is_driven(visit: Visit) -> bool:
    """Whether a car is booked, or will be wanted to pick the guests up; not where they come in their own."""
    comes = [leg for leg in visit.legs if leg.direction is Direction.ARRIVAL]
    drive_themselves = bool(comes) and all(leg.carrier is Carrier.OWN_CAR for leg in comes)
    return bool(visit.car_bookings) or (visit.pick_up.counts and not drive_themselves)


def why_driven(visit: Visit) -> str:
    """The bookings, else the answer about the pick-up."""
    if visit.car_bookings:
        return N_("A car is booked")
    return PICKED_UP[visit.pick_up] if is_driven(visit) else N_("No car of ours is wanted")


def chosen_bookings(visit: Visit, choice: Choice) -> list[CarBooking | None]:
    """The booking that was chosen, else all of them; a blank one where nobody has noted any yet."""
    if choice.car_booking_id is None:
        return list(visit.car_bookings) or [None]
    chosen: list[CarBooking | None] = [one for one in visit.car_bookings if one.id == choice.car_booking_id]
    if not chosen:
        raise ReceptionError(_("This car booking is no longer part of the visit."))
    return chosen


def _trip(booking: CarBooking | None, visit: Visit) -> Iterator[tuple[str, str]]:
    leg = journey_of(booking, visit)
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


def journey_of(booking: CarBooking | None, visit: Visit) -> Leg | None:
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
