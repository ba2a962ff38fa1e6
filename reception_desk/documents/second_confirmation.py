"""People, place, vehicle confirmed once more before the guests come: told without paper, editions all the same (A8)."""

from __future__ import annotations

from typing import ClassVar

from reception_desk.documents.hand_out import PaperFacts
from reception_desk.documents.telling import Telling
from reception_desk.domain.confirmed_facts import Aspect, facts_of
from reception_desk.domain.edition import Choice, Content
from reception_desk.domain.second_confirmation import DOCUMENTS
from reception_desk.i18n import N_


class SecondConfirmation(Telling):
    """One of the three ticks, in the `round` of the choice: the facts that were confirmed."""

    aspect: ClassVar[Aspect]

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The facts as they are now."""
        return facts_of(facts.visit, self.aspect)


class PeopleConfirmed(SecondConfirmation):
    """Who comes, and who receives them."""

    number, aspect = DOCUMENTS[Aspect.PEOPLE], Aspect.PEOPLE
    title = N_("Second confirmation: people")


class PlaceConfirmed(SecondConfirmation):
    """Rooms, meals, hotel, where they get out."""

    number, aspect = DOCUMENTS[Aspect.PLACE], Aspect.PLACE
    title = N_("Second confirmation: place")


class VehicleConfirmed(SecondConfirmation):
    """Journeys, cars and their drivers."""

    number, aspect = DOCUMENTS[Aspect.VEHICLE], Aspect.VEHICLE
    title = N_("Second confirmation: vehicle")
