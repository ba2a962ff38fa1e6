"""An application as JSON for scripts: the keys are those of a visit."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from reception_desk.domain.entity import Answer
from reception_desk.domain.visit import ANSWERS
from reception_desk.exchange.application import Application, FormGuest, FormHotel, FormLeg


def application_json(application: Application) -> dict[str, Any]:
    """Everything that was read, not understood, or not taken."""
    main = application.main_guest
    return {
        "company": application.company,
        "company_latin": application.company_latin,
        "company_phone": application.company_phone,
        "country": application.company_country,
        "main_guest": main.name if main else "",
        "purpose": application.purpose,
        "arrival": _local(application.arrival),
        "departure": _local(application.departure),
        "level": application.level,
        "owner_department": application.owner_department,
        "applicant": {
            "name": application.applicant.name,
            "phone": application.applicant.phone,
            "extension": application.applicant.extension,
        },
        "applied_on": application.applied_on.isoformat() if application.applied_on else None,
        "heads": application.heads,
        "men": application.men,
        "women": application.women,
        "drop_off": application.drop_off,
        "answers": {name: application.answers.get(name, Answer.UNCONFIRMED).value for name in ANSWERS},
        "guests": [_guest(place, guest) for place, guest in enumerate(application.guests, 1)],
        "legs": [_leg(leg) for leg in application.legs],
        "meetings": [
            {
                "from": _local(meeting.starts_at),
                "until": _local(meeting.ends_at),
                "room": meeting.room,
                "topic": meeting.topic,
                "our_heads": meeting.our_heads,
                "needs": meeting.needs,
            }
            for meeting in application.meetings
        ],
        "meals": [
            {
                "kind": meal.kind.value,
                "time": _local(meal.starts_at),
                "place": meal.place,
                "heads": meal.heads,
                "note": meal.note,
            }
            for meal in application.meals
        ],
        "hotel": _hotel(application.hotel) if application.hotel else None,
        "dossier": dict(application.dossier),
        "welcome_text": application.welcome_text,
        "note": application.note,
        "not_understood": [
            {"cell": left.address, "label": left.label, "text": left.text}
            for left in application.not_understood
        ],
        "not_taken": [{"cell": left.address, "label": left.label} for left in application.not_taken],
        "warnings": list(application.warnings),
    }


def _local(moment: datetime | None) -> str | None:
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%M")


def _guest(place: int, guest: FormGuest) -> dict[str, Any]:
    return {
        "order": place,
        "name": guest.name,
        "name_latin": guest.name_latin,
        "pronunciation": guest.pronunciation,
        "salutation": guest.salutation,
        "title": guest.title,
        "title_latin": guest.title_latin,
        "gender": guest.gender.value,
        "nationality": guest.nationality,
        "ethnicity": guest.ethnicity,
        "phone": guest.phone,
        "extension": guest.extension,
        "company": guest.company,
        "diet": guest.diet,
        "lodging": guest.lodging,
        "customs": guest.customs,
        "main": guest.is_main,
        "contact": guest.is_contact,
        "interpreter": guest.is_interpreter,
        "agent": guest.is_agent,
        "note": guest.note,
    }


def _leg(leg: FormLeg) -> dict[str, Any]:
    return {
        "direction": leg.direction.value,
        "carrier": leg.carrier.value,
        "number": leg.number,
        "from": leg.from_place,
        "to": leg.to_place,
        "terminal": leg.terminal,
        "time": _local(leg.at),
        "plate": leg.plate,
        "note": leg.note,
    }


def _hotel(hotel: FormHotel) -> dict[str, Any]:
    return {
        "hotel": hotel.hotel,
        "check_in": hotel.check_in.isoformat() if hotel.check_in else None,
        "check_out": hotel.check_out.isoformat() if hotel.check_out else None,
        "rooms": hotel.rooms,
        "room_kind": hotel.room_kind,
        "note": hotel.note,
    }
