"""D8, the rooming list (房间分配表): the booking and who sleeps where, for the hotel, the driver and the desk (B1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts
from reception_desk.documents.heading_facts import company_facts
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.booking import HotelBooking
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.entity import Answer
from reception_desk.domain.guest import Guest
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _

_LODGED: Final = {
    Answer.YES: N_("The guests stay at a hotel"),
    Answer.UNCONFIRMED: N_("Nobody has said yet whether a hotel is wanted"),
    Answer.NO: N_("Nobody stays at a hotel"),
}


class RoomingList(HandOut):
    """A page for each booking: nothing of the dossier, no need but those about lodging is in it."""

    number = "D8"
    title = N_("Rooming list")
    template_version = "1"
    about = "hotel_booking_id"

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether somebody stays at a hotel, or may yet."""
        return facts.visit.hotel.counts or bool(facts.visit.hotel_bookings)

    def reason(self, facts: PaperFacts) -> str:
        """The bookings, else the answer about the hotel."""
        if facts.visit.hotel_bookings:
            return N_("A hotel is booked")
        return _LODGED[facts.visit.hotel]

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """The hotel."""
        hotels = {
            stay.hotel for stay in facts.visit.hotel_bookings if choice.hotel_booking_id in (None, stay.id)
        }
        return hotels.pop() if len(hotels) == 1 else ""

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The bookings, the guests in the order of protocol, whom of us to call."""
        visit, tongue = facts.visit, Tongue(choice.language)
        pairs = company_facts(visit, tongue)
        for number, stay in enumerate(_stays(visit, choice), 1):
            pairs += [(f"stay {number}/{part}", value) for part, value in _stay(stay, visit)]
        for number, guest in enumerate(visit.guests, 1):
            pairs += [(f"guest {number}/{part}", value) for part, value in _guest(guest, visit, tongue)]
        unnamed = max(0, (visit.head_count or 0) - len(visit.guests))
        return (
            *pairs,
            ("unnamed", str(unnamed)),
            ("contact/name", facts.house.contact),
            ("contact/phone", facts.house.phone),
        )

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name."""
        yield from (house.name, house.name_en)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait, each booking on a page of its own."""
        from reception_desk.documents.pages import rooming_list

        return rooming_list.draw(self, content, choice, house, stamp)


def _stays(visit: Visit, choice: Choice) -> list[HotelBooking | None]:
    """The booking that was chosen, else all of them; a blank one where nobody has noted any yet."""
    if choice.hotel_booking_id is None:
        return list(visit.hotel_bookings) or [None]
    chosen: list[HotelBooking | None] = [
        stay for stay in visit.hotel_bookings if stay.id == choice.hotel_booking_id
    ]
    if not chosen:
        raise ReceptionError(_("This hotel booking is no longer part of the visit."))
    return chosen


def _stay(stay: HotelBooking | None, visit: Visit) -> Iterator[tuple[str, str]]:
    arrives = visit.local(stay.check_in_at) if stay else None
    checks_in = stay.check_in if stay else None
    checks_out = stay.check_out if stay else None
    nights = (checks_out - checks_in).days if checks_in and checks_out else 0
    yield "hotel", stay.hotel if stay else ""
    yield "confirmation", stay.confirmation if stay else ""
    yield "in", arrives.strftime("%Y-%m-%dT%H:%M") if arrives else checks_in.isoformat() if checks_in else ""
    yield "out", checks_out.isoformat() if checks_out else ""
    yield "nights", str(nights) if nights else ""
    yield "rooms", "" if stay is None or stay.rooms is None else str(stay.rooms)
    yield "kind", stay.room_kind if stay else ""
    yield "wishes", stay.note if stay else ""


def _guest(guest: Guest, visit: Visit, tongue: Tongue) -> Iterator[tuple[str, str]]:
    person = guest.person
    unit = visit.company if person.company_id in (None, visit.company_id) else person.company
    for language in tongue.languages:
        yield f"unit/{language}", unit.name_in(language) if unit else ""
        yield f"name/{language}", person.name_in(language)
        yield f"title/{language}", guest.title_in(language)
    yield "gender", person.gender.value
    yield "phone", person.phone
    yield "extension", person.phone_extension
    yield "lodging", guest.lodging or ""
