"""Reading back: which facts were repeated to the other side, when and by whom; what a change let fall (A1.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reception_desk.documents.hand_out import House
from reception_desk.documents.moments import day
from reception_desk.domain.edition import Choice, Medium
from reception_desk.domain.phone_words import phone_words
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.read_aloud import aloud
from reception_desk.domain.read_back import READ_BACK, FactNow, Reading, facts_now
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import LANGUAGES, N_, _, current_language, words
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.preparation import Preparation
from reception_desk.services.tellings import Tellings, noted
from reception_desk.services.visit_facts import VisitFacts

TOLD, REPEATED = "A1.4", "A1.5"
MEDIA: Final = (Medium.PHONE, Medium.MESSAGE, Medium.MAIL, Medium.IN_PERSON)


@dataclass(frozen=True, kw_only=True)
class OurContact:
    """Whom of us the client may call, as text to be sent in each language; blank where nobody is named (A1.4)."""

    zh: str
    en: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """All that the card shows of a visit. The items are those of the checklist, where it has them."""

    visit: Visit
    facts: list[FactNow]
    contact: OurContact
    told: PlannedItem | None
    repeated: PlannedItem | None

    @property
    def read(self) -> int:
        """How many facts are confirmed as they are now."""
        return sum(one.reading is Reading.CONFIRMED for one in self.facts)

    @property
    def is_whole(self) -> bool:
        """Whether all of them are."""
        return bool(self.facts) and self.read == len(self.facts)


class ReadBackBook:
    """What is asked and noted while a call is under way."""

    def __init__(
        self, database: Database, facts: VisitFacts, tellings: Tellings, preparation: Preparation
    ) -> None:
        self._database, self._facts, self._tellings = database, facts, tellings
        self._preparation = preparation

    def card(self, visit_id: int) -> Card:
        """The visit with its facts, our contact and the two items of the checklist that the call is about."""
        with self._database.reading() as work:
            facts = self._facts.of(work, visit_id)
            items = {clause: _item(facts.plan, clause) for clause in (TOLD, REPEATED)}
            return Card(
                visit=facts.visit,
                facts=facts_now(facts.visit, work.editions.of_visit(visit_id)),
                contact=our_contact(facts.house, facts.visit),
                told=items[TOLD],
                repeated=items[REPEATED],
            )

    def facts(self, visit_id: int) -> list[FactNow]:
        """The facts of a visit and how each stands."""
        return self.card(visit_id).facts

    def unread(self, visit_id: int) -> list[FactNow]:
        """Those that are not confirmed as they are now."""
        return [one for one in self.facts(visit_id) if one.reading is not Reading.CONFIRMED]

    def confirm(
        self, visit_id: int, key: str, now: datetime, medium: Medium = Medium.PHONE, holder: str = ""
    ) -> int:
        """Note that a fact was repeated and is right; the edition's id."""
        with self._database.unit_of_work(said := Said(N_("Read back: {fact}")), now) as work:
            facts = self._facts.of(work, visit_id)
            fact = _named(work, facts.visit, key).fact
            said.visit_id, said.details["fact"] = visit_id, aloud(fact, current_language())
            work.note()
            person = self._database.attendant.person
            return noted(work, facts, READ_BACK, Choice(fact=key), now, person, medium, holder).id

    def take_back(self, visit_id: int, key: str, now: datetime) -> None:
        """Note that a fact was not repeated after all."""
        with self._database.reading() as work:
            edition = _named(work, self._facts.of(work, visit_id).visit, key).edition
        if edition is None:
            raise ReceptionError(_("This fact was not read back; nothing was changed."))
        self._tellings.take_back(edition.id, now)

    def tick(self, visit_id: int, clause: str, now: datetime, *, done: bool = True) -> None:
        """Tick the item of the checklist that a clause stands for (A1.4, A1.5), or take the tick off."""
        item = _item(self._preparation.of(visit_id), clause)
        if item is None:
            raise ReceptionError(_("The checklist of this visit has no such item."))
        act = self._preparation.check_off if done else self._preparation.reopen
        act(visit_id, item.code, item.subject, now)


def _named(work: UnitOfWork, visit: Visit, key: str) -> FactNow:
    for one in facts_now(visit, work.editions.of_visit(visit.id)):
        if one.fact.key == key:
            return one
    raise ReceptionError(_("This fact is no longer part of the visit."))


def _item(plan: Sequence[PlannedItem], clause: str) -> PlannedItem | None:
    """The item that the company's checklist has for a clause, whatever its code there is."""
    return next((item for item in plan if clause in item.line.clauses), None)


def our_contact(house: House, visit: Visit) -> OurContact:
    """The name and phone of our receptionist as a message; where we have neither, there is nothing to tell."""
    if not (house.contact and house.phone):
        return OurContact(zh="", en="")
    return OurContact(**{language: _contact_in(language, house, visit) for language in LANGUAGES})


def _contact_in(language: str, house: House, visit: Visit) -> str:
    say, arrival = words(language), visit.local(visit.arrival_at)
    sentence = N_(
        "Your contact at {company} for the visit on {day} is {contact}, phone {phone}. "
        "Please call if anything about your journey or your party changes."
    )
    if arrival is None:
        sentence = N_(
            "Your contact at {company} for the visit is {contact}, phone {phone}. "
            "Please call if anything about your journey or your party changes."
        )
    return say(sentence).format(
        company=house.name_in(language),
        contact=house.contact,
        phone=phone_words(house.phone, language),
        day=day(arrival, language) if arrival else "",
    )
