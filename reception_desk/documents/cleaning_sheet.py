"""D20, the cleaning sheet (卫生检查单): each zone with when it is to be clean, a box, who did it (A6.4c, C1, C2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Mark, Marks, PaperFacts
from reception_desk.documents.heading_facts import company_facts
from reception_desk.documents.told import Pairs, first_of, number, numbered, shortened, stored
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.checklist import Owner
from reception_desk.domain.cleaning import CleaningRound, ZoneToClean, cleaning_rounds, rooms_of
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.preparation import ItemState
from reception_desk.i18n import N_, current_language, words

MOST_ROUNDS: Final = 12
SHORT, LONG = 40, 60


class CleaningSheet(HandOut):
    """For those who clean: once before the guests come, once before each meeting; what is ticked is ticked here."""

    number = "D20"
    title = N_("Cleaning sheet")
    template_version = "1"
    languages = ("zh", "en")

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether any zone is on our lists."""
        return bool(_rounds(facts))

    def reason(self, facts: PaperFacts) -> str:
        """Whether any zone is on our lists."""
        return N_("Gate and lobby are cleaned") if _rounds(facts) else N_("No zone is on our lists")

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """Those who clean."""
        return Owner.CLEANING.words(words(current_language()))

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In the language of our own people."""
        return Choice(language=language)

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The rounds, each with its zones."""
        visit, tongue = facts.visit, Tongue(choice.language)
        rounds, more = first_of(_rounds(facts), MOST_ROUNDS)
        return (
            *company_facts(visit, tongue),
            ("visit/number", visit.number),
            ("visit/arrival", stored(visit.local(visit.arrival_at))),
            ("visit/heads", number(visit.head_count)),
            *numbered("round", (_round(one, facts) for one in rounds)),
            *numbered("zone", (_zone(place, zone, facts, tongue) for place, zone in _placed(rounds))),
            ("rounds/more", number(more or None)),
        )

    def marks(self, facts: PaperFacts, choice: Choice) -> Marks:
        """What is clean, by when it was to be and its name; of two that read alike nothing is said."""
        tongue, visit = Tongue(choice.language), facts.visit
        zones = [zone for one in _rounds(facts) for zone in one.zones]
        often = Counter(_key(zone, facts, tongue) for zone in zones)
        return {
            key: Mark(state=ItemState.DONE, by=zone.tick.done_by, at=visit.local(zone.tick.done_at))
            for zone in zones
            if zone.tick is not None and zone.is_clean and often[key := _key(zone, facts, tongue)] == 1
        }

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name, and who ticked what."""
        yield from (house.name, house.name_en)
        yield from (mark.by for mark in marks.values())

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait, as many as it takes."""
        from reception_desk.documents.pages import cleaning_sheet

        return cleaning_sheet.draw(self, content, choice, house, stamp, marks)


def zone_key(due: str, name: str) -> str:
    """What a zone is called among the marks, from what stands in the content."""
    return f"{due} {name}".strip()


def _rounds(facts: PaperFacts) -> list[CleaningRound]:
    return cleaning_rounds(facts.visit, facts.lists, facts.plan) if facts.lists else []


def _placed(rounds: Iterable[CleaningRound]) -> Iterator[tuple[int, ZoneToClean]]:
    return ((place, zone) for place, one in enumerate(rounds, 1) for zone in one.zones)


def _round(one: CleaningRound, facts: PaperFacts) -> Pairs:
    meeting = one.meeting
    rooms = [meeting.room] if meeting else [] if one.is_for_meeting else rooms_of(facts.visit)
    yield "before", "meeting" if one.is_for_meeting else "arrival"
    yield "at", stored(facts.visit.local(one.at))
    yield "topic", shortened(meeting.topic, SHORT) if meeting else ""
    yield "rooms", shortened("、".join(filter(None, rooms)), LONG)


def _name(zone: ZoneToClean, tongue: Tongue) -> str:
    return shortened(zone.zone.text(tongue.languages[0]), SHORT)


def _key(zone: ZoneToClean, facts: PaperFacts, tongue: Tongue) -> str:
    return zone_key(stored(facts.visit.local(zone.due)), _name(zone, tongue))


def _zone(place: int, zone: ZoneToClean, facts: PaperFacts, tongue: Tongue) -> Pairs:
    due, again = (stored(facts.visit.local(one)) for one in (zone.due, zone.again))
    yield "round", number(place)
    yield "name", _name(zone, tongue)
    yield "due", due
    yield "again", again if again != due else ""
