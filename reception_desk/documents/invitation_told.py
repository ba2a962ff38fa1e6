"""What is told about a letter of invitation without paper: that the client found it right, that it went out (A1.3)."""

from __future__ import annotations

from typing import Final

from reception_desk.documents.hand_out import PaperFacts
from reception_desk.documents.invitation import Invitation
from reception_desk.documents.telling import Telling
from reception_desk.domain.edition import Choice, Content
from reception_desk.domain.invitation import AGREED, SENT
from reception_desk.i18n import N_

_LETTER: Final = Invitation()


class InvitationAgreed(Telling):
    """The client has confirmed what the letter says; another name in the passport, and it is confirmed no more."""

    number = AGREED
    title = N_("The client confirms the invitation letter")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """What the letter says."""
        return _LETTER.content(facts, choice)


class InvitationSent(Telling):
    """The letter has gone to the client as it was then."""

    number = SENT
    title = N_("The invitation letter was sent")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """What the letter says."""
        return _LETTER.content(facts, choice)
