"""D7, the driver sheet (司机行程单): a page for each car, all that its driver must know and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from reception_desk.documents.dispatch_slip import chosen_bookings, is_driven, journey_of, why_driven
from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts
from reception_desk.documents.heading_facts import company_facts, main_guest_facts
from reception_desk.documents.placard import driver_of
from reception_desk.documents.told import Pairs, each, first_of, number, shortened, stored
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.booking import CarBooking
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.guest import Guest
from reception_desk.domain.journey import Direction, Leg
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _

MOST_STAYS: Final = 4
SHORT, LONG = 40, 80
"""How many characters a fact may take, so that the sheet stays one page."""


class DriverSheet(HandOut):
    """When to be where, whom to meet, whom to call; no dossier, no cost, no remark of ours about the visit."""

    number = "D7"
    title = N_("Driver sheet")
    template_version = "1"
    languages = ("zh", "en")
    about = "car_booking_id"

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether a car of ours drives, or may yet."""
        return is_driven(facts.visit)

    def reason(self, facts: PaperFacts) -> str:
        """The bookings, else the answer about the pick-up."""
        return why_driven(facts.visit)

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """The driver."""
        return driver_of(facts.visit, choice.car_booking_id) or driver_of(facts.visit)

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In the language of our own people."""
        return Choice(language=language)

    def lacks(self, facts: PaperFacts) -> str:
        """What a driver cannot do without: somebody among the guests to call (A1.1f)."""
        contact = facts.visit.contact
        if contact is not None and contact.person.phone:
            return ""
        return _("phone of the guests' contact (not known)")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The trips, the guests, where they sleep, whom to call."""
        visit, tongue = facts.visit, Tongue(choice.language)
        pairs = [*company_facts(visit, tongue), *main_guest_facts(visit, tongue)]
        for place, booking in enumerate(chosen_bookings(visit, choice), 1):
            pairs += [(f"trip {place}/{part}", value) for part, value in _trip(booking, facts)]
        return (*pairs, *_common(facts, tongue))

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name."""
        return (house.name, house.name_en)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait, a page for each car."""
        from reception_desk.documents.pages import driver_sheet

        return driver_sheet.draw(self, content, choice, house, stamp)


def _trip(booking: CarBooking | None, facts: PaperFacts) -> Pairs:
    visit, leg = facts.visit, journey_of(booking, facts.visit)
    car, driver = (booking.car, booking.driver) if booking else (None, None)
    heads = booking.heads if booking and booking.heads is not None else visit.head_count
    yield "purpose", shortened(booking.purpose, SHORT) if booking else ""
    yield "direction", leg.direction.value if leg else ""
    yield "be there", stored(_be_there(booking, leg, facts))
    yield "out", stored(visit.local(booking.starts_at)) if booking else ""
    yield "back", stored(visit.local(booking.ends_at)) if booking else ""
    yield from _journey(leg)
    yield "to", shortened(_to(leg, visit), LONG)
    yield "heads", number(heads)
    yield "plate", car.plate if car else ""
    yield "model", car.model if car else ""
    yield "driver", driver.name if driver else ""
    yield "phone", driver.phone if driver else ""
    yield "placards", "1" if _is_met(leg) and visit.pick_up.counts else "0"
    yield "note", shortened(booking.note, LONG) if booking else ""


def _journey(leg: Leg | None) -> Pairs:
    yield "carrier", leg.carrier.value if leg else ""
    place = "" if leg is None else leg.to_place if leg.direction is Direction.ARRIVAL else leg.from_place
    yield "number", shortened(leg.number, SHORT) if leg else ""
    yield "from", shortened(leg.from_place, SHORT) if leg else ""
    yield "place", shortened(place, SHORT)
    yield "terminal", shortened(leg.terminal, SHORT) if leg else ""
    yield "at", stored(leg.local_at) if leg else ""


def _is_met(leg: Leg | None) -> bool:
    return leg is not None and leg.direction is Direction.ARRIVAL


def _be_there(booking: CarBooking | None, leg: Leg | None, facts: PaperFacts) -> datetime | None:
    """When the car stands there: early at station or airport (B3a), early at our door (B11a)."""
    visit, times = facts.visit, facts.lead_times
    if leg is not None and _is_met(leg):
        return (
            leg.local_at - timedelta(minutes=times.driver_early_minutes) if leg.local_at and times else None
        )
    leaves = visit.local(visit.departure_at)
    if leg is not None and leg.direction is Direction.DEPARTURE and leaves is not None and times:
        return leaves - timedelta(minutes=times.car_at_door_minutes)
    return visit.local(booking.starts_at) if booking else None


def _to(leg: Leg | None, visit: Visit) -> str:
    """Where the guests are brought."""
    if leg is None or leg.direction is Direction.ARRIVAL:
        return visit.drop_off
    return " ".join(filter(None, (leg.from_place, leg.terminal)))


def _common(facts: PaperFacts, tongue: Tongue) -> Pairs:
    """What every driver of the visit is told."""
    visit, lead = facts.visit, facts.visit.lead_host
    yield "visit/parking", shortened(visit.parking, LONG)
    yield "visit/quiet", "yes" if visit.wants_quiet else ""
    yield "visit/send-off", visit.station_send_off.value
    yield "visit/send-off by", shortened(visit.station_send_off_by, SHORT)
    stays, more = first_of(visit.hotel_bookings, MOST_STAYS)
    for place, stay in enumerate(stays, 1):
        yield f"stay {place}/hotel", shortened(stay.hotel, SHORT)
        yield f"stay {place}/rooms", number(stay.rooms)
        yield f"stay {place}/kind", shortened(stay.room_kind, SHORT)
        yield f"stay {place}/in", stored(stay.check_in)
    yield "stays/more", number(more or None)
    yield from _contact(visit.contact, tongue)
    yield from each("lead/name", tongue, [lead.name_in(one) if lead else "" for one in tongue.languages])
    yield "lead/phone", lead.who.phone if lead else ""
    house = facts.house
    yield "desk/name", house.contact
    yield "desk/phone", house.phone
    yield "admin/name", house.admin_contact
    yield "admin/phone", house.admin_phone


def _contact(guest: Guest | None, tongue: Tongue) -> Pairs:
    """Whom among the guests to call."""
    person = guest.person if guest else None
    yield from each(
        "guest contact/name", tongue, [person.name_in(one) if person else "" for one in tongue.languages]
    )
    yield "guest contact/phone", person.phone if person else ""
    yield "guest contact/extension", person.phone_extension if person else ""
