"""That a department was told of a visit, with or without paper: a later change asks to tell it again (A4.2, 5.3)."""

from __future__ import annotations

from reception_desk.documents.hand_out import PaperFacts
from reception_desk.documents.reception_plan import ReceptionPlan
from reception_desk.documents.telling import Telling
from reception_desk.domain.edition import Choice, Content
from reception_desk.i18n import N_


class NoticeTold(Telling):
    """What the notice to one department (`recipient`) says, as the department was told it."""

    number = "notice"
    title = N_("Notice to a department")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """That of the notice; refused for a department that is no longer on the list."""
        return ReceptionPlan().content(facts, choice)
