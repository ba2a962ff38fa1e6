"""What a guest is told of a place nearby, ready for a message (A6.8)."""

from __future__ import annotations

from reception_desk.domain.choice_words import choice_msgid
from reception_desk.domain.nearby_place import NearbyPlace
from reception_desk.domain.phone_words import phone_words
from reception_desk.i18n import N_, words

BETWEEN = " · "


def in_brief(place: NearbyPlace, language: str) -> str:
    """How far, when, and the phone, in one line."""
    phone = phone_words(place.phone, language) if place.phone else ""
    return BETWEEN.join(filter(None, (place.said("distance", language), place.hours, phone)))


def told(place: NearbyPlace, language: str) -> str:
    """The place in `zh` or `en`, a line for each thing; the name in both, for whoever asks the way with it."""
    w = words(language)
    phone = phone_words(place.phone, language) if place.phone else ""
    address = dict.fromkeys(filter(None, (place.said("address", language), place.address)))
    facts = (
        (N_("Kind"), w(choice_msgid(place.kind))),
        (N_("How far"), place.said("distance", language)),
        (N_("Opening hours"), place.hours),
        (N_("Phone"), phone),
        (N_("Address"), BETWEEN.join(address)),
        (N_("Note"), place.said("note", language)),
    )
    names = dict.fromkeys(place.said("name", one) for one in (language, "zh", "en"))
    lines = (w(label) + w(": ") + value for label, value in facts if value)
    return "\n".join([BETWEEN.join(names), *lines])
