"""What a leader's brief tells, part by part, before anything of it is cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reception_desk.documents.clean import clean
from reception_desk.documents.hand_out import PaperFacts
from reception_desk.documents.heading_facts import company_facts
from reception_desk.documents.introduction import addressed, spoken
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.briefing import Briefing
from reception_desk.domain.dossier import DOSSIER_TEXTS, interests_of
from reception_desk.domain.guest import Guest
from reception_desk.domain.host import Host
from reception_desk.domain.introduction import Side, introduction, their_party
from reception_desk.domain.talks_beforehand import called
from reception_desk.domain.visit import Visit

Pairs = list[tuple[str, str]]

MOST_GUESTS: Final = 12
MOST_QUESTIONS: Final = 10
MOST_TALKS: Final = 3
MOST_HABITS: Final = 8
MOST_CARDS: Final = 2
MOST_POINTS: Final = 6
MOST_INTRODUCED: Final = 16

TO_BE_SAID: Final = frozenset({"points", "question", "answer"})
"""What a leader says: cut last."""
LONG: Final = frozenset({"purpose", "text", "tags", "point", "what", "told", "people"}) | TO_BE_SAID
"""Parts that are cut where there is not room for all of them."""


def brief_facts(facts: PaperFacts, tongue: Tongue) -> Pairs:
    """The head, then each part in the order in which it is read."""
    visit, language = facts.visit, tongue.languages[0]
    return [
        (name, _lines(value))
        for name, value in (
            *company_facts(visit, tongue),
            *_head(facts, language),
            *_guests(visit, language),
            *_talks(visit, language),
            *_questions(visit),
            *_dossier(visit),
            *_earlier(facts, language),
            *_customs(facts, language),
            *_introduction(facts, language),
        )
    ]


def _lines(value: str) -> str:
    return "\n".join(filter(None, map(clean, value.splitlines())))


def _moment(visit: Visit, name: str) -> str:
    moment = visit.local(getattr(visit, name))
    return moment.strftime("%Y-%m-%dT%H:%M") if moment else ""


def _head(facts: PaperFacts, language: str) -> Iterator[tuple[str, str]]:
    visit, lead = facts.visit, facts.visit.lead_host
    yield "visit/purpose", visit.purpose
    yield "visit/arrival", _moment(visit, "arrival_at")
    yield "visit/departure", _moment(visit, "departure_at")
    yield "visit/heads", "" if visit.head_count is None else str(visit.head_count)
    yield "visit/level", facts.level.text(language) if facts.level else ""
    yield "visit/lead", f"{lead.name_in(language)} {lead.title_in(language)}".strip() if lead else ""
    yield "visit/department", visit.owner_department


def _left_out(part: str, count: int, most: int) -> Iterator[tuple[str, str]]:
    if count > most:
        yield f"more/{part}", str(count - most)


def _guests(visit: Visit, language: str) -> Iterator[tuple[str, str]]:
    for number, guest in enumerate(their_party(visit)[:MOST_GUESTS], 1):
        about = f"guest {number}"
        yield f"{about}/name", guest.person.name_in(language)
        yield f"{about}/spoken", spoken(guest)
        yield f"{about}/title", guest.title_in(language)
        yield f"{about}/addressed", addressed(guest, language)
        yield f"{about}/role", _role(guest)
    yield from _left_out("guests", len(visit.guests), MOST_GUESTS)


def _role(guest: Guest) -> str:
    return next((role for role in ("main", "interpreter", "agent") if getattr(guest, f"is_{role}")), "")


def _talks(visit: Visit, language: str) -> Iterator[tuple[str, str]]:
    talks = [one for one in visit.briefings if one.points.strip()]
    for number, talk in enumerate(talks[:MOST_TALKS], 1):
        yield f"talk {number}/leader", called(visit, talk.leader, language)
        yield f"talk {number}/at", _when(visit, talk)
        yield f"talk {number}/place", talk.place
        yield f"talk {number}/points", talk.points
    yield from _left_out("talks", len(talks), MOST_TALKS)


def _when(visit: Visit, talk: Briefing) -> str:
    moment = visit.local(talk.at)
    return moment.strftime("%Y-%m-%dT%H:%M") if moment else ""


def _questions(visit: Visit) -> Iterator[tuple[str, str]]:
    asked = [one for one in visit.questions if one.question.strip()]
    for number, one in enumerate(asked[:MOST_QUESTIONS], 1):
        yield f"question {number}/question", one.question
        yield f"question {number}/answer", one.answer
        yield f"question {number}/owner", one.owner
    yield from _left_out("questions", len(asked), MOST_QUESTIONS)


def _dossier(visit: Visit) -> Iterator[tuple[str, str]]:
    company = visit.company
    if company is None:
        return
    interests = interests_of(company.interests)
    yield "interest/tags", " · ".join(interests.tags)
    yield "interest/text", interests.text
    for field in DOSSIER_TEXTS:
        yield f"dossier {field}/text", getattr(company, field)


def _earlier(facts: PaperFacts, language: str) -> Iterator[tuple[str, str]]:
    for number, visit in enumerate(facts.earlier, 1):
        arrived = visit.local(visit.actual_arrival_at or visit.arrival_at)
        yield f"earlier {number}/day", arrived.date().isoformat() if arrived else ""
        yield (
            f"earlier {number}/people",
            _names([_called(guest, language) for guest in visit.guests], language),
        )
        yield f"earlier {number}/told", _names([_named(host, language) for host in visit.hosts], language)
        yield f"earlier {number}/what", visit.purpose


def _called(guest: Guest, language: str) -> str:
    return _with_title(guest.person.name_in(language), guest.title_in(language))


def _named(host: Host, language: str) -> str:
    return _with_title(host.name_in(language), host.title_in(language))


def _with_title(name: str, title: str) -> str:
    return " ".join(filter(None, (name, title)))


def _names(names: Sequence[str], language: str) -> str:
    return ("; " if language == "en" else "、").join(filter(None, names))


def _customs(facts: PaperFacts, language: str) -> Iterator[tuple[str, str]]:
    visit = facts.visit
    for number, card in enumerate(facts.cards[:MOST_CARDS], 1):
        yield f"card {number}/country", card.text(language)
        for place, point in enumerate(card.points(language)[:MOST_POINTS], 1):
            yield f"card {number}/point {place}", point
    if visit.company is not None:
        yield "custom/text", visit.company.customs
    habits = [(guest, said) for guest in visit.guests if (said := _habit(guest))]
    for number, (guest, said) in enumerate(habits[:MOST_HABITS], 1):
        yield f"habit {number}/who", guest.person.name_in(language)
        yield f"habit {number}/text", said
    yield from _left_out("habits", len(habits), MOST_HABITS)


def _habit(guest: Guest) -> str:
    needs = (guest.diet, guest.drink, guest.customs, guest.preferences)
    return " · ".join(need.strip() for need in needs if need and need.strip())


def _introduction(facts: PaperFacts, language: str) -> Iterator[tuple[str, str]]:
    people = introduction(facts.visit, facts.house.hosts_first)
    if not facts.visit.hosts:
        return
    for number, one in enumerate(people[:MOST_INTRODUCED], 1):
        yield f"order {number}/side", "" if one.side is Side.GUEST else one.side.value
        yield f"order {number}/who", _with_title(one.name_in(language), one.title_in(language))
    yield from _left_out("order", len(people), MOST_INTRODUCED)
