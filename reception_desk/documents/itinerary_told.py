"""What is told of an itinerary without paper: that it was sent to the client, that the client confirms it (A4.1)."""

from __future__ import annotations

from typing import Final

from reception_desk.documents.hand_out import PaperFacts
from reception_desk.documents.itinerary import Itinerary
from reception_desk.documents.telling import Telling
from reception_desk.domain.edition import Choice, Content
from reception_desk.domain.itinerary_state import AGREED, SENT
from reception_desk.i18n import N_

_PAPER: Final = Itinerary()


class ItinerarySent(Telling):
    """The client has the itinerary as it was then."""

    number = SENT
    title = N_("The itinerary was sent to the client")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """What the itinerary says."""
        return _PAPER.content(facts, choice)


class ItineraryAgreed(Telling):
    """The client confirms what the itinerary says; any later change of it asks to be confirmed again."""

    number = AGREED
    title = N_("The client confirms the itinerary")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """What the itinerary says."""
        return _PAPER.content(facts, choice)
