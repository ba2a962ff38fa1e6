"""What the plan of a visit lacks: hosts, relation, dossier, itinerary, notices, tour, letters (A1.3-A5.4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from reception_desk.domain.departments_told import objecting_departments, unanswered_departments
from reception_desk.domain.dossier import dossier_to_confirm
from reception_desk.domain.entity import Answer
from reception_desk.domain.gap import Beside, Gap, Urgency, named
from reception_desk.domain.guest_memory import needs_to_confirm
from reception_desk.domain.itinerary_density import holes
from reception_desk.domain.journey import Carrier, Direction
from reception_desk.domain.material import missing_material
from reception_desk.domain.our_side import lacking
from reception_desk.domain.relation import relation_of
from reception_desk.domain.second_confirmation import FIELD, LAST_ITEM, WORDS
from reception_desk.domain.talks_beforehand import talks_beforehand
from reception_desk.domain.tour_time import tour_time
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _, current_language, ngettext


def gaps_in_plan(visit: Visit, beside: Beside, now: datetime) -> Iterator[Gap]:
    """Everything that the plan should have by some time and has not."""
    yield from _read_back(beside)
    yield from _second_confirmation(beside)
    yield from _letters(beside)
    yield from _dossier(visit, now)
    yield from _old_needs(visit, now)
    yield from _our_side(visit, beside)
    yield from _itinerary(visit, beside)
    yield from _departments(visit)
    yield from _tour(visit)
    yield from _background(visit)
    yield from _send_off(visit)


def _read_back(beside: Beside) -> Iterator[Gap]:
    if beside.unread:
        words = ngettext(
            "{count} fact was not repeated to the other side.",
            "{count} facts were not repeated to the other side.",
            beside.unread,
        )
        yield Gap(
            sentence=words.format(count=beside.unread), section="overview", field="read_back", code="108"
        )


def _second_confirmation(beside: Beside) -> Iterator[Gap]:
    """Ticks that a change let fall: the item may be ticked off, and is to be done again all the same (A8)."""
    if beside.fallen:
        sentence = _("Changed since it was confirmed, to be confirmed again: {what}")
        yield Gap(
            sentence=sentence.format(what=named([_(WORDS[aspect]) for aspect in beside.fallen])),
            section="preparation",
            field=f"{FIELD}:{beside.fallen[0].value}",
            code=LAST_ITEM,
        )


def _letters(beside: Beside) -> Iterator[Gap]:
    """Passports that a letter of invitation waits for (A1.3)."""
    if beside.without_passport:
        sentence = _("No passport for the invitation: {names}").format(names=named(beside.without_passport))
        yield Gap(sentence=sentence, section="invitation", field="number", code="106")


def _dossier(visit: Visit, now: datetime) -> Iterator[Gap]:
    """A dossier goes with an application of level 1 or from abroad (A2.4); an old one is asked again (5.14)."""
    needs_one = visit.level == 1 or visit.is_foreign
    if needs_one and visit.company is not None and not visit.company.has_dossier:
        sentence = _("Nothing is written of the client's company.")
        yield Gap(sentence=sentence, section="background", field="background", code="109")
    elif dossier_to_confirm(visit, now.date()):
        sentence = _("What we know of the company is older than a year: is it still so?")
        yield Gap(sentence=sentence, section="background", field="background", code="109")


def _old_needs(visit: Visit, now: datetime) -> Iterator[Gap]:
    """Needs that were taken over and are older than a year ask to be confirmed again (5.14)."""
    old = needs_to_confirm(visit, now.date())
    if old:
        words = ngettext(
            "The needs of {count} guest are older than a year: are they still so?",
            "The needs of {count} guests are older than a year: are they still so?",
            len(old),
        )
        yield Gap(
            sentence=words.format(count=len(old)),
            section="overview",
            field=f"guest:{old[0].guest_id}:{old[0].fields[0]}",
            code="103",
        )


def _our_side(visit: Visit, beside: Beside) -> Iterator[Gap]:
    """Roles of the level that nobody fills (B8.1-B8.3), and ranks without which nothing can be compared (A3.1)."""
    if beside.level is None or beside.ranks is None:
        return
    empty = [lack.role for lack in lacking(visit, beside.level, beside.ranks) if lack.host is None]
    if empty:
        language = current_language()
        sentence = _("{level}, but nobody is named for: {roles}").format(
            level=beside.level.text(language), roles=named([role.text(language) for role in empty])
        )
        yield Gap(sentence=sentence, section="plan", field="hosts", code="111")
    if relation_of(visit) is None:
        sentence = _("Equal, high or low reception cannot be told yet: a rank is lacking.")
        yield Gap(sentence=sentence, section="plan", field="relation", code="110")


def _itinerary(visit: Visit, beside: Beside) -> Iterator[Gap]:
    if visit.itinerary and beside.is_agreed is False:
        sentence = _("The client has not confirmed the itinerary as it is.")
        yield Gap(sentence=sentence, section="itinerary", field="client", code="112")
    for hole in holes(visit, beside.hole_minutes) if beside.hole_minutes is not None else ():
        sentence = _("{minutes} minutes with nothing planned, {start} to {end}.").format(
            minutes=hole.minutes, start=f"{hole.starts:%H:%M}", end=f"{hole.ends:%H:%M}"
        )
        yield Gap(sentence=sentence, section="itinerary", code="112", urgency=Urgency.PLAIN)


def _departments(visit: Visit) -> Iterator[Gap]:
    """Departments that object, or have not taken note (A4.2, A6.7)."""
    for notice in objecting_departments(visit):
        sentence = _("{department} objects: {objection}").format(
            department=notice.department, objection=notice.objection
        )
        yield Gap(sentence=sentence, section="plan", field="departments", code="113")
    if silent := unanswered_departments(visit):
        sentence = _("Have not taken note yet: {departments}").format(departments=named(silent))
        yield Gap(sentence=sentence, section="plan", field="departments", code="113")


def _tour(visit: Visit) -> Iterator[Gap]:
    if visit.tour is Answer.YES and not visit.tour_stops:
        yield Gap(
            sentence=_("A tour is wanted, but it has no stops."),
            section="itinerary",
            field="tour",
            code="114",
        )
    time = tour_time(visit)
    if time.over:
        sentence = _("The tour is {minutes} minutes longer than its time.").format(minutes=time.over)
        yield Gap(sentence=sentence, section="itinerary", field="tour", code="114")


def _background(visit: Visit) -> Iterator[Gap]:
    """Material in English (A5.2), answers (A5.3), talks with the leaders (A5.4)."""
    if missing_material(visit):
        sentence = _("English material for the guests from abroad is not all at hand.")
        yield Gap(sentence=sentence, section="background", field="materials", code="116")
    open_questions = sum(bool(one.question.strip()) and not one.answer.strip() for one in visit.questions)
    if open_questions:
        words = ngettext(
            "{count} question has no answer yet.", "{count} questions have no answer yet.", open_questions
        )
        yield Gap(
            sentence=words.format(count=open_questions), section="background", field="questions", code="117"
        )
    waiting = [talk for talk in talks_beforehand(visit) if not talk.is_done]
    if waiting:
        sentence = _("The talking points are not agreed with the leadership yet.")
        yield Gap(sentence=sentence, section="background", field="talks", code="118")


def _send_off(visit: Visit) -> Iterator[Gap]:
    """Whether somebody goes along to the airport or station is open until it is said (B11c)."""
    leaves = any(
        leg.direction is Direction.DEPARTURE and leg.carrier in (Carrier.FLIGHT, Carrier.TRAIN)
        for leg in visit.legs
    )
    if leaves and visit.station_send_off is Answer.UNCONFIRMED:
        sentence = _("Nobody has said whether they are taken to the station or airport.")
        yield Gap(sentence=sentence, section="arrangements", field="station_send_off", code="213")
