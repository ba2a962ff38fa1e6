"""D17, the letter of invitation (邀请函): whom we invite, when, what for, who bears the cost (A1.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Mark, Marks, PaperFacts
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp, fingerprint
from reception_desk.domain.guest import Guest
from reception_desk.domain.invitation import invitees, is_wanted
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _

MARK: Final = "passport/mark"
AGREED_MARK: Final = "agreed"
AS_AGREED: Final = "both"
"""The language in which the client is asked: what was agreed in both holds for either."""

_LETTER_PARTS: Final = ("name", "title", "address", "place")


class Invitation(HandOut):
    """The one paper that shows a passport. Its content has a keyed mark instead, so that no edition tells it."""

    number = "D17"
    title = N_("Invitation letter")
    template_version = "1"
    about = "guest_id"
    about_a_guest = True

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether letters are written and there is a passport to write one with."""
        return is_wanted(facts.visit) and any(_has_passport(guest, facts) for guest in invitees(facts.visit))

    def reason(self, facts: PaperFacts) -> str:
        """Whether guests come from abroad, and whether their passports are known."""
        if not is_wanted(facts.visit):
            return N_("Nobody needs a letter of invitation")
        if self.is_needed(facts):
            return N_("A letter of invitation is wanted")
        return N_("A letter is wanted, and the passport is not known yet")

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In both languages: the guest signs for one, our authorities read the other."""
        guests = invitees(facts.visit)
        ready = [guest for guest in guests if _has_passport(guest, facts)]
        first = next(iter(ready or guests), facts.visit.main_guest)
        return Choice(language=AS_AGREED, guest_id=guest_id or (first.id if first else None))

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """The guest."""
        guest = _chosen(facts.visit, choice)
        return guest.person.name_in("zh") if guest else ""

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The guest with the mark of the passport, the visit in brief, who invites."""
        visit, tongue = facts.visit, Tongue(choice.language)
        guest = _chosen(visit, choice)
        if guest is None:
            raise ReceptionError(_("Nobody is named yet, so there is no one to invite."))
        passport = facts.passports.get(guest.person_id)
        if passport is None or not passport.is_complete:
            raise ReceptionError(
                _("The letter to {name} needs the name and the number in the passport.").format(
                    name=guest.person.name_in("zh")
                )
            )
        return (
            *_guest(guest, visit, tongue),
            (MARK, passport.mark),
            *_visit(visit),
            *_programme(visit),
            *_inviter(facts.house, tongue),
        )

    def unsealed(self, content: Content, facts: PaperFacts) -> Content:
        """The content with what stands in the passport, for the ink alone."""
        mark = dict(content)[MARK]
        passport = next(one for one in facts.passports.values() if one.mark == mark)
        plain = facts.opened(passport)
        shown = (
            ("passport/name", plain.name),
            ("passport/number", plain.number),
            ("passport/birth", plain.birth.isoformat() if plain.birth else ""),
        )
        place = next(number for number, (field, _value) in enumerate(content) if field == MARK)
        return (*content[:place], *shown, *content[place + 1 :])

    def marks(self, facts: PaperFacts, choice: Choice) -> Marks:
        """Whether the client has found the letter right as it is now."""
        try:
            asked = self.content(facts, replace(choice, language=AS_AGREED))
        except ReceptionError:
            return {}
        agreed = facts.agreed.get(fingerprint(asked))
        if agreed is None:
            return {}
        at, by = agreed
        return {AGREED_MARK: Mark(state=ItemState.DONE, by=by, at=facts.visit.local(at))}

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name."""
        yield from (house.name, house.name_en)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait."""
        from reception_desk.documents.pages import invitation

        return invitation.draw(self, content, choice, house, stamp, marks)


def _has_passport(guest: Guest, facts: PaperFacts) -> bool:
    passport = facts.passports.get(guest.person_id)
    return passport is not None and passport.is_complete


def _chosen(visit: Visit, choice: Choice) -> Guest | None:
    if choice.guest_id is None:
        return next(iter(invitees(visit)), visit.main_guest)
    found = next((guest for guest in visit.guests if guest.id == choice.guest_id), None)
    if found is None:
        raise ReceptionError(_("This guest is no longer part of the visit."))
    return found


def _guest(guest: Guest, visit: Visit, tongue: Tongue) -> Iterator[tuple[str, str]]:
    person = guest.person
    unit = visit.company if person.company_id in (None, visit.company_id) else person.company
    for language in tongue.languages:
        yield f"name/{language}", person.name_in(language)
        yield f"title/{language}", guest.title_in(language)
        yield f"company/{language}", unit.name_in(language) if unit else ""
    yield "address", unit.address if unit else ""
    yield "gender", person.gender.value


def _visit(visit: Visit) -> Iterator[tuple[str, str]]:
    come, go = visit.local(visit.arrival_at), visit.local(visit.departure_at)
    yield "visit/purpose", visit.purpose.strip()
    yield "visit/from", come.date().isoformat() if come else ""
    yield "visit/to", go.date().isoformat() if go else ""
    yield "visit/costs", visit.invitation_costs.strip()


def _programme(visit: Visit) -> Iterator[tuple[str, str]]:
    """The itinerary in brief: what is done on which day and where; an authority wants no hours."""
    number = 0
    told: set[tuple[str, str, str]] = set()
    for row in visit.itinerary:
        entry = _entry(row, visit)
        if entry is not None and entry not in told:
            told.add(entry)
            number += 1
            for part, value in zip(("day", "activity", "place"), entry, strict=True):
                yield f"entry {number}/{part}", value


def _entry(row: ItineraryRow, visit: Visit) -> tuple[str, str, str] | None:
    when = visit.local(row.starts_at)
    if when is None or not (row.activity.strip() or row.place.strip()):
        return None
    return when.date().isoformat(), row.activity.strip(), row.place.strip()


def _inviter(house: House, tongue: Tongue) -> Iterator[tuple[str, str]]:
    for part in _LETTER_PARTS:
        for language in tongue.languages:
            yield f"inviter/{part}/{language}", house.inviter.said(part, language)
    yield "inviter/phone", house.phone
