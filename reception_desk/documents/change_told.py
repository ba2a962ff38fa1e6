"""That somebody was told what has changed on what they hold: a further change voids it by itself (5.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from reception_desk.documents.hand_out import PaperFacts
from reception_desk.documents.telling import Telling
from reception_desk.domain.edition import Choice, Content, Edition
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_

GONE: Final[Content] = (("gone", "yes"),)
"""What is told of a thing that can no longer be made: a booking taken out, a guest who does not come."""


class ChangeTold(Telling):
    """What an edition (`edition_id`, of the kind `fact`) would say today, as its holder was told."""

    number = "told"
    title = N_("Told what has changed")

    def __init__(self, known: Iterable[Telling]) -> None:
        self._known = {telling.number: telling for telling in known}

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """That of the edition, made today."""
        try:
            return self._known[choice.fact].content(facts, replace(choice, fact="", edition_id=None))
        except ReceptionError:
            return GONE


def choice_about(edition: Edition) -> Choice:
    """Under which choice it is noted that the holder of an edition was told."""
    return replace(Choice.from_json(edition.choice), fact=edition.document, edition_id=edition.id)
