"""What an application says, as fields of the facts that the store keeps; a blank says nothing."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Final

from reception_desk.domain.journey import Carrier
from reception_desk.domain.meal import MealKind
from reception_desk.domain.person import Gender
from reception_desk.exchange.application import (
    Application,
    FormGuest,
    FormHotel,
    FormLeg,
    FormMeal,
    FormMeeting,
)

Facts = dict[str, Any]
_SAY_NOTHING: Final = (None, "", False, Carrier.OTHER, MealKind.OTHER, Gender.UNKNOWN)
_OF_THE_VISIT: Final = {
    "purpose": "purpose",
    "level": "level",
    "owner_department": "owner_department",
    "applied_on": "applied_on",
    "arrival": "arrival_at",
    "departure": "departure_at",
    "heads": "heads",
    "men": "men",
    "women": "women",
    "drop_off": "drop_off",
}
_OF_THE_PERSON: Final = {
    "name": "name",
    "name_latin": "name_latin",
    "pronunciation": "pronunciation",
    "gender": "gender",
    "nationality": "nationality",
    "ethnicity": "ethnicity",
    "phone": "phone",
    "extension": "phone_extension",
}
_OF_THE_GUEST: Final = (
    "title",
    "title_latin",
    "salutation",
    "is_main",
    "is_contact",
    "is_interpreter",
    "is_agent",
    "lodging",
    "customs",
    "note",
)


def visit_facts(application: Application) -> Facts:
    """Fields of the visit itself, its answers among them."""
    applicant = application.applicant
    said = {field: getattr(application, name) for name, field in _OF_THE_VISIT.items()}
    said |= {
        "applicant": applicant.name,
        "applicant_phone": applicant.phone,
        "applicant_phone_extension": applicant.extension,
    }
    return _said(said) | dict(application.answers) | dict(application.companions)


def company_facts(application: Application) -> Facts:
    """What the form says of the visiting company, besides its name and its dossier."""
    return _said(
        {
            "name_latin": application.company_latin,
            "country": application.company_country,
            "phone": application.company_phone,
        }
    )


def person_facts(guest: FormGuest) -> Facts:
    """Fields of the person."""
    return _said({field: getattr(guest, name) for name, field in _OF_THE_PERSON.items()})


def guest_facts(guest: FormGuest) -> Facts:
    """Fields of the guest; a diet that is blank was asked for, and there is none."""
    diet = {} if guest.diet is None else {"diet": guest.diet}
    return _said({name: getattr(guest, name) for name in _OF_THE_GUEST}) | diet


def row_facts(row: FormLeg | FormMeeting | FormMeal | FormHotel) -> Facts:
    """Fields of a journey, a meeting, a meal or a booking: they bear the same names."""
    return _said({field.name: getattr(row, field.name) for field in fields(row)})


def _said(facts: Facts) -> Facts:
    return {field: value for field, value in facts.items() if value not in _SAY_NOTHING}
