"""D5, the pick-up placard (接机牌): one name that fills the page, read across a crowded hall (A6.4a)."""

from __future__ import annotations

from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts, spoken
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.entity import Answer
from reception_desk.domain.guest import Guest
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _

PICKED_UP: Final = {
    Answer.YES: N_("The guests are picked up"),
    Answer.UNCONFIRMED: N_("Nobody has said yet whether the guests are picked up"),
    Answer.NO: N_("Nobody is picked up"),
}


class Placard(HandOut):
    """The name of a guest, or of the company where no guest is named; for one from abroad both."""

    number = "D5"
    title = N_("Pick-up placard")
    template_version = "1"
    about = "guest_id"
    papers = ("A4", "A3", "A5")
    stamped = False
    about_a_guest = True
    wants_names_read = True

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether somebody is picked up, or may yet be."""
        return facts.visit.pick_up.counts

    def reason(self, facts: PaperFacts) -> str:
        """The answer about the pick-up."""
        return PICKED_UP[facts.visit.pick_up]

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """Whoever drives to meet them."""
        return driver_of(facts.visit)

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In the language of the guest, not in ours."""
        guest = next((guest for guest in facts.visit.guests if guest.id == guest_id), facts.visit.main_guest)
        foreign = facts.visit.is_foreign if guest is None else _is_foreign(guest, facts.visit)
        return Choice(language="en" if foreign else "zh", guest_id=guest_id)

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The name in each language, and the company of a guest from abroad; nothing else, for their safety."""
        guest = _chosen(facts.visit, choice)
        named = _names(guest, facts.visit, choice) if guest else []
        if not named or (guest is not None and _is_foreign(guest, facts.visit)):
            named += _company(facts.visit, choice)
        if not named:
            raise ReceptionError(
                _("Neither a guest nor a company is named yet, so the placard has no name to show.")
            )
        return tuple(named)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """One landscape page: the name, and the logo small beneath it."""
        from reception_desk.documents.pages import placard

        return placard.draw(self, content, choice, house)


def driver_of(visit: Visit, car_booking_id: int | None = None) -> str:
    """Who drives on this booking, else on any, where that is one person."""
    names = {
        one.driver.name
        for one in visit.car_bookings
        if one.driver is not None and car_booking_id in (None, one.id)
    }
    return names.pop() if len(names) == 1 else ""


def _chosen(visit: Visit, choice: Choice) -> Guest | None:
    if choice.guest_id is None:
        return visit.main_guest
    for guest in visit.guests:
        if guest.id == choice.guest_id:
            return guest
    raise ReceptionError(_("The guest of this placard is no longer part of the visit."))


def _is_foreign(guest: Guest, visit: Visit) -> bool:
    if guest.person.nationality:
        return guest.person.is_foreign
    return visit.company is not None and visit.company.is_foreign


def _names(guest: Guest, visit: Visit, choice: Choice) -> list[tuple[str, str]]:
    languages = spoken(choice.language)
    if _is_foreign(guest, visit):
        languages = (
            "en",
            *(language for language in languages if choice.language == "both" and language != "en"),
        )
    return _distinct("name", {language: guest.person.name_in(language) for language in languages})


def _company(visit: Visit, choice: Choice) -> list[tuple[str, str]]:
    if visit.company is None:
        return []
    return _distinct(
        "company", {language: visit.company.name_in(language) for language in spoken(choice.language)}
    )


def _distinct(field: str, by_language: dict[str, str]) -> list[tuple[str, str]]:
    first = {text: language for language, text in reversed(by_language.items()) if text.strip()}
    return [
        (f"{field}/{language}", text) for language, text in by_language.items() if first.get(text) == language
    ]
