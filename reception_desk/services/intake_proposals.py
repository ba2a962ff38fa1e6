"""What an application would change about a visit, fact by fact: shown as differences, taken over one by one.

A form that is silent about a fact changes nothing; remarks are added to, never replaced.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Final, TypeVar

from reception_desk.domain.booking import HotelBooking
from reception_desk.domain.company import Company
from reception_desk.domain.field_words import NOUNS, field_word
from reception_desk.domain.journey import Leg
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.visit import Visit
from reception_desk.domain.welcome import WelcomeMessage
from reception_desk.domain.welcome_words import STATED
from reception_desk.exchange.application import Application
from reception_desk.i18n import N_, _
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services import intake_facts
from reception_desk.services.intake_difference import Difference, Proposal, added, changes, shown
from reception_desk.services.intake_facts import Facts
from reception_desk.services.intake_guests import guest_proposals
from reception_desk.services.visits import company_named

Row = TypeVar("Row", Leg, Meeting, Meal, HotelBooking)
Form = TypeVar("Form")


def proposals(visit: Visit, application: Application) -> list[Proposal]:
    """Everything that the application tells differently from the visit (loaded whole)."""
    return [
        *changes(visit, "", "", intake_facts.visit_facts(application), visit.zone),
        *_company(visit, application),
        *guest_proposals(visit, application),
        *_rows(visit, "leg", Leg, visit.legs, application.legs, lambda leg: (leg.direction, leg.number)),
        *_rows(visit, "meeting", Meeting, visit.meetings, application.meetings, lambda row: row.starts_at),
        *_rows(visit, "meal", Meal, visit.meals, application.meals, lambda row: row.starts_at),
        *_hotel(visit, application),
        *_words(visit, application),
    ]


def _company(visit: Visit, application: Application) -> Iterator[Proposal]:
    known = visit.company
    if application.company and (known is None or application.company not in {known.name, known.name_latin}):
        yield Proposal(
            difference=Difference(
                field="company",
                label=_("Visiting company"),
                old=known.name_in("zh") if known else "",
                new=application.company,
            ),
            take=lambda work: work.change(visit, company_id=company_named(work, application.company).id),
        )
        known = None
    for field, value in intake_facts.company_facts(application).items():
        if known is None or not getattr(known, field):
            yield _of_company(visit, field, "", value)
    for field, value in application.dossier.items():
        old = getattr(known, field) if known else ""
        if added(old, value) != old:
            yield _of_company(visit, field, old, value)


def _of_company(visit: Visit, field: str, old: str, value: str) -> Proposal:
    """A fact of whichever company the visit has once the form's company is taken over."""

    def take(work: UnitOfWork) -> None:
        if visit.company_id is not None:
            company = work.get(Company, visit.company_id)
            setattr(company, field, added(getattr(company, field), value))

    return Proposal(
        difference=Difference(
            field=f"company:{field}", label=_(field_word("company", field)), old=old, new=added(old, value)
        ),
        take=take,
    )


def _rows(
    visit: Visit,
    table: str,
    kind: type[Row],
    rows: Sequence[Row],
    told: Sequence[Any],
    mark: Callable[[Any], object],
) -> Iterator[Proposal]:
    for order, (form, row) in enumerate(_paired(told, rows, mark), 1):
        facts = intake_facts.row_facts(form)
        about = f"{_(NOUNS[table])} {order} · "
        if row is not None:
            yield from changes(row, f"{table}:{row.id}:", about, facts, visit.zone)
            continue
        new = ", ".join(filter(None, (shown(value, visit.zone) for value in facts.values())))
        yield Proposal(
            difference=Difference(field=f"{table}:+{order}", label=_(_NEW[table]), old="", new=new),
            take=partial(_add_row, kind, visit, facts),
        )


_NEW: Final = {
    "leg": N_("New journey"),
    "meeting": N_("New meeting"),
    "meal": N_("New meal"),
    "hotel_booking": N_("New hotel booking"),
}


def _add_row(kind: type[Row], visit: Visit, facts: Facts, work: UnitOfWork) -> None:
    work.add(kind(visit_id=visit.id, **facts))


def _paired(
    told: Iterable[Form], rows: Sequence[Row], mark: Callable[[Any], object]
) -> list[tuple[Form, Row | None]]:
    """Each row of the form with the one it means: that with the same mark, else the next one left of its direction."""
    left = list(rows)
    same: dict[int, Row] = {}
    forms = list(told)
    for place, form in enumerate(forms):
        found = next((row for row in left if mark(row) == mark(form)), None)
        if found is not None:
            left.remove(found)
            same[place] = found
    for place, form in enumerate(forms):
        if place not in same:
            way = getattr(form, "direction", None)
            found = next((row for row in left if getattr(row, "direction", None) == way), None)
            if found is not None:
                left.remove(found)
                same[place] = found
    return [(form, same.get(place)) for place, form in enumerate(forms)]


def _hotel(visit: Visit, application: Application) -> Iterator[Proposal]:
    told = [application.hotel] if application.hotel else []
    first = visit.hotel_bookings[:1]
    return _rows(visit, "hotel_booking", HotelBooking, first, told, lambda _row: None)


def _words(visit: Visit, application: Application) -> Iterator[Proposal]:
    """Welcome text, remarks, and what was not understood."""
    said = application.welcome_text
    texts = [message.text for message in visit.messages]
    if said and said not in texts and " ".join(said.split()) not in visit.note:
        draft = next((message for message in visit.messages if message.checked_at is None), None)
        old = draft.text if draft else ""
        yield Proposal(
            difference=Difference(field="welcome_text", label=_("Welcome text"), old=old, new=said),
            take=partial(_welcome, visit, draft, said),
        )
    left = "\n".join(str(cell) for cell in application.not_understood)
    remarks = {"note": application.note, "not_understood": left}
    yield from changes(visit, "", "", {key: value for key, value in remarks.items() if value}, visit.zone)


def _welcome(visit: Visit, draft: WelcomeMessage | None, said: str, work: UnitOfWork) -> None:
    """Draft a welcome message; where there is no sign yet the words are kept in the note."""
    signs = work.welcome.signs()
    sign = next((sign for sign in signs if sign.is_on), signs[0] if signs else None)
    if draft is not None:
        work.change(draft, text=said)
    elif sign is not None:
        work.add(WelcomeMessage(visit_id=visit.id, sign_id=sign.id, text=said, zone=visit.zone))
    else:
        words = _(STATED).format(text=" ".join(said.split()))
        work.change(visit, note=added(visit.note, words))
