"""Visits: taken in, changed field by field, submitted, cancelled, arrived and left."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from reception_desk.domain.acquaintance import Acquaintance
from reception_desk.domain.company import DOSSIER_FIELDS, Company
from reception_desk.domain.field_words import field_word
from reception_desk.domain.guest import Guest
from reception_desk.domain.person import Person
from reception_desk.domain.visit import Visit, VisitState
from reception_desk.domain.visit_filter import EVERYTHING, VisitFilter
from reception_desk.domain.visit_line import VisitLine
from reception_desk.errors import ReceptionError
from reception_desk.exchange.phones import phone as read_phone
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.repository.visit_list import Wanted
from reception_desk.services.acquaintances import take_along, take_along_latest
from reception_desk.services.booking_gate import clashes
from reception_desk.services.guest_rules import followed
from reception_desk.services.procedure import Procedure

PAGE: Final = 200
USUAL_KINDS: Final = (
    N_("Order talks"),
    N_("Inspection"),
    N_("Tour"),
    N_("Talks with suppliers"),
    N_("Other"),
)


class Visits:
    """What is asked and done about visits as such."""

    def __init__(self, database: Database, procedure: Procedure) -> None:
        self._database, self._procedure = database, procedure

    def new(
        self,
        now: datetime,
        *,
        company: str = "",
        main_guest: str = "",
        title: str = "",
        known: Acquaintance | None = None,
        **facts: Any,
    ) -> Visit:
        """Take a visit in; a draft saves with anything (P1). `known`: who the main guest was recognised as."""
        checklist_id = self._procedure.newest_checklist_id()
        said = Said(N_("New visit of {company}"), company=company.strip() or "…")
        with self._database.unit_of_work(said, now) as work:
            visit = work.add(
                Visit(
                    number=next_number(work, now),
                    checklist_id=checklist_id,
                    received_at=now,
                    **({"coordinator": usual_coordinator(work)} | facts),
                )
            )
            said.visit_id = visit.id
            if company.strip():
                work.change(visit, company_id=company_named(work, company.strip()).id)
            if main_guest.strip():
                recognised = known is not None and known.person_id and known.name == main_guest.strip()
                person_id = known.person_id if known is not None and recognised else None
                person_id = person_id or person_named(work, main_guest.strip(), visit.company_id).id
                guest = work.add(Guest(visit_id=visit.id, person_id=person_id, is_main=True))
                work.change(guest, **followed(work, guest, {"title": title.strip()}, now))
                if known is not None and recognised:
                    take_along(work, guest, known)
                else:
                    take_along_latest(work, guest)
            made = visit.id
        return self.get(made)

    def get(self, visit_id: int) -> Visit:
        """A visit with everything that belongs to it."""
        with self._database.reading() as work:
            return work.visits.get(visit_id)

    def numbered(self, number: str) -> Visit:
        """The visit of that number, whole."""
        with self._database.reading() as work:
            visit = work.visits.by_number(number.strip())
        if visit is None:
            raise ReceptionError(_("There is no visit {number}.").format(number=number))
        return visit

    def page(
        self,
        asked: str = "",
        *,
        limit: int = PAGE,
        offset: int = 0,
        chosen: VisitFilter = EVERYTHING,
        now: datetime | None = None,
    ) -> list[VisitLine]:
        """Lines of the list, newest first, that fit what was typed and chosen; `now` where the filter asks for it."""
        with self._database.reading() as work:
            return work.visits.page(_wanted(work, asked, chosen, now), limit=limit, offset=offset)

    def count(
        self,
        asked: str = "",
        *,
        chosen: VisitFilter = EVERYTHING,
        now: datetime | None = None,
        up_to: int = -1,
    ) -> int:
        """How many visits fit what was typed and chosen, counted no further than `up_to`."""
        with self._database.reading() as work:
            return work.visits.count(_wanted(work, asked, chosen, now), up_to)

    def on_day(self, moment: datetime, *, days: int = 1) -> list[Visit]:
        """Visits, whole, that are here on the local day of `moment` (aware, in the zone that counts)."""
        start = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        with self._database.reading() as work:
            return work.visits.between(start, start + timedelta(days=days))

    def departments(self) -> list[str]:
        """Departments that own visits, for choosing from."""
        with self._database.reading() as work:
            return list(work.visits.departments())

    def kinds(self) -> list[str]:
        """The kinds of reception to choose from: those that were written, then the usual ones (P2)."""
        with self._database.reading() as work:
            return list(dict.fromkeys([*work.visits.kinds(), *map(_, USUAL_KINDS)]))

    def companies_like(self, words: str) -> list[Company]:
        """Companies that came before, for choosing while typing."""
        with self._database.reading() as work:
            return work.companies.beginning(words) if words.strip() else []

    def change(self, visit_id: int, now: datetime, **facts: Any) -> None:
        """Change fields of a visit; a bad value is refused and nothing is changed (A1.2c)."""
        if "applicant_phone" in facts:
            phone = read_phone(facts["applicant_phone"])
            facts |= {"applicant_phone": phone.number}
            if phone.extension:
                facts["applicant_phone_extension"] = phone.extension
        said = changed_in(visit_id, "visit", next(iter(facts)))
        with self._database.unit_of_work(said, now) as work:
            work.change(work.get(Visit, visit_id), **facts)

    def name_company(self, visit_id: int, name: str, now: datetime) -> None:
        """Say which company comes; one that came before is taken again, with its dossier."""
        with self._database.unit_of_work(changed_in(visit_id, "visit", "company_id"), now) as work:
            visit = work.get(Visit, visit_id)
            work.change(visit, company_id=company_named(work, name.strip()).id if name.strip() else None)

    def change_company(self, visit_id: int, now: datetime, **facts: Any) -> None:
        """Change what we know of the visiting company; its dossier is of today then (A2.1)."""
        said = changed_in(visit_id, "company", next(iter(facts)))
        with self._database.unit_of_work(said, now) as work:
            visit = work.get(Visit, visit_id)
            if visit.company_id is None:
                raise ReceptionError(_("Say first which company comes."))
            if any(field in DOSSIER_FIELDS for field in facts):
                facts |= {"dossier_as_of": (visit.local(now) or now).date()}
            work.change(work.get(Company, visit.company_id), **facts)

    def submit(self, visit_id: int, now: datetime) -> None:
        """Hand the application in; refused with what is lacking, late notice without a reason too (P1, P4, P5)."""
        with self._database.unit_of_work(Said(N_("Submitted the visit"), visit_id=visit_id), now) as work:
            visit = work.visits.get(visit_id)
            visit.submit()
            if not visit.notice_reason.strip() and (latest := self._procedure.missed_notice(visit)):
                sentence = _("The leadership was to be told by {day}: write why notice came late.")
                raise ReceptionError(sentence.format(day=f"{latest:%Y-%m-%d}"))

    def cancel(self, visit_id: int, now: datetime, reason: str = "") -> None:
        """Call a visit off, and say why; it stays in the list and can be taken up again."""
        said = Said(N_("Cancelled the visit"), visit_id=visit_id)
        if reason.strip():
            said = Said(N_("Cancelled the visit: {reason}"), visit_id=visit_id, reason=reason.strip())
        with self._database.unit_of_work(said, now) as work:
            visit = work.get(Visit, visit_id)
            if visit.state is VisitState.CANCELLED:
                raise ReceptionError(_("This visit is cancelled already."))
            work.change(visit, state=VisitState.CANCELLED, cancel_reason=reason.strip())

    def take_up_again(self, visit_id: int, now: datetime) -> list[str]:
        """Bring a cancelled visit back as a draft; sentences for what is booked by others meanwhile."""
        with self._database.unit_of_work(Said(N_("Took the visit up again"), visit_id=visit_id), now) as work:
            visit = work.get(Visit, visit_id)
            if visit.state is not VisitState.CANCELLED:
                raise ReceptionError(_("This visit is not cancelled; nothing was changed."))
            work.change(visit, state=VisitState.DRAFT, cancel_reason="")
            return clashes(work, visit_id)

    def arrived(self, visit_id: int, now: datetime) -> None:
        """Note that the guests are here."""
        with self._database.unit_of_work(Said(N_("The guests have arrived"), visit_id=visit_id), now) as work:
            visit = work.get(Visit, visit_id)
            if visit.actual_arrival_at is not None:
                raise ReceptionError(_("The arrival is noted already."))
            work.change(visit, actual_arrival_at=now)

    def left(self, visit_id: int, now: datetime) -> None:
        """Note that the guests have left."""
        with self._database.unit_of_work(Said(N_("The guests have left"), visit_id=visit_id), now) as work:
            visit = work.get(Visit, visit_id)
            if visit.actual_arrival_at is None:
                raise ReceptionError(_("The arrival is not noted yet."))
            if visit.actual_departure_at is not None:
                raise ReceptionError(_("The leaving is noted already."))
            work.change(visit, actual_departure_at=now)


def _wanted(work: UnitOfWork, asked: str, chosen: VisitFilter, now: datetime | None) -> Wanted:
    if not chosen:
        return Wanted(asked=asked)
    if now is None:
        msg = "how a visit stands, and which days are meant, depends on the moment"
        raise ValueError(msg)
    return Wanted(asked=asked, chosen=chosen, now=now, zone=work.settings.read().zone)


def changed_in(visit_id: int, table: str, field: str) -> Said:
    """The sentence for one changed field."""
    return Said(N_("Changed {field_word}"), visit_id=visit_id, field_word=field_word(table, field))


def next_number(work: UnitOfWork, now: datetime) -> str:
    """The next free number of the year: 2026-0001."""
    year = f"{now.astimezone(ZoneInfo(work.settings.read().zone)).year}-"
    given = [number.removeprefix(year) for number in work.visits.numbers_like(year)]
    return f"{year}{max((int(part) for part in given if part.isdigit()), default=0) + 1:04d}"


def usual_coordinator(work: UnitOfWork) -> str:
    """Who of HR-Admin coordinates a reception: as the company has set, else who is at the desk (P3)."""
    settings = work.settings.read()
    return settings.coordinator or settings.at_desk


def company_named(work: UnitOfWork, name: str) -> Company:
    """The company of that name, new if nobody came from there before."""
    found = work.companies.named(name)
    return found or work.add(Company(name=name, name_latin=name if name.isascii() else ""))


def person_named(work: UnitOfWork, name: str, company_id: int | None, phone: str = "") -> Person:
    """The person of that name at that company, new if never here before."""
    found = work.companies.person(name, company_id, phone)
    latin = name if name.isascii() else ""
    return found or work.add(Person(name=name, name_latin=latin, company_id=company_id, phone=phone))
