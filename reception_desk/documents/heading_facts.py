"""Whom a sheet is about, for its content: the visiting company and its main guest."""

from __future__ import annotations

from reception_desk.documents.tongue import Tongue
from reception_desk.domain.visit import Visit


def company_facts(visit: Visit, tongue: Tongue) -> list[tuple[str, str]]:
    """The visiting company's name for a content."""
    company = visit.company
    return [(f"company/{one}", company.name_in(one) if company else "") for one in tongue.languages]


def main_guest_facts(visit: Visit, tongue: Tongue) -> list[tuple[str, str]]:
    """The main guest's name and title for a content."""
    guest = visit.main_guest
    return [
        pair
        for one in tongue.languages
        for pair in (
            (f"main guest/{one}", guest.person.name_in(one) if guest else ""),
            (f"title/{one}", guest.title_in(one) if guest else ""),
        )
    ]
