"""D4, the itinerary (行程表): what happens when and where, for the guest to keep (A4.1)."""

from __future__ import annotations

from collections.abc import Iterable

from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts
from reception_desk.documents.heading_facts import company_facts, main_guest_facts
from reception_desk.documents.itinerary_words import entry_facts
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.timetable import has_programme, timetable
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _


class Itinerary(HandOut):
    """Day by day; nothing of cost, of our notes, of papers or of drivers is in it."""

    number = "D4"
    title = N_("Visit itinerary")
    template_version = "2"

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether there is more to tell than when they come and go."""
        return has_programme(facts.visit)

    def reason(self, facts: PaperFacts) -> str:
        """Whether there is a programme."""
        if self.is_needed(facts):
            return N_("There is a programme to tell")
        return N_("Nothing is known yet but when they come and go")

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In the language of the guests; in both where some are from abroad."""
        return Choice(language="both" if facts.visit.is_foreign else "zh")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """Who is received, the entries in the order of their time, whom of us to call."""
        visit, tongue = facts.visit, Tongue(choice.language)
        entries = timetable(visit)
        if not entries:
            raise ReceptionError(_("Nothing of this visit has a time yet, so its itinerary would be empty."))
        pairs = [*company_facts(visit, tongue), *main_guest_facts(visit, tongue), *_frame(visit)]
        for number, entry in enumerate(entries, 1):
            pairs += [(f"entry {number}/{part}", value) for part, value in entry_facts(entry, visit, tongue)]
        pairs.append(("guest hint", visit.guest_hint))
        return (*pairs, ("contact/name", facts.house.contact), ("contact/phone", facts.house.phone))

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name."""
        yield from (house.name, house.name_en)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait."""
        from reception_desk.documents.pages import itinerary

        return itinerary.draw(self, content, choice, house, stamp)


def _frame(visit: Visit) -> list[tuple[str, str]]:
    come, go = visit.local(visit.arrival_at), visit.local(visit.departure_at)
    return [
        ("visit/heads", "" if visit.head_count is None else str(visit.head_count)),
        ("visit/from", come.date().isoformat() if come else ""),
        ("visit/to", go.date().isoformat() if go else ""),
    ]
