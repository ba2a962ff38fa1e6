"""What a company may say otherwise on its paper: titles, headings, notices; not the label of every cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from reception_desk.i18n import LANGUAGES, N_, words

TITLE, LINE, LABEL = 40, 60, 30
"""How long a text may be at its place, in columns: a Chinese character takes two."""

Speaker = Callable[[str], Callable[[str], str]]
"""For a language, what says its messages."""

PaperWords = Mapping[str, Mapping[str, Mapping[str, str]]]
"""The company's own words: by paper, language, msgid."""


@dataclass(frozen=True)
class OwnWord:
    """Words of a paper that may be said otherwise; `languages` are those in which they stand on it."""

    paper: str
    msgid: str
    longest: int = LABEL
    languages: tuple[str, ...] = LANGUAGES


OWN_WORDS: Final = (
    OwnWord("D1", N_("A warm welcome to"), TITLE),
    OwnWord("D1", N_("our guests"), TITLE),
    OwnWord("D1", N_("and party"), LABEL, ("zh",)),
    OwnWord("D1", N_("and the delegation from"), TITLE, ("en",)),
    OwnWord("D1", N_("from"), LABEL, ("en",)),
    OwnWord("D2", N_("Application for a reception"), TITLE),
    OwnWord("D2", N_("Annex: dossier of the company"), TITLE),
    OwnWord("D2", N_("Head of the department")),
    OwnWord("D2", N_("HR and admin department")),
    OwnWord("D2", N_("Leader in charge")),
    OwnWord("D2", N_("General manager or chairman")),
    OwnWord("D3", N_("Reception plan"), TITLE),
    OwnWord("D3", N_("Reception notice"), TITLE),
    OwnWord("D3", N_("Taken note of and signed")),
    OwnWord("D4", N_("Visit itinerary"), TITLE),
    OwnWord("D4", N_("Arrival at our company"), TITLE),
    OwnWord("D4", N_("Leaving our company"), TITLE),
    OwnWord("D4", N_("Talks")),
    OwnWord("D4", N_("Working meal")),
    OwnWord("D4", N_("Banquet")),
    OwnWord("D4", N_("We meet you there."), LINE),
    OwnWord("D4", N_("Please note"), LABEL),
    OwnWord("D4", N_("Your contact with us"), LABEL),
    OwnWord("D6", N_("Dispatch slip"), TITLE),
    OwnWord("D6", N_("For the company")),
    OwnWord("D6", N_("For the driver")),
    OwnWord("D6", N_("To meet the guests"), TITLE),
    OwnWord("D6", N_("To take the guests to their train or flight"), LINE),
    OwnWord("D6", N_("To take the guests on their way"), TITLE),
    OwnWord("D6", N_("Department of the visit")),
    OwnWord("D6", N_("Administration")),
    OwnWord("D6", N_("Dispatched by")),
    OwnWord("D7", N_("Driver sheet"), TITLE),
    OwnWord("D7", N_("Quiet, please")),
    OwnWord("D7", N_("The guests are tired: no talk, no radio."), LINE),
    OwnWord("D7", N_("Our door")),
    OwnWord("D8", N_("Rooming list"), TITLE),
    OwnWord("D8", N_("Taken by the hotel")),
    OwnWord("D8", N_("Keys handed out by us")),
    OwnWord("D8", N_("Your contact with us")),
    OwnWord("D9", N_("Introduction script"), TITLE),
    OwnWord("D9", N_("May I introduce our side:"), TITLE),
    OwnWord("D14", N_("Leader's brief"), TITLE),
    OwnWord("D14", N_("Confidential: for the leader alone"), LINE),
    OwnWord("D14", N_("Talking points"), TITLE),
    OwnWord("D14", N_("Likely questions and our answers"), TITLE),
    OwnWord("D14", N_("About the company"), TITLE),
    OwnWord("D14", N_("When they were here before"), TITLE),
    OwnWord("D14", N_("Customs and habits"), TITLE),
    OwnWord("D14", N_("Order of introduction"), TITLE),
    OwnWord("D11", N_("Dining notice"), TITLE),
    OwnWord("D11", N_("Taken by the kitchen")),
    OwnWord("D12", N_("Kitchen and tea sheet"), TITLE),
    OwnWord("D15", N_("Material kit"), TITLE),
    OwnWord("D15", N_("Handed out by")),
    OwnWord("D15", N_("Handed to")),
    OwnWord("D15", N_("Taken back by")),
    OwnWord("D16", N_("Room set-up"), TITLE),
    OwnWord("D16", N_("Department concerned")),
    OwnWord("D16", N_("HR and administration")),
    OwnWord("D17", N_("Invitation letter"), TITLE),
    OwnWord("D17", N_("We look forward to welcoming you."), LINE),
    OwnWord("D17", N_("Programme in brief")),
    OwnWord("D18", N_("Sign notice"), TITLE),
    OwnWord("D18", N_("IT has been told")),
    OwnWord("D18", N_("It is on the sign")),
    OwnWord("D18", N_("It has been taken down")),
    OwnWord("D20", N_("Cleaning sheet"), TITLE),
    OwnWord("D20", N_("Checked by administration")),
    OwnWord("D21", N_("Gate notice"), TITLE),
    OwnWord("D21", N_("When the guests are there, phone at once"), LINE),
    OwnWord("D21", N_("Fountain is on")),
    OwnWord("D21", N_("Gate and forecourt are clear")),
    OwnWord("D23", N_("Gift slip"), TITLE),
    OwnWord("D23", N_("Released by")),
    OwnWord("D23", N_("Handed out by")),
    OwnWord("D24", N_("Local guide"), TITLE),
    OwnWord("D24", N_("Your contact with us"), LABEL),
    OwnWord("D25", N_("Preparation sheet"), TITLE),
    OwnWord("D25", N_("Second confirmation, half a day to one day before the arrival"), 2 * TITLE),
    OwnWord("D25", N_("People are settled")),
    OwnWord("D25", N_("The place is settled")),
    OwnWord("D25", N_("The vehicle is settled")),
    OwnWord("D25b", N_("Restore sheet"), TITLE),
    OwnWord("D25b", N_("Checked by administration")),
)


def own_word(paper: str, msgid: str) -> OwnWord | None:
    """The words of that paper, if they may be said otherwise."""
    return next((one for one in OWN_WORDS if (one.paper, one.msgid) == (paper, msgid)), None)


def speaker(own: Mapping[str, Mapping[str, str]]) -> Speaker:
    """Says what the company says itself (by language, msgid), and the shipped words where it says nothing."""

    def of_language(language: str) -> Callable[[str], str]:
        ours, shipped = own.get(language, {}), words(language)
        return lambda message: ours.get(message) or shipped(message)

    return of_language
