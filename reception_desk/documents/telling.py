"""Whatever is told to somebody, on paper or by word: its content says whether it still holds (idea 3)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from reception_desk.documents.hand_out import PaperFacts
    from reception_desk.domain.edition import Choice, Content


class Telling(ABC):
    """One kind of thing that is told: a hand-out, a fact read back, an itinerary sent. Pure, without state."""

    number: ClassVar[str]
    title: ClassVar[str]

    @abstractmethod
    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The facts that it tells, in order; a ReceptionError where they are lacking."""
