"""What the facts of an application lack: times, heads, names, journeys, needs, answers (A1.1, A1.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reception_desk.domain.companions import (
    is_agent_unanswered,
    is_interpreter_unanswered,
    lacks_our_interpreter,
)
from reception_desk.domain.entity import Answer
from reception_desk.domain.gap import Gap, Urgency, named
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.visit import ANSWERS, Visit
from reception_desk.i18n import _, ngettext


def gaps_in_facts(visit: Visit) -> Iterator[Gap]:
    """Everything that the application should have told and did not."""
    for finder in (_basics, _heads, _roles, _foreign, _journeys, _needs, _answers, _form):
        yield from finder(visit)


def _basics(visit: Visit) -> Iterator[Gap]:
    lacking = {
        "arrival_at": (visit.arrival_at, _("When they arrive is not known."), "105"),
        "departure_at": (visit.departure_at, _("When they leave is not known."), "105"),
        "level": (visit.level, _("The level is not decided."), "111"),
        "owner_department": (visit.owner_department, _("No department is responsible yet."), "101"),
    }
    for field, (value, sentence, code) in lacking.items():
        if not value:
            yield Gap(sentence=sentence, section="overview", field=field, code=code)


def _heads(visit: Visit) -> Iterator[Gap]:
    """The number that was told and the names on the list (A1.1a), and names that stand twice (A1.1b)."""
    if visit.guests and visit.heads is not None and visit.heads not in visit.named_counts:
        sentence = _("{heads} are announced, {names} are on the list.")
        yield Gap(
            sentence=sentence.format(heads=visit.heads, names=len(visit.guests)),
            section="overview",
            field="heads",
            code="103",
        )
    names = Counter(guest.person.name or guest.person.name_latin for guest in visit.guests)
    for name, times in names.items():
        if times > 1:
            sentence = _("{name} is on the list {times} times.").format(name=name, times=times)
            yield Gap(sentence=sentence, section="overview", field="guests", code="103")


def _roles(visit: Visit) -> Iterator[Gap]:
    if visit.main_guest is None:
        yield Gap(sentence=_("No main guest is named."), section="overview", field="guests", code="103")
    is_driven = any(leg.carrier is Carrier.OWN_CAR for leg in visit.legs)
    if visit.pick_up is Answer.YES or is_driven:
        contact = visit.contact
        if contact is None:
            yield Gap(
                sentence=_("Nobody is named whom we can call."),
                section="overview",
                field="guests",
                code="103",
            )
        elif not contact.person.phone:
            sentence = _("There is no phone number of {name}, whom we call.").format(name=contact.person.name)
            yield Gap(sentence=sentence, section="overview", field=f"guest:{contact.id}:phone", code="103")
    if is_driven and not visit.drop_off:
        yield Gap(
            sentence=_("They drive themselves: where do they get out?"),
            section="overview",
            field="drop_off",
            code="205",
        )


def _foreign(visit: Visit) -> Iterator[Gap]:
    """Whether an agent comes along, and who interprets, is asked of every foreign visit (A1.1g, A1.1h)."""
    if is_agent_unanswered(visit):
        sentence = _("Nobody has said whether a domestic agent comes along.")
        yield Gap(sentence=sentence, section="overview", field="agent", code="104")
    if is_interpreter_unanswered(visit):
        sentence = _("Nobody has said who interprets.")
        yield Gap(sentence=sentence, section="overview", field="interpreter", code="104")
    if lacks_our_interpreter(visit):
        sentence = _("We interpret, but nobody of us is named for it.")
        yield Gap(sentence=sentence, section="plan", field="hosts", code="104")


def _journeys(visit: Visit) -> Iterator[Gap]:
    """A pick-up without a journey, no way back, a number of unusual form (A1.2d)."""
    ways = {leg.direction for leg in visit.legs}
    if visit.pick_up is Answer.YES and Direction.ARRIVAL not in ways:
        yield Gap(
            sentence=_("A pick-up is wanted, but no arriving journey is noted."),
            section="overview",
            field="legs",
            code="105",
        )
    if visit.pick_up is Answer.YES and not visit.car_bookings:
        sentence = _("A pick-up is wanted, but no car is booked.")
        yield Gap(sentence=sentence, section="arrangements", field="car_booking", code="130")
    has_car_back = any(
        booking.starts_at and visit.departure_at and booking.starts_at >= visit.departure_at
        for booking in visit.car_bookings
    )
    if has_car_back and Direction.DEPARTURE not in ways:
        sentence = _("A car is booked for the way back, but no flight or train is noted.")
        yield Gap(sentence=sentence, section="overview", field="legs", code="105")
        return
    travelling = any(leg.direction is Direction.ARRIVAL and _is_public(leg) for leg in visit.legs)
    if travelling and Direction.DEPARTURE not in ways:
        yield Gap(sentence=_("The way back is not noted."), section="overview", field="legs", code="105")
    for leg in visit.legs:
        if leg.number_looks_wrong:
            sentence = _("The number {number} looks unusual.").format(number=leg.number)
            yield Gap(
                sentence=sentence,
                section="overview",
                field=f"leg:{leg.id}",
                urgency=Urgency.PLAIN,
                code="105",
            )


def _is_public(leg: Leg) -> bool:
    return leg.carrier in (Carrier.FLIGHT, Carrier.TRAIN)


def _needs(visit: Visit) -> Iterator[Gap]:
    """Needs that nobody has asked for; unknown is not none (A1.1e)."""
    unasked = [guest for guest in visit.guests if guest.diet is None]
    if visit.meal.counts and unasked:
        words = ngettext(
            "{count} guest was not asked about food.",
            "{count} guests were not asked about food.",
            len(unasked),
        )
        yield Gap(
            sentence=words.format(count=len(unasked)),
            section="overview",
            field=f"guest:{unasked[0].id}:diet",
            code="103",
        )
    unasked = [guest for guest in visit.guests if guest.lodging is None]
    if visit.hotel is Answer.YES and unasked:
        words = ngettext(
            "{count} guest was not asked about the room.",
            "{count} guests were not asked about the room.",
            len(unasked),
        )
        yield Gap(
            sentence=words.format(count=len(unasked)),
            section="overview",
            field=f"guest:{unasked[0].id}:lodging",
            code="103",
        )


def _answers(visit: Visit) -> Iterator[Gap]:
    """What nobody has confirmed counts as a gap (A1.2e)."""
    names = [name for name, answer in visit.answers() if answer is Answer.UNCONFIRMED]
    if names:
        words = ngettext("Not confirmed: {names}", "{count} not confirmed: {names}", len(names))
        said = named([_(ANSWERS[name]) for name in names])
        yield Gap(
            sentence=words.format(count=len(names), names=said),
            section="overview",
            field=names[0],
            code="105",
        )


def _form(visit: Visit) -> Iterator[Gap]:
    lines = [line for line in visit.not_understood.splitlines() if line.strip()]
    if lines:
        words = ngettext(
            "{count} line of the form was not understood.",
            "{count} lines of the form were not understood.",
            len(lines),
        )
        yield Gap(
            sentence=words.format(count=len(lines)), section="overview", field="not_understood", code="101"
        )
