"""A visit as JSON for scripts: local ISO times, phones as E.164, keys in the trade's words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.company import DOSSIER_FIELDS
from reception_desk.domain.edition import EditionNow
from reception_desk.domain.guest import Guest
from reception_desk.domain.journey import Leg
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.visit import Visit
from reception_desk.domain.visit_line import VisitLine


def local(moment: datetime | None, zone: str) -> str | None:
    """A moment on the clock of `zone`, as `2026-12-08T10:30`."""
    return None if moment is None else moment.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M")


def listed_json(line: VisitLine) -> dict[str, Any]:
    """One line of the list of visits."""
    return {
        "number": line.number,
        "state": line.state.value,
        "company": line.company,
        "main_guest": line.main_guest,
        "title": line.title,
        "arrival": local(line.arrival_at, line.zone),
        "departure": local(line.departure_at, line.zone),
        "level": line.level,
        "heads": line.heads,
        "owner_department": line.owner_department,
        "applicant": line.applicant,
    }


def _line(visit: Visit) -> dict[str, Any]:
    main = visit.main_guest
    return {
        "number": visit.number,
        "state": visit.state.value,
        "company": visit.company.name_in("zh") if visit.company else "",
        "main_guest": main.person.name if main else "",
        "title": main.title if main else "",
        "arrival": local(visit.arrival_at, visit.zone),
        "departure": local(visit.departure_at, visit.zone),
        "level": visit.level,
        "heads": visit.head_count,
        "owner_department": visit.owner_department,
    }


def visit_json(visit: Visit) -> dict[str, Any]:
    """Every fact of a visit."""
    zone = visit.zone
    return _line(visit) | {
        "zone": zone,
        "purpose": visit.purpose,
        "men": visit.men,
        "women": visit.women,
        "applicant": {
            "name": visit.applicant,
            "phone": visit.applicant_phone,
            "extension": visit.applicant_phone_extension,
        },
        "applied_on": visit.applied_on.isoformat() if visit.applied_on else None,
        "received": local(visit.received_at, zone),
        "actual_arrival": local(visit.actual_arrival_at, zone),
        "actual_departure": local(visit.actual_departure_at, zone),
        "country": visit.company.country if visit.company else "",
        "foreign": visit.is_foreign,
        "dossier": {field: getattr(visit.company, field) for field in DOSSIER_FIELDS}
        if visit.company
        else {},
        "answers": {name: answer.value for name, answer in visit.answers()},
        "guests": [_guest(guest) for guest in visit.guests],
        "legs": [_leg(leg) for leg in visit.legs],
        "meetings": [
            {
                "from": local(meeting.starts_at, zone),
                "until": local(meeting.ends_at, zone),
                "room": meeting.room,
                "topic": meeting.topic,
                "our_heads": meeting.our_heads,
                "needs": meeting.needs,
            }
            for meeting in visit.meetings
        ],
        "meals": [
            {
                "kind": meal.kind.value,
                "time": local(meal.starts_at, zone),
                "place": meal.place,
                "heads": meal.heads,
                "note": meal.note,
            }
            for meal in visit.meals
        ],
        "itinerary": [
            {
                "from": local(row.starts_at, zone),
                "until": local(row.ends_at, zone),
                "place": row.place,
                "activity": row.activity,
                "host": row.host,
                "note": row.note,
            }
            for row in visit.itinerary
        ],
        "car_bookings": [_car(booking, zone) for booking in visit.car_bookings],
        "hotel_bookings": [_hotel(booking, zone) for booking in visit.hotel_bookings],
        "drop_off": visit.drop_off,
        "note": visit.note,
        "not_understood": visit.not_understood.splitlines(),
    }


def _guest(guest: Guest) -> dict[str, Any]:
    person = guest.person
    return {
        "order": guest.position,
        "name": person.name,
        "name_latin": person.name_latin,
        "pronunciation": person.pronunciation,
        "salutation": guest.salutation,
        "title": guest.title,
        "title_latin": guest.title_latin,
        "rank": guest.rank,
        "gender": person.gender.value,
        "nationality": person.nationality,
        "ethnicity": person.ethnicity,
        "phone": person.phone,
        "extension": person.phone_extension,
        "diet": guest.diet,
        "lodging": guest.lodging,
        "customs": guest.customs,
        "main": guest.is_main,
        "contact": guest.is_contact,
        "interpreter": guest.is_interpreter,
        "agent": guest.is_agent,
        "note": guest.note,
    }


def _leg(leg: Leg) -> dict[str, Any]:
    return {
        "direction": leg.direction.value,
        "carrier": leg.carrier.value,
        "number": leg.number,
        "from": leg.from_place,
        "to": leg.to_place,
        "terminal": leg.terminal,
        "time": local(leg.at, leg.zone),
        "zone": leg.zone,
        "plate": leg.plate,
        "note": leg.note,
    }


def _car(booking: CarBooking, zone: str) -> dict[str, Any]:
    return {
        "state": booking.state.value,
        "plate": booking.car.plate if booking.car else "",
        "driver": booking.driver.name if booking.driver else "",
        "driver_phone": booking.driver.phone if booking.driver else "",
        "from": local(booking.starts_at, zone),
        "until": local(booking.ends_at, zone),
        "purpose": booking.purpose,
        "note": booking.note,
    }


def _hotel(booking: HotelBooking, zone: str) -> dict[str, Any]:
    return {
        "state": booking.state.value,
        "hotel": booking.hotel,
        "check_in": booking.check_in.isoformat() if booking.check_in else None,
        "check_out": booking.check_out.isoformat() if booking.check_out else None,
        "check_in_time": local(booking.check_in_at, zone),
        "rooms": booking.rooms,
        "room_kind": booking.room_kind,
        "confirmation": booking.confirmation,
        "note": booking.note,
    }


def edition_json(made: EditionNow, zone: str) -> dict[str, Any]:
    """One paper that left the desk, and what it is worth now."""
    edition = made.edition
    return {
        "document": edition.document,
        "revision": edition.revision,
        "state": made.state.value,
        "newer_wording": made.newer_wording,
        "code": edition.code,
        "choice": edition.choice,
        "medium": edition.medium,
        "copies": edition.copies,
        "holder": edition.holder,
        "made_at": local(edition.made_at, zone),
        "made_by": edition.made_by,
        "reason": edition.reason,
    }


def items_json(items: Iterable[PlannedItem], zone: str, now: datetime) -> list[dict[str, Any]]:
    """The preparation list with what was done about it."""
    return [
        {
            "code": item.code,
            "subject": item.subject,
            "text": item.text("zh"),
            "text_en": item.text("en"),
            "phase": item.phase.value,
            "owner": item.owner.value,
            "assignee": item.assignee,
            "clauses": list(item.line.clauses),
            "clause": " ".join(item.line.clauses),
            "due": local(item.due, zone),
            "state": item.state.value,
            "late": item.is_late(now),
            "done_at": local(item.item.done_at, zone) if item.item else None,
            "done_by": item.item.done_by if item.item else "",
            "reason": item.item.reason if item.item else "",
            "note": item.item.note if item.item else "",
        }
        for item in items
    ]
