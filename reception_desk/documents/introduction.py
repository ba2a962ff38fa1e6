"""D9, the introduction script (引见词): who is introduced in which order, with title and pronunciation (B8.1b)."""

from __future__ import annotations

from collections.abc import Iterator

from reception_desk.documents.clean import clean
from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts
from reception_desk.documents.heading_facts import company_facts
from reception_desk.documents.tongue import Tongue
from reception_desk.domain import pronunciation, salutation
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.guest import Guest
from reception_desk.domain.introduction import Introduced, introduction
from reception_desk.domain.our_side import introducer
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _


class IntroductionScript(HandOut):
    """Cards for the hand of whoever introduces, two on a sheet; nothing but names and titles is on them."""

    number = "D9"
    title = N_("Introduction script")
    template_version = "1"

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether there is somebody to introduce on both sides."""
        return bool(facts.visit.hosts and facts.visit.guests)

    def reason(self, facts: PaperFacts) -> str:
        """Which side is named."""
        if not facts.visit.hosts:
            return N_("Nobody of us is named who receives the guests")
        if not facts.visit.guests:
            return N_("None of the guests is named yet")
        return N_("Both sides are introduced to each other")

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """Who of us introduces."""
        host = introducer(facts.visit)
        return host.name_in("zh") if host else ""

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In both languages where some are from abroad."""
        return Choice(language="both" if facts.visit.is_foreign else "zh")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The visiting company, and each person in their turn."""
        tongue = Tongue(choice.language)
        people = introduction(facts.visit, facts.house.hosts_first)
        if not people:
            raise ReceptionError(
                _("Neither our side nor the guests are named, so there is nobody to introduce.")
            )
        pairs = list(company_facts(facts.visit, tongue))
        for number, one in enumerate(people, 1):
            pairs += [(f"person {number}/{part}", clean(value)) for part, value in person_facts(one, tongue)]
        return tuple(pairs)

    def beside_content(self, house: House, marks: Marks) -> Iterator[str]:
        """Nothing."""
        yield from ()

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait, to be cut into two A6 cards."""
        from reception_desk.documents.pages import introduction as page

        return page.draw(self, content, choice, house, stamp)


def person_facts(one: Introduced, tongue: Tongue) -> Iterator[tuple[str, str]]:
    """Somebody's turn: side, name, full title, how the name is spoken, how they are addressed."""
    yield "side", one.side.value
    for language in tongue.languages:
        yield f"name/{language}", one.name_in(language)
        yield f"title/{language}", one.title_in(language)
    if isinstance(one.who, Guest):
        yield "spoken", spoken(one.who)
        yield "latin", _latin(one.who, tongue)
        for language in tongue.languages:
            yield f"addressed/{language}", addressed(one.who, language)
    elif tongue.languages == ("zh",):
        yield "spoken", pronunciation.proposed(one.name_in("zh"))
    else:
        yield "spoken", ""


def spoken(guest: Guest) -> str:
    """How the name is spoken: as written, else as a Chinese name is read."""
    person = guest.person
    return person.pronunciation or ("" if person.is_foreign else pronunciation.proposed(person.name))


def addressed(guest: Guest, language: str) -> str:
    """How a guest is addressed; blank where that is no more than the name and title that stand there already."""
    said, name, title = (
        salutation.addressed(guest, language),
        guest.person.name_in(language),
        guest.title_in(language),
    )
    return "" if said in (name, f"{name}{title}", f"{name} {title}", f"{name}, {title}") else said


def _latin(guest: Guest, tongue: Tongue) -> str:
    """The name in Latin letters of a guest from abroad, where the languages of the paper do not give it."""
    person = guest.person
    told = {person.name_in(language) for language in tongue.languages}
    return person.name_latin if person.is_foreign and person.name_latin not in told else ""
