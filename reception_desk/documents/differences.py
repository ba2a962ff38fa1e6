"""What a paper tells otherwise today, field by field, in words (5.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final

from reception_desk.documents.hand_out import grouped
from reception_desk.documents.moments import brief_day_and_time, plain_day
from reception_desk.domain.edition import Content
from reception_desk.domain.person import Gender
from reception_desk.i18n import N_, _, current_language

Cells = Mapping[str, str]

_NUMBERED: Final = re.compile(r"(entry|guest|stay|trip|message) (\d+)")
_ITEM: Final = re.compile(r"item (\S+).*")
_NOUNS: Final = {
    "entry": N_("Itinerary row"),
    "guest": N_("Guest"),
    "stay": N_("Hotel booking"),
    "trip": N_("Car booking"),
    "message": N_("Words of welcome"),
}
_WHOLE: Final = {  # of a group that is one field in several languages
    "company": N_("Visiting company"),
    "main guest": N_("Main guest"),
    "title": N_("Title"),
    "name": N_("Name"),
    "party": N_("Others come along"),
    "date": N_("Day"),
    "unnamed": N_("Guests without a name"),
    "guest hint": N_("Please note"),
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
    "approved by": N_("Approved by"),
    "approved at": N_("Approved"),
}
_OF_A_GROUP: Final = {
    ("stay", "out"): N_("Check-out"),
    ("contact", "name"): N_("Our contact"),
    ("contact", "phone"): N_("Our contact's phone"),
    ("visit", "number"): N_("Visit number"),
}
_DERIVED: Final = ("characters", "columns", "nights", "not in ")  # they follow from the others
_FIRST: Final = (
    "starts",
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
    "yes": N_("Yes"),
    Gender.MALE.value: N_("Male"),
    Gender.FEMALE.value: N_("Female"),
}
_ABSENT: Final = "–"


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One fact that is told otherwise: what it is about, its field (a msgid), the value then and now.

    `None` for a value: the whole entry was not there.
    """

    about: str
    field: str
    old: str | None
    new: str | None

    @property
    def words(self) -> str:
        """A sentence in the language of the screen."""
        if self.old is None or self.new is None:
            added = N_("{about} added: {what}") if self.old is None else N_("{about} taken out: {what}")
            return _(added).format(about=self.about, what=_shown(self.new or self.old or ""))
        change = f"{_shown(self.old)} → {_shown(self.new)}"
        return " ".join(filter(None, (self.about, _(self.field)))) + _(": ") + change


def differences(then: Content, now: Content) -> list[Difference]:
    """What `now` tells otherwise than `then`; entries that moved up or down are the same entries."""
    before, after = grouped(then), grouped(now)
    found: list[Difference] = []
    families = list(dict.fromkeys(_family(about) for about in (*before, *after)))
    for family in families:
        old = {about: cells for about, cells in before.items() if _family(about) == family}
        new = {about: cells for about, cells in after.items() if _family(about) == family}
        if family in _NOUNS:
            found += _of_rows(family, list(old.values()), list(new.values()))
        else:
            found += _of_groups(old, new)
    return found


def _family(about: str) -> str:
    match = _NUMBERED.fullmatch(about)
    return match[1] if match else about


def _of_groups(old: Mapping[str, Cells], new: Mapping[str, Cells]) -> Iterator[Difference]:
    for about in dict.fromkeys((*old, *new)):
        item = _ITEM.fullmatch(about)
        said = _("Item {number}").format(number=item[1]) if item else ""
        if item and about not in old:
            yield Difference(about=said, field="", old=None, new=_text_of(new[about]))
        elif item and about not in new:
            yield Difference(about=said, field="", old=_text_of(old[about]), new=None)
        else:
            yield from _of_cells(about, said, old.get(about, {}), new.get(about, {}))


def _text_of(cells: Cells) -> str:
    return next((value for part, value in cells.items() if part.startswith("text/")), "")


def _of_rows(family: str, old: Sequence[Cells], new: Sequence[Cells]) -> Iterator[Difference]:
    keys = [[tuple(cells.items()) for cells in rows] for rows in (old, new)]
    for kind, a, b, c, d in SequenceMatcher(a=keys[0], b=keys[1], autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for place, (gone, come) in enumerate(zip_longest(old[a:b], new[c:d]), c + 1):
            noun = _(_NOUNS[family])
            if gone is None or come is None:
                yield Difference(
                    about=noun,
                    field="",
                    old=None if gone is None else _summary(gone),
                    new=None if come is None else _summary(come),
                )
            else:
                yield from _of_cells(family, f"{noun} {place}", gone, come)


def _summary(cells: Cells) -> str:
    """The telling parts of an entry in one line."""
    said = []
    for first in _FIRST:
        values = [value for part, value in cells.items() if part.partition("/")[0] == first and value]
        said += [_shown(value) for value in values[:1]]
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
        yield Difference(about=about, field=_field(family, name), old=before, new=after)


def _field(family: str, name: str) -> str:
    if not name:
        return _WHOLE.get(family, family)
    return _OF_A_GROUP.get((family, name)) or _PARTS.get(name, name)


def _shown(value: str) -> str:
    """A value of a content as people write it."""
    language = current_language()
    with suppress(ValueError):
        if "T" in value:
            return brief_day_and_time(datetime.fromisoformat(value), language)
        if value.count("-") == 2:  # noqa: PLR2004 - year, month and day
            return plain_day(date.fromisoformat(value), language)
    return _(_VALUES[value]) if value in _VALUES else value or _ABSENT
