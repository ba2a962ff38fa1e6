"""What a paper says, told without it: the letter sent, the itinerary confirmed, a department told (A1.3, A4, 5.3)."""

from __future__ import annotations

from typing import ClassVar

from reception_desk.documents.hand_out import HandOut, PaperFacts
from reception_desk.documents.invitation import Invitation
from reception_desk.documents.itinerary import Itinerary
from reception_desk.documents.reception_plan import ReceptionPlan
from reception_desk.documents.telling import Telling
from reception_desk.domain import invitation, itinerary_state
from reception_desk.domain.edition import Choice, Content
from reception_desk.i18n import N_


class PaperTold(Telling):
    """What a paper says, as somebody was told it."""

    paper: ClassVar[HandOut]

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """That of the paper; refused where the paper is."""
        return self.paper.content(facts, choice)


class InvitationAgreed(PaperTold):
    """The client has confirmed what the letter says; another name in the passport, and it is confirmed no more."""

    number = invitation.AGREED
    title = N_("The client confirms the invitation letter")
    paper = Invitation()


class InvitationSent(PaperTold):
    """The letter has gone to the client as it was then."""

    number = invitation.SENT
    title = N_("The invitation letter was sent")
    paper = Invitation()


class ItinerarySent(PaperTold):
    """The client has the itinerary as it was then."""

    number = itinerary_state.SENT
    title = N_("The itinerary was sent to the client")
    paper = Itinerary()


class ItineraryAgreed(PaperTold):
    """The client confirms what the itinerary says; any later change of it asks to be confirmed again."""

    number = itinerary_state.AGREED
    title = N_("The client confirms the itinerary")
    paper = Itinerary()


class NoticeTold(PaperTold):
    """What the notice to one department (`recipient`) says, as the department was told it (A4.2)."""

    number = "notice"
    title = N_("Notice to a department")
    paper = ReceptionPlan()
