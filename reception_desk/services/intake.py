"""Intake: an application form becomes a visit, or tells what has changed about one (P4, A1)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from reception_desk.domain.company import DOSSIER_FIELDS
from reception_desk.domain.visit import Visit, VisitState
from reception_desk.errors import ReceptionError
from reception_desk.exchange.application import Application
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.booking_gate import as_held, changed_alone
from reception_desk.services.guest_rules import as_told, follow_form
from reception_desk.services.intake_difference import Difference, Proposal
from reception_desk.services.intake_proposals import proposals
from reception_desk.services.procedure import Procedure
from reception_desk.services.visits import company_named, next_number, usual_coordinator


class Intake:
    """Application forms, from file to visit."""

    def __init__(self, database: Database, procedure: Procedure) -> None:
        self._database, self._procedure = database, procedure

    def read(self, path: Path, now: datetime) -> Application:
        """What the form at `path` says; nothing is stored."""
        return self.reading(path, now)()

    def reading(self, path: Path, now: datetime) -> Callable[[], Application]:
        """The reading of a form, to be done elsewhere: it does not touch the store."""
        from reception_desk.exchange.application_form import read_application

        with self._database.reading() as work:
            zone = work.settings.read().zone
        return partial(read_application, path, now, ZoneInfo(zone))

    def existing(self, application: Application) -> str | None:
        """The number of the visit that this application has become already."""
        with self._database.reading() as work:
            visit = _existing(work, application)
            return visit.number if visit else None

    def save(self, application: Application, now: datetime) -> Visit:
        """Make a visit of an application, a draft, with everything it says; refused where it exists already."""
        checklist_id = self._procedure.newest_checklist_id()
        said = Said(N_("Took in the application of {company}"), company=application.company or "…")
        with self._database.unit_of_work(said, now) as work:
            if known := _existing(work, application):
                raise ReceptionError(_already_there(known))
            company = company_named(work, application.company) if application.company else None
            visit = work.add(
                Visit(
                    number=next_number(work, now),
                    checklist_id=checklist_id,
                    received_at=now,
                    zone=work.settings.read().zone,
                    coordinator=usual_coordinator(work),
                    company_id=company.id if company else None,
                )
            )
            said.visit_id = visit.id
            visit = _whole(work, visit.number)
            number, dossier = visit.number, _dossier(visit)
            _take(work, proposals(visit, application))
            _date_dossier(work, number, dossier, now)
            follow_form(work, _whole(work, number).guests, {}, now)
        return self._numbered(number)

    def differences(self, application: Application, number: str) -> list[Difference]:
        """What the form tells differently from the visit of that number, fact by fact."""
        with self._database.reading() as work:
            visit = _whole(work, number)
            return [proposal.difference for proposal in proposals(visit, application)]

    def update(
        self, number: str, application: Application, chosen: Collection[str] | None, now: datetime
    ) -> Visit:
        """Take the chosen differences (by their `field`; None: all) into the visit of that number."""
        said = Said(N_("Took over changes from the application form"))
        with self._database.unit_of_work(said, now) as work:
            visit = _whole(work, number)
            if visit.state is VisitState.CANCELLED:
                raise ReceptionError(
                    _("Visit {number} is cancelled. Take it up again first.").format(number=visit.number)
                )
            said.visit_id = visit.id
            dossier = _dossier(visit)
            offered, held, told = proposals(visit, application), as_held(visit), as_told(visit)
            _take(work, [p for p in offered if chosen is None or p.difference.field in chosen])
            changed_alone(work, held)
            _date_dossier(work, number, dossier, now)
            follow_form(work, _whole(work, number).guests, told, now)
        return self._numbered(number)

    def _numbered(self, number: str) -> Visit:
        with self._database.reading() as work:
            return _whole(work, number)


def _take(work: UnitOfWork, chosen: list[Proposal]) -> None:
    """Take proposals over: all fields at once, so that both ends of a stay move as one; then what comes and goes."""
    with work.session.no_autoflush:
        for proposal in chosen:
            if proposal.is_field:
                proposal.take(work)
    work.flush()
    for proposal in chosen:
        if not proposal.is_field:
            proposal.take(work)
            work.flush()


def _dossier(visit: Visit) -> list[str]:
    return [getattr(visit.company, field) for field in DOSSIER_FIELDS] if visit.company else []


def _date_dossier(work: UnitOfWork, number: str, before: list[str], now: datetime) -> None:
    """What a form says of the company is known as of today (5.14)."""
    visit = _whole(work, number)
    if visit.company is not None and _dossier(visit) != before and visit.company.has_dossier:
        work.change(visit.company, dossier_as_of=(visit.local(now) or now).date())


def _whole(work: UnitOfWork, number: str) -> Visit:
    visit = work.visits.by_number(number.strip())
    if visit is None:
        raise ReceptionError(_("There is no visit {number}.").format(number=number))
    return visit


def _existing(work: UnitOfWork, application: Application) -> Visit | None:
    """The company's visit of the same day, or one that overlaps and that the same person applied for."""
    company = work.companies.named(application.company)
    if company is None:
        return None
    visits = [
        visit for visit in work.visits.of_company(company.id) if visit.state is not VisitState.CANCELLED
    ]
    return next((visit for visit in visits if _is_same(visit, application)), None)


def _is_same(visit: Visit, application: Application) -> bool:
    arrival, came = application.arrival, visit.local(visit.arrival_at)
    same_applicant = visit.applicant == application.applicant.name
    if arrival is None or came is None:
        return arrival is came and same_applicant and visit.purpose == application.purpose
    if arrival.date() == came.date():
        return True
    left, departure = visit.departure_at or came, application.departure or arrival
    return same_applicant and arrival <= left and came <= departure


def _already_there(visit: Visit) -> str:
    arrival = visit.local(visit.arrival_at)
    return _("This visit is there already: {number}, {company}, {arrival}.").format(
        number=visit.number,
        company=visit.company.name_in("zh") if visit.company else "",
        arrival=f"{arrival:%Y-%m-%d %H:%M}" if arrival else _("not known yet"),
    )
