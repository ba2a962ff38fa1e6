"""D25b, the restore sheet (恢复清单): rooms put right, things back, zones clean, what was left behind (C10, G3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Mark, Marks, PaperFacts
from reception_desk.documents.heading_facts import company_facts
from reception_desk.documents.told import Pairs, first_of, number, numbered, shortened, stored
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.checklist import Owner
from reception_desk.domain.cleaning import cleaning_rounds
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.house_lists import Part
from reception_desk.domain.material import Material
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.supplies import kit, name_of, of_part, owner_of, supplies_for
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, current_language, words

RESTORED: Final = "501"
"""The item of the checklist that the sheet is for."""
MOST_ROOMS, MOST_LINES = 12, 40
SHORT, LONG = 40, 120


class RestoreSheet(HandOut):
    """For whoever clears up on the same day: a box for each room, each thing that comes back, each zone."""

    number = "D25b"
    title = N_("Restore sheet")
    template_version = "1"
    languages = ("zh", "en")

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether there was a meeting, or something has to come back."""
        return bool(facts.visit.meetings or _coming_back(facts.visit))

    def reason(self, facts: PaperFacts) -> str:
        """The meetings, else the things that come back."""
        if facts.visit.meetings:
            return N_("Meeting rooms are put right again")
        if _coming_back(facts.visit):
            return N_("Things have to come back")
        return N_("No room and nothing taken along")

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """Those who put the rooms right."""
        return Owner.HR_ADMIN.words(words(current_language()))

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In the language of our own people."""
        return Choice(language=language)

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """Rooms, things and zones."""
        visit, tongue = facts.visit, Tongue(choice.language)
        rooms, more_rooms = first_of(_rooms(visit), MOST_ROOMS)
        lines, more_lines = first_of(_coming_back(visit), MOST_LINES)
        return (
            *company_facts(visit, tongue),
            ("visit/number", visit.number),
            ("visit/departure", stored(visit.local(visit.departure_at))),
            ("visit/due", stored(visit.local(_due(facts)))),
            *numbered("room", (_room(one, facts, tongue) for one in rooms)),
            ("rooms/more", number(more_rooms or None)),
            *numbered("line", (_line(one, facts, tongue) for one in lines)),
            ("lines/more", number(more_lines or None)),
            ("zones/names", _zones(facts, tongue)),
        )

    def marks(self, facts: PaperFacts, choice: Choice) -> Marks:
        """What is back already, by the name of the line; of two of one name nothing is said."""
        tongue, visit = Tongue(choice.language), facts.visit
        names = {one.id: _name(one, facts, tongue) for one in _coming_back(visit)}
        often = Counter(names.values())
        return {
            names[one.id]: Mark(state=ItemState.DONE, by=one.in_by, at=visit.local(one.in_at))
            for one in _coming_back(visit)
            if one.in_at is not None and often[names[one.id]] == 1
        }

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name, and who took back what."""
        yield from (house.name, house.name_en)
        yield from (mark.by for mark in marks.values())

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait, as many as it takes."""
        from reception_desk.documents.pages import restore_sheet

        return restore_sheet.draw(self, content, choice, house, stamp, marks)


def _coming_back(visit: Visit) -> list[Material]:
    """The lines of the kit that come back to us."""
    return [one for one in kit(visit) if one.is_returned]


def _due(facts: PaperFacts) -> datetime | None:
    return next((one.due for one in facts.plan if one.code == RESTORED), None)


def _rooms(visit: Visit) -> list[Meeting]:
    """The last meeting in each room: from then on it can be put right; a room without a name stands by itself."""
    last: dict[str, Meeting] = {}
    for one in visit.meetings:
        key = one.room.strip() or f"#{one.id}"
        if key not in last or _over(one) >= _over(last[key]):
            last[key] = one
    return list(last.values())


def _over(meeting: Meeting) -> float:
    over = meeting.ends_at or meeting.starts_at
    return over.timestamp() if over else 0.0


def _room(meeting: Meeting, facts: PaperFacts, tongue: Tongue) -> Pairs:
    visit = facts.visit
    yield "room", shortened(meeting.room, SHORT)
    yield "topic", shortened(meeting.topic, SHORT)
    yield "over", stored(visit.local(meeting.ends_at or meeting.starts_at))
    yield "seats", shortened(_laid_out(meeting, facts, tongue), LONG)


def _laid_out(meeting: Meeting, facts: PaperFacts, tongue: Tongue) -> str:
    """What was laid out there and comes back, with how many there were."""
    if facts.lists is None:
        return ""
    needed = of_part(supplies_for(facts.visit, facts.lists, meeting), Part.SEAT, Part.REFRESHMENT)
    language = tongue.languages[0]
    told = [
        f"{one.supply.text(language)} × {one.quantity or '____'}" for one in needed if one.supply.returned
    ]
    return (", " if language == "en" else "、").join(told)


def _zones(facts: PaperFacts, tongue: Tongue) -> str:
    """The zones that a meeting leaves to be cleaned, each once."""
    if facts.lists is None:
        return ""
    rounds = [one for one in cleaning_rounds(facts.visit, facts.lists, facts.plan) if one.is_for_meeting]
    names = [zone.zone.text(tongue.languages[0]) for one in rounds for zone in one.zones]
    return "\n".join(shortened(name, SHORT) for name in dict.fromkeys(names))


def _name(line: Material, facts: PaperFacts, tongue: Tongue) -> str:
    return shortened(name_of(line, facts.lists, tongue.languages[0]), SHORT)


def _line(line: Material, facts: PaperFacts, tongue: Tongue) -> Pairs:
    yield "name", _name(line, facts, tongue)
    yield "quantity", number(line.quantity)
    yield "owner", shortened(owner_of(line, facts.lists, tongue.languages[0]), SHORT)
    yield "place", shortened(line.place, SHORT)
