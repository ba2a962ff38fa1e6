"""D21, the gate notice (门岗通知单): when, which plates, how many, whom to phone, fountain on; no purpose (A6.4d)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts
from reception_desk.documents.told import Pairs, each, first_of, number, numbered, shortened, stored
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _

MOST_PLATES: Final = 10
LONG: Final = 120


class GateNotice(HandOut):
    """What the guards must know: neither whom the guests represent nor why they come, no name but the contact's."""

    number = "D21"
    title = N_("Gate notice")
    template_version = "1"
    languages = ("zh", "en")

    def is_needed(self, facts: PaperFacts) -> bool:
        """Every visit comes through the gate."""
        return True

    def reason(self, facts: PaperFacts) -> str:
        """Every visit comes through the gate."""
        return N_("Every visit comes through the gate")

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """The guards."""
        return _("Gate")

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In the language of our own people."""
        return Choice(language=language)

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The window of time, the cars, the phones, the fountain."""
        visit, house = facts.visit, facts.house
        return (
            *_window(facts),
            *_cars(visit),
            *_contact(visit, Tongue(choice.language)),
            ("desk/name", house.contact),
            ("desk/phone", house.phone),
            ("admin/name", house.admin_contact),
            ("admin/phone", house.admin_phone),
        )

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name."""
        return (house.name, house.name_en)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """One A4 portrait."""
        from reception_desk.documents.pages import gate_notice

        return gate_notice.draw(self, content, choice, house, stamp)


def _window(facts: PaperFacts) -> Pairs:
    visit, times = facts.visit, facts.lead_times
    arrival = visit.local(visit.arrival_at)
    fountain = arrival - timedelta(minutes=times.fountain_minutes) if arrival and times else None
    yield "visit/number", visit.number
    yield "visit/arrival", stored(arrival)
    yield "visit/departure", stored(visit.local(visit.departure_at))
    yield "visit/heads", number(visit.head_count)
    yield "visit/level 1", "" if visit.level is None else "yes" if visit.level == 1 else "no"
    yield "visit/fountain", stored(fountain)
    yield "visit/parking", shortened(visit.parking, LONG)
    yield "visit/drop-off", shortened(visit.drop_off, LONG)


def _cars(visit: Visit) -> Pairs:
    """Cars of the guests with the time at which they come, and ours that bring guests."""
    theirs = [
        leg for leg in visit.legs if leg.carrier is Carrier.OWN_CAR and leg.direction is Direction.ARRIVAL
    ]
    ours = [booking.car.plate for booking in visit.car_bookings if booking.car is not None]
    shown, more = first_of(theirs, MOST_PLATES)
    yield from numbered("car", map(_car, shown))
    plates, more_of_ours = first_of(list(dict.fromkeys(ours)), MOST_PLATES)
    yield from numbered("our car", ([("plate", plate)] for plate in plates))
    yield "cars/more", number(more + more_of_ours or None)


def _car(leg: Leg) -> Pairs:
    yield "plate", leg.plate
    yield "at", stored(leg.local_at)


def _contact(visit: Visit, tongue: Tongue) -> Pairs:
    person = visit.contact.person if visit.contact else None
    yield from each(
        "contact/name", tongue, [person.name_in(one) if person else "" for one in tongue.languages]
    )
