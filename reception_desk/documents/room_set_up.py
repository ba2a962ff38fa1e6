"""D16, the room set-up (会议室布置单): a page for each meeting with what is laid out and tested (A6.5, C1-C6)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts
from reception_desk.documents.heading_facts import company_facts
from reception_desk.documents.told import Pairs, number, numbered, shortened, stored
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.entity import Answer
from reception_desk.domain.house_lists import Part
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.quantity import seats
from reception_desk.domain.supplies import Needed, of_part, supplies_for
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, words

SHORT, LONG = 40, 160
_HELD: Final = {
    Answer.YES: N_("Talks are wanted"),
    Answer.UNCONFIRMED: N_("Nobody has said yet whether talks are wanted"),
    Answer.NO: N_("No talks are wanted"),
}


class RoomSetUp(HandOut):
    """For those who lay out the room: quantities by the seats and the level, and what is tried before."""

    number = "D16"
    title = N_("Room set-up")
    template_version = "1"
    languages = ("zh", "en")
    about = "meeting_id"

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether there is a meeting."""
        return bool(facts.visit.meetings)

    def reason(self, facts: PaperFacts) -> str:
        """The meetings, else the answer about them."""
        return N_("A meeting is planned") if facts.visit.meetings else _HELD[facts.visit.meeting]

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """Those who set up the room."""
        return _("Tea service")

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In the language of our own people."""
        return Choice(language=language)

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The meetings, each with what is laid out there."""
        visit, tongue, times = facts.visit, Tongue(choice.language), facts.lead_times
        meetings = _meetings(visit, choice)
        pairs = list(company_facts(visit, tongue))
        for place, meeting in enumerate(meetings, 1):
            pairs += [(f"meeting {place}/{part}", value) for part, value in _meeting(meeting, visit)]
        items = [_items(place, one, facts, tongue) for place, one in enumerate(meetings, 1)]
        return (
            *pairs,
            *numbered("supply", (item for of_meeting in items for item in of_meeting)),
            ("visit/number", visit.number),
            ("visit/level", _level(facts, tongue)),
            ("room/temperature", "–".join(map(str, facts.lists.temperature)) if facts.lists else ""),
            ("refill/minutes", number(times.tea_refill_minutes if times else None)),
        )

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name."""
        return (house.name, house.name_en)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait, a page for each meeting."""
        from reception_desk.documents.pages import room_set_up

        return room_set_up.draw(self, content, choice, house, stamp)


def _level(facts: PaperFacts, tongue: Tongue) -> str:
    return facts.level.text(tongue.languages[0]) if facts.level else number(facts.visit.level)


def _meetings(visit: Visit, choice: Choice) -> list[Meeting | None]:
    """The meeting that was chosen, else all of them; a blank one where nobody has planned any yet."""
    if choice.meeting_id is None:
        return list(visit.meetings) or [None]
    chosen: list[Meeting | None] = [one for one in visit.meetings if one.id == choice.meeting_id]
    if not chosen:
        raise ReceptionError(_("This meeting is no longer part of the visit."))
    return chosen


def _meeting(meeting: Meeting | None, visit: Visit) -> Pairs:
    yield "room", shortened(meeting.room, SHORT) if meeting else ""
    yield "topic", shortened(meeting.topic, SHORT) if meeting else ""
    yield "starts", stored(visit.local(meeting.starts_at)) if meeting else ""
    yield "ends", stored(visit.local(meeting.ends_at)) if meeting else ""
    yield "guests", number(visit.head_count)
    yield "seats", number(seats(visit, meeting))
    yield "needs", shortened(meeting.needs, LONG) if meeting else ""


def _items(place: int, meeting: Meeting | None, facts: PaperFacts, tongue: Tongue) -> list[Pairs]:
    if facts.lists is None:
        return []
    needed = supplies_for(facts.visit, facts.lists, meeting)
    return [_item(place, one, tongue.languages[0]) for one in of_part(needed, Part.SEAT, Part.REFRESHMENT)]


def _item(place: int, needed: Needed, language: str) -> Pairs:
    yield "meeting", number(place)
    yield "part", needed.supply.part.value
    yield "name", shortened(needed.supply.text(language), SHORT)
    yield "quantity", number(needed.quantity)
    yield "owner", needed.supply.owner.words(words(language))
