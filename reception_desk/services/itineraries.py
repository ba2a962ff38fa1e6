"""The itinerary on its way to the client: sent, confirmed, to be confirmed again after a change (A4.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from itertools import groupby
from typing import Final

from reception_desk.documents.clean import clean
from reception_desk.documents.differences import Difference, differences
from reception_desk.documents.hand_out import PaperFacts, grouped, spoken
from reception_desk.documents.itinerary import Itinerary
from reception_desk.documents.itinerary_words import activity, hours
from reception_desk.documents.moments import day
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Edition, EditionNow, EditionState, Medium
from reception_desk.domain.in_order import put_at
from reception_desk.domain.itinerary_state import AGREED, SENT, ItineraryState, state_of
from reception_desk.domain.tour import TourStop
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, words
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.papers import Papers
from reception_desk.services.preparation import Preparation
from reception_desk.services.tellings import KNOWN, Tellings, noted, standing, taken_back
from reception_desk.services.visit_facts import VisitFacts

ITEM: Final = "112"
NUMBER: Final = "D4"


@dataclass(frozen=True, kw_only=True)
class ItineraryNow:
    """How far it is; `changes` are what the client was told last and what is so now."""

    state: ItineraryState
    sent: EditionNow | None = None
    agreed: EditionNow | None = None
    changes: Sequence[Difference] = ()


@dataclass(frozen=True, kw_only=True)
class Mail:
    """A mail that any mail program opens as a draft of its own; `edition_id` is the paper in it."""

    eml: bytes
    file_name: str
    edition_id: int


class Itineraries:
    """What is asked and done about an itinerary and its tour."""

    def __init__(
        self,
        database: Database,
        facts: VisitFacts,
        tellings: Tellings,
        papers: Papers,
        preparation: Preparation,
    ) -> None:
        self._database, self._facts, self._tellings = database, facts, tellings
        self._papers, self._preparation = papers, preparation

    def now(self, visit_id: int) -> ItineraryNow:
        """How far the itinerary of a visit is, and what changed since the client was told."""
        with self._database.reading() as work:
            made = [one for one in work.editions.of_visit(visit_id) if one.document in (SENT, AGREED)]
            if not made:
                return ItineraryNow(state=ItineraryState.DRAFT)
            facts = self._facts.of(work, visit_id)
        told = [standing(one, facts) for one in made if one.withdrawn_at is None]
        last = {
            number: next((one for one in told if one.edition.document == number), None)
            for number in (SENT, AGREED)
        }
        newest = max(filter(None, last.values()), key=lambda one: one.edition.id, default=None)
        is_old = newest is not None and newest.state is not EditionState.CURRENT
        return ItineraryNow(
            state=state_of(last[SENT], last[AGREED]),
            sent=last[SENT],
            agreed=last[AGREED],
            changes=_changes(newest) if newest is not None and is_old else (),
        )

    def sent(self, visit_id: int, now: datetime, medium: Medium, holder: str = "") -> int:
        """Note that the client has it as it is now; the edition's id."""
        said = Said(N_("The itinerary was sent to the client"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            noted_id = self._noted(work, visit_id, SENT, now, medium, holder)
            work.note()
            return noted_id

    def agreed(self, visit_id: int, now: datetime, medium: Medium, holder: str = "") -> int:
        """Note that the client confirms it, by whom; refused where they do not have it as it is now. Its id."""
        said = Said(N_("The client has confirmed the itinerary"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            if self.now(visit_id).state not in (ItineraryState.SENT, ItineraryState.AGREED):
                sentence = _("The client does not have the itinerary as it is now: send it first.")
                raise ReceptionError(sentence)
            noted_id = self._noted(work, visit_id, AGREED, now, medium, holder)
            self._preparation.settle(work, visit_id, ITEM, now, done=True)
            work.note()
            return noted_id

    def take_back(self, edition_id: int, now: datetime) -> None:
        """Note that it was not sent or confirmed after all; the item is open again where nothing confirmed holds."""
        said = Said(N_("Taken back: {what_word}"))
        with self._database.unit_of_work(said, now) as work:
            edition = work.get(Edition, edition_id)
            said.visit_id, said.details["what_word"] = edition.visit_id, KNOWN[edition.document].title
            taken_back(work, edition, now, self._database.attendant.person)
            work.note()
            if edition.document == AGREED and not self._holds(work, edition.visit_id):
                self._preparation.settle(work, edition.visit_id, ITEM, now, done=False)

    def _holds(self, work: UnitOfWork, visit_id: int) -> bool:
        """Whether something that the client confirmed is still so."""
        made = [one for one in work.editions.of_visit(visit_id) if one.document == AGREED]
        facts = self._facts.of(work, visit_id)
        return any(standing(one, facts).state is EditionState.CURRENT for one in made)

    def _noted(
        self, work: UnitOfWork, visit_id: int, number: str, now: datetime, medium: Medium, holder: str
    ) -> int:
        """Put it down; it replaces what was told before in whatever language."""
        facts = self._facts.of(work, visit_id)
        choice = Itinerary().usual_choice(facts, "zh")
        before = [one for one in work.editions.of_visit(visit_id) if one.document == number]
        person = self._database.attendant.person
        also = [one for one in before if one.replaced_by_id is None and one.withdrawn_at is None]
        return noted(work, facts, number, choice, now, person, medium, holder.strip(), also).id

    def text(self, visit_id: int, language: str) -> str:
        """The itinerary in plain lines, for a chat."""
        with self._database.reading() as work:
            facts = self._facts.of(work, visit_id)
        ours = " ".join(filter(None, (facts.house.contact, facts.house.phone)))
        contact = [f"{words(language)('Your contact with us')}: {clean(ours)}"] if ours else []
        return "\n".join((*_lines(facts, language), *contact))

    def mail(self, visit_id: int, now: datetime) -> Mail:
        """A draft of a mail to the client in the language of the guests, with the paper; the paper is an edition."""
        with self._database.reading() as work:
            facts = self._facts.of(work, visit_id)
        choice = self._papers.usual_choice(visit_id, NUMBER)
        contact = facts.visit.contact or facts.visit.main_guest
        whom = contact.person.name_in("zh") if contact else ""
        paper = self._papers.make(visit_id, NUMBER, choice, now, medium=Medium.MAIL, holder=whom)
        mail = EmailMessage(policy=SMTP)
        mail["X-Unsent"] = "1"  # mail programs open it to be written on, not as one that came
        mail["Subject"] = _one_line(_subject(facts, choice.language))
        mail.set_content("\n\n".join(_letter(facts, language) for language in spoken(choice.language)))
        mail.add_attachment(paper.pdf, maintype="application", subtype="pdf", filename=paper.file_name)
        name = paper.file_name.removesuffix(".pdf") + ".eml"
        return Mail(eml=mail.as_bytes(), file_name=name, edition_id=paper.edition.id)

    def stops_before(self, visit_id: int) -> list[TourStop]:
        """Stops of earlier tours that this one does not have, each once, the latest first."""
        with self._database.reading() as work:
            visit = work.visits.whole(visit_id)
            there = {_stop_key(stop) for stop in visit.tour_stops} if visit else set()
            known: dict[tuple[str, str], TourStop] = {}
            for stop in work.tours.stops_of_others(visit_id):
                if _stop_key(stop) not in there:
                    known.setdefault(_stop_key(stop), stop)
        return list(known.values())

    def take_stop(self, visit_id: int, stop_id: int, now: datetime) -> int:
        """Show on this tour what was shown before; the new stop's id."""
        said = Said(N_("Added: {noun_word}"), visit_id=visit_id, noun_word="Tour stop")
        with self._database.unit_of_work(said, now) as work:
            before, visit = work.get(TourStop, stop_id), work.visits.whole(visit_id)
            place = 1 + max((stop.position for stop in visit.tour_stops), default=0) if visit else 1
            fields = ("place", "product", "talking_point", "interests", "owner", "minutes", "note")
            taken = {field: getattr(before, field) for field in fields}
            return work.add(TourStop(visit_id=visit_id, position=place, **taken)).id

    def move_stop(self, stop_id: int, position: int, now: datetime) -> None:
        """Put a stop at another place of the tour, 1 first."""
        with self._database.unit_of_work(said := Said(N_("Changed the order of the tour")), now) as work:
            stop = work.get(TourStop, stop_id)
            said.visit_id = stop.visit_id
            visit = work.visits.whole(stop.visit_id)
            put_at(visit.tour_stops if visit else (stop,), stop_id, position)


def _changes(told: EditionNow) -> Sequence[Difference]:
    return [] if told.content_now is None else differences(told.content_then, told.content_now)


def _stop_key(stop: TourStop) -> tuple[str, str]:
    return stop.place.strip(), stop.product.strip()


def _subject(facts: PaperFacts, language: str) -> str:
    return " / ".join(
        filter(
            None,
            (f"{facts.house.name_in(one)} {words(one)('Visit itinerary')}" for one in spoken(language)),
        )
    )


def _one_line(text: str) -> str:
    """A header of one line: nothing that was written can begin another one."""
    return " ".join(clean(text).split())


def _letter(facts: PaperFacts, language: str) -> str:
    w = words(language)
    greeting = w(
        "Please find the itinerary of your visit below, and attached. Is it right for you? We ask for a word."
    )
    ours = " ".join(filter(None, (facts.house.contact, facts.house.phone)))
    return "\n".join(
        (greeting, "", *_lines(facts, language), "", facts.house.name_in(language), ours)
    ).rstrip()


def _lines(facts: PaperFacts, language: str) -> list[str]:
    """A line for each entry, under its day."""
    tongue = Tongue(language)
    content = Itinerary().content(facts, Choice(language=language))
    entries = [cells for about, cells in grouped(content).items() if about.startswith("entry ")]
    lines: list[str] = []
    for begins, of_day in groupby(entries, key=lambda cells: cells["starts"][:10]):
        lines.append(
            day(datetime.fromisoformat(begins).date(), language) if begins else words(language)("Open")
        )
        for cells in of_day:
            said = (
                " ".join(hours(cells)),
                " ".join(activity(cells, tongue)),
                cells["place"],
                cells.get(f"host/{language}", ""),
                cells.get("hint", ""),
            )
            lines.append("  ".join(part for part in map(clean, said) if part))
    if hint := facts.visit.guest_hint.strip():
        lines.append(f"{words(language)('Please note')}: {clean(hint)}")
    return lines
