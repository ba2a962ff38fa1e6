"""D24, the local guide (周边指南): where guests can go near the company, for them to keep (A6.8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.entity import Answer
from reception_desk.domain.nearby_place import NearbyPlace, PlaceKind
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _

KINDS: Final = tuple(PlaceKind)
IN_EACH_LANGUAGE: Final = ("distance", "note")


class LocalGuide(HandOut):
    """The places of the house, kind by kind; nothing of the visit is in it."""

    number = "D24"
    title = N_("Local guide")
    template_version = "1"

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether there are places to tell, and the guests are here for a meal or over night."""
        return bool(facts.nearby) and _stays(facts.visit)

    def reason(self, facts: PaperFacts) -> str:
        """Whether there is time, and anything to tell."""
        if not facts.nearby:
            return N_("The list of nearby places is empty")
        if _stays(facts.visit):
            return N_("There are places to tell, and the guests eat or sleep here")
        return N_("The guests neither eat nor sleep here")

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In the language of the guests; in both where some are from abroad."""
        return Choice(language="both" if facts.visit.is_foreign else "zh")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The places in the order of their kinds, and whom of us to call."""
        if not facts.nearby:
            raise ReceptionError(
                _(
                    "The list of nearby places is empty, so there is nothing to print. "
                    "Add places under Settings, Nearby places."
                )
            )
        tongue, pairs = Tongue(choice.language), []
        for number, place in enumerate(sorted(facts.nearby, key=lambda one: KINDS.index(one.kind)), 1):
            pairs += [(f"nearby {number}/{part}", value) for part, value in _facts(place, tongue)]
        return (*pairs, ("contact/name", facts.house.contact), ("contact/phone", facts.house.phone))

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name."""
        yield from (house.name, house.name_en)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait."""
        from reception_desk.documents.pages import local_guide

        return local_guide.draw(self, content, choice, house, stamp)


def _stays(visit: Visit) -> bool:
    come, go = visit.local(visit.arrival_at), visit.local(visit.departure_at)
    over_night = come is not None and go is not None and come.date() < go.date()
    booked = visit.meals or visit.hotel_bookings
    return bool(booked) or over_night or Answer.YES in (visit.meal, visit.hotel)


def _facts(place: NearbyPlace, tongue: Tongue) -> Iterator[tuple[str, str]]:
    """A place as it is printed: its name in both languages, and the Chinese address, to be shown to a driver."""
    yield "kind", place.kind.value
    for language in ("zh", "en"):
        yield f"name/{language}", place.said("name", language)
    for part in IN_EACH_LANGUAGE:
        for language in tongue.languages:
            yield f"{part}/{language}", place.said(part, language)
    yield "hours", place.hours
    yield "phone", place.phone
    yield "address/zh", place.said("address", "zh")
    if "en" in tongue.languages:
        yield "address/en", place.said("address", "en")
