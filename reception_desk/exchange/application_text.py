"""An application in words: what was read, in groups, for the screen and for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.entity import Answer
from reception_desk.domain.field_words import field_word
from reception_desk.domain.visit import ANSWERS
from reception_desk.exchange.application import (
    Application,
    FormGuest,
    FormHotel,
    FormLeg,
    FormMeal,
    FormMeeting,
)
from reception_desk.exchange.countries import country_word
from reception_desk.i18n import _, current_language, ngettext

Line = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Group:
    """Facts that belong together: a heading, and labels with what was read; of people the labels are names."""

    title: str
    lines: tuple[Line, ...]
    is_people: bool = False


def groups(application: Application) -> list[Group]:
    """What was read; blank facts are left out."""
    found = (
        (_("Visit"), _visit(application)),
        (_("Guests"), (_guest(order, guest) for order, guest in enumerate(application.guests, 1))),
        (_("Journeys"), (_leg(leg) for leg in application.legs)),
        (_("Wishes"), _wanted(application)),
        (_("Company"), _company(application)),
        (_("Texts"), ((_("Welcome text"), application.welcome_text), (_("Note"), application.note))),
    )
    filled = ((title, tuple(line for line in lines if line[1])) for title, lines in found)
    people = _("Guests")
    return [Group(title=title, lines=lines, is_people=title == people) for title, lines in filled if lines]


def application_lines(application: Application) -> list[str]:
    """The same for a terminal, with what was not understood and what is not taken."""
    lines = []
    for group in groups(application):
        lines += [
            _heading(group.title),
            *(_("{label}: {text}").format(label=a, text=b) for a, b in group.lines),
        ]
    if application.not_understood:
        lines += [_heading(_("Not understood")), *map(str, application.not_understood)]
    if application.not_taken:
        lines.append(_heading(_("Left out: passports are written, encrypted, on the page Invitation")))
        lines += [f"{left.address} {left.label}".strip() for left in application.not_taken]
    if application.warnings:
        lines += [_heading(_("To be looked at")), *application.warnings]
    return lines


def _heading(words: str) -> str:
    return f"[{words}]"


def moment_words(moment: datetime | None) -> str:
    """A moment of the form, as its clock has it."""
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""


def _joined(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if part not in (None, ""))


def _visit(application: Application) -> Iterator[Line]:
    applicant = application.applicant
    extension = _("ext. {number}").format(number=applicant.extension) if applicant.extension else ""
    men = ngettext("{count} man", "{count} men", application.men or 0).format(count=application.men)
    women = ngettext("{count} woman", "{count} women", application.women or 0).format(count=application.women)
    parts = (application.heads, men if application.men else "", women if application.women else "")
    yield _(field_word("visit", "company_id")), application.company
    yield _(field_word("visit", "purpose")), application.purpose
    yield _(field_word("visit", "arrival_at")), moment_words(application.arrival)
    yield _(field_word("visit", "departure_at")), moment_words(application.departure)
    yield _(field_word("visit", "heads")), _joined(*parts)
    yield _(field_word("visit", "level")), _level(application.level)
    yield _(field_word("visit", "owner_department")), application.owner_department
    yield _(field_word("visit", "applicant")), _joined(applicant.name, applicant.phone, extension)
    yield _(field_word("visit", "applied_on")), f"{application.applied_on or ''}"
    yield _(field_word("visit", "drop_off")), application.drop_off


def _level(number: int | None) -> str:
    if not number:
        return ""
    figure = "一二三四五六七八九"[number - 1] if current_language() == "zh" else number
    return _("Level {number}").format(number=figure)


def _guest(order: int, guest: FormGuest) -> Line:
    roles = {
        "is_main": guest.is_main,
        "is_contact": guest.is_contact,
        "is_interpreter": guest.is_interpreter,
        "is_agent": guest.is_agent,
    }
    name = guest.name if guest.name_latin in {"", guest.name} else f"{guest.name} ({guest.name_latin})"
    parts = [guest.title, *(_(field_word("guest", role)) for role, is_one in roles.items() if is_one)]
    told = _joined(
        *dict.fromkeys(parts),  # an interpreter by title is not called one twice
        choice_word(guest.gender) if guest.gender.value != "unknown" else "",
        country_word(guest.nationality, current_language()),
        guest.ethnicity,
        guest.company,
        guest.phone,
        guest.diet,
        guest.lodging,
        guest.customs,
        guest.note,
    )
    return f"{order} {name}", told or "–"


def _leg(leg: FormLeg) -> Line:
    way = " → ".join(place for place in (leg.from_place, leg.to_place) if place)
    told = _joined(
        f"{choice_word(leg.carrier)} {leg.number}".strip(),
        moment_words(leg.at),
        f"{way} {leg.terminal}".strip(),
        leg.plate,
        leg.note,
    )
    return choice_word(leg.direction), told


def _wanted(application: Application) -> Iterator[Line]:
    for answer in Answer:
        names = [_(ANSWERS[name]) for name, said in application.answers.items() if said is answer]
        yield choice_word(answer), _(", ").join(names)
    if application.hotel:
        yield _("Rooms wanted"), _rooms(application.hotel)
    for meeting in application.meetings:
        yield _("Talks"), _meeting(meeting)
    for meal in application.meals:
        yield choice_word(meal.kind), _meal(meal)


def _rooms(hotel: FormHotel) -> str:
    nights = " – ".join(f"{day:%Y-%m-%d}" for day in (hotel.check_in, hotel.check_out) if day)
    rooms = ngettext("{count} room", "{count} rooms", hotel.rooms or 0).format(count=hotel.rooms)
    return _joined(hotel.hotel, nights, rooms if hotel.rooms else "", hotel.room_kind, hotel.note)


def _meeting(meeting: FormMeeting) -> str:
    until = f"–{meeting.ends_at:%H:%M}" if meeting.ends_at else ""
    ours = ngettext("{count} of us", "{count} of us", meeting.our_heads or 0).format(count=meeting.our_heads)
    when = f"{moment_words(meeting.starts_at)}{until}"
    return _joined(when, meeting.room, meeting.topic, ours if meeting.our_heads else "", meeting.needs)


def _meal(meal: FormMeal) -> str:
    heads = ngettext("{count} person", "{count} people", meal.heads or 0).format(count=meal.heads)
    return _joined(moment_words(meal.starts_at), meal.place, heads if meal.heads else "", meal.note)


def _company(application: Application) -> Iterator[Line]:
    yield _(field_word("company", "country")), country_word(application.company_country, current_language())
    yield _(field_word("company", "phone")), application.company_phone
    for field, text in application.dossier.items():
        yield _(field_word("company", field)), text
