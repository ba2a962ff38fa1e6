"""D23, the gift slip (礼品领用单): what is given to whom, how many, for how much, and what was given before (A6.6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Mark, Marks, PaperFacts
from reception_desk.documents.heading_facts import company_facts
from reception_desk.documents.told import Pairs, each, first_of, number, numbered, shortened, stored
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.entity import Answer
from reception_desk.domain.gift import Gift
from reception_desk.domain.guest import Guest
from reception_desk.domain.preparation import ItemState
from reception_desk.i18n import N_, _

MOST_GIFTS: Final = 40
SHORT, LONG = 40, 80
_GIVEN: Final = {
    Answer.YES: N_("Gifts are wanted, none is written down yet"),
    Answer.UNCONFIRMED: N_("Nobody has said yet whether gifts are given"),
    Answer.NO: N_("No gift is given"),
}


class GiftSlip(HandOut):
    """For whoever keeps the gifts: they go out against a signature; the same again shows with its reason."""

    number = "D23"
    title = N_("Gift slip")
    template_version = "1"
    languages = ("zh", "en")
    papers = ("A5",)

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether a gift is written down."""
        return bool(facts.visit.gifts)

    def reason(self, facts: PaperFacts) -> str:
        """The gifts, else the answer about them."""
        return N_("Gifts are given") if facts.visit.gifts else _GIVEN[facts.visit.gift]

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """Those who keep the gifts."""
        return _("Administration")

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In the language of our own people."""
        return Choice(language=language, paper="A5")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The gifts in their order, and what they cost together."""
        visit, tongue = facts.visit, Tongue(choice.language)
        gifts, more = first_of(visit.gifts, MOST_GIFTS)
        sums = [gift.sum for gift in visit.gifts if gift.sum is not None]
        return (
            *company_facts(visit, tongue),
            ("visit/number", visit.number),
            ("visit/arrival", stored(visit.local(visit.arrival_at))),
            ("visit/purpose", shortened(visit.purpose, LONG)),
            ("visit/department", shortened(visit.owner_department, SHORT)),
            *numbered("gift", (_gift(one, facts, tongue) for one in gifts)),
            ("gifts/more", number(more or None)),
            ("gifts/sum", number(sum(sums) if sums else None)),
            ("gifts/without price", number(len(visit.gifts) - len(sums) or None)),
        )

    def marks(self, facts: PaperFacts, choice: Choice) -> Marks:
        """What was handed out, by receiver and name; of two that read alike nothing is said."""
        tongue, visit = Tongue(choice.language), facts.visit
        keys = {gift.id: gift_key(_receiver(gift, facts, tongue), _name(gift)) for gift in visit.gifts}
        often = Counter(keys.values())
        return {
            keys[gift.id]: Mark(state=ItemState.DONE, by=gift.issued_by, at=visit.local(gift.issued_at))
            for gift in visit.gifts
            if gift.issued_at is not None and often[keys[gift.id]] == 1
        }

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name, and who handed out what."""
        yield from (house.name, house.name_en)
        yield from (mark.by for mark in marks.values())

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A5 landscape, as many as it takes."""
        from reception_desk.documents.pages import gift_slip

        return gift_slip.draw(self, content, choice, house, stamp, marks)


def gift_key(receiver: str, name: str) -> str:
    """What a gift is called among the marks, from what stands in the content."""
    return f"{receiver}: {name}"


def _guest(gift: Gift, facts: PaperFacts) -> Guest | None:
    return next((one for one in facts.visit.guests if one.person_id == gift.person_id), None)


def _receiver(gift: Gift, facts: PaperFacts, tongue: Tongue) -> str:
    guest = _guest(gift, facts)
    return shortened(guest.person.name_in(tongue.languages[0]), SHORT) if guest else ""


def _name(gift: Gift) -> str:
    return shortened(gift.name, SHORT)


def _gift(gift: Gift, facts: PaperFacts, tongue: Tongue) -> Pairs:
    guest, before = _guest(gift, facts), facts.given_before.get(gift.id)
    yield "name", _name(gift)
    yield "note", shortened(gift.note, LONG)
    yield "receiver", _receiver(gift, facts, tongue)
    yield from each(
        "title", tongue, [shortened(guest.title_in(one), SHORT) if guest else "" for one in tongue.languages]
    )
    yield "quantity", number(gift.quantity)
    yield "price", number(gift.price)
    yield "sum", number(gift.sum)
    yield "before", stored(before.when.date()) if before and before.when else ""
    yield "before number", before.number if before else ""
    yield "reason", shortened(gift.repeat_reason, LONG) if before else ""
