"""D11, the dining notice (用餐通知单): a page for each meal, with every taboo and who was not asked (A1.1e)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts
from reception_desk.documents.heading_facts import company_facts
from reception_desk.documents.told import (
    Pairs,
    each,
    first_of,
    lines,
    meal_heads,
    number,
    share,
    shortened,
    stored,
)
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.entity import Answer
from reception_desk.domain.guest import Guest
from reception_desk.domain.meal import Meal
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _

MOST_TABOOS: Final = 10
SHORT, LONG, LONGEST = 40, 120, 200
"""How many characters a fact may take, so that the notice stays on its page."""
_FED: Final = {
    Answer.YES: N_("Meals are wanted"),
    Answer.UNCONFIRMED: N_("Nobody has said yet whether meals are wanted"),
    Answer.NO: N_("No meal is wanted"),
}


class DiningNotice(HandOut):
    """For the canteen or the restaurant: how many, when, where, at what standard, what must not be served."""

    number = "D11"
    title = N_("Dining notice")
    template_version = "1"
    languages = ("zh", "en")
    about = "meal_id"

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether there is a meal, or may yet be."""
        return bool(facts.visit.meals) or facts.visit.meal.counts

    def reason(self, facts: PaperFacts) -> str:
        """The meals, else the answer about them."""
        return N_("A meal is planned") if facts.visit.meals else _FED[facts.visit.meal]

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """The canteen."""
        return _("Canteen")

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In the language of our own people."""
        return Choice(language=language)

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The meals, and what the guests may not eat."""
        visit, tongue = facts.visit, Tongue(choice.language)
        pairs = company_facts(visit, tongue)
        for place, meal in enumerate(_meals(visit, choice), 1):
            pairs += [(f"meal {place}/{part}", value) for part, value in _meal(meal, visit)]
        return (
            *pairs,
            *_taboos(visit, tongue),
            ("visit/department", visit.owner_department),
            ("visit/applicant", visit.applicant),
            ("contact/name", facts.house.contact),
            ("contact/phone", facts.house.phone),
        )

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name."""
        return (house.name, house.name_en)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait, a page for each meal."""
        from reception_desk.documents.pages import dining_notice

        return dining_notice.draw(self, content, choice, house, stamp)


def _meals(visit: Visit, choice: Choice) -> list[Meal | None]:
    """The meal that was chosen, else all of them; a blank one where nobody has planned any yet."""
    if choice.meal_id is None:
        return list(visit.meals) or [None]
    chosen: list[Meal | None] = [meal for meal in visit.meals if meal.id == choice.meal_id]
    if not chosen:
        raise ReceptionError(_("This meal is no longer part of the visit."))
    return chosen


def _meal(meal: Meal | None, visit: Visit) -> Pairs:
    guests, ours, heads = meal_heads(meal, visit)
    yield "kind", meal.kind.value if meal else ""
    yield "starts", stored(visit.local(meal.starts_at)) if meal else ""
    yield "ends", stored(visit.local(meal.ends_at)) if meal else ""
    yield "place", shortened(meal.place, SHORT) if meal else ""
    yield "guests", number(guests)
    yield "ours", number(ours)
    yield "heads", number(heads)
    yield "standard", number(meal.standard) if meal else ""
    yield "reason", shortened(meal.standard_reason, SHORT) if meal else ""
    yield "payer", shortened(meal.payer, SHORT) if meal else ""
    yield "menu", shortened(meal.menu, LONGEST) if meal else ""
    yield "note", shortened(meal.note, LONG) if meal else ""


def _taboos(visit: Visit, tongue: Tongue) -> Pairs:
    """What must not be served, with who said so; who was asked and has none; who was never asked (A1.1e)."""
    said: dict[str, list[Guest]] = {}
    for guest in visit.guests:
        if guest.diet and guest.diet.strip():
            said.setdefault(" ".join(lines(guest.diet)), []).append(guest)
    shown, more = first_of(list(said.items()), MOST_TABOOS)
    for place, (taboo, guests) in enumerate(shown, 1):
        yield f"taboo {place}/text", shortened(taboo, share(500, len(shown), SHORT))
        yield f"taboo {place}/heads", number(len(guests))
        yield from each(
            f"taboo {place}/names", tongue, [_names(guests, SHORT, one) for one in tongue.languages]
        )
    yield "taboos/more", number(more or None)
    without = [guest for guest in visit.guests if guest.diet is not None and not guest.diet.strip()]
    unasked = [guest for guest in visit.guests if guest.diet is None]
    yield "taboos/none", number(len(without) or None)
    yield from each("not asked/names", tongue, [_names(unasked, LONGEST, one) for one in tongue.languages])
    unnamed = max(0, (visit.head_count or 0) - len(visit.guests))
    yield "not asked/unnamed", number(unnamed or None)


def _names(guests: Iterable[Guest], most: int, language: str) -> str:
    """Their names, one after the other."""
    names = [" ".join(lines(guest.person.name_in(language))) for guest in guests]
    return shortened((", " if language == "en" else "、").join(filter(None, names)), most)
