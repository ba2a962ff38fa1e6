"""What a paper tells otherwise today, field by field, in words (5.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from difflib import SequenceMatcher
from typing import Final

from reception_desk.documents.hand_out import grouped
from reception_desk.documents.moments import brief_day_and_time, plain_day
from reception_desk.domain.checklist import Owner
from reception_desk.domain.choice_words import choice_msgid
from reception_desk.domain.edition import Content
from reception_desk.domain.field_words import field_word
from reception_desk.domain.journey import Carrier
from reception_desk.domain.nearby_place import PlaceKind
from reception_desk.domain.person import Gender
from reception_desk.domain.timetable import Kind
from reception_desk.i18n import N_, current_language, words

Cells = Mapping[str, str]

_NUMBERED: Final = re.compile(r"(\D+) (\d+)")
_ITEM: Final = re.compile(r"item (\S+).*")
_NOUNS: Final = {
    "leg": N_("Journey"),
    "meeting": N_("Meeting"),
    "meal": N_("Meal"),
    "ticket": N_("Ticket"),
    "gift": N_("Gift"),
    "opinion": N_("Opinion"),
    "department": N_("Department to be told"),
    "task": N_("Task"),
    "host": N_("Host"),
    "empty role": N_("Role still open"),
    "over": N_("Above the standard"),
    "taboo": N_("Taboo"),
    "car": N_("Car of the guests"),
    "our car": N_("Our car"),
    "card": N_("Customs"),
    "habit": N_("Customs of a guest"),
    "order": N_("Order of protocol"),
    "person": N_("Introduction"),
    "question": N_("Question"),
    "talk": N_("Talking points"),
    "entry": N_("Itinerary row"),
    "guest": N_("Guest"),
    "stay": N_("Hotel booking"),
    "trip": N_("Car booking"),
    "message": N_("Words of welcome"),
    "nearby": N_("Nearby place"),
    "line": N_("Line of the kit"),
    "supply": N_("Laid out"),
    "zone": N_("Zone"),
    "round": N_("Cleaning"),
    "room": N_("Meeting room"),
    "stop": N_("Tour stop"),
}
_WHOLE: Final = {  # of a group that is one field in several languages
    "level": N_("Level"),
    "annex": N_("Dossier"),
    "laid out": N_("Laid out"),
    "company": N_("Visiting company"),
    "main guest": N_("Main guest"),
    "title": N_("Title"),
    "name": N_("Name"),
    "party": N_("Others come along"),
    "date": N_("Day"),
    "unnamed": N_("Guests without a name"),
    "address": N_("Address of the company"),
    "gender": N_("Gender"),
    "guest hint": N_("Please note"),
    "called off": N_("The visit is called off"),
}
_PARTS: Final = {
    "name": N_("Name"),
    "title": N_("Title"),
    "company": N_("Visiting company"),
    "main guest": N_("Main guest"),
    "unit": N_("Visiting company"),
    "number": N_("Flight or train"),
    "heads": N_("Head count"),
    "level": N_("Level"),
    "arrival": N_("Arrival"),
    "departure": N_("Departure"),
    "from": N_("From"),
    "to": N_("To"),
    "until": N_("Shown until"),
    "department": N_("Owner department"),
    "applicant": N_("Applicant"),
    "starts": N_("Starts"),
    "ends": N_("Ends"),
    "activity": N_("Activity"),
    "place": N_("Place"),
    "host": N_("Host"),
    "met": N_("We meet you there."),
    "hint": N_("Hint for the guests"),
    "kind": N_("Kind"),
    "gender": N_("Gender"),
    "phone": N_("Phone"),
    "extension": N_("Extension"),
    "lodging": N_("Lodging needs"),
    "hotel": N_("Hotel"),
    "confirmation": N_("Confirmation no."),
    "in": N_("Check-in"),
    "out": N_("Time out"),
    "back": N_("Time back"),
    "at": N_("Time"),
    "rooms": N_("Rooms"),
    "wishes": N_("Wishes for the stay"),
    "purpose": N_("Purpose"),
    "direction": N_("Direction"),
    "plate": N_("Plate"),
    "model": N_("Model"),
    "seats": N_("Seats"),
    "driver": N_("Driver"),
    "note": N_("Note"),
    "sign": N_("Sign"),
    "size": N_("Size"),
    "colours": N_("Colours"),
    "text": N_("Words"),
    "text_en": N_("Words in English"),
    "effect": N_("How"),
    "due": N_("Due"),
    "owner": N_("Owner"),
    "room": N_("Room"),
    "where": N_("Where to"),
    "check-out": N_("Check-out"),
    "room kind": N_("Kind of room"),
    "beds": N_("Beds"),
    "guests": N_("Guests"),
    "our people": N_("Our people"),
    "needs": N_("Needs"),
    "diets": N_("Diets"),
    "contact": N_("Contact of the guests"),
    "contact phone": N_("Phone of the contact"),
    "addressed": N_("Salutation"),
    "spoken": N_("Pronunciation"),
    "latin": N_("Name in Latin letters"),
    "side": N_("Side"),
    "who": N_("Name"),
    "role": N_("Role"),
    "tags": N_("Interests"),
    "lead": N_("Leads our side"),
    "country": N_("Country"),
    "point": N_("Point"),
    "approved by": N_("Approved by"),
    "applied": N_("Applied on"),
    "received": N_("Notice received"),
    "ours": N_("Of us"),
    "rank": N_("Rank of the guest"),
    "nationality": N_("Nationality"),
    "names": N_("Which guests"),
    "whom": N_("For whom"),
    "leaves": N_("Leaves"),
    "day": N_("Date"),
    "standard": N_("Standard a head"),
    "reason": N_("Why so"),
    "price": N_("Price"),
    "urgent": N_("Urgent"),
    "made up": N_("Made up later"),
    "be there": N_("Be there at"),
    "placards": N_("Placards to take along"),
    "quiet": N_("Quiet, please"),
    "send-off": N_("Seen off to the station or airport"),
    "send-off by": N_("By whom"),
    "drop-off": N_("Guests get out at"),
    "fountain": N_("Fountain"),
    "level 1": N_("VIP"),
    "minutes": N_("Pour again"),
    "temperature": N_("Temperature"),
    "more": N_("Not on the sheet"),
    "approved at": N_("Approved"),
    "again": N_("Looked at again"),
    "receiver": N_("Receiver"),
    "quantity": N_("Quantity"),
}
_OF_A_GROUP: Final = {
    ("relation", "is"): N_("How we receive"),
    ("dossier", "as of"): N_("Dossier of"),
    ("lead", "name"): N_("Leads the reception"),
    ("lead", "phone"): N_("Leads the reception"),
    ("desk", "name"): N_("Front desk"),
    ("desk", "phone"): N_("Phone of the desk"),
    ("admin", "name"): N_("Admin supervisor"),
    ("admin", "phone"): N_("Supervisor's phone"),
    ("guest contact", "name"): N_("Contact of the guests"),
    ("guest contact", "phone"): N_("Phone of the contact"),
    ("guests", "unnamed"): N_("Guests without a name"),
    ("not asked", "unnamed"): N_("Guests without a name"),
    ("not asked", "names"): N_("Not asked yet"),
    ("taboos", "none"): N_("Guests without a taboo"),
    ("over", "what"): N_("Kind"),
    ("flag", "reason"): N_("Why notice came late"),
    ("stay", "out"): N_("Check-out"),
    ("contact", "name"): N_("Our contact"),
    ("contact", "phone"): N_("Our contact's phone"),
    ("visit", "number"): N_("Visit number"),
    ("visit", "costs"): N_("Who bears the cost"),
    ("passport", "mark"): N_("Passport"),
    ("inviter", "name"): N_("Who signs"),
    ("inviter", "title"): N_("Title of who signs"),
    ("inviter", "address"): N_("Our address"),
    ("inviter", "place"): N_("Place of issue"),
    ("inviter", "phone"): N_("Phone of the desk"),
    ("entry", "day"): N_("Day"),
    ("line", "comes back"): N_("Comes back"),
    ("supply", "quantity"): N_("How many"),
    ("supply", "meeting"): N_("Meeting"),
    ("supply", "part"): N_("Kind"),
    ("booking", "at"): N_("Flight or train at"),
    ("zone", "round"): N_("Cleaning"),
    ("zone", "due"): N_("Clean by"),
    ("round", "before"): N_("Cleaned before what"),
    ("room", "over"): N_("Free from"),
    ("room", "seats"): N_("Laid out"),
    ("zones", "names"): N_("Cleaned again"),
    ("gift", "before"): N_("Given before on"),
    ("gift", "before number"): N_("Given before at"),
    ("gift", "sum"): N_("Together"),
    ("gifts", "sum"): N_("All gifts together"),
    ("gifts", "without price"): N_("Gifts without a price"),
}
_TABLES: Final = {  # parts that have the name of a field are called as the field is
    "leg": "leg",
    "meeting": "meeting",
    "meal": "meal",
    "ticket": "ticket",
    "gift": "gift",
    "opinion": "opinion",
    "host": "host",
    "empty role": "host",
    "guest": "guest",
    "trip": "leg",
    "stay": "hotel_booking",
    "wanted": "visit",
    "plan": "visit",
    "visit": "visit",
    "dossier": "company",
    "question": "question",
    "talk": "briefing",
    "unit": "company",
    "nearby": "nearby_place",
    "line": "material",
    "round": "meeting",
    "room": "meeting",
}
_NAMING: Final = (  # of a row
    "activity",
    "name",
    "number",
    "hotel",
    "plate",
    "topic",
    "question",
    "department",
    "who",
    "leader",
)
_DERIVED: Final = ("characters", "columns", "nights", "not in ")  # they follow from the others
_FIRST: Final = (
    "starts",
    "kind",
    "activity",
    "place",
    "name",
    "hotel",
    "plate",
    "driver",
    "text",
    "out",
)  # of a summary
_VALUES: Final = {
    Kind.ARRIVING.value: N_("Arrival"),
    Kind.ARRIVAL.value: N_("Arrival at our company"),
    Kind.LEAVING.value: N_("Departure"),
    Kind.DEPARTURE.value: N_("Leaving our company"),
    Kind.TRAVELLING.value: N_("Travelling on"),
    Kind.ROW.value: N_("Programme"),
    Kind.MEETING.value: N_("Talks"),
    Kind.WORKING_MEAL.value: N_("Working meal"),
    Kind.BANQUET.value: N_("Banquet"),
    Kind.MEAL.value: N_("Meal"),
    Kind.CHECK_IN.value: N_("Check-in at the hotel"),
    **{carrier.value: choice_msgid(carrier) for carrier in Carrier},
    **{kind.value: choice_msgid(kind) for kind in PlaceKind},
    **{owner.value: owner.words(str) for owner in Owner},
    "seat": N_("At the seats"),
    "refreshment": N_("Fruit, drinks, snacks"),
    "yes": N_("Yes"),
    Gender.MALE.value: N_("Male"),
    Gender.FEMALE.value: N_("Female"),
}
_ABSENT: Final = "–"
_SEALED, _HIDDEN = "passport", "***"  # that it is another one is told, and nothing of it (A1.3)


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One fact that is told otherwise: what it is about, its field (a msgid), the value then and now.

    `None` for a value: the whole entry was not there. Blank `language`: that of the screen.
    """

    about: str
    field: str
    old: str | None
    new: str | None
    language: str = ""

    @property
    def words(self) -> str:
        """A sentence."""
        language = self.language or current_language()
        say = words(language)
        if self.old is None or self.new is None:
            added = N_("{about} added: {what}") if self.old is None else N_("{about} taken out: {what}")
            what = _shown(self.new or self.old or "", language)
            return say(added).format(about=self.about, what=what)
        change = f"{_shown(self.old, language)} → {_shown(self.new, language)}"
        return " ".join(filter(None, (self.about, say(self.field)))) + say(": ") + change


def differences(then: Content, now: Content, language: str = "") -> list[Difference]:
    """What `now` tells otherwise than `then`; entries that moved up or down are the same entries.

    In the language of the screen, unless it is for a reader of another one.
    """
    language = language or current_language()
    return [replace(one, language=language) for one in _found(then, now, language)]


def _found(then: Content, now: Content, language: str) -> Iterator[Difference]:
    before, after = grouped(then), grouped(now)
    families = list(dict.fromkeys(_family(about) for about in (*before, *after)))
    for family in families:
        old = {about: cells for about, cells in before.items() if _family(about) == family}
        new = {about: cells for about, cells in after.items() if _family(about) == family}
        if any(about != family for about in (*old, *new)):
            yield from _of_rows(family, list(old.values()), list(new.values()), language)
        else:
            yield from _of_groups(old, new, language)


def _family(about: str) -> str:
    match = None if about.startswith("item ") else _NUMBERED.fullmatch(about)
    return match[1] if match else about


def _of_groups(old: Mapping[str, Cells], new: Mapping[str, Cells], language: str) -> Iterator[Difference]:
    for about in dict.fromkeys((*old, *new)):
        item = _ITEM.fullmatch(about)
        said = words(language)(N_("Item {number}")).format(number=item[1]) if item else ""
        if item and about not in old:
            yield Difference(about=said, field="", old=None, new=_text_of(new[about]))
        elif item and about not in new:
            yield Difference(about=said, field="", old=_text_of(old[about]), new=None)
        else:
            yield from _of_cells(about, said, old.get(about, {}), new.get(about, {}))


def _text_of(cells: Cells) -> str:
    return next((value for part, value in cells.items() if part.startswith("text/")), "")


def _of_rows(family: str, old: Sequence[Cells], new: Sequence[Cells], language: str) -> Iterator[Difference]:
    """Rows that are the same stand for themselves; of the others those are one that have most in common."""
    keys = [[tuple(cells.items()) for cells in rows] for rows in (old, new)]
    gone, come = list(range(len(old))), list(range(len(new)))
    for a, b, size in SequenceMatcher(a=keys[0], b=keys[1], autojunk=False).get_matching_blocks():
        gone = [place for place in gone if not a <= place < a + size]
        come = [place for place in come if not b <= place < b + size]
    noun = words(language)(_NOUNS.get(family, family))
    pairs = _alike([(place, old[place]) for place in gone], [(place, new[place]) for place in come])
    for place in come:
        before = pairs.get(place)
        if before is None:
            yield Difference(about=noun, field="", old=None, new=_summary(new[place], language))
        else:
            about = f"{noun} {_own_name(old[before], new[place]) or place + 1}"
            yield from _of_cells(family, about, old[before], new[place])
    for place in gone:
        if place not in pairs.values():
            yield Difference(about=noun, field="", old=_summary(old[place], language), new=None)


def _alike(gone: Sequence[tuple[int, Cells]], come: Sequence[tuple[int, Cells]]) -> dict[int, int]:
    """Which row that came is which that went, by what they have in common; a single pair is one anyway."""
    scores = sorted(
        (
            (-_in_common(before, after), abs(a - b), b, a)
            for a, before in gone
            for b, after in come
            if _in_common(before, after) or len(gone) == len(come) == 1
        ),
    )
    found: dict[int, int] = {}
    for _score, _way, b, a in scores:
        if b not in found and a not in found.values():
            found[b] = a
    return found


def _in_common(before: Cells, after: Cells) -> int:
    same = [part for part, value in before.items() if value and after.get(part) == value]
    return len(same) + 3 * sum(part.partition("/")[0] in _NAMING for part in same)


def _own_name(before: Cells, after: Cells) -> str:
    """What a row is called before and after."""
    names = (value for part, value in after.items() if part.partition("/")[0] in _NAMING and value)
    name = next(names, "")
    return name if name in before.values() else ""


def _summary(cells: Cells, language: str) -> str:
    """The telling parts of an entry in one line."""
    said = []
    for first in _FIRST:
        values = [value for part, value in cells.items() if part.partition("/")[0] == first and value]
        if first == "kind" and (cells.get("activity") or values[:1] == [Kind.ROW.value]):
            continue
        said += [_shown(value, language) for value in values[:1]]
    return " ".join(said)


def _of_cells(family: str, about: str, old: Cells, new: Cells) -> Iterator[Difference]:
    """Fields that differ; one that stands in several languages is told once, in the first that differs."""
    told = set()
    for part in dict.fromkeys((*old, *new)):
        name = part.removesuffix("/zh").removesuffix("/en")
        name = "" if name in ("zh", "en") else name
        before, after = old.get(part, ""), new.get(part, "")
        if before == after or name in told or name.startswith(_DERIVED):
            continue
        told.add(name)
        if family == _SEALED:
            before, after = _HIDDEN, _HIDDEN
        yield Difference(about=about, field=_field(family, name), old=before, new=after)


def _field(family: str, name: str) -> str:
    if not name:
        return _WHOLE.get(family, family)
    plain = name.removesuffix(" asked").rstrip("0123456789 ")
    return (
        _OF_A_GROUP.get((family, plain))
        or _PARTS.get(plain)
        or field_word(_TABLES.get(family, ""), plain)
        or plain
    )


def _shown(value: str, language: str) -> str:
    """A value of a content as people write it."""
    with suppress(ValueError):
        if "T" in value:
            return brief_day_and_time(datetime.fromisoformat(value), language)
        if value.count("-") == 2:  # noqa: PLR2004 - year, month and day
            return plain_day(date.fromisoformat(value), language)
    return words(language)(_VALUES[value]) if value in _VALUES else value or _ABSENT
