"""D2, the application (接待申请表) and the dossier as its annex: one PDF for those who decide (2.5 a, A2.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts
from reception_desk.documents.heading_facts import company_facts
from reception_desk.documents.plan_facts import needs_dossier, over_standard, relation_facts
from reception_desk.documents.told import (
    Pairs,
    each,
    guest_name,
    guest_parts,
    lines,
    need,
    number,
    numbered,
    rank_words,
    stored,
)
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.company import DOSSIER_FIELDS, Company
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.guest import Guest
from reception_desk.domain.journey import Leg
from reception_desk.domain.opinion import Office, Opinion
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _

NEEDS = ("diet", "lodging", "customs")


class ApplicationSheet(HandOut):
    """Flags, visitors, journeys, what is wanted, what it comes to, opinions; the dossier behind it. No passport."""

    number = "D2"
    title = N_("Application for a reception")
    template_version = "1"
    languages = ("zh", "en")

    def is_needed(self, facts: PaperFacts) -> bool:
        """Every reception is applied for."""
        return True

    def reason(self, facts: PaperFacts) -> str:
        """Every reception is applied for; a late notice is said to be late."""
        if facts.missed_notice is not None:
            return N_("Notice came late: the application says so")
        return N_("Every reception is applied for")

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """Those who are asked for their opinion."""
        return _("Leadership") if facts.visit.leadership.counts else _("HR and admin department")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """All that was applied for, in the order of the form."""
        visit, tongue = facts.visit, Tongue(choice.language)
        return (
            *_head(visit),
            *_flags(facts),
            *company_facts(visit, tongue),
            *_unit(visit.company),
            *numbered("guest", (_guest(guest, facts, tongue) for guest in visit.guests)),
            *numbered("leg", map(_leg, visit.legs)),
            *_wanted(visit),
            *numbered("stay", (_stay(visit, place) for place in range(len(visit.hotel_bookings)))),
            *numbered("trip", (_trip(visit, place) for place in range(len(visit.car_bookings)))),
            *numbered("meeting", (_meeting(visit, place) for place in range(len(visit.meetings)))),
            *numbered("meal", (_meal(visit, place) for place in range(len(visit.meals)))),
            *numbered("ticket", (_ticket(visit, place) for place in range(len(visit.tickets)))),
            *numbered("gift", _gifts(visit, tongue)),
            *relation_facts(facts, tongue),
            *numbered("over", over_standard(facts)),
            *numbered("department", ([("name", one.department)] for one in visit.department_notices)),
            *_opinions(visit.opinions),
            *_dossier(facts),
        )

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name."""
        return (house.name, house.name_en)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait; the annex begins on a page of its own."""
        from reception_desk.documents.pages import application_sheet

        return application_sheet.draw(self, content, choice, house, stamp)


def _head(visit: Visit) -> Pairs:
    yield "visit/number", visit.number
    yield "visit/department", visit.owner_department
    yield "visit/applicant", visit.applicant
    yield "visit/phone", visit.applicant_phone
    yield "visit/extension", visit.applicant_phone_extension
    yield "visit/applied", stored(visit.applied_on)
    yield "visit/received", stored(visit.local(visit.received_at))
    yield "visit/kind", visit.kind
    yield "visit/coordinator", visit.coordinator
    yield "visit/purpose", "\n".join(lines(visit.purpose))
    yield "visit/arrival", stored(visit.local(visit.arrival_at))
    yield "visit/departure", stored(visit.local(visit.departure_at))
    yield "visit/heads", number(visit.head_count)
    yield "visit/men", number(visit.men)
    yield "visit/women", number(visit.women)
    yield "visit/note", "\n".join(lines(visit.note))


def _flags(facts: PaperFacts) -> Pairs:
    """Urgent (加急) where notice came late, made up (补办) where it was written after the guests had come (P5)."""
    visit, missed = facts.visit, facts.missed_notice
    yield "flag/urgent", stored(missed)
    yield "flag/made up", "yes" if is_made_up(visit) else ""
    is_flagged = missed is not None or is_made_up(visit)
    yield "flag/reason", "\n".join(lines(visit.notice_reason)) if is_flagged else ""


def is_made_up(visit: Visit) -> bool:
    """Whether the application was written only after the guests had come."""
    arrival = visit.local(visit.arrival_at)
    return arrival is not None and visit.applied_on is not None and visit.applied_on > arrival.date()


def _unit(company: Company | None) -> Pairs:
    yield "unit/phone", company.phone if company else ""
    yield "unit/address", " ".join(lines(company.address)) if company else ""


def _guest(guest: Guest, facts: PaperFacts, tongue: Tongue) -> Pairs:
    yield from guest_name(guest, tongue)
    yield from guest_parts(guest)
    yield "gender", guest.person.gender.value
    yield from each("rank", tongue, rank_words(guest.rank, facts.ranks, tongue))
    yield "nationality", guest.person.nationality
    yield "salutation", guest.salutation
    for part in NEEDS:
        yield from need(part, getattr(guest, part), 200)


def _leg(leg: Leg) -> Pairs:
    yield "direction", leg.direction.value
    yield "carrier", leg.carrier.value
    yield "number", leg.number
    yield "from", leg.from_place
    yield "to", leg.to_place
    yield "terminal", leg.terminal
    yield "at", stored(leg.local_at)
    yield "plate", leg.plate


def _wanted(visit: Visit) -> Pairs:
    for name, answer in visit.answers():
        yield f"wanted/{name}", answer.value
    yield "wanted/agent", visit.agent.value
    yield "wanted/agent_company", visit.agent_company
    yield "wanted/interpreter", visit.interpreter.value
    yield "wanted/interpreter_language", visit.interpreter_language


def _stay(visit: Visit, place: int) -> Pairs:
    stay = visit.hotel_bookings[place]
    yield "hotel", stay.hotel
    yield "kind", stay.room_kind
    yield "rooms", number(stay.rooms)
    yield "in", stored(stay.check_in)
    yield "out", stored(stay.check_out)
    yield "price", number(stay.price)


def _trip(visit: Visit, place: int) -> Pairs:
    trip = visit.car_bookings[place]
    yield "out", stored(visit.local(trip.starts_at))
    yield "purpose", trip.purpose
    yield "plate", trip.car.plate if trip.car else ""
    yield "driver", trip.driver.name if trip.driver else ""


def _meeting(visit: Visit, place: int) -> Pairs:
    meeting = visit.meetings[place]
    yield "starts", stored(visit.local(meeting.starts_at))
    yield "topic", meeting.topic
    yield "place", meeting.room
    yield "ours", number(meeting.our_heads)
    yield "needs", " ".join(lines(meeting.needs))


def _meal(visit: Visit, place: int) -> Pairs:
    meal = visit.meals[place]
    yield "starts", stored(visit.local(meal.starts_at))
    yield "kind", meal.kind.value
    yield "place", meal.place
    yield "heads", number(meal.heads)
    yield "standard", number(meal.standard)


def _ticket(visit: Visit, place: int) -> Pairs:
    ticket = visit.tickets[place]
    yield "number", ticket.number
    yield "holder", ticket.holder
    yield "leaves", stored(visit.local(ticket.leaves_at))
    yield "price", number(ticket.price)


def _gifts(visit: Visit, tongue: Tongue) -> Iterator[list[tuple[str, str]]]:
    people = {guest.person_id: guest.person for guest in visit.guests}
    for gift in visit.gifts:
        person = people.get(gift.person_id)
        whom = [person.name_in(one) if person else "" for one in tongue.languages]
        yield [
            ("name", gift.name),
            ("quantity", number(gift.quantity)),
            ("price", number(gift.price)),
            *each("whom", tongue, whom),
        ]


def _opinions(opinions: Iterable[Opinion]) -> Pairs:
    """What was said, by office in the order of the form; who has said nothing yet signs by hand."""
    order = list(Office)
    for place, one in enumerate(sorted(opinions, key=lambda one: order.index(one.office)), 1):
        about = f"opinion {place}"
        yield f"{about}/office", one.office.value
        yield f"{about}/verdict", one.verdict.value
        yield f"{about}/person", one.person
        yield f"{about}/words", "\n".join(lines(one.words))
        yield f"{about}/day", stored(one.given_on)


def _dossier(facts: PaperFacts) -> Pairs:
    """The annex: what we know of the company; lines to write on where it must be there and is not (A2.4)."""
    company = facts.visit.company
    has_one = company is not None and company.has_dossier
    yield "annex", "yes" if has_one or needs_dossier(facts.visit) else ""
    if not has_one and not needs_dossier(facts.visit):
        return
    for part in DOSSIER_FIELDS:
        yield f"dossier/{part}", "\n".join(lines(getattr(company, part))) if company else ""
    yield "dossier/as of", stored(company.dossier_as_of) if company else ""
