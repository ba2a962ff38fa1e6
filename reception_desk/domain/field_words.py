"""What each field of a fact is called, for forms, sentences and the history."""

from __future__ import annotations

from typing import Final

from reception_desk.domain.visit import ANSWERS
from reception_desk.i18n import N_

WORDS: Final[dict[str, dict[str, str]]] = {
    "visit": ANSWERS
    | {
        "state": N_("State"),
        "company_id": N_("Visiting company"),
        "purpose": N_("Purpose"),
        "level": N_("Level"),
        "owner_department": N_("Owner department"),
        "applicant": N_("Applicant"),
        "applicant_phone": N_("Applicant's phone"),
        "applicant_phone_extension": N_("Extension"),
        "applied_on": N_("Applied on"),
        "received_at": N_("Notice received"),
        "arrival_at": N_("Arrival"),
        "departure_at": N_("Departure"),
        "heads": N_("Head count"),
        "men": N_("Men"),
        "women": N_("Women"),
        "drop_off": N_("Drop-off place"),
        "note": N_("Note"),
        "not_understood": N_("Not understood"),
        "actual_arrival_at": N_("Actual arrival"),
        "actual_departure_at": N_("Actual leaving"),
    },
    "company": {
        "name": N_("Company name"),
        "name_latin": N_("English name"),
        "aliases": N_("Also called"),
        "country": N_("Country or region"),
        "phone": N_("Phone"),
        "background": N_("Background"),
        "strength": N_("Strength"),
        "business_status": N_("Business status"),
        "business_scope": N_("Business scope"),
        "regional_market": N_("Regional market"),
        "business_model": N_("Business model"),
        "interests": N_("Main interest"),
        "customs": N_("Customs and habits"),
    },
    "person": {
        "name": N_("Name"),
        "name_latin": N_("Latin name"),
        "pronunciation": N_("Pronunciation"),
        "gender": N_("Gender"),
        "nationality": N_("Nationality"),
        "ethnicity": N_("Ethnicity"),
        "phone": N_("Phone"),
        "phone_extension": N_("Extension"),
    },
    "guest": {
        "position": N_("Order"),
        "title": N_("Title"),
        "title_latin": N_("English title"),
        "salutation": N_("Salutation"),
        "rank": N_("Rank"),
        "is_main": N_("Main guest"),
        "is_contact": N_("Contact"),
        "is_interpreter": N_("Interpreter"),
        "is_agent": N_("Domestic agent"),
        "diet": N_("Diet"),
        "lodging": N_("Lodging needs"),
        "customs": N_("Customs and habits"),
        "note": N_("Note"),
    },
    "leg": {
        "direction": N_("Direction"),
        "carrier": N_("Travels by"),
        "number": N_("Flight or train"),
        "from_place": N_("From"),
        "to_place": N_("To"),
        "terminal": N_("Terminal"),
        "at": N_("Time"),
        "zone": N_("Time zone"),
        "plate": N_("Plate"),
        "note": N_("Note"),
    },
    "meeting": {
        "starts_at": N_("Starts"),
        "ends_at": N_("Ends"),
        "room": N_("Room"),
        "topic": N_("Topic"),
        "our_heads": N_("Of us"),
        "needs": N_("Needed"),
    },
    "meal": {
        "kind": N_("Kind"),
        "starts_at": N_("Time"),
        "place": N_("Place"),
        "heads": N_("Heads"),
        "note": N_("Note"),
    },
    "itinerary_row": {
        "starts_at": N_("Starts"),
        "ends_at": N_("Ends"),
        "place": N_("Place"),
        "activity": N_("Activity"),
        "host": N_("Host"),
        "note": N_("Note"),
    },
    "car_booking": {
        "car_id": N_("Car"),
        "driver_id": N_("Driver"),
        "state": N_("State"),
        "purpose": N_("Purpose"),
        "starts_at": N_("Starts"),
        "ends_at": N_("Ends"),
        "note": N_("Note"),
    },
    "hotel_booking": {
        "state": N_("State"),
        "hotel": N_("Hotel"),
        "check_in": N_("Check-in"),
        "check_out": N_("Check-out"),
        "check_in_at": N_("Check-in time"),
        "rooms": N_("Rooms"),
        "room_kind": N_("Room kind"),
        "confirmation": N_("Confirmation no."),
        "note": N_("Note"),
    },
}

NOUNS: Final = {
    "visit": N_("Visit"),
    "company": N_("Company"),
    "person": N_("Person"),
    "guest": N_("Guest"),
    "leg": N_("Journey"),
    "meeting": N_("Meeting"),
    "meal": N_("Meal"),
    "itinerary_row": N_("Itinerary row"),
    "car_booking": N_("Car booking"),
    "hotel_booking": N_("Hotel booking"),
}


def field_word(table: str, field: str) -> str:
    """The msgid of a field's name; translate it where it is shown."""
    return WORDS.get(table, {}).get(field, field)
