"""A fact repeated to the other side and confirmed: told without paper, an edition all the same (A1.5)."""

from __future__ import annotations

from reception_desk.documents.hand_out import PaperFacts
from reception_desk.documents.telling import Telling
from reception_desk.domain.edition import Choice, Content
from reception_desk.domain.read_back import READ_BACK, facts_to_read_back
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _


class ReadBack(Telling):
    """One fact, named by the `fact` of the choice; its content is its value alone."""

    number = READ_BACK
    title = N_("Read-back")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The value as it is now."""
        for fact in facts_to_read_back(facts.visit):
            if fact.key == choice.fact:
                return fact.content
        raise ReceptionError(_("This fact is no longer part of the visit."))
